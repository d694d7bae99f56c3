"""Files that leave: no payload acts in a spreadsheet, and what comes back by an import is what left."""

import csv
import io
from datetime import UTC, date, datetime
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from rise_desk.domain.moments import Moment
from rise_desk.services.exchange import reading
from rise_desk.services.exchange.cells import MARK
from rise_desk.services.exchange.listing import Listing, Row, when
from rise_desk.services.exchange.written_csv import as_csv
from rise_desk.services.exchange.written_xlsx import CUT, LONGEST_CELL, as_xlsx, is_cut

AT = datetime(2026, 11, 21, 10, tzinfo=UTC)
MIDNIGHT = datetime(2013, 3, 12, tzinfo=UTC).replace(tzinfo=None)
MARKING = "OFFICIAL-SENSITIVE"
STARTS = ("", " ", "\t", "\r", "\n", "\r\n", "\v", "\f", "\xa0", "\u200b", "\ufeff", "\u202e", "'", "''", "\x01")
ACTS = (
    "=1+1",
    '=HYPERLINK("http://example.org","Maisie")',
    "=cmd|' /C calc'!A0",
    "+44 7700 900123",
    "-2+3+cmd|' /C calc'!A0",
    "@SUM(1+1)",
    "|calc",
    "%0A=1",
    "＝1+1",
    "＋1",
    "－1",
    "＠SUM(1)",
    '=IMPORTXML(CONCAT("http://example.org/",A1),"//a")',
    "+1-1",
    "-A1",
)
PAYLOADS = [start + act for start, act in product(STARTS, ACTS)]
RISKY = tuple("=+-@|%＝＋－＠\t\r\n\v\f")


def listing(*rows: Row, columns: tuple[str, ...] = ("Name", "Note")) -> Listing:
    return Listing(title="Young people", kind="young people", columns=columns, rows=rows, of=len(rows))


def written(*rows: Row, columns: tuple[str, ...] = ("Name", "Note")) -> list[list[str]]:
    data = as_csv(listing(*rows, columns=columns), MARKING)
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True))


def back(*rows: Row, columns: tuple[str, ...] = ("Name", "Note")) -> list[tuple[str, ...]]:
    table = reading.table("list.csv", as_csv(listing(*rows, columns=columns), MARKING))
    assert table.header == columns
    return [row.cells for row in table.rows]


def inert(cell: str) -> bool:
    """Whether a spreadsheet takes this for text or a number, whatever it looks past at the beginning."""
    bare = cell.lstrip("".join(map(chr, range(33))) + "\x7f\xa0\xad\u200b\u200e\u200f\u202e\ufeff")
    return cell.startswith("'") or not (bare.startswith(RISKY) or cell.startswith(RISKY))


def test_there_are_more_than_two_hundred_payloads() -> None:
    assert len(set(PAYLOADS)) >= 200


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_payload_is_inert_and_comes_back_as_it_was(payload: str) -> None:
    cell = written(("x", payload))[1][1]
    assert inert(cell), cell
    assert back(("x", payload)) == [("x", payload)]


@given(st.text(max_size=60), st.text(min_size=1, max_size=20))
def test_any_text_is_inert_and_comes_back_as_it_was(text: str, other: str) -> None:
    kept = text.replace("\x00", "")
    assert inert(written(("x", text))[1][1]) or kept.strip().lstrip("-").replace(".", "").isdecimal()
    assert back(("x", text)) == [("x", kept)]
    assert back(("x", other))[0][1] == other.replace("\x00", "")


@given(st.text(alphabet="'=+-@ \t\r\n1", max_size=12))
def test_apostrophes_before_a_formula_come_back_too(text: str) -> None:
    assert back(("x", text)) == [("x", text)]


def test_a_file_without_the_mark_keeps_its_apostrophes() -> None:
    table = reading.table("list.csv", b'"Name","Note"\r\n"x","\'=1+1"\r\n')
    assert table.rows[0].cells == ("x", "'=1+1")
    only = reading.table("list.csv", f'"{MARK}"\r\n"\'=1"\r\n'.encode())
    assert (only.header, only.rows[0].cells) == ((MARK,), ("'=1",))


def test_what_a_spreadsheet_changed_about_the_last_column_is_seen() -> None:
    data = as_csv(listing(("x", "y")), MARKING).replace(b'"y",""', b'"y","z"')
    assert reading.table("list.csv", data).rows[0].cells == ("x", "y", "z")
    trimmed = as_csv(listing(("x", "y")), MARKING).replace(b'"y",""', b'"y"')
    assert reading.table("list.csv", trimmed).rows[0].cells == ("x", "y")


def test_a_csv_is_as_excel_wants_it_and_bears_the_marking() -> None:
    data = as_csv(listing(("Zoë", -5), (None, date(2013, 3, 12)), columns=("Name", "=Risky")), MARKING)
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.decode("utf-8-sig") == (
        '"Name","\'=Risky","OFFICIAL-SENSITIVE · RISE Desk export"\r\n"Zoë","-5",""\r\n"","2013-03-12",""\r\n'
    )
    assert b"?" in as_csv(listing(("\ud800", "")), MARKING)


