"""The columns of a list: what each shows of a row, and which of them somebody has chosen, in which order."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ui.widgets.badge import Tone

VERSION = 1


@dataclass(frozen=True, kw_only=True)
class Cell:
    """What stands in one place of a list: words, a soft second line, or a badge.

    `alarm`: the second line is as loud as anything, with its shape. `minutes_left`: beneath the words a line drains,
    and the second line is spoken alone.
    """

    text: str = ""
    second: str = ""
    badge: Tone | None = None
    strong: bool = False
    loud: bool = False
    alarm: bool = False
    minutes_left: int | None = None

    def spoken(self) -> str:
        """The cell in one line, for copying and for screen readers."""
        return " · ".join(part for part in (self.text, self.second) if part)


@dataclass(frozen=True, kw_only=True)
class Column:
    """One column; `sort` is what the store calls it, '' where a list can't be sorted by it."""

    key: str
    title: str
    cell: Callable[[Any], Cell | str]
    sort: str = ""
    width: int = 150
    right: bool = False
    shown: bool = True
    fixed: bool = False

    def of(self, row: Any) -> Cell:
        """The cell of a row."""
        made = self.cell(row)
        return Cell(text=made) if isinstance(made, str) else made


@dataclass
class Layout:
    """How somebody likes a list: which columns in which order, how broad, sorted by what."""

    order: list[str]
    widths: dict[str, int]
    sort: str = ""
    descending: bool = False

    def plain(self) -> dict[str, Any]:
        """As plain data, to be remembered."""
        return {
            "version": VERSION,
            "columns": list(self.order),
            "widths": dict(self.widths),
            "sort": self.sort,
            "descending": self.descending,
        }


def usual(columns: Sequence[Column], sort: str, *, descending: bool = False) -> Layout:
    """The layout of a list that nobody has changed."""
    return Layout([each.key for each in columns if each.shown], {}, sort, descending)


def remembered(columns: Sequence[Column], kept: Mapping[str, Any], otherwise: Layout) -> Layout:
    """The layout that was remembered, without what no longer exists; the usual one where nothing useful is left."""
    known = {each.key: each for each in columns}
    chosen = kept.get("columns")
    if kept.get("version") != VERSION or not isinstance(chosen, list):
        return otherwise
    order = [key for key in dict.fromkeys(chosen) if key in known]
    order = [each.key for each in columns if each.fixed and each.key not in order] + order
    widths = kept.get("widths")
    kept_widths = widths.items() if isinstance(widths, dict) else ()
    sorts = {each.sort for each in columns if each.sort}
    sort = kept.get("sort")
    return Layout(
        order or otherwise.order,
        {key: width for key, width in kept_widths if key in known and isinstance(width, int) and 24 <= width <= 2000},
        sort if sort in sorts else otherwise.sort,
        bool(kept.get("descending")) if sort in sorts else otherwise.descending,
    )
