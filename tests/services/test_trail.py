"""The trail as managers and supervisors read it: whose file, who, what and when; reading it is written down."""

import importlib
import pkgutil
from datetime import timedelta

import pytest

from rise_desk import services
from rise_desk.domain.access import Deed
from rise_desk.domain.moments import Moment
from rise_desk.domain.staff import Role
from rise_desk.errors import NotAllowed, Unavailable
from rise_desk.services import merging, notice_papers, overview, signing_in, trail
from rise_desk.services.clock import Clock
from rise_desk.services.desk import Desk
from rise_desk.services.trail import Asked
from rise_desk.storage import audit
from tests import build


def test_who_has_seen_a_child_newest_first(desk: Desk) -> None:
    maisie, jade = build.young_person(desk), build.young_person(desk, "Jade")
    tom = build.colleague(desk, "Tom Reed")
    overview.open_file(tom, maisie.id)
    overview.open_file(tom, jade.id)
    told = trail.page(desk, Asked(about=maisie.id))
    assert [(each.step.account, each.what, each.name, each.why) for each in told] == [
        ("Tom Reed", "File opened", "Maisie Okafor", ""),
        ("Lena Osei", "Record made", "Maisie Okafor", "given name, family name, roles"),
    ]
    assert trail.count(desk, Asked(about=maisie.id)) == 2
    signing_in.leave(tom)


def test_a_joined_file_is_followed_under_either_number(desk: Desk) -> None:
    main, other = build.young_person(desk), build.young_person(desk, "Maisy")
    overview.open_file(desk, other.id)
    merging.merge(desk, main, other, "the same child")
    about_main, about_other = (trail.page(desk, Asked(about=each)) for each in (main.id, other.id))
    assert about_main == about_other
    assert {each.name for each in about_main} == {"Maisie Okafor"}


def test_it_is_narrowed_by_account_deed_and_day(desk: Desk) -> None:
    person = build.young_person(desk)
    tom = build.colleague(desk, "Tom Reed")
    tom.clock = Clock(desk.now() + timedelta(days=1))
    overview.open_file(tom, person.id)
    by_tom = trail.page(desk, Asked(account="Tom Reed", deed="file opened"))
    assert [each.step.record for each in by_tom] == [person.id]
    assert trail.page(desk, Asked(account="Lena Osei", deed="file opened")) == []
    assert trail.count(desk, Asked(since=Moment("2026-11-22"))) == 1
    assert trail.count(desk, Asked(until=Moment("2026-11-21"))) == audit.last(desk.store.vault)[0] - 1
    signing_in.leave(tom)


def test_pages_follow_one_another_without_a_gap(desk: Desk) -> None:
    for _ in range(7):
        desk.note("list read")
    first = trail.page(desk, Asked(), limit=4)
    second = trail.page(desk, Asked(), first[-1], limit=4)
    numbers = [each.step.seq for each in (*first, *second)]
    assert numbers == list(range(numbers[0], numbers[0] - 8, -1))
    assert numbers[0] == audit.last(desk.store.vault)[0]


def test_reading_is_for_managers_and_supervisors_and_leaves_one_row(desk: Desk) -> None:
    person = build.young_person(desk)
    manager, worker = build.colleague(desk, "Priya Nair", Role.MANAGER), build.colleague(desk, "Tom Reed")
    trail.begin(manager, person.id)
    row = audit.entries(desk.store.vault)[0]
    assert (row["deed"], row["account"], row["subject"]) == ("audit read", "Priya Nair", person.id)
    before = audit.last(desk.store.vault)[0]
    trail.page(manager, Asked())
    assert trail.people(manager) == ("Lena Osei", "Priya Nair", "Tom Reed")
    assert audit.last(desk.store.vault)[0] == before
    for read in (
        trail.begin,
        trail.people,
        lambda who: trail.page(who, Asked()),
        lambda who: trail.count(who, Asked()),
    ):
        with pytest.raises(NotAllowed, match="A worker may not read the audit"):
            read(worker)
    assert audit.entries(desk.store.vault)[0]["deed"] == "refused"
    for each in (manager, worker):
        signing_in.leave(each)


def test_the_head_is_sixteen_letters_of_the_last_row(desk: Desk) -> None:
    seq, sealed = audit.last(desk.store.vault)
    head = trail.head(desk)
    assert (head.seq, head.mark.replace(" ", "")) == (seq, sealed[:16])
    desk.note("list read")
    assert trail.head(desk).mark != head.mark


def test_every_deed_can_be_asked_for() -> None:
    assert set(map(str, Deed)) < set(trail.deeds())
    assert list(trail.deeds()) == sorted(trail.deeds())


def test_every_print_and_preview_of_a_paper_can_be_asked_for() -> None:
    found = set()
    for each in pkgutil.iter_modules(services.__path__, "rise_desk.services."):
        told = vars(importlib.import_module(each.name)).values()
        found |= {said for said in told if isinstance(said, str) and said.endswith((" printed", " previewed"))}
    assert {notice_papers.NOTICE, notice_papers.PATTERN_READ, "summary printed"} <= found
    assert found - set(trail.deeds()) == set()


def test_a_list_that_is_stopped_halfway_does_not_leave(desk: Desk) -> None:
    asked: list[tuple[int, int]] = []

    def stop(done: int, of: int) -> bool:
        asked.append((done, of))
        return False

    with pytest.raises(Unavailable, match="You stopped reading the list"):
        trail.listing(desk, Asked(), told=stop)
    assert asked == [(audit.last(desk.store.vault)[0],) * 2]
