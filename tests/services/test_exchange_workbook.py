"""Workbooks: what people see on a sheet is what is read; days in both date systems, and why a cell can't be told."""

import time
from datetime import date, datetime, timedelta
from datetime import time as clock
from typing import Any

import pytest
from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from rise_desk.errors import Invalid
from rise_desk.services.exchange import rows, workbook
from rise_desk.services.exchange.reading import table
from rise_desk.services.exchange.rows import Table
from rise_desk.services.exchange.sheet import NOT_WORKED_OUT, TOO_LONG
from rise_desk.services.watch import Stopped, Watch
from tests.services.books import book, changed

SHEET = "xl/worksheets/sheet1.xml"


def _cells(found: Table) -> list[tuple[str, ...]]:
    return [row.cells for row in found.rows]


def _value(value: Any, shown: str = "General", book_of: Any = lambda made, sheet: None) -> tuple[str, dict[int, str]]:
    """What one cell with this value and number format is read as."""

    def put(made: Workbook, sheet: Any) -> None:
        book_of(made, sheet)
        sheet["B2"] = value
        if shown != "General":
            sheet["B2"].number_format = shown

    found = table("a.xlsx", book(("ref", "value"), ("V1",), then=put))
    return found.rows[0].cells[1], dict(found.rows[0].faults)


def test_a_sheet_is_the_same_table_as_the_csv_file() -> None:
    made = table("a.xlsx", book(("ref", " name "), ("V1", "Zoë"), (), ("V2", "two\nlines")))
    csv = table("a.csv", 'ref, name \nV1,Zoë\n\nV2,"two\nlines"\n'.encode())
    assert (made.header, _cells(made)) == (csv.header, _cells(csv))
    assert [row.line for row in made.rows] == [2, 4]
    assert (made.encoding, made.sheet, made.sheets, made.notices) == ("Excel workbook", "People", ("People",), ())


@pytest.mark.parametrize("epoch", ["1900", "1904"])
def test_days_are_days_in_both_date_systems(epoch: str) -> None:
    def system(made: Workbook, _sheet: Any) -> None:
        if epoch == "1904":
            made.epoch = CALENDAR_MAC_1904

    assert _value(date(2010, 3, 27), book_of=system) == ("2010-03-27", {})
    assert _value(datetime.fromisoformat("2026-11-20T14:30"), book_of=system) == ("2026-11-20 14:30", {})


def test_one_number_is_two_days_in_the_two_date_systems() -> None:
    data = book(("ref", "born"), ("V1", date(2010, 3, 27)))
    later = changed(data, "xl/workbook.xml", b"<workbookPr />", b'<workbookPr date1904="1" />')
    assert [_cells(table("a.xlsx", each))[0][1] for each in (data, later)] == ["2010-03-27", "2014-03-28"]


@pytest.mark.parametrize(
    ("value", "shown", "text"),
    [
        (7700900123, "General", "7700900123"),
        (7700900123.0, "00000000000", "07700900123"),
        (9990000018, "000 000 0000", "9990000018"),
        (123456789012, "General", "123456789012"),
        (123456789012345, "0", "123456789012345"),
        (1.2e11, "0.0E+00", "120000000000"),
        (0.1 + 0.2, "General", "0.3"),
        (0.0000001, "General", "0.0000001"),
        (-3, "General", "-3"),
        (True, "General", "yes"),
        (False, "General", "no"),
        (clock(9, 5), "hh:mm", "09:05"),
        (timedelta(hours=26, minutes=5), "[h]:mm", "26:05"),
        (datetime.fromisoformat("2026-11-20T14:29:59.999900"), "dd/mm/yyyy hh:mm", "2026-11-20 14:30"),
        (datetime.fromisoformat("2026-11-20"), "dd/mm/yyyy hh:mm", "2026-11-20"),
        (date(2010, 3, 1), "mmm yyyy", "2010-03"),
        (date(2010, 3, 1), "mmm-yy", "2010-03"),
        (date(2010, 1, 1), "yyyy", "2010"),
        (date(2010, 3, 27), '[$-809]d "of" mmmm yyyy;@', "2010-03-27"),
        ("a_x000D_b_x0000__xD800_", "General", "a\nb"),
        ("'=1+1", "General", "'=1+1"),
        (CellRichText("a ", TextBlock(InlineFont(b=True), "bold"), " word"), "General", "a bold word"),
    ],
)
def test_a_cell_is_read_as_people_see_it(value: Any, shown: str, text: str) -> None:
    assert _value(value, shown) == (text, {})


