"""The words of the demonstration, before anybody is told of: every phrase is fit to stand in a child's file."""

import re
from collections import Counter
from collections.abc import Iterator

import pytest

from rise_desk.domain.language import nudges
from rise_desk.services.demo import (
    adults,
    around,
    assessed_words,
    county,
    course,
    days,
    evidence,
    interview_words,
    looks,
    missing_words,
    people,
    protecting_words,
    standing,
    web_words,
)
from rise_desk.services.demo.scenes import SCENES
from rise_desk.services.demo.scenes.asides import CORRECTIONS, NEXT_STEPS, OLDER, TOLD, TOLD_APART, YOUNGER
from rise_desk.services.demo.scenes.scene import ENDING, FIRST, LAST, MIDDLE, OPENING, REFERRAL, slots_of
from rise_desk.services.demo.threads import THREADS
from rise_desk.services.practice import vocabularies

SENTENCE = re.compile(r"(?<=[.?!])\s+")
KNOWN = {
    "she", "them", "her", "hers", "herself", "was", "is", "has", "does", "s", "name", "carer", "worker", "town",
    "friend", "pet", "social_worker", "school", "teacher", "home", "youth_worker", "counsellor", "school_nurse",
    "cafe", "outdoors", "other", "adult", "indicator", "day", "other_town", "street",
}  # fmt: skip


def _told() -> Iterator[str]:
    """What notes are made of."""
    yield from (each.text for each in SCENES)
    yield from NEXT_STEPS
    for steps in THREADS.values():
        yield from steps
    for sentences in CORRECTIONS.values():
        yield from sentences


def _assessed() -> Iterator[str]:
    """What assessments and checklists are made of."""
    words = assessed_words
    yield from (each for levels in evidence.EVIDENCE.values() for level in levels for each in level)
    yield from (each for deck in words.JUDGEMENTS for each in deck)
    yield from (*words.LOWER_WHY, *words.ABOVE_WHY, *words.OUTRANKED_WHY, *words.PROTECTIVE, *words.SIGNED, *words.BACK)
    yield from (*words.PUT_RIGHT, *words.TOLD_WHY, *words.CHECKLIST_COMMENTS, *words.FIND_OUT.values())
    yield from (words.SAME, words.AS_BEFORE, words.NOT_ASKED)


def _missing() -> Iterator[str]:
    """What missing episodes and return interviews are made of, in whole sentences."""
    gone, heard = missing_words, interview_words
    yield from (each for deck in (*gone.GONE.values(), *gone.BACK.values()) for each in deck)
    yield from (*gone.PREVENTION, *heard.OWN_WORDS, *heard.PUSH, *heard.PULL, *heard.STAYED, *heard.TRAVELLED)
    yield from (*heard.HAPPENED, *heard.THREATS, *heard.PHONES, *heard.CAME_BACK, *heard.WOULD_HELP, *heard.LATE)
    yield from (*looks.WEARING, *looks.MARKS)
    yield from (*heard.DECLINED, *heard.CARERS, *heard.AGAINST, *heard.OUTCOMES, *heard.NOT_NEEDED, *heard.PLANNED)


def _noted() -> Iterator[str]:
    """What stands in the small fields of the same."""
    gone, heard = missing_words, interview_words
    yield from (place for _, place in (*gone.FOUND, *gone.BEYOND))
    yield from (*gone.HEARD_FROM, *(each for deck in gone.HARM_NOTES.values() for each in deck), *gone.REGRADED)
    yield from (*gone.INSPECTORS, *(part for each in heard.TRIED for part in each), *heard.PLACES, *heard.CARS)
    yield from (*looks.BUILDS, *looks.HAIR)
    yield from (*heard.SPOTS, *heard.NAMED_KNOWN, *heard.AGREED, *heard.AT_THE_MEETING)


