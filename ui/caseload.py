"""The lists of young people and of adults of concern: sorted and narrowed by the records, laid out as each likes it."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from rise_desk.domain import access
from rise_desk.domain.access import Deed
from rise_desk.domain.card import NO_BAND, Card, Wanted
from rise_desk.domain.person import AT_RISK, OF_CONCERN
from rise_desk.services import accounts, overview
from ui import theme
from ui.desk import ScreenDesk
from ui.list_page import ListPage, Taken
from ui.people_columns import columns
from ui.widgets.buttons import Button
from ui.widgets.empty_state import EmptyState
from ui.widgets.filter_row import TEXT, Filter, FilterRow
from ui.widgets.paged_model import PAGE
from ui.widgets.record_table import RecordTable, Verb

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


class Caseload(ListPage):
    """One list; `opened`, `note_asked` and `summary_asked` bring the subject of the row."""

    none_fits = ("Nobody fits these filters.", "Take a filter away, or clear them all.")
    opened = Signal(object)
    note_asked = Signal(object)
    summary_asked = Signal(object)
    new_asked = Signal(str)
    import_asked = Signal()

    def __init__(self, desk: ScreenDesk, role: str = AT_RISK, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.role, self.title, self.kept_as = role, TITLES[role], f"list {role}"
        self.none = (*EMPTY[role], NEW[role])
        self.filters = FilterRow(self._filters(), hint="Filter by name or file number")
        self.empty = EmptyState(*EMPTY[role], icon="people", verb=NEW[role])
        self.table = RecordTable(
            columns(desk, role),
            self.fetch,
            name=self.title,
            sort="sort_name",
            two_lines=True,
            empty=self.empty,
            verbs=self._verbs(),
            exports=True,
        )
        self.import_button = Button("Import…", icon="import")
        self.new_button = Button(NEW[role], "primary", keys="Ctrl+N", icon="add")
        self._minute = QTimer(self, interval=MINUTE_MS)
        self.lay_out(self.import_button)
        self.import_button.setVisible(role == AT_RISK and access.may(desk.at.who, Deed.IMPORT))
        self.table.opened.connect(lambda row: self.opened.emit(row.subject))
        self.import_button.clicked.connect(self.import_asked)
        self._minute.timeout.connect(self._tell_the_time)
        self._minute.start()

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

    def how_many(self, *, narrowed: bool) -> int:
        """How many people there are, or fit the filters."""
        return overview.how_many(self.desk.at, self.wanted(narrowed=narrowed))

    def rows(self, sort: str, descending: bool, after: Card | None) -> Sequence[Card]:
        """A page of people."""
        wanted = replace(self.wanted(), sort=sort, descending=descending, limit=PAGE)
        asked = wanted.following(after) if after else wanted
        if self.role == AT_RISK:
            return overview.people(self.desk.at, asked)
        from rise_desk.services import adults

        return adults.listed(self.desk.at, asked)

    def taken(self, columns: Sequence[str], filters: str) -> Taken:
        """The people in the order they are shown in."""
        from rise_desk.services.exchange import lists

        model = self.table.model
        wanted = replace(self.wanted(), sort=model.sorted_by, descending=model.descending)
        return (
            lists.headings(columns),
            lists.state_of(self.desk.at, wanted),
            lambda desk, told: lists.people(desk, wanted, columns, filters=filters, told=told),
        )

    def add(self) -> None:
        """Somebody new for this list."""
        self.new_asked.emit(self.role)

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

    def _tell_the_time(self) -> None:
        """What is left of the time for an interview is drawn anew, as it drains while somebody looks."""
        if self.isVisible() and self.desk.desk is not None:
            self.table.view.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow page leaves the keys off its button."""
        super().resizeEvent(event)
        roomy = self.width() > theme.current().px(KEYS_FROM)
        if bool(self.new_button.keys) != roomy:
            self.new_button.keys = "Ctrl+N" if roomy else ""
            self.new_button.say(NEW[self.role])
