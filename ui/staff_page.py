"""Accounts: who may sign in. A supervisor adds, resets and suspends; a one-day code is shown once."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from rise_desk.domain import access
from rise_desk.domain.access import Deed
from rise_desk.domain.moments import Moment
from rise_desk.domain.names import fold
from rise_desk.domain.staff import StaffMember, Standing
from rise_desk.errors import DeskError
from rise_desk.services import accounts
from rise_desk.services.exchange import lists
from rise_desk.services.exchange.listing import Listing
from ui import formats, theme
from ui.add_staff import ROLES, AddStaff, OneDayCode
from ui.asking import confirmed
from ui.copying import watch
from ui.desk import ScreenDesk
from ui.pages import Page
from ui.theme import Type
from ui.widgets.badge import Tone
from ui.widgets.busy_line import BusyLine
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.columns import Cell, Column
from ui.widgets.empty_state import EmptyState
from ui.widgets.filter_row import TEXT, Filter, FilterRow
from ui.widgets.record_table import RecordTable, Verb
from ui.widgets.words import Elided, label

STANDING = "standing"
NOTHING_FITS = ("No account fits these filters.", "Take a filter away, or clear them all.")
TONES = {Standing.CODE: Tone.INFO, Standing.SUSPENDED: Tone.CLOSED}


class StaffPage(Page):
    """Everybody with an account, as a list."""

    title = "Accounts"

    def __init__(self, desk: ScreenDesk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        accounts.everybody(desk.at)  # whoever may not see them gets no page
        self.setProperty("surface", "ground")
        verbs = (
            Verb(text="Let in again by a one-day code", act=self.reset),
            Verb(text="Suspend", act=self.suspend),
        )
        self._may = access.may(desk.at.who, Deed.STAFF)
        self.filters = FilterRow(_filters(), hint="Filter by name or role")
        self.empty = EmptyState(*NOTHING_FITS, icon="people", verb="Clear filters")
        self.table = RecordTable(
            COLUMNS,
            self._fetch,
            name="Accounts",
            verbs=verbs if self._may else (),
            exports=True,
            empty=self.empty,
        )
        self.add_button = Button("Add somebody…", "primary", icon="add")
        self.reset_button = Button("Let in again by a code…")
        self.suspend_button = Button("Suspend…")
        self.busy = BusyLine()
        self.problem = label(tone="error", strong=True, wrap=True)
        self._build()

    def refresh(self) -> None:
        """Read the accounts again."""
        self.table.reload()
        self.filters.set_count(formats.count_of(len(self._shown()), len(accounts.everybody(self.desk.at))))
        self._chosen(self.table.current_row())

    def filter(self) -> bool:
        """Put the cursor where the list is narrowed."""
        self.filters.text.setFocus()
        return True

    def listing(self) -> Listing | None:
        """The accounts as they are shown now; None where no account fits."""
        shown = self._shown()
        return lists.staff(self.desk.at, shown, filters=self.filters.in_words()) if shown else None

    def add(self) -> AddStaff:
        """Ask who is to be added."""
        dialog = AddStaff(self.desk, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self._code(dialog.name(), dialog.code))
        dialog.open()
        return dialog

    def reset(self, who: StaffMember) -> None:
        """Give somebody a new one-day code."""
        text = f"Give {who.name} a one-day code? Their password stops working."
        if confirmed(self, text, "Make a code"):
            self._run(lambda: accounts.reset(self.desk.at, who.name), lambda code: self._code(who.name, code))

    def suspend(self, who: StaffMember) -> None:
        """Close somebody's way in."""
        text = f"Suspend {who.name}? They can’t sign in until a supervisor lets them in again. Their records stay."
        if confirmed(self, text, "Suspend"):
            self._run(lambda: accounts.suspend(self.desk.at, who.name), lambda _none: self.refresh())

    def _run(self, work: Callable[[], object], done: Callable[[str], object]) -> None:
        self.problem.hide()
        self.busy.start("Changing the account")
        self.desk.tasks.run(work, done=lambda made: self._done(done, made), failed=self._failed, desk=self.desk.at)

    def _done(self, done: Callable[[str], object], made: str) -> None:
        self.busy.finish()
        done(made)

    def _failed(self, failure: DeskError) -> None:
        self.busy.finish()
        self.problem.setText(str(failure))
        self.problem.show()

    def _code(self, name: str, code: str) -> None:
        self.refresh()
        dialog = OneDayCode(name, code, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _fetch(self, _sort: str, _descending: bool, after: StaffMember | None) -> Sequence[StaffMember]:
        return [] if after or self.desk.desk is None else self._shown()

    def _shown(self) -> list[StaffMember]:
        """The accounts that the filters let through."""
        asked = self.filters.value()
        return [
            each
            for each in accounts.everybody(self.desk.at)
            if asked[STANDING] in ("", each.standing)
            and all(part in fold(f"{each.name} {each.role}") for part in fold(asked[TEXT]).split())
        ]

    def _narrow(self) -> None:
        if self.desk.desk is not None:  # it may have been locked between the last key and the pause after it
            self.refresh()

    def _chosen(self, who: StaffMember | None) -> None:
        self.reset_button.setEnabled(who is not None)
        self.suspend_button.setEnabled(who is not None and who.standing is not Standing.SUSPENDED)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.MARGIN, theme.GAP, theme.MARGIN, theme.GAP)
        column.setSpacing(theme.GAP)
        head = QHBoxLayout()
        head.setSpacing(theme.GAP)
        head.addWidget(label("Accounts", Type.PAGE))
        head.addWidget(Elided("who may sign in", tone="soft"))
        head.addStretch(1)
        for button in (self.suspend_button, self.reset_button, self.add_button):
            head.addWidget(button)
            button.setVisible(self._may)
        column.addLayout(head)
        column.addWidget(self.problem)
        column.addWidget(self.busy)
        self.problem.hide()
        column.addWidget(self.filters)
        card = Card()
        card.add(self.table, 1)
        column.addWidget(card, 1)
        self.table.chosen.connect(self._chosen)
        self.table.export_asked.connect(self.export_asked)
        self.filters.changed.connect(lambda _asked: self._narrow())
        self.empty.acted.connect(self.filters.clear)
        watch(self.table, self)
        self.add_button.clicked.connect(self.add)
        self.reset_button.clicked.connect(lambda: self.reset(self.table.current_row()))
        self.suspend_button.clicked.connect(lambda: self.suspend(self.table.current_row()))


def _filters() -> list[Filter]:
    standings = (
        (Standing.ACTIVE, "Active"),
        (Standing.CODE, "Waiting for their first sign-in"),
        (Standing.SUSPENDED, "Suspended"),
    )
    return [Filter(key=STANDING, label="Standing", choices=[(str(key), words) for key, words in standings])]


def _standing(who: StaffMember) -> Cell:
    words = {
        Standing.ACTIVE: "Active",
        Standing.CODE: f"Code until {formats.when(Moment(who.code_until))}",
        Standing.SUSPENDED: "Suspended",
    }
    return Cell(text=words[who.standing], badge=TONES.get(who.standing))


COLUMNS = (
    Column(key="name", title="Name", cell=lambda who: Cell(text=who.name, strong=True), width=240, fixed=True),
    Column(key="role", title="Role", cell=lambda who: dict(ROLES)[who.role], width=120),
    Column(key="grants", title="May also read", cell=lambda who: ", ".join(sorted(who.grants)), width=200),
    Column(key="standing", title="Standing", cell=_standing, width=240),
)
