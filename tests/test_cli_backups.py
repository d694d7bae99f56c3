"""Backups by verb: made in a folder, put back into another, and refused in one sentence."""

from pathlib import Path

import pytest

from tests.line import Line


def test_a_backup_is_made_and_put_back(line: Line, people: Path, tmp_path: Path) -> None:
    line.did("import", str(people), "--commit")
    made = line.did("backup", str(tmp_path / "to"))
    assert (made["records"], made["checked"]) == (2, True)
    assert Path(made["keys"]).exists()
    again = line.did("restore", made["backup"], str(tmp_path / "new"))
    assert (again["later_entries_given_up"], again["of"]) == (0, "2026-11-21T10:00:00.000+00:00")
    new = Line(tmp_path / "new")
    assert new.did("list", "young_person") == line.did("list", "young_person")
    assert new.did("check")["sound"]


def test_what_cannot_be_restored_is_said(line: Line, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    false = tmp_path / "false.vault"
    false.write_text("name,age")
    code, _, err = line.run("restore", str(false), str(tmp_path / "new"))
    assert (code, err) == (1, "This file is not a backup of RISE Desk, or it is damaged. Nothing was changed.\n")
    assert line.run("restore", str(false), str(tmp_path / "new"), user="")[0] == 2
    monkeypatch.delenv("RISE_DESK_PASSWORD")
    assert line.run("restore", str(false), str(tmp_path / "new"))[0] == 2


def test_a_folder_that_is_gone_is_said(line: Line, tmp_path: Path) -> None:
    code, _, err = line.run("backup", str(tmp_path / "stick" / "to"))
    assert code == 1
    assert "Is the disk connected?" in err
