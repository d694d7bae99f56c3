"""The trend on paper: the newest assessments as a heat-strip, and every earlier one in a list below it."""

from rise_desk.domain.heat import Column, Strip, last, title
from rise_desk.domain.heat_told import waiting_told
from rise_desk.domain.moments import shown
from rise_desk.reports.blocks import Block, Heading, Heat, Note, Table
from rise_desk.reports.led import Led

ASIDE = "5 is the highest risk; the score informs, people decide"
NONE_YET = "There is no assessment yet."
IN_ORDER = "Indicators, in the order above"
ACROSS = 7
"""How many assessments stand beside each other on a sheet: about a year of them."""


def heat(strip: Strip) -> list[Block]:
    """The trend of somebody's assessments under its heading; without one it says so."""
    if not strip.columns:
        return [Heading(text="Ten indicators"), Note(text=NONE_YET)]
    earlier = len(strip.columns) - ACROSS
    found: list[Block] = [
        Heading(text=title(last(strip, ACROSS)), aside=ASIDE),
        Heat(strip=last(strip, ACROSS)),
    ]
    found += [Note(text=f"{shown(each.day)}: {waiting_told(each)}") for each in strip.columns if each.waits]
    if earlier > 0:
        count = "1 earlier assessment is" if earlier == 1 else f"{earlier} earlier assessments are"
        found += [Note(text=f"{count} in the list below."), _table(strip, earlier)]
    return found


def _table(strip: Strip, earlier: int) -> Table:
    """The earlier assessments, newest first: day, band, sum and every score."""
    rows = (
        (shown(each.day), _band(each), each.sum_words, _scores(strip, place))
        for place, each in enumerate(strip.columns[:earlier])
    )
    return Table(columns=("Assessed on", "Band", "Score", IN_ORDER), rows=tuple(rows)[::-1])


def _band(each: Column) -> Led:
    words = f"{each.band_label}; {each.waiting}" if each.waiting else each.band_label
    return Led(words, each.band)


def _scores(strip: Strip, place: int) -> str:
    return " ".join(row.cells[place].text for row in strip.rows)
