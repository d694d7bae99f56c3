"""Workbooks: a sheet of an XLSX file becomes the same rows of text as a CSV file, as people see them on it."""

import warnings
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from zipfile import ZipFile

from openpyxl import load_workbook
from openpyxl.utils import range_boundaries
from openpyxl.workbook import Workbook

from rise_desk.errors import Invalid
from rise_desk.services.exchange import package
from rise_desk.services.exchange.rows import (
    LONGEST_CELL,
    MOST_COLUMNS,
    MOST_ROWS,
    REASON,
    Row,
    Table,
    as_they_were,
    heading,
    no,
)
from rise_desk.services.exchange.sheet import Parser, Seen, cells_of
from rise_desk.services.watch import Watch

ENCODING = "Excel workbook"
READING = "Reading the workbook"
TWO_ROWS = "has headings over two rows (merged cells). Give each column one heading in one row."
_STRICT = b"purl.oclc.org/ooxml"


@dataclass(kw_only=True)
class _Sheet:
    """One sheet as far as it is read: its heading, its rows, and what has to be told of it."""

    name: str
    hidden: bool
    headed: int = 0
    header: tuple[str, ...] = ()
    rows: list[Row] = field(default_factory=list)
    hidden_rows: int = 0
    hidden_columns: tuple[int, ...] = ()
    merges: tuple[tuple[int, int, int, int], ...] = ()


def table(name: str, data: bytes, sheet: str, watch: Watch) -> Table:
    """The table in this sheet of a workbook, or in the first that holds something; macros are never run."""
    archive = package.checked(name, data)
    try:
        with warnings.catch_warnings(record=True):  # of what a list of people has no use for: styles, extensions
            warnings.simplefilter("always")
            return _table(name, archive, sheet, watch)
    except package.SPOILT:
        raise no(name, package.DAMAGED) from None


def _table(name: str, archive: ZipFile, sheet: str, watch: Watch) -> Table:
    watch.step(READING, 0)
    if _STRICT in archive.read("xl/workbook.xml"):
        raise no(name, f"is a “Strict” workbook. {package.AS_XLSX}")
    book = load_workbook(archive.fp, read_only=True, data_only=True, keep_links=False)
    found = _first(name, book, sheet, watch)
    _judge(name, found)
    sheets = tuple(each.title for each in book.worksheets)
    header, rows, returned = as_they_were(found.header, tuple(found.rows))
    return Table(
        name=name,
        encoding=ENCODING,
        header=header,
        rows=rows,
        returned=returned,
        sheet=found.name,
        sheets=sheets,
        notices=tuple(_notices(found, sheets, archive)),
    )


def _first(name: str, book: Workbook, wanted: str, watch: Watch) -> _Sheet:
    """The sheet asked for; else the first that holds something, one that is hidden only where no other does."""
    every = sorted(book.worksheets, key=lambda each: each.sheet_state != "visible")
    if wanted:
        every = [each for each in every if each.title.casefold() == wanted.strip().casefold()]
        if not every:
            named = ", ".join(each.title for each in book.worksheets)
            raise Invalid({"sheet": f"{name} has no sheet called “{wanted[:40]}”. Its sheets are {named}."})
    for each in every:
        found = _read(name, each, watch)
        if found.header:
            return found
    raise no(name, "is empty." if not wanted else "has nothing in that sheet.")


def _read(name: str, opened: Any, watch: Watch) -> _Sheet:
    sheet = _Sheet(name=opened.title, hidden=opened.sheet_state != "visible")
    book = opened.parent
    with opened._get_source() as source:  # what openpyxl hands on of a row leaves out what is hidden or not worked out
        parser = Parser(
            source, opened._shared_strings, data_only=True, epoch=book.epoch,
            date_formats=book._date_formats, timedelta_formats=book._timedelta_formats,
        )  # fmt: skip
        for at, (line, seen) in enumerate(cells_of(parser, book)):
            watch.step(READING, at)
            if any(each.text.strip() or each.fault for each in seen):
                _take(name, sheet, line, seen)
                sheet.hidden_rows += parser.is_hidden(line)
        sheet.hidden_columns = parser.hidden_columns()
        sheet.merges = tuple(range_boundaries(each) for each in parser.merged())
    return sheet


def _take(name: str, sheet: _Sheet, line: int, seen: list[Seen]) -> None:
    cells = _placed(name, seen)
    if not sheet.header:
        sheet.header, sheet.headed = heading(name, cells), line
        return
    if len(sheet.rows) >= MOST_ROWS:
        raise no(name, f"has more than {MOST_ROWS:,} rows, the most that can be imported. Split it.")
    if max(map(len, cells)) > LONGEST_CELL:
        raise no(
            name, f"has a value of more than {LONGEST_CELL:,} characters in row {line}, the most that can be imported."
        )
    faults = {each.place: each.fault for each in seen if each.fault}
    padded = (*cells, *("" for _ in range(len(sheet.header) - len(cells))))
    sheet.rows.append(Row(line=line, cells=padded, faults=faults))


def _placed(name: str, seen: list[Seen]) -> tuple[str, ...]:
    """The texts of a row in their places, up to the last that holds something."""
    held = [each for each in seen if each.text.strip() or each.fault]
    width = held[-1].place + 1
    if width > MOST_COLUMNS:
        raise no(name, f"has more than {MOST_COLUMNS} columns, the most that can be imported.")
    cells = [""] * width
    for each in held:
        cells[each.place] = each.text
    return tuple(cells)


def _judge(name: str, sheet: _Sheet) -> None:
    for _left, top, _right, bottom in sheet.merges:
        if top <= sheet.headed < bottom:
            raise no(name, TWO_ROWS)
    if not sheet.rows:
        raise no(name, "has no rows below its first line.")


def _notices(sheet: _Sheet, sheets: tuple[str, ...], archive: ZipFile) -> Iterator[str]:
    others = [each for each in sheets if each != sheet.name]
    if others:
        yield f"The sheet “{sheet.name}” is read. Not read: {', '.join(others)}."
    if sheet.hidden:
        yield f"The sheet “{sheet.name}” is hidden in the workbook."
    if sheet.hidden_rows:
        rows = "row is" if sheet.hidden_rows == 1 else "rows are"
        yield f"{sheet.hidden_rows} {rows} hidden in the workbook, and read too."
    hidden = [
        sheet.header[place] for place in sheet.hidden_columns if place < len(sheet.header) and sheet.header[place]
    ]
    if hidden:
        yield f"Hidden in the workbook, and read too: the columns {', '.join(hidden)}."
    for left, top, right, _bottom in sheet.merges:
        if top == sheet.headed and right > left:
            over = f"stands over {right - left + 1} columns"
            yield f"The heading “{sheet.header[left - 1]}” {over}. Only the first has it."
    if any(top > sheet.headed for _left, top, _right, _bottom in sheet.merges):
        yield "Cells are merged below the headings: only the first of them has the value."
    if any(part.startswith("xl/externalLinks/") for part in archive.namelist()):
        yield "Some values come from other workbooks. They are taken as they were when this one was last saved."
    if sheet.header[-1] == REASON:
        yield "This is a file of refused rows: its last column, the reasons, is left out."
