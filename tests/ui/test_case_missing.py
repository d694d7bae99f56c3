"""The tab of missing episodes: what it shows, what its verbs open, and that it says the same as the tab's number."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from rise_desk.domain.interview import Attempt
from rise_desk.domain.mention import Mention
from rise_desk.domain.missing import HarmHeard, MissingEpisode, Regrade
from rise_desk.domain.moments import Moment
from rise_desk.domain.person import Person
from rise_desk.domain.record import Id
from rise_desk.services import casework, merging, settings
from rise_desk.services.desk import Desk
from tests import build
from tests.ui.open_window import page as page_of
from tests.ui.screen import show
from tests.ui.walk import walk
from ui import theme
from ui.case_missing import CaseMissing
from ui.case_page import CHRONOLOGY, MISSING, OVERVIEW, CasePage
from ui.desk import ScreenDesk
from ui.entry_dialog import EntryDialog
from ui.main_window import MainWindow
from ui.missing_cards import told_apart
from ui.missing_columns import INTERVIEW
from ui.today_asks import Opens
from ui.widgets.badge import Tone
from ui.widgets.drain import Drain
from ui.widgets.heat_strip import HeatStrip
from ui.widgets.identity import MissingLine

LATE_BACK = ("2026-11-06T22:10+00:00", "2026-11-07T05:30+00:00")
"""Its interview was due on 10 November."""
FRESH = ("2026-11-19T20:00+00:00", "2026-11-20T09:30+00:00")


@pytest.fixture
def away(desk: Desk, person: Person) -> Person:
    """Maisie, who was missing five times and is missing now."""
    settings.set_interviews_since(desk, date(2026, 1, 1))
    jade = build.young_person(desk, "Jade", "Whitlock")
    found = (Mention(name="Big T"), Mention(name="Jade", person=jade.id))
    held = build.episode(desk, person.id, "2026-09-04T20:30+00:00", "2026-09-05T07:15+00:00", missing_from="home")
    build.interview(desk, held, done_at="2026-09-06T10:00+00:00", interviewer="Tom Reed", independent=True)
    said_no = build.episode(desk, person.id, "2026-09-11T21:00+00:00", "2026-09-12T08:00+00:00", found_with=found)
    build.interview(
        desk, said_no, answer="declined", answered_at="2026-09-12T12:00+00:00", declined_because="“Told you already.”"
    )
    injured = (HarmHeard(harm="injury"),)
    late = build.episode(desk, person.id, *LATE_BACK, grade="medium", harms=injured, found_place="The station")
    build.interview(desk, late, attempts=(Attempt(at=Moment("2026-11-08T10:00+00:00"), by="Tom Reed"),))
    build.episode(desk, jade.id, *LATE_BACK)
    build.episode(desk, person.id, *FRESH, grade="low")
    build.episode(
        desk,
        person.id,
        "2026-11-21T04:30+00:00",
        last_seen_at=Moment("2026-11-21T04:20+00:00"),
        missing_from="childrens_home",
        missing_from_name="Oak House",
        grade="medium",
        regrades=(Regrade(grade="high", at=Moment("2026-11-21T06:00+00:00")),),
        police_ref="NP-114",
        circumstances="Left in a grey coat.",
    )
    return person


@pytest.fixture
def tab(qtbot: QtBot, screen: ScreenDesk, away: Person) -> Iterator[CaseMissing]:
    """The tab of her file, in view."""
    page = CasePage(screen, away.id)
    show(qtbot, page, 1160, 680)
    page.refresh()
    page.tabs.set_current(MISSING)
    yield page.missing
    page.hide()


def _texts(widget: QWidget) -> str:
    return "\n".join(each.text() for each in widget.findChildren(QLabel))


def _button(widget: QWidget, text: str) -> QPushButton:
    (found,) = (each for each in widget.findChildren(QPushButton) if each.text().startswith(text))
    return found


def _cells(tab: CaseMissing, row: int) -> dict[str, Any]:
    return {each.key: each.of(tab.table.model.rows[row]) for each in tab.table.columns}


def test_missing_now_is_told_first_and_loud(tab: CaseMissing) -> None:
    told = _texts(tab.now)
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
    _button(tab.now, "Record return").click()
    _button(tab.now, "Print missing pack").click()
    assert asked == [(Opens.RETURN, episode), (Opens.PACK, episode)]
    forms: list[tuple[str, Id]] = []
    tab.form_asked.disconnect()
    tab.form_asked.connect(lambda form, about: forms.append((form, about)))
    _button(tab.now, "New grade").click()
    assert forms == [("regrade", episode)]
    with qtbot.waitSignal(tab.read) as heard:
        _button(tab.now, "Read the episode").click()
    assert heard.args == [episode]


def test_interviews_owed_drain_in_hours_and_offer_the_next_step(tab: CaseMissing) -> None:
    told = _texts(tab.owed)
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
    assert "for 7 h 40 min" in _texts(tab.now)
    assert "45 h left" in _texts(tab.owed)
    tab.hide()
    desk.clock.moved_to += timedelta(hours=1)
    tab._tick()
    assert "for 7 h 40 min" in _texts(tab.now)


def test_figures_are_told_apart(tab: CaseMissing) -> None:
    told = _texts(tab.figures)
    assert "5 episodes · 4 nights away · 1 other day" in told
    assert "4 returns · interview attempted 1 · declined 1 · held 1, 1 of them within 72 h · nothing recorded 1" in told
    assert "Whole file" not in told
    assert told_apart(tab.picture.figures).startswith("4 returns")


def test_what_is_older_than_a_year_is_in_the_whole_files_figures(tab: CaseMissing, desk: Desk) -> None:
    build.episode(desk, tab.subject, "2024-05-01T20:00+00:00", "2024-05-01T22:00+00:00")
    tab.show_person()
    assert "Whole file\n6 episodes" in _texts(tab.figures)


def test_the_calendar_tells_the_episode_and_the_same_is_there_in_words(tab: CaseMissing) -> None:
    assert tab.year.summed.text() == "December 2025 to November 2026: 4 nights away, 1 other day"
    assert tab.year.day.text().startswith("Saturday 21 November 2026: away for a time. Sat 21 Nov 04:20, not back yet")
    tab.year.calendar.go(date(2026, 11, 6))
    assert "Fri 6 Nov 22:10 to Sat 7 Nov 05:30 (7 h 20 min)" in tab.year.day.text()
    tab.year.in_words.click()
    assert tab.year.words.toPlainText().startswith("December 2025 to November 2026: 4 nights away")
    assert "away overnight Fri 4, Fri 11" in tab.year.words.toPlainText()
    assert tab.year.calendar.isHidden()
    tab.show_person()
    assert "November 2026" in tab.year.words.toPlainText()
    tab.year.in_words.click()
    assert not tab.year.calendar.isHidden()


def test_weekdays_and_hours_are_told_with_their_numbers(tab: CaseMissing) -> None:
    assert "Most often Friday" in _texts(tab.pattern)
    assert "20:00 to 21:00 1" in tab.pattern._parts[0].hours.accessibleName()


def test_others_of_the_same_nights_are_named_and_their_files_opened(qtbot: QtBot, tab: CaseMissing) -> None:
    told = _texts(tab.others)
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
    assert "and 2 more, less often" in _texts(tab.others)


def test_the_list_holds_every_episode_newest_first_and_as_many_as_the_tab_says(tab: CaseMissing) -> None:
    rows = [_cells(tab, place) for place in range(5)]
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
    cells = [_cells(tab, place)[INTERVIEW] for place in range(5)]
    assert [(each.text, each.badge, each.loud) for each in cells] == [
        ("Not back yet", None, False),
        ("Not offered yet", None, False),
        ("1 attempt", None, True),
        ("Declined", Tone.MEDIUM, False),
        ("Done", Tone.LOW, False),
    ]
    assert [each.second for each in cells][1:] == [
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
    found = [_cells(tab, place)[INTERVIEW] for place in range(5, 9)]
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
    vague, home, plain = (_cells(tab, place) for place in (5, 6, 7))
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
    assert "Missing" in dialog.windowTitle() or "Missing" in _texts(dialog)
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
    assert "Of fewer than 4 episodes no pattern is told." in _texts(made.pattern)
    assert "Nobody else on file was missing at the same time." in _texts(made.others)
    assert made.now.isHidden()


def test_old_interviews_are_one_line_after_the_others(tab: CaseMissing, desk: Desk) -> None:
    for month in (3, 4):
        build.episode(desk, tab.subject, f"2026-0{month}-01T20:00+00:00", f"2026-0{month}-01T22:00+00:00")
    tab.show_person()
    told = _texts(tab.owed)
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
    assert "for 12 h · since Thu 19 Nov 20:00" in _texts(tab.now)
    tab.year.calendar.go(date(2026, 11, 19))
    assert "not back yet (12 h)" in tab.year.day.text()
    assert "police grade low" in _texts(tab.now)
    assert "from where is not recorded" in _texts(tab.now)


def test_the_file_says_at_its_head_that_they_are_missing(tab: CaseMissing, desk: Desk) -> None:
    page = tab.window()
    assert isinstance(page, CasePage)
    (line,) = page.findChildren(MissingLine)
    assert line.accessibleName().startswith("Missing now for 5 h 40 min, since Sat 21 Nov 04:20 · from Oak House")
    assert "Return interview" in _texts(page.strip)
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
    due = _texts(page.overview)
    assert "for 5 h 40 min, since Sat 21 Nov 04:20" in due
    assert "47 h left · due Mon 23 Nov 09:30" in due
    _button(page.overview, "All missing episodes").click()
    assert page.tabs.current() == MISSING
    page.tabs.set_current(OVERVIEW)
    _button(page.overview, "Missing now, since").click()
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
    _button(page.missing.now, "Record return").click()
    _button(page.missing.now, "New grade").click()
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
