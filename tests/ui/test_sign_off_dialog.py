"""A manager answers an assessment beside its evidence: once, never their own, and what they write is not lost."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rise_desk.domain.person import Person
from rise_desk.domain.record import Id
from rise_desk.domain.sign_off import SENT_BACK, SIGNED_OFF
from rise_desk.domain.staff import Role
from rise_desk.services import accounts, casework, overview, signing_off, unfinished
from rise_desk.services.desk import Desk
from tests import build
from tests.ui.answers import Make, answering, read
from tests.ui.files import dialog_of, words_of
from tests.ui.screen import show
from ui.assessment_form import AssessmentForm
from ui.assessment_reading import OWN, AssessmentReading
from ui.case_page import CasePage
from ui.chronology import Chronology
from ui.desk import ScreenDesk
from ui.leftover import Leftover
from ui.lock import close_dialogs
from ui.main_window import CASE, MainWindow
from ui.pages import Place
from ui.resuming import window_of

pytestmark = pytest.mark.usefixtures("dropped")


def test_a_manager_signs_off_beside_the_evidence(qtbot: QtBot, page: CasePage, desk: Desk, make: Make) -> None:
    made = make()
    dialog = read(page, made)
    dialog.sign_button.click()
    asked = answering(dialog)
    assert asked.windowModality() is Qt.WindowModality.NonModal
    assert not dialog.withdraw_button.isEnabled()
    assert "Amber takes effect; until now Red showed." in words_of(asked)
    asked.comments.editor.set_value("Agreed with school.")
    qtbot.waitUntil(asked.isActiveWindow)
    QTest.keyClick(asked.comments.editor.field_widget(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: not dialog.isVisible())
    answer = signing_off.assessed(desk, page.subject).answers[made.id]
    assert (answer.decision, answer.comments) == (SIGNED_OFF, "Agreed with school.")
    assert unfinished.mine(desk) == []
    again = read(page, made)
    assert not again.sign_button.isVisible()
    assert "Signed off by Lena Osei, 21 November 2026 at 10:00am." in words_of(again)
    assert "Agreed with school." in words_of(again)


def test_what_is_sent_back_needs_a_word_and_goes_on_in_its_author_s_form(
    qtbot: QtBot, screen: ScreenDesk, page: CasePage, desk: Desk, ada: Desk, make: Make
) -> None:
    made = make()
    dialog = read(page, made)
    dialog.back_button.click()
    asked = answering(dialog)
    assert "Ada Bell finds it on Today, with your comments" in words_of(asked)
    asked.answer()
    assert asked.rows["comments"].problem == "Say what should be put right."
    assert signing_off.assessed(desk, page.subject).answers == {}
    asked.comments.editor.set_value("Who told you of the flat?")
    with qtbot.waitSignal(asked.answered):
        asked.answer()
    assert dialog.answering is None
    screen.sit(ada)
    (draft,) = unfinished.mine(ada)
    form = window_of(screen, draft)
    assert isinstance(form, AssessmentForm)
    show(qtbot, form, 1326, 728)
    assert form.corrects == made
    assert "Who told you of the flat?" in words_of(form)
    form.reject()
    assert [each.id for each in unfinished.mine(ada)] == [draft.id]
    screen.sit(desk)


def test_an_author_who_can_t_sign_in_is_said(page: CasePage, desk: Desk, make: Make) -> None:
    made = make()
    accounts.suspend(desk, "Ada Bell")
    dialog = read(page, made)
    dialog.back_button.click()
    assert "Ada Bell can’t sign in at present. The unfinished form is kept for them" in words_of(answering(dialog))


def test_bands_that_show_already_are_agreed_with(page: CasePage, make: Make) -> None:
    above = make("1111111111", judgement=1, band="red", band_reason="Seen with him today.")
    dialog = read(page, above)
    dialog.sign_button.click()
    assert "Red, above the bands that the score allows, has been in effect" in words_of(answering(dialog))
    dialog.accept()
    within = make("3333333333", judgement=5, band="amber", band_reason="", day="2026-11-12")
    dialog = read(page, within)
    assert "Not signed off yet." in words_of(dialog)
    dialog.sign_button.click()
    assert "Amber shows now, and stays." in words_of(answering(dialog))


def test_nobody_answers_their_own_and_a_worker_nobody_s(
    qtbot: QtBot, screen: ScreenDesk, page: CasePage, desk: Desk, ada: Desk, make: Make
) -> None:
    own = build.assessment(desk, page.subject, day="2026-10-01")
    dialog = read(page, own)
    assert not dialog.sign_button.isVisible()
    assert OWN in words_of(dialog)
    dialog.accept()
    made = make()
    screen.sit(ada)
    found = overview.entry(ada, page.subject, made.id)
    theirs = AssessmentReading(screen, found, Chronology(screen, page.subject).reading([found]))
    show(qtbot, theirs, 1000, 700)
    assert not theirs.sign_button.isVisible()
    assert theirs.withdraw_button.isVisible()
    assert OWN not in words_of(theirs)
    screen.sit(desk)


def test_somebody_who_was_first_is_told_of_and_the_words_stay(
    qtbot: QtBot, page: CasePage, desk: Desk, make: Make
) -> None:
    made = make()
    dialog = read(page, made)
    dialog.sign_button.click()
    asked = answering(dialog)
    asked.comments.editor.set_value("Agreed.")
    signing_off.send_back(build.colleague(desk, "Ruth Penn", Role.MANAGER), made.id, "Who told you?")
    asked.answer()
    qtbot.waitUntil(lambda: "Ruth Penn has answered this assessment already." in words_of(asked))
    assert str(asked.comments.value()) == "Agreed."
    asked.reject()
    assert dialog.answering is None
    assert dialog.withdraw_button.isEnabled()


def test_an_answer_that_was_begun_is_a_draft_and_gone_on_with(
    qtbot: QtBot, screen: ScreenDesk, page: CasePage, desk: Desk, make: Make
) -> None:
    made = make()
    dialog = read(page, made)
    dialog.back_button.click()
    answering(dialog).comments.editor.set_value("Who told you")
    dialog.accept()
    (draft,) = unfinished.mine(desk)
    assert (draft.kind, draft.record) == ("sign_off", made.id)
    again = window_of(screen, draft)
    assert isinstance(again, AssessmentReading)
    show(qtbot, again, 1000, 700)
    qtbot.waitUntil(lambda: again.answering is not None)
    asked = answering(again)
    assert asked.decision == SENT_BACK
    assert str(asked.comments.value()) == "Who told you"
    again.answer(SIGNED_OFF)
    assert again.answering is asked
    asked.comments.editor.set_value("Who told you of the flat?")
    with qtbot.waitSignal(asked.answered):
        asked.answer()
    assert unfinished.mine(desk) == []


def test_an_answer_that_comes_too_late_can_be_copied(
    screen: ScreenDesk, desk: Desk, person: Person, make: Make
) -> None:
    made = make()
    typed = {"panel": {"comments": "Agreed."}, "decision": SIGNED_OFF}
    number = unfinished.keep(desk, Id(0), "sign_off", person.id, typed, record=made.id, version=made.version)
    casework.withdraw(desk, made, "Another child's")
    (draft,) = unfinished.mine(desk)
    assert draft.id == number
    left = window_of(screen, draft)
    assert isinstance(left, Leftover)
    assert "Lena Osei withdrew this entry" in words_of(left)


def test_a_sign_off_is_undone_from_the_menu_by_its_name(
    qtbot: QtBot, window: MainWindow, desk: Desk, person: Person, make: Make
) -> None:
    made = make()
    window.go(Place(CASE, person.id))
    page = window.pages.currentWidget()
    assert isinstance(page, CasePage)
    dialog = read(page, made)
    dialog.sign_button.click()
    with qtbot.waitSignal(answering(dialog).answered):
        answering(dialog).answer()
    qtbot.waitUntil(lambda: window.menus.actions["undo"].text().replace("&", "") == "Undo: sign-off recorded")
    window.undo.undo()
    qtbot.waitUntil(lambda: signing_off.assessed(desk, person.id).shown == "red")
    again = read(page, made)
    assert again.sign_button.isVisible()


def test_words_that_were_begun_outlive_the_lock_and_lead_on(
    qtbot: QtBot, qapp: QApplication, screen: ScreenDesk, page: CasePage, desk: Desk, make: Make
) -> None:
    made = make()
    dialog = read(page, made)
    dialog.back_button.click()
    answering(dialog).comments.editor.set_value("Who told you")
    screen.leaving.emit()
    close_dialogs(qapp)
    QApplication.processEvents()
    (draft,) = unfinished.mine(desk)
    assert draft.typed["panel"] == {"comments": "Who told you"}
    page.resume(draft)
    again = dialog_of(page, AssessmentReading)
    qtbot.waitUntil(lambda: again.answering is not None)
    answering(again).reject()
    again.correct_button.click()
    form = dialog_of(page, AssessmentForm)
    assert form.corrects == made
    form.reject()
