"""Reading a CSV file: bytes become rows, or one sentence says why they can't; limits are tried on both sides."""

import time
import tracemalloc
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from rise_desk.errors import Invalid, NotFound, Unavailable
from rise_desk.services.exchange import cells, reading, rows
from rise_desk.services.exchange.reading import table
from rise_desk.services.exchange.rows import Table


def _cells(found: Table) -> list[tuple[str, ...]]:
    return [row.cells for row in found.rows]


@pytest.mark.parametrize(
    ("data", "encoding", "sample"),
    [
        ("ref,name\nV1,Zoë\n".encode(), "UTF-8", "Zoë"),
        ("ref,name\nV1,Zoë\n".encode("utf-8-sig"), "UTF-8", "Zoë"),
        ("ref,name\r\nV1,Łucja\r\n".encode("utf-16"), "UTF-16", "Łucja"),
        (b"\xfe\xff" + "ref,name\nV1,Zoë\n".encode("utf-16-be"), "UTF-16", "Zoë"),
        ("ref,name\nV1,Zoë\n".encode("cp1252"), "Windows (cp1252)", "Zoë"),
        (b"ref,name\rV1,Zoe\r", "UTF-8", ""),
    ],
)
def test_letters_are_read_as_they_were_written(data: bytes, encoding: str, sample: str) -> None:
    found = table("a.csv", data)
    assert (found.header, found.encoding, found.sample) == (("ref", "name"), encoding, sample)
    assert found.rows[0].cells == ("V1", sample or "Zoe")


@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_the_mark_between_values_is_found(mark: str) -> None:
    text = f'ref{mark}"name, or; what\tcalled"\nV1{mark}"a, b; c\td"\n'
    assert _cells(table("a.csv", text.encode())) == [("V1", "a, b; c\td")]


def test_a_single_column_is_a_table_too() -> None:
    assert _cells(table("a.csv", b"ref\nV1\n")) == [("V1",)]


def test_rows_keep_the_line_they_start_on_and_blank_ones_are_skipped() -> None:
    found = table("a.csv", b'\n\nref,note\n\n,,\nV1,"two\nlines"\n , \nV2,x\n')
    assert [(row.line, row.cells) for row in found.rows] == [(6, ("V1", "two\nlines")), (9, ("V2", "x"))]


@pytest.mark.parametrize("data", [b"", b"\xef\xbb\xbf", b" \r\n\n", b'""', b",,,\n", b"\x0b"])
def test_an_empty_file_is_called_empty(data: bytes) -> None:
    with pytest.raises(Invalid, match=r"^a\.csv is empty\.$"):
        table("a.csv", data)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"ref,name\n", "no rows below"),
        (b"%PDF-1.7\n", "is a PDF"),
        (b"ref,name\nV1,\x00\n", "not a text file"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "not a text file"),
        (b"\xef\xbb\xbfref,name\nV1,\xff\n", "letters that can't be read"),
        (b"\xff\xfer", "letters that can't be read"),
        (b"ref,name\nV1,\x81\n", "letters that can't be read"),
        (b'ref,name\nV1,x\nV2,"open\nV3,y\n', "at line 3: a quotation mark"),
        (b'ref,name\nV1,"a"b\n', "at line 2: a quotation mark"),
        (b'"ref,name\nV1,x\n', "at line 1: a quotation mark"),
    ],
)
def test_what_is_no_table_is_refused_in_a_sentence(data: bytes, words: str) -> None:
    with pytest.raises(Invalid, match=words) as said:
        table("a.csv", data)
    assert str(said.value).startswith("a.csv ")


