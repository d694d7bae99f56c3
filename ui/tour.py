"""The tour: every screen, dialog and page of paper as a picture, made by driving the real windows."""

import json
import os
import tempfile
from pathlib import Path

from rise_desk.services.clock import Clock
from ui.app import explained

SCREEN = {
    "name": "tour",
    "x": 0,
    "y": 0,
    "width": 1366,
    "height": 768,
    "logicalDpi": 96,
    "logicalBaseDpi": 96,
    "dpr": 1,
}


def tour(folder: Path, clock: Clock) -> list[Path]:
    """Make the pictures in this folder, in light and dark; the files. No screen is needed."""
    with tempfile.TemporaryDirectory(prefix="rise-desk-tour-") as place:
        os.environ.setdefault("QT_QPA_PLATFORM", _platform(Path(place)))
        os.environ.setdefault("QT_LOGGING_RULES", "default.warning=false")  # a screen that is none says so each time
        with explained():
            from ui.tour_guide import Guide
        folder.mkdir(parents=True, exist_ok=True)
        return Guide(folder, Path(place) / "Tour", clock).go_round()


def _platform(place: Path) -> str:
    """The platform without a screen, told to be as large as the pictures; a colon in the path would end its name."""
    told = place / "screen.json"
    told.write_text(json.dumps({"screens": [SCREEN]}), "utf-8")
    return "offscreen" if ":" in str(told) else f"offscreen:configfile={told}"
