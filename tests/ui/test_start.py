"""What the desk loads before its first window: nothing that only a later page, a form or paper needs."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
LATER = {
    "PIL",
    "openpyxl",
    "pypdf",
    "pypdfium2",
    "reportlab",
    "rise_desk.reports",
    "ui.case_page",
    "ui.help_page",
    "ui.import_dialog",
    "ui.note_form",
    "ui.person_form",
    "ui.preview",
    "ui.records",
    "ui.settings",
    "ui.staff_page",
    "ui.today",
    "PySide6.QtPrintSupport",
}


def test_the_first_window_waits_for_nothing_that_comes_later() -> None:
    told = subprocess.run(
        [sys.executable, "-c", "import main, rise_desk.cli, ui.program, sys; print(*sys.modules)"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    loaded = set(told.stdout.split())
    assert {"ui.program", "ui.caseload", "rise_desk.verbs"} <= loaded
    assert not loaded & LATER
