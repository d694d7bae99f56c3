"""How much a missing pack tells: two pages whatever is on file, the newest first, and never less without a word."""

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rise_desk.domain import life
from rise_desk.domain.mention import Mention
from rise_desk.domain.missing import Regrade, ToldOf
from rise_desk.domain.practice import Practice
from rise_desk.reports import missing_pack, paper
from rise_desk.reports.blocks import NO_ROOM, Entry, WarningBox
from rise_desk.reports.missing_before import HELPED
from rise_desk.reports.missing_leads import PLACES
from rise_desk.reports.missing_story import GOES_ON, ROOMS, Story
from rise_desk.reports.paper.fonts import Fonts
from tests.reports.reading import page_texts
from tests.reports.seeking import GONE, aside, episode, interview, known, pack, rows, story

HOSTILE = "<b>Smith & \x07 😀 Zażółć مرحبا ok שלום 中 \ud800 " + "W" * 60 + "\n\n"
WHO = "Who to look for, and how to find them safely"
WARNED = life.StandingWarning(warning="do_not_tell_family", detail="father", decided_by="L. Osei")


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
