"""The verb `export`: a list leaves as a file, with a reason, a warning, and for many rows a second person."""

import csv
import io
from pathlib import Path
from typing import Any

import pytest

from tests.build import PASSWORD
from tests.line import Line

WHY = "Weekly meeting"


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """Where files go."""
    made = tmp_path / "out"
    made.mkdir()
    return made


def people(line: Line, folder: Path, number: int) -> None:
    """So many young people on file."""
    path = folder / "many.csv"
    path.write_text(
        "ref,given_name,family_name\n" + "".join(f"R{place},Child {place},Ode\n" for place in range(number))
    )
    line.did("import", str(path), "--commit")


def test_a_list_is_exported_with_a_warning(line: Line, out: Path, tmp_path: Path) -> None:
    people(line, tmp_path, 3)
    told = line.did("export", "young_person", str(out / "people.csv"), "--reason", WHY, "--text", "0003")
    assert (told["rows"], told["of"], told["withheld"], told["second"]) == (1, 3, 0, "")
    assert "whoever has it can read it" in told["warning"]
    rows = list(csv.reader(io.StringIO((out / "people.csv").read_bytes().decode("utf-8-sig"), newline="")))
    assert [row[0] for row in rows] == ["Name", "Child 2 Ode"]
    for kind in ("adult", "contact_note"):
        assert line.did("export", kind, str(out / f"{kind}.xlsx"), "--reason", WHY)["rows"] == 0


def test_texts_that_are_cut_are_told(line: Line, out: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from rise_desk.services.exchange import written_xlsx

    monkeypatch.setattr(written_xlsx, "LONGEST_CELL", 3)
    people(line, tmp_path, 1)
    assert line.did("export", "young_person", str(out / "people.xlsx"), "--reason", WHY)["cut"] == 2


@pytest.mark.parametrize(
    ("words", "field"),
    [
        ((), "reason"),
        (("--reason", " "), "reason"),
        (("--reason", WHY, "--second", "Tom Reed"), "second"),
        (("--reason", WHY, "--second-password-file", "x"), "second"),
    ],
)
def test_what_is_missing_is_asked_for(line: Line, out: Path, words: tuple[str, ...], field: str) -> None:
    code, answer, _ = line.run("export", "young_person", str(out / "x.csv"), *words)
    assert (code, list(answer["problems"])) == (1, [field])
    assert list(out.iterdir()) == []


def test_more_than_a_hundred_rows_take_two(line: Line, out: Path, tmp_path: Path, monkeypatch: Any) -> None:
    people(line, tmp_path, 101)
    secret, code = tmp_path / "secret", line.did("users", "add", "Tom Reed", "--role", "manager")["code"]
    secret.write_text(PASSWORD + " two\n")
    monkeypatch.setenv("RISE_DESK_PASSWORD", code)
    assert line.run("users", "password", "--new-password-file", str(secret), user="Tom Reed")[0] == 0
    monkeypatch.setenv("RISE_DESK_PASSWORD", PASSWORD)
    alone = line.run("export", "young_person", str(out / "x.csv"), "--reason", WHY)
    assert (alone[0], list(alone[1]["problems"])) == (1, ["second"])
    beside = ("--second", "tom reed", "--second-password-file", str(secret))
    told = line.did("export", "young_person", str(out / "x.csv"), "--reason", WHY, *beside)
    assert (told["rows"], told["second"]) == (101, "Tom Reed")
