"""Everybody's information reports: whether each was sent, for how long it waits, and what came of it."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from rise_desk.domain import moments
from rise_desk.domain.access import State
from rise_desk.domain.moments import Moment
from rise_desk.domain.reporting import ANSWERED, AWAITED, SENT, UNSENT, WITHDRAWN, Wanted, state_of
from rise_desk.services import information, information_log
from rise_desk.services.exchange import information_list
from rise_desk.services.information import Listed
from ui import formats
from ui.desk import ScreenDesk
from ui.list_page import ListPage, Taken
from ui.widgets.badge import Tone
from ui.widgets.buttons import Button
from ui.widgets.columns import Cell, Column
from ui.widgets.empty_state import EmptyState
from ui.widgets.filter_row import TEXT, Filter, FilterRow
from ui.widgets.paged_model import PAGE
from ui.widgets.record_table import RecordTable, Verb

STATE, WHOSE, MINE = "state", "whose", "mine"
STATES = (
    (UNSENT, "Not sent"),
    (SENT, "Sent"),
    (AWAITED, "Awaits feedback"),
    (ANSWERED, "Feedback received"),
    (WITHDRAWN, "Withdrawn"),
)
RECORDED = "recorded"
EMPTY = (
    "No information report is on file yet.",
    "What the team passes to the police stands here: whether it was sent, and what came of it.",
)
NEW = "New report"


class InformationPage(ListPage):
    """The list, the newest first; `opened` brings the row of the report that is to be read."""

    title = information_list.TITLE
    none = (*EMPTY, NEW)
    kept_as = "list information reports"
    opened = Signal(object)
    new_asked = Signal()

    def __init__(self, desk: ScreenDesk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        whose = Filter(key=WHOSE, label="Whose", choices=[(MINE, "Mine")])
        states = Filter(key=STATE, label="Status", choices=STATES)
        self.filters = FilterRow([states, whose], hint="Filter by words, names or reference")
        self.empty = EmptyState(*EMPTY, icon="note", verb=NEW)
        self.table = RecordTable(
            _columns(desk),
            self.fetch,
            name=self.title,
            sort=RECORDED,
            descending=True,
            two_lines=True,
            empty=self.empty,
            verbs=[Verb(text="Open", act=self.opened.emit, keys="Enter")],
            exports=True,
        )
        self.new_button = Button(NEW, "primary", keys="Ctrl+N", icon="add", hint="An information report for the police")
        self.lay_out()
        self.table.opened.connect(self.opened)

    def wanted(self) -> Wanted:
        """What is asked of the reports, without the page."""
        asked = self.filters.value()
        mine = self.desk.at.who.name if asked[WHOSE] else ""
        return Wanted(state=asked[STATE], recorded_by=mine, text=asked[TEXT])

    def how_many(self, *, narrowed: bool) -> int:
        """How many reports there are, or fit the filters."""
        return information_log.how_many(self.desk.at, self.wanted() if narrowed else Wanted())

    def rows(self, _sort: str, descending: bool, after: Listed | None) -> Sequence[Listed]:
        """A page of reports."""
        wanted = replace(self.wanted(), oldest_first=not descending, limit=PAGE)
        return information_log.page(self.desk.at, wanted.following(after.report) if after else wanted)

    def taken(self, columns: Sequence[str], filters: str) -> Taken:
        """The reports in the order they are shown in."""
        wanted = replace(self.wanted(), oldest_first=not self.table.model.descending)
        return (
            information_list.headings(columns),
            State.TEAM,
            lambda desk, told: information_list.listed(desk, wanted, columns, filters=filters, told=told),
        )

    def add(self) -> None:
        """A new report."""
        self.new_asked.emit()


def _columns(desk: ScreenDesk) -> list[Column]:
    """Every column of the list; whether a report is graded is for holders of the grant alone."""
    shown: dict[str, tuple[Callable[[Listed], Cell | str], int]] = {
        "about": (_about, 270),
        "sent": (lambda each: _sent(each, desk), 150),
        "waiting": (lambda each: information_list.waiting(each.report, desk.now()), 95),
        "recorded_by": (lambda each: each.report.recorded_by, 125),
        RECORDED: (lambda each: moments.shown_short(_day(each), desk.now()), 110),
        "police_ref": (lambda each: each.report.police_ref, 115),
        "feedback": (lambda each: " ".join(each.report.feedback.split()), 140),
    }
    if information.may_grade(desk.at):
        shown["graded"] = (lambda each: "Graded" if each.graded else "", 80)
    return [
        Column(
            key=key,
            title=information_list.HEADINGS[key][0],
            cell=cell,
            sort=RECORDED if key == RECORDED else "",
            width=width,
            fixed=key == "about",
        )
        for key, (cell, width) in shown.items()
    ]


def _day(each: Listed) -> Moment:
    """The London day on which it was recorded."""
    return Moment(moments.london_day(each.report.recorded_at))


def _about(each: Listed) -> Cell:
    """Whom or what it is about, and the beginning of what it says."""
    return Cell(text=formats.joined(*each.about), second=" ".join(each.report.what.split()), strong=True)


def _sent(each: Listed, desk: ScreenDesk) -> Cell:
    """When it was sent, and to whom; that it was not is as loud as in its file."""
    state = state_of(each.report)
    if state in (UNSENT, WITHDRAWN):
        return Cell(text=dict(STATES)[state], badge=Tone.HIGH if state == UNSENT else Tone.CLOSED)
    return Cell(text=moments.shown_short(each.report.sent_at, desk.now()), second=each.report.sent_to)
