"""The parts of a form on paper: rules to write on, boxes to tick, and texts of every length in their place."""

from itertools import pairwise
from typing import Any

import pytest

from rise_desk.reports.blocks import Block, Fact, Scored, as_text
from rise_desk.reports.form_blocks import Blank, Blanks, Choices, Frame, Question, Writing
from rise_desk.reports.led import tick
from rise_desk.reports.paper.compose import block_strips
from rise_desk.reports.paper.flow import Box, Strip
from rise_desk.reports.paper.forms import ANSWERS, PITCH
from rise_desk.reports.paper.sheet import MEASURE
from rise_desk.reports.paper.text import Typesetter
from tests.reports.reading import document

LONG = "a label that goes on and on until it needs more than a line of its own on any sheet " * 2


def _said(strips: list[Strip]) -> list[str]:
    """The words of each strip, from the left."""
    return [
        " ".join("".join(run.text for run in each.line.runs) for each in sorted(strip.words, key=lambda one: one.at))
        for strip in strips
    ]


def _rules(strips: list[Strip]) -> list[Box]:
    return [each for strip in strips for each in strip.boxes]


def _question(**values: Any) -> Question:
    known: dict[str, Any] = {
        "label": "1. Missing",
        "options": (tick("1  none"), tick("2  often", True)),
        "prompt": "Evidence",
        **values,
    }
    return Question(**known)


def test_a_blank_has_a_rule_to_the_end_of_its_share_and_a_value_has_none(setter: Typesetter) -> None:
    empty = block_strips(Blanks(fields=(Blank(label="Name", share=2), Blank(label="Date"))), setter)
    assert _said(empty) == ["Name Date"]
    first, second = _rules(empty)
    assert first.at + first.wide < second.at
    assert second.at + second.wide == pytest.approx(MEASURE)
    known = block_strips(Blanks(fields=(Blank(label="Name", value="Maz"), Blank(label="Date", value="today"))), setter)
    assert _said(known) == ["Name Maz Date today"]
    assert _rules(known) == []


def test_a_value_has_the_lines_it_needs_and_goes_below_a_long_label(setter: Typesetter) -> None:
    beside = block_strips(Blanks(fields=(Blank(label="Name", value=LONG), Blank(label="Date", value="today"))), setter)
    assert len(beside) > 2
    below = block_strips(Blanks(fields=(Blank(label=LONG, value="Maz"),)), setter)
    assert _said(below)[-1] == "Maz"
    narrow = Blanks(fields=(Blank(label="a label of nearly half a line"), Blank(label="b", share=3)))
    assert all(each.wide >= 0 for each in _rules(block_strips(narrow, setter)))
    whole = block_strips(
        Blanks(fields=(Blank(label="it was asked for by and of whom and when " * 2, value="x"),)), setter
    )
    assert len(whole) == 2


def test_answers_stand_after_each_other_for_as_long_as_they_fit(setter: Typesetter) -> None:
    short = block_strips(Choices(label="Chosen", options=(tick("yes"), tick("no"))), setter)
    assert _said(short) == ["Chosen yes no"]
    assert [each.shape for each in short[0].words] == ["", "box", "box"]
    many = block_strips(Choices(label="", options=tuple(tick(f"answer number {place}") for place in range(9))), setter)
    assert len(many) == 3
    broad = block_strips(Choices(label="Chosen", options=(tick(LONG), tick("no"))), setter)
    assert _said(broad)[0] == "Chosen"
    assert _said(broad)[-1].endswith("no") or _said(broad)[-1] == "no"


def test_room_to_write_is_a_rule_for_each_line(setter: Typesetter) -> None:
    strips = block_strips(Writing(label="Why", room=3), setter)
    assert len(_rules(strips)) == 3
    assert all(strip.holds for strip in strips[:-1])
    written = block_strips(Writing(label="Why", room=3, said="Because."), setter)
    assert _said(written) == ["Why", "Because."]
    assert _rules(written) == []
    assert all(each.wide >= 0 for each in _rules(block_strips(Writing(label=LONG, room=1), setter)))


