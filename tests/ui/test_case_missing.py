"""The tab of missing episodes: missing now, interviews owed, figures, the year and its pattern, who else was away."""

from datetime import UTC, date, datetime, timedelta

import pytest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from rise_desk.domain.person import Person
from rise_desk.domain.record import Id
from rise_desk.services.desk import Desk
from tests import build
from tests.ui.away import FRESH, LATE_BACK, button, texts
from tests.ui.screen import show
from tests.ui.walk import walk
from ui import theme
from ui.case_missing import CaseMissing
from ui.case_page import CasePage
from ui.case_tabs import MISSING
from ui.desk import ScreenDesk
from ui.missing_cards import told_apart
from ui.today_asks import Opens
from ui.widgets.drain import Drain


def test_missing_now_is_told_first_and_loud(tab: CaseMissing) -> None:
    told = texts(tab.now)
    assert tab.now.property("loud") == "true"
    assert "for 5 h 40 min · since Sat 21 Nov 04:20" in told
    assert "from children’s home, Oak House · police grade high (was medium)" in told.replace("'", "’")
    assert "police reference NP-114" in told
    assert "Left in a grey coat." in told
    assert walk(tab) == []


def test_the_verbs_of_missing_now_ask_for_their_forms(qtbot: QtBot, tab: CaseMissing) -> None:
    episode = tab.picture.told[0].episode.id
    asked: list[tuple[Opens, Id]] = []
    tab.now.asked.connect(lambda ask: asked.append((ask.opens, ask.record)))
    button(tab.now, "Record return").click()
    button(tab.now, "Print missing pack").click()
    assert asked == [(Opens.RETURN, episode), (Opens.PACK, episode)]
    forms: list[tuple[str, Id]] = []
    tab.form_asked.disconnect()
    tab.form_asked.connect(lambda form, about: forms.append((form, about)))
    button(tab.now, "New grade").click()
    assert forms == [("regrade", episode)]
    with qtbot.waitSignal(tab.read) as heard:
        button(tab.now, "Read the episode").click()
    assert heard.args == [episode]


def test_interviews_owed_drain_in_hours_and_offer_the_next_step(tab: CaseMissing) -> None:
    told = texts(tab.owed)
    assert "11 days late" in told
    assert "47 h left" in told
    assert [each.minutes_left < 0 for each in tab.owed.findChildren(Drain)] == [True, False]
    assert tab.owed.property("loud") == "true"
    verbs = [each.text() for each in tab.owed.findChildren(QPushButton)]
    assert verbs == ["Start interview", "Add attempt", "Start interview", "Offer"]


def test_the_clocks_go_on_while_somebody_looks(tab: CaseMissing, desk: Desk) -> None:
    assert desk.clock.moved_to is not None
    desk.clock.moved_to += timedelta(hours=2)
    tab._tick()
    assert "for 7 h 40 min" in texts(tab.now)
    assert "45 h left" in texts(tab.owed)
    tab.hide()
    desk.clock.moved_to += timedelta(hours=1)
    tab._tick()
    assert "for 7 h 40 min" in texts(tab.now)


def test_figures_are_told_apart(tab: CaseMissing) -> None:
    told = texts(tab.figures)
    assert "5 episodes · 4 nights away · 1 other day" in told
    assert "4 returns · interview attempted 1 · declined 1 · held 1, 1 of them within 72 h · nothing recorded 1" in told
    assert "Whole file" not in told
    assert told_apart(tab.picture.figures).startswith("4 returns")


def test_what_is_older_than_a_year_is_in_the_whole_files_figures(tab: CaseMissing, desk: Desk) -> None:
    build.episode(desk, tab.subject, "2024-05-01T20:00+00:00", "2024-05-01T22:00+00:00")
    tab.show_person()
    assert "Whole file\n6 episodes" in texts(tab.figures)


def test_the_calendar_tells_the_episode_and_the_same_is_there_in_words(tab: CaseMissing) -> None:
    assert tab.year.summed.text() == "December 2025 to November 2026: 4 nights away, 1 other day"
    assert tab.year.day.text().startswith("Saturday 21 November 2026: away for a time. Sat 21 Nov 04:20, not back yet")
    tab.year.calendar.go(date(2026, 11, 6))
    assert "Fri 6 Nov 22:10 to Sat 7 Nov 05:30 (7 h 20 min)" in tab.year.day.text()
    heard: list[object] = []
    tab.year.opened.connect(heard.append)
    tab.year.read.click()
    assert heard == [tab.picture.told[2].episode.id]
    tab.year.calendar.go(date(2026, 11, 9))
    assert not tab.year.read.isEnabled()
    tab.year.in_words.click()
    assert tab.year.words.toPlainText().startswith("December 2025 to November 2026: 4 nights away")
    assert "away overnight Fri 4, Fri 11" in tab.year.words.toPlainText()
    assert tab.year.calendar.isHidden()
    tab.show_person()
    assert "November 2026" in tab.year.words.toPlainText()
    tab.year.in_words.click()
    assert not tab.year.calendar.isHidden()


