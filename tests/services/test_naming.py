"""What records name becomes files, records and links in one act; nobody is recognised silently, or asked twice."""

from dataclasses import replace
from typing import Any

import pytest

from rise_desk.domain import life
from rise_desk.domain.handle import Handle
from rise_desk.domain.link import Link
from rise_desk.domain.mention import Mention
from rise_desk.domain.naming import Way
from rise_desk.domain.person import Person
from rise_desk.domain.place import Place
from rise_desk.domain.record import Id
from rise_desk.domain.vehicle import Vehicle
from rise_desk.errors import Invalid
from rise_desk.services import casework, naming, undoing
from rise_desk.services.desk import Desk
from rise_desk.services.naming import Answer
from rise_desk.storage import audit
from tests import build
from tests.services.telling import CORNER, EXPLOITED, FRIEND, PAUL, PHONE, SEEN, USES, links_of, names, told


@pytest.fixture
def maisie(desk: Desk) -> Person:
    """A girl on file."""
    return build.young_person(desk)


def test_everything_named_becomes_a_record_and_a_link_in_one_act(desk: Desk, maisie: Person) -> None:
    plate, snap = Mention(name="ab12 cde", sort="vehicle"), Mention(name="@tallp", sort="handle")
    held = told(desk, maisie, PAUL, CORNER, plate, PHONE, snap)
    found = naming.of_record(desk, maisie.id, held.id)
    assert names(found) == ["Tall Paul", "Kebab Corner", "ab12 cde", "07700 900123", "@tallp"]
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
    deeds = {(row["kind"], row["record"]) for row in audit.entries(desk.store.vault) if row["deed"] == "record made"}
    assert {(each.kind, each.id) for each in saved} <= deeds
    assert naming.waiting(desk, maisie.id) == ()


def test_each_link_says_who_told_it_where_and_under_which_name(desk: Desk, maisie: Person) -> None:
    held = told(desk, maisie, PAUL, CORNER)
    paul, corner = naming.waiting(desk, maisie.id)
    saved = naming.settle(
        desk,
        [
            Answer(named=paul, new=True, role="of_concern", way=EXPLOITED),
            Answer(named=corner, new=True, way=SEEN, confidence="probable"),
        ],
    )
    links = [each for each in saved if isinstance(each, Link)]
    assert {each.said_in for each in links} == {held.id}
    assert {each.said_by for each in links} == {"the young person interviewed, in the return interview"}
    assert [each.confidence for each in links] == ["unconfirmed", "probable"]
    assert {each.since for each in links} == {""}
    assert links[0].note == "Named as “Tall Paul” in the return interview of 18 November 2026."
    assert naming.waiting(desk, maisie.id) == ()


def test_undo_takes_all_of_it_back_and_it_is_asked_again(desk: Desk, maisie: Person) -> None:
    told(desk, maisie, PAUL, PHONE)
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
    assert links_of(desk, maisie) == []
    assert names(naming.waiting(desk, maisie.id)) == ["Tall Paul", "07700 900123"]


def test_what_is_left_as_it_is_named_waits(desk: Desk, maisie: Person) -> None:
    told(desk, maisie, PAUL, PHONE)
    one, two = naming.waiting(desk, maisie.id)
    naming.settle(desk, [Answer(named=one), Answer(named=two, new=True, way=USES)])
    assert names(naming.waiting(desk, maisie.id)) == ["Tall Paul"]


def test_two_who_share_a_nickname_are_told_and_never_chosen(desk: Desk, maisie: Person) -> None:
    town = (life.Alias(name="Tall Paul", used_where="Corby"),)
    corby = build.adult(desk, "Paul", "Dent", aliases=town)
    other = build.adult(desk, "Paul", "Marsh", aliases=(life.Alias(name="Tall Paul"),))
    told(desk, maisie, PAUL)
    (named,) = naming.waiting(desk, maisie.id)
    found = naming.likely(desk, named)
    assert {each.subject for each in found} == {corby.id, other.id}
    assert not any(each.sure for each in found)
    assert f"{corby.file_number}, “Tall Paul” in Corby" in {each.detail for each in found}
    assert all(each.why for each in found)
    naming.settle(desk, [Answer(named=named, subject=corby.id, way=EXPLOITED)])
    assert [each.subject for each in links_of(desk, maisie)] == [corby.id]
    assert naming.waiting(desk, maisie.id) == ()


def test_the_same_number_is_found_however_it_is_written(desk: Desk, maisie: Person) -> None:
    phone = build.phone(desk, "+44 7700 900123", service="giffgaff")
    told(desk, maisie, PHONE)
    (named,) = naming.waiting(desk, maisie.id)
    (likely,) = naming.likely(desk, named)
    assert (likely.subject, likely.sure, likely.detail) == (phone.id, True, "giffgaff")


def test_a_place_of_that_name_is_told_but_is_not_sure(desk: Desk, maisie: Person) -> None:
    place = build.place(desk, "Kebab Corner", lines="1 High Street")
    withdrawn = build.place(desk, "Kebab corner")
    casework.withdraw(desk, withdrawn, "Twice.")
    build.young_person(desk, "Kebab", "Corner")
    told(desk, maisie, CORNER)
    (named,) = naming.waiting(desk, maisie.id)
    assert [(each.subject, each.sure, each.detail) for each in naming.likely(desk, named)] == [
        (place.id, False, "1 High Street")
    ]


