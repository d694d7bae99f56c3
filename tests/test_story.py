"""The first true story, end to end, by verbs: import, show, record, print; in this process and in one of its own."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.build import PASSWORD
from tests.line import NOW, YOUNG_PEOPLE, Line

ROOT = Path(__file__).parents[1]
CASE5 = ROOT.parent / "shared" / "cases" / "case5" / "young_people.csv"


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


@pytest.mark.skipif(sys.platform == "win32", reason="a display is never missing there")
def test_without_a_display_the_window_is_refused_in_one_sentence(tmp_path: Path) -> None:
    keep = {
        name: value
        for name, value in os.environ.items()
        if name not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    }
    done = subprocess.run(
        [sys.executable, str(ROOT / "main.py"), "--data", str(tmp_path)],
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
            str(ROOT / "main.py"),
            "--data",
            str(tmp_path / "d"),
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


def test_a_reader_who_has_had_enough_is_no_fault_of_the_program() -> None:
    words = [sys.executable, str(ROOT / "main.py"), "--json", "schema"]
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as told:
        assert told.stdout is not None
        assert told.stderr is not None
        assert told.stdout.readline() == "[\n"
        told.stdout.close()
        assert told.stderr.read() == ""
        assert told.wait(timeout=60) == 1
