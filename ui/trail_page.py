"""The audit on the screen: who did what, when and to whose file, newest first; for managers and supervisors."""

from collections.abc import Callable, Mapping, Sequence
from datetime import timedelta
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from rise_desk.domain import moments
from rise_desk.domain.access import State
from rise_desk.domain.moments import Moment
from rise_desk.domain.record import NO_ID, Id
from rise_desk.errors import DeskError
from rise_desk.services import overview, trail, upkeep
from rise_desk.services.trail import Asked, Told
from ui import formats, theme
from ui.copying import watch
from ui.desk import ScreenDesk
from ui.leaving import Leaving
from ui.pages import Page
from ui.theme import Type
from ui.widgets.busy_line import BusyLine
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.columns import Cell, Column
from ui.widgets.empty_state import EmptyState
from ui.widgets.filter_row import TEXT, Filter, FilterRow
from ui.widgets.paged_model import PAGE
from ui.widgets.record_table import RecordTable, Verb
from ui.widgets.words import label, retone

if TYPE_CHECKING:
    from ui.trail_sheet import TrailSheet

WHO, WHAT, WHEN = "who", "what", "when"
PERIODS = {"1": "Today", "7": "Last 7 days", "30": "Last 30 days"}
NOTHING_FITS = ("Nothing in the audit fits these filters.", "Take a filter away, or clear them all.")
SOUND = "Everything is as it was written: the file, its keys, the audit and its seals."
TITLE = "Audit"