def test_the_child_is_not_offered_as_whoever_they_named(desk: Desk, maisie: Person) -> None:
    child = build.young_person(desk, "Zara", "Quill", known_as="Little Zed")
    for teller in (child, maisie):
        told(desk, teller, Mention(name="Little Zed"))
    (hers,), (theirs,) = naming.waiting(desk, child.id), naming.waiting(desk, maisie.id)
    assert [each.subject for each in naming.likely(desk, theirs)] == [child.id]
    assert naming.likely(desk, hers) == ()


def test_what_looks_like_no_plate_is_how_a_vehicle_looks(desk: Desk, maisie: Person) -> None:
    told(desk, maisie, Mention(name="silver taxi with a broken light", sort="vehicle"))
    (named,) = naming.waiting(desk, maisie.id)
    assert naming.likely(desk, named) == ()
    car = naming.settle(desk, [Answer(named=named, new=True, way=USES)])[0]
    assert isinstance(car, Vehicle)
    assert (car.plate, car.name) == ("", "silver taxi with a broken light")
    assert naming.waiting(desk, maisie.id) == ()


def test_assessments_and_episodes_name_people_too(desk: Desk, maisie: Person) -> None:
    build.assessment(desk, maisie.id, mentions=(PAUL,), day="2026-11-10")
    build.episode(
        desk, maisie.id, "2026-11-18T01:00+00:00", "2026-11-18T02:00+00:00", found_with=(PAUL, Mention(name="Sam"))
    )
    found = naming.waiting(desk, maisie.id)
    assert names(found) == ["Tall Paul", "Sam"]
    assert [len(each.records) for each in found] == [2, 1]
    assert naming.said_by(found[0]) == "Lena Osei, in the missing episode"
    saved = naming.settle(desk, [Answer(named=found[0], new=True, role="of_concern", way=Way(link_type="found_with"))])
    assert isinstance(saved[1], Link)
    assert saved[1].note.count("Named as “Tall Paul”") == 2
    assert names(naming.waiting(desk, maisie.id)) == ["Sam"]


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
    told(desk, maisie, PAUL, PHONE)
    one, two = naming.waiting(desk, maisie.id)
    with pytest.raises(Invalid) as wrong:
        naming.settle(desk, [replace(Answer(named=one, new=True), **given), Answer(named=two, new=True, way=USES)])
    assert wrong.value.fields == {"answers.0": said}
    assert links_of(desk, maisie) == []


def test_a_phone_without_a_number_is_no_record(desk: Desk, maisie: Person) -> None:
    told(desk, maisie, Mention(name="Paul's phone", sort="phone"))
    (named,) = naming.waiting(desk, maisie.id)
    with pytest.raises(Invalid, match="at least six digits"):
        naming.settle(desk, [Answer(named=named, new=True, way=USES)])


def test_a_thing_of_somebody_who_is_left_as_named_is_nobodys(desk: Desk, maisie: Person) -> None:
    told(desk, maisie, PAUL, PHONE)
    one, two = naming.waiting(desk, maisie.id)
    with pytest.raises(Invalid, match="First say who Tall Paul is"):
        naming.settle(desk, [Answer(named=one), Answer(named=two, new=True, way=USES, whose=0)])


def test_nothing_taken_up_is_nothing_to_save(desk: Desk, maisie: Person) -> None:
    told(desk, maisie, PAUL)
    (one,) = naming.waiting(desk, maisie.id)
    with pytest.raises(Invalid, match="leave the window"):
        naming.settle(desk, [Answer(named=one)])


def test_an_exploitation_link_from_a_child_is_refused(desk: Desk, maisie: Person) -> None:
    friend = build.young_person(desk, "Zara", "Quill")
    told(desk, maisie, Mention(name="Zara", person=friend.id))
    (one,) = naming.waiting(desk, maisie.id)
    with pytest.raises(Invalid, match="runs from the alleged exploiter"):
        naming.settle(desk, [Answer(named=one, subject=friend.id, way=EXPLOITED)])


def test_two_names_of_the_same_one_are_one_link_that_tells_of_both(desk: Desk, maisie: Person) -> None:
    darren = build.adult(desk, "Darren", "Kite")
    held = told(desk, maisie, Mention(name="Daz"), Mention(name="Dazza"), Mention(name="DK"))
    found = naming.of_record(desk, maisie.id, held.id)
    ways = (FRIEND, FRIEND, EXPLOITED)
    naming.settle(desk, [Answer(named=each, subject=darren.id, way=way) for each, way in zip(found, ways, strict=True)])
    friend, exploited = sorted(links_of(desk, maisie), key=lambda each: each.link_type, reverse=True)
    assert [each.partition(" in the ")[0] for each in friend.note.splitlines()] == [
        "Named as “Daz”",
        "Named as “Dazza”",
    ]
    assert (exploited.subject, exploited.link_type) == (darren.id, "exploited")
    assert naming.waiting(desk, maisie.id) == ()