def test_limits_hold_on_both_sides() -> None:
    row = "x" * rows.LONGEST_CELL
    assert len(table("a.csv", f"ref\n{row}\n".encode()).rows[0].cells[0]) == rows.LONGEST_CELL
    for longer in (f"ref\n{row}x\n", f"ref\n{row * 2}\n"):
        with pytest.raises(Invalid, match="more than 100,000 characters in line 2"):
            table("a.csv", longer.encode())
    assert len(table("a.csv", b"r\n" + b"x\n" * rows.MOST_ROWS).rows) == rows.MOST_ROWS
    with pytest.raises(Invalid, match="more than 50,000 rows"):
        table("a.csv", b"r\n" + b"x\n" * (rows.MOST_ROWS + 1))
    header = ",".join(f"c{place}" for place in range(rows.MOST_COLUMNS))
    wide = table("a.csv", f"{header}\n{',' * 199}x\n".encode())
    assert len(wide.header) == rows.MOST_COLUMNS
    with pytest.raises(Invalid, match="more than 200 columns"):
        table("a.csv", f"{header},one\nx\n".encode())


@pytest.mark.parametrize(
    "data",
    [
        b"a\n" * 1_000_000,
        b"\n" * (20 * 1024 * 1024),
        b"ref" + b"," * (20 * 1024 * 1024 - 3),
        b"ref,name\n" + b"," * (20 * 1024 * 1024 - 9),
        b'ref\n"' + b"x" * (20 * 1024 * 1024 - 5),
        b"a" * (20 * 1024 * 1024 + 1),
    ],
    ids=["a million rows", "only line ends", "a wide first line", "a wide row", "an open quotation", "over 20 MB"],
)
def test_a_monstrous_file_is_refused_at_once(data: bytes) -> None:
    started = time.process_time()
    with pytest.raises(Invalid):
        table("a.csv", data)
    assert time.process_time() - started < 5


def test_a_wide_file_does_not_eat_memory() -> None:
    data = b"ref\n" + b"," * 10_000_000
    tracemalloc.start()
    try:
        with pytest.raises(Invalid, match="more than 200 columns in line 2"):
            table("a.csv", data)
        assert tracemalloc.get_traced_memory()[1] < 10 * len(data)
    finally:
        tracemalloc.stop()


def test_a_file_that_can_not_be_had_is_told_by_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(NotFound, match=r"There is no file called nowhere\.csv"):
        reading.read(tmp_path / "nowhere.csv")
    with pytest.raises(Unavailable, match="is a folder"):
        reading.read(tmp_path)
    path = tmp_path / "locked.csv"
    path.write_text("ref\nV1\n")
    assert reading.read(path).name == "locked.csv"

    def refuse(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(Unavailable, match="locked or this account has no rights"):
        reading.read(path)


@given(st.binary(max_size=400))
@example(b'a,b\n"\r"\n')
def test_no_bytes_make_more_than_a_sentence(data: bytes) -> None:
    said, found = "", None
    try:
        found = table("a.csv", data)
    except Invalid as wrong:
        said = str(wrong)
    assert found.rows if found else said.startswith("a.csv ")


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("=1+1", "'=1+1"),
        ("+447700900123", "'+447700900123"),
        ("-cmd|' /C calc'!A0", "'-cmd|' /C calc'!A0"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("|x", "'|x"),
        ("%0A", "'%0A"),
        ("＝1", "'＝1"),
        ("\ttab", "'\ttab"),
        ("\nline", "'\nline"),
        (" \xa0\u200b\ufeff\u202e=1", "' \xa0\u200b\ufeff\u202e=1"),
        ("'=1", "''=1"),
        ("-12.5", "-12.5"),
        ("- said no", "'- said no"),
        ("O'Brien = x", "O'Brien = x"),
        ("'tis", "'tis"),
        ("", ""),
        ("a\x00b", "ab"),
    ],
)
def test_nothing_that_leaves_acts_as_a_formula(text: str, safe: str) -> None:
    assert cells.escaped(text) == safe
    assert cells.unescaped(safe) == text.replace("\x00", "")


@given(st.text(alphabet="'=+-@|%＝\t\r\n \xa0\u200b1a."))
def test_escaped_text_comes_back_as_it_was(text: str) -> None:
    safe = cells.escaped(text)
    assert cells.unescaped(safe) == text
    first = safe.strip(" \t\r\n\xa0\u200b")[:1]
    assert first not in ("=", "+", "@", "|", "%", "＝")
