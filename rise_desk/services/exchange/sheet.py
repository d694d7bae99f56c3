"""Cells of a workbook's sheet as people see them: days, numbers and words, and why some can't be told."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from math import isfinite
from typing import Any

from openpyxl.styles.numbers import BUILTIN_FORMATS, BUILTIN_FORMATS_MAX_SIZE
from openpyxl.worksheet._reader import FORMULA_TAG, VALUE_TAG, WorkSheetParser

NOT_WORKED_OUT = (
    "holds a formula whose result is not in the file. Open the file in your spreadsheet program, save it, "
    "and choose it again."
)
TOO_LONG = "is a number of more than 15 digits, of which a spreadsheet loses the last. Store it as text."
MOST_DIGITS = 15
_UNWORKED = "unworked"
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
_ASIDE = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.')
_LEADING = re.compile("0[0 -]*0")


@dataclass(frozen=True)
class Seen:
    """One cell: its place from the left, what it says, and why that can't be told."""

    place: int
    text: str
    fault: str = ""


class Parser(WorkSheetParser):  # type: ignore[misc]  # openpyxl tells no types
    """openpyxl's own reader of a sheet, which also tells formulas without a result, and what is hidden or merged."""

    def parse_cell(self, element: Any) -> dict[str, Any]:
        """A cell as openpyxl reads it; a formula that was never worked out says so."""
        cell: dict[str, Any] = super().parse_cell(element)
        if cell["value"] is None and element.find(FORMULA_TAG) is not None:
            worked = element.get("t") == "str" and element.find(VALUE_TAG) is not None  # it came to an empty text
            cell["data_type"] = "s" if worked else _UNWORKED
        return cell

    def is_hidden(self, line: int) -> bool:
        """Whether a row that was read is hidden."""
        return _yes(self.row_dimensions.get(str(line), {}))

    def hidden_columns(self) -> tuple[int, ...]:
        """The places of the hidden columns."""
        spans = [each for each in self.column_dimensions.values() if _yes(each)]
        return tuple(at for each in spans for at in range(int(each["min"]) - 1, min(int(each["max"]), 1000)))

    def merged(self) -> list[str]:
        """The ranges of merged cells, as the sheet writes them."""
        return [each.ref for each in self.merged_cells.mergeCell] if self.merged_cells else []


def _yes(attributes: dict[str, str]) -> bool:
    return attributes.get("hidden", "0") in ("1", "true")


def cells_of(parser: Parser, book: Any) -> Iterator[tuple[int, list[Seen]]]:
    """Each row of a sheet with its number: the cells that hold something."""
    formats: dict[int, str] = {}
    for line, cells in parser.parse():
        seen: list[Seen] = []
        for cell in cells:
            if cell["value"] is None and cell["data_type"] != _UNWORKED:
                continue
            if seen and cell["column"] - 1 <= seen[-1].place:
                raise ValueError("A row's cells are out of order.")
            style = cell["style_id"]
            if style not in formats:
                formats[style] = _format(book, style)
            text, fault = _said(cell["value"], cell["data_type"], formats[style])
            seen.append(Seen(cell["column"] - 1, text, fault))
        yield line, seen


def _format(book: Any, style: int) -> str:
    """How a cell of this style shows numbers, without what is only for the eye."""
    number = book._cell_styles[style].numFmtId
    if number < BUILTIN_FORMATS_MAX_SIZE:
        return str(BUILTIN_FORMATS.get(number, "General"))
    return _ASIDE.sub("", str(book._number_formats[number - BUILTIN_FORMATS_MAX_SIZE])).partition(";")[0].lower()


def _said(value: Any, sort: str, shown: str) -> tuple[str, str]:
    """What a cell says, and why it can't be told, if so."""
    if sort == _UNWORKED:
        return "", NOT_WORKED_OUT
    if sort == "e":
        return "", f"holds the error {str(value)[:20]}."
    if isinstance(value, bool):
        return ("yes" if value else "no"), ""
    if isinstance(value, datetime | date):
        return _day(value, shown), ""
    if isinstance(value, time):
        return f"{value:%H:%M}", ""
    if isinstance(value, timedelta):
        return _hours(value), ""
    if isinstance(value, int | float):
        return _number(value, shown)
    return _ESCAPED.sub(_letter, str(value)).replace("\r\n", "\n").replace("\r", "\n"), ""


def _day(value: datetime | date, shown: str) -> str:
    """A day as far as the sheet shows it: a cell that shows 'Mar 2010' doesn't know the day."""
    clock = value.time() if isinstance(value, datetime) else time()
    iso = value.isoformat()[:10]
    if clock != time():
        return f"{iso} {clock:%H:%M}"
    if "d" in shown or "y" not in shown or "h" in shown:
        return iso
    return iso[:7] if "m" in shown else iso[:4]


def _hours(value: timedelta) -> str:
    minutes = round(value.total_seconds() / 60)
    return f"{minutes // 60:02}:{minutes % 60:02}"


def _number(value: float, shown: str) -> tuple[str, str]:
    """A number as people see it: never 1.2E+11, and with the zeros that its format puts in front."""
    if not isfinite(value) or abs(value) >= 10**MOST_DIGITS:
        return "", TOO_LONG
    if value != int(value):
        return f"{Decimal(f'{value:.15g}'):f}", ""
    text = str(int(value))
    return (text.zfill(shown.count("0")) if _LEADING.fullmatch(shown) else text), ""


def _letter(escape: re.Match[str]) -> str:
    """The letter that an escape stands for; NUL and halves of letters are left out."""
    code = int(escape[1], 16)
    return "" if code == 0 or 0xD800 <= code <= 0xDFFF else chr(code)
