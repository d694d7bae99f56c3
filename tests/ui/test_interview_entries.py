"""A return interview on file: how it reads by how far it came, is gone on with, put right and withdrawn."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtWidgets import QDialog, QPushButton
from pytestqt.qtbot import QtBot

from rise_desk.domain.interview import Agreed, Attempt, ReturnInterview
from rise_desk.domain.mention import Mention
from rise_desk.domain.missing import HarmHeard, MissingEpisode, ReasonHeard
from rise_desk.domain.moments import Moment
from rise_desk.domain.person import Person
from rise_desk.services import casework, interviewing, overview
from rise_desk.services.desk import Desk
from tests import build
from tests.ui.files import words_of
from tests.ui.interviewed import came_back, read, saved, shown
from tests.ui.screen import show
from tests.ui.walk import walk
from ui import entries
from ui.case_page import CasePage
from ui.chronology import Chronology
from ui.desk import ScreenDesk
from ui.interview_form import InterviewForm
from ui.interview_reading import InterviewReading
from ui.interview_step import ANSWER, ATTEMPT, DECIDED, InterviewStep
from ui.main_window import MainWindow
from ui.records import return_interview
from ui.widgets.timeline import Entry

pytestmark = pytest.mark.usefixtures("dropped")
AT = "2026-11-20T10:00+00:00"
Make = Callable[..., ReturnInterview]


@pytest.fixture
def episode(desk: Desk, person: Person) -> MissingEpisode:
    """Back on 19 November at 2am."""
    return came_back(desk, person.id)


@pytest.fixture
def make(desk: Desk, episode: MissingEpisode) -> Make:
    """Put an interview about it on file."""
    return lambda **values: build.interview(desk, episode, **values)


def _entry(screen: ScreenDesk, person: Person, made: ReturnInterview) -> Entry:
    found = overview.entry(screen.at, person.id, made.id)
    return return_interview.entry(found, Chronology(screen, person.id).reading([found]))


def _verbs(dialog: QDialog) -> list[str]:
    return [each.text().split("   ")[0] for each in dialog.findChildren(QPushButton) if each.isVisibleTo(dialog)]


@pytest.mark.parametrize(
    ("values", "title"),
    [({"done_at": "2026-11-21T09:00+00:00"}, "done, 55 h after the return"),
     ({"done_at": "2026-11-22T02:00+00:00"}, "done, 72 h after the return"),
     ({"done_at": "2026-11-22T02:01+00:00", "late_because": "Ill"}, "done late, 72 h 1 min"),
     ({"done_at": "2026-11-22T10:00+00:00", "late_because": "Ill"}, "done late, 80 h"),
     ({"done_at": "2026-11-27T10:00+00:00", "late_because": "Ill"}, "done late, 8 days"),
     ({"done_at": "2026-11-20"}, "done"),
     ({"done_at": "2026-11-23", "late_because": "Ill"}, "done late"),
     ({"offered_at": AT}, "offered, no answer yet"),
     ({"attempts": (Attempt(at=Moment(AT)),)}, "1 attempt"),
     ({"attempts": (Attempt(at=Moment(AT)), Attempt(at=Moment(AT)))}, "2 attempts"),
     ({"answer": "accepted", "answered_at": AT}, "accepted, not held yet"),
     ({"answer": "declined", "answered_at": AT}, "declined"),
     ({"decided_at": AT, "decided_because": "A trial\nbegins."}, "decided against: A trial begins."),
     ({"assigned_to": "Jo March"}, "not offered yet")],
)  # fmt: skip
def test_each_state_is_told_apart(
    screen: ScreenDesk, desk: Desk, person: Person, make: Make, values: dict[str, Any], title: str
) -> None:
    desk.clock.moved_to = desk.now().replace(day=28)
    told = _entry(screen, person, make(**values))
    assert told.title == f"Return interview: {title}"
    assert ("After 72 hours" in [text for text, _tone in told.tags]) == ("late" in title)


def test_own_words_are_quoted_and_what_is_known_is_marked(screen: ScreenDesk, person: Person, make: Make) -> None:
    made = make(
        done_at=AT,
        own_words="Nobody asked me.",
        told_happened="She waited.",
        seen="seen_alone",
        agreed=(Agreed(what="Ring her school"),),
        interviewer="Jo March",
    )
    told = _entry(screen, person, made)
    assert (told.quote, told.text) == ("Nobody asked me.", "She waited.")
    assert [text for text, _tone in told.tags] == ["Seen alone", "1 action agreed"]
    assert told.by == "Jo March · Lena Osei · recorded 21 November 2026"
    unsaid = make_not_dated(screen, person, made)
    assert (unsaid.heading, unsaid.when) == ("No day yet", "")


def make_not_dated(screen: ScreenDesk, person: Person, held: ReturnInterview) -> Entry:
    """One that is only given to somebody to do."""
    other = came_back(screen.at, person.id, "2026-11-10T20:00+00:00", "2026-11-11T02:00+00:00")
    assert other.id not in held.covers
    return _entry(screen, person, build.interview(screen.at, other, assigned_to="Jo March"))


def test_everything_is_read_under_its_heading(
    qtbot: QtBot, screen: ScreenDesk, desk: Desk, person: Person, make: Make
) -> None:
    jade = build.young_person(desk, "Jade", "Ahmed")
    made = make(
        done_at=AT,
        threats="He shouted",
        would_help="A room",
        reasons=(ReasonHeard(reason="drawn_away", heard_from="her friend"),),
        harms=(HarmHeard(harm="injury", note="a cut"),),
        mentions=(
            Mention(name="Jade", person=jade.id, sort="person"),
            Mention(name="Zed", known="tall"),
            Mention(name="KX19 ABC", sort="vehicle"),
        ),
        agreed=(Agreed(what="Ring her school", owner="Tom Reed", due_on=Moment("2026-11-27")),),
        independent=False,
        asked_for="Her key worker",
        offered_at="2026-11-19T10:00+00:00",
        attempts=(Attempt(at=Moment("2026-11-19T16:00+00:00"), by="Jo", how="visit", outcome="Nobody in"),),
        answer="accepted",
        source="police export",
    )
    dialog = read(screen, person, made)
    show(qtbot, dialog, 860, 700)
    told = words_of(dialog)
    for said in (
        "Someone drawing them away (pull) · heard from her friend", "Injury · a cut", "Jade · has a file\nZed · tall",
        "KX19 ABC", "Ring her school · Tom Reed · by Fri 27 Nov", "Her key worker", "No",
        "1. Thu 19 Nov 16:00 · Jo · visit · Nobody in", "Accepted", "police export",
        "Back Thursday 19 November 2026 at 2:00am",
    ):  # fmt: skip
        assert said in told
    assert "Places" not in told
    assert walk(dialog) == []


@pytest.mark.parametrize(
    ("values", "verbs"),
    [({"offered_at": AT}, ["Go on…", "Add attempt…", "Withdraw…", "History…"]),
     ({"answer": "declined", "answered_at": AT},
      ["Go on…", "Offer parents or carers the talk…", "Correct…", "Withdraw…", "History…"]),
     ({"decided_at": AT, "decided_because": "A trial"}, ["Go on…", "Correct…", "Withdraw…", "History…"]),
     ({"done_at": AT}, ["Correct…", "Withdraw…", "History…"])],
)  # fmt: skip
def test_what_can_be_done_follows_from_how_far_it_came(
    qtbot: QtBot, screen: ScreenDesk, person: Person, make: Make, values: dict[str, Any], verbs: list[str]
) -> None:
    made = make(**values)
    dialog = read(screen, person, made)
    show(qtbot, dialog, 860, 700)
    assert [each for each in _verbs(dialog) if each != "Close"] == verbs
    dialog.hide()
    casework.withdraw(screen.at, made, "wrong file")
    gone = read(screen, person, made)
    show(qtbot, gone, 860, 700)
    assert [each for each in _verbs(gone) if each != "Close"] == ["History…"]


def test_declined_and_decided_against_say_what_belongs_to_them(
    qtbot: QtBot, screen: ScreenDesk, person: Person, make: Make
) -> None:
    made = make(answer="declined", answered_at=AT, declined_because="No point", carers_said="They will come.")
    dialog = read(screen, person, made)
    show(qtbot, dialog, 860, 700)
    assert "No point" in words_of(dialog)
    assert "They will come." in words_of(dialog)
    against = interviewing.going_on(screen.at, made).changed(decided_at=Moment(AT), decided_because="A trial")
    other = read(screen, person, interviewing.record(screen.at, against))
    show(qtbot, other, 860, 700)
    assert "A trial" in words_of(other)


def test_from_the_chronology_it_is_gone_on_with(qtbot: QtBot, window: MainWindow, person: Person, make: Make) -> None:
    made = make(offered_at=AT)
    for verb, kind in (("Go on…", InterviewForm), ("Add attempt…", InterviewStep)):
        dialog = read(window.desk, person, made)
        dialog.setParent(window, dialog.windowFlags())
        dialog.open()
        next(each for each in dialog.findChildren(QPushButton) if each.text() == verb).click()
        opened = next(each for each in window.findChildren(kind) if each.isVisible())
        assert not dialog.isVisible()
        if isinstance(opened, InterviewStep):
            assert opened.step == ATTEMPT
        opened.reject()


def test_carers_are_offered_the_talk_from_the_entry(window: MainWindow, person: Person, make: Make) -> None:
    dialog = read(window.desk, person, make(answer="declined", answered_at=AT))
    dialog.setParent(window, dialog.windowFlags())
    dialog.open()
    next(each for each in dialog.findChildren(QPushButton) if each.text().startswith("Offer parents")).click()
    (step,) = window.findChildren(InterviewStep)
    assert step.step == ANSWER
    step.reject()


def test_an_entry_is_put_right_by_a_further_one(
    qtbot: QtBot, screen: ScreenDesk, page: CasePage, person: Person, make: Make
) -> None:
    made = make(done_at=AT, push="Rows", agreed=(Agreed(what="Ring her school"),))
    form = shown(qtbot, entries.correction(screen, person.id, made))
    assert "This becomes a further entry, which puts right the one Lena Osei recorded" in words_of(form)
    assert form.panel.rows["push"].value() == "Rows"
    assert form.over() == (made.id, 1)
    form.panel.restore({"push": "Rows every night"})
    again = saved(qtbot, form)
    assert (again.corrects, again.push, again.done_at) == (made.id, "Rows every night", AT)
    first = read(screen, person, made)
    show(qtbot, first, 860, 700)
    assert "A later entry corrects this one." in words_of(first)


@pytest.mark.parametrize(
    ("values", "step"),
    [({"answer": "declined", "answered_at": AT}, ANSWER),
     ({"decided_at": AT, "decided_because": "A trial"}, DECIDED)],
)  # fmt: skip
def test_an_answer_and_a_decision_are_put_right_in_their_step(
    qtbot: QtBot, screen: ScreenDesk, person: Person, make: Make, values: dict[str, Any], step: str
) -> None:
    dialog = entries.correction(screen, person.id, make(**values))
    show(qtbot, dialog, 620, 420)
    assert isinstance(dialog, InterviewStep)
    assert dialog.step == step


def test_what_was_declined_can_still_be_held(
    qtbot: QtBot, screen: ScreenDesk, episode: MissingEpisode, make: Make
) -> None:
    made = make(answer="declined", answered_at=AT, declined_because="No point")
    form = shown(qtbot, InterviewForm(screen, episode.subject, episode.id))
    assert "It was declined on 20 November 2026 at 10:00am." in words_of(form)
    assert form.panel.rows["answer"].value() == ""
    form.panel.restore({"done_at": "21 11 2026 09:00"})
    held = saved(qtbot, form)
    assert (held.corrects, held.state, held.declined_because) == (made.id, "done", "")


def test_what_was_decided_against_can_still_be_held(
    qtbot: QtBot, screen: ScreenDesk, episode: MissingEpisode, make: Make
) -> None:
    make(decided_at=AT, decided_because="A trial")
    form = shown(qtbot, InterviewForm(screen, episode.subject, episode.id))
    assert "It was decided against on 20 November 2026" in words_of(form)
    form.panel.restore({"done_at": "21 11 2026 09:00"})
    assert saved(qtbot, form).state == "done"


def test_a_reading_is_what_the_chronology_opens(screen: ScreenDesk, person: Person, make: Make) -> None:
    assert isinstance(read(screen, person, make(offered_at=AT)), InterviewReading)
