"""Each block of a document as strips of type: where its words stand beside and below each other."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from itertools import groupby
from typing import Any

from rise_desk.reports import blocks, form_blocks, night_blocks, web_blocks
from rise_desk.reports.paper import forms, sheet
from rise_desk.reports.paper.calendar import bars_strips, calendar_strips
from rise_desk.reports.paper.columns import beside, column, flush_right
from rise_desk.reports.paper.flow import Panel, Strip, held
from rise_desk.reports.paper.heat import heat_strips
from rise_desk.reports.paper.listing import listing_strips
from rise_desk.reports.paper.portrait import portrait_strips
from rise_desk.reports.paper.scored import scored_strips
from rise_desk.reports.paper.sheet import GUTTER, MEASURE
from rise_desk.reports.paper.tables import table_strips
from rise_desk.reports.paper.text import Typesetter
from rise_desk.reports.paper.web import web_strips

WHEN_WIDTH = 116.0
LABEL_MOST = 110.0
INSET = 12.0
BAR = 9.0
BETWEEN_BOXES = 26.0
BETWEEN_FACTS = 1.8
HALF = (MEASURE - GUTTER) / 2
SHORT_LINES = 3

BEYOND_ANY_PAGE = 10_000.0

SPACE: dict[type[blocks.Block], float] = {
    blocks.NewPage: 0,
    blocks.Heading: 20,
    blocks.Quote: 20,
    blocks.WarningBox: 17,
    blocks.Facts: 8,
    blocks.Table: 8,
    blocks.Listing: 8,
    blocks.Heat: 8,
    blocks.Portrait: 8,
    night_blocks.Calendar: 8,
    night_blocks.Bars: 8,
    web_blocks.Web: 6,
    blocks.Entry: 7,
    blocks.Scored: 6,
    form_blocks.Frame: 15,
    form_blocks.Question: 6,
    form_blocks.Writing: 5,
    form_blocks.Choices: 4,
    form_blocks.Blanks: 2,
    blocks.Paragraph: 6,
    blocks.Note: 6,
}
"""Points of air around each sort of block; between two blocks the larger holds."""
BELOW_HEADING = 7.0
DENSE = 0.6
"""The share of that air which a dense document keeps; the frame of a box keeps its own."""


def document_strips(document: blocks.Document, setter: Typesetter) -> list[Strip]:
    """The whole document in reading order: who it is about, then its blocks."""
    strips = _title(document, setter)
    before: blocks.Block = blocks.Heading(text="")
    for block in document.blocks:
        strips += [_air(before, block, DENSE if document.dense else 1.0), *block_strips(block, setter)]
        before = block
    return strips


def _air(before: blocks.Block, block: blocks.Block, share: float) -> Strip:
    """The space between two blocks; below a heading it is small and holds on to what comes."""
    boxed = isinstance(block, blocks.Quote | blocks.WarningBox)
    if isinstance(before, blocks.Heading) and before.text and not boxed:
        return Strip(height=BELOW_HEADING * share, holds=True)
    height = max(SPACE[type(before)], SPACE[type(block)])
    if boxed and isinstance(before, blocks.Quote | blocks.WarningBox):
        height = BETWEEN_BOXES
    if not boxed:
        height *= share
    return Strip(height=height, gap=True, holds=isinstance(before, blocks.Heading))


def block_strips(block: blocks.Block, setter: Typesetter) -> list[Strip]:
    """One block as strips."""
    return _STRIPS[type(block)](block, setter)


def _running(style: sheet.Style, text: str, setter: Typesetter) -> list[Strip]:
    return held(beside(column(setter, text, style, 0, MEASURE)))


def _title(document: blocks.Document, setter: Typesetter) -> list[Strip]:
    """The name in large type (smaller where it is long), what it says below, and the lines at the right."""
    measure = MEASURE * 0.62 if document.right_lines else MEASURE
    long = len(setter.lines(document.title, sheet.TITLE, measure)) > 2
    name = column(setter, document.title, sheet.LONG_TITLE if long else sheet.TITLE, 0, measure)
    about = column(setter, document.subject_line, sheet.SUBJECT, 0, measure) if document.subject_line else []
    right = []
    for at, text in enumerate(document.right_lines):
        style = sheet.STRONG if at else sheet.SUBJECT
        right += flush_right(setter, text, style, measure + GUTTER, MEASURE - measure - GUTTER)
    return held(beside([*name, *about], right))


def _heading(heading: blocks.Heading, setter: Typesetter) -> list[Strip]:
    """The name of a section over a hairline, its remark at the other end where both fit on one line."""
    name = column(setter, heading.text, sheet.HEADING, 0, MEASURE)
    room = MEASURE - max(each.line.width for each in name) - GUTTER
    fits = setter.width(heading.aside, sheet.SMALL) <= room
    if fits:
        strips = beside(name, flush_right(setter, heading.aside, sheet.SMALL, 0, MEASURE))
    else:
        strips = beside([*name, *column(setter, heading.aside, sheet.SMALL, 0, MEASURE)])
    strips = [replace(strip, holds=True) for strip in strips]
    last = replace(strips[-1], height=strips[-1].height + 3, rule=True)
    return [replace(each, outline=heading.text if not at else "") for at, each in enumerate([*strips[:-1], last])]


def _facts(facts: tuple[blocks.Fact, ...], setter: Typesetter) -> Iterator[Strip]:
    """Labels and values: two short ones beside each other, a long one across the sheet."""
    widest = max((setter.width(each.label, sheet.SMALL) for each in facts), default=0)
    label = min(widest, LABEL_MOST) + 8
    short_measure = HALF - label

    def is_short(fact: blocks.Fact) -> bool:
        return len(setter.lines(fact.value, sheet.BODY, short_measure)) <= SHORT_LINES

    for short, run in groupby(facts, is_short):
        members, step = list(run), 2 if short else 1
        for at in range(0, len(members), step):
            row = members[at : at + step]
            yield from _fact_row(row, label, short_measure if short else MEASURE - label, setter)


def _fact_row(facts: list[blocks.Fact], label: float, measure: float, setter: Typesetter) -> list[Strip]:
    columns = []
    for at, fact in enumerate(facts):
        start = at * (HALF + GUTTER)
        columns.append(column(setter, fact.label, sheet.SMALL, start, label - 8))
        columns.append(column(setter, fact.value, sheet.BODY, start + label, measure))
    *lines, last = held(beside(*columns))
    return [*lines, replace(last, height=last.height + BETWEEN_FACTS)]


def _quote(quote: blocks.Quote, setter: Typesetter) -> list[Strip]:
    """Somebody's own words in stronger type on a soft ground, and whose they are below."""
    inside = MEASURE - 2 * INSET
    words = column(setter, blocks.quoted(quote.text), sheet.WORDS, INSET, inside)
    whose = column(setter, quote.attribution, sheet.SMALL, INSET, inside) if quote.attribution else []
    panel = Panel()
    return [replace(strip, panel=panel) for strip in held(beside([*words, *whose]))]


