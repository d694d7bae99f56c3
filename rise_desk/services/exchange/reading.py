"""Reading: the bytes of a CSV file become rows of text, or one sentence says why they can't."""

import codecs
import csv
import io
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from rise_desk.errors import Invalid, NotFound, Unavailable
from rise_desk.services.exchange.cells import unescaped

MOST_BYTES = 20 * 1024 * 1024
MOST_ROWS = 50_000
MOST_COLUMNS = 200
LONGEST_CELL = 100_000
MOST_LINES = 2_000_000
MOST_MARKS = 100_000
"""Line ends in a whole file, and delimiters in one line: far more than real notes have."""

REASON = "reason"
DELIMITERS = ",;\t"
FIRST_LINE = 50_000
_QUOTED = re.compile('"[^"]*"?')

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig", "UTF-8"),
    (codecs.BOM_UTF16_LE, "utf-16", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "UTF-16"),
)
_UNMARKED = (("utf-8", "UTF-8"), ("cp1252", "Windows (cp1252)"))
_OTHER_FILES = (
    (b"PK\x03\x04", "is a workbook or a zip file. Save the sheet as CSV first, best as “CSV UTF-8”."),
    (b"\xd0\xcf\x11\xe0", "is an old Office file. Save the sheet as CSV first, best as “CSV UTF-8”."),
    (b"%PDF", "is a PDF. Only CSV files can be imported."),
)


@dataclass(frozen=True, kw_only=True)
class Row:
    """One row of a file as it stands there, with the line it starts on."""

    line: int
    cells: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Table:
    """A file's column names and rows; `sample` shows letters that a wrong encoding would have spoiled.

    `returned`: the file is one of refused rows, with the reasons in its last column.
    """

    name: str
    encoding: str
    header: tuple[str, ...]
    rows: tuple[Row, ...]
    sample: str = ""
    returned: bool = False


def read(path: Path) -> Table:
    """The table in this file; `NotFound`, `Unavailable` or `Invalid` say in a sentence why there is none."""
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
    return table(name, data)


def table(name: str, data: bytes) -> Table:
    """The table that a file of this name and content holds."""
    if len(data) > MOST_BYTES:
        raise _no(name, "is larger than 20 MB, the most that can be imported. Split it into several files.")
    text, encoding = _text(name, data)
    rows = _rows(name, text, _delimiter(text))
    first = next(rows, None)
    if first is None:
        raise _no(name, "is empty.")
    header = tuple(cell.strip() for cell in first.cells)
    if len(header) > MOST_COLUMNS:
        raise _no(name, f"has more than {MOST_COLUMNS} columns, the most that can be imported.")
    found = tuple(rows)
    if not found:
        raise _no(name, "has no rows below its first line.")
    returned = header[-1] == REASON
    if returned:
        header = tuple(map(unescaped, header))
        found = tuple(Row(line=row.line, cells=tuple(map(unescaped, row.cells))) for row in found)
    return Table(
        name=name,
        encoding=encoding,
        header=header,
        rows=found,
        sample=_sample(found),
        returned=returned,
    )


def _no(name: str, sentence: str) -> Invalid:
    return Invalid({"file": f"{name} {sentence}"})


def _text(name: str, data: bytes) -> tuple[str, str]:
    for magic, sentence in _OTHER_FILES:
        if data.startswith(magic):
            raise _no(name, sentence)
    text, encoding = _decoded(name, data)
    if "\x00" in text:
        raise _no(name, "is not a text file. Only CSV files can be imported.")
    if text.count("\n") + text.count("\r") > MOST_LINES:
        raise _no(name, f"has more than {MOST_ROWS:,} rows, the most that can be imported. Split it.")
    return text, encoding


def _decoded(name: str, data: bytes) -> tuple[str, str]:
    marked = tuple((codec, called) for mark, codec, called in _MARKS if data.startswith(mark))
    for codec, called in marked or _UNMARKED:
        with suppress(UnicodeDecodeError):
            return data.decode(codec), called
    raise _no(name, "has letters that can't be read. Save it again as “CSV UTF-8”.")


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
            raise _no(name, _fault(line, str(wrong))) from None
        if not any(cell.strip() for cell in cells):
            continue
        rows += 1
        if rows > MOST_ROWS:
            raise _no(name, f"has more than {MOST_ROWS:,} rows, the most that can be imported. Split it.")
        if max(map(len, cells)) > LONGEST_CELL:
            raise _no(name, _fault(line, "field larger"))
        yield Row(line=line, cells=tuple(cells))


def _lines(name: str, text: str, delimiter: str) -> Iterator[str]:
    """The lines of a file; one of countless columns is refused before it is taken apart."""
    for place, line in enumerate(io.StringIO(text, newline=""), 1):
        if line.count(delimiter) > MOST_MARKS:
            raise _no(name, f"has more than {MOST_COLUMNS} columns in line {place}, the most that can be imported.")
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
