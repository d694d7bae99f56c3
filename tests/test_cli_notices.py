"""The verbs for the papers of notices: one notice, and the pattern of an adult; numbered, and open or locked."""

import json
from pathlib import Path

import pypdfium2
import pytest

from tests.line import Line

AT = ("--now", "2026-11-21T10:00")
PASSWORD = "Żółć takel-runov"


def _record(line: Line, folder: Path, kind: str, data: dict[str, object]) -> dict[str, object]:
    (folder / "r.json").write_text(json.dumps(data))
    answer: dict[str, object] = line.did(*AT, "record", kind, str(folder / "r.json"))
    return answer


@pytest.fixture
def pair(line: Line, tmp_path: Path) -> tuple[str, str, str]:
    """A child, an adult and the notice between them, by their references."""
    child = _record(line, tmp_path, "young_person", {"given_name": "Maz", "date_of_birth": "2012-03-04"})
    adult = _record(line, tmp_path, "adult", {"known_as": "Dazza"})
    said = {
        "young_person": child["file_number"],
        "person": adult["file_number"],
        "legislation": "section 2",
        "issued_on": "2026-11-02",
    }
    notice = _record(line, tmp_path, "notice", said)
    return str(child["file_number"]), str(adult["file_number"]), str(notice["id"])


def _read(out: Path, password: str = "") -> str:
    pages = pypdfium2.PdfDocument(out, password=password or None)
    return "\n".join(page.get_textpage().get_text_range() for page in pages)


def test_a_notice_is_saved_by_its_number_or_by_whose_newest_it_is(
    line: Line, pair: tuple[str, str, str], tmp_path: Path
) -> None:
    for number, ref in enumerate((pair[2], pair[0], pair[1]), start=1):
        out = tmp_path / f"{number}.pdf"
        told = line.did(*AT, "notice-sheet", ref, "--out", str(out), "--recipient", "PC Hill")
        assert (told["copy"], told["pages"], told["locked"]) == (f"copy {number} for PC Hill", 2, False)
        assert "whoever has it can read it" in told["warning"]
        assert "Child abduction notice" in _read(out)


def test_the_pattern_of_an_adult_is_locked_with_a_password(
    line: Line, pair: tuple[str, str, str], tmp_path: Path
) -> None:
    (tmp_path / "secret").write_text(f"{PASSWORD}\n", "utf-8")
    out = tmp_path / "pattern.pdf"
    told = line.did(*AT, "pattern", pair[1], "--out", str(out), "--pdf-password-file", str(tmp_path / "secret"))
    assert (told["copy"], told["locked"]) == ("copy 1", True)
    assert "Maz" in _read(out, PASSWORD)
    with pytest.raises(pypdfium2.PdfiumError):
        pypdfium2.PdfDocument(out)


def test_what_is_no_notice_leaves_no_paper(line: Line, pair: tuple[str, str, str], tmp_path: Path) -> None:
    other = _record(line, tmp_path, "young_person", {"given_name": "Jade"})
    place = _record(line, tmp_path, "place", {"place_name": "Kebab Corner"})
    for ref, said in ((other["file_number"], "no notice in this file yet"), (place["id"], "neither a notice")):
        code, _answer, err = line.run("notice-sheet", str(ref), "--out", str(tmp_path / "n.pdf"))
        assert code == 1
        assert said in err
    assert not (tmp_path / "n.pdf").exists()
