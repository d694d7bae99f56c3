"""A demonstration: made whole in a folder of its own, known as one, and never in the place of real records."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from rise_desk.domain.act import Act
from rise_desk.domain.contact import ContactNote
from rise_desk.domain.person import AT_RISK, Person
from rise_desk.domain.record import Record, plain
from rise_desk.domain.staff import Role
from rise_desk.errors import DeskError, Invalid, NotAllowed, Unavailable
from rise_desk.places import DataFolder
from rise_desk.reports.paper import pages
from rise_desk.services import accounts, backups, casework, packs, signing_in, upkeep
from rise_desk.services.clock import Clock
from rise_desk.services.demo import caseload, demonstration, making
from rise_desk.services.demo.demonstration import MOST_NOTES, MOST_PEOPLE, Demonstration, Wanted
from rise_desk.services.desk import Desk
from rise_desk.storage import audit, keys
from tests import build

SMALL = Wanted(people=4, notes=9)


def _made(path: Path, clock: Clock, wanted: Wanted = SMALL, *, again: bool = False) -> Demonstration:
    return making.make(path, clock, wanted, again=again, strength=keys.TEST)


def _desk(made: Demonstration, clock: Clock, role: Role = Role.SUPERVISOR) -> Desk:
    who = made.user(role)
    return signing_in.sign_in(made.path, who.name, who.password, clock)


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> Demonstration:
    """A small demonstration, made once."""
    return _made(tmp_path_factory.mktemp("demo") / "shown", Clock(datetime(2026, 11, 21, 10, tzinfo=UTC)))


@pytest.fixture
def supervisor(shown: Demonstration, clock: Clock) -> Iterator[Desk]:
    """The desk of its supervisor."""
    desk = _desk(shown, clock)
    yield desk
    signing_in.leave(desk)


def _records(desk: Desk) -> list[Record]:
    return desk.store.everything()


def test_it_holds_what_was_asked_for_and_is_sound(supervisor: Desk) -> None:
    held = _records(supervisor)
    assert sum(isinstance(each, Person) and each.has_role(AT_RISK) for each in held) == SMALL.people
    assert sum(isinstance(each, ContactNote) for each in held) == SMALL.notes
    assert upkeep.check(supervisor) == []
    assert supervisor.demonstration


def test_records_keep_the_authors_and_times_they_were_told_with(supervisor: Desk) -> None:
    held = _records(supervisor)
    assert len({each.recorded_by for each in held}) > 1
    assert len({each.recorded_at for each in held}) > SMALL.people
    people = [each for each in held if isinstance(each, Person)]
    assert all(each.file_number[:2] == each.recorded_at[2:4] for each in people)


def test_a_batch_leaves_one_audit_row(shown: Demonstration, supervisor: Desk) -> None:
    rows = [each for each in audit.entries(supervisor.store.vault) if each["reason"] == making.BATCH]
    told = caseload.tell(supervisor.practice, supervisor.now(), people=4, notes=9, seed=1)
    assert len(rows) == len(list(told))


@pytest.mark.parametrize("role", list(Role))
def test_everybody_signs_in_with_the_password_that_is_told(shown: Demonstration, clock: Clock, role: Role) -> None:
    desk = _desk(shown, clock, role)
    assert desk.who.role is role
    assert accounts.recovery_groups_wanted(desk) == ()
    signing_in.leave(desk)


def test_its_paper_says_so_on_every_page(supervisor: Desk) -> None:
    person = next(each for each in _records(supervisor) if isinstance(each, Person) and each.has_role(AT_RISK))
    made = packs.preview(supervisor, person.id)
    for page in range(made.pages):
        assert pages.page_text(made.pdf, page).count("EVERYBODY IN IT IS INVENTED") == 2


def test_another_of_the_same_day_and_seed_is_the_same(shown: Demonstration, supervisor: Desk, tmp_path: Path) -> None:
    later = Clock(supervisor.now() + timedelta(hours=5))
    desk = _desk(_made(tmp_path / "again", later), later)
    assert [plain(each) for each in _records(desk)] == [plain(each) for each in _records(supervisor)]
    signing_in.leave(desk)


def test_another_seed_is_another_caseload(supervisor: Desk, tmp_path: Path, clock: Clock) -> None:
    desk = _desk(_made(tmp_path / "other", clock, replace(SMALL, seed=2)), clock)
    names = [{each.name for each in _records(one) if isinstance(each, Person)} for one in (desk, supervisor)]
    assert names[0] != names[1]
    signing_in.leave(desk)


def test_one_that_is_there_is_kept_and_its_sign_ins_are_told_again(shown: Demonstration, clock: Clock) -> None:
    assert _made(shown.path, clock) == replace(shown, made_now=False)
    with pytest.raises(Unavailable, match=r"with 4 young people and 9 notes.*--again"):
        _made(shown.path, clock, replace(SMALL, notes=10))


def test_a_new_one_takes_its_place_and_leaves_what_lies_beside_it(tmp_path: Path, clock: Clock) -> None:
    first = _made(tmp_path / "d", clock)
    (first.path / "mine.txt").write_text("a file of somebody's own")
    desk = _desk(first, clock)
    backups.take(desk)
    signing_in.leave(desk)
    second = _made(first.path, clock, replace(SMALL, notes=3), again=True)
    assert (first.path / "mine.txt").read_text() == "a file of somebody's own"
    desk = _desk(second, clock)
    assert sum(isinstance(each, ContactNote) for each in _records(desk)) == 3
    assert upkeep.check(desk) == []
    assert not desk.store.folder.backups.exists()
    signing_in.leave(desk)


def test_real_records_are_never_touched(desk: Desk, clock: Clock) -> None:
    build.young_person(desk)
    with pytest.raises(Unavailable, match="not a demonstration; nothing was changed"):
        _made(desk.store.folder.path, clock)
    with pytest.raises(Unavailable, match="not a demonstration; nothing was changed"):
        _made(desk.store.folder.path, clock, again=True)
    assert len(_records(desk)) == 1


def test_a_file_of_sign_ins_does_not_make_real_records_a_demonstration(desk: Desk, clock: Clock) -> None:
    users = [{"name": "Lena Osei", "role": "supervisor", "password": build.PASSWORD}]
    told = {"users": users, "wanted": {"people": 4, "notes": 9, "seed": 1}, "day": "2026-11-21"}
    desk.store.folder.sign_ins.write_text(json.dumps(told))
    assert demonstration.sign_ins(desk.store.folder.path) is not None
    assert making.find(desk.store.folder.path) is None
    with pytest.raises(Unavailable, match="not a demonstration"):
        _made(desk.store.folder.path, clock, again=True)
    users[0]["password"] = "somethingelse"
    desk.store.folder.sign_ins.write_text(json.dumps(told))
    assert making.find(desk.store.folder.path) is None


@pytest.mark.parametrize("told", ["", "[]", "{}", '{"users": [{"name": 1}]}', '{"users": [], "wanted": {"x": 1}}'])
def test_a_file_of_sign_ins_that_says_nothing_is_none(tmp_path: Path, told: str) -> None:
    assert demonstration.sign_ins(tmp_path) is None
    DataFolder(tmp_path).sign_ins.write_text(told)
    assert demonstration.sign_ins(tmp_path) is None


def test_one_that_was_interrupted_leaves_nothing_and_the_next_is_whole(
    tmp_path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(told: int, of: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        making.make(tmp_path / "d", clock, SMALL, strength=keys.TEST, tell=interrupted)
    assert list((tmp_path / "d").iterdir()) == []
    (tmp_path / "d" / making.HALF_MADE).mkdir()
    (tmp_path / "d" / making.HALF_MADE / "desk.vault").write_bytes(b"half")
    assert _made(tmp_path / "d", clock).made_now
    assert not (tmp_path / "d" / making.HALF_MADE).exists()


def test_a_folder_where_it_has_no_room_is_said(tmp_path: Path, clock: Clock) -> None:
    (tmp_path / "d" / "desk.anchor").mkdir(parents=True)
    (tmp_path / "d" / "desk.anchor" / "x").touch()
    with pytest.raises(Unavailable, match="something else lies there"):
        _made(tmp_path / "d", clock)


@pytest.mark.parametrize(
    ("people", "notes", "field"),
    [
        (-1, 0, "people"),
        (MOST_PEOPLE + 1, 0, "people"),
        (1, -1, "notes"),
        (1, MOST_NOTES + 1, "notes"),
        (0, 1, "notes"),
    ],
)
def test_sizes_out_of_bounds_are_said(tmp_path: Path, clock: Clock, people: int, notes: int, field: str) -> None:
    with pytest.raises(Invalid) as wrong:
        _made(tmp_path / "d", clock, Wanted(people=people, notes=notes))
    assert list(wrong.value.fields) == [field]


def test_sizes_at_their_bounds_are_fine() -> None:
    Wanted(people=0, notes=0).check()
    Wanted(people=MOST_PEOPLE, notes=MOST_NOTES).check()


def test_only_a_demonstration_may_hold_an_invented_past(desk: Desk) -> None:
    person = Person(id=desk.clock.new_id(), given_name="Ivy", recorded_by="Somebody Else")
    with pytest.raises(NotAllowed, match="Only a demonstration"):
        casework.perform(desk, Act(title="Told", saves=(person,)), as_stamped=True)
    assert issubclass(NotAllowed, DeskError)
    assert _records(desk) == []


def test_an_empty_demonstration_can_be_made(tmp_path: Path, clock: Clock) -> None:
    made = _made(tmp_path / "d", clock, Wanted(people=0, notes=0))
    desk = _desk(made, clock)
    assert _records(desk) == []
    signing_in.leave(desk)
