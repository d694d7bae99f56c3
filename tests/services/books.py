"""Workbooks made by openpyxl for the tests of importing, and what can be done to one from outside."""

import io
import zipfile
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

HEAD = ("ref", "given name", "family name", "date of birth", "phone")


def book(*rows: Sequence[Any], then: Callable[[Workbook, Any], None] = lambda _book, _sheet: None) -> bytes:
    """A workbook with these rows on its first sheet, after something more was done to it."""
    made = Workbook()
    sheet = made.active
    assert isinstance(sheet, Worksheet)
    sheet.title = "People"
    for row in rows:
        sheet.append(list(row))
    then(made, sheet)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def parts(data: bytes) -> dict[str, bytes]:
    """What lies in a workbook, by name."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(held: Mapping[str, bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    """The same put together again."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", compression) as archive:
        for name, content in held.items():
            archive.writestr(name, content)
    return out.getvalue()


def changed(data: bytes, name: str, old: bytes, new: bytes) -> bytes:
    """A workbook in which one part says something else."""
    held = parts(data)
    assert old in held[name]
    return packed({**held, name: held[name].replace(old, new)})
