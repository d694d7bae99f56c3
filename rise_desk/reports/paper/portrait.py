"""A photo with the facts beside it; where no photo is on file its place stays open for one."""

from dataclasses import replace

from rise_desk.reports import blocks
from rise_desk.reports.paper import pictures, sheet
from rise_desk.reports.paper.columns import beside, column
from rise_desk.reports.paper.flow import Box, Picture, Strip
from rise_desk.reports.paper.sheet import MEASURE
from rise_desk.reports.paper.text import Typesetter

WIDE, TALL = 138.0, 174.0
CAPTION = 14.0
BESIDE = WIDE + 16.0
LABEL = 84.0
BETWEEN = 1.2
INSIDE = 10.0


def portrait_strips(portrait: blocks.Portrait, setter: Typesetter) -> list[Strip]:
    """The photo under its caption at the left, a line for each fact at the right, all on one page."""
    strips = [strip for fact in portrait.facts for strip in _fact(fact, setter)] or [Strip(height=CAPTION)]
    room = CAPTION + TALL - sum(each.height for each in strips)
    if room > 0:
        strips.append(Strip(height=room, row=strips[-1].row))
    caption = column(setter, portrait.caption, sheet.SMALL_STRONG, 0, WIDE)[:1]
    first = replace(_with_photo(strips[0], portrait.photo), words=(*caption, *strips[0].words))
    whole = [first, *strips[1:]]
    return [*(replace(each, holds=True) for each in whole[:-1]), whole[-1]]


def _with_photo(strip: Strip, photo: bytes) -> Strip:
    """The photo below this strip's line, or its empty frame."""
    wide, tall = pictures.within(photo, WIDE, TALL)
    if tall:
        return replace(strip, pictures=(Picture(0, CAPTION, wide, tall, photo),))
    return replace(strip, boxes=(Box(0, CAPTION, WIDE, TALL, sheet.SOFT, framed=True),))


def _fact(fact: blocks.Fact, setter: Typesetter) -> list[Strip]:
    label = column(setter, fact.label, sheet.SMALL, BESIDE, LABEL - 8)
    value = column(setter, fact.value, sheet.BODY, BESIDE + LABEL, MEASURE - BESIDE - LABEL)
    *lines, last = beside(label, value)
    return [*lines, replace(last, height=last.height + BETWEEN)]
