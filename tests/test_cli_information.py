"""The verb for an information report: as PDF, as a file for the police, by its number or by whom it is about."""

import csv
import json
from pathlib import Path

import pypdfium2
import pytest

from tests.line import Line


@pytest.fixture
def number(line: Line, tmp_path: Path) -> str:
    """A report about somebody on file."""
    (tmp_path / "p.json").write_text('{"given_name": "Maz"}')
    person = str(line.did("record", "young_person", str(tmp_path / "p.json"))["file_number"])
    said = {"about": [{"subject": person}], "what": "A taxi waits outside.", "reporter": "Ana Reyes"}
    (tmp_path / "r.json").write_text(json.dumps(said))
    return str(line.did("record", "information_report", str(tmp_path / "r.json"))["id"])


def test_a_report_becomes_a_numbered_sheet(line: Line, number: str, tmp_path: Path) -> None:
    out = tmp_path / "r.pdf"
    for ref, copy in ((number, "copy 1 for DS Cole"), ("Maz", "copy 2 for DS Cole")):
        told = line.did("information-sheet", ref, "--out", str(out), "--recipient", "DS Cole")
        assert told["copy"] == copy
        assert "whoever has it can read it" in told["warning"]
    assert "A taxi waits outside." in pypdfium2.PdfDocument(out)[0].get_textpage().get_text_range()


def test_a_name_that_ends_in_csv_is_the_shape_for_the_police(line: Line, number: str, tmp_path: Path) -> None:
    out = tmp_path / "r.csv"
    told = line.did("information-sheet", number, "--out", str(out))
    assert "whoever has it can read it" in told["warning"]
    rows = list(csv.reader(out.read_text("utf-8-sig").splitlines()))
    assert ["what", "A taxi waits outside.", ""] in rows
    code, _told, err = line.run("information-sheet", number, "--out", str(out), "--sanitised")
    assert code == 1
    assert "can’t be locked or sanitised" in err


def test_who_lacks_the_grant_gets_no_sanitised_sheet(line: Line, number: str, tmp_path: Path) -> None:
    code, _told, err = line.run("information-sheet", number, "--out", str(tmp_path / "r.pdf"), "--sanitised")
    assert code == 1
    assert "intelligence grant" in err
    assert not (tmp_path / "r.pdf").exists()
