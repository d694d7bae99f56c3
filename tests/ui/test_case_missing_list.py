"""The list of missing episodes: every one, what is told of it, and how far its interview came."""

from datetime import date
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from rise_desk.domain.missing import MissingEpisode, Regrade
from rise_desk.domain.person import Person
from rise_desk.domain.record import Id
from rise_desk.services import settings
from rise_desk.services.desk import Desk
from tests import build
from tests.ui.away import cells, texts
from tests.ui.screen import show
from ui import theme
from ui.case_missing import CaseMissing
from ui.case_page import CasePage
from ui.case_tabs import CHRONOLOGY
from ui.desk import ScreenDesk
from ui.entry_dialog import EntryDialog
from ui.missing_columns import INTERVIEW
from ui.widgets.badge import Tone


def test_the_list_holds_every_episode_newest_first_and_as_many_as_the_tab_says(tab: CaseMissing) -> None:
    rows = [cells(tab, place) for place in range(5)]
    assert [row["since"].text for row in rows] == [
        "Sat 21 Nov 04:20",
        "Thu 19 Nov 20:00",
        "Fri 6 Nov 22:10",
        "Fri 11 Sep 22:00",
        "Fri 4 Sep 21:30",
    ]
    assert (rows[0]["since"].loud, rows[0]["since"].second) == (True, "Missing now")
    assert (rows[0]["grade"].text, rows[0]["grade"].badge, rows[0]["grade"].second) == ("High", Tone.HIGH, "was medium")
    assert (rows[2]["harm"].text, rows[2]["harm"].loud) == ("injury", True)
    assert rows[2]["found"].text == "The station"
    assert rows[3]["found"].second == "with Big T, Jade"
    assert len(tab.table.model.rows) == 5
    window = tab.window()
    assert isinstance(window, CasePage)
    assert window.tabs.tabText(2) == "Missing episodes 5"


def test_how_far_each_interview_came_is_told_apart_in_words_and_shape(tab: CaseMissing) -> None:
    told = [cells(tab, place)[INTERVIEW] for place in range(5)]
    assert [(each.text, each.badge, each.loud) for each in told] == [
        ("Not back yet", None, False),
        ("Not offered yet", None, False),
        ("1 attempt", None, True),
        ("Declined", Tone.MEDIUM, False),
        ("Done", Tone.LOW, False),
    ]
    assert [each.second for each in told][1:] == [
        "47 h left",
        "11 days late",
        "“Told you already.”",
        "26 h after the return",
    ]


def test_done_late_decided_against_and_nothing_recorded_are_three_things(tab: CaseMissing, desk: Desk) -> None:
    def ended(day: int, **values: Any) -> MissingEpisode:
        made = build.episode(desk, tab.subject, f"2026-03-0{day}T20:00+00:00", f"2026-03-0{day}T22:00+00:00")
        if values:
            build.interview(desk, made, **values)
        return made

    ended(1, done_at="2026-03-09T10:00+00:00", late_because="Ill.", interviewer="Tom Reed", independent=True)
    ended(2, decided_at="2026-03-03T10:00+00:00", decided_because="In  hospital")
    build.interview(desk, ended(3), offered_at="2026-03-04T10:00+00:00")
    settings.set_interviews_since(desk, date(2026, 6, 1))
    ended(4)
    tab.show_person()
    found = [cells(tab, place)[INTERVIEW] for place in range(5, 9)]
    assert [(each.text, each.second, each.badge) for each in found] == [
        ("Nothing recorded", "", None),
        ("Offered, no answer yet", "", None),
        ("Decided against", "In hospital", Tone.CLOSED),
        ("Done late", "7 days", Tone.LOW),
    ]


