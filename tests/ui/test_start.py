"""What the desk loads before its first window: nothing that only a later page, a form or paper needs."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LATER = {
    "PIL",
    "holidays",
    "jellyfish",
    "openpyxl",
    "pypdf",
    "pypdfium2",
    "rapidfuzz",
    "reportlab",
    "rise_desk.domain.language",
    "rise_desk.reports",
    "rise_desk.services.changes",
    "rise_desk.services.exchange",
    "rise_desk.services.finding",
    "rise_desk.services.trail",
    "rise_desk.services.undoing",
    "rise_desk.verbs",
    "ui.case_page",
    "ui.go_anywhere",
    "ui.help_page",
    "ui.import_dialog",
    "ui.keys_list",
    "ui.note_form",
    "ui.person_form",
    "ui.preview",
    "ui.recovery_key",
    "ui.records",
    "ui.set_up",
    "ui.settings",
    "ui.staff_page",
    "ui.today",
    "ui.welcome",
    "ui.widgets.columns_dialog",
    "PySide6.QtPrintSupport",
}


STARTED = """
import sys
import main

main._window = lambda *_said: 0
main.main()
from ui import app

app.load_services()
import ui.program

print(*sys.modules)
"""


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """What a process has loaded on its way to the first window, in the order in which it was asked for."""
    told = subprocess.run(
        [sys.executable, "-c", STARTED, "--data", str(tmp_path_factory.mktemp("data"))],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return told.stdout.split()


def test_the_first_window_waits_for_nothing_that_comes_later(loaded: list[str]) -> None:
    assert {"ui.program", "ui.caseload", "rise_desk.cli"} <= set(loaded)
    assert not set(loaded) & LATER


def test_what_knows_no_qt_is_loaded_before_qt(loaded: list[str]) -> None:
    after = loaded[loaded.index("PySide6") :]
    assert "ui.program" in after
    assert [each for each in after if each.startswith("rise_desk")] == []
