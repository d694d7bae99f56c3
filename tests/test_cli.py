"""The command line: real commands on a real store, in this process and in one of their own."""

import io
import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from rise_desk import cli
from rise_desk.services.clock import Clock
from tests.build import PASSWORD

ROOT = Path(__file__).parents[1]
CASE5 = ROOT.parent / "shared" / "cases" / "case5" / "young_people.csv"
NOW = "2026-11-21T10:00"

YOUNG_PEOPLE = """ref,given_name,family_name,date_of_birth,gender,ethnicity,lives,legal_status,notes
V1,V1,Case Five,1995-10-03,female,not recorded,not recorded,not recorded,history of self-harm
V2,V2,Case Five,10/08/1997,female,White British,with family,section 20,
V3,V3,Case Five,1991-02-31,female,not recorded,not recorded,not recorded,born on no day
"""


class Line:
    """A command line at one store."""

    def __init__(self, data: Path) -> None:
        self.data = data
        self.opened: list[tuple[Path, Clock, str]] = []

    def run(self, *words: str, user: str = "Lena Osei", as_json: bool = True) -> tuple[int, Any, str]:
        """One command: its exit code, what it said (JSON where asked), and stderr."""
        out, err = io.StringIO(), io.StringIO()
        said = [
            "--data",
            str(self.data),
            "--user",
            user,
            "--now",
            NOW,
            *(["--json"] if as_json else []),
            *words,
        ]
        code = cli.run(said, self._window, self._tour, out, err)
        text = out.getvalue()
        return code, json.loads(text) if as_json and text else text, err.getvalue()

    def did(self, *words: str) -> Any:
        """What a command answers that must work."""
        code, answer, err = self.run(*words)
        assert (code, err) == (0, "")
        return answer

    def _window(self, data: Path, clock: Clock, name: str) -> int:
        self.opened.append((data, clock, name))
        return 0

    def _tour(self, folder: Path, clock: Clock) -> list[Path]:
        return [folder / "01.png"]


@pytest.fixture
def line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Line:
    """A fresh store with one supervisor."""
    monkeypatch.setenv("RISE_DESK_PASSWORD", PASSWORD)
    made = Line(tmp_path / "data")
    code, answer, err = made.run("create", "--kdf-mib", "8")
    assert code == 0
    assert len(answer["recovery_key"].replace("-", "")) == 27
    assert "trying things out" in err or err == ""
    return made


@pytest.fixture
def people(tmp_path: Path) -> Path:
    """Three young people in a file, one of whom was born on no day."""
    path = tmp_path / "case5" / "young_people.csv"
    path.parent.mkdir()
    path.write_text(YOUNG_PEOPLE)
    return path


def test_the_story_by_verbs(line: Line, people: Path, tmp_path: Path) -> None:
    dry = line.did("import", str(people))
    assert (dry["committed"], dry["created"], dry["refused"]) == (False, 2, 1)
    assert line.did("list", "young_person") == []
    refused = tmp_path / "refused.csv"
    line.did("import", str(people), "--commit", "--refused", str(refused))
    assert "Date of birth" in refused.read_text(encoding="utf-8-sig")
    assert [each["name"] for each in line.did("list", "young_person")] == ["V1 Case Five", "V2 Case Five"]
    again = line.did("import", str(people), "--commit")
    assert (again["created"], again["matched"]) == (0, 2)
    note = tmp_path / "note.json"
    note.write_text(json.dumps({"concerns": ["V1"], "happened_at": "2010-08-20", "text": "Seen at home <b>."}))
    saved = line.did("record", "contact_note", str(note))
    shown = line.did("show", "V1")
    assert (shown["subject"]["kind"], shown["subject"]["background"]) == (
        "young_person",
        "history of self-harm",
    )
    assert [(each["kind"], each["id"]) for each in shown["records"]] == [("contact_note", saved["id"])]
    assert shown["due"] == []
    assert [each["id"] for each in line.did("list", "contact_note")] == [saved["id"]]
    paper = tmp_path / "v1.pdf"
    made = line.did("summary", "V1", "--out", str(paper), "--from", "2010", "--to", "2011", "--recipient", "L. Osei")
    assert made["copy"] == "copy 1 for L. Osei"
    assert paper.read_bytes().startswith(b"%PDF")
    assert line.did("check") == {"sound": True, "problems": []}


