"""The first minute of a missing episode: by keyboard from anywhere, understood in full, kept whatever happens."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rise_desk.domain import life
from rise_desk.domain.missing import MissingEpisode
from rise_desk.domain.moments import Moment
from rise_desk.domain.person import Person
from rise_desk.domain.record import NO_ID, Id
from rise_desk.services import finding, overview, unfinished
from rise_desk.services.clock import Clock
from rise_desk.services.desk import Desk
from tests import build
from tests.ui.files import words_of
from tests.ui.open_window import dialog
from tests.ui.screen import focused, show, wheel
from tests.ui.walk import walk
from ui import theme
from ui.desk import ScreenDesk
from ui.episode_form import EpisodeForm
from ui.main_window import CASE, MainWindow
from ui.missing_next import MORE, PACK
from ui.missing_quick import CHOOSE, QuickMissing
from ui.pages import Place
from ui.preview import PreviewDialog
from ui.resuming import window_of
from ui.widgets.lately_field import LatelyField

pytestmark = [
    pytest.mark.usefixtures("dropped"),
    pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing|propagateSizeHints)", extend=True),
]
AT_ONCE = "2026-11-21T10:00+00:00"


def _form(qtbot: QtBot, form: QuickMissing) -> QuickMissing:
    show(qtbot, form, 860, 560)
    return form


def _field(form: QuickMissing, name: str) -> LatelyField:
    widget = form.panel.rows[name].widget
    assert isinstance(widget, LatelyField)
    return widget


def _key(key: Qt.Key, *, ctrl: bool = False) -> None:
    QTest.keyClick(focused(), key, Qt.KeyboardModifier.ControlModifier if ctrl else Qt.KeyboardModifier.NoModifier)


def _on_file(desk: Desk, subject: Id) -> list[MissingEpisode]:
    records = (each.record for each in overview.chronology(desk, subject))
    return [each for each in records if isinstance(each, MissingEpisode)]


def test_an_episode_is_on_file_after_a_few_keys_from_anywhere(
    qtbot: QtBot, window: MainWindow, desk: Desk, person: Person
) -> None:
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
    window.top.search.setFocus()
    _key(Qt.Key.Key_M, ctrl=True)
    form = dialog(window, QuickMissing)
    assert isinstance(form, QuickMissing)
    qtbot.waitUntil(form.child.search.hasFocus)
    QTest.keyClicks(form.child.search, "maz")
    _key(Qt.Key.Key_Return)
    assert form.child.search.answers is not None
    assert "Maisie Okafor, 13" in form.child.search.answers.told()
    _key(Qt.Key.Key_Return)
    seen = _field(form, "last_seen_at")
    assert seen.line.hasFocus()
    QTest.keyClicks(seen.line, "0940")
    assert seen.echo.text() == "Saturday 21 November 2026 at 9:40am"
    _key(Qt.Key.Key_Return)
    _key(Qt.Key.Key_D, ctrl=True)
    _key(Qt.Key.Key_Return)
    _key(Qt.Key.Key_Right)
    _key(Qt.Key.Key_Return)
    _key(Qt.Key.Key_Return)
    for _ in range(4):
        _key(Qt.Key.Key_Right)
    _key(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(_on_file(desk, person.id)))
    made = _on_file(desk, person.id)[0]
    assert (made.last_seen_at, made.reported_at) == ("2026-11-21T09:40+00:00", AT_ONCE)
    assert (made.missing_from, made.missing_type, made.grade) == ("home", "missing", "high")
    assert unfinished.mine(desk) == []
    _offers_what_comes_next(qtbot, window, made)


def _offers_what_comes_next(qtbot: QtBot, window: MainWindow, made: MissingEpisode) -> None:
    qtbot.waitUntil(lambda: len(window.notice.offered) == 2)
    assert window.notice.text.text() == "Maisie Okafor is recorded as missing."
    assert window.undo.done[-1].title == "Missing episode recorded", "what is offered comes after what is told of it"
    assert [each.accessibleName() for each in window.notice.offered] == [PACK, MORE]
    window.menus.actions["missing_pack"].trigger()
    paper = dialog(window, PreviewDialog)
    assert "Maisie Okafor" in paper.windowTitle() or "Maisie Okafor" in words_of(paper)
    paper.reject()
    assert not window.notice.isVisible()
    window.forms.episode(made.subject, made.id)
    assert isinstance(dialog(window, EpisodeForm), EpisodeForm)


def test_with_a_file_in_view_that_child_is_chosen_and_can_be_changed(
    qtbot: QtBot, window: MainWindow, desk: Desk, person: Person
) -> None:
    window.go(Place(CASE, person.id))
    window.menus.actions["missing"].trigger()
    form = dialog(window, QuickMissing)
    assert isinstance(form, QuickMissing)
    assert form.child.value() == person.id
    qtbot.waitUntil(_field(form, "last_seen_at").line.hasFocus)
    form.child.remove.click()
    assert (form.child.value(), form.subject) == (NO_ID, NO_ID)
    assert form.child.search.hasFocus()
    _key(Qt.Key.Key_Return)
    assert form.child.search.hasFocus()
    form.save()
    assert form.panel.rows["subject"].problem == CHOOSE
    form.child.set_value(person.id)
    assert form.subject == person.id


def test_only_young_people_answer_and_who_is_missing_is_marked(
    qtbot: QtBot, screen: ScreenDesk, desk: Desk, person: Person
) -> None:
    build.young_person(desk, "Maik", "Okonkwo", roles=(life.DatedRole(role="of_concern"),))
    away = build.young_person(desk, "Mailin", "Okafor", date_of_birth=Moment("2012-01-02"))
    build.episode(desk, away.id, "2026-11-20T23:30+00:00")
    form = _form(qtbot, QuickMissing(screen))
    form.child.search.setText("mai")
    form.child.search.ask("mai")
    assert form.child.search.answers is not None
    hits = [form.child.told(each) for each in finding.people(desk, "mai")]
    told = [each.told for each in hits if each]
    assert len(told) == 2
    assert any(each.startswith("Mailin Okafor, 14 · missing now since Fri 20 Nov 23:30 · ") for each in told)
    assert all(away.file_number in each or person.file_number in each for each in told)


def test_who_is_missing_already_is_said_at_once_and_that_episode_opened(
    qtbot: QtBot, window: MainWindow, desk: Desk, person: Person
) -> None:
    there = build.episode(desk, person.id, "2026-11-20T23:30+00:00")
    window.forms.missing(person.id)
    form = dialog(window, QuickMissing)
    assert isinstance(form, QuickMissing)
    assert "Maisie Okafor is recorded as missing already, since Fri 20 Nov 23:30." in words_of(form)
    _field(form, "last_seen_at").line.setText("0940")
    form.there_button.click()
    assert not form.isVisible()
    assert [each.kind for each in unfinished.mine(desk)] == ["missing_episode"]
    whole = dialog(window, EpisodeForm)
    assert isinstance(whole, EpisodeForm)
    assert whole.base == there


def test_what_is_missing_or_wrong_stands_beside_its_field(qtbot: QtBot, screen: ScreenDesk, person: Person) -> None:
    form = _form(qtbot, QuickMissing(screen, person.id))
    form.save()
    assert form.panel.rows["reported_at"].problem == "Enter when it was reported."
    _field(form, "last_seen_at").line.setText("0950")
    _field(form, "reported_at").line.setText("0940")
    form.save()
    qtbot.waitUntil(lambda: form.panel.rows["last_seen_at"].problem != "")
    assert form.panel.rows["last_seen_at"].problem == "Last seen at must be before it was reported."
    form.panel.rows["missing_type"].editor.set_value("late_home")
    _field(form, "last_seen_at").line.setText("half past nine")
    form.save()
    assert form.panel.rows["last_seen_at"].problem.startswith("Last seen at must be a date")


def test_the_hour_that_comes_twice_is_asked_about(
    qtbot: QtBot, screen: ScreenDesk, person: Person, clock: Clock
) -> None:
    clock.moved_to = datetime(2026, 10, 25, 3, 0, tzinfo=UTC)
    form = _form(qtbot, QuickMissing(screen, person.id))
    _field(form, "last_seen_at").line.setText("25 10 2026 01:30")
    form.save()
    assert "because the clocks went back: add BST for the first or GMT" in form.panel.rows["last_seen_at"].problem
    _field(form, "reported_at").line.setText("29 3 2026 01:30")
    form.save()
    assert "there was no 1:30am on 29 March 2026" in form.panel.rows["reported_at"].problem


def test_what_was_understood_is_written_out_and_kept_so(
    qtbot: QtBot, screen: ScreenDesk, desk: Desk, person: Person
) -> None:
    form = _form(qtbot, QuickMissing(screen, person.id))
    seen = _field(form, "last_seen_at")
    seen.line.setFocus()
    QTest.keyClicks(seen.line, "2140")
    form.drafting.keep()
    _key(Qt.Key.Key_Tab)
    assert seen.line.text() == "20 November 2026 at 9:40pm"
    draft = unfinished.mine(desk)[0]
    assert (draft.subject, draft.kind) == (person.id, "missing_episode")
    again = window_of(screen, draft)
    assert isinstance(again, QuickMissing)
    _form(qtbot, again)
    assert again.child.value() == person.id
    assert _field(again, "last_seen_at").value() == "2026-11-20T21:40+00:00"
    assert "Maisie Okafor, 13" in again.child.name.text()


def test_a_form_without_a_child_yet_is_kept_too(qtbot: QtBot, screen: ScreenDesk, desk: Desk) -> None:
    form = _form(qtbot, QuickMissing(screen))
    _field(form, "reported_at").put_today()
    form.drafting.keep()
    again = window_of(screen, unfinished.mine(desk)[0])
    assert isinstance(again, QuickMissing)
    _form(qtbot, again)
    assert _field(again, "reported_at").value() == AT_ONCE
    again.reject()
    form.reject()


@pytest.mark.parametrize(("dark", "scale"), [(False, 1.0), (True, 1.5), (False, 2.0)])
def test_it_reads_at_every_size(
    qtbot: QtBot, qapp: QApplication, screen: ScreenDesk, person: Person, *, dark: bool, scale: float
) -> None:
    theme.apply(qapp, dark=dark, scale=scale)
    form = _form(qtbot, QuickMissing(screen, person.id))
    form.save()
    assert walk(form) == []
    value = form.panel.value()
    for row in form.panel.rows.values():
        wheel(row.editor.field_widget())
    assert form.panel.value() == value
