"""The keys that save: nothing typed before them is lost, also where a screen reader is told of each letter first."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QListWidget, QPushButton, QVBoxLayout
from pytestqt.qtbot import QtBot

from rise_desk.domain.place import Place
from rise_desk.services import things
from rise_desk.services.desk import Desk
from tests.ui.screen import show
from ui.desk import ScreenDesk
from ui.thing_form import ThingForm
from ui.widgets.saving_keys import SavingKeys

CTRL = Qt.KeyboardModifier.ControlModifier
NAME = "The Corner Grill"
TOLD_MS = 15
"""What a busy computer takes to tell a screen reader of one letter; on a quiet one it is less than one."""


class TellingFirst(QObject):
    """What Qt does on Linux while a screen reader is on: each key reaches its field only after the reader knows it."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep back what comes from the keyboard, and pass on a copy later."""
        if not isinstance(event, QKeyEvent) or not event.spontaneous():
            return False
        if event.type() not in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            return False
        copy = QKeyEvent(event.type(), event.key(), event.modifiers(), event.text(), event.isAutoRepeat())
        QTimer.singleShot(TOLD_MS, self, lambda: QCoreApplication.postEvent(watched, copy))
        return True


@pytest.fixture
def told_first(qapp: QApplication) -> Iterator[None]:
    """A screen reader is on."""
    telling = TellingFirst()
    qapp.installEventFilter(telling)
    yield
    qapp.removeEventFilter(telling)


@pytest.mark.usefixtures("told_first")
@pytest.mark.parametrize("key", [Qt.Key.Key_S, Qt.Key.Key_Return])
def test_no_letter_is_lost_by_saving_at_once(qtbot: QtBot, screen: ScreenDesk, desk: Desk, key: Qt.Key) -> None:
    form = ThingForm(screen, Place.KIND)
    show(qtbot, form, 900, 660)
    field = form.panel.rows["place_name"].editor.field_widget()
    with qtbot.waitSignal(form.saved) as saved:
        QTest.keyClicks(field, NAME)
        QTest.keyClick(field, key, CTRL)
    assert things.thing(desk, saved.args[0].id).name == NAME


def _pressed(qtbot: QtBot, inside: QPushButton | QListWidget) -> list[str]:
    """What happens when Ctrl+Enter is pressed on a control that has a use of its own for Enter."""
    dialog, done = QDialog(), list[str]()
    QVBoxLayout(dialog).addWidget(inside)
    SavingKeys("Ctrl+Return", dialog, lambda: done.append("saved"))
    if isinstance(inside, QListWidget):
        inside.addItem("One")
        inside.setCurrentRow(0)
        inside.itemActivated.connect(lambda _item: done.append("activated"))
    else:
        inside.clicked.connect(lambda: done.append("clicked"))
    show(qtbot, dialog)
    inside.setFocus()
    qtbot.waitUntil(inside.hasFocus)
    QTest.keyClick(inside, Qt.Key.Key_Return, CTRL)
    QTest.keyClick(inside, Qt.Key.Key_Return)
    return done


def test_they_save_from_a_button_and_from_a_list_and_leave_enter_to_those(qtbot: QtBot) -> None:
    assert _pressed(qtbot, QPushButton("Cancel")) == ["saved", "clicked"]
    assert _pressed(qtbot, QListWidget()) == ["saved", "activated"]


def test_held_down_they_save_once(qtbot: QtBot) -> None:
    dialog, done = QDialog(), list[int]()
    SavingKeys("Ctrl+S", dialog, lambda: done.append(1))
    show(qtbot, dialog)
    for repeated in (False, True, True):
        QCoreApplication.sendEvent(
            dialog, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_S, CTRL | Qt.KeyboardModifier.NoModifier, "", repeated)
        )
    assert done == [1]
