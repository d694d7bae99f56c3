"""Withdrawing at the command line: any record is saved with why it no longer counts, and saved again to restore it."""

import json
from pathlib import Path
from typing import Any

from tests.line import Line


def _record(line: Line, tmp_path: Path, kind: str, **fields: Any) -> tuple[int, Any]:
    path = tmp_path / "one.json"
    path.write_text(json.dumps(fields))
    code, answer, _err = line.run("record", kind, str(path))
    return code, answer


def test_a_place_is_withdrawn_and_restored(line: Line, tmp_path: Path) -> None:
    _code, bell = _record(line, tmp_path, "place", place_name="The Bell")
    named = {"id": bell["id"], "withdrawn": {"why": "No such place"}}
    code, gone = _record(line, tmp_path, "place", **named, version=1)
    assert (code, gone["withdrawn"]["why"], gone["withdrawn"]["by"]) == (0, "No such place", "Lena Osei")
    assert line.did("show", bell["id"])["subject"]["withdrawn"]["why"] == "No such place"
    code, back = _record(line, tmp_path, "place", id=bell["id"], version=2, withdrawn=None)
    assert (code, back["withdrawn"], back["version"]) == (0, None, 3)


def test_what_is_still_due_with_it_is_said(line: Line, tmp_path: Path) -> None:
    _code, bell = _record(line, tmp_path, "place", place_name="The Bell")
    _record(line, tmp_path, "disruption_action", target="The Bell", tactic="closure", due_on="2026-12-01")
    code, said = _record(line, tmp_path, "place", id=bell["id"], version=1, withdrawn={"why": "No such place"})
    assert code == 1
    assert "is still due about The Bell" in said["problems"]["withdrawn"]


def test_a_name_means_the_record_that_stands(line: Line, tmp_path: Path) -> None:
    _code, first = _record(line, tmp_path, "place", place_name="The Bell")
    _code, second = _record(line, tmp_path, "place", place_name="The Bell")
    assert line.run("show", "The Bell")[0] != 0
    _record(line, tmp_path, "place", id=first["id"], version=1, withdrawn={"why": "Typed twice"})
    assert line.did("show", "The Bell")["subject"]["id"] == second["id"]
    assert line.did("show", first["id"])["subject"]["id"] == first["id"]