def test_headings_come_back_too() -> None:
    assert back(("a", "b"), columns=("=Name", "Note")) == [("a", "b")]


def book(*rows: Row, title: str = "Young people", marking: str = MARKING) -> bytes:
    made = Listing(title=title, kind="list", columns=("Name", "Note"), rows=rows, of=len(rows))
    return as_xlsx(made, (("Marking", marking), ("Why", "=1+1")), marking, "Lena <Osei> & Co", AT)


def cells(data: bytes, sheet: int = 0) -> list[list[object]]:
    read = load_workbook(io.BytesIO(data))
    assert [cell.coordinate for page in read for row in page.iter_rows() for cell in row if cell.data_type == "f"] == []
    return [[cell.value for cell in row] for row in read.worksheets[sheet].iter_rows()]


def test_no_payload_is_a_formula_in_a_workbook() -> None:
    read = cells(book(*((f"{place}", payload) for place, payload in enumerate(PAYLOADS))))
    assert len(read) == len(PAYLOADS) + 1
    for payload, (_, value) in zip(PAYLOADS, read[1:], strict=True):
        shown = payload.replace("\r\n", "\n").replace("\r", "\n")
        assert value == shown.replace("\v", "\u240b").replace("\f", "\u240c").replace("\x01", "\u2401")
    assert cells(book(), 1)[1] == ["Why", "=1+1"]


@given(st.text(max_size=40))
def test_any_text_makes_a_workbook_that_can_be_read(text: str) -> None:
    value = cells(book(("x", text)))[1][1]
    assert value is None if not text else isinstance(value, str)


def test_texts_numbers_and_days_are_what_they_were() -> None:
    data = book(("007", date(2013, 3, 12)), ("07700900123", -5), (None, date(1899, 1, 1)), ("a & <b>\ud800", ""))
    assert cells(data)[1:] == [
        ["007", MIDNIGHT],
        ["07700900123", -5],
        [None, "1899-01-01"],
        ["a & <b>\ufffd", None],
    ]
    read = load_workbook(io.BytesIO(data))
    sheet = read.worksheets[0]
    assert sheet["B2"].is_date
    assert (sheet["A2"].number_format, sheet["A2"].quotePrefix) == ("@", True)
    assert (sheet["A1"].font.bold, sheet["A2"].font.bold, sheet.freeze_panes) == (True, False, "A2")
    assert sheet.oddHeader.center.text == sheet.oddFooter.center.text.split(" ")[0] == MARKING
    assert 9 <= sheet.column_dimensions["A"].width <= 60


def test_a_workbook_says_nothing_of_this_computer() -> None:
    properties = load_workbook(io.BytesIO(book())).properties
    assert (properties.creator, properties.title) == ("Lena <Osei> & Co", "Young people")
    assert properties.created == AT.replace(tzinfo=None)


@pytest.mark.parametrize(
    ("title", "tab"), [("[a]:b/c\\d?*", "a  b c d"), ("", "List"), ("x" * 40, "x" * 31), ('"A" & <b>', '"A" & <b>')]
)
def test_a_sheet_is_named_after_the_list(title: str, tab: str) -> None:
    assert load_workbook(io.BytesIO(book(title=title))).sheetnames == [tab, "About this file"]


@pytest.mark.parametrize(("length", "cut"), [(LONGEST_CELL, False), (LONGEST_CELL + 1, True)])
def test_a_text_too_long_for_a_cell_says_that_it_is_cut(length: int, cut: bool) -> None:
    value = cells(book(("x", "y" * length)))[1][1]
    assert isinstance(value, str)
    assert len(value) == LONGEST_CELL
    assert value.endswith(CUT) is cut is is_cut("y" * length)
    assert not is_cut(5)


def test_what_looks_like_an_escape_of_a_workbook_is_none() -> None:
    assert b"_x005F_x0041_" in _sheet_of(book(("x", "_x0041_")))


def test_columns_go_on_after_z() -> None:
    wide = Listing(title="x", kind="x", columns=tuple(map(str, range(60))), rows=(), of=0)
    assert load_workbook(io.BytesIO(as_xlsx(wide, (), MARKING, "", AT))).worksheets[0]["BH1"].value == "59"


def _sheet_of(data: bytes) -> bytes:
    import zipfile

    return zipfile.ZipFile(io.BytesIO(data)).read("xl/worksheets/sheet1.xml")


@pytest.mark.parametrize(
    ("moment", "value"),
    [("2013-03-12", date(2013, 3, 12)), ("2013", "2013"), ("", ""), ("2013-03", "March 2013")],
)
def test_only_a_whole_day_is_a_date(moment: str, value: object) -> None:
    assert when(Moment(moment)) == value
