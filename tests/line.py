"""A command line for tests: real commands on a real store, in this process."""

import io
import json
from pathlib import Path
from typing import Any

from rise_desk import cli
from rise_desk.services.clock import Clock

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
