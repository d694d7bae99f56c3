"""What records name becomes files, records and links in one act; nobody is recognised silently, or asked twice."""

from dataclasses import replace
from typing import Any

import pytest

from rise_desk.domain import life
from rise_desk.domain.handle import Handle
from rise_desk.domain.interview import ReturnInterview
from rise_desk.domain.link import Link
from rise_desk.domain.mention import Mention
from rise_desk.domain.moments import Moment
from rise_desk.domain.naming import Way
from rise_desk.domain.person import Person
from rise_desk.domain.place import Place
from rise_desk.domain.record import Id
from rise_desk.domain.vehicle import Vehicle
from rise_desk.errors import Invalid, NotAllowed
from rise_desk.services import casework, merging, naming, undoing
from rise_desk.services.desk import Desk
from rise_desk.services.named import Named
from rise_desk.services.naming import Answer
from rise_desk.storage import audit
from tests import build

EXPLOITED = Way(link_type="exploited", outward=False)
USES, SEEN = Way(link_type="uses"), Way(link_type="seen_at")
FRIEND = Way(link_type="friend")


@pytest.fixture
def maisie(desk: Desk) -> Person:
    """A girl on file."""
    return build.young_person(desk)


def _told(desk: Desk, child: Person, *named: Mention, day: str = "18", **values: Any) -> ReturnInterview:
    """An interview that was held, and who and what was named in it."""
    episode = build.episode(desk, child.id, f"2026-11-{day}T01:00+00:00", f"2026-11-{day}T02:00+00:00")
    held = f"2026-11-{day}T16:00+00:00"
    known: dict[str, Any] = {"seen": "seen_alone", "interviewer": "Ana Reyes", "independent": True, **values}
    return build.interview(
        desk, episode, offered_at=held, done_at=held, own_words="He was there.", mentions=named, **known
    )


def _names(found: tuple[Named, ...]) -> list[str]:
    return [each.mention.name for each in found]


def _links(desk: Desk, child: Person) -> list[Link]:
    file = desk.store.case_file(child.id, frozenset())
    return sorted((each for each in file.of(Link) if not each.withdrawn), key=lambda each: each.id)


PAUL = Mention(name="Tall Paul", known="Drives a taxi")
PHONE = Mention(name="07700 900123", sort="phone")
CORNER = Mention(name="Kebab Corner", sort="place")


def test_everything_named_becomes_a_record_and_a_link_in_one_act(desk: Desk, maisie: Person) -> None:
    plate, snap = Mention(name="ab12 cde", sort="vehicle"), Mention(name="@tallp", sort="handle")
    held = _told(desk, maisie, PAUL, CORNER, plate, PHONE, snap)
    found = naming.of_record(desk, maisie.id, held.id)
    assert _names(found) == ["Tall Paul", "Kebab Corner", "ab12 cde", "07700 900123", "@tallp"]
    saved = naming.settle(
        desk,
        [
            Answer(named=found[0], new=True, role="of_concern", way=EXPLOITED),
            Answer(named=found[1], new=True, way=SEEN, confidence="probable"),
            Answer(named=found[2], new=True, way=USES, whose=0),
            Answer(named=found[3], new=True, way=USES),
            Answer(named=found[4], new=True, way=USES, whose=0),
        ],
    )
    paul, corner, car, phone, online = saved[:5]
    assert isinstance(paul, Person)
    assert (paul.known_as, paul.description) == ("Tall Paul", "Drives a taxi")
    assert (paul.how_well_known, paul.kind, paul.date_of_birth) == ("given_name_or_alias_only", "adult", "")
    assert isinstance(corner, Place)
    assert corner.name == "Kebab Corner"
    assert isinstance(car, Vehicle)
    assert car.name == "AB12 CDE"
    assert isinstance(phone, Handle)
    assert (phone.sort, phone.name) == ("phone", "07700 900123")
    assert isinstance(online, Handle)
    assert online.sort == "handle"
    links = [each for each in saved if isinstance(each, Link)]
    assert [(each.subject, each.link_type, each.other) for each in links] == [
        (paul.id, "exploited", maisie.id),
        (maisie.id, "seen_at", corner.id),
        (paul.id, "uses", car.id),
        (maisie.id, "uses", phone.id),
        (paul.id, "uses", online.id),
    ]
    assert {each.said_in for each in links} == {held.id}
    assert {each.said_by for each in links} == {"Maisie Okafor, in the return interview"}
    assert [each.confidence for each in links] == ["unconfirmed", "probable", *["unconfirmed"] * 3]
    assert {each.since for each in links} == {""}
    deeds = {(row["kind"], row["record"]) for row in audit.entries(desk.store.vault) if row["deed"] == "record made"}
    assert {(each.kind, each.id) for each in saved} <= deeds
    assert links[0].note == "Named as “Tall Paul” in the return interview of 18 November 2026."
    assert naming.waiting(desk, maisie.id) == ()


