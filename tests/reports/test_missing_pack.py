"""The missing pack: two pages at most, what matters first, nothing cut without saying so, no restricted file named."""

from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rise_desk.domain import life
from rise_desk.domain.mention import Mention
from rise_desk.domain.missing import Regrade, ToldOf
from rise_desk.domain.moments import Moment
from rise_desk.domain.practice import Practice
from rise_desk.domain.record import Id
from rise_desk.reports import missing_pack, paper
from rise_desk.reports.blocks import NO_ROOM, OFFICIAL_SENSITIVE, Entry, Heading, Note, WarningBox, as_text
from rise_desk.reports.missing_before import HELPED, NOTHING_HELPED
from rise_desk.reports.missing_leads import PEOPLE, PHONES, PLACES
from rise_desk.reports.missing_story import GOES_ON, ROOMS, Story
from rise_desk.reports.paper.fonts import Fonts
from tests.reports.reading import page_texts
from tests.reports.seeking import JADE, KAZ, SEALED, aside, episode, interview, known, pack, photo, rows, story

NOW, WHO, RING, SO_FAR = "Missing now", "Who to look for, and how to find them safely", "Who to ring", "Episodes so far"
GONE = episode(9, "2026-11-20", missing_from="childrens_home", missing_from_name="Oak House", grade="medium")
FIRST = episode(2, "2026-10-01", "2026-10-02", grade="low")
SECOND = episode(3, "2026-11-03", "2026-11-04", grade="high")
HOSTILE = "<b>Smith & \x07 😀 Zażółć مرحبا ok שלום 中 \ud800 " + "W" * 60 + "\n\n"
WARNED = life.StandingWarning(warning="do_not_tell_family", detail="father", decided_by="L. Osei")
NO_ADDRESS = life.StandingWarning(warning="do_not_disclose_address")


def test_warnings_come_first_and_who_may_see_it_next(practice: Practice) -> None:
    told = pack(story(GONE, warnings=(NO_ADDRESS, WARNED)), practice)
    first, second, third = told.blocks[:3]
    assert first == WarningBox(text="Do not disclose address\nDo not tell family: father (decided by L. Osei)")
    assert second == Note(text=missing_pack.HANDLING)
    assert third == Heading(text=NOW, aside="for 15 h 3 min when this was printed")
    assert told.marking == OFFICIAL_SENSITIVE
    assert told.right_lines == ("Missing pack, for the police only", "Missing since Fri 20 Nov 23:00")


def test_this_episode_is_told_with_each_grade(practice: Practice) -> None:
    regraded = Regrade(grade="high", at=Moment("2026-11-21T09:00+00:00"), by="Sgt Amin")
    gone = GONE.changed(
        last_seen_at=Moment("2026-11-20T21:30+00:00"),
        reported_by="night staff",
        regrades=(regraded,),
        police_ref="NP-1",
        officer="PC Hill",
        told=(ToldOf(who="T. Fenwick", at=Moment("2026-11-21T08:00+00:00")),),
        wearing="black jacket",
        circumstances="Left after a phone call.",
        missing_type="away",
    )
    assert known(pack(story(gone), practice), NOW) == {
        "Last seen": "Friday 20 November 2026 at 9:30pm",
        "Reported": "20 November 2026 at 11:00pm by night staff",
        "Missing from": "children's home, Oak House",
        "Police grade": "high",
        "Police reference": "NP-1",
        "Officer": "PC Hill",
        "Grades so far": "medium; high, 21 November 2026 at 9:00am, Sgt Amin",
        "Type": "away without authorisation",
        "Told": "T. Fenwick 21 November 2026 at 8:00am",
        "Wearing": "black jacket",
        "Circumstances": "Left after a phone call.",
    }


def test_what_nobody_has_recorded_says_so(practice: Practice) -> None:
    told = pack(story(episode(9, "2026-11-20", last_seen_at=Moment("2026-11-20"), reported_at=Moment(""))), practice)
    assert aside(told, NOW) == ""
    gone = known(told, NOW)
    assert gone.pop("Last seen") == "Friday 20 November 2026"
    assert set(gone.values()) == {"not recorded"}
    about = known(told, WHO)
    assert (about.pop("Name"), about.pop("Description")) == (
        "Maisie Okafor",
        "not recorded: ask whoever saw them last",
    )
    assert set(about.values()) == {"not recorded"}
    assert rows(told, RING) == (("nobody yet", "key worker", ""),)
    assert [rows(told, heading) for heading in (PHONES, PLACES, PEOPLE)] == [(), (), ()]
    assert as_text(told).count("\nNot recorded.\n") == 3
    assert Note(text=NOTHING_HELPED) in told.blocks
    assert known(told, SO_FAR) == {
        "Missing": "1 in 30 days, 1 in 90 days, 1 on file",
        "Usually went": "no pattern: too few",
    }