def _warning(warning: blocks.WarningBox, setter: Typesetter) -> list[Strip]:
    """A warning in a frame; who decided it stands at the right, or below where there is no room."""
    inside = MEASURE - 2 * INSET
    text = column(setter, warning.text, sheet.STRONG, INSET, inside)
    room = inside - max(each.line.width for each in text) - GUTTER
    if setter.width(warning.detail, sheet.SMALL) <= room:
        strips = beside(text, flush_right(setter, warning.detail, sheet.SMALL, INSET, inside))
    else:
        strips = beside([*text, *column(setter, warning.detail, sheet.SMALL, INSET, inside)])
    panel = Panel(framed=True)
    return [replace(strip, panel=panel) for strip in held(strips)]


def _entry(entry: blocks.Entry, setter: Typesetter) -> list[Strip]:
    """One entry: when at the left, beside it all that it says (own words first), by whom at the right."""
    at, measure = WHEN_WIDTH, MEASURE - WHEN_WIDTH
    kind = column(setter, entry.kind, sheet.STRONG, at, measure * 0.55)
    by = flush_right(setter, entry.by, sheet.SMALL, at + measure * 0.58, measure * 0.42) if entry.by else []
    head = [*kind]
    if len(by) > len(kind):
        by, head = [], [*kind, *column(setter, entry.by, sheet.SMALL, at, measure)]
    if entry.tags:
        head += column(setter, " · ".join(entry.tags), sheet.SMALL_STRONG, at, measure)
    words = (
        column(setter, blocks.quoted(entry.own_words), sheet.STRONG, at + BAR, measure - BAR) if entry.own_words else []
    )
    said = column(setter, entry.text, sheet.BODY, at, measure) if entry.text else []
    details = " · ".join(f"{fact.label}: {fact.value}" for fact in entry.facts)
    if details:
        said += column(setter, details, sheet.SMALL, at, measure)
    when = column(setter, entry.when, sheet.SMALL, 0, WHEN_WIDTH - 8)
    strips = held(beside(when, [*head, *words, *said], by), first=len(head) + 2)
    again = beside(when[:1], kind[:1], flush_right(setter, "continued", sheet.SMALL, at, measure))[0]
    return [
        replace(strip, again=again if number else None, bar=at if 0 <= number - len(head) < len(words) else None)
        for number, strip in enumerate(strips)
    ]


_STRIPS: Mapping[type[blocks.Block], Callable[[Any, Typesetter], list[Strip]]] = {
    blocks.NewPage: lambda block, setter: [Strip(height=BEYOND_ANY_PAGE, gap=True)],
    blocks.Heading: _heading,
    blocks.Paragraph: lambda block, setter: _running(sheet.BODY, block.text, setter),
    blocks.Note: lambda block, setter: _running(sheet.SMALL, block.text, setter),
    blocks.Facts: lambda block, setter: list(_facts(block.facts, setter)),
    blocks.Quote: _quote,
    blocks.WarningBox: _warning,
    blocks.Entry: _entry,
    blocks.Scored: scored_strips,
    blocks.Table: table_strips,
    blocks.Listing: listing_strips,
    form_blocks.Frame: forms.frame_strips,
    form_blocks.Question: forms.question_strips,
    form_blocks.Writing: forms.writing_strips,
    form_blocks.Choices: forms.choices_strips,
    form_blocks.Blanks: forms.blanks_strips,
    blocks.Heat: lambda block, setter: heat_strips(block.strip, setter),
    blocks.Portrait: portrait_strips,
    night_blocks.Calendar: calendar_strips,
    night_blocks.Bars: bars_strips,
    web_blocks.Web: web_strips,
}
"""How each sort of block is set."""
