"""The tour: every screen, dialog and page of paper as a picture, made by driving the real windows."""

import os
import tempfile
from pathlib import Path

from rise_desk.services.clock import Clock
from ui.app import explained


def tour(folder: Path, clock: Clock) -> list[Path]:
    """Make the pictures in this folder, in light and dark; the files. No screen is needed."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with explained():
        from ui.tour_guide import Guide
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="rise-desk-tour-") as place:
        return Guide(folder, Path(place) / "Tour", clock).go_round()
