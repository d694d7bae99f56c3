"""An entry of a chronology is read whole, corrected by a further one, and withdrawn with a reason."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from rise_desk.domain.record import Id
from rise_desk.services import overview
from rise_desk.services.desk import Desk
from tests.build import colleague
from tests.ui.files import WORDS, button_of, dialog_of, words_of
from tests.ui.screen import show
from tests.ui.walk import walk
from ui.case_page import CasePage
from ui.case_tabs import CHRONOLOGY
from ui.desk import ScreenDesk
from ui.entry_dialog import CORRECTED, CORRECTION, EntryDialog
from ui.note_form import NoteForm
from ui.withdraw import WithdrawDialog

pytestmark = pytest.mark.usefixtures("dropped")


def test_an_entry_is_opened_by_keyboard_and_read_whole(page: CasePage) -> None:
    page.tabs.set_current(CHRONOLOGY)
    view = page.chronology.timeline.view
    view.setCurrentIndex(page.chronology.timeline.model.index(1))
    QTest.keyClick(view, Qt.Key.Key_Return)
    dialog = dialog_of(page, EntryDialog)
    assert WORDS in words_of(dialog)
    assert "Tuesday 17 November 2026 at 4:00pm" in words_of(dialog)
    assert walk(dialog) == []
    dialog.close_button.click()
    page.chronology._open(Id(5))
    assert not [each for each in page.window().findChildren(EntryDialog) if each.isVisible()]


def test_an_entry_is_corrected_by_a_further_one(qtbot: QtBot, page: CasePage, desk: Desk) -> None:
    button_of(page.overview, "Read the entry: Home visit").click()
    dialog_of(page, EntryDialog).correct_button.click()
    form = dialog_of(page, NoteForm)
    form.panel.rows["text"].editor.restore("Went at five.")
    form.save()
    qtbot.waitUntil(lambda: page.tabs.tabText(1) == "Chronology 4")
    first, second = overview.chronology(desk, page.subject, limit=2)
    assert (first.record.corrects, second.corrected_by) == (second.record.id, first.record.id)
    page.read(second)
    dialog = dialog_of(page, EntryDialog)
    assert CORRECTED in words_of(dialog)
    assert not dialog.correct_button.isVisible()
    dialog.other_button.click()
    later = dialog_of(page, EntryDialog)
    assert CORRECTION in words_of(later)
    assert later.other_button.text() == "Read the earlier entry"


def test_an_entry_is_withdrawn_with_a_reason(qtbot: QtBot, page: CasePage, desk: Desk) -> None:
    found = overview.chronology(desk, page.subject, limit=1)[0]
    page.read(found)
    dialog = dialog_of(page, EntryDialog)
    dialog.withdraw_button.click()
    asked = dialog_of(page, WithdrawDialog)
    asked.withdraw()
    assert set(asked.summary.links) == {"why"}
    assert walk(asked) == []
    asked.summary.asked.emit("why")
    assert asked.why.editor.field_widget().hasFocus()
    asked.why.editor.restore("written into the wrong file")
    asked.verb.click()
    assert not dialog.isVisible()
    withdrawn = overview.note(desk, found.record.id).withdrawn
    assert withdrawn is not None
    assert withdrawn.why == "written into the wrong file"
    page.read(overview.entry(desk, page.subject, found.record.id))
    again = dialog_of(page, EntryDialog)
    assert "Withdrawn by Lena Osei, 21 November 2026: written into the wrong file" in words_of(again)
    assert not again.withdraw_button.isVisible()
    assert not again.correct_button.isVisible()


def test_a_worker_withdraws_only_their_own(qtbot: QtBot, screen: ScreenDesk, page: CasePage, desk: Desk) -> None:
    theirs = ScreenDesk(screen.clock)
    theirs.sit(colleague(desk, "Ada Bell"))
    found = overview.chronology(desk, page.subject, limit=1)[0]
    dialog = EntryDialog(theirs, found, page.chronology.reading([found]))
    show(qtbot, dialog, 780, 600)
    assert not dialog.withdraw_button.isVisible()
    asked = WithdrawDialog(theirs, found.record)
    show(qtbot, asked, 560, 400)
    asked.why.editor.restore("not mine")
    asked.withdraw()
    assert "may not withdraw" in words_of(asked)
    assert asked.verb.isEnabled()
    theirs.leave()
    theirs.tasks.close()


def test_an_entry_that_is_gone_is_said(page: CasePage) -> None:
    page.read_record(Id(3))
    assert page.notice.text.text() == "That entry is not in this file."
