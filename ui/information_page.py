"""Everybody's information reports: whether each was sent, for how long it waits, and what came of it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from rise_desk.domain import moments
from rise_desk.domain.access import State
from rise_desk.domain.moments import Moment
from rise_desk.domain.reporting import ANSWERED, AWAITED, SENT, UNSENT, WITHDRAWN, Wanted, state_of
from rise_desk.services import information, information_log
from rise_desk.services.exchange import information_list
from rise_desk.services.information import Listed
from ui import formats, theme
from ui.copying import watch
from ui.desk import ScreenDesk
from ui.leaving import Leaving
from ui.pages import Page
from ui.theme import Type
from ui.widgets.badge import Tone
from ui.widgets.buttons import Button
from ui.widgets.card import Card as Frame
from ui.widgets.columns import Cell, Column
from ui.widgets.empty_state import EmptyState
from ui.widgets.filter_row import TEXT, Filter, FilterRow
from ui.widgets.paged_model import PAGE
from ui.widgets.record_table import RecordTable, Verb
from ui.widgets.words import label

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
NOTHING_FITS = ("Nothing fits these filters.", "Take a filter away, or clear them all.")
NEW = "New report"
LAYOUT = "list information reports"


class InformationPage(Page):
    """The list, the newest first; `opened` brings the row of the report that is to be read."""

    title = information_list.TITLE
    opened = Signal(object)
    new_asked = Signal()

    def __init__(self, desk: ScreenDesk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.setProperty("surface", "ground")
        whose = Filter(key=WHOSE, label="Whose", choices=[(MINE, "Mine")])
        states = Filter(key=STATE, label="Status", choices=STATES)
        self.filters = FilterRow([states, whose], hint="Filter by words, names or reference")
        self.empty = EmptyState(*EMPTY, icon="note", verb=NEW)
        self.table = RecordTable(
            _columns(desk),
            self._fetch,
            name=self.title,
            sort=RECORDED,
            descending=True,
            two_lines=True,
            empty=self.empty,
            verbs=[Verb(text="Open", act=self.opened.emit, keys="Enter")],
            exports=True,
        )
        self.total = label(tone="soft")
        self.new_button = Button(NEW, "primary", keys="Ctrl+N", icon="add", hint="An information report for the police")
        self._build()
        self._connect()

    def refresh(self) -> None:
        """Read the list again, from the first page to as far as it was scrolled."""
        self.table.reload()
        self._count()

    def wanted(self) -> Wanted:
        """What is asked of the reports, without the page."""
        asked = self.filters.value()
        mine = self.desk.at.who.name if asked[WHOSE] else ""
        return Wanted(state=asked[STATE], recorded_by=mine, text=asked[TEXT])

    def listing(self) -> Leaving | None:
        """The whole list as it is shown now: its filters, its order, its columns; None where it is empty."""
        columns, filters = [each.key for each in self.table.model.columns], self.filters.in_words()
        wanted = replace(self.wanted(), oldest_first=not self.table.model.descending)
        rows = information_log.how_many(self.desk.at, wanted)
        return (
            Leaving(
                title=self.title,
                rows=rows,
                of=information_log.how_many(self.desk.at, Wanted()),
                columns=information_list.headings(columns),
                filters=filters,
                state=State.TEAM,
                read=lambda desk, told: information_list.listed(desk, wanted, columns, filters=filters, told=told),
            )
            if rows
            else None
        )

    def add(self) -> None:
        """A new report."""
        self.new_asked.emit()

    def filter(self) -> bool:
        """Put the cursor where the list is narrowed; False while there is nothing on it."""
        self.filters.text.setFocus()
        self.filters.text.selectAll()
        return not self.filters.isHidden()

    def _fetch(self, _sort: str, descending: bool, after: Listed | None) -> Sequence[Listed]:
        if self.desk.desk is None:  # the list is still painted while the desk is being locked
            return []
        wanted = replace(self.wanted(), oldest_first=not descending, limit=PAGE)
        return information_log.page(self.desk.at, wanted.following(after.report) if after else wanted)

    def _count(self) -> None:
        every = information_log.how_many(self.desk.at, Wanted())
        shown = information_log.how_many(self.desk.at, self.wanted()) if self.filters.is_narrowed() else every
        self.total.setText(formats.count_of(shown, every))
        self.filters.setVisible(bool(every))
        if every:
            self.empty.say(*NOTHING_FITS, "Clear filters")
        else:
            self.empty.say(*EMPTY, NEW)

    def _narrow(self) -> None:
        if self.desk.desk is None:  # locked between the last key and the pause after it
            return
        self.table.reload()
        self._count()

    def _act_on_empty(self) -> None:
        if self.filters.is_narrowed():
            self.filters.clear()
        else:
            self.add()

    def _connect(self) -> None:
        self.filters.changed.connect(lambda _asked: self._narrow())
        self.table.opened.connect(self.opened)
        self.table.export_asked.connect(self.export_asked)
        self.empty.acted.connect(self._act_on_empty)
        self.new_button.clicked.connect(self.add)
        watch(self.table, self)
        kept = self.desk.preference(LAYOUT, {})
        if isinstance(kept, Mapping):
            self.table.restore(cast(Mapping[str, object], kept))
        self.table.layout_changed.connect(lambda state: self.desk.prefer(LAYOUT, state))

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.MARGIN, theme.GAP, theme.MARGIN, theme.GAP)
        column.setSpacing(theme.GAP)
        head = QHBoxLayout()
        head.setSpacing(theme.GAP)
        head.addWidget(label(self.title, Type.PAGE))
        head.addWidget(self.total)
        head.addStretch(1)
        head.addWidget(self.new_button)
        column.addLayout(head)
        column.addWidget(self.filters)
        frame = Frame()
        frame.add(self.table, 1)
        column.addWidget(frame, 1)


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
