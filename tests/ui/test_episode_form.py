"""The whole episode: new or changed, whose interview it is, drafts after a kill, two people at once, new grades."""

from typing import Any

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rise_desk.domain.comparing import Choice
from rise_desk.domain.missing import MissingEpisode, PreventionInterview, ReasonHeard, Regrade
from rise_desk.domain.moments import Moment
from rise_desk.domain.person import Person
from rise_desk.domain.record import Record, plain
from rise_desk.services import casework, overview, settings, unfinished
from rise_desk.services.desk import Desk
from tests import build
from tests.ui.files import type_in, words_of
from tests.ui.open_window import dialog
from tests.ui.screen import show, wheel
from tests.ui.walk import walk
from ui import theme
from ui.conflict import ConflictDialog
from ui.desk import ScreenDesk
from ui.episode_form import EpisodeForm
from ui.main_window import MainWindow
from ui.missing_next import MORE, PACK
from ui.records.missing_fields import NOT_THE_RETURN_INTERVIEW
from ui.regrade_dialog import GRADE, RegradeDialog
from ui.resuming import window_of
from ui.widgets.lately_field import LatelyField

pytestmark = [
    pytest.mark.usefixtures("dropped"),
    pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing|propagateSizeHints)", extend=True),
]
EVENING, NIGHT = "2026-11-20T23:30+00:00", "2026-11-21T04:00+00:00"


@pytest.fixture
def away(desk: Desk, person: Person) -> MissingEpisode:
    """Maisie is missing since last night."""
    return build.episode(desk, person.id, EVENING, missing_from="childrens_home", grade="medium")


def _form(qtbot: QtBot, form: EpisodeForm) -> EpisodeForm:
    show(qtbot, form, 1000, 690)
    return form


def _write(form: EpisodeForm, name: str, text: str) -> None:
    widget = form.panel.rows[name].widget
    assert isinstance(widget, LatelyField)
    widget.line.setFocus()
    widget.line.selectAll()
    QTest.keyClicks(widget.line, text)


def _episode(desk: Desk, record: Any) -> MissingEpisode:
    found = unfinished.on_file(desk, record)
    assert isinstance(found, MissingEpisode)
    return found


def test_every_field_of_an_episode_can_be_filled_in_and_is_shown_again(
    qtbot: QtBot, screen: ScreenDesk, desk: Desk, person: Person
) -> None:
    form = _form(qtbot, EpisodeForm(screen, person.id))
    assert form.named == "Missing episode: Maisie Okafor"
    names = set(MissingEpisode.__dataclass_fields__)
    asked = {*form.panel.rows}
    assert {"subject"} == {each for each in names - asked if each in plain(MissingEpisode()) and each in _own_fields()}
    _write(form, "last_seen_at", "yesterday 2310")
    _write(form, "reported_at", "23:30")
    _write(form, "returned_at", "0400")
    parts = {
        "regrades": (Regrade(grade="high", at=Moment(NIGHT), by="PS Ali", why="Messages found"),),
        "reasons": (ReasonHeard(reason="drawn_away", heard_from="Her aunt"),),
        "prevention": (PreventionInterview(held_at=Moment(NIGHT), officer="PC Shah", told="Tired."),),
    }
    for name, value in parts.items():
        form.panel.rows[name].editor.set_value(value)
    type_in(form, missing_from="childrens_home", grade="medium", police_ref="77", circumstances="Left after a call.")
    with qtbot.waitSignal(form.saved) as saved:
        form.save()
    made = saved.args[0]
    assert _episode(desk, made.id) == made
    assert (made.last_seen_at, made.reported_at, made.returned_at) == ("2026-11-20T23:10+00:00", EVENING, NIGHT)
    assert {name: getattr(made, name) for name in parts} == parts
    assert (made.missing_from, made.grade, made.grade_now) == ("childrens_home", "medium", "high")
    again = _form(qtbot, EpisodeForm(screen, person.id, made))
    assert again.named == "Missing episode of Maisie Okafor"
    assert not again.panel.dirty()
    assert again.made() == made


def _own_fields() -> set[str]:
    """The fields of an episode that are not every record's."""
    return {each for each in MissingEpisode.__dataclass_fields__ if each not in Record.__dataclass_fields__}


def test_the_police_interview_stands_apart_and_is_not_the_return_interview(
    qtbot: QtBot, screen: ScreenDesk, person: Person
) -> None:
    form = _form(qtbot, EpisodeForm(screen, person.id))
    assert NOT_THE_RETURN_INTERVIEW in words_of(form)
    card = form.panel.rows["prevention"].parentWidget()
    assert card is not None
    assert card.accessibleName() == "Police prevention interview"