def test_a_pack_before_anybody_is_missing_says_that_nobody_is(practice: Practice) -> None:
    told = pack(story(FIRST), practice)
    assert told.right_lines[1] == "Not recorded as missing now"
    assert Note(text=missing_pack.NOT_MISSING) in told.blocks
    none = known(pack(story(), practice), SO_FAR)
    assert none["Missing"] == "no missing episode on file"


def test_a_return_that_is_later_than_now_has_not_been_yet(practice: Practice) -> None:
    back_later = GONE.changed(returned_at=Moment("2026-11-21T15:00+00:00"))
    begun_later = episode(10, "2026-11-22", "2026-11-23")
    told = pack(story(back_later, begun_later), practice)
    assert told.right_lines[1] == "Missing since Fri 20 Nov 23:00"
    assert known(told, SO_FAR)["Missing"] == "1 in 30 days, 1 in 90 days, 1 on file"


def test_the_child_is_described_with_what_keeps_her_safe(practice: Practice) -> None:
    told = pack(
        story(
            GONE,
            known_as="Maz",
            aliases=(life.Alias(name="Mimi", used_where="Corby"), life.Alias(name="M")),
            date_of_birth=Moment("2013-03-12"),
            ethnicity_basis="self",
            first_language="Polish, interpreter",
            description="Tall, red hair.",
            needs=(life.Need(area="health", detail="Asthma: blue inhaler."),),
            flags=(life.Flag(flag="self_harm"), life.Flag(flag="excluded", until=Moment("2026-01-01"))),
        ),
        practice,
    )
    about = known(told, WHO)
    assert about["Other names"] == "Mimi in Corby; M"
    assert about["Born"] == "12 March 2013, aged 13"
    assert about["Ethnicity"] == "not recorded (self)"
    assert (about["Health"], about["Flag"]) == ("Asthma: blue inhaler.", "self-harm")
    assert "excluded" not in as_text(told)


@pytest.mark.parametrize(("about", "said"), [("14", "aged about 14"), ("", "not recorded")])
def test_an_age_that_is_only_guessed_says_so(about: str, said: str, practice: Practice) -> None:
    assert known(pack(story(GONE, approximate_age=about), practice), WHO)["Born"] == said


@pytest.mark.parametrize(
    ("picture", "day", "said"),
    [
        (photo(), "2026-08-02", "Photo taken 2 August 2026"),
        (photo(), "", "Photo, day not recorded"),
        (b"", "2026-08-02", "No photo on file"),
    ],
)
def test_the_photo_says_when_it_was_taken_or_that_there_is_none(
    picture: bytes, day: str, said: str, practice: Practice
) -> None:
    assert f"\n{said}\n" in as_text(pack(story(GONE, picture=picture, photo_on=Moment(day)), practice))


MOTHER = life.Carer(name="Grace", relationship="mother", number="0711", may_be_told="everything", told_what="weekly")
HOME = life.Carer(name="Oak House", relationship="childrens_home_staff", number="0722")


@pytest.mark.parametrize(
    ("warnings", "carer", "number"),
    [
        ((), MOTHER, "0711"),
        ((NO_ADDRESS,), MOTHER, "0711"),
        ((WARNED,), MOTHER, "not printed: do not tell family"),
        ((replace(WARNED, until=Moment("2026-11-20")),), MOTHER, "0711"),
        ((WARNED,), HOME, "0722"),
        (
            (),
            life.Carer(name="Dad", relationship="father", number="0733", may_be_told="nothing"),
            "not printed: may be told nothing",
        ),
        ((), life.Carer(name="Dad", relationship="father"), "not recorded"),
    ],
)
def test_a_number_is_left_out_where_a_warning_stands_against_it(
    warnings: tuple[life.StandingWarning, ...], carer: life.Carer, number: str, practice: Practice
) -> None:
    told = pack(story(GONE, warnings=warnings, carers=(carer,)), practice)
    assert rows(told, RING)[-1][2] == number
    assert carer.number == number or not carer.number or carer.number not in as_text(told)