def test_two_sources_make_a_reference_ambiguous(line: Line, people: Path) -> None:
    line.did("import", str(people), "--commit")
    text = YOUNG_PEOPLE.replace("Case Five", "Case Three").replace("1995", "1996").replace("1997", "1998")
    people.write_text(text)
    line.did("import", str(people), "--source", "case3", "--commit")
    code, answer, err = line.run("show", "V1")
    assert code == 1
    assert "case3/V1 or case5/V1" in err
    assert answer["error"] == err.strip()
    assert line.did("show", "case3/V1")["subject"]["name"] == "V1 Case Three"


def test_problems_are_told_by_field(line: Line, tmp_path: Path) -> None:
    path = tmp_path / "note.json"
    path.write_text(json.dumps({"happened_at": "2010-13-01", "txt": "x"}))
    code, answer, err = line.run("record", "contact_note", str(path))
    assert code == 1
    assert set(answer["problems"]) == {"happened_at", "txt"}
    assert [each.split(":")[0] for each in err.splitlines()] == ["happened_at", "txt"]


@pytest.mark.parametrize(
    ("content", "words"),
    [("{", "not JSON"), ("[1]", "one record"), ("\xff", "UTF-8"), ("[" * 100_000, "not JSON")],
)
def test_a_record_file_that_is_none_is_refused(line: Line, tmp_path: Path, content: str, words: str) -> None:
    path = tmp_path / "note.json"
    path.write_bytes(content.encode("latin-1"))
    code, _, err = line.run("record", "contact_note", str(path))
    assert code == 1
    assert words in err


def test_a_record_comes_from_standard_input_too(line: Line, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO('{"given_name": "Maz"}'))
    assert line.did("record", "young_person", "-")["file_number"] == "26-0001"


def test_people_are_added_suspended_reset_and_recover(
    line: Line, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = line.did("users", "add", "Priya Nair", "--role", "worker", "--grant", "health")["code"]
    new = tmp_path / "new"
    new.write_text(PASSWORD + " two\n")
    monkeypatch.setenv("RISE_DESK_PASSWORD", code)
    exit_code, _, err = line.run("list", "young_person", user="Priya Nair")
    assert (exit_code, "one-day code" in err) == (1, True)
    assert line.run("users", "password", "--new-password-file", str(new), user="Priya Nair")[0] == 0
    monkeypatch.setenv("RISE_DESK_PASSWORD", PASSWORD + " two")
    assert line.run("list", "young_person", user="Priya Nair")[:2] == (0, [])
    assert line.run("users", "list", user="Priya Nair")[0] == 1
    monkeypatch.setenv("RISE_DESK_PASSWORD", PASSWORD)
    line.did("users", "suspend", "Priya Nair")
    assert [each["standing"] for each in line.did("users", "list")] == ["active", "suspended"]
    assert "code" in line.did("users", "reset", "Priya Nair")


def test_a_supervisor_recovers_by_the_key_on_paper(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RISE_DESK_PASSWORD", PASSWORD)
    line = Line(tmp_path / "data")
    key, new = tmp_path / "key", tmp_path / "new"
    key.write_text(line.run("create", "--kdf-mib", "8")[1]["recovery_key"] + "\r\n")
    new.write_text(PASSWORD + " two")
    words = ("users", "recover", "--recovery-key-file", str(key), "--new-password-file", str(new))
    assert "recovery_key" in line.did(*words)
    assert line.run("check")[0] == 1
    assert line.run("--password-file", str(new), "check")[0] == 0


def test_the_window_and_the_tour_are_handed_over(line: Line, tmp_path: Path) -> None:
    assert line.run(as_json=False)[0] == 0
    assert line.opened[0][2] == "Lena Osei"
    assert line.did("tour", str(tmp_path)) == {"pictures": [str(tmp_path / "01.png")]}


def test_schema_tells_one_kind_or_all(line: Line) -> None:
    told = line.did("schema", "contact_note")
    fields = {each["name"]: each for each in told["fields"]}
    assert fields["text"]["required"]
    assert {"key": "told", "label": "told"} in fields["told"]["values"]
    assert [each["name"] for each in fields["concerns"]["fields"]] == ["subject", "role", "seen"]
    assert [each["kind"] for each in line.did("schema")] == ["young_person", "adult", "contact_note"]


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["shoe"], 2, "invalid choice"),
        (["summary", "V1"], 2, "--out"),
        (["--now", "yesterday week", "check"], 2, "--now"),
        (["show", "V1"], 1, "Nothing on file"),
        (["list", "shoe"], 1, "The kinds are"),
        (["import", "nowhere.csv"], 1, "nowhere.csv"),
        (["--password-file", "nowhere", "check"], 1, "can't be read"),
        (["record", "contact_note", "."], 1, "can't be read"),
        (["create", "--kdf-mib", "7"], 1, "between 8"),
        (["create", "--kdf-mib", "8"], 1, "records in this folder already"),
    ],
)
def test_what_is_said_wrongly_gets_one_sentence(line: Line, words: Sequence[str], code: int, said: str) -> None:
    found, answer, err = line.run(*words, as_json=False)
    assert found == code
    assert said in err
    assert "Traceback" not in err
    assert answer == ""


