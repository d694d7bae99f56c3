"""The health checklist: a few signs, what they ask for in words while they are ticked, and the way to a full one."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from rise_desk.domain import life
from rise_desk.domain.checklist import Checklist, ChecklistSign, Result
from rise_desk.domain.moments import Moment
from rise_desk.domain.person import Person
from rise_desk.domain.record import NO_ID
from rise_desk.services import casework, overview, unfinished
from rise_desk.services.desk import Desk
from tests import build
from tests.ui.files import dialog_of, words_of
from tests.ui.screen import focused, show, wheel
from tests.ui.walk import walk
from ui import theme
from ui.assessment_form import AssessmentForm
from ui.case_page import CasePage
from ui.checklist_form import ChecklistForm, FullAssessment
from ui.desk import ScreenDesk
from ui.entry_dialog import EntryDialog
from ui.main_window import CASE, TODAY, MainWindow
from ui.pages import Place
from ui.records.checklist import counted, entry, in_words
from ui.records.sign_ticks import SignTicks
from ui.resuming import window_of

pytestmark = pytest.mark.usefixtures("dropped")


def _ticks(form: ChecklistForm) -> SignTicks:
    widget = form.panel.rows["signs"].widget
    assert isinstance(widget, SignTicks)
    return widget


def _form(qtbot: QtBot, form: ChecklistForm) -> ChecklistForm:
    show(qtbot, form, 1260, 728)
    return form


def _saved(desk: Desk, person: Person, *signs: str) -> Checklist:
    made = Checklist(
        id=desk.clock.new_id(),
        subject=person.id,
        completed_on=Moment("2026-11-20"),
        completed_by="Jo March, school nurse",
        signs=tuple(ChecklistSign(sign=each) for each in signs),
    )
    return casework.save(desk, made)


@pytest.mark.parametrize(
    ("low", "medium", "high", "words"),
    [(0, 0, 0, "No signs: no full assessment is asked for by these alone."),
     (1, 0, 0, "One low sign: no full assessment is asked for by these alone."),
     (2, 0, 0, "Two low signs: a full assessment is needed."),
     (0, 1, 0, "One medium sign: a full assessment is needed."),
     (1, 2, 0, "Two medium, one low signs: a full assessment is needed.")],
)  # fmt: skip
def test_what_the_signs_ask_for_is_said_in_words(low: int, medium: int, high: int, words: str) -> None:
    assert in_words(Result(low=low, medium=medium, high=high)) == words


def test_any_high_sign_asks_for_a_referral_today() -> None:
    words = in_words(Result(low=0, medium=0, high=1))
    assert words.startswith("One high sign: a full assessment is needed. Tell the safeguarding lead and refer")
    assert words.endswith("today; the assessment never delays it. Immediate danger: 999.")
    assert counted(Result(low=2, medium=0, high=1)) == "one high, two low signs"


def test_it_is_filled_in_by_keyboard_and_says_at_once_what_it_asks_for(
    qtbot: QtBot, screen: ScreenDesk, desk: Desk, person: Person
) -> None:
    form = _form(qtbot, ChecklistForm(screen, person.id))
    assert form.named == "Health checklist: Maisie Okafor"
    assert form.panel.value()["completed_on"] == ""
    QTest.keyClick(focused(), Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert form.panel.value()["completed_on"] == "2026-11-21"
    assert form.outcome.text().startswith("No signs")
    ticks = _ticks(form)
    first = ticks.ticks["low_self_esteem"]
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Space)
    assert form.outcome.text().startswith("One low sign")
    QTest.keyClick(first, Qt.Key.Key_Tab)
    note = ticks.notes["low_self_esteem"]
    assert note.hasFocus()
    QTest.keyClicks(note, "Says she is worth nothing")
    ticks.ticks["self_harm"].click()
    assert form.outcome.text() == "Two low signs: a full assessment is needed."
    form.panel.rows["came_with"].editor.restore("Her aunt")
    with qtbot.waitSignal(form.saved) as saved:
        QTest.keyClick(note, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    made = saved.args[0]
    assert overview.entry(desk, person.id, made.id).record == made
    assert made.signs == (
        ChecklistSign(sign="low_self_esteem", note="Says she is worth nothing"),
        ChecklistSign(sign="self_harm"),
    )
    assert made.came_with == "Her aunt"


def test_a_full_assessment_that_is_needed_can_be_begun_at_once(qtbot: QtBot, page: CasePage) -> None:
    page.check()
    form = dialog_of(page, ChecklistForm)
    _ticks(form).ticks["terminations"].click()
    form.panel.rows["completed_on"].editor.restore("21 11 2026")
    form.save()
    qtbot.waitUntil(lambda: not form.isVisible())
    asked = dialog_of(page, FullAssessment)
    said = words_of(asked)
    assert "One high sign: a full assessment is needed" in said
    assert "Immediate danger: 999. It stands on Today until it is done." in said
    asked.verb.click()
    assessment = dialog_of(page, AssessmentForm)
    assert assessment.subject == page.subject
    assessment.reject()


def test_one_low_sign_alone_leads_nowhere(qtbot: QtBot, page: CasePage) -> None:
    page.check()
    form = dialog_of(page, ChecklistForm)
    _ticks(form).ticks["self_harm"].click()
    form.panel.rows["completed_on"].editor.restore("21 11 2026")
    form.save()
    qtbot.waitUntil(lambda: not form.isVisible())
    assert [each for each in page.window().findChildren(QDialog) if each.isVisible()] == []


def test_without_a_day_nothing_is_saved_and_nothing_is_lost(
    qtbot: QtBot, screen: ScreenDesk, desk: Desk, person: Person
) -> None:
    form = _form(qtbot, ChecklistForm(screen, person.id))
    _ticks(form).ticks["self_harm"].click()
    form.panel.rows["completed_on"].editor.restore("")
    form.save()
    assert set(form.summary.links) == {"completed_on"}
    form.panel.rows["completed_on"].editor.restore("22 11 2026")
    form.save()
    qtbot.waitUntil(lambda: bool(form.panel.rows["completed_on"].problem))
    assert _ticks(form).value() == (ChecklistSign(sign="self_harm"),)
    assert overview.how_many_entries(desk, person.id) == 3


def test_an_unfinished_one_is_kept_and_gone_on_with(
    qtbot: QtBot, screen: ScreenDesk, desk: Desk, person: Person
) -> None:
    form = _form(qtbot, ChecklistForm(screen, person.id))
    ticks = _ticks(form)
    ticks.ticks["unknown_adults"].click()
    ticks.notes["unknown_adults"].setText("Outside the clinic")
    form.panel.rows["completed_on"].editor.restore("21 11 2026")
    form.drafting.keep()
    (draft,) = unfinished.mine(desk)
    assert (draft.kind, draft.subject) == ("checklist", person.id)
    assert "Outside the clinic" in unfinished.words(draft)
    again = window_of(screen, draft)
    assert isinstance(again, ChecklistForm)
    _form(qtbot, again)
    assert _ticks(again).value() == (ChecklistSign(sign="unknown_adults", note="Outside the clinic"),)
    assert again.outcome.text().startswith("One low sign")
    with qtbot.waitSignal(again.saved):
        again.save()
    assert unfinished.mine(desk) == []


def test_it_is_read_whole_and_put_right_by_a_further_one(
    qtbot: QtBot, page: CasePage, desk: Desk, person: Person
) -> None:
    made = _saved(desk, person, "older_partner", "self_harm")
    page.read_record(made.id)
    dialog = dialog_of(page, EntryDialog)
    said = words_of(dialog)
    assert "Health checklist: one medium, one low signs" in said
    assert "Self-harm; older boyfriend or girlfriend" in said or "Older boyfriend or girlfriend; self-harm" in said
    assert "One medium, one low signs: a full assessment is needed." in said
    assert "Jo March, school nurse" in said
    dialog.correct_button.click()
    form = dialog_of(page, ChecklistForm)
    assert "puts right the one of 20 November 2026" in words_of(form)
    _ticks(form).ticks["older_partner"].click()
    form.drafting.keep()
    (draft,) = unfinished.mine(desk)
    assert (draft.record, draft.typed["corrects"]) == (made.id, str(made.id))
    with qtbot.waitSignal(form.saved) as saved:
        form.save()
    assert saved.args[0].corrects == made.id
    assert saved.args[0].signs == (ChecklistSign(sign="self_harm"),)


def test_a_draft_of_a_correction_knows_what_it_corrects(
    qtbot: QtBot, screen: ScreenDesk, desk: Desk, person: Person
) -> None:
    made = _saved(desk, person, "self_harm")
    typed = {"corrects": str(made.id), "panel": {"came_with": "Her aunt"}}
    unfinished.keep(desk, NO_ID, "checklist", person.id, typed, record=made.id, version=made.version)
    (draft,) = unfinished.mine(desk)
    form = window_of(screen, draft)
    assert isinstance(form, ChecklistForm)
    _form(qtbot, form)
    assert form.made().corrects == made.id
    assert form.made().came_with == "Her aunt"


def test_the_menu_offers_it_in_a_young_person_s_file_alone(window: MainWindow, desk: Desk, person: Person) -> None:
    action = window.menus.actions["checklist"]
    window.go(Place(TODAY))
    action.trigger()
    assert window.findChildren(ChecklistForm) == []
    adult = build.young_person(desk, "Kay", "Doe", roles=(life.DatedRole(role="of_concern"),))
    window.go(Place(CASE, adult.id))
    action.trigger()
    assert window.findChildren(ChecklistForm) == []
    window.go(Place(CASE, person.id))
    action.trigger()
    dialog_of(window, ChecklistForm).reject()


def test_the_wheel_ticks_nothing(qtbot: QtBot, screen: ScreenDesk, person: Person) -> None:
    form = _form(qtbot, ChecklistForm(screen, person.id))
    wheel(_ticks(form).ticks["self_harm"])
    assert _ticks(form).value() == ()
    assert not form.panel.dirty()


@pytest.mark.parametrize(("dark", "scale"), [(False, 1.0), (True, 1.0), (False, 2.0)])
def test_it_can_be_filled_in_by_everybody(
    qtbot: QtBot, qapp: QApplication, screen: ScreenDesk, person: Person, dark: bool, scale: float
) -> None:
    theme.apply(qapp, dark=dark, scale=scale)
    form = _form(qtbot, ChecklistForm(screen, person.id))
    _ticks(form).ticks["self_harm"].click()
    assert walk(form) == []


def test_a_checklist_that_was_withdrawn_asks_for_nothing(page: CasePage, desk: Desk, person: Person) -> None:
    made = _saved(desk, person, "terminations")
    reading = page.chronology.reading(overview.chronology(desk, person.id))
    before = entry(overview.entry(desk, person.id, made.id), reading)
    assert [text for text, _tone in before.tags] == ["Asks for a referral the same day", "Asks for a full assessment"]
    casework.withdraw(desk, made, "Another child's")
    after = entry(overview.entry(desk, person.id, made.id), reading)
    assert [text for text, _tone in after.tags] == ["Withdrawn"]