@pytest.mark.parametrize(
    ("value", "shown", "fault"),
    [
        ("#REF!", "General", "holds the error #REF!."),
        ("=1+1", "General", NOT_WORKED_OUT),
        (10**15, "0", TOO_LONG),
        (99_999_999, "dd/mm/yyyy", "holds the error #VALUE!."),
    ],
)
def test_what_cant_be_told_is_a_problem_of_its_row(value: Any, shown: str, fault: str) -> None:
    assert _value(value, shown) == ("", {1: fault})


def test_a_number_beyond_all_numbers_is_a_problem_too() -> None:
    data = changed(book(("ref", "n"), ("V1", 5)), SHEET, b"<v>5</v>", b"<v>1E999</v>")
    assert table("a.xlsx", data).rows[0].faults == {1: TOO_LONG}


def test_a_formula_says_what_it_said_when_the_file_was_saved() -> None:
    data = book(("ref", "n"), ("V1", "=1+1"))
    worked = changed(data, SHEET, b"<v />", b"<v>2</v>") if b"<v />" in _sheet(data) else None
    worked = worked or changed(data, SHEET, b"<v></v>", b"<v>2</v>")
    assert _cells(table("a.xlsx", worked)) == [("V1", "2")]


def _sheet(data: bytes) -> bytes:
    from tests.services.books import parts

    return parts(data)[SHEET]


def test_the_first_sheet_that_holds_something_is_read_or_the_one_asked_for() -> None:
    def more(made: Workbook, sheet: Any) -> None:
        made.create_sheet("Old", 0).append(["ref"])
        made.worksheets[0].append(["V9"])
        made.worksheets[0].sheet_state = "hidden"
        made.create_sheet("Empty", 0)
        made.create_sheet("Notes").append(["ref", "text"])
        made["Notes"].append(["N1", "x"])

    data = book(("ref",), ("V1",), then=more)
    found = table("a.xlsx", data)
    assert (found.sheet, found.sheets) == ("People", ("Empty", "Old", "People", "Notes"))
    assert found.notices == ("The sheet “People” is read. Not read: Empty, Old, Notes.",)
    assert _cells(table("a.xlsx", data, sheet=" notes ")) == [("N1", "x")]
    hidden = table("a.xlsx", data, sheet="Old")
    assert "The sheet “Old” is hidden in the workbook." in hidden.notices
    with pytest.raises(Invalid, match=r"no sheet called “None”\. Its sheets are Empty, Old, People, Notes"):
        table("a.xlsx", data, sheet="None")
    with pytest.raises(Invalid, match="nothing in that sheet"):
        table("a.xlsx", data, sheet="Empty")
    with pytest.raises(Invalid, match="is not a workbook"):
        table("a.csv", b"ref\nV1\n", sheet="Old")


