"""The lines of an assessment: digits set levels, the wheel sets nothing, changes are marked, bands are only offered."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from rise_desk.domain.assessment import Assessment
from rise_desk.domain.instrument import INDICATORS
from rise_desk.domain.person import Person
from rise_desk.services.desk import Desk
from tests import build
from tests.ui.assessing import choose, evidence, fill, levels, offered, opened, press, score, shown, type_in
from tests.ui.files import words_of
from tests.ui.screen import wheel
from tests.ui.walk import spoken_name
from ui import theme
from ui.assessment_form import AssessmentForm
from ui.desk import ScreenDesk

pytestmark = pytest.mark.usefixtures("dropped")


@pytest.fixture
def last(desk: Desk, person: Person) -> Assessment:
    """What was submitted six weeks ago: red, since how she is with her family was not known."""
    return build.assessment(desk, person.id, "4330443232", day="2026-10-10", judgement=6)


@pytest.fixture
def form(qtbot: QtBot, screen: ScreenDesk, person: Person, last: Assessment) -> AssessmentForm:
    """A fresh form after it."""
    return opened(qtbot, screen, person.id)


@pytest.mark.parametrize(("key", "level"), [(str(each), each) for each in range(6)] + [("n", 0), ("N", 0)])
def test_a_digit_sets_the_level_of_the_focused_line(form: AssessmentForm, key: str, level: int) -> None:
    levels(form, "family").setFocus()
    press(key)
    assert levels(form, "family").value() == level
    assert [each for each, button in levels(form, "family").buttons.items() if button.isChecked()] == [level]
    assert {levels(form, each).value() for each in INDICATORS if each != "family"} == {None}


@pytest.mark.parametrize("key", ["6", "9", "x", "-", " "])
def test_another_key_sets_nothing(form: AssessmentForm, key: str) -> None:
    levels(form, "family").setFocus()
    press(key)
    assert levels(form, "family").value() is None


def test_digits_with_ctrl_or_alt_are_not_scores(form: AssessmentForm) -> None:
    line = levels(form, "family")
    line.setFocus()
    press(Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    press(Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    assert line.value() is None
    QTest.keyClick(line, Qt.Key.Key_3, Qt.KeyboardModifier.KeypadModifier)
    assert line.value() == 3


def test_words_on_a_chosen_button_are_not_cut(form: AssessmentForm) -> None:
    button = levels(form, "family").buttons[0]
    before = button.sizeHint().width()
    levels(form, "family").choose(0)
    button.ensurePolished()
    assert button.sizeHint().width() == before <= button.width()


def test_a_score_can_be_taken_away_again(form: AssessmentForm) -> None:
    levels(form, "family").choose(4)
    levels(form, "family").setFocus()
    press(Qt.Key.Key_Delete)
    assert levels(form, "family").value() is None


def test_a_level_is_clicked_and_its_line_gets_the_keyboard(qtbot: QtBot, form: AssessmentForm) -> None:
    QTest.mouseClick(levels(form, "engagement").buttons[4], Qt.MouseButton.LeftButton)
    assert levels(form, "engagement").value() == 4
    assert levels(form, "engagement").hasFocus()
    assert form.sheet.beside.shown == "engagement"
    QTest.mouseClick(levels(form, "engagement").buttons[4], Qt.MouseButton.LeftButton)
    assert levels(form, "engagement").value() == 4
    assert levels(form, "engagement").buttons[4].isChecked()


def test_the_wheel_changes_no_score_and_no_band(form: AssessmentForm) -> None:
    fill(form, "3333333330")
    choose(form, "red")
    before = form.sheet.typed()
    for where in form.sheet.findChildren(QWidget):
        if where.isVisible():
            wheel(where)
    assert form.sheet.typed() == before


def test_up_and_down_walk_from_line_to_line_and_stop_at_the_ends(form: AssessmentForm) -> None:
    levels(form, "missing").setFocus()
    press(Qt.Key.Key_Up)
    assert levels(form, "missing").hasFocus()
    for key in INDICATORS[1:]:
        press(Qt.Key.Key_Down)
        assert levels(form, key).hasFocus()
    press(Qt.Key.Key_Down)
    assert levels(form, "judgement").hasFocus()
    press(Qt.Key.Key_Up)
    assert levels(form, "exploitation").hasFocus()
    fill(form)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Down)
    assert form.sheet.lines.choice.buttons["amber"].hasFocus()
    press(Qt.Key.Key_Up)
    assert levels(form, "judgement").hasFocus()


def test_last_times_score_stands_beside_and_a_change_is_marked_by_sign_and_word(form: AssessmentForm) -> None:
    lines = form.sheet.lines.scored
    assert [lines[key].before.text() for key in ("missing", "family", "judgement")] == ["last 4", "not known", "last 6"]
    assert levels(form, "missing").buttons[4].property("last") == "true"
    score(form, "3345443232", 8)
    said = [lines[key].change.text() for key in ("missing", "education", "substances", "family", "judgement")]
    assert said == ["↓ down 1", "= same", "↑ up 1", "", "↑ up 2"]
    levels(form, "missing").choose(0)
    assert lines["missing"].change.text() == ""


def test_a_screen_reader_is_told_the_score_last_times_and_the_change(form: AssessmentForm) -> None:
    line = levels(form, "missing")
    assert spoken_name(line) == "Missing from home or care, required: not scored"
    line.choose(5)
    assert spoken_name(line) == "Missing from home or care, required: 5, often, long"
    assert line.accessibleDescription() == "last 4. ↑ up 1. ◇ carried"
    assert spoken_name(line.buttons[0]) == "Missing from home or care, required: not yet known"


def test_the_total_is_said_so_far_then_whole_then_as_a_range(form: AssessmentForm) -> None:
    lines = form.sheet.lines
    assert lines.total.text() == "0 of 60 so far"
    levels(form, "missing").choose(4)
    levels(form, "judgement").choose(5)
    assert lines.total.text() == "9 of 60 so far"
    assert "once every line is scored" in lines.allowed.text()
    assert not any(button.isEnabled() for button in lines.choice.buttons.values())
    score(form, "2212121211", 3)
    assert (lines.total.text(), lines.allowed.text()) == ("18 of 60", "The score allows amber or green.")
    score(form, "2212121210", 3)
    assert lines.total.text() == "Range 18–22 of 60, 1 line not yet known"
    assert lines.allowed.text() == "At 22, the score allows amber or green."


@pytest.mark.parametrize(
    ("scores", "judgement", "bands"),
    [
        ("1111111111", 1, ["Green, allowed", "Red, above", "Amber, above"]),
        ("1111111113", 5, ["Green, allowed", "Red, above", "Amber, above"]),
        ("2212121211", 3, ["Amber, allowed", "Green, allowed, lower", "Red, above"]),
        ("3222222222", 1, ["Amber, allowed", "Green, allowed, lower", "Red, above"]),
        ("3322222222", 1, ["Amber, allowed", "Red, above", "Green, below"]),
        ("4334243333", 4, ["Amber, allowed", "Red, above", "Green, below"]),
        ("4334243343", 5, ["Red, allowed", "Amber, allowed, lower", "Green, below"]),
        ("5555555553", 10, ["Red, allowed", "Amber, below", "Green, below"]),
        ("1111111115", 3, ["Red, above", "Amber, above", "Green, allowed"]),
    ],
)
def test_the_bands_are_offered_in_their_order_and_none_is_chosen(
    form: AssessmentForm, scores: str, judgement: int, bands: list[str]
) -> None:
    score(form, scores, judgement)
    assert offered(form) == bands
    assert form.sheet.lines.choice.value() == ""
    assert spoken_name(form.sheet.lines.choice.buttons["amber"]).startswith("Band, required: Amber, ")


def test_a_chosen_band_stays_chosen_when_the_score_moves_it(form: AssessmentForm) -> None:
    score(form, "3333333333", 5)
    choose(form, "amber")
    score(form, "1111111111", 1)
    assert form.sheet.lines.choice.value() == "amber"
    assert offered(form)[0] == "Green, allowed"
    assert "Say in a line why the band is above" in words_of(form.sheet.beside)
    levels(form, "missing").choose(None)
    assert form.sheet.lines.choice.value() == "amber"


@pytest.mark.parametrize(
    ("scores", "band", "effect"),
    [
        ("3333333333", "amber", "Amber takes effect at once."),
        ("3333333333", "red", "Red takes effect at once. The manager is told."),
        ("3333333333", "green", "Green waits for a manager’s sign-off; until then red shows."),
        ("4444444443", "amber", "Amber waits for a manager’s sign-off; until then red shows."),
    ],
)
def test_what_a_band_brings_about_is_said(form: AssessmentForm, scores: str, band: str, effect: str) -> None:
    score(form, scores, 5)
    choose(form, band)
    assert form.sheet.lines.effect.text() == effect


def test_of_a_first_one_the_highest_allowed_shows_meanwhile(qtbot: QtBot, screen: ScreenDesk, person: Person) -> None:
    form = opened(qtbot, screen, person.id)
    score(form, "4444444443", 5)
    choose(form, "amber")
    assert form.sheet.lines.effect.text().endswith("until then red shows.")


@pytest.mark.parametrize("answer", ["harm_happening", "missing_now"])
def test_what_outranks_is_said_above_the_total_and_green_is_never_first(form: AssessmentForm, answer: str) -> None:
    score(form, "1111111111", 1)
    assert offered(form)[0] == "Green, allowed"
    type_in(form, **{answer: True})
    lines = form.sheet.lines
    assert lines.outranks.isVisible()
    assert (
        lines.outranks.mapTo(form, lines.outranks.rect().topLeft()).y()
        < lines.total.mapTo(form, lines.total.rect().topLeft()).y()
    )
    assert offered(form) == ["Red, above", "Amber, above", "Green, allowed"]
    assert lines.strategy.isVisible()
    type_in(form, **{answer: False})
    assert not lines.outranks.isVisible()
    assert not lines.strategy.isVisible()


def test_several_that_outrank_are_all_named(form: AssessmentForm) -> None:
    score(form, "1111111114", 1)
    type_in(form, harm_happening=True, missing_now=True)
    said = form.sheet.lines.outranks.text()
    assert "“Current known level of sexual abuse or exploitation” is scored 4." in said
    assert "Harm is already happening." in said
    assert "Missing now." in said


def test_an_answer_that_is_no_longer_asked_for_stays_in_view(form: AssessmentForm) -> None:
    type_in(form, missing_now=True, strategy_asked=False)
    type_in(form, missing_now=None)
    assert form.sheet.lines.strategy.isVisible()


def test_a_band_is_chosen_by_mouse_and_by_keyboard(form: AssessmentForm) -> None:
    fill(form, "4444444443")
    buttons = form.sheet.lines.choice.buttons
    QTest.mouseClick(buttons["green"], Qt.MouseButton.LeftButton)
    assert form.sheet.lines.choice.value() == "green"
    assert form.sheet.beside.shown == "band"
    buttons["green"].setFocus()
    press(Qt.Key.Key_Left)
    assert form.sheet.lines.choice.value() == "amber"
    form.sheet.lines.choice.set_value("")
    buttons["red"].setFocus()
    press(Qt.Key.Key_Return)
    assert form.sheet.lines.choice.value() == "red"


def test_large_text_has_short_names_and_nothing_is_cut_at_the_side(
    qtbot: QtBot, qapp: QApplication, screen: ScreenDesk, form: AssessmentForm, person: Person
) -> None:
    theme.apply(qapp, dark=False, scale=2.0)
    large = shown(qtbot, AssessmentForm(screen, person.id))
    for each in (form, large):
        QApplication.processEvents()
        line = each.sheet.lines.scored["exploitation"]
        assert line.label.text() == "Exploitation"
        assert line.levels.buttons[0].text() == "?"
        assert spoken_name(line.levels.buttons[0]).endswith("not yet known")
        area = each.sheet.lines.parentWidget()
        assert area is not None
        assert each.sheet.lines.width() <= area.width()
    theme.apply(qapp, dark=False, scale=1.0)
    assert large.sheet.lines.scored["exploitation"].label.text().startswith("Current known level")


def test_evidence_is_marked_on_its_line(form: AssessmentForm) -> None:
    state = form.sheet.lines.scored["missing"].state
    assert state.text() == "◇ carried"
    evidence(form, "missing").confirm()
    assert state.text() == "✓ confirmed"
    evidence(form, "missing").text.restore("Home by nine.")
    assert state.text() == "✓ written"
    evidence(form, "missing").text.restore("  ")
    assert state.text() == "– missing"
