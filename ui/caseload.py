"""The lists of young people and of adults of concern: sorted and narrowed by the records, laid out as each likes it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import cast

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from rise_desk.domain import access
from rise_desk.domain.access import Deed
from rise_desk.domain.card import NO_BAND, Card, Wanted
from rise_desk.domain.person import AT_RISK, OF_CONCERN
from rise_desk.services import accounts, overview
from ui import formats, theme
from ui.copying import watch
from ui.desk import ScreenDesk
from ui.leaving import Leaving
from ui.pages import Page
from ui.people_columns import columns
from ui.theme import Type
from ui.widgets.buttons import Button
from ui.widgets.card import Card as Frame
from ui.widgets.empty_state import EmptyState
from ui.widgets.filter_row import TEXT, Filter, FilterRow
from ui.widgets.paged_model import PAGE
from ui.widgets.record_table import RecordTable, Verb
from ui.widgets.words import label

KEYS_FROM = 760
"""Below this, in units that grow with the text, a page is too narrow for keys on its button."""

TITLES = {AT_RISK: "Young people", OF_CONCERN: "Adults of concern"}
EMPTY = {
    AT_RISK: (
        "No young people on file yet.",
        "A file holds who they are, every contact, and what is due. Start with one, or import a list.",
    ),
    OF_CONCERN: (
        "No adults of concern on file yet.",
        "An adult appears here once their file says that they are of concern.",
    ),
}
NEW = {AT_RISK: "New young person", OF_CONCERN: "New adult of concern"}
BAND, STATUS, KNOWN = "band", "status", "known"
MINUTE_MS = 60_000
NOTHING_FITS = ("Nobody fits these filters.", "Take a filter away, or clear them all.")


class Caseload(Page):
    """One list; `opened`, `note_asked` and `summary_asked` bring the subject of the row."""

    opened = Signal(object)
    note_asked = Signal(object)
    summary_asked = Signal(object)
    new_asked = Signal(str)
    import_asked = Signal()

    def __init__(self, desk: ScreenDesk, role: str = AT_RISK, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.role, self.title = role, TITLES[role]
        self.setProperty("surface", "ground")
        self.filters = FilterRow(self._filters(), hint="Filter by name or file number")
        self.empty = EmptyState(*EMPTY[role], icon="people", verb=self._empty_verb())
        self.table = RecordTable(
            columns(desk, role),
            self._fetch,
            name=self.title,
            sort="sort_name",
            two_lines=True,
            empty=self.empty,
            verbs=self._verbs(),
            exports=True,
        )
        self.total = label(tone="soft")
        self.import_button = Button("Import…", icon="import")
        self.new_button = Button(NEW[role], "primary", keys="Ctrl+N", icon="add")
        self._minute = QTimer(self, interval=MINUTE_MS)
        self._build()
        self._connect()

    def refresh(self) -> None:
        """Read the list again, from the first page to as far as it was scrolled."""
        self.table.reload()
        self._count()

    def wanted(self, *, narrowed: bool = True) -> Wanted:
        """What is asked of the records, without the page."""
        if not narrowed:
            return Wanted(role=self.role)
        asked = self.filters.value()
        return Wanted(
            role=self.role,
            text=asked[TEXT],
            case_state=asked["case_state"],
            key_worker=asked["key_worker"],
            band=asked.get(BAND, ""),
            known=asked.get(KNOWN, ""),
            status=asked.get(STATUS, ""),
        )

    def listing(self) -> Leaving | None:
        """The whole list as it is shown now: its filters, its order, its columns; None where it is empty."""
        from rise_desk.services.exchange import lists

        wanted, columns = self.wanted(), [each.key for each in self.table.model.columns]
        wanted = replace(wanted, sort=self.table.model.sorted_by, descending=self.table.model.descending)
        rows, filters = overview.how_many(self.desk.at, wanted), self.filters.in_words()
        return (
            Leaving(
                title=self.title,
                rows=rows,
                of=overview.how_many(self.desk.at, self.wanted(narrowed=False)),
                columns=lists.headings(columns),
                filters=filters,
                state=lists.state_of(self.desk.at, wanted),
                read=lambda desk, told: lists.people(desk, wanted, columns, filters=filters, told=told),
            )
            if rows
            else None
        )

    def add(self) -> None:
        """Somebody new for this list."""
        self.new_asked.emit(self.role)

    def filter(self) -> bool:
        """Put the cursor where the list is narrowed; False while there is nobody on it."""
        self.filters.text.setFocus()
        self.filters.text.selectAll()
        return not self.filters.isHidden()

    def _fetch(self, sort: str, descending: bool, after: Card | None) -> Sequence[Card]:
        if self.desk.desk is None:  # the list is still painted while the desk is being locked
            return []
        wanted = replace(self.wanted(), sort=sort, descending=descending, limit=PAGE)
        asked = wanted.following(after) if after else wanted
        if self.role == AT_RISK:
            return overview.people(self.desk.at, asked)
        from rise_desk.services import adults

        return adults.listed(self.desk.at, asked)

    def _count(self) -> None:
        every = overview.how_many(self.desk.at, self.wanted(narrowed=False))
        shown = overview.how_many(self.desk.at, self.wanted()) if self.filters.is_narrowed() else every
        self.total.setText(formats.count_of(shown, every))
        self.filters.setVisible(bool(every))
        if every:
            self.empty.say(*NOTHING_FITS, "Clear filters")
        else:
            self.empty.say(*EMPTY[self.role], self._empty_verb())

    def _empty_verb(self) -> str:
        return NEW[self.role]

    def _filters(self) -> list[Filter]:
        states = self.desk.practice.vocabulary("case_state").choices()
        workers = accounts.colleagues(self.desk.at)
        case = "Status" if self.role == AT_RISK else "Case"
        return [
            *([Filter(key=BAND, label="Band", choices=self._bands())] if self.role == AT_RISK else self._alleged()),
            Filter(key="case_state", label=case, choices=[(each.key, each.label) for each in states]),
            Filter(key="key_worker", label="Key worker", choices=[(each, each) for each in workers]),
        ]

    def _alleged(self) -> list[Filter]:
        """How it stands with what is alleged, and how well somebody is known."""
        listed = ((STATUS, "Status", "concern_status"), (KNOWN, "Known", "how_well_known"))
        choices = {name: self.desk.practice.vocabulary(name).choices() for _key, _text, name in listed}
        return [
            Filter(key=key, label=text, choices=[(each.key, each.label) for each in choices[name]])
            for key, text, name in listed
        ]

    def _bands(self) -> list[tuple[str, str]]:
        """The bands, the highest first, and none."""
        every = self.desk.practice.vocabulary("band").choices()
        return [*((each.key, each.label) for each in reversed(every)), (NO_BAND, "none yet")]

    def _verbs(self) -> list[Verb]:
        return [
            Verb(text="Open file", act=lambda row: self.opened.emit(row.subject), keys="Enter"),
            Verb(text="Write a note", act=lambda row: self.note_asked.emit(row.subject)),
            Verb(text="Print summary", act=lambda row: self.summary_asked.emit(row.subject)),
        ]

    def _connect(self) -> None:
        self.filters.changed.connect(lambda _asked: self._narrow())
        self.table.opened.connect(lambda row: self.opened.emit(row.subject))
        self.empty.acted.connect(self._act_on_empty)
        self.new_button.clicked.connect(self.add)
        self.import_button.clicked.connect(self.import_asked)
        self.table.export_asked.connect(self.export_asked)
        watch(self.table, self)
        self._minute.timeout.connect(self._tell_the_time)
        self._minute.start()
        kept = self.desk.preference(f"list {self.role}", {})
        if isinstance(kept, Mapping):
            self.table.restore(cast(Mapping[str, object], kept))
        self.table.layout_changed.connect(lambda state: self.desk.prefer(f"list {self.role}", state))

    def _tell_the_time(self) -> None:
        """What is left of the time for an interview is drawn anew, as it drains while somebody looks."""
        if self.isVisible() and self.desk.desk is not None:
            self.table.view.viewport().update()

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

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow page leaves the keys off its button."""
        super().resizeEvent(event)
        roomy = self.width() > theme.current().px(KEYS_FROM)
        if bool(self.new_button.keys) != roomy:
            self.new_button.keys = "Ctrl+N" if roomy else ""
            self.new_button.say(NEW[self.role])

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.MARGIN, theme.GAP, theme.MARGIN, theme.GAP)
        column.setSpacing(theme.GAP)
        head = QHBoxLayout()
        head.setSpacing(theme.GAP)
        head.addWidget(label(self.title, Type.PAGE))
        head.addWidget(self.total)
        head.addStretch(1)
        head.addWidget(self.import_button)
        head.addWidget(self.new_button)
        self.import_button.setVisible(self.role == AT_RISK and access.may(self.desk.at.who, Deed.IMPORT))
        column.addLayout(head)
        column.addWidget(self.filters)
        frame = Frame()
        frame.add(self.table, 1)
        column.addWidget(frame, 1)