def test_who_signs_in_and_by_what_must_be_said(line: Line, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "--user" in line.run("check", user="")[2]
    assert "--user" in line.run("create", user="")[2]
    monkeypatch.delenv("RISE_DESK_PASSWORD")
    assert "RISE_DESK_PASSWORD" in line.run("check")[2]


def test_a_summary_that_can_not_be_saved_says_so(line: Line, tmp_path: Path) -> None:
    (tmp_path / "p.json").write_text('{"given_name": "Maz"}')
    line.did("record", "young_person", str(tmp_path / "p.json"))
    for target in (tmp_path, tmp_path / "nowhere" / "v1.pdf"):
        code, _, err = line.run("summary", "26-0001", "--out", str(target))
        assert code == 1
        assert "folder" in err


def test_a_note_is_not_a_person_s_file(line: Line, tmp_path: Path) -> None:
    path = tmp_path / "x.json"
    path.write_text('{"given_name": "Maz"}')
    line.did("record", "young_person", str(path))
    path.write_text('{"concerns": ["26-0001"], "happened_at": "2026-11-20", "text": "x"}')
    note = line.did("record", "contact_note", str(path))
    assert "not a person" in line.run("show", note["id"])[2]


def test_lists_read_for_people_too(line: Line, people: Path) -> None:
    assert line.run("list", "adult", as_json=False)[1] == "Nothing to show.\n"
    line.did("import", str(people), "--commit")
    assert "V1 Case Five" in line.run("list", "young_person", as_json=False)[1]
    assert "can no longer sign in" not in line.run("check", as_json=False)[1]


def test_a_loss_is_accepted_with_a_reason(line: Line) -> None:
    assert line.did("check", "--accept-loss", "restored on Friday")["sound"]


def test_check_exits_1_when_something_is_wrong(line: Line) -> None:
    (line.data / "desk.anchor").write_text(json.dumps({"seq": 10_000, "hash": "x", "at": "2026-11-21T09:00+00:00"}))
    code, answer, _ = line.run("check")
    assert (code, answer["sound"]) == (1, False)
    assert "missing" in answer["problems"][0]


@pytest.mark.skipif(sys.platform == "win32", reason="a display is never missing there")
def test_without_a_display_the_window_is_refused_in_one_sentence(tmp_path: Path) -> None:
    keep = {
        name: value
        for name, value in os.environ.items()
        if name not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    }
    done = subprocess.run(
        [sys.executable, ROOT / "main.py", "--data", tmp_path],
        env=keep,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 2
    assert len(done.stderr.strip().splitlines()) == 1
    assert "display" in done.stderr


@pytest.mark.skipif(not CASE5.exists(), reason="the published cases lie beside the checkout only")
def test_the_published_case_is_imported_by_the_real_program(tmp_path: Path) -> None:
    env = {**os.environ, "RISE_DESK_PASSWORD": PASSWORD}

    def run(*words: str) -> subprocess.CompletedProcess[str]:
        said = [
            sys.executable,
            ROOT / "main.py",
            "--data",
            tmp_path / "d",
            "--user",
            "Lena Osei",
            "--now",
            NOW,
            "--json",
            *words,
        ]
        return subprocess.run(said, env=env, capture_output=True, text=True, timeout=120, check=False)

    assert run("create", "--kdf-mib", "8").returncode == 0
    assert json.loads(run("import", str(CASE5), "--commit").stdout)["created"] == 6
    assert json.loads(run("show", "V1").stdout)["subject"]["date_of_birth"] == "1995-10-03"
