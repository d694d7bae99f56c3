"""Leads of a missing pack: each once, with how it is known; other children by name, restricted files never."""

from rise_desk.domain import life
from rise_desk.domain.mention import Mention
from rise_desk.domain.moments import Moment
from rise_desk.domain.practice import Practice
from rise_desk.domain.record import Id
from rise_desk.reports.blocks import as_text
from rise_desk.reports.missing_leads import PEOPLE, PHONES, PLACES
from tests.reports.seeking import FIRST, GONE, JADE, KAZ, SEALED, SECOND, aside, episode, interview, pack, rows, story


def test_phones_names_online_and_vehicles_are_told_once_with_their_source(practice: Practice) -> None:
    held = (
        Mention(name="07700 900123", sort="phone", known="her own too"),
        Mention(name="@maz_k", sort="handle", known="Snapchat"),
        Mention(name="AB12 CDE", sort="vehicle"),
    )
    told = pack(
        story(
            GONE,
            FIRST,
            SECOND,
            interview(20, FIRST, "2026-10-04", Mention(name="@MAZ_K", sort="handle")),
            interview(21, SECOND, "2026-11-05", *held),
            contact_numbers=(life.ContactNumber(number="07700 900123", whose="her own", safe_to_call=True),),
        ),
        practice,
    )
    assert rows(told, PHONES) == (
        ("phone", "07700 900123", "her own, safe to call: yes"),
        ("name used online", "@maz_k", "return interview 5 November 2026 and 1 before: Snapchat"),
        ("vehicle", "AB12 CDE", "return interview 5 November 2026"),
    )


def test_likely_places_are_where_she_was_found_named_ones_and_homes(practice: Practice) -> None:
    at_park = {"found_place_type": "hotel_or_bnb", "found_place": "Park Inn"}
    told = pack(
        story(
            GONE,
            episode(2, "2026-10-01", "2026-10-02", found_place="Station", found_place_type="not_recorded"),
            episode(3, "2026-10-05", "2026-10-06", **at_park),
            episode(4, "2026-10-09", "2026-10-10", outside_county=True, **at_park),
            episode(5, "2026-10-12", "2026-10-13", **at_park),
            interview(20, FIRST, "2026-10-04", Mention(name="Flat 3", sort="place", known="over the shop")),
            addresses=(
                life.Address(lines="22 Birch Street", until=Moment("2026-06-03")),
                life.Address(provider="Oak House", lives="childrens_home", withheld_from="father"),
                life.Address(lives="childrens_home"),
            ),
            carers=(
                life.Carer(name="Aunt May", relationship="aunt_or_uncle", address="9 Elm Road"),
                life.Carer(name="Oak House"),
            ),
            schools=(
                life.SchoolSpell(name="Park School", year_group="Year 9"),
                life.SchoolSpell(name="Old School", until=Moment("2025")),
            ),
        ),
        practice,
    )
    assert rows(told, PLACES) == (
        ("hotel or B&B, Park Inn", "found there 2 times, last 13 October 2026"),
        ("hotel or B&B, Park Inn, outside the county", "found there 10 October 2026"),
        ("Station", "found there 2 October 2026"),
        ("Flat 3", "return interview 4 October 2026: over the shop"),
        ("address not recorded", "lives there, children's home"),
        ("Oak House", "lives there, children's home, withheld from father"),
        ("9 Elm Road", "Aunt May, aunt or uncle"),
        ("22 Birch Street", "lived there until 3 June 2026"),
        ("Park School", "school, Year 9"),
    )


def test_other_children_are_named_and_nobody_whose_file_is_restricted(practice: Practice) -> None:
    named = (
        Mention(name="Kaz", person=KAZ, risk="danger", known="drives a Golf"),
        Mention(name="Jade Kelly", person=JADE, risk="not_recorded", known="goes with her"),
        Mention(name="Secret Name", person=SEALED, known="secret words"),
        Mention(name="Nobody's file", person=Id(53)),
        Mention(name="Secret phone", sort="phone", person=SEALED),
        Mention(name="Secret flat", sort="place", person=SEALED),
    )
    told = pack(
        story(
            GONE,
            episode(3, "2026-11-03", "2026-11-04", found_with=(Mention(name="Big K", person=KAZ), Mention(name="Kaz"))),
            interview(20, FIRST, "2026-10-04", *named),
        ),
        practice,
    )
    assert rows(told, PEOPLE) == (
        (
            "Big K, Kaz (file: Karl Smith)",
            "found with them 4 November 2026 and 1 before",
            "a danger to the child: drives a Golf",
        ),
        ("Kaz", "found with them 4 November 2026", ""),
        ("Jade Kelly (a child)", "return interview 4 October 2026", "goes with her"),
    )
    assert aside(told, PEOPLE) == "alleged, not verified"
    text = as_text(told)
    assert "2 people are not on this paper, because their file is restricted" in text
    assert "ecret" not in text
    assert "Nobody's file" not in text


def test_one_restricted_person_is_one(practice: Practice) -> None:
    named = interview(20, FIRST, "2026-10-04", Mention(name="Secret Name", person=SEALED))
    assert "1 person is not on this paper" in as_text(pack(story(GONE, named), practice))