def test_what_is_not_known_of_an_episode_is_told_as_that(tab: CaseMissing, desk: Desk) -> None:
    build.episode(desk, tab.subject, "2026-02-01", "2026-02-01")
    late = {"missing_type": "late_home", "found_place_type": "not_recorded", "regrades": (Regrade(grade="low"),)}
    build.episode(desk, tab.subject, "2026-01-01T20:00+00:00", "2026-01-01T22:00+00:00", **late)
    build.episode(desk, tab.subject, "2025-12-30T20:00+00:00", "2025-12-30T22:00+00:00", missing_type="late_home")
    tab.show_person()
    vague, home, plain = (cells(tab, place) for place in (5, 6, 7))
    assert (vague["long"].text, vague["from"].text, vague["grade"].text) == (
        "not known",
        "Not recorded",
        "No grade yet",
    )
    assert (home["since"].second, home["found"].text) == ("Late home, not reported", "")
    assert (home["grade"].text, home["grade"].second) == ("Low", "graded later")
    assert plain["grade"].text == ""


def test_an_interview_that_is_owed_has_its_line_in_the_list(tab: CaseMissing) -> None:
    accent = theme.current().colour("accent").name()
    column = [each.key for each in tab.table.model.columns].index(INTERVIEW)
    tab.ensureWidgetVisible(tab.table)

    def seen(row: int) -> set[str]:
        view = tab.table.view
        picture = view.viewport().grab(view.visualRect(tab.table.model.index(row, column))).toImage()
        places = ((x, y) for x in range(0, picture.width(), 2) for y in range(0, picture.height(), 2))
        return {picture.pixelColor(x, y).name() for x, y in places}

    assert accent in seen(1)
    assert accent not in seen(0)
    assert accent not in seen(4)


def test_enter_reads_the_episode(qtbot: QtBot, tab: CaseMissing) -> None:
    tab.table.choose(tab.table.model.rows[2])
    tab.table.view.setFocus()
    QTest.keyClick(tab.table.view, Qt.Key.Key_Return)
    (dialog,) = (each for each in tab.window().findChildren(EntryDialog) if each.isVisible())
    assert "Missing" in dialog.windowTitle() or "Missing" in texts(dialog)
    dialog.close()


def test_the_list_offers_reading_changing_and_adding(tab: CaseMissing) -> None:
    forms: list[tuple[str, Id]] = []
    tab.form_asked.disconnect()
    tab.form_asked.connect(lambda form, about: forms.append((form, about)))
    row = tab.table.model.rows[1]
    read, change = tab.table.verbs
    change.act(row)
    tab.add_button.click()
    tab._call("nothing of the kind", row.episode.id)
    assert forms == [("episode", row.episode.id), ("episode", 0)]
    heard: list[Id] = []
    tab.read.disconnect()
    tab.read.connect(heard.append)
    read.act(row)
    assert heard == [row.episode.id]


def test_the_list_stays_as_somebody_likes_it(qtbot: QtBot, tab: CaseMissing, screen: ScreenDesk) -> None:
    tab.table._take_columns(["since", "grade"])
    again = CaseMissing(screen, tab.subject)
    qtbot.addWidget(again)
    assert [each.key for each in again.table.model.columns] == ["since", "grade"]


def test_copying_is_said_on_the_page(tab: CaseMissing) -> None:
    said: list[str] = []
    page = tab.window()
    assert isinstance(page, CasePage)
    page.said.connect(said.append)
    tab.table.view.setFocus()
    tab.table.choose(tab.table.model.rows[0])
    tab.table.copy(headers=False)
    assert said == ["1 row copied. What you copy leaves the desk: paste it only where it may be."]


def test_the_chronology_is_narrowed_to_episodes_and_interviews(qtbot: QtBot, screen: ScreenDesk, away: Person) -> None:
    page = CasePage(screen, away.id)
    show(qtbot, page, 1160, 680)
    page.refresh()
    page.tabs.set_current(CHRONOLOGY)
    kinds = page.chronology.filters.boxes["kind"]
    for kind, title, many in (("missing_episode", "Missing episode", 5), ("return_interview", "Return interview", 3)):
        assert kinds.itemText(kinds.findData(kind)) == title
        page.chronology.filters.set_value({"kind": kind})
        page.chronology.refresh()
        assert len(page.chronology.found) == many