def test_the_key_worker_is_rung_first_then_other_professionals_then_carers(practice: Practice) -> None:
    told = pack(
        story(
            GONE,
            allocations=(life.Allocation(worker="Priya Nair", role="key_worker"),),
            professionals=(
                life.Professional(name="T. Fenwick", work="social worker", agency="council"),
                life.Professional(name="priya nair", phone="01632 1"),
            ),
            carers=(MOTHER,),
        ),
        practice,
    )
    assert rows(told, RING) == (
        ("Priya Nair", "key worker", "01632 1"),
        ("T. Fenwick", "social worker, council", "not recorded"),
        ("Grace", "mother, may be told everything: weekly", "0711"),
    )


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
            carers=(life.Carer(name="Aunt May", relationship="aunt_or_uncle", address="9 Elm Road"), HOME),
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


def test_what_helped_comes_newest_first_in_her_own_words(practice: Practice) -> None:
    told = pack(
        story(
            GONE,
            FIRST,
            SECOND,
            episode(4, "2026-09-01", "2026-09-02", how_found="Rang her aunt."),
            episode(5, "2026-08-01", "2026-08-02"),
            interview(20, FIRST, "2026-10-04", own_words="Text me.", would_help="A text.", stayed="In a flat."),
            interview(21, SECOND, "2026-11-05", came_back="By bus.").changed(done_at=Moment("2026-11-05")),
        ),
        practice,
    )
    entries = [each for each in told.blocks if isinstance(each, Entry)]
    assert [(each.when, each.kind) for each in entries] == [
        ("5 November 2026", "Return interview"),
        ("4 October 2026", "Return interview"),
        ("2 September 2026", "Return"),
    ]
    assert entries[1].own_words == "Text me."
    assert {each.label: each.value for each in entries[1].facts} == {
        "What would help": "A text.",
        "Where they were": "In a flat.",
    }
    assert entries[2].text == "Rang her aunt."
    assert aside(told, HELPED) == "newest first"


def test_one_interview_about_two_episodes_is_told_once(practice: Practice) -> None:
    both = interview(20, FIRST, "2026-11-05", own_words="Text me.")
    both = both.changed(episodes=(*both.episodes, *interview(21, SECOND, "2026-11-05").episodes))
    told = pack(story(GONE, FIRST, SECOND, both), practice)
    assert [each.own_words for each in told.blocks if isinstance(each, Entry)] == ["Text me."]


def test_how_often_and_when_is_counted_without_late_returns(practice: Practice) -> None:
    held = [episode(20 + day, f"2026-11-{day:02}", f"2026-11-{day + 1:02}", grade="high") for day in (3, 10, 17)]
    late = episode(40, "2026-11-18", "2026-11-19", missing_type="late_home")
    old = episode(41, "2026-09-01", "2026-09-04")
    told = known(pack(story(GONE, *held, late, old), practice), SO_FAR)
    assert told["Missing"] == "4 in 30 days, 5 in 90 days, 5 on file"
    assert "Tuesday" in told["Usually went"]
    assert "between 07:00 and 09:00 (4 of 4)" in told["Usually back"]
    assert told["Longest"] == "2 days 8 h, from 2 September 2026 at 12:00am"
    assert told["Grades before"] == "high 3, last 17 November 2026; not recorded 1, last 2 September 2026"


@pytest.mark.parametrize(("days_ago", "counted"), [(30, "2 in 30 days"), (31, "1 in 30 days")])
def test_thirty_days_are_thirty_days(days_ago: int, counted: str, practice: Practice) -> None:
    at = Moment(f"2026-10-{52 - days_ago:02}T14:03+00:00")
    before = episode(2, "2026-10-01", "2026-10-26", reported_at=at)
    assert known(pack(story(GONE, before), practice), SO_FAR)["Missing"].startswith(counted)


def test_the_same_file_is_on_paper_with_its_photo_and_without(practice: Practice, computers_fonts: Fonts) -> None:
    for picture in (photo(), b"", b"no picture"):
        pdf = paper.render(pack(story(GONE, picture=picture), practice), computers_fonts)
        assert (b"/DCTDecode" in pdf) is picture.startswith(b"\xff\xd8")
        pages = page_texts(pdf)
        assert len(pages) <= 2
        assert "printed by Priya Nair, 21 November 2026 at 2:03pm · copy 2" in pages[0]
        assert "Missing pack, file 26-0147, for the police only" in pages[0]


