"""The base of the small dialogs: problems above and beside the fields, busy, keys, and room on any screen."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel
from pytestqt.qtbot import QtBot

from rise_desk.errors import Invalid, Unavailable
from tests.ui.screen import show
from tests.ui.walk import walk
from ui import theme
from ui.small_dialog import SmallDialog
from ui.widgets.buttons import Button
from ui.widgets.field_row import FieldRow
from ui.widgets.fields import Field
from ui.widgets.text_fields import LineField, LongField


class Question(SmallDialog):
    """Two fields and a button between them."""

    def __init__(self, kind: str = "primary") -> None:
        verb = Button("Do it", "danger" if kind == "danger" else "primary")
        super().__init__("Question", verb, Button("Leave it", keys="Esc"))
        self.asked = 0
        self.other = Button("Another…")
        line = QHBoxLayout()
        line.addWidget(self.other)
        line.addStretch(1)
        self.places["other"] = self.other
        rows = [FieldRow(Field(name=name, label=name.title(), required=True), LineField()) for name in ("who", "why")]
        self.build("Question", "Why it is asked.", rows[0], line, rows[1])
        self.verb.clicked.connect(self.count)

    def count(self) -> None:
        self.asked += 1


def opened(qtbot: QtBot, kind: str = "primary") -> Question:
    dialog = Question(kind)
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog):
        dialog.show()
        dialog.activateWindow()
    return dialog


def test_problems_stand_above_and_beside_and_lead_to_their_places(qtbot: QtBot) -> None:
    dialog = opened(qtbot)
    dialog.say({"who": "Enter a name.", "other": "Choose one.", "": "The disk is full."})
    assert dialog.rows["who"].problem == "Enter a name."
    assert dialog.rows["why"].problem == ""
    assert isinstance(dialog.summary.links[""], QLabel)
    for name, place in (("who", dialog.rows["who"].editor.field_widget()), ("other", dialog.other)):
        dialog.summary.asked.emit(name)
        assert place.hasFocus()
    dialog.say({})
    assert dialog.summary.isHidden()
    assert dialog.rows["who"].problem == ""


def test_nothing_can_be_typed_while_it_works(qtbot: QtBot) -> None:
    dialog = opened(qtbot)
    dialog.work("Doing it")
    held = (*dialog.rows.values(), dialog.other, dialog.verb)
    assert [each.isEnabled() for each in held] == [False] * 4
    assert dialog.leave.isEnabled()
    assert dialog.working
    dialog.fail(Invalid({"why": "Say why."}))
    assert [each.isEnabled() for each in held] == [True] * 4
    assert (dialog.working, dialog.rows["why"].problem) == (False, "Say why.")
    dialog.fail(Unavailable("The disk is full."))
    assert "The disk is full." in dialog.summary.accessibleName()


def test_whoever_left_is_told_nothing(qtbot: QtBot) -> None:
    dialog = opened(qtbot)
    dialog.leave.click()
    assert not dialog.isVisible()
    dialog.fail(Unavailable("The disk is full."))
    assert dialog.summary.links == {}


@pytest.mark.parametrize(("kind", "done"), [("primary", 1), ("danger", 0)])
def test_enter_does_it_unless_it_is_a_danger(qtbot: QtBot, kind: str, done: int) -> None:
    dialog = opened(qtbot, kind)
    QTest.keyClick(dialog.rows["why"].editor.field_widget(), Qt.Key.Key_Return)
    assert dialog.asked == done
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_other_keys_may_do_it_too(qtbot: QtBot) -> None:
    dialog = opened(qtbot, "danger")
    dialog.also_by("Ctrl+Return")
    QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert dialog.asked == 1


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_it_grows_with_what_it_says_and_never_beyond_the_screen(qtbot: QtBot, qapp: QApplication, scale: float) -> None:
    theme.apply(qapp, dark=False, scale=scale)
    dialog = opened(qtbot)
    before = dialog.height()
    dialog.say({"who": "A long sentence that says what is wrong here. " * 4, "why": "Another. " * 20})
    room = qapp.primaryScreen().availableGeometry()
    qtbot.waitUntil(lambda: dialog.height() > before)
    assert dialog.height() <= room.height()
    assert dialog.width() <= room.width()
    assert walk(dialog) == []


def test_a_dialog_without_wrapped_words_has_its_height_too(qtbot: QtBot) -> None:
    dialog = SmallDialog("Question", Button("Do it", "primary"), Button("Leave it", keys="Esc"))
    dialog.grow()  # nothing is built yet
    dialog.build("Question", "", FieldRow(Field(name="why", label="Why"), LongField(3)))
    show(qtbot, dialog, dialog.width(), dialog.height())
    assert dialog.height() > dialog.rows["why"].height()
