"""Return interviews for the tests of their windows: a girl who came back, and every window about it."""

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from rise_desk.domain.interview import ReturnInterview
from rise_desk.domain.missing import MissingEpisode
from rise_desk.domain.person import Person
from rise_desk.domain.record import Id
from rise_desk.services import overview, settings
from rise_desk.services.desk import Desk
from tests import build
from tests.ui.screen import show
from ui import entries
from ui.chronology import Chronology
from ui.desk import ScreenDesk
from ui.interview_form import InterviewForm
from ui.interview_reading import InterviewReading
from ui.interview_step import ANSWER, InterviewStep

AWAY, BACK = "2026-11-18T20:00+00:00", "2026-11-19T02:00+00:00"


def came_back(desk: Desk, subject: Id, away: str = AWAY, back: str = BACK, **values: Any) -> MissingEpisode:
    """Somebody who was away for some hours; her interview is due on 22 November at 2am unless a test says otherwise."""
    settings.set_interviews_since(desk, date(2026, 1, 1))
    return build.episode(desk, subject, away, back, **values)


def read(screen: ScreenDesk, person: Person, interview: ReturnInterview) -> InterviewReading:
    """The window that shows an interview whole."""
    found = overview.entry(screen.at, person.id, interview.id)
    made = entries.reader(screen, found, Chronology(screen, person.id).reading([found]))
    assert isinstance(made, InterviewReading)
    return made


def _form(screen: ScreenDesk, person: Person) -> QDialog:
    return InterviewForm(screen, person.id, came_back(screen.at, person.id).id)


def _step(screen: ScreenDesk, person: Person) -> QDialog:
    return InterviewStep(screen, person.id, came_back(screen.at, person.id).id, ANSWER)


def _read(screen: ScreenDesk, person: Person) -> QDialog:
    about = came_back(screen.at, person.id)
    return read(screen, person, build.interview(screen.at, about, offered_at="2026-11-19T10:00+00:00"))


WINDOWS: dict[type[QDialog], Callable[[ScreenDesk, Person], QDialog]] = {
    InterviewForm: _form,
    InterviewReading: _read,
    InterviewStep: _step,
}
"""Every window about a return interview."""


def shown(qtbot: QtBot, form: QDialog) -> InterviewForm:
    """The form of an interview in view."""
    assert isinstance(form, InterviewForm)
    show(qtbot, form, 1280, 728)
    return form


def saved(qtbot: QtBot, form: InterviewForm) -> ReturnInterview:
    """The interview that saving the form puts on file."""
    with qtbot.waitSignal(form.saved) as told:
        form.save()
    assert told.args is not None
    made = told.args[0]
    assert isinstance(made, ReturnInterview)
    return made
