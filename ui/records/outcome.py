"""What becomes of a row of an imported file, as the preview's table shows it."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from rise_desk.domain.names import fold
from rise_desk.services.exchange.planning import Fate, Outcome
from ui.widgets.badge import Tone
from ui.widgets.columns import Cell, Column

ORDER = {Fate.ASKED: 0, Fate.REFUSED: 1, Fate.CREATED: 2, Fate.MATCHED: 3}
SAID = {
    Fate.ASKED: ("Who is it?", Tone.HIGH),
    Fate.REFUSED: ("Refused", Tone.MEDIUM),
    Fate.CREATED: ("New", Tone.INFO),
    Fate.MATCHED: ("On file", Tone.CLOSED),
}
BY: Mapping[str, Callable[[Outcome], Any]] = {
    "fate": lambda row: (ORDER[row.fate], row.line),
    "line": lambda row: row.line,
    "name": lambda row: (row.name.casefold(), row.line),
}


def columns() -> list[Column]:
    """Every column of the preview."""
    return [
        Column(key="fate", title="What happens", cell=_fate, sort="fate", width=130, fixed=True),
        Column(key="line", title="Line", cell=lambda row: str(row.line), sort="line", width=70, right=True),
        Column(key="name", title="Row", cell=lambda row: Cell(text=row.name, strong=True), sort="name", width=180),
        Column(key="file", title="File", cell=lambda row: row.file, width=80),
        Column(key="reason", title="Why, or what is added", cell=_why, width=460),
    ]


def ordered(rows: Sequence[Outcome], by: str, *, descending: bool) -> list[Outcome]:
    """The rows in the order of a column; refused rows come first by themselves."""
    return sorted(rows, key=BY[by], reverse=descending)


def narrowed(rows: Sequence[Outcome], shown: str, text: str) -> list[Outcome]:
    """The rows that somebody asks for: those to look at, new, or on file; with these words in them."""
    sought = fold(text).split()
    return [
        row
        for row in rows
        if (row.is_problem if shown == "problems" else shown in ("", row.fate))
        and all(word in fold(f"{row.name} {row.file} {row.reason} {row.warning}") for word in sought)
    ]


def _why(row: Outcome) -> Cell:
    return Cell(text=" ".join(filter(None, (row.warning, row.reason))), loud=bool(row.warning))


def _fate(row: Outcome) -> Cell:
    text, tone = SAID[row.fate]
    return Cell(text=text, badge=tone)