def test_a_shorter_pack_keeps_the_newest_and_counts_the_rest(practice: Practice) -> None:
    held = [
        episode(20 + day, f"2026-10-{day:02}", f"2026-10-{day + 1:02}", found_place=f"Place {day}")
        for day in range(1, 29, 2)
    ]
    talks = [
        interview(100 + at, each, "2026-11-01", own_words=f"Words {at} " + "x" * 5_000) for at, each in enumerate(held)
    ]
    told = pack(story(GONE, *held, *talks, warnings=(WARNED,) * 9), practice, ROOMS[-1])
    assert [row[0] for row in rows(told, PLACES)] == ["Place 27"]
    assert aside(told, PLACES) == "13 more on file"
    assert aside(told, HELPED) == "newest first · 13 more on file"
    said = next(each for each in told.blocks if isinstance(each, Entry)).own_words
    assert said.endswith(GOES_ON)
    assert isinstance(told.blocks[0], WarningBox)
    assert told.blocks[0].text.endswith("6 more on file: ask the team before you tell anybody anything.")
    few = known(pack(story(GONE, needs=(life.Need(area="health", detail="Asthma."),) * 3), practice, ROOMS[-1]), WHO)
    assert list(few).count("Health") == 1


def test_what_there_is_no_room_for_of_needs_is_counted(practice: Practice) -> None:
    three = story(GONE, needs=(life.Need(area="health", detail="Asthma."),) * 3)
    assert aside(pack(three, practice, ROOMS[-1]), WHO) == "2 more on file: health, needs, flags"
    assert aside(pack(three, practice), WHO) == ""


def _crowded(words: str, many: int) -> Story:
    """A file in which everything is there many times, in these words."""
    place: dict[str, Any] = {"found_place": words, "found_place_type": "hotel_or_bnb", "how_found": words}
    held = [
        episode(
            100 + at, f"20{10 + at // 12:02}-{at % 12 + 1:02}-03", f"20{10 + at // 12:02}-{at % 12 + 1:02}-04", **place
        )
        for at in range(many)
    ]
    sorts = ("", "place", "phone", "handle", "vehicle")
    named = [Mention(name=f"{at} {words}", sort=sorts[at % 5], known=words) for at in range(many)]
    talk = dict.fromkeys(("own_words", "would_help", "came_back", "stayed", "travelled", "pull", "phones"), words)
    talks = [interview(1000 + at, each, each.returned_at[:10], *named, **talk) for at, each in enumerate(held)]
    gone = GONE.changed(
        circumstances=words, wearing=words, officer=words, police_ref=words, reported_by=words, missing_from_name=words,
        told=(ToldOf(who=words),) * many, regrades=(Regrade(grade="high", why=words),) * many,
    )  # fmt: skip
    person: dict[str, Any] = {
        "known_as": words,
        "description": words,
        "first_language": words,
        "aliases": (life.Alias(name=words, used_where=words),) * many,
        "needs": (life.Need(area="health", detail=words),) * many,
        "flags": (life.Flag(flag="self_harm", detail=words),) * many,
        "warnings": (life.StandingWarning(warning="may_be_outed", detail=words),) * many,
        "carers": (life.Carer(name=words, number=words, address=words, told_what=words),) * many,
        "professionals": (life.Professional(name=words, work=words, agency=words, phone=words),) * many,
        "contact_numbers": (life.ContactNumber(number=words, whose=words, note=words),) * many,
        "addresses": (life.Address(lines=words, provider=words, withheld_from=words),) * many,
        "schools": (life.SchoolSpell(name=words, year_group=words),) * many,
    }
    return story(gone, *held, *talks, **person)


@pytest.mark.parametrize("words", ["A word. " * 400, "W" * 4_000, HOSTILE * 40])
def test_it_never_takes_a_third_page_and_says_where_there_was_no_room(
    words: str, practice: Practice, computers_fonts: Fonts
) -> None:
    least = pack(_crowded(words, 12), practice, ROOMS[-1])
    asked = paper.page_count(least, computers_fonts)
    pages = page_texts(paper.render(least, computers_fonts))
    assert len(pages) == missing_pack.PAGES
    assert (NO_ROOM in pages[-1]) is (asked > missing_pack.PAGES)
    assert (asked > missing_pack.PAGES) is (words[0] != "A")


@settings(max_examples=10)
@given(words=st.text(min_size=1, max_size=200), many=st.integers(1, 3))
def test_whatever_is_typed_it_is_on_two_pages(
    words: str, many: int, practice: Practice, computers_fonts: Fonts
) -> None:
    told = pack(_crowded(words, many), practice, ROOMS[12])
    assert len(page_texts(paper.render(told, computers_fonts))) == missing_pack.PAGES


def test_each_room_tells_no_more_than_the_one_before() -> None:
    for before, after in pairwise(ROOMS):
        assert after.most <= before.most
        assert after.letters <= before.letters
        assert after.first_letters <= before.first_letters
        assert after.warnings <= before.warnings
        assert after.warning_letters <= before.warning_letters
