"""The command line: real commands on a real store, in this process and in one of their own."""

import io
import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.build import PASSWORD
from tests.line import Line


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
    for said, number in ((b'{"given_name": "Maz"}', "26-0001"), ('\ufeff{"given_name": "Żółć"}'.encode(), "26-0002")):
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(said)))
        assert line.did("record", "young_person", "-")["file_number"] == number
    assert line.did("show", "26-0002")["subject"]["given_name"] == "Żółć"
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"\xff")))
    assert "not JSON" in line.run("record", "young_person", "-")[2]


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
    kinds = ["young_person", "adult", "place", "vehicle", "handle", "contact_note", "assessment", "sign_off"]
    kinds += ["checklist", "missing_episode", "return_interview", "action", "link", "notice", "notice_review"]
    kinds += ["breach", "order", "investigation", "disruption_action", "information_report", "grading"]
    kinds += ["open_question"]
    assert [each["kind"] for each in line.did("schema")] == kinds


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


def test_the_options_of_all_verbs_may_stand_after_the_verb(line: Line) -> None:
    later = line.did("schema", "contact_note", "--now", "2026-11-22T10:00")
    assert later == line.did("schema", "contact_note")
    code, _answer, err = line.run("check", "--now", "yesterday week")
    assert code == 2
    assert "--now" in err


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


def test_words_of_a_record_are_no_commands_to_a_terminal(line: Line, tmp_path: Path) -> None:
    """And a program that reads JSON gets them as they are."""
    name = "Kebab\x1b]52;c;cHc=\x07 \x9b2JCorner"
    file = tmp_path / "place.json"
    file.write_text(json.dumps({"place_name": name, "description": "Front.\r\nBack."}))
    saved = line.did("record", "place", str(file))
    assert saved["name"] == name
    _code, told, _err = line.run("show", saved["id"], as_json=False)
    assert "Kebab\ufffd]52;c;cHc=\ufffd \ufffd2JCorner" in told
    assert "description: Front.\nBack." in told
    for raw in (told, line.run("list", "place", as_json=False)[1], line.run("show", name, as_json=False)[2]):
        assert not set("\x07\x1b\x9b\r") & set(raw)
    _code, refused, _err = line.run("due", "--worker", "\udcff")
    assert refused["error"] == "Nobody called “\udcff” has an account or a file here."
