"""The form of an assessment: begun empty, filled in, refused or saved; nothing is lost and nothing is invented."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rise_desk.domain.assessment import Assessment
from rise_desk.domain.instrument import INDICATORS
from rise_desk.domain.moments import Moment
from rise_desk.domain.person import Person
from rise_desk.domain.record import NO_ID
from rise_desk.services import overview
from rise_desk.services.desk import Desk
from tests import build
from tests.ui.assessing import choose, evidence, fill, levels, opened, press, saved, scrolls, type_in
from tests.ui.files import words_of
from tests.ui.screen import focused
from tests.ui.walk import walk
from ui import theme
from ui.assessment_form import AssessmentForm
from ui.assessment_panel import LINES, MORE
from ui.desk import ScreenDesk
from ui.tour_camera import settle

pytestmark = pytest.mark.usefixtures("dropped")
BEFORE_BIRTH = "The date of the assessment must be after Maisie Okafor was born."
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def last(desk: Desk, person: Person) -> Assessment:
    """What was submitted six weeks ago, when the band was amber."""
    return build.assessment(desk, person.id, "4333443232", day="2026-10-10", judgement=6)


@pytest.fixture
def form(qtbot: QtBot, screen: ScreenDesk, person: Person, last: Assessment) -> AssessmentForm:
    """A fresh form after one assessment."""
    return opened(qtbot, screen, person.id)


@pytest.fixture
def first(qtbot: QtBot, screen: ScreenDesk, person: Person) -> AssessmentForm:
    """The form of a first assessment."""
    return opened(qtbot, screen, person.id)


def test_nothing_is_scored_dated_or_chosen_before_somebody_does_it(form: AssessmentForm) -> None:
    lines = form.sheet.lines
    assert {line.levels.value() for line in lines.scored.values()} == {None}
    assert not any(each.isChecked() for line in lines.scored.values() for each in line.levels.buttons.values())
    assert lines.choice.value() == ""
    assert not any(each.isChecked() for each in lines.choice.buttons.values())
    assert form.sheet.dated.date.line.text() == ""
    assert form.sheet.dated.date.line.hasFocus()
    assert not form.unsaved()


def test_it_fits_the_smallest_screen_without_scrolling(form: AssessmentForm) -> None:
    assert scrolls(form)[:2] == [0, 0]
    levels(form, "exploitation").choose(5)
    fill(form, "3333333335")
    choose(form, "amber")
    QApplication.processEvents()
    assert scrolls(form)[:2] == [0, 0]
    assert all(line.isVisible() for line in form.sheet.lines.by_key.values())


def test_a_whole_assessment_is_saved_as_it_was_typed(qtbot: QtBot, desk: Desk, form: AssessmentForm) -> None:
    fill(form, "3433333232", 6, harm_happening=False, missing_now=None, protective="Her aunt.", lead="Ruth Penn")
    form.sheet.rows["answer.education"].editor.restore("Northfield Academy")
    choose(form, "amber")
    made = saved(qtbot, form)
    assert desk.store.find(made.id) == made
    assert [made.levels()[key] for key in INDICATORS] == [int(each) for each in "3433333232"]
    assert (made.assessed_on, made.judgement, made.band, made.subject) == ("2026-11-20", 6, "amber", form.subject)
    assert (made.harm_happening, made.missing_now, made.protective) == (False, None, "Her aunt.")
    assert {each.text for each in made.evidence} == {f"Seen of {key}." for key in INDICATORS}
    assert not any(each.carried_from for each in made.evidence)
    school = made.score_of("education")
    assert school is not None
    assert school.answer == "Northfield Academy"
    assert (made.strategy_asked, made.corrects) == (None, NO_ID)


def test_an_empty_form_names_every_line_and_keeps_what_there_is(first: AssessmentForm) -> None:
    type_in(first, judgement_comment="Half a sentence")
    first.save_button.click()
    wanted = {f"scores.{key}" for key in INDICATORS} | {f"evidence.{key}" for key in INDICATORS}
    assert set(first.summary.links) == wanted | {"assessed_on", "judgement"}
    assert first.sheet.rows["judgement_comment"].value() == "Half a sentence"
    assert first.sheet.lines.scored["family"].sign.isVisibleTo(first)
    assert "Score “Missing from home or care”" in words_of(first.sheet.beside)


@pytest.mark.parametrize(
    ("typed", "field", "sentence"),
    [
        ({"assessed_on": "22 11 2026"}, "assessed_on", "Date of the assessment must be in the past."),
        ({"assessed_on": "31 2 2026"}, "assessed_on", "Date of the assessment must be a real date."),
        (
            {"assessed_on": "1 3 2013"},
            "assessed_on",
            BEFORE_BIRTH,
        ),
        ({"assessed_on": "2026"}, "assessed_on", "The date of the assessment must be a day, without a time."),
        ({"judgement_comment": "  "}, "judgement_comment", "Enter why this judgement."),
        ({"told_on": "tomorrow"}, "told_on", "Young person told on must be in the past."),
    ],
)
def test_what_is_wrong_is_said_above_and_at_the_field(
    qtbot: QtBot, form: AssessmentForm, typed: dict[str, str], field: str, sentence: str
) -> None:
    fill(form)
    choose(form, "amber")
    type_in(form, **typed)
    form.save_button.click()
    qtbot.waitUntil(lambda: bool(form.summary.links))
    assert list(form.summary.links) == [field]
    assert form.sheet.rows[field].problem == sentence
    assert form.sheet.rows[field].editor.typed() == next(iter(typed.values()))


def test_a_second_one_of_the_same_day_is_refused(qtbot: QtBot, form: AssessmentForm) -> None:
    fill(form)
    choose(form, "amber")
    type_in(form, assessed_on="10 10 2026")
    form.save_button.click()
    qtbot.waitUntil(lambda: bool(form.summary.links))
    assert "There is an assessment of 10 October 2026 on file." in form.sheet.dated.problem


def test_each_line_of_the_summary_leads_to_its_field(qtbot: QtBot, form: AssessmentForm) -> None:
    fill(form, "3333033333", told_on="tomorrow")
    evidence(form, "family").text.restore("")
    form.sheet.rows["find_out.accommodation"].editor.restore("  ")
    levels(form, "substances").choose(None)
    form.save_button.click()
    for field, line, page in (
        ("scores.substances", "substances", LINES),
        ("scores.accommodation", "accommodation", LINES),
        ("evidence.family", "family", LINES),
        ("told_on", "family", MORE),
    ):
        form.summary.asked.emit(field)
        QApplication.processEvents()
        assert form.sheet.tabs.current() == page
        assert form.sheet.beside.shown == line
        assert form.sheet.rows[field].editor.field_widget().hasFocus(), field
    levels(form, "substances").choose(3)
    form.save_button.click()
    form.summary.asked.emit("band")
    assert form.sheet.lines.band.isAncestorOf(focused())
    assert form.sheet.lines.band.problem == "Choose a band."
    assert "Choose a band." in words_of(form.sheet.beside)


def test_the_line_that_tab_comes_to_is_in_view_under_a_long_list_of_problems(form: AssessmentForm) -> None:
    fill(form, "3333333335")
    form.sheet.rows["judgement_comment"].editor.restore("")
    form.save_button.click()
    QApplication.processEvents()
    row, view = form.sheet.lines.band, form.sheet.lines.parentWidget()
    assert view is not None
    form.sheet.focus_line("missing")
    assert not view.rect().contains(row.geometry().translated(form.sheet.lines.pos()))
    form.sheet.lines.choice.field_widget().setFocus(Qt.FocusReason.TabFocusReason)
    assert view.rect().contains(row.geometry().translated(form.sheet.lines.pos()))


def test_it_is_filled_in_and_submitted_by_keyboard_alone(qtbot: QtBot, desk: Desk, form: AssessmentForm) -> None:
    press(Qt.Key.Key_D, CTRL)
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Tab)
    for key in INDICATORS:
        assert levels(form, key).hasFocus(), key
        press("3")
        if key == "education":
            press(Qt.Key.Key_Tab)
            press("Northfield 4")
        press(Qt.Key.Key_Tab)
        press(Qt.Key.Key_E, CTRL)
        press(Qt.Key.Key_Tab)
        press(Qt.Key.Key_Tab)
        if key == "associates":
            press(Qt.Key.Key_Tab)
    press("0")
    assert levels(form, "judgement").value() == 10
    press("7")
    press(Qt.Key.Key_Tab)
    press("Steady since October.")
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Space)
    with qtbot.waitSignal(form.saved) as told:
        press(Qt.Key.Key_S, CTRL)
    made = told.args[0]
    assert (made.assessed_on, made.band, made.overall.high, made.judgement) == ("2026-11-21", "amber", 37, 7)
    assert all(each.confirmed and each.carried_from == "2026-10-10" for each in made.evidence)
    assert desk.store.find(made.id) == made


def test_what_outranks_the_score_asks_for_the_strategy_discussion(qtbot: QtBot, form: AssessmentForm) -> None:
    assert not form.sheet.lines.strategy.isVisible()
    fill(form, "1111111111", 3, harm_happening=True)
    choose(form, "red")
    type_in(form, band_reason="She told us today.")
    assert form.sheet.lines.strategy.isVisible()
    form.save_button.click()
    assert list(form.summary.links) == ["strategy_asked"]
    type_in(form, strategy_asked=True)
    form.save_button.click()
    assert set(form.summary.links) == {"strategy_at", "strategy_by"}
    type_in(form, strategy_asked=False)
    form.save_button.click()
    assert list(form.summary.links) == ["strategy_because"]
    type_in(form, strategy_because="Asked for yesterday.", strategy_by="left over")
    made = saved(qtbot, form)
    assert (made.strategy_asked, made.strategy_because, made.strategy_by) == (False, "Asked for yesterday.", "")


def test_a_strategy_discussion_is_saved_with_when_and_by_whom(qtbot: QtBot, form: AssessmentForm) -> None:
    fill(form, "3333333334", strategy_asked=True, strategy_at="21 11 2026 09:30", strategy_by="By me, of Jo March")
    choose(form, "amber")
    made = saved(qtbot, form)
    assert (made.strategy_at, made.strategy_by) == ("2026-11-21T09:30+00:00", "By me, of Jo March")


def test_a_band_that_needs_a_reason_asks_for_it(qtbot: QtBot, form: AssessmentForm) -> None:
    fill(form)
    choose(form, "green")
    assert "Say why the band is below" in words_of(form.sheet.beside)
    form.save_button.click()
    assert list(form.summary.links) == ["band_reason"]
    type_in(form, band_reason=" \n ")
    form.save_button.click()
    assert list(form.summary.links) == ["band_reason"]
    type_in(form, band_reason="She has moved home.")
    assert saved(qtbot, form).band_reason == "She has moved home."


def test_what_is_not_asked_at_thirteen_is_not_on_the_form(qtbot: QtBot, screen: ScreenDesk, desk: Desk) -> None:
    older = build.young_person(desk, "Jade", "Whitlock", date_of_birth=Moment("2012-01-01"))
    younger = build.young_person(desk, "Ola", "Nowak", date_of_birth=Moment("2014-01-01"))
    assert "sexual_activity_under_13" not in opened(qtbot, screen, older.id).sheet.rows
    form = opened(qtbot, screen, younger.id)
    fill(form, "1111111111", 1, sexual_activity_under_13=True, strategy_asked=False, strategy_because="Asked already.")
    choose(form, "red")
    type_in(form, band_reason="A crime against her.")
    assert saved(qtbot, form).sexual_activity_under_13 is True


def test_the_first_one_is_compared_with_nothing(first: AssessmentForm) -> None:
    assert first.sheet.lines.scored["missing"].before.text() == ""
    assert evidence(first, "missing").state() == "missing"
    levels(first, "missing").choose(4)
    assert first.sheet.lines.scored["missing"].change.text() == ""


def test_pages_turn_by_key_and_by_tab(form: AssessmentForm) -> None:
    QTest.keyClick(form, Qt.Key.Key_Tab, CTRL)
    assert form.sheet.tabs.current() == MORE
    assert form.sheet.more.isVisible()
    assert not form.sheet.lines.isVisible()
    QTest.keyClick(form, Qt.Key.Key_Backtab, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert form.sheet.lines.isVisible()


def test_a_merged_file_is_assessed_as_one(qtbot: QtBot, screen: ScreenDesk, desk: Desk, person: Person) -> None:
    form = opened(qtbot, screen, person.id)
    fill(form)
    choose(form, "amber")
    made = saved(qtbot, form)
    assert [each.record.id for each in overview.chronology(desk, person.id, limit=1)] == [made.id]


@pytest.mark.parametrize(("dark", "scale"), [(False, 1.0), (True, 1.5), (False, 2.0)])
def test_the_form_can_be_read_and_reached(
    qtbot: QtBot, qapp: QApplication, screen: ScreenDesk, desk: Desk, person: Person, dark: bool, scale: float
) -> None:
    theme.apply(qapp, dark=dark, scale=scale)
    build.assessment(desk, person.id, "4333443232", day="2026-10-10", judgement=6)
    form = opened(qtbot, screen, person.id)
    assert walk(form) == []
    fill(form, "3333033335", strategy_asked=True)
    choose(form, "amber")
    for key in form.sheet.lines.by_key:
        form.sheet.focus_line(key)
        settle(qapp)
        assert walk(form) == [], key
    form.sheet.tabs.set_current(MORE)
    settle(qapp)
    assert walk(form) == []
    form.save_button.click()
    settle(qapp)
    assert walk(form) == []
