"""Tables on paper: columns as wide as their contents ask, names repeated on every page, hairlines."""

from dataclasses import replace

from rise_desk.reports import blocks
from rise_desk.reports.paper import shapes, sheet
from rise_desk.reports.paper.columns import beside, column
from rise_desk.reports.paper.flow import Strip, held
from rise_desk.reports.paper.text import Typesetter

BETWEEN = 10.0
LEAST, MOST = 34.0, 220.0
ABOVE, BELOW = 2.0, 3.0
WHOLE = 6
"""A row of so many lines stands on one page; a longer one goes on overleaf."""


def table_strips(table: blocks.Table, setter: Typesetter) -> list[Strip]:
    """A table as strips; without rows it says so."""
    if not table.rows:
        return beside(column(setter, table.empty, sheet.SMALL, 0, sheet.MEASURE))
    edges = _edges(table, setter)
    names = _row(table.columns, edges, sheet.BODY if table.large else sheet.SMALL, setter)
    names = [replace(strip, holds=True) for strip in names]
    strips = [] if table.bare else list(names)
    again = _goes_on(table.bare, setter) if table.bare else names[-1]
    for row in table.rows:
        strips += [replace(strip, again=again) for strip in _row(row, edges, sheet.BODY, setter)]
    return strips


def _row(
    cells: tuple[str, ...], edges: list[tuple[float, float]], style: sheet.Style, setter: Typesetter
) -> list[Strip]:
    """One row: a little air, its lines, and a hairline at its foot."""
    columns = [column(setter, text, style, at, measure) for text, (at, measure) in zip(cells, edges, strict=True)]
    side_by_side = beside(*columns)
    *lines, last = held(side_by_side, WHOLE if len(side_by_side) <= WHOLE else 2)
    above = Strip(height=ABOVE, holds=True)
    return [above, *lines, replace(last, height=last.height + BELOW, rule=True)]


def _edges(table: blocks.Table, setter: Typesetter) -> list[tuple[float, float]]:
    """Where each column starts and how wide it is: its widest cell within reason, together the measure."""
    wanted = [_wanted(cells, setter) for cells in zip(*_counted(table), strict=True)]
    room = sheet.MEASURE - BETWEEN * (len(wanted) - 1)
    widths = _shared(wanted, room)
    widths[-1] += max(0.0, room - sum(widths))
    starts = [sum(widths[:at]) + BETWEEN * at for at in range(len(widths))]
    return list(zip(starts, widths, strict=True))


def _goes_on(name: str, setter: Typesetter) -> Strip:
    """What a page begins with on which a bare table goes on."""
    line = beside(column(setter, f"{name}, continued", sheet.SMALL, 0, sheet.MEASURE)[:1])[0]
    return replace(line, height=line.height + BELOW, rule=True)


def _counted(table: blocks.Table) -> tuple[tuple[str, ...], ...]:
    return table.rows if table.bare else (table.columns, *table.rows)


def _shared(wanted: list[float], room: float) -> list[float]:
    """The room for each column: what it wants where that is no more than its share, else the rest by what they want."""
    narrow: list[float] = []
    while True:
        wide = [each for each in wanted if each not in narrow]
        share = (room - sum(each for each in wanted if each in narrow)) / max(len(wide), 1)
        found = [each for each in wide if each <= share]
        if not found:
            break
        narrow += found
    scale = share * len(wide) / sum(wide) if wide else 1.0
    return [each if each in narrow else each * scale for each in wanted]


def _wanted(cells: tuple[str, ...], setter: Typesetter) -> float:
    widest = max(setter.width(text[:80], sheet.BODY) + shapes.before(text, sheet.BODY) for text in cells)
    return min(max(widest + 1, LEAST), MOST)