def test_who_owes_the_interview_is_said_where_another_council_placed_the_child(
    qtbot: QtBot, screen: ScreenDesk, desk: Desk, person: Person
) -> None:
    form = _form(qtbot, EpisodeForm(screen, person.id))
    assert not form.owed.isVisible()
    form.close()
    settings.set_our_council(desk, "Northants")
    casework.save(desk, overview.person(desk, person.id).changed(placing_authority="Leeds", host_authority="Northants"))
    told = _form(qtbot, EpisodeForm(screen, person.id)).owed
    assert told.isVisible()
    assert told.text() == "Return interview: owed by Leeds, who placed them here; tell Northants and the police."


@pytest.mark.parametrize(
    ("said", "field", "sentence"),
    [({"returned_at": "20 11 2026 23:00"}, "returned_at", "Returned at must be after it was reported."),
     ({"last_seen_at": "21 11 2026 01:00"}, "last_seen_at", "Last seen at must be before it was reported."),
     ({"returned_at": "25 10 2026 01:30"}, "returned_at", "Returned at must say which 1:30am on 25 October 2026"),
     ({"returned_at": "29 3 2026 01:30"}, "returned_at", "Returned at must be a real time: there was no 1:30am"),
     ({"reported_at": "14 11 2026 10:00"}, "reported_at", "An episode from 14 November 2026 at 9:00am to")],
)  # fmt: skip
def test_what_is_wrong_stands_beside_its_field(
    qtbot: QtBot, screen: ScreenDesk, desk: Desk, away: MissingEpisode, said: dict[str, str], field: str, sentence: str
) -> None:
    build.episode(desk, away.subject, "2026-11-14T09:00+00:00", "2026-11-14T20:00+00:00")
    form = _form(qtbot, EpisodeForm(screen, away.subject, away))
    for name, text in said.items():
        _write(form, name, text)
    form.save()
    qtbot.waitUntil(lambda: not form.saving and form.panel.rows[field].problem != "")
    assert form.panel.rows[field].problem.startswith(sentence)
    assert _episode(desk, away.id) == away


def test_what_was_typed_is_gone_on_with_after_a_kill(
    qtbot: QtBot, screen: ScreenDesk, desk: Desk, away: MissingEpisode
) -> None:
    form = _form(qtbot, EpisodeForm(screen, away.subject, away))
    type_in(form, circumstances="Her phone rang before she left.")
    _write(form, "returned_at", "0400")
    form.drafting.keep()
    form.drafting.timer.stop()
    draft = unfinished.mine(desk)[0]
    assert (draft.record, draft.base_version) == (away.id, away.version)
    again = window_of(screen, draft)
    assert isinstance(again, EpisodeForm)
    _form(qtbot, again)
    with qtbot.waitSignal(again.saved):
        again.save()
    made = _episode(desk, away.id)
    assert (made.circumstances, made.returned_at) == ("Her phone rang before she left.", NIGHT)
    assert unfinished.mine(desk) == []


def test_a_new_episode_is_gone_on_with_too(qtbot: QtBot, screen: ScreenDesk, desk: Desk, person: Person) -> None:
    form = _form(qtbot, EpisodeForm(screen, person.id))
    type_in(form, officer="PC Shah")
    form.drafting.keep()
    again = window_of(screen, unfinished.mine(desk)[0])
    assert isinstance(again, EpisodeForm)
    assert (again.base, again.subject, again.panel.values()["officer"]) == (None, person.id, "PC Shah")
    _form(qtbot, again).reject()
    form.reject()


def test_two_who_change_one_episode_see_both_and_choose(
    qtbot: QtBot, screen: ScreenDesk, desk: Desk, away: MissingEpisode
) -> None:
    amir = build.colleague(desk, "Amir Khan")
    form = _form(qtbot, EpisodeForm(screen, away.subject, away))
    type_in(form, officer="PC Shah", circumstances="Mine.", grade="high")
    casework.save(amir, _episode(amir, away.id).changed(circumstances="Theirs.", grade="low", police_ref="77"))
    form.save()
    qtbot.waitUntil(form.dispute.show_button.isVisible)
    form.dispute.show_button.click()
    QApplication.processEvents()
    compared = next(each for each in form.findChildren(ConflictDialog) if each.isVisible())
    assert "High" in words_of(compared), "a choice reads as its words, not as its key"
    assert "Low" in words_of(compared)
    compared.rows["circumstances"].set_value(Choice.BOTH)
    compared.rows["grade"].set_value(Choice.THEIRS)
    compared.go_on_button.click()
    with qtbot.waitSignal(form.saved):
        form.save()
    made = _episode(desk, away.id)
    assert (made.officer, made.grade, made.police_ref) == ("PC Shah", "low", "77")
    assert "Mine." in made.circumstances
    assert "Theirs." in made.circumstances


