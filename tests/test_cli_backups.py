"""Backups by verb: made in a folder, put back into another, and refused in one sentence."""

from pathlib import Path

import pytest

from tests.build import PASSWORD
from tests.line import Line


def test_a_backup_is_made_and_put_back(line: Line, people: Path, tmp_path: Path) -> None:
    line.did("import", str(people), "--commit")
    made = line.did("backup", str(tmp_path / "to"))
    assert (made["records"], made["checked"]) == (2, True)
    assert Path(made["keys"]).exists()
    again = line.did("restore", made["backup"], str(tmp_path / "new"))
    assert (again["given_up"], again["of"]) == (0, "2026-11-21T10:00:00.000+00:00")
    assert again["said"] == "The backup of 21 November 2026 at 10:00am is in place, with 2 records."
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


def test_over_a_store_it_says_what_is_given_up_and_where_it_is_kept(
    line: Line, people: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = line.did("backup", str(tmp_path))
    line.did("import", str(people), "--commit")
    line.did("users", "add", "Priya Nair", "--role", "worker")
    again = line.did("restore", made["backup"], str(line.data))
    assert (again["records"], again["accounts_changed"]) == (0, ["Priya Nair"])
    assert again["given_up"] > 0
    assert Path(again["kept"]).name.startswith("before-restore-2026-11-21-1000-r2-e")
    assert line.did("list", "young_person") == []
    assert "Priya Nair" in line.run("restore", again["kept"], str(line.data), as_json=False)[1]
    assert len(line.did("list", "young_person")) == 2
    monkeypatch.setenv("RISE_DESK_PASSWORD", "wrong")
    code, _, err = line.run("restore", made["backup"], str(line.data))
    assert (code, "is wrong for this backup" in err) == (1, True)


def test_workers_take_no_backup_out_and_restore_none(
    line: Line, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = line.did("users", "add", "Priya Nair", "--role", "worker")["code"]
    new = tmp_path / "new"
    new.write_text(PASSWORD)
    monkeypatch.setenv("RISE_DESK_PASSWORD", code)
    assert line.run("users", "password", "--new-password-file", str(new), user="Priya Nair")[0] == 0
    monkeypatch.setenv("RISE_DESK_PASSWORD", PASSWORD)
    made = line.did("backup", str(tmp_path))
    for words in (("backup", str(tmp_path)), ("restore", made["backup"], str(tmp_path / "into"))):
        found, _, err = line.run(*words, user="Priya Nair")
        assert (found, "A worker may not" in err) == (1, True)
    assert line.run("backup", str(new))[2] == "The backup can't be made: new is a file. Name a folder.\n"
