"""Before a paper is saved: locked with a made-up password or one's own, or open; the clipboard has it for a while."""

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.screen import focused, show
from tests.ui.walk import walk
from ui import preview_clipboard, theme
from ui.preview_clipboard import Loan
from ui.preview_save import SaveDialog


@pytest.fixture
def lent() -> list[str]:
    """What went to the clipboard."""
    return []


@pytest.fixture
def dialog(qtbot: QtBot, lent: list[str]) -> SaveDialog:
    """The question, shown."""
    made = SaveDialog(lent.append)
    show(qtbot, made, 560, 320)
    return made


def test_at_first_it_is_locked_with_made_up_words(qtbot: QtBot, dialog: SaveDialog) -> None:
    words = dialog.made_up.text()
    assert dialog.lock.isChecked()
    assert len(words) >= 12
    assert dialog.made_up.accessibleName() == f"The password: {words}"
    assert focused() is dialog.save_button
    with qtbot.waitSignal(dialog.accepted):
        dialog.save_button.click()
    assert dialog.password == words


def test_another_password_is_made_up_and_copied(dialog: SaveDialog, lent: list[str]) -> None:
    before = dialog.made_up.text()
    dialog.copy_button.click()
    assert dialog.copy_button.text() == "Copied for 30 seconds"
    dialog.another_button.click()
    assert dialog.made_up.text() != before
    assert dialog.copy_button.text() == "Copy"
    assert lent == [before]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("bodim-takel", "at least 12"),
        ("bodim-takel-", ""),
        (" bodim-takel", ""),
        ("password1234", "easy to guess"),
        ("bodim-takel-😀", "other programs"),
        ("", "at least 12"),
    ],
)
def test_one_s_own_password_is_long_and_can_be_typed_elsewhere(dialog: SaveDialog, typed: str, said: str) -> None:
    dialog.own_button.click()
    assert focused() is dialog.own.widget
    dialog.own.editor.restore(typed)
    dialog.save_button.click()
    assert said in dialog.own.problem
    assert bool(dialog.own.problem) == bool(said)
    assert dialog.password == ("" if said else typed)


def test_a_made_up_one_can_be_taken_after_all(dialog: SaveDialog) -> None:
    dialog.own_button.click()
    dialog.own.editor.restore("short")
    dialog.save_button.click()
    dialog.back_button.click()
    dialog.save_button.click()
    assert dialog.password == dialog.made_up.text()


def test_saved_open_it_has_no_password_and_a_warning(qtbot: QtBot, dialog: SaveDialog) -> None:
    assert not dialog._readable.isVisible()
    dialog.leave_open.setChecked(True)
    assert dialog._readable.isVisible()
    assert not dialog.made_up.isVisible()
    assert walk(dialog) == []
    with qtbot.waitSignal(dialog.accepted):
        dialog.save()
    assert dialog.password == ""


def test_opening_in_the_viewer_says_that_it_is_saved_first(qtbot: QtBot) -> None:
    made = SaveDialog(lambda _secret: None, then_open=True)
    show(qtbot, made, 560, 320)
    assert made.title.text() == "Open in viewer"
    assert "saved where you choose, and then opened" in made.about.text()


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_every_state_can_be_read(qtbot: QtBot, qapp: QApplication, scale: float) -> None:
    theme.apply(qapp, dark=True, scale=scale)
    made = SaveDialog(lambda _secret: None)
    qtbot.addWidget(made)
    made.show()
    assert walk(made) == []
    made.type_own(True)
    made.save()
    assert walk(made) == []
    assert made.height() <= 728


def test_a_secret_on_the_clipboard_is_taken_back(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    clipboard, loan = QGuiApplication.clipboard(), Loan()
    loan.lend("bodim takel")
    assert clipboard.text() == "bodim takel"
    assert clipboard.mimeData().data("x-kde-passwordManagerHint").data() == b"secret"
    loan.take_back()
    assert clipboard.text() == ""
    loan.lend("bodim takel")
    clipboard.setText("something else")
    loan.take_back()
    assert clipboard.text() == "something else"
    assert preview_clipboard.LENT_MS == 30_000
    monkeypatch.setattr(loan._until, "start", lambda: type(loan._until).start(loan._until, 20))
    loan.lend("bodim takel")
    qtbot.waitUntil(lambda: clipboard.text() == "")