def test_weekdays_and_hours_are_told_with_their_numbers(tab: CaseMissing) -> None:
    assert "Most often Friday" in texts(tab.pattern)
    assert "20:00 to 21:00 1" in tab.pattern._parts[0].hours.accessibleName()


def test_others_of_the_same_nights_are_named_and_their_files_opened(qtbot: QtBot, tab: CaseMissing) -> None:
    told = texts(tab.others)
    assert "1 night: 6 Nov 2026" in told
    assert "Away on the same night does not mean together." in told
    assert "Big T" in told
    names = [each for each in tab.others.findChildren(QPushButton) if "Jade Whitlock" in each.text()]
    tab.file_asked.disconnect()
    for each in names:
        with qtbot.waitSignal(tab.file_asked) as heard:
            each.click()
        assert heard.args == [tab.picture.companions[0].subject]
    assert len(names) == 2


def test_many_others_are_cut_off_and_counted(tab: CaseMissing, desk: Desk) -> None:
    for number in range(9):
        build.episode(desk, build.young_person(desk, f"Child {number}").id, *LATE_BACK)
    tab.show_person()
    assert "and 2 more, less often" in texts(tab.others)


def test_a_file_without_episodes_says_so_and_offers_the_first(qtbot: QtBot, screen: ScreenDesk, person: Person) -> None:
    page = CasePage(screen, person.id)
    show(qtbot, page, 1160, 680)
    page.refresh()
    page.tabs.set_current(MISSING)
    assert page.missing.empty.isVisible()
    assert not page.missing.list.isVisible()
    assert page.tabs.tabText(2) == "Missing episodes"
    assert walk(page.missing) == []
    forms: list[tuple[str, Id]] = []
    page.missing.form_asked.disconnect()
    page.missing.form_asked.connect(lambda form, about: forms.append((form, about)))
    page.missing.empty.button.click()
    assert forms == [("missing", 0)]


def test_no_pattern_is_told_of_few(qtbot: QtBot, screen: ScreenDesk, desk: Desk, person: Person) -> None:
    build.episode(desk, person.id, *FRESH)
    made = CaseMissing(screen, person.id)
    qtbot.addWidget(made)
    made.show_person()
    assert "Of fewer than 4 episodes no pattern is told." in texts(made.pattern)
    assert "Nobody else on file was missing at the same time." in texts(made.others)
    assert made.now.isHidden()


def test_old_interviews_are_one_line_after_the_others(tab: CaseMissing, desk: Desk) -> None:
    for month in (3, 4):
        build.episode(desk, tab.subject, f"2026-0{month}-01T20:00+00:00", f"2026-0{month}-01T22:00+00:00")
    tab.show_person()
    told = texts(tab.owed)
    assert "2 older ones, over 28 days late" in told
    assert told.index("47 h left") < told.index("2 older ones")


@pytest.mark.parametrize(("dark", "scale"), [(True, 1.0), (False, 1.5), (False, 2.0)])
def test_it_has_room_at_every_size_of_text(
    qtbot: QtBot, screen: ScreenDesk, away: Person, *, dark: bool, scale: float
) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.apply(app, dark=dark, scale=scale)
    made = CaseMissing(screen, away.id)
    show(qtbot, made, 1090, 600)
    made.show_person()
    app.processEvents()
    inside = made.widget()
    assert inside is not None
    assert inside.minimumSizeHint().width() <= made.viewport().width()
    assert walk(made) == []


def test_somebody_who_came_back_later_than_now_is_missing_in_it(tab: CaseMissing, desk: Desk) -> None:
    desk.clock.moved_to = datetime(2026, 11, 20, 8, tzinfo=UTC)
    tab.show_person()
    assert "for 12 h · since Thu 19 Nov 20:00" in texts(tab.now)
    tab.year.calendar.go(date(2026, 11, 19))
    assert "not back yet (12 h)" in tab.year.day.text()
    assert "police grade low" in texts(tab.now)
    assert "from where is not recorded" in texts(tab.now)
