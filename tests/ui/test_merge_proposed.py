"""Which of two files is proposed as the main one while somebody looks through those that answer."""

import pytest
from pytestqt.qtbot import QtBot

from rise_desk.domain import life
from rise_desk.domain.person import Person
from rise_desk.services import casework
from rise_desk.services.desk import Desk
from tests import build
from tests.ui.screen import focused, show
from ui.desk import ScreenDesk
from ui.merge_dialog import MergeDialog


def _on_file(desk: Desk, given: str, state: str) -> Person:
    made = build.young_person(desk, given)
    return casework.save(desk, made.changed(case_spells=(life.CaseSpell(state=state),)))


@pytest.mark.parametrize(
    ("state", "other", "main"), [("closed", "open", 1), ("open", "closed", 0), ("open", "open", 0)]
)
def test_the_file_with_the_open_case_is_proposed_and_the_list_keeps_the_keyboard(
    qtbot: QtBot, screen: ScreenDesk, state: str, other: str, main: int
) -> None:
    files = (_on_file(screen.at, "Maisie", state), _on_file(screen.at, "Maisy", other))
    dialog = MergeDialog(screen, files[0])
    qtbot.addWidget(dialog)
    show(qtbot, dialog, 940, 700)
    dialog.list.setFocus()
    dialog.list.setCurrentRow(0)
    assert dialog.seen is not None
    assert dialog.seen.main.id == files[main].id
    assert focused() is dialog.list