def test_after_a_new_episode_the_pack_is_offered_and_a_change_is_only_saved(
    qtbot: QtBot, window: MainWindow, desk: Desk, person: Person
) -> None:
    window.forms.episode(person.id)
    form = dialog(window, EpisodeForm)
    assert isinstance(form, EpisodeForm)
    _write(form, "reported_at", "09:30")
    with qtbot.waitSignal(form.saved) as saved:
        form.save()
    qtbot.waitUntil(lambda: [each.accessibleName() for each in window.notice.offered] == [PACK, MORE])
    window.notice.offered[1].click()
    form = dialog(window, EpisodeForm)
    assert isinstance(form, EpisodeForm)
    assert form.base == saved.args[0]
    type_in(form, officer="PC Shah")
    with qtbot.waitSignal(form.saved):
        form.save()
    qtbot.waitUntil(lambda: window.notice.text.text() == "Missing episode changed.")
    qtbot.wait(20)
    assert window.notice.offered == ()


def test_an_episode_is_graded_anew_beside_the_grades_before(
    qtbot: QtBot, window: MainWindow, desk: Desk, away: MissingEpisode
) -> None:
    window.forms.regrade(away.subject, away.id)
    form = dialog(window, RegradeDialog)
    assert isinstance(form, RegradeDialog)
    assert "First grade: Medium" in words_of(form)
    form.verb.click()
    assert form.rows["grade"].problem == GRADE
    form.rows["grade"].editor.set_value("high")
    form.rows["at"].editor.restore("20 11 2026 22:00")
    form.verb.click()
    qtbot.waitUntil(lambda: form.rows["at"].problem != "")
    assert form.rows["at"].problem == "A new grade must be after they went missing."
    form.rows["at"].editor.restore("half past")
    form.verb.click()
    assert form.rows["at"].problem.startswith("Graded at must be a date")
    form.rows["at"].editor.restore("21 11 2026 04:00")
    amir = build.colleague(desk, "Amir Khan")
    casework.save(amir, _episode(amir, away.id).changed(officer="PC Shah"))
    with qtbot.waitSignal(form.saved):
        form.verb.click()
    made = _episode(desk, away.id)
    assert made.regrades == (Regrade(grade="high", at=Moment(NIGHT)),)
    assert (made.grade, made.grade_now, made.officer) == ("medium", "high", "PC Shah")
    again = RegradeDialog(window.desk, made)
    qtbot.addWidget(again)
    assert "Then: High · Sat 21 Nov 04:00" in words_of(again)


def test_an_unfinished_grade_is_kept_and_one_given_up_is_not(
    qtbot: QtBot, screen: ScreenDesk, desk: Desk, away: MissingEpisode
) -> None:
    form = RegradeDialog(screen, away)
    show(qtbot, form, 620, 500)
    form.drafting.keep()
    assert unfinished.mine(desk) == []
    form.rows["why"].editor.restore("Messages found")
    form.drafting.keep()
    again = window_of(screen, unfinished.mine(desk)[0])
    assert isinstance(again, RegradeDialog)
    show(qtbot, again, 620, 500)
    assert again.rows["why"].value() == "Messages found"
    again.reject()
    qtbot.waitUntil(lambda: unfinished.mine(desk) == [])
    form.drafting.timer.stop()


def test_a_grade_of_an_episode_that_was_withdrawn_is_refused(
    qtbot: QtBot, screen: ScreenDesk, desk: Desk, away: MissingEpisode
) -> None:
    form = RegradeDialog(screen, away)
    show(qtbot, form, 620, 500)
    casework.withdraw(desk, away, "Wrong child")
    form.rows["grade"].editor.set_value("high")
    form.verb.click()
    assert "withdrew this entry" in words_of(form)
    assert _episode(desk, away.id).regrades == ()


@pytest.mark.parametrize(("dark", "scale"), [(False, 1.0), (True, 1.5), (False, 2.0)])
def test_they_read_at_every_size(
    qtbot: QtBot, qapp: QApplication, screen: ScreenDesk, away: MissingEpisode, *, dark: bool, scale: float
) -> None:
    theme.apply(qapp, dark=dark, scale=scale)
    form = _form(qtbot, EpisodeForm(screen, away.subject, away))
    assert walk(form) == []
    value = form.panel.value()
    for row in form.panel.rows.values():
        wheel(row.editor.field_widget())
    assert form.panel.value() == value
    grade = RegradeDialog(screen, away)
    show(qtbot, grade, 620, 500)
    grade.verb.click()
    assert walk(grade) == []
