"""What was scored, on paper: the score at the left, beside it what was asked, its wording, and what it rests on."""

from dataclasses import replace

from rise_desk.reports import blocks
from rise_desk.reports.paper import sheet
from rise_desk.reports.paper.columns import beside, column, flush_right
from rise_desk.reports.paper.flow import Strip, held
from rise_desk.reports.paper.sheet import MEASURE
from rise_desk.reports.paper.text import Typesetter

SCORE_WIDTH = 78.0
BETWEEN = 8.0


def scored_strips(scored: blocks.Scored, setter: Typesetter) -> list[Strip]:
    """One line of an assessment; a page that it flows onto says again what it is about."""
    at, measure = SCORE_WIDTH, MEASURE - SCORE_WIDTH
    score = column(setter, scored.score, sheet.STRONG, 0, SCORE_WIDTH - BETWEEN)
    if scored.change:
        score += column(setter, scored.change, sheet.SMALL, 0, SCORE_WIDTH - BETWEEN)
    label = column(setter, scored.label, sheet.STRONG, at, measure)
    room = measure - max(each.line.width for each in label) - BETWEEN
    fits = len(label) == 1 and setter.width(scored.aside, sheet.SMALL) <= room
    aside = flush_right(setter, scored.aside, sheet.SMALL, at, measure) if scored.aside and fits else []
    said = [*label]
    if scored.wording:
        said += column(setter, scored.wording, sheet.SMALL, at, measure)
    if scored.aside and not fits:
        said += column(setter, scored.aside, sheet.SMALL, at, measure)
    if scored.text:
        said += column(setter, scored.text, sheet.BODY, at, measure)
    details = " · ".join(f"{fact.label}: {fact.value}" for fact in scored.facts)
    if details:
        said += column(setter, details, sheet.SMALL, at, measure)
    strips = held(beside(score, said, aside), first=3)
    again = beside(score[:1], label[:1], flush_right(setter, "continued", sheet.SMALL, at, measure))[0]
    return [replace(strip, again=again if number else None) for number, strip in enumerate(strips)]
