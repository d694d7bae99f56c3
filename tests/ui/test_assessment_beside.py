"""What stands beside the lines: the wording, carried evidence that must be confirmed, who is named, what is new."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rise_desk.domain import life
from rise_desk.domain.assessment import Assessment
from rise_desk.domain.instrument import INDICATORS
from rise_desk.domain.mention import Mention
from rise_desk.domain.moments import Moment
from rise_desk.domain.person import Person
from rise_desk.services import casework
from rise_desk.services.desk import Desk
from tests import build
from tests.ui.assessing import choose, evidence, fill, levels, opened, press, score
from tests.ui.files import words_of
from ui.assessment_beside import NO_DAY
from ui.assessment_form import AssessmentForm
from ui.assessment_people import FileOf
from ui.desk import ScreenDesk
from ui.widgets.parts import PartsField

pytestmark = pytest.mark.usefixtures("dropped")
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def last(desk: Desk, person: Person) -> Assessment:
    """What was submitted six weeks ago."""
    return build.assessment(desk, person.id, "4333443232", day="2026-10-10", judgement=6)


@pytest.fixture
def form(qtbot: QtBot, screen: ScreenDesk, person: Person, last: Assessment) -> AssessmentForm:
    """A fresh form after it."""
    return opened(qtbot, screen, person.id)


def test_the_wording_of_the_focused_line_is_shown_with_the_chosen_level_strong(form: AssessmentForm) -> None:
    form.sheet.focus_line("substances")
    said = words_of(form.sheet.beside)
    assert "3  Use of drugs and alcohol" in said
    assert "moderate, concern growing" in said
    press("3")
    rows = form.sheet.beside.wording.rows
    assert [text.property("strong") for _tick, _number, text in rows] == ["false", "false", "true", "false", "false"]
    assert [tick.isVisibleTo(form) for tick, _number, _text in rows] == [False, False, True, False, False]
    form.sheet.focus_line("missing")
    assert "no missing episodes" in words_of(form.sheet.beside)
    assert not any(tick.isVisibleTo(form) for tick, _number, _text in rows)


def test_last_times_evidence_is_offered_as_what_it_is(form: AssessmentForm, last: Assessment) -> None:
    for key in INDICATORS:
        held = evidence(form, key).value()
        assert held is not None
        assert (held.text, held.carried_from, held.confirmed) == (f"What was seen of {key}.", "2026-10-10", None)
    assert "Carried from 10 October 2026." in words_of(form.sheet.beside)
    assert evidence(form, "missing").text.edit.property("carried") == "true"


def test_carried_evidence_must_be_confirmed_before_anything_is_saved(form: AssessmentForm) -> None:
    fill(form)
    evidence(form, "family").text.restore("What was seen of family.")
    choose(form, "amber")
    form.save_button.click()
    assert list(form.summary.links) == ["evidence.family"]
    assert form.sheet.rows["evidence.family"].problem.startswith("The evidence for “Relationship with parent or carer”")


def test_it_is_confirmed_by_key_and_by_button_and_that_can_be_taken_back(form: AssessmentForm) -> None:
    form.sheet.focus_line("family")
    field = evidence(form, "family")
    press(Qt.Key.Key_E, CTRL)
    held = field.value()
    assert held is not None
    assert (held.carried_from, held.confirmed) == ("2026-10-10", True)
    assert field.confirm_button.accessibleName() == "Not confirmed after all"
    assert evidence(form, "missing").state() == "carried"
    field.confirm_button.click()
    assert field.state() == "carried"


def test_edited_evidence_is_ones_own_and_put_back_it_is_carried_again(form: AssessmentForm) -> None:
    field = evidence(form, "missing")
    field.text.edit.setFocus()
    press(" 4 nights")
    held = field.value()
    assert held is not None
    assert (held.carried_from, held.confirmed) == ("", None)
    assert held.text.startswith("4 nights")
    assert not field.told.isVisible()
    assert levels(form, "missing").value() is None
    field.text.restore("What was seen of missing.")
    assert field.state() == "carried"


def test_there_is_nothing_to_confirm_where_nothing_was_carried(
    qtbot: QtBot, screen: ScreenDesk, person: Person
) -> None:
    form = opened(qtbot, screen, person.id)
    field = evidence(form, "missing")
    field.confirm()
    assert field.state() == "missing"
    field.text.restore("Home by nine.")
    field.confirm()
    held = field.value()
    assert held is not None
    assert held.confirmed is None
    form.sheet.turn("band")
    form.sheet.confirm()


def test_not_yet_known_asks_how_it_will_be_found_out(form: AssessmentForm) -> None:
    row = form.sheet.rows["find_out.family"]
    form.sheet.focus_line("family")
    assert not row.isVisible()
    asked = form.sheet.rows["evidence.family"]
    assert "required" in words_of(asked)
    press("0")
    assert row.isVisible()
    assert "required" not in words_of(asked)
    press(Qt.Key.Key_Tab)
    press("Ask her 2 aunts")
    assert row.value() == "Ask her 2 aunts"
    press(Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    press("3")
    assert not row.isVisible()
    assert "required" in words_of(asked)
    made = form.sheet.so_far().score_of("family")
    assert made is not None
    assert made.find_out == ""


def test_education_asks_which_one_and_tells_last_times(
    qtbot: QtBot, screen: ScreenDesk, desk: Desk, person: Person, last: Assessment
) -> None:
    scores = tuple(
        each if each.indicator != "education" else type(each)(indicator="education", score=3, answer="Northfield")
        for each in last.scores
    )
    casework.save(desk, last.changed(id=desk.clock.new_id(), version=0, corrects=last.id, scores=scores))
    form = opened(qtbot, screen, person.id)
    form.sheet.focus_line("education")
    assert "Which one?" in words_of(form.sheet.beside)
    assert "Last time: Northfield" in words_of(form.sheet.beside)
    assert form.sheet.rows["answer.education"].value() == ""


def test_those_who_are_known_are_listed_with_their_files(
    qtbot: QtBot, screen: ScreenDesk, desk: Desk, form: AssessmentForm
) -> None:
    other = build.young_person(desk, "Jade", "Whitlock")
    form.sheet.focus_line("associates")
    widget = form.sheet.rows["mentions"].widget
    assert isinstance(widget, PartsField)
    widget.add_button.click()
    assert widget.asking is not None
    dialog = widget.asking[1]
    dialog.save()
    assert dialog.summary.links
    file = dialog.panel.rows["person"].widget
    assert isinstance(file, FileOf)
    file.search.setText("whit")
    file.search.ask("whit")
    assert file.search.answers is not None
    file.search.answers.pick()
    assert (file.value(), file.name.text()) == (other.id, "Jade Whitlock")
    dialog.panel.rows["name"].editor.restore("J")
    dialog.panel.rows["risk"].editor.set_value("draws_in")
    dialog.panel.rows["known"].editor.restore("Meets her at the park.")
    dialog.save()
    fill(form)
    choose(form, "amber")
    assert "J · has a file · may draw the child towards others who are a danger · Meets" in words_of(widget)
    with qtbot.waitSignal(form.saved) as told:
        form.save_button.click()
    said = Mention(name="J", person=other.id, risk="draws_in", known="Meets her at the park.")
    assert told.args[0].mentions == (said,)
    assert told.args[0].involved() == ((form.subject, "assessed"),)


def test_a_file_can_be_left_out_again_and_nobody_found_says_so(screen: ScreenDesk, qtbot: QtBot, desk: Desk) -> None:
    other = build.young_person(desk, "Jade", "Whitlock")
    file = FileOf(screen)
    qtbot.addWidget(file)
    file.restore(str(other.id))
    assert file.typed() == str(other.id)
    file.remove.click()
    assert (file.value(), file.typed(), file.unreadable()) == (0, "", "")
    assert file.field_widget() is file.search
    file.search.setText("nobody")
    file.search.ask("nobody of this name")
    assert file.search.answers is not None
    screen.leave()
    file.search.ask("whit")


def test_what_is_new_since_last_time_stands_beside_what_it_touches(
    qtbot: QtBot, screen: ScreenDesk, desk: Desk, person: Person, last: Assessment
) -> None:
    spells = tuple(life.SchoolSpell(name=f"School {each}", since=Moment(f"2026-10-{each + 12}")) for each in range(10))
    casework.save(desk, person.changed(schools=spells))
    form = opened(qtbot, screen, person.id)
    form.sheet.focus_line("education")
    said = words_of(form.sheet.beside)
    assert "Since 10 October 2026" in said
    assert "School 9" in said
    assert "School 1" not in said.replace("School 1 ", "")
    assert "and 2 more facts in the chronology" in said
    form.sheet.focus_line("recognition")
    assert "Since 10 October 2026" not in words_of(form.sheet.beside)


def test_a_suggestion_waits_for_the_day_and_is_told_with_its_episodes(
    qtbot: QtBot, screen: ScreenDesk, desk: Desk, person: Person, last: Assessment
) -> None:
    away = build.episode(desk, person.id, "2026-11-03T21:00+00:00", "2026-11-04T07:00+00:00")
    build.episode(desk, person.id, "2026-11-19T21:00+00:00")
    form = opened(qtbot, screen, person.id)
    form.sheet.dated.date.set_value("")
    form.sheet.focus_line("missing")
    assert NO_DAY in words_of(form.sheet.beside)
    form.sheet.dated.date.set_value("2026-11-20")
    form.sheet.focus_line("family")
    assert "Suggested" not in words_of(form.sheet.beside)
    form.sheet.focus_line("missing")
    said = words_of(form.sheet.beside)
    assert "Missing now, since 19 November 2026 at 9:00pm." in said
    assert "Suggested: 3. 2 missing episodes (2 long) in the 42 days before 20 November 2026" in said
    assert f"– {away.absence.text}" in said
    assert levels(form, "missing").value() is None


def test_tab_goes_through_every_line_and_back_the_same_way(form: AssessmentForm) -> None:
    score(form, "3333033335", 5)
    levels(form, "missing").setFocus()
    there = []
    while not form.cancel_button.hasFocus():
        there.append(QApplication.focusWidget())
        press(Qt.Key.Key_Tab)
    assert [each for each in there if each in [line.levels for line in form.sheet.lines.scored.values()]] == [
        line.levels for line in form.sheet.lines.scored.values()
    ]
    assert there[1] is evidence(form, "missing").text.edit
    assert there[2] is evidence(form, "missing").confirm_button
    back = []
    while QApplication.focusWidget() is not there[0]:
        press(Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
        back.append(QApplication.focusWidget())
    assert back == there[::-1]
