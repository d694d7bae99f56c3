"""Workbooks made to do harm, locked, old or spoilt: one sentence each, in little time, and nothing is ever run."""

import io
import os
import random
import time
import tracemalloc
import zipfile
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from openpyxl import Workbook

from rise_desk.errors import DeskError, Invalid
from rise_desk.services.exchange import package
from rise_desk.services.exchange.reading import table
from tests.services.books import HEAD, book, changed, packed, parts

GOOD = book(HEAD, ("V1", "Maisie", "Okafor", date(2010, 3, 27), "07700 900123"))
SHEET = "xl/worksheets/sheet1.xml"


def _with(name: str, content: bytes) -> bytes:
    return packed({**parts(GOOD), name: content})


def _locked() -> bytes:
    """The good workbook with the mark of a locked zip in every part's two headers."""
    data = bytearray(GOOD)
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = data.find(mark)
        while place >= 0:
            data[place + at] |= 1
            place = data.find(mark, place + 4)
    return bytes(data)


ENTITIES = b'<!DOCTYPE a [<!ENTITY b "' + b"lol" * 10 + b'">' + b"]>"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (_with("xl/bomb.xml", bytes(6 * 1024 * 1024)), "unpacks to far more"),
        (packed({**parts(GOOD), **{f"xl/{each}.txt": b"" for each in range(2_001)}}), "unpacks to far more"),
        (changed(GOOD, SHEET, b"<worksheet", ENTITIES + b"<worksheet"), "unpacks to far more"),
        (_with("xl/a.xml", b"x" * package.CHUNK + ENTITIES), "unpacks to far more"),
        (_with("xl/a.xml", b"x" * (package.CHUNK - 4) + ENTITIES), "unpacks to far more"),
        (_with("xl/a.xml", "<!DOCTYPE a>".encode("utf-16")), "unpacks to far more"),
        (_with("xl/vbaProject.bin", b"x"), "has macros, which are programs and are never run"),
        (_with("xl/macrosheets/sheet1.xml", b"<x/>"), "has macros"),
        (_locked(), "has a password. Take the password off"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500) + "EncryptedPackage".encode("utf-16-le"), "has a password"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500) + "Workbook".encode("utf-16-le"),
            r"old Office file \(.xls\)",
        ),
        (packed({"[Content_Types].xml": b"<x/>", "xl/workbook.bin": b"x"}), "a binary workbook"),
        (packed({"content.xml": b"<x/>", "mimetype": b"x"}), "an OpenDocument file"),
        (packed({"[Content_Types].xml": b"<x/>", "word/document.xml": b"<x/>"}), "a zip file, but not a workbook"),
        (packed({"photo.jpg": b"x"}), "a zip file, but not a workbook"),
        (packed({}), "a zip file, but not a workbook"),
        (packed(parts(GOOD), zipfile.ZIP_BZIP2), "is damaged"),
        (GOOD[:-30], "is damaged"),
        (b"PK\x03\x04" + bytes(30), "is damaged"),
        (
            changed(GOOD, "xl/workbook.xml", b"schemas.openxmlformats.org/spreadsheetml", b"purl.oclc.org/ooxml"),
            "“Strict”",
        ),
        (packed({name: held for name, held in parts(GOOD).items() if name != "xl/workbook.xml"}), "is damaged"),
        (changed(GOOD, SHEET, b'r="B2"', b'r="A2"'), "is damaged"),
    ],
)
def test_what_may_not_be_read_is_refused_in_a_sentence(data: bytes, words: str) -> None:
    started = time.process_time()
    with pytest.raises(Invalid, match=words) as said:
        table("a.xlsx", data)
    assert str(said.value).startswith("a.xlsx ")
    assert time.process_time() - started < 1


def test_a_package_may_unpack_to_so_much_and_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "FEW", 0)
    data = _with("xl/a.bin", b"ab" * 5_000)
    unpacked = sum(map(len, parts(data).values()))
    monkeypatch.setattr(package, "MOST_TIMES", unpacked / len(data))
    assert table("a.xlsx", data).rows
    monkeypatch.setattr(package, "MOST_TIMES", (unpacked - 1) / len(data))
    with pytest.raises(Invalid, match="unpacks to far more"):
        table("a.xlsx", data)
    monkeypatch.setattr(package, "MOST_TIMES", 1_000)
    monkeypatch.setattr(package, "MOST_UNPACKED", unpacked - 1)
    with pytest.raises(Invalid, match="unpacks to far more"):
        table("a.xlsx", data)
    monkeypatch.setattr(package, "MOST_UNPACKED", unpacked)
    assert table("a.xlsx", data).rows


def test_a_bomb_is_never_unpacked() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, held in parts(GOOD).items():
            archive.writestr(name, held)
        with archive.open("xl/worksheets/sheet2.xml", "w") as part:
            for _each in range(300):
                part.write(bytes(1 << 20))
    tracemalloc.start()
    with pytest.raises(Invalid, match="made to do harm"):
        table("a.xlsx", out.getvalue())
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert most < 20 * 1024 * 1024


def test_values_of_other_workbooks_are_told() -> None:
    found = table("a.xlsx", _with("xl/externalLinks/externalLink1.xml", b"<x/>"))
    assert "come from other workbooks" in found.notices[0]


def _worked(made: Workbook, sheet: Any) -> None:
    sheet.merge_cells("A5:B5")
    sheet.row_dimensions[3].hidden = True
    made.create_sheet("More").append(["a", 1, date(2020, 1, 1)])


MADE: tuple[Callable[[], bytes], ...] = (
    lambda: GOOD,
    lambda: book(HEAD, *[("V1", 5, True, date(2010, 1, 1), "=A1")] * 20, then=_worked),
    lambda: packed(parts(book(HEAD, *[("V1", 1.5, "Ł", date(2010, 1, 1), "x")] * 5)), zipfile.ZIP_STORED),
)


@pytest.mark.parametrize("which", range(len(MADE)))
def test_a_spoilt_workbook_makes_no_more_than_a_sentence(which: int) -> None:
    whole, chance = MADE[which](), random.Random(which)
    fuzzed = int(os.environ.get("RISE_DESK_FUZZ", "400"))
    for _each in range(fuzzed):
        data = bytearray(whole)
        for _times in range(chance.choice((1, 2, 8))):
            place = chance.randrange(len(data))
            data[place : place + chance.choice((0, 1, 1, 4))] = chance.randbytes(chance.choice((0, 1, 1, 4)))
        _none_but_a_sentence(bytes(data))


def test_a_workbook_whose_parts_are_spoilt_makes_no_more_than_a_sentence() -> None:
    chance, held = random.Random(9), parts(MADE[1]())
    names = [name for name in held if name.endswith((".xml", ".rels"))]
    fuzzed = int(os.environ.get("RISE_DESK_FUZZ", "400"))
    for _each in range(fuzzed):
        name = chance.choice(names)
        content = bytearray(held[name])
        for _times in range(chance.choice((1, 2, 4))):
            digit = [at for at, byte in enumerate(content) if chr(byte) in '0123456789"<>/=']
            content[chance.choice(digit)] = ord(chance.choice('0123456789"<>/=x-'))
        _none_but_a_sentence(packed({**held, name: bytes(content)}))


def _none_but_a_sentence(data: bytes) -> None:
    started, said = time.process_time(), "a.xlsx is read"
    try:
        found = table("a.xlsx", data)
        assert all(len(row.cells) >= len(found.header) for row in found.rows)
    except DeskError as wrong:
        said = str(wrong)
    assert said.startswith("a.xlsx ")
    assert time.process_time() - started < 5
