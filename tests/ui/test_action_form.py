"""An action: what, who and by when; brought to its end with what came of it; read in the chronology."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rise_desk.domain.action import DONE, NOT_NEEDED, TO_DO, Action
from rise_desk.domain.moments import Moment
from rise_desk.domain.person import Person
from rise_desk.domain.record import Id
from rise_desk.services import casework, overview, unfinished
from rise_desk.services.desk import Desk
from tests import build
from tests.ui.files import button_of, type_in, words_of
from tests.ui.open_window import dialog, page
from tests.ui.screen import show, wheel
from tests.ui.walk import walk
from ui import theme
from ui.action_form import ActionForm
from ui.case_page import CasePage
from ui.desk import ScreenDesk
from ui.living_reading import ActionReading
from ui.main_window import CASE, MainWindow
from ui.pages import Place
from ui.resuming import window_of
from ui.widgets.suggesting_line import SuggestingLine

pytestmark = [
    pytest.mark.usefixtures("dropped"),
    pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing|propagateSizeHints)", extend=True),
]
TODAY = "2026-11-21"


@pytest.fixture
def to_do(desk: Desk, person: Person) -> Action:
    """Somebody is to ring the home, by yesterday."""
    made = Action(
        id=desk.clock.new_id(),
        subject=person.id,
        what="Ring the home",
        owner="Amir Khan",
        agreed_at=Moment("2026-11-19"),
        agreed_in="morning meeting",
        due_on=Moment("2026-11-20"),
    )
    return casework.save(desk, made)


def _form(qtbot: QtBot, form: ActionForm) -> ActionForm:
    show(qtbot, form, 900, 620)
    return form


def _opened(window: MainWindow) -> ActionForm:
    found = dialog(window, ActionForm)
    assert isinstance(found, ActionForm)
    return found


def _on_file(desk: Desk, record: Id) -> Action:
    found = unfinished.on_file(desk, record)
    assert isinstance(found, Action)
    return found


def _read(window: MainWindow, action: Action) -> ActionReading:
    window.go(Place(CASE, action.subject))
    case = page(window)
    assert isinstance(case, CasePage)
    case.read_record(action.id)
    made = dialog(window, ActionReading)
    assert isinstance(made, ActionReading)
    return made


def test_an_action_is_recorded_with_what_it_is_about(
    qtbot: QtBot, screen: ScreenDesk, desk: Desk, person: Person
) -> None:
    episode = build.episode(desk, person.id, "2026-11-20T23:30+00:00")
    form = _form(qtbot, ActionForm(screen, person.id, about=episode.id))
    assert form.named == "Action for Maisie Okafor"
    assert "About: missing episode, 20 November 2026 at 11:30pm" in words_of(form)
    assert "status" not in form.panel.rows
    form.save()
    assert form.panel.rows["what"].problem == "Enter what is to be done."
    assert form.panel.rows["agreed_at"].problem == "Enter agreed at.", "no day is filled in by itself"
    type_in(
        form,
        agreed_at="today",
        what="Meet the home",
        owner="Jo March, school",
        due_on="+1w",
        agreed_in="morning meeting",
    )
    with qtbot.waitSignal(form.saved) as saved:
        form.save()
    made = _on_file(desk, saved.args[0].id)
    assert (made.what, made.owner, made.due_on) == ("Meet the home", "Jo March, school", "2026-11-28")
    assert (made.about, made.agreed_at, made.status) == (episode.id, TODAY, TO_DO)


def test_colleagues_are_offered_and_nobody_is_taken_by_itself(
    qtbot: QtBot, screen: ScreenDesk, desk: Desk, person: Person
) -> None:
    build.colleague(desk, "Amir Khan")
    form = _form(qtbot, ActionForm(screen, person.id))
    line = form.panel.rows["owner"].widget
    assert isinstance(line, SuggestingLine)
    line.setFocus()
    QTest.keyClicks(line, "khan")
    offers = line.completer()
    assert offers is not None
    assert offers.currentCompletion() == "Amir Khan"
    assert line.value() == "khan"
    popup = offers.popup()
    assert popup is not None
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    assert line.value() == "Amir Khan"


@pytest.mark.parametrize(
    ("typed", "left"),
    [
        ("ami", "Amir Khan"),  # the one colleague whose name begins so
        ("khan", "khan"),  # part of a name, but not its beginning
        ("A", "A"),  # two names begin so
        ("Jo March", "Jo March"),  # somebody else
    ],
)
def test_tab_finishes_the_one_name_that_was_begun(
    qtbot: QtBot, screen: ScreenDesk, desk: Desk, person: Person, typed: str, left: str
) -> None:
    build.colleague(desk, "Amir Khan")
    build.colleague(desk, "Ana Reyes")
    form = _form(qtbot, ActionForm(screen, person.id))
    line = form.panel.rows["owner"].widget
    assert isinstance(line, SuggestingLine)
    line.setFocus()
    QTest.keyClicks(line, typed)
    QTest.keyClick(line, Qt.Key.Key_Tab)
    assert line.value() == left
    assert not line.hasFocus()
    line.setFocus()
    QTest.keyClick(line, Qt.Key.Key_Backtab)
    assert line.value() == left


def test_it_reads_in_the_chronology_and_is_done_from_there(
    qtbot: QtBot, window: MainWindow, desk: Desk, to_do: Action
) -> None:
    reading = _read(window, to_do)
    said = words_of(reading)
    assert "Action, to do" in said
    assert [text in said for text in ("Ring the home", "Amir Khan", "morning meeting")] == [True] * 3
    button_of(reading, "Done").click()
    form = _opened(window)
    assert (form.panel.values()["status"], form.panel.values()["ended_at"]) == (DONE, "")
    type_in(form, ended_at="today", outcome="They will ring us at once next time.")
    with qtbot.waitSignal(form.saved):
        form.save()
    made = _on_file(desk, to_do.id)
    assert (made.status, made.ended_at, made.is_open) == (DONE, TODAY, False)
    reading = _read(window, made)
    assert "Action, done" in words_of(reading)
    assert "They will ring us at once next time." in words_of(reading)
    assert [each.text() for each in reading.verbs()] == ["Change…"]


def test_what_is_no_longer_needed_says_why_and_what_is_to_do_again_has_not_ended(
    qtbot: QtBot, window: MainWindow, desk: Desk, to_do: Action
) -> None:
    button_of(_read(window, to_do), "No longer needed").click()
    form = _opened(window)
    form.save()
    qtbot.waitUntil(lambda: form.panel.rows["outcome"].problem != "")
    assert form.panel.rows["outcome"].problem == "Say why it is no longer needed."
    type_in(form, outcome="She has moved.")
    with qtbot.waitSignal(form.saved):
        form.save()
    assert _on_file(desk, to_do.id).status == NOT_NEEDED
    window.forms.action(to_do.subject, to_do.id)
    form = _opened(window)
    form.panel.rows["status"].editor.set_value(TO_DO)
    with qtbot.waitSignal(form.saved):
        form.save()
    made = _on_file(desk, to_do.id)
    assert (made.status, made.ended_at, made.happened()) == (TO_DO, "", "2026-11-19")


def test_what_was_typed_is_gone_on_with_after_a_kill(
    qtbot: QtBot, screen: ScreenDesk, desk: Desk, person: Person, to_do: Action
) -> None:
    form = _form(qtbot, ActionForm(screen, person.id, about=to_do.id))
    type_in(form, what="Meet the home")
    form.drafting.keep()
    again = window_of(screen, unfinished.mine(desk)[0])
    assert isinstance(again, ActionForm)
    assert (again.about, again.panel.values()["what"], again.base) == (to_do.id, "Meet the home", None)
    form.drafting.drop()
    changed = _form(qtbot, ActionForm(screen, person.id, to_do))
    type_in(changed, outcome="Rang twice.")
    changed.drafting.keep()
    again = window_of(screen, unfinished.mine(desk)[0])
    assert isinstance(again, ActionForm)
    assert (again.base, again.panel.values()["outcome"]) == (to_do, "Rang twice.")


def test_what_it_is_about_is_not_told_where_it_is_gone(
    qtbot: QtBot, screen: ScreenDesk, desk: Desk, person: Person
) -> None:
    form = _form(qtbot, ActionForm(screen, person.id, about=Id(5)))
    assert "About" not in words_of(form)
    assert overview.names_of(desk, [person.id])


@pytest.mark.parametrize(("dark", "scale"), [(False, 1.0), (True, 1.5), (False, 2.0)])
def test_it_reads_at_every_size(
    qtbot: QtBot, qapp: QApplication, screen: ScreenDesk, to_do: Action, *, dark: bool, scale: float
) -> None:
    theme.apply(qapp, dark=dark, scale=scale)
    form = _form(qtbot, ActionForm(screen, to_do.subject, to_do))
    assert walk(form) == []
    value = form.panel.value()
    for row in form.panel.rows.values():
        wheel(row.editor.field_widget())
    assert form.panel.value() == value
