"""In which ways a child may be linked with what they named: harm runs to the child alone, and is never suggested."""

from rise_desk.domain import linking, naming
from rise_desk.domain.assessment import Assessment
from rise_desk.domain.contact import ContactNote
from rise_desk.domain.interview import ReturnInterview
from rise_desk.domain.mention import Mention
from rise_desk.domain.missing import MissingEpisode
from rise_desk.domain.vehicle import Vehicle
from rise_desk.services.practice import general

PRACTICE = general()


def test_harm_runs_to_the_child_alone() -> None:
    found = naming.ways("", PRACTICE)
    assert {each.link_type for each in found if each.link_type in linking.HARM} == linking.HARM
    assert not any(each.outward for each in found if each.link_type in linking.HARM)
    assert "was exploited by" in [each.words(PRACTICE) for each in found]


def test_what_reads_differently_is_offered_from_either_end_and_the_mutual_once() -> None:
    said = [each.words(PRACTICE) for each in naming.ways("", PRACTICE)]
    assert {"introduced by", "introduced", "supplies", "supplied by", "friend"} <= set(said)
    assert len(said) == len(set(said))
    assert "seen at" not in said


def test_things_are_linked_in_ways_of_their_own() -> None:
    assert [each.words(PRACTICE) for each in naming.ways("place", PRACTICE)] == [
        "seen at",
        "lives or stays at",
        "works at",
        "owns or runs",
    ]
    for sort in ("vehicle", "phone", "handle"):
        assert [each.words(PRACTICE) for each in naming.ways(sort, PRACTICE)] == ["uses", "registered keeper of"]


def test_nothing_is_suggested_that_tells_of_harm() -> None:
    person, place = Mention(name="Paul", sort="person"), Mention(name="Corner", sort="place")
    assert naming.suggested(person, ReturnInterview()) == ""
    assert naming.suggested(person, MissingEpisode()) == "found_with"
    assert naming.suggested(place, ReturnInterview()) == "seen_at"
    for name, sort in (("AB12 CDE", "vehicle"), ("07700 900123", "phone"), ("@tp", "handle")):
        assert naming.suggested(Mention(name=name, sort=sort), ReturnInterview()) == ""


def test_the_plate_in_what_was_said_of_a_vehicle_is_its_plate() -> None:
    for name, plate, body in (
        ("silver Astra AB12 CDE", "AB12 CDE", "silver Astra"),
        ("AB12", "AB12", ""),
        ("red Astra, plate ends 73J", "", "red Astra, plate ends 73J"),
        ("red van", "", "red van"),
    ):
        made = naming.made(Mention(name=name, sort="vehicle"), "", "Toby")
        assert isinstance(made, Vehicle)
        assert (made.plate, made.body) == (plate, body)


def test_who_is_named_is_read_from_three_kinds_of_record_alone() -> None:
    named = (Mention(name="Paul"),)
    assert naming.mentions(Assessment(mentions=named)) == named
    assert naming.mentions(MissingEpisode(found_with=named)) == named
    assert naming.mentions(ReturnInterview(mentions=named)) == ()
    assert naming.mentions(ContactNote()) == ()