def _protecting() -> Iterator[str]:
    """What stands with places, links, notices, orders, disruption and information."""
    made, web = protecting_words, web_words
    yield from (*made.GROUNDS, *made.STATEMENTS, *made.PLANS, *made.PROHIBITIONS, *made.CAME_OF_IT)
    yield from (made.WHY_NOT, made.SANITISED, *made.REPORTS, *made.HOW_KNOWN, *web.QUESTIONS, *web.RISKS, *web.ANSWERS)
    yield from (concern for _name, _sort, concern in web.PLACES)
    yield from (what for what, _place in made.BREACHES)
    yield from filter(None, (*made.SAID, *made.OUTCOMES, *made.FEEDBACK))


def _phrases() -> Iterator[str]:
    """Every phrase of the demonstration that a file may show."""
    yield from _told()
    yield from _assessed()
    yield from _missing()
    yield from _noted()
    yield from _protecting()
    yield from (*assessed_words.KNOWN_OF, *assessed_words.CAME_WITH, *assessed_words.SOURCES, *assessed_words.NICKNAMES)
    yield from (each.says for each in SCENES)
    yield from (each.place for each in SCENES)
    yield from (why for _, why in (*TOLD, *(each for deck in TOLD_APART.values() for each in deck)))
    yield from (*YOUNGER, *OLDER, *people.OPENINGS, *people.LIKES, *adults.AGES)
    yield from (
        each for deck in (*people.CAME_BY.values(), *people.AROUND.values(), *adults.SAID.values()) for each in deck
    )
    yield from (*course.MORE_ASKED, *course.SIGNPOSTED, *course.REDUCED, *course.AGAIN, course.GROWN)
    yield from (*around.TOLD, *around.SUSPENDED, standing.AT_HOME_WARNING)
    yield from (detail for _, detail in (*standing.NEEDS, *standing.WARNINGS))
    yield from (detail for details in standing.ANSWERS.values() for detail in details)
    yield from (*county.STREETS, *county.CAFES, *county.OUTDOORS, *county.PETS)


def test_no_phrase_lays_blame_on_a_child() -> None:
    found = {text: [each.words for each in nudges(text)] for text in _phrases()}
    assert not {text: words for text, words in found.items() if words}


def test_the_corpus_is_large() -> None:
    sentences = {each for text in _told() for each in SENTENCE.split(text)}
    assert len(sentences) > 900


def test_no_sentence_stands_twice_in_the_corpus() -> None:
    counts = Counter(
        each for text in (*_told(), *_assessed(), *_missing()) for each in SENTENCE.split(text) if " " in each
    )
    assert [each for each, count in counts.items() if count > 1] == []


def test_every_slot_of_a_phrase_can_be_filled() -> None:
    assert {slot for text in _phrases() for slot in slots_of(text)} <= KNOWN


def test_after_she_a_verb_can_be_plural() -> None:
    after = {match for text in _phrases() for match in re.findall(r"\{[Ss]he\} (\w+s)\b", text)}
    assert after <= {"always"}


def test_phrases_are_typeset() -> None:
    wrong = [text for text in _phrases() if "'" in text or '"' in text or "  " in text or text != text.strip()]
    assert wrong == []


def test_whole_sentences_end() -> None:
    assert [text for text in (*_told(), *_assessed(), *_missing()) if text[-1] not in ".?!"] == []


@pytest.mark.parametrize("part", [REFERRAL, OPENING, FIRST, MIDDLE, ENDING, LAST])
def test_every_part_of_a_case_has_scenes_that_need_nothing_but_a_weekday(part: str) -> None:
    anyone = [each for each in SCENES if part in each.moments and each.needs <= {"weekday"}]
    assert len(anyone) >= 3
    assert any(not each.needs for each in anyone)


def test_scenes_speak_of_every_kind_of_contact() -> None:
    assert {each.contact for each in SCENES} == {each.key for each in vocabularies()["contact_type"].entries}


def test_scenes_use_the_words_of_the_lists() -> None:
    for each in SCENES:
        assert each.seen in {"", "seen_alone", "seen_with_others"}
        assert each.reserved in {"", "health", "intelligence"}
        assert 8 * 60 <= each.hours[0] < each.hours[1] <= days.EVENING


def test_what_is_reserved_is_written_by_who_may_read_it() -> None:
    by = {(each.reserved, each.by) for each in SCENES if each.reserved}
    assert by == {("health", "nurse"), ("intelligence", "police")}
