"""The form of a return interview: own words first, the clock, several returns, and nothing unfinished in the way."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rise_desk.domain.action import Action
from rise_desk.domain.chronology import Sieve
from rise_desk.domain.interview import Agreed, Covered, ReturnInterview
from rise_desk.domain.interview_problems import LATE
from rise_desk.domain.mention import Mention
from rise_desk.domain.missing import HarmHeard, MissingEpisode, PreventionInterview, ReasonHeard
from rise_desk.domain.moments import Moment
from rise_desk.domain.person import Person
from rise_desk.domain.record import attributes
from rise_desk.services import casework, interviewing, overview, settings
from rise_desk.services.desk import Desk
from tests import build
from tests.ui.files import words_of
from tests.ui.interviewed import came_back, saved, shown
from tests.ui.screen import focused, wheel
from tests.ui.walk import walk
from ui import interview_form, theme
from ui.desk import ScreenDesk
from ui.heard_ticks import HeardTicks
from ui.interview_fields import CoveredTicks
from ui.interview_form import DANGER, InterviewForm
from ui.main_window import MainWindow
from ui.mention_parts import MentionsField

pytestmark = pytest.mark.usefixtures("dropped")
IN_TIME, LATER = "22 11 2026 02:00", "22 11 2026 02:01"


@pytest.fixture
def episode(desk: Desk, person: Person) -> MissingEpisode:
    """Back on 19 November at 2am, with what was known then."""
    return came_back(
        desk,
        person.id,
        grade="high",
        circumstances="Left after a call.",
        wearing="A grey coat",
        found_with=(Mention(name="Kev"),),
        reasons=(ReasonHeard(reason="drawn_away", heard_from="key worker"),),
        harms=(HarmHeard(harm="not_asked"),),
        prevention=(PreventionInterview(held_at=Moment("2026-11-19T09:00+00:00"), officer="PC Bell"),),
    )


def _open(qtbot: QtBot, screen: ScreenDesk, episode: MissingEpisode) -> InterviewForm:
    return shown(qtbot, InterviewForm(screen, episode.subject, episode.id))


def test_it_begins_with_the_day_and_own_words_come_first(
    qtbot: QtBot, screen: ScreenDesk, episode: MissingEpisode
) -> None:
    form = _open(qtbot, screen, episode)
    assert focused() is form.panel.rows["done_at"].editor.field_widget()
    names = list(form.panel.rows)
    assert names[:4] == ["episodes", "done_at", "late_because", "own_words"]
    assert names.index("push") < names.index("stayed") < names.index("came_back") < names.index("mentions")
    assert DANGER in words_of(form)
    assert form.clock.words.text() == "16 h left"


def test_every_field_of_an_interview_is_asked(qtbot: QtBot, screen: ScreenDesk, episode: MissingEpisode) -> None:
    form = _open(qtbot, screen, episode)
    own = {each.name for each in attributes(ReturnInterview) if not each.stamp}
    decided = {"decided_at", "decided_by", "decided_because"}  # asked by the step: one held was not decided against
    envelope = {"subject", "owner_agency", "source", "references", "corrects", "withdrawn"}
    assert set(form.panel.rows) == own - decided - envelope


def test_the_episode_stands_beside_it(qtbot: QtBot, screen: ScreenDesk, episode: MissingEpisode) -> None:
    form = _open(qtbot, screen, episode)
    told = words_of(form.beside)
    for said in (
        "Back Thu 19 Nov 02:00",
        "Left after a call.",
        "A grey coat",
        "Kev",
        "Someone drawing them away (pull) · key worker",
        "Thu 19 Nov 09:00 · PC Bell",
        "High",
    ):
        assert said in told


def test_where_there_is_room_it_stands_at_the_side(
    qtbot: QtBot, screen: ScreenDesk, episode: MissingEpisode, monkeypatch: pytest.MonkeyPatch
) -> None:
    narrow = _open(qtbot, screen, episode)
    assert narrow.beside.mapTo(narrow, QPoint()).x() < narrow.panel.mapTo(narrow, QPoint()).x() + narrow.panel.width()
    monkeypatch.setattr(interview_form, "LEAST", 300)
    wide = _open(qtbot, screen, episode)
    assert wide.beside.mapTo(wide, QPoint()).x() > wide.panel.mapTo(wide, QPoint()).x() + wide.panel.width()
    assert walk(wide) == []


def test_an_interview_is_typed_and_saved_by_keyboard(
    qtbot: QtBot, screen: ScreenDesk, desk: Desk, episode: MissingEpisode
) -> None:
    form = _open(qtbot, screen, episode)
    QTest.keyClick(focused(), Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert form.clock.words.text() == "Done, 56 h after the return"
    rows = form.panel.rows
    rows["own_words"].editor.field_widget().setFocus()
    QTest.keyClicks(focused(), "Nobody asked me why.")
    named = rows["mentions"].widget
    assert isinstance(named, MentionsField)
    QTest.keyClicks(named.line, "Zed")
    QTest.keyClick(named.line, Qt.Key.Key_Return)
    reasons = rows["reasons"].widget
    assert isinstance(reasons, HeardTicks)
    reasons.ticks["drawn_away"].setFocus()
    QTest.keyClick(focused(), Qt.Key.Key_Space)
    rows["agreed"].editor.set_value((Agreed(what="Ask for another room", owner="Tom Reed"),))
    with qtbot.waitSignal(form.saved):
        QTest.keyClick(focused(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    made = interviewing.of_episode(desk, episode.subject, episode.id)
    assert made is not None
    assert (made.state, made.own_words, made.mentions) == ("done", "Nobody asked me why.", (Mention(name="Zed"),))
    assert made.reasons == (ReasonHeard(reason="drawn_away"),)
    (action,) = overview.case_file(desk, episode.subject, Sieve(kinds=(Action.KIND,))).of(Action)
    assert (action.what, action.owner, action.about) == ("Ask for another room", "Tom Reed", made.id)


def test_nothing_else_is_needed(qtbot: QtBot, screen: ScreenDesk, episode: MissingEpisode) -> None:
    form = _open(qtbot, screen, episode)
    form.panel.restore({"assigned_to": "Jo March"})
    assert saved(qtbot, form).state == "arranged"


@pytest.mark.parametrize(("typed", "late"), [(IN_TIME, False), (LATER, True)])
def test_both_sides_of_72_hours_in_the_form(
    qtbot: QtBot, screen: ScreenDesk, desk: Desk, episode: MissingEpisode, typed: str, late: bool
) -> None:
    screen.clock.moved_to = desk.now() + timedelta(days=3)
    form = _open(qtbot, screen, episode)
    why = form.panel.rows["late_because"]
    assert not why.isVisible()
    form.panel.restore({"done_at": typed})
    assert why.isVisible() == late
    assert form.clock.words.text() == ("Done late, 72 h 1 min" if late else "Done, 72 h after the return")
    if late:
        form.save()
        qtbot.waitUntil(lambda: why.problem == LATE)
        form.panel.restore({"late_because": "She was in hospital."})
    assert saved(qtbot, form).late_because == ("She was in hospital." if late else "")


@pytest.mark.parametrize(("typed", "late"), [("31 3 2026 21:00", False), ("31 3 2026 21:01", True)])
def test_72_hours_are_real_hours_where_the_clocks_change(
    qtbot: QtBot, screen: ScreenDesk, desk: Desk, person: Person, typed: str, late: bool
) -> None:
    spring = came_back(desk, person.id, "2026-03-28T12:00+00:00", "2026-03-28T20:00+00:00")
    form = _open(qtbot, screen, spring)
    form.panel.restore({"done_at": typed})
    assert form.panel.rows["late_because"].isVisible() == late
    assert form.clock.due.text() == "due by Tue 31 Mar 21:00"


def test_a_reason_that_is_on_file_stays_in_sight(qtbot: QtBot, screen: ScreenDesk, episode: MissingEpisode) -> None:
    form = _open(qtbot, screen, episode)
    form.panel.restore({"late_because": "A storm"})
    assert form.panel.rows["late_because"].isVisible()


def test_several_returns_are_ticked_and_the_first_sets_the_clock(
    qtbot: QtBot, screen: ScreenDesk, desk: Desk, episode: MissingEpisode
) -> None:
    other = came_back(desk, episode.subject, "2026-11-15T20:00+00:00", "2026-11-16T02:00+00:00")
    form = _open(qtbot, screen, episode)
    covered = form.panel.rows["episodes"].widget
    assert isinstance(covered, CoveredTicks)
    assert [tick.text() for tick in covered.ticks.values()] == [
        "Back Mon 16 Nov 02:00, away since Sun 15 Nov 20:00",
        "Back Thu 19 Nov 02:00, away since Wed 18 Nov 20:00",
    ]
    assert set(form.beside.cards) == {episode.id}
    assert not covered.others.isVisible()
    covered.ticks[other.id].setChecked(True)
    assert form.beside.cards[other.id].isVisible()
    assert form.beside.cards[other.id].y() < form.beside.cards[episode.id].y()
    assert form.clock.due.text() == "was due Thu 19 Nov 02:00"
    covered.ticks[other.id].setChecked(False)
    assert not form.beside.cards[other.id].isVisible()
    covered.ticks[other.id].setChecked(True)
    form.panel.restore({"done_at": "21 11 2026 09:00", "late_because": "Two returns in one week."})
    made = saved(qtbot, form)
    assert made.covers == {other.id, episode.id}
    assert interviewing.of_episode(desk, episode.subject, other.id) == made


def test_about_no_return_there_is_no_interview(qtbot: QtBot, screen: ScreenDesk, episode: MissingEpisode) -> None:
    form = _open(qtbot, screen, episode)
    form.panel.restore({"episodes": [], "done_at": "21 11 2026 09:00"})
    assert not form.clock.isVisible()
    form.save()
    qtbot.waitUntil(lambda: form.panel.rows["episodes"].problem != "")


def test_who_is_not_independent_is_said_with_whom_they_asked_for(
    qtbot: QtBot, screen: ScreenDesk, episode: MissingEpisode
) -> None:
    form = _open(qtbot, screen, episode)
    asked = form.panel.rows["asked_for"]
    assert not asked.isVisible()
    form.panel.restore({"done_at": "21 11 2026 09:00", "independent": False})
    assert asked.isVisible()
    form.save()
    qtbot.waitUntil(lambda: "Say whom the child asked for" in asked.problem)
    form.panel.restore({"asked_for": "Her key worker, whom she trusts"})
    assert saved(qtbot, form).independent is False


def test_one_that_is_arranged_is_gone_on_with(
    qtbot: QtBot, screen: ScreenDesk, desk: Desk, episode: MissingEpisode
) -> None:
    held = build.interview(desk, episode, offered_at="2026-11-19T10:00+00:00", offered_by="Jo March")
    form = _open(qtbot, screen, episode)
    assert form.panel.rows["offered_by"].value() == "Jo March"
    assert form.over() == (held.id, 1)
    form.panel.restore({"done_at": "21 11 2026 09:00"})
    made = saved(qtbot, form)
    assert (made.id, made.offered_by, made.state) == (held.id, "Jo March", "done")


def test_declining_asks_for_more_and_words_are_nudged_but_never_their_own(
    qtbot: QtBot, screen: ScreenDesk, episode: MissingEpisode
) -> None:
    form = _open(qtbot, screen, episode)
    assert not form.panel.rows["declined_because"].isVisible()
    form.panel.restore({"answer": "declined", "answered_at": "20 11 2026"})
    assert form.panel.rows["declined_because"].isVisible()
    form.panel.restore({"own_words": "I ran away again", "told_happened": "She ran away again"})
    assert "went missing" in words_of(form.panel.rows["told_happened"])
    assert "went missing" not in words_of(form.panel.rows["own_words"])


def test_who_owes_it_is_said_at_the_top(qtbot: QtBot, screen: ScreenDesk, desk: Desk, person: Person) -> None:
    settings.set_our_council(desk, "Northshire")
    casework.save(desk, person.changed(placing_authority="Southmere"))
    form = _open(qtbot, screen, came_back(desk, person.id))
    assert "Owed by Southmere" in words_of(form)


def test_the_desk_opens_it_for_the_return_that_is_due_first(window: MainWindow, desk: Desk, person: Person) -> None:
    said: list[str] = []
    window.forms.failed.connect(said.append)
    window.forms.interview(person.id)
    assert said == ["No return interview is owed here: every return has one, or they have not been missing."]
    about = came_back(desk, person.id)
    window.forms.interview(person.id)
    form = window.findChild(InterviewForm)
    assert form is not None
    assert form.panel.rows["episodes"].value() == (Covered(episode=about.id),)
    form.reject()


@pytest.mark.parametrize(("dark", "scale"), [(False, 1.0), (True, 1.5), (False, 2.0)])
def test_everything_has_a_name_is_shown_whole_and_left_alone_by_the_wheel(
    qtbot: QtBot, qapp: QApplication, screen: ScreenDesk, episode: MissingEpisode, dark: bool, scale: float
) -> None:
    theme.apply(qapp, dark=dark, scale=scale)
    form = _open(qtbot, screen, episode)
    assert walk(form) == []
    before = form.panel.typed()
    for row in form.panel.rows.values():
        wheel(row.editor.field_widget())
    assert form.panel.typed() == before
