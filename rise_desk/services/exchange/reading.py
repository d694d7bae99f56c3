"""Reading: the bytes of a file become rows of text, or one sentence says why they can't; CSV here, else workbooks."""

import codecs
import csv
import io
import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from rise_desk.errors import Invalid, NotFound, Unavailable
from rise_desk.services.exchange.rows import (
    LONGEST_CELL,
    MOST_BYTES,
    MOST_COLUMNS,
    MOST_ROWS,
    Row,
    Table,
    as_they_were,
    heading,
    no,
)
from rise_desk.services.watch import UNWATCHED, Watch

MOST_LINES = 2_000_000
MOST_MARKS = 100_000
"""Line ends in a whole file, and delimiters in one line: far more than real notes have."""

DELIMITERS = ",;\t"
FIRST_LINE = 50_000
_QUOTED = re.compile('"[^"]*"?')

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig", "UTF-8"),
    (codecs.BOM_UTF16_LE, "utf-16", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "UTF-16"),
)
_UNMARKED = (("utf-8", "UTF-8"), ("cp1252", "Windows (cp1252)"))
_WORKBOOKS = (b"PK\x03\x04", b"PK\x05\x06", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
"""How a workbook begins: a zip file, and the older file in which old and locked ones lie."""


def read(path: Path, sheet: str = "", watch: Watch = UNWATCHED) -> Table:
    """The table in this file, or in this sheet of it.

    `NotFound`, `Unavailable` or `Invalid` say in a sentence why there is none.
    """
    name = path.name[:80]
    if path.is_dir():
        raise Unavailable(f"{name or 'This'} is a folder. Give the name of a file.")
    if not path.is_file():
        raise NotFound(f"There is no file called {name}.")
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError:
        raise Unavailable(f"{name} can't be read: the file is locked or this account has no rights to it.") from None
    return table(name, data, sheet, watch)


def table(name: str, data: bytes, sheet: str = "", watch: Watch = UNWATCHED) -> Table:
    """The table that a file of this name and content holds."""
    if len(data) > MOST_BYTES:
        raise no(name, "is larger than 20 MB, the most that can be imported. Split it into several files.")
    if data.startswith(_WORKBOOKS):
        from rise_desk.services.exchange import workbook

        return workbook.table(name, data, sheet, watch)
    if sheet:
        raise Invalid({"sheet": f"{name} is not a workbook, so it has no sheets."})
    return _csv(name, data)


def _csv(name: str, data: bytes) -> Table:
    text, encoding = _text(name, data)
    rows = _rows(name, text, _delimiter(text))
    first = next(rows, None)
    if first is None:
        raise no(name, "is empty.")
    header = heading(name, first.cells)
    found = tuple(rows)
    if not found:
        raise no(name, "has no rows below its first line.")
    header, found, returned = as_they_were(header, found)
    return Table(
        name=name,
        encoding=encoding,
        header=header,
        rows=found,
        sample=_sample(found),
        returned=returned,
    )


def _text(name: str, data: bytes) -> tuple[str, str]:
    if data.startswith(b"%PDF"):
        raise no(name, "is a PDF. Only workbooks (.xlsx) and CSV files can be imported.")
    text, encoding = _decoded(name, data)
    if "\x00" in text:
        raise no(name, "is not a text file. Only workbooks (.xlsx) and CSV files can be imported.")
    if text.count("\n") + text.count("\r") > MOST_LINES:
        raise no(name, f"has more than {MOST_ROWS:,} rows, the most that can be imported. Split it.")
    return text, encoding


def _decoded(name: str, data: bytes) -> tuple[str, str]:
    marked = tuple((codec, called) for mark, codec, called in _MARKS if data.startswith(mark))
    for codec, called in marked or _UNMARKED:
        with suppress(UnicodeDecodeError):
            return data.decode(codec), called
    raise no(name, "has letters that can't be read. Save it again as “CSV UTF-8”.")


def _delimiter(text: str) -> str:
    """The mark between values: the one that the first line has most of, outside quotation marks."""
    bare = _QUOTED.sub("", text.lstrip("\r\n ")[:FIRST_LINE])
    first = bare.splitlines()[0] if bare else ""
    return max(DELIMITERS, key=first.count)


def _rows(name: str, text: str, delimiter: str) -> Iterator[Row]:
    """Every row that holds something, the column names first."""
    reader = csv.reader(_lines(name, text, delimiter), delimiter=delimiter, strict=True)
    rows = -1
    while True:
        line = reader.line_num + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as wrong:
            raise no(name, _fault(line, str(wrong))) from None
        if not any(cell.strip() for cell in cells):
            continue
        rows += 1
        if rows > MOST_ROWS:
            raise no(name, f"has more than {MOST_ROWS:,} rows, the most that can be imported. Split it.")
        if max(map(len, cells)) > LONGEST_CELL:
            raise no(name, _fault(line, "field larger"))
        yield Row(line=line, cells=tuple(cells))


def _lines(name: str, text: str, delimiter: str) -> Iterator[str]:
    """The lines of a file; one of countless columns is refused before it is taken apart."""
    for place, line in enumerate(io.StringIO(text, newline=""), 1):
        if line.count(delimiter) > MOST_MARKS:
            raise no(name, f"has more than {MOST_COLUMNS} columns in line {place}, the most that can be imported.")
        yield line


def _fault(line: int, wrong: str) -> str:
    if "field larger" in wrong:
        return (
            f"has a value of more than {LONGEST_CELL:,} characters in line {line}, the most that can be imported; "
            "or a quotation mark there is never closed."
        )
    return f"can't be taken apart at line {line}: a quotation mark there is not closed, or not doubled inside a value."


def _sample(rows: tuple[Row, ...]) -> str:
    return next((cell.strip()[:60] for row in rows for cell in row.cells if not cell.isascii()), "")
