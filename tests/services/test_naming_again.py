"""Nobody who was taken up is asked about again, whatever entry names them next; who was not, waits."""

import pytest

from rise_desk.domain import life
from rise_desk.domain.link import Link
from rise_desk.domain.mention import Mention
from rise_desk.domain.moments import Moment
from rise_desk.domain.person import Person
from rise_desk.errors import NotAllowed
from rise_desk.services import casework, merging, naming
from rise_desk.services.desk import Desk
from rise_desk.services.naming import Answer
from tests import build
from tests.services.telling import CORNER, EXPLOITED, FRIEND, PAUL, PHONE, links_of, names, told


@pytest.fixture
def maisie(desk: Desk) -> Person:
    """A girl on file."""
    return build.young_person(desk)


def test_a_nickname_of_two_is_asked_again_by_the_next_entry_and_the_link_tells_both(desk: Desk, maisie: Person) -> None:
    alias = (life.Alias(name="Tall Paul"),)
    one, _two = build.adult(desk, "Paul", "Dent", aliases=alias), build.adult(desk, "Paul", "Marsh", aliases=alias)
    told(desk, maisie, PAUL, day="11")
    naming.settle(desk, [Answer(named=naming.waiting(desk, maisie.id)[0], subject=one.id, way=EXPLOITED)])
    told(desk, maisie, PAUL, day="18")
    (again,) = naming.waiting(desk, maisie.id)
    naming.settle(desk, [Answer(named=again, subject=one.id, way=EXPLOITED)])
    (link,) = links_of(desk, maisie)
    assert link.note.splitlines() == [
        "Named as “Tall Paul” in the return interview of 11 November 2026.",
        "Named as “Tall Paul” in the return interview of 18 November 2026.",
    ]
    assert naming.waiting(desk, maisie.id) == ()


def test_the_only_one_who_goes_by_a_name_is_not_asked_again(desk: Desk, maisie: Person) -> None:
    paul = build.adult(desk, "", "", known_as="Tall Paul")
    build.link(desk, paul, "exploited", maisie)
    told(desk, maisie, PAUL)
    assert naming.waiting(desk, maisie.id) == ()
    build.adult(desk, "", "", known_as="Tall Paul")
    assert names(naming.waiting(desk, maisie.id)) == ["Tall Paul"]


def test_a_file_that_was_picked_is_linked_with_that_file(desk: Desk, maisie: Person) -> None:
    friend = build.young_person(desk, "Zara", "Quill", aliases=(life.Alias(name="Zed"),))
    told(desk, maisie, Mention(name="her best friend", person=friend.id, sort="person"))
    (named,) = naming.waiting(desk, maisie.id)
    (likely,) = naming.likely(desk, named)
    assert (likely.subject, likely.sure, likely.detail) == (friend.id, True, f"{friend.file_number}, “Zed”")
    build.link(desk, maisie, "friend", friend)
    assert naming.waiting(desk, maisie.id) == ()


def test_a_picked_file_that_is_restricted_is_not_asked_about(desk: Desk, maisie: Person) -> None:
    hidden = build.young_person(desk, "Jade", "Whitlock")
    told(desk, maisie, Mention(name="Jade", person=hidden.id), Mention(name="Jade Whitlock"))
    with desk.writing() as work:
        work.put(hidden.changed(restricted=True), hidden)
    (named,) = naming.waiting(desk, maisie.id)
    assert named.mention.person == 0
    assert naming.likely(desk, named) == ()
    with pytest.raises(NotAllowed):
        naming.settle(desk, [Answer(named=named, subject=hidden.id, way=FRIEND)])
    with pytest.raises(NotAllowed):
        naming.waiting(desk, hidden.id)


def test_only_what_stands_and_was_held_is_asked(desk: Desk, maisie: Person) -> None:
    held = told(desk, maisie, PAUL)
    corrected = casework.save(
        desk, held.changed(id=desk.clock.new_id(), version=0, corrects=held.id, mentions=(CORNER,))
    )
    assert names(naming.waiting(desk, maisie.id)) == ["Kebab Corner"]
    assert naming.of_record(desk, maisie.id, held.id) == ()
    casework.withdraw(desk, corrected, "Not theirs.")
    assert names(naming.waiting(desk, maisie.id)) == ["Tall Paul"]


def test_an_interview_that_is_only_arranged_names_nobody(desk: Desk, maisie: Person) -> None:
    episode = build.episode(desk, maisie.id, "2026-11-18T01:00+00:00", "2026-11-18T02:00+00:00")
    build.interview(desk, episode, offered_at="2026-11-18T16:00+00:00", mentions=(PAUL,))
    assert naming.waiting(desk, maisie.id) == ()


def test_a_correction_does_not_ask_again_what_its_entry_had_taken_up(desk: Desk, maisie: Person) -> None:
    alias = (life.Alias(name="Tall Paul"),)
    one, _two = build.adult(desk, "Paul", "Dent", aliases=alias), build.adult(desk, "Paul", "Marsh", aliases=alias)
    held = told(desk, maisie, PAUL)
    build.link(desk, one, "exploited", maisie, said_in=held.id)
    assert naming.waiting(desk, maisie.id) == ()
    casework.save(desk, held.changed(id=desk.clock.new_id(), version=0, corrects=held.id, threats="He shouted."))
    assert naming.waiting(desk, maisie.id) == ()


def test_a_merged_child_is_asked_once_under_the_main_file(desk: Desk, maisie: Person) -> None:
    other = build.young_person(desk, "Maisy", "Okafor")
    told(desk, other, PAUL)
    merging.merge(desk, maisie, other, "The same girl.")
    (named,) = naming.waiting(desk, other.id)
    assert named.child == maisie.id


def test_a_number_the_child_is_linked_with_is_not_asked_again(desk: Desk, maisie: Person) -> None:
    build.link(desk, maisie, "uses", build.phone(desk, "+44 7700 900123"))
    told(desk, maisie, PHONE)
    assert naming.waiting(desk, maisie.id) == ()


def test_a_link_that_is_there_already_is_told_further(desk: Desk, maisie: Person) -> None:
    alias = (life.Alias(name="Zed"),)
    one, two = (build.young_person(desk, "Zara", each, aliases=alias) for each in ("Quill", "Bates"))
    build.link(desk, one, "relative", maisie)
    build.link(desk, maisie, "friend", one, since="2026-01", until=Moment("2026-02"))
    stands = build.link(desk, one, "friend", maisie, since="2026-03", note="Met at school.")
    ended = build.link(desk, maisie, "friend", two, since="2026-01", until=Moment("2026-02"))
    for day, who in (("11", one), ("18", two)):
        told(desk, maisie, Mention(name="Zed"), day=day)
        (named,) = naming.waiting(desk, maisie.id)
        naming.settle(desk, [Answer(named=named, subject=who.id, way=FRIEND)])
    further = desk.store.get(Link, stands.id)
    assert further.note == "Met at school.\nNamed as “Zed” in the return interview of 11 November 2026."
    after = desk.store.get(Link, ended.id)
    assert after.note == "Named as “Zed” in the return interview of 18 November 2026."
    assert after.until == "2026-02"
    assert len(links_of(desk, maisie)) == 4
