"""Notices for the tests of their windows: a pair, a notice of theirs at each step, and every window about it."""

from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from rise_desk.domain.breach import Breach
from rise_desk.domain.chronology import Sieve
from rise_desk.domain.moments import Moment
from rise_desk.domain.notice import Notice
from rise_desk.domain.person import Person
from rise_desk.domain.record import Record
from rise_desk.services import casework, overview, unfinished
from rise_desk.services.desk import Desk
from tests import build
from tests.ui.open_window import page
from tests.ui.screen import show
from ui import entries
from ui.case_notices import CaseNotices
from ui.case_page import CasePage
from ui.case_tabs import NOTICES
from ui.chronology import Chronology
from ui.desk import ScreenDesk
from ui.main_window import CASE, MainWindow
from ui.notice_after import BreachForm, ReviewForm
from ui.notice_form import NoticeForm
from ui.notice_reading import AfterReading, NoticeReading
from ui.pages import Place
from ui.pattern_page import PatternPage
from ui.record_form import RecordForm
from ui.serve_form import ServeForm

Kind = TypeVar("Kind", bound=Record)
Form = TypeVar("Form", bound=RecordForm)
SERVED = {
    "issued_on": "2026-10-01",
    "served_at": "2026-10-03T18:40+01:00",
    "served_by": "PC 1142 Rowe",
    "acknowledged": "signed",
    "acknowledged_age": "told that she is 13",
}


def pike(desk: Desk, **values: Any) -> Person:
    """Darren Pike, of concern."""
    return build.adult(desk, date_of_birth=Moment("1991-07-02"), **values)


def prepared(desk: Desk, child: Person, adult: Person, **values: Any) -> Notice:
    """A notice under section 2 that was not issued yet, with grounds."""
    known: dict[str, Any] = {"grounds": "Seen with her in his car three times.", **values}
    return build.notice(desk, child, adult, **known)


def served(desk: Desk, child: Person, adult: Person, **values: Any) -> Notice:
    """The same, served on 3 October 2026."""
    return prepared(desk, child, adult, **{**SERVED, **values})


def held(desk: Desk, child: Person, kind: type[Kind]) -> list[Kind]:
    """What of a kind stands in a child's file."""
    return list(overview.case_file(desk, child.id, Sieve(kinds=(kind.KIND,))).of(kind))


def opened(qtbot: QtBot, form: Form) -> Form:
    """A form, shown."""
    show(qtbot, form, 920, 700)
    return form


def saved(qtbot: QtBot, form: RecordForm) -> Record:
    """What a form saves."""
    with qtbot.waitSignal(form.saved) as heard:
        form.save()
    assert heard.args is not None
    record: Record = heard.args[0]
    return record


def drafted(form: RecordForm, desk: Desk) -> unfinished.Draft:
    """What a form keeps as unfinished."""
    form.drafting.keep()
    return unfinished.mine(desk)[0]


def tab(window: MainWindow, person: Person) -> CaseNotices:
    """The notices of somebody's file."""
    window.go(Place(CASE, person.id))
    shown = page(window)
    assert isinstance(shown, CasePage)
    shown.refresh()
    shown.tabs.set_current(NOTICES)
    found = shown.further.at(NOTICES)
    assert isinstance(found, CaseNotices)
    return found


def read(screen: ScreenDesk, person: Person, notice: Notice) -> NoticeReading:
    """The window that shows a notice whole."""
    found = overview.entry(screen.at, person.id, notice.id)
    made = entries.reader(screen, found, Chronology(screen, person.id).reading([found]))
    assert isinstance(made, NoticeReading)
    return made


def _served_of(screen: ScreenDesk, person: Person) -> Notice:
    return served(screen.at, person, pike(screen.at))


def _pattern(screen: ScreenDesk, person: Person) -> QDialog:
    return PatternPage(screen, _served_of(screen, person).adult)


def _breach(screen: ScreenDesk, person: Person) -> QDialog:
    held = _served_of(screen, person)
    made = Breach(id=screen.at.clock.new_id(), notice=held.id, child=held.child, adult=held.adult)
    made = casework.save(screen.at, made.changed(happened_at=Moment("2026-11-15"), what="She was in his car."))
    found = overview.entry(screen.at, person.id, made.id)
    return entries.reader(screen, found, Chronology(screen, person.id).reading([found]))


WINDOWS: dict[type[QDialog], Callable[[ScreenDesk, Person], QDialog]] = {
    AfterReading: _breach,
    BreachForm: lambda screen, person: BreachForm(screen, _served_of(screen, person)),
    NoticeForm: lambda screen, person: NoticeForm(screen, person.id),
    PatternPage: _pattern,
    NoticeReading: lambda screen, person: read(screen, person, _served_of(screen, person)),
    ReviewForm: lambda screen, person: ReviewForm(screen, _served_of(screen, person)),
    ServeForm: lambda screen, person: ServeForm(screen, prepared(screen.at, person, pike(screen.at))),
}
"""Every window about a notice."""