def test_undo_takes_all_of_it_back_and_it_is_asked_again(desk: Desk, maisie: Person) -> None:
    _told(desk, maisie, PAUL, PHONE)
    one, two = naming.waiting(desk, maisie.id)
    acts: list[Id] = []
    desk.listeners.append(lambda told: acts.append(told.act))
    naming.settle(
        desk,
        [Answer(named=one, new=True, role="at_risk", way=FRIEND), Answer(named=two, new=True, way=USES)],
    )
    assert len(acts) == 1
    assert naming.waiting(desk, maisie.id) == ()
    undoing.undo(desk, acts[0])
    assert _links(desk, maisie) == []
    assert _names(naming.waiting(desk, maisie.id)) == ["Tall Paul", "07700 900123"]


def test_what_is_left_as_it_is_named_waits(desk: Desk, maisie: Person) -> None:
    _told(desk, maisie, PAUL, PHONE)
    one, two = naming.waiting(desk, maisie.id)
    naming.settle(desk, [Answer(named=one), Answer(named=two, new=True, way=USES)])
    assert _names(naming.waiting(desk, maisie.id)) == ["Tall Paul"]


def test_two_who_share_a_nickname_are_told_and_never_chosen(desk: Desk, maisie: Person) -> None:
    town = (life.Alias(name="Tall Paul", used_where="Corby"),)
    corby = build.adult(desk, "Paul", "Dent", aliases=town)
    other = build.adult(desk, "Paul", "Marsh", aliases=(life.Alias(name="Tall Paul"),))
    _told(desk, maisie, PAUL)
    (named,) = naming.waiting(desk, maisie.id)
    found = naming.likely(desk, named)
    assert {each.subject for each in found} == {corby.id, other.id}
    assert not any(each.sure for each in found)
    assert f"{corby.file_number}, “Tall Paul” in Corby" in {each.detail for each in found}
    assert all(each.why for each in found)
    naming.settle(desk, [Answer(named=named, subject=corby.id, way=EXPLOITED)])
    assert [each.subject for each in _links(desk, maisie)] == [corby.id]
    assert naming.waiting(desk, maisie.id) == ()


def test_a_nickname_of_two_is_asked_again_by_the_next_entry_and_the_link_tells_both(desk: Desk, maisie: Person) -> None:
    alias = (life.Alias(name="Tall Paul"),)
    one, _two = build.adult(desk, "Paul", "Dent", aliases=alias), build.adult(desk, "Paul", "Marsh", aliases=alias)
    _told(desk, maisie, PAUL, day="11")
    naming.settle(desk, [Answer(named=naming.waiting(desk, maisie.id)[0], subject=one.id, way=EXPLOITED)])
    _told(desk, maisie, PAUL, day="18")
    (again,) = naming.waiting(desk, maisie.id)
    naming.settle(desk, [Answer(named=again, subject=one.id, way=EXPLOITED)])
    (link,) = _links(desk, maisie)
    assert link.note.splitlines() == [
        "Named as “Tall Paul” in the return interview of 11 November 2026.",
        "Named as “Tall Paul” in the return interview of 18 November 2026.",
    ]
    assert naming.waiting(desk, maisie.id) == ()


def test_the_only_one_who_goes_by_a_name_is_not_asked_again(desk: Desk, maisie: Person) -> None:
    paul = build.adult(desk, "", "", known_as="Tall Paul")
    build.link(desk, paul, "exploited", maisie)
    _told(desk, maisie, PAUL)
    assert naming.waiting(desk, maisie.id) == ()
    build.adult(desk, "", "", known_as="Tall Paul")
    assert _names(naming.waiting(desk, maisie.id)) == ["Tall Paul"]


def test_the_same_number_is_found_however_it_is_written(desk: Desk, maisie: Person) -> None:
    phone = build.phone(desk, "+44 7700 900123", service="giffgaff")
    _told(desk, maisie, PHONE)
    (named,) = naming.waiting(desk, maisie.id)
    (likely,) = naming.likely(desk, named)
    assert (likely.subject, likely.sure, likely.detail) == (phone.id, True, "giffgaff")


