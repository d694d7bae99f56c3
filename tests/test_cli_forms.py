"""The verb for forms: an assessment on its form, the blank form and the blank checklist."""

import json
from pathlib import Path

import pypdfium2
import pytest

from rise_desk.domain.instrument import INDICATORS
from tests.line import Line

SHEET = {
    "assessed_on": "2026-11-10",
    "scores": [3] * 10,
    "evidence": [f"Seen of {each}." for each in INDICATORS],
    "judgement": 5,
    "judgement_comment": "As the worker sees it.",
    "band": "amber",
}


@pytest.fixture
def assessed(line: Line, tmp_path: Path) -> str:
    """Somebody who was assessed twice; the number of their file."""
    (tmp_path / "p.json").write_text('{"given_name": "Maz", "roles": [{"role": "at_risk"}]}')
    number = str(line.did("record", "young_person", str(tmp_path / "p.json"))["file_number"])
    for day, comment in (("2026-09-29", "The older view."), ("2026-11-10", "The newer view.")):
        said = SHEET | {"subject": number, "assessed_on": day, "judgement_comment": comment}
        (tmp_path / "a.json").write_text(json.dumps(said))
        line.did("record", "assessment", str(tmp_path / "a.json"))
    return number


def _text(path: Path, password: str | None = None) -> str:
    pdf = pypdfium2.PdfDocument(path, password=password)
    return " ".join(" ".join(page.get_textpage().get_text_range() for page in pdf).split())


def test_the_newest_assessment_is_printed_on_its_form(line: Line, assessed: str, tmp_path: Path) -> None:
    out = tmp_path / "a.pdf"
    told = line.did("assessment-form", assessed, "--out", str(out), "--recipient", "M. Khan")
    assert (told["copy"], told["locked"]) == ("copy 1 for M. Khan", False)
    assert "whoever has it can read it" in told["warning"]
    text = _text(out)
    assert "The newer view." in text
    assert "The older view." not in text
    assert "copy 1 for M. Khan" in text


def test_an_assessment_of_a_day_is_printed_and_locked(line: Line, assessed: str, tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("bodim takel-runov\n")
    out = tmp_path / "a.pdf"
    words = ("--on", "29/9/2026", "--out", str(out), "--pdf-password-file", str(tmp_path / "secret"))
    told = line.did("assessment-form", assessed, *words)
    assert told["locked"] is True
    assert "warning" not in told
    assert "The older view." in _text(out, "bodim takel-runov")


@pytest.mark.parametrize(
    ("flag", "pages", "said"), [("--blank", 2, "Assessment form"), ("--checklist", 1, "Health ch")]
)
def test_an_empty_form_is_no_copy_and_needs_no_warning(
    line: Line, tmp_path: Path, flag: str, pages: int, said: str
) -> None:
    out = tmp_path / "blank.pdf"
    told = line.did("assessment-form", flag, "--out", str(out))
    assert told == {"out": str(out), "pages": pages, "copy": "blank form", "locked": False}
    assert said in _text(out)
    assert line.did("audit", "--deed", "blank form printed")


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ((), "Say whose assessment to print, or --blank, or --checklist."),
        (("26-0001", "--blank"), "Say whose assessment to print, or --blank, or --checklist."),
        (("--checklist", "--blank"), "Say whose assessment to print, or --blank, or --checklist."),
        (("--blank", "--instrument", "ours/1"), "There is no instrument “ours/1”. There are: nscb_cse/2015."),
        (("26-0001", "--on", "2026-11-09"), "There is no assessment of 9 November 2026 in this file."),
        (("26-0001", "--on", "soon"), "--on"),
    ],
)
def test_what_can_not_be_printed_is_one_sentence_and_no_file(
    line: Line, assessed: str, tmp_path: Path, words: tuple[str, ...], sentence: str
) -> None:
    out = tmp_path / "none.pdf"
    asked = tuple(assessed if each == "26-0001" else each for each in words)
    code, answer, err = line.run("assessment-form", *asked, "--out", str(out), as_json=False)
    assert (code, answer) == (1, "")
    assert sentence in err
    assert len(err.splitlines()) == 1
    assert not out.exists()


def test_a_file_without_an_assessment_says_so(line: Line, tmp_path: Path) -> None:
    (tmp_path / "p.json").write_text('{"given_name": "Ida"}')
    number = str(line.did("record", "young_person", str(tmp_path / "p.json"))["file_number"])
    code, _, err = line.run("assessment-form", number, "--out", str(tmp_path / "none.pdf"), as_json=False)
    assert (code, err.strip()) == (1, "There is no assessment yet in this file.")