def test_what_is_hidden_is_read_and_told() -> None:
    def hide(_made: Workbook, sheet: Any) -> None:
        sheet.row_dimensions[3].hidden = True
        sheet.column_dimensions["B"].hidden = True
        sheet.column_dimensions["F"].hidden = True

    found = table("a.xlsx", book(("ref", "name"), ("V1", "a"), ("V2", "b"), then=hide))
    assert _cells(found) == [("V1", "a"), ("V2", "b")]
    assert found.notices == (
        "1 row is hidden in the workbook, and read too.",
        "Hidden in the workbook, and read too: the columns name.",
    )

    def hide_two(_made: Workbook, sheet: Any) -> None:
        sheet.row_dimensions[2].hidden = sheet.row_dimensions[3].hidden = True

    several = table("a.xlsx", book(("ref", "name"), ("V1", "a"), ("V2", "b"), then=hide_two))
    assert several.notices == ("2 rows are hidden in the workbook, and read too.",)


def test_merged_cells_are_told_and_headings_over_two_rows_refused() -> None:
    def merge(*ranges: str) -> Any:
        return lambda _made, sheet: [sheet.merge_cells(each) for each in ranges]

    head = ("ref", "phone", "", "name")
    found = table("a.xlsx", book(head, ("V1", "1", "2", "a"), ("", "", "", "b"), then=merge("B1:C1", "A2:A3")))
    assert found.header == head
    assert found.notices == (
        "The heading “phone” stands over 2 columns. Only the first has it.",
        "Cells are merged below the headings: only the first of them has the value.",
    )
    with pytest.raises(Invalid, match="headings over two rows"):
        table("a.xlsx", book(("ref", "name"), ("", "first"), ("V1", "a"), then=merge("A1:A2")))
    above = table("a.xlsx", book((), ("ref", "name"), ("V1", "a"), then=merge("A1:B1")))
    assert above.notices == ()


def test_a_file_of_refused_rows_comes_back_from_a_spreadsheet_program() -> None:
    found = table("a.xlsx", book(("ref", "name", "reason"), ("V1", "'=1+1", "why")))
    assert found.returned
    assert found.rows[0].cells == ("V1", "=1+1", "why")
    assert "file of refused rows" in found.notices[0]


def test_a_row_that_is_wider_than_the_headings_keeps_its_length() -> None:
    found = table("a.xlsx", book(("ref", "name"), ("V1",), ("V2", "a", "b")))
    assert _cells(found) == [("V1", ""), ("V2", "a", "b")]


def test_the_limits_hold_on_both_sides(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, most in (("MOST_ROWS", 3), ("MOST_COLUMNS", 3), ("LONGEST_CELL", 5)):
        monkeypatch.setattr(workbook, name, most)
    monkeypatch.setattr(rows, "MOST_COLUMNS", 3)
    assert len(table("a.xlsx", book(("a", "b", "c"), *[("12345",)] * 3)).rows) == 3
    for data, words in (
        (book(("a",), *[("1",)] * 4), "more than 3 rows"),
        (book(("a", "b", "c", "d"), ("1",)), "more than 3 columns"),
        (book(("a",), ("1", "", "", "4")), "more than 3 columns"),
        (book(("a",), ("123456",)), "more than 5 characters in row 2"),
        (book(("a",)), "no rows below"),
        (book(()), "is empty"),
    ):
        with pytest.raises(Invalid, match=words):
            table("a.xlsx", data)


def test_a_million_empty_rows_cost_little() -> None:
    def far(_made: Workbook, sheet: Any) -> None:
        sheet["A1048576"].number_format = "0.00"
        sheet["XFD3"].number_format = "0.00"

    data = book(("ref",), ("V1",), then=far)
    started = time.process_time()
    assert _cells(table("a.xlsx", data)) == [("V1",)]
    assert time.process_time() - started < 2


def test_reading_can_be_watched_and_stopped() -> None:
    heard: list[tuple[str, int, int]] = []
    data = book(("ref",), *[(f"V{each}",) for each in range(250)])
    table("a.xlsx", data, watch=Watch(told=lambda *each: heard.append(each)))
    assert [done for _doing, done, _of in heard] == [0, 0, 100, 200]
    with pytest.raises(Stopped, match="Nothing was saved"):
        table("a.xlsx", data, watch=Watch(stopped=lambda: len(heard) > 0))
