"""Finding places, vehicles, phones and names online, and the links, notices and actions that concern them."""

import pytest

from rise_desk.domain.handle import Handle
from rise_desk.domain.life import Alias
from rise_desk.domain.moments import Moment
from rise_desk.domain.record import Record
from rise_desk.domain.thing import Thing
from rise_desk.services import casework, finding
from rise_desk.services.desk import Desk
from rise_desk.services.finding import Hit
from tests import build
from tests.services.test_finding_notes import restrict


def things(desk: Desk, text: str) -> list[tuple[str, str]]:
    """What each thing that answers is called, and what is told of it."""
    return [(each.name, each.found_in) for each in finding.find(desk, text).things]


def entries(desk: Desk, text: str) -> list[Hit]:
    return list(finding.find(desk, text).notes)


@pytest.fixture
def around(desk: Desk) -> dict[str, Thing]:
    """A place, two cars, a phone and a name online."""
    return {
        "place": build.place(
            desk, place_type="takeaway_or_restaurant", lines="1 High Street", postcode="NN1 4AB",
            other_names=(Alias(name="The Corner"),), description="Girls are given food in the back room.",
        ),
        "car": build.vehicle(desk, "AB12 CDE", colour="blue", make="Ford"),
        "part": build.vehicle(desk, "XY9", colour="red"),
        "phone": build.phone(desk, "+44 7700 900123"),
        "handle": casework.save(
            desk, Handle(id=desk.clock.new_id(), handle_sort="handle", value="@KC_boy", service="Snapchat")
        ),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("kebab corner", "Kebab Corner"),
        ("corn", "Kebab Corner"),
        ("the corner", "Kebab Corner"),
        ("high street", "Kebab Corner"),
        ("nn1 4ab", "Kebab Corner"),
        ("NN14AB", "Kebab Corner"),
        ("ab12 cde", "AB12 CDE"),
        ("AB12CDE", "AB12 CDE"),
        ("2cd", "AB12 CDE"),
        ("blue ford", "AB12 CDE"),
        ("xy9", "XY9"),
        ("07700 900123", "+44 7700 900123"),
        ("+447700900123", "+44 7700 900123"),
        ("0123", "+44 7700 900123"),
        ("kc_boy", "@KC_boy"),
        ("snapchat", "@KC_boy"),
    ],
)
def test_a_thing_is_found_by_what_it_is_called(desk: Desk, around: dict[str, Thing], text: str, name: str) -> None:
    assert [each for each, _found_in in things(desk, text)] == [name]
    found = finding.find(desk, text)
    assert (found.files, found.sounding) == ((), ())
    (hit,) = found.things
    assert found.hits[0] == hit
    assert (hit.subject, hit.record) == (hit.subject, hit.subject)
    assert hit.kind in ("place", "vehicle", "handle")


def test_what_sort_of_thing_it_is_and_where_the_words_were_is_told(desk: Desk, around: dict[str, Thing]) -> None:
    assert things(desk, "kebab") == [("Kebab Corner", "takeaway or restaurant, 1 High Street, NN1 4AB")]
    assert things(desk, "ab12") == [("AB12 CDE", "vehicle, blue Ford")]
    assert things(desk, "kc boy") == [("@KC_boy", "name used online, Snapchat")]
    (hit,) = finding.find(desk, "back room").things
    assert hit.found_in == "takeaway or restaurant, 1 High Street, NN1 4AB, description"
    assert [hit.excerpt[start:end] for start, end in hit.spans] == ["back", "room."]
    assert things(desk, "kebab -corner") == []
    assert things(desk, "food -girls") == []
    assert things(desk, "nowhere") == []
    assert things(desk, "") == []


def test_a_whole_name_comes_first_then_the_newest(desk: Desk) -> None:
    first, second, whole = (build.place(desk, name) for name in ("The Bell Yard", "The Bell Tower", "The Bell"))
    man = build.adult(desk)
    build.link(desk, man, "seen_at", first, since="2026-11-02")
    build.link(desk, man, "seen_at", second, since="2026-11-01")
    found = finding.find(desk, "the bell", files=3)
    assert [each.subject for each in found.things] == [whole.id, first.id, second.id]
    assert len(finding.find(desk, "the bell", files=2).things) == 2


def test_what_was_withdrawn_or_merged_is_found_as_what_it_is_now(desk: Desk, around: dict[str, Thing]) -> None:
    other = build.place(desk, "Corner House", description="Upstairs, above the garage.")
    casework.save(desk, other.changed(merged_into=around["place"].id))
    assert [each.subject for each in finding.find(desk, "upstairs garage").things] == [around["place"].id]
    casework.withdraw(desk, around["phone"], "A slip")
    assert things(desk, "07700 900123") == []


def test_people_and_things_of_one_name_or_postcode_are_told_apart(desk: Desk, around: dict[str, Thing]) -> None:
    girl = build.young_person(desk, "Ines", "Corner")
    found = finding.find(desk, "corner")
    assert [each.subject for each in found.files] == [girl.id]
    assert [each.subject for each in found.things] == [around["place"].id]
    assert finding.people(desk, "nn1 4ab") == ()


def test_links_notices_and_actions_are_found_as_entries(desk: Desk, around: dict[str, Thing]) -> None:
    girl, man = build.young_person(desk, date_of_birth=Moment("2012-03-27")), build.adult(desk)
    link = build.link(desk, man, "seen_at", around["place"], note="With two girls in uniform.")
    notice = build.notice(desk, girl, man, issued_on="2026-10-01", grounds="Seen outside her school.")
    action = build.disruption(desk, around["place"], what="Licensing visit planned.")
    ((of_link,), (of_notice,), (of_action,)) = (
        entries(desk, text) for text in ("uniform", "outside school", "licensing visit")
    )
    assert (of_link.subject, of_link.record, of_link.name) == (man.id, link.id, "Darren Pike, Kebab Corner")
    assert (of_notice.subject, of_notice.record) == (girl.id, notice.id)
    assert (of_action.subject, of_action.record, of_action.name) == (around["place"].id, action.id, "Kebab Corner")
    assert of_action.found_in == "disruption action, what is done"


def test_nothing_that_joins_others_to_a_restricted_child_is_found(desk: Desk, around: dict[str, Thing]) -> None:
    girl, man = build.young_person(desk, date_of_birth=Moment("2012-03-27")), build.adult(desk)
    made: list[Record] = [
        build.link(desk, man, "exploited", girl, note="Zanzibar in the car."),
        build.notice(desk, girl, man, issued_on="2026-10-01", grounds="Zanzibar."),
        build.disruption(desk, around["place"], protects=(girl,), what="Zanzibar."),
    ]
    assert {each.record for each in entries(desk, "zanzibar")} == {each.id for each in made}
    restrict(desk, girl)
    assert entries(desk, "zanzibar") == []
    assert [each.name for each in entries(desk, "kebab zanzibar")] == []
