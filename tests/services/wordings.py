"""A board's own wording of the assessment, as a file of it would read."""

import json
from typing import Any

from rise_desk import places
from rise_desk.domain import instrument_file
from rise_desk.domain.instrument import Instrument


def data(version: str = "2026-1", **said: Any) -> dict[str, Any]:
    """The program's own instrument under a board's name, with what is said put in its place."""
    held: dict[str, Any] = json.loads(places.resource_text("instruments", "nscb_cse.json"))
    return {**held, "name": "wenbury_cse", "title": "Wenbury’s assessment", "version": version, **said}


def text(version: str = "2026-1", **said: Any) -> str:
    """The text of its file."""
    return json.dumps(data(version, **said), ensure_ascii=False, indent=1)


def made(version: str = "2026-1", **said: Any) -> Instrument:
    """The instrument that this file holds."""
    return instrument_file.read(text(version, **said))