def test_a_place_of_that_name_is_told_but_is_not_sure(desk: Desk, maisie: Person) -> None:
    place = build.place(desk, "Kebab Corner", lines="1 High Street")
    withdrawn = build.place(desk, "Kebab corner")
    casework.withdraw(desk, withdrawn, "Twice.")
    build.young_person(desk, "Kebab", "Corner")
    _told(desk, maisie, CORNER)
    (named,) = naming.waiting(desk, maisie.id)
    assert [(each.subject, each.sure, each.detail) for each in naming.likely(desk, named)] == [
        (place.id, False, "1 High Street")
    ]


def test_the_child_is_not_offered_as_whoever_they_named(desk: Desk, maisie: Person) -> None:
    child = build.young_person(desk, "Zara", "Quill", known_as="Little Zed")
    for teller in (child, maisie):
        _told(desk, teller, Mention(name="Little Zed"))
    (hers,), (theirs,) = naming.waiting(desk, child.id), naming.waiting(desk, maisie.id)
    assert [each.subject for each in naming.likely(desk, theirs)] == [child.id]
    assert naming.likely(desk, hers) == ()


def test_what_looks_like_no_plate_is_how_a_vehicle_looks(desk: Desk, maisie: Person) -> None:
    _told(desk, maisie, Mention(name="silver taxi with a broken light", sort="vehicle"))
    (named,) = naming.waiting(desk, maisie.id)
    assert naming.likely(desk, named) == ()
    car = naming.settle(desk, [Answer(named=named, new=True, way=USES)])[0]
    assert isinstance(car, Vehicle)
    assert (car.plate, car.name) == ("", "silver taxi with a broken light")
    assert naming.waiting(desk, maisie.id) == ()


def test_a_file_that_was_picked_is_linked_with_that_file(desk: Desk, maisie: Person) -> None:
    friend = build.young_person(desk, "Zara", "Quill", aliases=(life.Alias(name="Zed"),))
    _told(desk, maisie, Mention(name="her best friend", person=friend.id, sort="person"))
    (named,) = naming.waiting(desk, maisie.id)
    (likely,) = naming.likely(desk, named)
    assert (likely.subject, likely.sure, likely.detail) == (friend.id, True, f"{friend.file_number}, “Zed”")
    build.link(desk, maisie, "friend", friend)
    assert naming.waiting(desk, maisie.id) == ()


def test_a_picked_file_that_is_restricted_is_not_asked_about(desk: Desk, maisie: Person) -> None:
    hidden = build.young_person(desk, "Jade", "Whitlock")
    _told(desk, maisie, Mention(name="Jade", person=hidden.id), Mention(name="Jade Whitlock"))
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
    held = _told(desk, maisie, PAUL)
    corrected = casework.save(
        desk, held.changed(id=desk.clock.new_id(), version=0, corrects=held.id, mentions=(CORNER,))
    )
    assert _names(naming.waiting(desk, maisie.id)) == ["Kebab Corner"]
    assert naming.of_record(desk, maisie.id, held.id) == ()
    casework.withdraw(desk, corrected, "Not theirs.")
    assert _names(naming.waiting(desk, maisie.id)) == ["Tall Paul"]


def test_an_interview_that_is_only_arranged_names_nobody(desk: Desk, maisie: Person) -> None:
    episode = build.episode(desk, maisie.id, "2026-11-18T01:00+00:00", "2026-11-18T02:00+00:00")
    build.interview(desk, episode, offered_at="2026-11-18T16:00+00:00", mentions=(PAUL,))
    assert naming.waiting(desk, maisie.id) == ()


def test_a_correction_does_not_ask_again_what_its_entry_had_taken_up(desk: Desk, maisie: Person) -> None:
    alias = (life.Alias(name="Tall Paul"),)
    one, _two = build.adult(desk, "Paul", "Dent", aliases=alias), build.adult(desk, "Paul", "Marsh", aliases=alias)
    held = _told(desk, maisie, PAUL)
    build.link(desk, one, "exploited", maisie, said_in=held.id)
    assert naming.waiting(desk, maisie.id) == ()
    casework.save(desk, held.changed(id=desk.clock.new_id(), version=0, corrects=held.id, threats="He shouted."))
    assert naming.waiting(desk, maisie.id) == ()


def test_assessments_and_episodes_name_people_too(desk: Desk, maisie: Person) -> None:
    build.assessment(desk, maisie.id, mentions=(PAUL,), day="2026-11-10")
    build.episode(
        desk, maisie.id, "2026-11-18T01:00+00:00", "2026-11-18T02:00+00:00", found_with=(PAUL, Mention(name="Sam"))
    )
    found = naming.waiting(desk, maisie.id)
    assert _names(found) == ["Tall Paul", "Sam"]
    assert [len(each.records) for each in found] == [2, 1]
    assert naming.said_by(desk, found[0]) == "Lena Osei, in the missing episode"
    saved = naming.settle(desk, [Answer(named=found[0], new=True, role="of_concern", way=Way(link_type="found_with"))])
    assert isinstance(saved[1], Link)
    assert saved[1].note.count("Named as “Tall Paul”") == 2
    assert _names(naming.waiting(desk, maisie.id)) == ["Sam"]


