"""Missing episodes around their tab: at the head of the file, on its overview, after a merge, in the window."""

from datetime import date, timedelta
from typing import Any

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from rise_desk.domain.person import Person
from rise_desk.services import casework, merging
from rise_desk.services.desk import Desk
from tests import build
from tests.ui.away import button, texts
from tests.ui.open_window import page as page_of
from tests.ui.screen import show
from ui.case_due import DueCard
from ui.case_missing import CaseMissing
from ui.case_page import CasePage
from ui.case_tabs import MISSING, OVERVIEW
from ui.desk import ScreenDesk
from ui.entry_dialog import EntryDialog
from ui.main_window import MainWindow
from ui.widgets.drain import Drain
from ui.widgets.heat_strip import HeatStrip
from ui.widgets.identity import MissingLine


def test_the_file_says_at_its_head_that_they_are_missing(tab: CaseMissing, desk: Desk) -> None:
    page = tab.window()
    assert isinstance(page, CasePage)
    (line,) = page.findChildren(MissingLine)
    assert line.accessibleName().startswith("Missing now for 5 h 40 min, since Sat 21 Nov 04:20 · from ")
    assert "Return interview" in texts(page.strip)
    assert desk.clock.moved_to is not None
    desk.clock.moved_to += timedelta(minutes=30)
    page.tell_again()
    (line,) = page.strip.findChildren(MissingLine)
    assert "for 6 h 10 min" in line.accessibleName()


def test_the_overview_shows_the_newest_and_leads_to_all(
    qtbot: QtBot, screen: ScreenDesk, desk: Desk, away: Person
) -> None:
    build.assessment(desk, away.id, day="2026-09-01")
    build.assessment(desk, away.id, day="2026-10-20")
    page = CasePage(screen, away.id)
    show(qtbot, page, 1160, 680)
    page.refresh()
    assert "Since Thu 19 Nov 20:00" in " ".join(each.text() for each in page.overview.findChildren(QPushButton))
    (strip,) = page.overview.findChildren(HeatStrip)
    assert [(each.label, len(each.marks)) for each in strip.strip.lanes] == [("Nights missing", 4)]
    due = texts(page.overview)
    assert "for 5 h 40 min, since Sat 21 Nov 04:20" in due
    assert "47 h left · due Mon 23 Nov 09:30" in due
    button(page.overview, "All missing episodes").click()
    assert page.tabs.current() == MISSING
    page.tabs.set_current(OVERVIEW)
    button(page.overview, "Missing now, since").click()
    (dialog,) = (each for each in page.findChildren(EntryDialog) if each.isVisible())
    dialog.close()


def test_a_file_that_was_merged_goes_on_as_the_other(tab: CaseMissing, desk: Desk, away: Person) -> None:
    page = tab.window()
    assert isinstance(page, CasePage)
    other = build.young_person(desk, "Maizie", case_spells=away.case_spells)
    build.episode(desk, other.id, "2026-05-01T20:00+00:00", "2026-05-01T22:00+00:00")
    merging.merge(desk, other, desk.store.get(Person, tab.subject), "the same child")
    page.refresh()
    assert tab.subject == other.id
    assert len(tab.table.model.rows) == 6


def test_from_the_window_the_verbs_open_their_forms(
    qtbot: QtBot, window: MainWindow, away: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[Any, ...]] = []
    for name in ("missing", "episode", "regrade", "returned", "missing_pack"):
        monkeypatch.setattr(window.forms, name, lambda *about, name=name: asked.append((name, *about)))
    window.open_file(away.id)
    page = page_of(window)
    assert isinstance(page, CasePage)
    page.tabs.set_current(MISSING)
    episode = page.missing.picture.told[0].episode.id
    button(page.missing.now, "Record return").click()
    button(page.missing.now, "New grade").click()
    page.missing.add_button.click()
    window.menus.actions["missing_pack"].trigger()
    assert asked == [
        ("returned", away.id, episode),
        ("regrade", away.id, episode),
        ("episode", away.id),
        ("missing_pack", away.id),
    ]
    jade = page.missing.picture.companions[0].subject
    page.missing.file_asked.emit(jade)
    shown = page_of(window)
    assert isinstance(shown, CasePage)
    assert shown.subject == jade
    casework.save(window.desk.at, shown.person.changed(known_as="J"))


def test_what_is_due_goes_by_the_clock_while_somebody_looks(
    qtbot: QtBot, screen: ScreenDesk, desk: Desk, away: Person
) -> None:
    page = CasePage(screen, away.id)
    show(qtbot, page, 1160, 680)
    page.refresh()
    (card,) = page.overview.findChildren(DueCard)
    before = [each.minutes_left for each in card.findChildren(Drain)]
    assert desk.clock.moved_to is not None
    desk.clock.moved_to += timedelta(hours=48)
    card.tell()
    told = texts(card)
    assert "for 53 h, since Sat 21 Nov 04:20" in told
    assert "30 min late · was due Mon 23 Nov 09:30" in told
    assert [each.minutes_left for each in card.findChildren(Drain)] == [each - 48 * 60 for each in before]


def test_a_page_scrolls_after_the_day_in_hand(tab: CaseMissing) -> None:
    tab.verticalScrollBar().setValue(0)
    tab.year.calendar.setFocus()
    tab.year.calendar.go(date(2026, 11, 1))
    room = tab.year.calendar.places.day(date(2026, 11, 1)).toRect()
    assert tab.viewport().rect().contains(tab.year.calendar.mapTo(tab.viewport(), room.center()))