def test_evidence_has_rules_beside_the_levels(setter: Typesetter) -> None:
    strips = block_strips(_question(room=4, also=(tick("not yet known"),)), setter)
    assert _said(strips)[0] == "1. Missing"
    assert _said(strips)[1] == "1  none Evidence"
    assert _said(strips)[-1] == "not yet known"
    rules = _rules(strips)
    assert len(rules) >= 4
    assert all(each.at >= ANSWERS for each in rules)
    downs = [
        sum(strip.height for strip in strips[:place]) + each.down
        for place, strip in enumerate(strips)
        for each in strip.boxes
    ]
    assert all(after - before == pytest.approx(PITCH) for before, after in pairwise(downs))


@pytest.mark.parametrize(("asks", "lines"), [("Which one?", 1), (LONG, 3)])
def test_a_short_question_more_stands_beside_and_a_long_one_below(setter: Typesetter, asks: str, lines: int) -> None:
    plain, asked = block_strips(_question(room=1), setter), block_strips(_question(room=1, asks=asks), setter)
    assert len(asked) - len(plain) == lines - 1
    assert len(_rules(asked)) - len(_rules(plain)) == (1 if lines == 1 else 0)


def test_short_evidence_stands_beside_and_long_evidence_below(setter: Typesetter) -> None:
    short = block_strips(_question(said="Seen twice."), setter)
    assert _said(short) == ["1. Missing", "1  none Evidence", "2  often Seen twice."]
    long = block_strips(_question(said="word " * 200, also=(tick("known"),)), setter)
    assert _said(long)[:3] == ["1. Missing", "1  none Evidence", "2  often known"]
    assert any(words.at == 0 for words in long[3].words)


def test_a_frame_holds_what_is_in_it(setter: Typesetter) -> None:
    inside = (Choices(label="", options=(tick("harm"),)), Blanks(fields=(Blank(label="when"),)), Writing(label="Why"))
    strips = block_strips(Frame(label="These outrank", inside=inside), setter)
    assert len({each.panel for each in strips}) == 1
    assert strips[0].panel is not None
    assert min(each.at for strip in strips for each in strip.words) == 12


def test_a_form_is_read_out_with_its_answers() -> None:
    blocks: tuple[Block, ...] = (
        Blanks(fields=(Blank(label="Name", value="Maz"), Blank(label="Date"))),
        _question(said="Seen.", asks="Which one?", also=(tick("not yet known"),)),
        Frame(label="These outrank", inside=(Choices(label="Asked", options=(tick("yes", True), tick("no"))),)),
        Writing(label="Why", said="Because."),
    )
    lines = as_text(document(*blocks)).splitlines()
    for line in (
        *("Name: Maz", "Date:", "1. Missing", "Which one?", "[ ] 1  none", "[x] 2  often", "Evidence: Seen."),
        *("[ ] not yet known", "These outrank", "Asked [x] yes; [ ] no", "Why: Because."),
    ):
        assert line in lines


def test_what_was_scored_stands_beside_its_score(setter: Typesetter) -> None:
    plain = block_strips(Scored(score="3 of 5", label="Missing", text="Twice."), setter)
    assert _said(plain) == ["3 of 5 Missing", "Twice."]
    full = Scored(
        score="3 of 5",
        change="was 4",
        label="Missing",
        aside="carried from 1 May",
        wording="often",
        text="Twice.",
        facts=(Fact(label="Which one", value="home"),),
    )
    assert _said(block_strips(full, setter)) == [
        "3 of 5 Missing carried from 1 May",
        "was 4 often",
        "Twice.",
        "Which one: home",
    ]
    long = block_strips(Scored(score="3 of 5", label=LONG, aside="carried from 1 May"), setter)
    assert _said(long)[-1] == "carried from 1 May"
    assert as_text(document(full)).splitlines()[4:8] == [
        "Missing: 3 of 5 (was 4) · often · carried from 1 May",
        "Twice.",
        "Which one: home",
        "",
    ]