class TrailPage(Page):
    """Every step, or those about one person's file; `open_file` shows the file that a step is about.

    Reading it is written down once, when the page is made. Raises `NotAllowed` for whoever may not.
    """

    title = TITLE

    def __init__(
        self, desk: ScreenDesk, open_file: Callable[[Id], object], about: Id = NO_ID, parent: QWidget | None = None
    ) -> None:
        super().__init__(desk, parent)
        trail.begin(desk.at, about)
        self.about, self._open_file = about, open_file
        self.setProperty("surface", "ground")
        self.filters = FilterRow(self._filters(), hint="Filter by name or file number")
        self.empty = EmptyState(*NOTHING_FITS, icon="search", verb="Clear filters")
        self.table = RecordTable(
            COLUMNS,
            self._fetch,
            name=TITLE,
            empty=self.empty,
            exports=True,
            verbs=[Verb(text="Open file", act=self._open, keys="Enter")],
        )
        self.head = label(tone="soft", wrap=True)
        self.print_button = Button("Print…", icon="print")
        self.check_button = Button("Check everything", icon="check")
        self.busy = BusyLine()
        self.outcome = label(strong=True, wrap=True)
        self._build()
        self._connect()

    def asked(self) -> Asked:
        """Which steps are shown."""
        value = self.filters.value()
        since = Moment("")
        if value[WHEN]:
            first = self.desk.now() - timedelta(days=int(value[WHEN]) - 1)
            since = Moment(moments.london_day(moments.minute(first)))
        return Asked(about=self.about, text=value[TEXT], account=value[WHO], deed=value[WHAT], since=since)

    def refresh(self) -> None:
        """Read the steps again."""
        self.table.reload()
        desk, ends = self.desk.at, trail.head(self.desk.at)
        shown, every = trail.count(desk, self.asked()), trail.count(desk, Asked(about=self.about))
        more = "more than " if every >= trail.MOST_COUNTED else ""
        self.filters.set_count(f"{shown:,} of {more}{every:,}")
        self.head.setText(f"The audit ends at row {ends.seq:,} with the mark {ends.mark}.")

    def filter(self) -> bool:
        """Put the cursor where the list is narrowed."""
        self.filters.text.setFocus()
        self.filters.text.selectAll()
        return True

    def listing(self) -> Leaving | None:
        """The steps as they are shown now; None where none fits."""
        asked, filters = self.asked(), self.filters.in_words()
        rows = trail.count(self.desk.at, asked)
        return (
            Leaving(
                title=TITLE,
                rows=rows,
                of=trail.count(self.desk.at, Asked(about=self.about)),
                columns=trail.HEADINGS,
                filters=filters,
                state=State.TEAM,
                read=lambda desk, told: trail.listing(desk, asked, filters=filters, told=told),
            )
            if rows
            else None
        )

    def check(self) -> None:
        """Prove everything, which can take a while; what is wrong is said line by line."""
        desk = self.desk.at
        self.outcome.hide()
        self.check_button.setEnabled(False)
        self.busy.start("Checking the records and the whole audit")
        self.desk.tasks.run(lambda: upkeep.check(desk), self._checked, self._failed, desk)

    def print_sheet(self) -> "TrailSheet":
        """Look at the steps as paper, and print them."""
        from ui.trail_sheet import TrailSheet

        dialog = TrailSheet(self.desk, self.asked(), self.filters.in_words(), self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
        return dialog

    def _checked(self, problems: Sequence[str]) -> None:
        self._say("\n".join(problems) or SOUND, bad=bool(problems))
        self.refresh()

    def _failed(self, failure: DeskError) -> None:
        self._say(str(failure), bad=True)

    def _say(self, text: str, *, bad: bool) -> None:
        self.busy.finish()
        self.check_button.setEnabled(True)
        retone(self.outcome, "error" if bad else "ink")
        self.outcome.setText(text)
        self.outcome.show()

    def _fetch(self, _sort: str, _descending: bool, after: Told | None) -> Sequence[Told]:
        if self.desk.desk is None:  # still painted while the desk is being locked
            return []
        return trail.page(self.desk.at, self.asked(), after, PAGE)

    def _open(self, row: Told) -> None:
        if row.step.subject:
            self._open_file(row.step.subject)

    def _narrow(self) -> None:
        if self.desk.desk is not None:  # locked between the last key and the pause after it
            self.refresh()

    def _filters(self) -> list[Filter]:
        desk = self.desk.at
        return [
            Filter(key=WHO, label="Who", choices=[(each, each) for each in trail.people(desk)]),
            Filter(key=WHAT, label="What", choices=[(each, _capital(each)) for each in trail.deeds()]),
            Filter(key=WHEN, label="When", choices=list(PERIODS.items())),
        ]

    def _connect(self) -> None:
        self.filters.changed.connect(lambda _asked: self._narrow())
        self.empty.acted.connect(self.filters.clear)
        self.table.opened.connect(self._open)
        self.table.export_asked.connect(self.export_asked)
        watch(self.table, self)
        self.check_button.clicked.connect(self.check)
        self.print_button.clicked.connect(self.print_sheet)
        kept = self.desk.preference("list audit", {})
        if isinstance(kept, Mapping):
            self.table.restore(cast(Mapping[str, object], kept))
        self.table.layout_changed.connect(lambda state: self.desk.prefer("list audit", state))

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.MARGIN, theme.GAP, theme.MARGIN, theme.GAP)
        column.setSpacing(theme.GAP)
        head = QHBoxLayout()
        head.setSpacing(theme.GAP)
        head.addWidget(label(TITLE, Type.PAGE))
        head.addWidget(label(self._about_words(), tone="soft"))
        head.addStretch(1)
        head.addWidget(self.check_button)
        head.addWidget(self.print_button)
        column.addLayout(head)
        column.addWidget(self.busy)
        column.addWidget(self.outcome)
        self.outcome.hide()
        column.addWidget(self.filters)
        card = Card()
        card.add(self.table, 1)
        column.addWidget(card, 1)
        column.addWidget(self.head)

    def _about_words(self) -> str:
        if not self.about:
            return "who did what"
        name = overview.names_of(self.desk.at, [self.about]).get(self.about, "")
        return f"who has seen the file of {name}"


def _capital(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}"


COLUMNS = (
    Column(key="at", title="When", cell=lambda told: formats.when(told.step.at), width=150, fixed=True),
    Column(key="account", title="Who", cell=lambda told: Cell(text=told.step.account, strong=True), width=140),
    Column(key="deed", title="What", cell=lambda told: told.what, width=210),
    Column(key="name", title="Whose file", cell=lambda told: told.name, width=170),
    Column(key="why", title="Why, or which fields", cell=lambda told: told.why, width=240),
    Column(key="recipient", title="For", cell=lambda told: told.step.recipient, width=120, shown=False),
    Column(key="pc", title="Computer", cell=lambda told: told.step.pc, width=100),
    Column(key="seq", title="Row", cell=lambda told: f"{told.step.seq:,}", width=70, right=True),
)
