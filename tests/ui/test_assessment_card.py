"""The card of the assessments on a file's overview: the strip, its words, and what stands where nobody was assessed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from rise_desk.domain import life
from rise_desk.domain.heat import Strip
from rise_desk.domain.heat_told import as_text
from rise_desk.domain.moments import Moment
from rise_desk.domain.person import AT_RISK, OF_CONCERN
from rise_desk.domain.record import Id
from rise_desk.services import casework, overview
from rise_desk.services.desk import Desk
from tests.build import assessment, young_person
from tests.domain.heat_sheets import SPRING, strip_of
from tests.ui.files import button_of, dialog_of, words_of
from tests.ui.screen import focused, show
from tests.ui.walk import walk
from ui.assessment_card import AS_STRIP, ASSESS, IN_WORDS, NONE_YET, AssessmentCard
from ui.assessment_form import AssessmentForm
from ui.assessment_reading import AssessmentReading
from ui.case_page import CasePage
from ui.desk import ScreenDesk
from ui.widgets.buttons import Button
from ui.widgets.heat_strip import HeatStrip

pytestmark = pytest.mark.usefixtures("dropped")


def _page(qtbot: QtBot, screen: ScreenDesk, subject: Id) -> CasePage:
    page = CasePage(screen, subject)
    show(qtbot, page, 1162, 680)
    page.refresh()
    QApplication.processEvents()
    return page


def _cards(page: CasePage) -> list[AssessmentCard]:
    return page.overview.findChildren(AssessmentCard)


def test_the_strip_and_its_words_tell_the_same(qtbot: QtBot) -> None:
    strip = strip_of(SPRING)
    card = AssessmentCard(strip)
    show(qtbot, card, 700, 500)
    assert "Ten indicators, April to November 2026" in words_of(card)
    button_of(card, IN_WORDS).click()
    assert card.words.isVisible()
    assert not card.strip.isVisible()
    assert card.words.toPlainText().split() == as_text(strip).split()
    assert focused() is card.words
    assert walk(card) == []
    button_of(card, AS_STRIP).click()
    assert focused() is card.strip
    assert not card.words.isVisible()
    button_of(card, IN_WORDS).click()
    assert card.words.isVisible()


def test_without_an_assessment_it_says_so_and_offers_one(qtbot: QtBot) -> None:
    card = AssessmentCard(Strip())
    show(qtbot, card, 500, 300)
    heard: list[bool] = []
    card.assess_asked.connect(lambda: heard.append(True))
    assert NONE_YET in words_of(card)
    button_of(card, ASSESS).click()
    assert heard == [True]


def _verbs(widget: QWidget) -> list[str]:
    return [each.text() for each in widget.findChildren(Button) if each.isVisible()]


def test_nobody_is_offered_to_assess_a_closed_case(qtbot: QtBot) -> None:
    for may in (True, False):
        card = AssessmentCard(Strip(), may_assess=may)
        show(qtbot, card, 500, 300)
        assert (ASSESS in _verbs(card)) == may


def test_enter_opens_the_entry_as_the_chronology_does(qtbot: QtBot, screen: ScreenDesk, desk: Desk) -> None:
    person = young_person(desk)
    for day, levels in (("2026-09-29", "4333333333"), ("2026-11-10", "3333333333")):
        assessment(desk, person.id, levels, day=day)
    page = _page(qtbot, screen, person.id)
    (strip,) = page.overview.findChildren(HeatStrip)
    strip.setFocus()
    QTest.keyClick(strip, Qt.Key.Key_Left)
    QTest.keyClick(strip, Qt.Key.Key_Return)
    dialog = dialog_of(page, AssessmentReading)
    assert "Assessment: 36, Amber\nTue 29 Sep" in words_of(dialog)
    dialog.reject()
    QApplication.processEvents()
    (strip,) = page.overview.findChildren(HeatStrip)
    assert page.window().focusWidget() is strip
    assert strip.place == 0


def test_the_cell_keeps_the_keyboard_when_the_page_reads_itself_again(
    qtbot: QtBot, screen: ScreenDesk, desk: Desk
) -> None:
    person = young_person(desk)
    held = [assessment(desk, person.id, day=day) for day in ("2026-08-18", "2026-09-29", "2026-11-10")]
    page = _page(qtbot, screen, person.id)
    (strip,) = page.overview.findChildren(HeatStrip)
    strip.setFocus()
    strip.go(4, 1)
    page.refresh()
    (strip,) = page.overview.findChildren(HeatStrip)
    assert focused() is strip
    assert (strip.row, strip.place) == (4, 1)
    casework.withdraw(desk, held[0], "Entered in the wrong file.")
    page.refresh()
    (strip,) = page.overview.findChildren(HeatStrip)
    assert (strip.row, strip.place) == (4, 0)
    casework.withdraw(desk, held[1], "Entered in the wrong file.")
    page.refresh()
    (strip,) = page.overview.findChildren(HeatStrip)
    assert focused() is strip
    assert strip.strip.columns[strip.place].assessment == held[2].id
    casework.withdraw(desk, held[2], "Entered in the wrong file.")
    page.refresh()
    assert page.overview.findChildren(HeatStrip) == []


def test_a_strip_without_the_keyboard_does_not_take_it(qtbot: QtBot, screen: ScreenDesk, desk: Desk) -> None:
    person = young_person(desk)
    assessment(desk, person.id)
    page = _page(qtbot, screen, person.id)
    page.tabs.setFocus()
    page.refresh()
    assert focused() is page.tabs


def test_the_verb_opens_the_form(qtbot: QtBot, screen: ScreenDesk, desk: Desk) -> None:
    page = _page(qtbot, screen, young_person(desk).id)
    button_of(_cards(page)[0], ASSESS).click()
    assert dialog_of(page, AssessmentForm).subject == page.subject


def test_who_is_only_of_concern_has_the_card_once_they_were_assessed(
    qtbot: QtBot, screen: ScreenDesk, desk: Desk
) -> None:
    of_concern = life.DatedRole(role=OF_CONCERN)
    adult = young_person(desk, "Daniel", "Harrow", roles=(of_concern,))
    assert _cards(_page(qtbot, screen, adult.id)) == []
    adult = casework.save(desk, adult.changed(roles=(of_concern, life.DatedRole(role=AT_RISK))))
    assessment(desk, adult.id)
    casework.save(desk, overview.person(desk, adult.id).changed(roles=(of_concern,)))
    assert len(_cards(_page(qtbot, screen, adult.id))) == 1


def test_a_closed_case_keeps_its_strip_and_offers_no_first_one(qtbot: QtBot, screen: ScreenDesk, desk: Desk) -> None:
    spells = tuple(
        life.CaseSpell(state=state, since=Moment(day))
        for state, day in (("open", "2026-04-14"), ("closed", "2026-11-01"))
    )
    person = young_person(desk, roles=(life.DatedRole(role=AT_RISK),), case_spells=spells)
    (card,) = _cards(_page(qtbot, screen, person.id))
    assert ASSESS not in _verbs(card)
    assessment(desk, person.id, day="2026-10-10")
    (card,) = _cards(_page(qtbot, screen, person.id))
    assert card.strip.strip.columns[0].label == "10 Oct"
