"""Whatever people write stands on the screen as they wrote it: a name that looks like markup is a name."""

from collections.abc import Callable

import pytest
from PySide6 import QtGui
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.screen import show
from ui import asking, unsaved
from ui.widgets.buttons import IconButton
from ui.widgets.columns import Cell, Column
from ui.widgets.paged_model import PagedModel
from ui.widgets.words import Elided, tip

HOSTILE = "<b>Dee</b> <img src='file:///etc/hostname'> & <s>Pike</s>"


def _seen(told: str) -> str:
    """What a tooltip shows of this text."""
    shown = QTextDocument()
    if QtGui.Qt.mightBeRichText(told):
        shown.setHtml(told)
    else:
        shown.setPlainText(told)
    return shown.toPlainText()


def test_a_tooltip_shows_every_letter_of_a_name(qtbot: QtBot) -> None:
    line = Elided(HOSTILE)
    show(qtbot, line, 80, 30)
    line.grab()
    assert _seen(line.toolTip()) == HOSTILE
    button = IconButton("remove", HOSTILE)
    qtbot.addWidget(button)
    assert (_seen(button.toolTip()), button.accessibleName()) == (HOSTILE, HOSTILE)
    assert _seen(tip(f"{HOSTILE}\nsecond")) == f"{HOSTILE}\nsecond"
    assert tip("Dee & Pike > 2") == "Dee & Pike > 2"


def test_a_list_tells_screen_readers_and_tooltips_the_same_letters(qtbot: QtBot) -> None:
    model = PagedModel([Column(key="name", title="Name", cell=lambda row: Cell(text=row))], lambda *_how: [HOSTILE])
    model.reload()
    place = model.index(0, 0)
    assert _seen(place.data(Qt.ItemDataRole.ToolTipRole)) == HOSTILE
    assert place.data(Qt.ItemDataRole.AccessibleTextRole) == place.data() == HOSTILE


@pytest.mark.parametrize(
    "ask", [lambda over: asking.confirmed(over, HOSTILE, "Go on"), lambda over: unsaved.wish(over, HOSTILE)]
)
def test_a_question_is_asked_about_the_name_as_it_stands(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, ask: Callable[[QWidget], object]
) -> None:
    over, asked = QWidget(), list[QMessageBox]()
    qtbot.addWidget(over)

    def leave(box: QMessageBox) -> None:
        asked.append(box)

    monkeypatch.setattr(QMessageBox, "exec", leave)
    ask(over)
    assert HOSTILE in asked[0].text()
    assert asked[0].textFormat() == Qt.TextFormat.PlainText
