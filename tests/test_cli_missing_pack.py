"""The verb for the missing pack: two pages as PDF, numbered, open with a warning or locked out of a file."""

import json
from pathlib import Path

import pypdfium2
import pytest

from tests.line import Line

PASSWORD = "Żółć takel-runov"


@pytest.fixture
def file_number(line: Line, tmp_path: Path) -> str:
    """Somebody who is missing."""
    (tmp_path / "p.json").write_text('{"given_name": "Maz"}')
    number = str(line.did("record", "young_person", str(tmp_path / "p.json"))["file_number"])
    gone = {"young_person": number, "reported_at": "2026-11-20T23:30", "missing_from": "home"}
    (tmp_path / "e.json").write_text(json.dumps(gone))
    line.did("--now", "2026-11-21T10:00", "record", "missing_episode", str(tmp_path / "e.json"))
    return number


def test_the_pack_is_saved_for_whoever_it_is_for(line: Line, file_number: str, tmp_path: Path) -> None:
    out = tmp_path / "pack.pdf"
    told = line.did(
        "--now", "2026-11-21T10:00", "missing-pack", file_number, "--out", str(out), "--recipient", "PC Hill"
    )
    assert (told["copy"], told["locked"]) == ("copy 1 for PC Hill", False)
    assert "whoever has it can read it" in told["warning"]
    read = pypdfium2.PdfDocument(out)
    assert len(read) == told["pages"] <= 2
    text = read[0].get_textpage().get_text_range()
    assert "Missing since Fri 20 Nov 23:30" in text
    assert "copy 1 for PC Hill" in text


def test_the_pack_is_locked_with_the_first_line_of_a_file(line: Line, file_number: str, tmp_path: Path) -> None:
    (tmp_path / "secret").write_text(f"{PASSWORD}\n", "utf-8")
    out = tmp_path / "pack.pdf"
    told = line.did("missing-pack", file_number, "--out", str(out), "--pdf-password-file", str(tmp_path / "secret"))
    assert told["locked"] is True
    assert "warning" not in told
    assert "Maz" in pypdfium2.PdfDocument(out, password=PASSWORD)[0].get_textpage().get_text_range()
    with pytest.raises(pypdfium2.PdfiumError):
        pypdfium2.PdfDocument(out)


def test_nobody_by_that_name_leaves_no_paper(line: Line, tmp_path: Path) -> None:
    code, _answer, err = line.run("missing-pack", "99-9999", "--out", str(tmp_path / "pack.pdf"))
    assert code == 1
    assert err
    assert not (tmp_path / "pack.pdf").exists()
