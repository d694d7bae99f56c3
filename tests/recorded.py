"""Records said on the command line for tests of missing episodes: saved, and told again."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.line import Line

EPISODE = {"young_person": "V1", "reported_at": "2026-11-19T20:00", "missing_from": "home", "grade": "medium"}
BACK = {**EPISODE, "returned_at": "2026-11-20T07:30"}
Record = Callable[..., tuple[int, Any, str]]


def recording(line: Line, people: Path, folder: Path) -> Record:
    """How one thing is recorded about those in the file, who are put on file first."""
    assert line.run("import", str(people), "--source", "case5", "--commit")[0] == 0
    path = folder / "one.json"

    def run(kind: str, said: dict[str, Any], **more: Any) -> tuple[int, Any, str]:
        path.write_text(json.dumps({**said, **more}))
        return line.run("record", kind, str(path))

    return run


def did(answer: tuple[int, Any, str]) -> Any:
    """What was answered, which must have worked."""
    assert (answer[0], answer[2]) == (0, "")
    return answer[1]


def records(line: Line, kind: str, ref: str = "V1") -> list[dict[str, Any]]:
    """The records of one kind that `show` tells, newest first."""
    return [each for each in line.did("show", ref)["records"] if each["kind"] == kind]
