"""The designated officer was told: asked from Today and from the file, kept in the right position, lost nowhere."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from rise_desk.domain import lado_due
from rise_desk.domain.moments import Moment
from rise_desk.domain.of_concern import Position
from rise_desk.domain.person import Person
from rise_desk.domain.record import Id
from rise_desk.services import casework, overview, positions, today, unfinished
from rise_desk.services.desk import Desk
from rise_desk.services.today import Waiting
from tests import build
from tests.ui.files import words_of
from tests.ui.open_window import dialog, page
from tests.ui.other_program import another
from tests.ui.protecting import caretaker
from tests.ui.screen import focused, show, wheel
from tests.ui.walk import walk
from ui import first_page, theme, today_asks
from ui.case_due import DueCard
from ui.desk import ScreenDesk
from ui.leftover import Leftover
from ui.main_window import CASE, MainWindow
from ui.pages import Place
from ui.resuming import window_of
from ui.today import Today
from ui.told_dialog import ToldDialog

pytestmark = [
    pytest.mark.usefixtures("dropped"),
    pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing|propagateSizeHints)", extend=True),
]

TAXI = Position(position="taxi", detail="A1 Cars", learned_on=Moment("2026-11-18"), with_children=True)


def _waiting(desk: Desk, subject: Id, rule: str = lado_due.RULE) -> list[Waiting]:
    return [each for each in today.in_file(desk, subject) if each.due.rule == rule]


def _made(qtbot: QtBot, screen: ScreenDesk, adult: Person, *, rule: str = lado_due.RULE, at: int = 0) -> ToldDialog:
    line = _waiting(screen.at, adult.id, rule)[at].due
    form = ToldDialog(screen, adult.id, rule, line.what)
    show(qtbot, form, 620, 520)
    return form


def _told(window: MainWindow) -> ToldDialog:
    found = dialog(window, ToldDialog)
    assert isinstance(found, ToldDialog)
    return found


def _kept(desk: Desk, adult: Person) -> list[tuple[str, str]]:
    return [(each.officer_told_on, each.officer_told) for each in overview.person(desk, adult.id).positions]


def test_a_line_of_today_is_answered_by_its_verb(qtbot: QtBot, window: MainWindow, desk: Desk) -> None:
    adult = caretaker(desk, TAXI)
    window.go(Place("today"))
    first = page(window)
    assert isinstance(first, Today)
    first.refresh()
    QApplication.processEvents()
    verbs = [each for each in first.findChildren(QPushButton) if each.text() == "Record as told" and each.isVisible()]
    officer, licensing = "the designated officer was told", "those who license taxis were told"
    assert {each.accessibleName() for each in verbs} == {
        f"Record that {officer} about Dan Reed: school, caretaker, Weavers",
        f"Record that {officer} about Dan Reed: taxi, A1 Cars",
        f"Record that {licensing} about Dan Reed: taxi, A1 Cars",
    }
    verb = next(
        each
        for each in verbs
        if each.accessibleName().startswith(f"Record that {officer}") and "A1" in each.accessibleName()
    )
    verb.setFocus()
    QTest.keyClick(verb, Qt.Key.Key_Return)
    form = _told(window)
    words = words_of(form)
    for told in (
        "Dan Reed",
        "Taxi · A1 Cars · works with children",
        "Learned 18 November 2026; one working day",
        "To be told by Thursday 19 November 2026 · Overdue 2 days",
    ):
        assert told in words.splitlines()
    assert form.rows["officer_told_on"].value() == ""
    qtbot.waitUntil(lambda: form.rows["officer_told_on"].isAncestorOf(focused()))
    QTest.keyClicks(focused(), "19 11 2026")
    form.rows["officer_told"].editor.restore("Ms Reed")
    with qtbot.waitSignal(form.saved):
        QTest.keyClick(form, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert _kept(desk, adult) == [("", ""), ("2026-11-19", "Ms Reed")]
    (left,) = _waiting(desk, adult.id)
    assert left.due.what == "Tell the designated officer (LADO): school, caretaker, Weavers"


def test_ctrl_z_takes_it_back(qtbot: QtBot, window: MainWindow, desk: Desk) -> None:
    adult = caretaker(desk)
    (before,) = _waiting(desk, adult.id)
    window.forms.protecting.told(adult.id, before.due.rule, before.due.what)
    form = _told(window)
    form.rows["officer_told_on"].editor.restore("20 11 2026")
    with qtbot.waitSignal(form.saved):
        form.verb.click()
    assert _waiting(desk, adult.id) == []
    qtbot.waitUntil(lambda: "Designated officer (LADO) told" in [each.title for each in window.undo.done[-1:]])
    window.undo.undo()
    qtbot.waitUntil(lambda: _waiting(desk, adult.id) == [before])
    assert _kept(desk, adult) == [("", "")]


def test_the_due_line_of_the_file_has_the_same_verb(qtbot: QtBot, window: MainWindow, desk: Desk) -> None:
    adult = caretaker(desk)
    window.go(Place(CASE, adult.id))
    card = page(window).findChild(DueCard)
    assert card is not None
    next(each for each in card.findChildren(QPushButton) if each.text() == "Record as told").click()
    form = _told(window)
    form.rows["officer_told_on"].editor.restore("18 11 2026")
    with qtbot.waitSignal(form.saved):
        form.verb.click()
    assert _kept(desk, adult) == [("2026-11-18", "")]


def test_licensing_is_asked_for_the_day_alone(qtbot: QtBot, screen: ScreenDesk, desk: Desk) -> None:
    adult = build.adult(desk, positions=(TAXI,))
    form = _made(qtbot, screen, adult, rule=lado_due.LICENSING)
    assert list(form.rows) == ["licensing_told_on"]
    form.rows["licensing_told_on"].editor.restore("20 11 2026")
    with qtbot.waitSignal(form.saved):
        form.verb.click()
    (held,) = overview.person(desk, adult.id).positions
    assert (held.licensing_told_on, held.officer_told_on) == ("2026-11-20", "")


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("", positions.WHEN),
        ("16 11 2026", "The team learned of it on 17 November 2026. Enter that day or a later one."),
        ("22 11 2026", "Designated officer (LADO) told must be in the past."),
        ("never", "must be a date"),
    ],
)
def test_what_is_wrong_is_said_beside_the_day(
    qtbot: QtBot, screen: ScreenDesk, desk: Desk, typed: str, sentence: str
) -> None:
    adult = caretaker(desk)
    form = _made(qtbot, screen, adult)
    form.rows["officer_told_on"].editor.restore(typed)
    form.rows["officer_told"].editor.restore("Ms Reed")
    form.verb.click()
    qtbot.waitUntil(lambda: sentence in form.rows["officer_told_on"].problem)
    assert form.rows["officer_told"].value() == "Ms Reed"
    assert _kept(desk, adult) == [("", "")]


@pytest.mark.timeout(120)
def test_of_two_programs_that_record_it_the_second_is_told(qtbot: QtBot, screen: ScreenDesk, desk: Desk) -> None:
    adult = caretaker(desk)
    build.colleague(desk, "Amir Khan")
    form = _made(qtbot, screen, adult)
    form.rows["officer_told_on"].editor.restore("20 11 2026")
    theirs = "replace(person.positions[0], officer_told_on='2026-11-19', officer_told='Mr Shah')"
    change = f"casework.save(desk, person.changed(positions=({theirs},)))"
    with another(f"from dataclasses import replace; {change}; print('saved', flush=True)", desk, "Amir Khan", adult.id):
        pass
    form.verb.click()
    qtbot.waitUntil(lambda: "Amir Khan saved the file of Dan Reed last" in words_of(form))
    assert _kept(desk, adult) == [("2026-11-19", "Mr Shah")]
    assert form.rows["officer_told_on"].value() == "2026-11-20"


def test_an_unfinished_one_is_kept_and_gone_on_with(qtbot: QtBot, screen: ScreenDesk, desk: Desk) -> None:
    adult = caretaker(desk, TAXI)
    form = _made(qtbot, screen, adult, at=1)
    form.drafting.keep()
    assert unfinished.mine(desk) == []
    form.rows["officer_told"].editor.restore("Ms Reed")
    form.drafting.keep()
    (draft,) = unfinished.mine(desk)
    assert unfinished.titled(draft.kind) == "Position of authority"
    assert unfinished.words(draft) == "Who was told, and what they said\nMs Reed"
    again = window_of(screen, draft)
    assert isinstance(again, ToldDialog)
    show(qtbot, again, 620, 500)
    assert again.about.positions == form.about.positions
    assert again.rows["officer_told"].value() == "Ms Reed"
    again.rows["officer_told_on"].editor.restore("20 11 2026")
    with qtbot.waitSignal(again.saved):
        again.verb.click()
    assert unfinished.mine(desk) == []
    assert ("2026-11-20", "Ms Reed") in _kept(desk, adult)
    form.drafting.timer.stop()


def test_an_unfinished_one_that_somebody_answered_is_shown_to_be_copied(
    qtbot: QtBot, screen: ScreenDesk, desk: Desk
) -> None:
    adult = caretaker(desk)
    form = _made(qtbot, screen, adult)
    form.rows["officer_told"].editor.restore("Ms Reed")
    form.drafting.keep()
    line = _waiting(desk, adult.id)[0].due
    positions.tell(desk, adult.id, line.rule, line.what, Moment("2026-11-19"))
    left = window_of(screen, unfinished.mine(desk)[0])
    assert isinstance(left, Leftover)
    qtbot.addWidget(left)
    assert "Nobody is to be told of this any more" in words_of(left)
    form.reject()
    qtbot.waitUntil(lambda: unfinished.mine(desk) == [])


def test_a_line_that_was_answered_meanwhile_opens_nothing(qtbot: QtBot, window: MainWindow, desk: Desk) -> None:
    adult = caretaker(desk)
    (line,) = _waiting(desk, adult.id)
    ask = today_asks.verbs(line)[-1].ask
    casework.save(desk, adult.changed(positions=()))
    first_page.open_it(window, ask)
    assert window.findChildren(ToldDialog) == []


@pytest.mark.parametrize(("dark", "scale"), [(False, 1.0), (True, 1.5), (False, 2.0)])
def test_it_reads_at_every_size(
    qtbot: QtBot, qapp: QApplication, screen: ScreenDesk, desk: Desk, *, dark: bool, scale: float
) -> None:
    theme.apply(qapp, dark=dark, scale=scale)
    form = _made(qtbot, screen, caretaker(desk))
    for row in form.rows.values():
        wheel(row.editor.field_widget())
    assert not form.unsaved()
    form.verb.click()
    assert walk(form) == []
