"""'Is this child known to you?': who asks is asked for, the answer is large and in words, and each is written down."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from rise_desk.domain import life
from rise_desk.domain.access import Deed
from rise_desk.domain.moments import Moment
from rise_desk.services.desk import Desk
from rise_desk.storage import audit
from tests import build
from tests.ui.screen import show
from tests.ui.walk import walk
from ui.case_page import CasePage
from ui.desk import ScreenDesk
from ui.known_dialog import KnownDialog
from ui.main_window import MainWindow


@pytest.fixture
def dialog(screen: ScreenDesk, qtbot: QtBot) -> Iterator[KnownDialog]:
    """The question, not asked yet."""
    made = KnownDialog(screen)
    show(qtbot, made, 680, 600)
    yield made
    made.hide()


def _ask(dialog: KnownDialog, text: str, qtbot: QtBot, who: str = "PC Hill 1234") -> None:
    dialog.who.editor.set_value(who)
    dialog.what.editor.set_value(text)
    QTest.keyClick(dialog.what.editor.field_widget(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: dialog.answer is not None)


def _said(dialog: KnownDialog) -> str:
    return "\n".join(label.text() for card in dialog.cards for label in card.findChildren(QLabel))


def _asked(desk: Desk) -> list[tuple[str, str]]:
    rows = audit.entries(desk.store.vault)
    return [(row["reason"], row["recipient"]) for row in rows if row["deed"] == str(Deed.KNOWN)]


def test_who_asks_is_asked_for_before_anything_is_said(dialog: KnownDialog, desk: Desk, qtbot: QtBot) -> None:
    dialog.what.editor.set_value("Maisie")
    dialog.verb.click()
    assert dialog.answer is None
    assert _asked(desk) == []
    assert dialog.focusWidget() is dialog.who.editor.field_widget()
    dialog.who.editor.set_value("PC Hill")
    dialog.what.editor.set_value(" ")
    dialog.verb.click()
    assert dialog.answer is None
    assert _asked(desk) == []


def test_the_answer_is_told_and_written_down(dialog: KnownDialog, desk: Desk, qtbot: QtBot) -> None:
    warned = (life.StandingWarning(warning="do_not_tell_family", review_on=Moment("2026-12-25")),)
    maisie = build.young_person(desk, date_of_birth=Moment("2012-03-27"), warnings=warned)
    build.episode(desk, maisie.id, "2026-11-20T21:00+00:00")
    _ask(dialog, "Maisie Okafor", qtbot)
    assert dialog.told.isVisible()
    assert dialog.told.text().startswith("Known to the team. Missing now, since 20 November 2026")
    said = _said(dialog)
    for words in ("Maisie Okafor", "14", maisie.file_number, "Missing now", "Ring "):
        assert words in said
    assert desk.practice.label("warning", "do_not_tell_family") in said
    assert _asked(desk) == [("Maisie Okafor", "PC Hill 1234")]
    assert walk(dialog) == []
    opened: list[object] = []
    dialog.opened.connect(opened.append)
    button = next(each for each in dialog.cards[0].findChildren(type(dialog.verb)) if each.isVisible())
    assert button.accessibleName() == "Open the file of Maisie Okafor"
    button.click()
    assert opened == [maisie.id]


def test_nobody_answers_and_it_is_not_told_as_if_all_were_well(dialog: KnownDialog, desk: Desk, qtbot: QtBot) -> None:
    _ask(dialog, "Nobody Here", qtbot)
    assert "does not mean that there is no concern" in dialog.told.text()
    assert dialog.cards == []
    assert _asked(desk) == [("Nobody Here", "PC Hill 1234")]


def test_an_answer_is_gone_as_soon_as_the_question_changes(dialog: KnownDialog, desk: Desk, qtbot: QtBot) -> None:
    build.young_person(desk)
    build.young_person(desk, "Maisy", "Okafor")
    _ask(dialog, "Maisie Okafor", qtbot)
    assert "May be" in _said(dialog)
    dialog.what.editor.set_value("Mais")
    assert dialog.answer is None
    assert not dialog.told.isVisible()
    assert dialog.cards == []


def test_a_closed_case_says_so(dialog: KnownDialog, desk: Desk, qtbot: QtBot) -> None:
    spells = (life.CaseSpell(state="closed", since=Moment("2026-01-05")),)
    build.young_person(desk, case_spells=spells)
    _ask(dialog, "Maisie Okafor", qtbot)
    assert "The case is closed." in _said(dialog)


def test_it_opens_from_anywhere_and_leads_to_the_file(window: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    maisie = build.young_person(desk)
    assert window.menus.actions["known"].shortcut().toString() == "Ctrl+Shift+K"
    window.menus.actions["known"].trigger()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, KnownDialog)
    _ask(dialog, "Maisie Okafor", qtbot)
    dialog.opened.emit(maisie.id)
    dialog.reject()
    page = window.pages.currentWidget()
    assert isinstance(page, CasePage)
    assert page.subject == maisie.id