def test_a_merged_child_is_asked_once_under_the_main_file(desk: Desk, maisie: Person) -> None:
    other = build.young_person(desk, "Maisy", "Okafor")
    _told(desk, other, PAUL)
    merging.merge(desk, maisie, other, "The same girl.")
    (named,) = naming.waiting(desk, other.id)
    assert named.child == maisie.id


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"role": "of_concern"}, "Choose how they are linked."),
        ({"way": FRIEND}, "Say whether they are of concern, or at risk."),
    ],
)
def test_what_is_missing_is_said_and_nothing_is_saved(
    desk: Desk, maisie: Person, given: dict[str, Any], said: str
) -> None:
    _told(desk, maisie, PAUL, PHONE)
    one, two = naming.waiting(desk, maisie.id)
    with pytest.raises(Invalid) as wrong:
        naming.settle(desk, [replace(Answer(named=one, new=True), **given), Answer(named=two, new=True, way=USES)])
    assert wrong.value.fields == {"answers.0": said}
    assert _links(desk, maisie) == []


def test_a_phone_without_a_number_is_no_record(desk: Desk, maisie: Person) -> None:
    _told(desk, maisie, Mention(name="Paul's phone", sort="phone"))
    (named,) = naming.waiting(desk, maisie.id)
    with pytest.raises(Invalid, match="at least six digits"):
        naming.settle(desk, [Answer(named=named, new=True, way=USES)])


def test_a_thing_of_somebody_who_is_left_as_named_is_nobodys(desk: Desk, maisie: Person) -> None:
    _told(desk, maisie, PAUL, PHONE)
    one, two = naming.waiting(desk, maisie.id)
    with pytest.raises(Invalid, match="First say who Tall Paul is"):
        naming.settle(desk, [Answer(named=one), Answer(named=two, new=True, way=USES, whose=0)])


def test_nothing_taken_up_is_nothing_to_save(desk: Desk, maisie: Person) -> None:
    _told(desk, maisie, PAUL)
    (one,) = naming.waiting(desk, maisie.id)
    with pytest.raises(Invalid, match="leave the window"):
        naming.settle(desk, [Answer(named=one)])


def test_an_exploitation_link_from_a_child_is_refused(desk: Desk, maisie: Person) -> None:
    friend = build.young_person(desk, "Zara", "Quill")
    _told(desk, maisie, Mention(name="Zara", person=friend.id))
    (one,) = naming.waiting(desk, maisie.id)
    with pytest.raises(Invalid, match="runs from the alleged exploiter"):
        naming.settle(desk, [Answer(named=one, subject=friend.id, way=EXPLOITED)])


def test_a_number_the_child_is_linked_with_is_not_asked_again(desk: Desk, maisie: Person) -> None:
    build.link(desk, maisie, "uses", build.phone(desk, "+44 7700 900123"))
    _told(desk, maisie, PHONE)
    assert naming.waiting(desk, maisie.id) == ()


def test_a_link_that_is_there_already_is_told_further(desk: Desk, maisie: Person) -> None:
    alias = (life.Alias(name="Zed"),)
    one, two = (build.young_person(desk, "Zara", each, aliases=alias) for each in ("Quill", "Bates"))
    build.link(desk, one, "relative", maisie)
    build.link(desk, maisie, "friend", one, since="2026-01", until=Moment("2026-02"))
    stands = build.link(desk, one, "friend", maisie, since="2026-03", note="Met at school.")
    ended = build.link(desk, maisie, "friend", two, since="2026-01", until=Moment("2026-02"))
    for day, who in (("11", one), ("18", two)):
        _told(desk, maisie, Mention(name="Zed"), day=day)
        (named,) = naming.waiting(desk, maisie.id)
        naming.settle(desk, [Answer(named=named, subject=who.id, way=FRIEND)])
    told = desk.store.get(Link, stands.id)
    assert told.note == "Met at school.\nNamed as “Zed” in the return interview of 11 November 2026."
    further = desk.store.get(Link, ended.id)
    assert further.note == "Named as “Zed” in the return interview of 18 November 2026."
    assert further.until == "2026-02"
    assert len(_links(desk, maisie)) == 4
