"""Rows: what any file of rows comes to, whether it was CSV or a workbook, and how much of it can be imported."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from rise_desk.errors import Invalid
from rise_desk.services.exchange.cells import MARK, unescaped

MOST_BYTES = 20 * 1024 * 1024
MOST_ROWS = 50_000
MOST_COLUMNS = 200
LONGEST_CELL = 100_000
REASON = "reason"


@dataclass(frozen=True, kw_only=True)
class Row:
    """One row of a file as it stands there, with the line it starts on.

    `faults`: why the value in a place can't be told, a sentence each (a workbook's `#REF!`).
    """

    line: int
    cells: tuple[str, ...]
    faults: Mapping[int, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Table:
    """A file's column names and rows; `sample` shows letters that a wrong encoding would have spoiled.

    `returned`: the file is one of refused rows, with the reasons in its last column. A workbook has `sheets`, of
    which `sheet` was read; `notices` are sentences about the whole file.
    """

    name: str
    encoding: str
    header: tuple[str, ...]
    rows: tuple[Row, ...]
    sample: str = ""
    returned: bool = False
    sheet: str = ""
    sheets: tuple[str, ...] = ()
    notices: tuple[str, ...] = ()


def no(name: str, sentence: str) -> Invalid:
    """That this file can't be imported, and why."""
    return Invalid({"file": f"{name} {sentence}"})


def heading(name: str, cells: Sequence[str]) -> tuple[str, ...]:
    """The column names in a file's first row that holds something; `Invalid` where there are too many."""
    header = tuple(cell.strip() for cell in cells)
    if len(header) > MOST_COLUMNS:
        raise no(name, f"has more than {MOST_COLUMNS} columns, the most that can be imported.")
    return header


def as_they_were(header: tuple[str, ...], rows: tuple[Row, ...]) -> tuple[tuple[str, ...], tuple[Row, ...], bool]:
    """Header and rows, without the apostrophes that a file of our own carries; whether it is one of refused rows.

    The last column of an export bears the mark alone, and goes.
    """
    if len(header) > 1 and header[-1].endswith(MARK):
        columns = len(header) - 1
        ours = (
            Row(line=row.line, cells=tuple(map(unescaped, _without_last(row.cells, columns))), faults=row.faults)
            for row in rows
        )
        return tuple(map(unescaped, header[:columns])), tuple(ours), False
    if header[-1] != REASON:
        return header, rows, False
    bare = (Row(line=row.line, cells=tuple(map(unescaped, row.cells)), faults=row.faults) for row in rows)
    return tuple(map(unescaped, header)), tuple(bare), True


def _without_last(cells: tuple[str, ...], columns: int) -> tuple[str, ...]:
    """A row without its empty last value; one of another length keeps it, so that its fault is seen."""
    return cells[:columns] if len(cells) == columns + 1 and not cells[columns].strip() else cells
