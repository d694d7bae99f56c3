"""Forms on paper: boxes to tick, rules to write on by hand, or what was written in their place."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from math import ceil
from typing import Any

from rise_desk.reports.form_blocks import Blank, Blanks, Choices, Frame, Question, Writing
from rise_desk.reports.paper import shapes, sheet
from rise_desk.reports.paper.columns import beside, column
from rise_desk.reports.paper.flow import Box, Panel, Row, Strip, Words, held
from rise_desk.reports.paper.sheet import MEASURE, Style
from rise_desk.reports.paper.text import Typesetter

TEXT = Style(size=9, leading=11.5)
ASKED = Style(size=9, leading=13, bold=True)
QUIET = Style(size=9, leading=11.5, ink=sheet.SOFT)
LABEL = Style(size=9, leading=17, ink=sheet.SOFT)
WRITTEN = Style(size=9, leading=17)
PITCH = 17.0
"""How far apart the rules are that somebody writes on."""
ANSWERS = 284.0
BESIDE = 14.0
INSET = 12.0
THIN = 0.6
APART = 14.0


def blanks_strips(blanks: Blanks, setter: Typesetter, at: float = 0, measure: float = MEASURE) -> list[Strip]:
    """Fields beside each other: each label, then a rule to its end, or what was filled in."""
    whole = sum(each.share for each in blanks.fields)
    room = measure - APART * (len(blanks.fields) - 1)
    columns, rules, left = [], [], at
    for each in blanks.fields:
        wide = room * each.share / whole
        said, rule = _field(each, left, wide, setter)
        columns += said
        rules += rule
        left += wide + APART
    strips = beside(*columns)
    return held([replace(strips[0], boxes=tuple(rules)), *strips[1:]])


def _field(blank: Blank, left: float, wide: float, setter: Typesetter) -> tuple[list[list[Words]], list[Box]]:
    label = column(setter, blank.label, LABEL, left, wide)
    start = left + label[-1].line.width + 5
    room = left + wide - start
    if not blank.value:
        rule = Box(start, LABEL.leading * len(label) - 3, max(room, 0), THIN, sheet.SOFT)
        return [label], [rule]
    if len(label) > 1 or room < wide / 3:
        return [[*label, *column(setter, blank.value, WRITTEN, left, wide)]], []
    return [label, column(setter, blank.value, WRITTEN, start, room)], []


def choices_strips(choices: Choices, setter: Typesetter, at: float = 0, measure: float = MEASURE) -> list[Strip]:
    """The question, and its answers after it for as long as they fit on the line."""
    asked = column(setter, choices.label, ASKED, at, measure) if choices.label else []
    lines = [[each] for each in asked] or [list[Words]()]
    across = asked[-1].line.width + APART if asked else 0.0
    for option in choices.options:
        wide = setter.width(option, TEXT) + shapes.before(option, TEXT)
        if across and across + wide > measure:
            lines.append([])
            across = 0.0
        first, *rest = column(setter, option, TEXT, at + across, measure - across)
        lines[-1].append(first)
        lines += [[each] for each in rest]
        across += wide + APART
    return held([Strip(height=LABEL.leading - 2, words=tuple(line), row=Row()) for line in lines])


def writing_strips(writing: Writing, setter: Typesetter, at: float = 0, measure: float = MEASURE) -> list[Strip]:
    """What is to be told, over what was written or the rules to write on."""
    asked = column(setter, writing.label, ASKED, at, measure)
    label = beside(asked)
    if writing.said:
        return held([*label, *beside(column(setter, writing.said, TEXT, at, measure))], first=len(label) + 2)
    after = asked[-1].line.width + 5
    label[-1] = replace(label[-1], boxes=(_rule(at + after, ASKED.leading - 2, max(measure - after, 0)),))
    rules = [Strip(height=PITCH, boxes=(_rule(at, PITCH - 2, measure),)) for _ in range(writing.room - 1)]
    return _together([*label, *rules])


def question_strips(question: Question, setter: Typesetter) -> list[Strip]:
    """The question over its answers, and beside them what it rests on; a long text goes below, over the whole width."""
    head = _head(question, setter)
    answers = [words for each in question.options for words in column(setter, each, TEXT, 0, ANSWERS - BESIDE)]
    right = MEASURE - ANSWERS
    also = [words for each in question.also for words in column(setter, each, TEXT, ANSWERS, right)]
    if not question.said:
        return _together([*head, *_with_rules(question, answers, also, setter)])
    said = column(setter, question.said, TEXT, ANSWERS, right)
    if len(said) + len(also) + 1 > max(len(answers), 8):
        below = beside(column(setter, question.said, TEXT, 0, MEASURE))
        top = beside(answers, [*_prompt(question, setter), *also])
        return held([*_together([*head, *top]), *below], first=len(head) + len(top) + 2)
    return _together([*head, *beside(answers, [*_prompt(question, setter), *said, *also])])


def _head(question: Question, setter: Typesetter) -> list[Strip]:
    """The question, and what it asks more, with a rule for the answer."""
    label = column(setter, question.label, ASKED, 0, MEASURE)
    if not question.asks:
        return beside(label)
    start = label[-1].line.width + APART
    asks = column(setter, question.asks, QUIET, start, MEASURE - start)
    if len(label) > 1 or len(asks) > 1 or start > ANSWERS:
        return beside([*label, *column(setter, question.asks, QUIET, 0, MEASURE)])
    after = start + asks[0].line.width + 5
    (strip,) = beside(label, asks)
    return [replace(strip, boxes=(_rule(after, ASKED.leading - 2, MEASURE - after),))]


def _with_rules(question: Question, answers: list[Words], also: list[Words], setter: Typesetter) -> list[Strip]:
    """The answers with rules beside them, as many as there is height for; below them what else is to be ticked."""
    prompt = _prompt(question, setter)
    written = ceil(question.room * PITCH / TEXT.leading)
    lines = max(len(answers), len(prompt) + written + len(also))
    beside_them = dict(enumerate(prompt)) | {lines - len(also) + place: each for place, each in enumerate(also)}
    row, strips = Row(), []
    for place in range(lines):
        words = [
            *answers[place : place + 1],
            *([replace(beside_them[place], column=1)] if place in beside_them else []),
        ]
        strips.append(Strip(height=TEXT.leading, words=tuple(words), row=row))
    first = len(prompt) * TEXT.leading - 1.5
    many = int(((lines - len(also)) * TEXT.leading - first) / PITCH)
    after = ANSWERS + prompt[-1].line.width + 5
    return _ruled(strips, [(after, first), *((ANSWERS, first + PITCH * (each + 1)) for each in range(many))])


def _ruled(strips: Sequence[Strip], downs: Sequence[tuple[float, float]]) -> list[Strip]:
    """The strips of one height with the rules that fall on each."""
    found = []
    for place, strip in enumerate(strips):
        top = place * strip.height
        boxes = tuple(_rule(at, down - top, MEASURE - at) for at, down in downs if top <= down < top + strip.height)
        found.append(replace(strip, boxes=boxes))
    return found


def _prompt(question: Question, setter: Typesetter) -> list[Words]:
    return column(setter, question.prompt, QUIET, ANSWERS, MEASURE - ANSWERS)


def frame_strips(frame: Frame, setter: Typesetter) -> list[Strip]:
    """Blocks of a form in a frame under what it is about."""
    inside = MEASURE - 2 * INSET
    strips = beside(column(setter, frame.label, ASKED, INSET, inside))
    for each in frame.inside:
        strips += _SET[type(each)](each, setter, INSET, inside)
    panel = Panel(framed=True)
    return [replace(strip, panel=panel) for strip in held(strips)]


def _rule(at: float, down: float, wide: float) -> Box:
    return Box(at, down, wide, THIN, sheet.SOFT)


def _together(strips: Sequence[Strip]) -> list[Strip]:
    """Strips that stand on one page."""
    return [*(replace(each, holds=True) for each in strips[:-1]), strips[-1]]


_SET: Mapping[type[Blanks | Choices | Writing], Callable[[Any, Typesetter, float, float], list[Strip]]] = {
    Blanks: blanks_strips,
    Choices: choices_strips,
    Writing: writing_strips,
}
"""What may stand in a frame."""
