"""Today's count at the rail: there from the start, kept by every announcement, and what the lines of Today open."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from rise_desk.domain import access, life
from rise_desk.domain.moments import Moment
from rise_desk.domain.person import Person
from rise_desk.domain.record import NO_ID, Id
from rise_desk.services import unfinished
from rise_desk.services.desk import Desk
from tests import build
from ui.assessment_form import AssessmentForm
from ui.case_page import CasePage
from ui.desk import ScreenDesk
from ui.entry_dialog import EntryDialog
from ui.first_page import TodayCount, first_page, open_from, open_it
from ui.main_window import PEOPLE, TODAY, MainWindow
from ui.meeting_view import MeetingView
from ui.pages import Place
from ui.today import Today
from ui.today_asks import Ask, Opens


def late(desk: Desk, given: str) -> Person:
    """A young person whose first assessment is overdue."""
    spells = (life.CaseSpell(state="open", since=Moment("2026-06-01")),)
    return build.young_person(desk, given, case_spells=spells)


def count_of(window: MainWindow) -> str:
    """What the rail says beside Today."""
    return window.rail.items[TODAY].accessibleName()


def test_the_count_is_there_before_anybody_has_looked_at_today(
    qtbot: QtBot, screen: ScreenDesk, window: MainWindow
) -> None:
    late(screen.at, "Maisie")
    window.go(Place(PEOPLE))
    counting = TodayCount(window)
    qtbot.waitUntil(lambda: "1" in count_of(window))
    late(screen.at, "Jade")
    qtbot.waitUntil(lambda: "2" in count_of(window))
    counting.show(0, 0)
    assert "2" not in count_of(window)


def test_other_pages_hear_of_what_is_late_as_soon_as_it_is_saved(
    qtbot: QtBot, screen: ScreenDesk, window: MainWindow
) -> None:
    window.go(Place(PEOPLE))
    person = late(screen.at, "Maisie")
    qtbot.waitUntil(lambda: "1" in count_of(window))
    with qtbot.waitSignal(screen.announced):
        build.assessment(screen.at, person.id, day="2026-11-20")
    qtbot.waitUntil(lambda: "1" not in count_of(window))


def test_the_count_is_todays_own_while_it_is_in_view(qtbot: QtBot, screen: ScreenDesk, window: MainWindow) -> None:
    late(screen.at, "Maisie")
    window.go(Place(TODAY))
    qtbot.waitUntil(lambda: "1" in count_of(window))
    window.today_count.show(7, 7)
    window.today_count.read()
    assert "7" in count_of(window)


def test_a_locked_desk_counts_nothing(qtbot: QtBot, screen: ScreenDesk, window: MainWindow) -> None:
    window.go(Place(PEOPLE))
    late(screen.at, "Maisie")
    qtbot.waitUntil(lambda: "1" in count_of(window))
    screen.leave("locked")
    window.today_count.read()
    assert "1" in count_of(window)


def test_records_that_nobody_may_read_leave_the_count_as_it_was(
    qtbot: QtBot, screen: ScreenDesk, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.go(Place(PEOPLE))
    late(screen.at, "Maisie")
    qtbot.waitUntil(lambda: "1" in count_of(window))
    monkeypatch.setitem(access.TABLE, access.Deed.LIST, {})
    window.today_count.read()
    assert "1" in count_of(window)


def test_a_line_of_today_opens_the_form_and_the_entry(qtbot: QtBot, screen: ScreenDesk, window: MainWindow) -> None:
    person = late(screen.at, "Maisie")
    window.go(Place(TODAY))
    page = window.pages.currentWidget()
    assert isinstance(page, Today)
    qtbot.waitUntil(lambda: bool(page.board.rows()))
    page.board.rows()[0].main.click()
    form = window.findChild(AssessmentForm)
    assert form is not None
    assert form.subject == person.id
    form.close()


def test_a_line_of_today_opens_the_file_on_the_entry(qtbot: QtBot, screen: ScreenDesk, window: MainWindow) -> None:
    person = late(screen.at, "Maisie")
    made = build.assessment(screen.at, person.id, "3333333335", day="2026-11-21")
    window.go(Place(TODAY))
    page = window.pages.currentWidget()
    assert isinstance(page, Today)
    page.asked.emit(Ask(opens=Opens.ENTRY, subject=person.id, record=made.id))
    case = window.pages.currentWidget()
    assert isinstance(case, CasePage)
    qtbot.waitUntil(lambda: bool(window.findChildren(EntryDialog)))
    window.findChildren(EntryDialog)[0].close()


@pytest.mark.parametrize(
    ("ask", "form", "given"),
    [
        (Ask(opens=Opens.PACK, subject=Id(1), record=Id(2)), "missing_pack", (1,)),
        (Ask(opens=Opens.RETURN, subject=Id(1), record=Id(2)), "returned", (1, 2)),
        (Ask(opens=Opens.INTERVIEW, subject=Id(1), record=Id(2)), "interview", (1, 2)),
        (Ask(opens=Opens.STEP, subject=Id(1), record=Id(2), step="attempt"), "interview_step", (1, 2, "attempt")),
        (Ask(opens=Opens.ACTION, subject=Id(1), record=Id(2)), "action", (1, 2)),
        (Ask(opens=Opens.DECIDED, subject=Id(1), record=Id(2)), "action", (1, "about", 2)),
        (Ask(opens=Opens.DRAFT), "resume", ()),
    ],
)
def test_each_wish_of_a_line_opens_its_form(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, ask: Ask, form: str, given: tuple[object, ...]
) -> None:
    opened: list[tuple[object, ...]] = []

    def open_form(*values: object, **named: object) -> None:
        opened.append((*values, *(each for pair in named.items() for each in pair)))

    monkeypatch.setattr(window.forms, form, open_form)
    open_it(window, ask)
    assert opened == ([given] if given else [])


def test_an_unfinished_form_is_resumed(screen: ScreenDesk, window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    unfinished.keep(screen.at, NO_ID, "contact_note", NO_ID, {"text": "She said"})
    (draft,) = unfinished.mine(screen.at)
    opened: list[object] = []
    monkeypatch.setattr(window.forms, "resume", opened.append)
    open_it(window, Ask(opens=Opens.DRAFT, draft=draft))
    assert opened == [draft]


def test_old_interviews_open_the_file_at_its_missing_episodes(screen: ScreenDesk, window: MainWindow) -> None:
    person = late(screen.at, "Maisie")
    open_it(window, Ask(opens=Opens.MISSING_TAB, subject=person.id))
    case = window.pages.currentWidget()
    assert isinstance(case, CasePage)
    assert case.tabs.current() == "missing"
    window.go(Place(TODAY))
    open_it(window, Ask(opens=Opens.FILE, subject=person.id))
    assert window.pages.currentWidget() is case


def test_a_line_somewhere_in_the_window_asks_the_window(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[object] = []
    monkeypatch.setattr(window.forms, "missing_pack", opened.append)
    ask = Ask(opens=Opens.PACK, subject=Id(1))
    open_from(window.rail, ask)
    alone = QWidget()
    qtbot.addWidget(alone)
    open_from(alone, ask)
    assert opened == [Id(1)]


def test_the_head_of_today_opens_the_quick_form_and_the_meeting(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(window.forms, "missing", lambda: opened.append("missing"))
    page = first_page(window)
    assert isinstance(page, Today)
    page.missing.click()
    assert opened == ["missing"]
    page.meeting.click()
    (view,) = window.findChildren(MeetingView)
    assert view.isVisible()
    page.meeting.click()
    assert window.findChildren(MeetingView) == [view]
    view.reject()
