"""A page with one long list: narrowed by filters, counted, laid out as each likes it, and taken out as it is shown."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from rise_desk.domain.access import State
from rise_desk.services.desk import Desk
from ui import formats, theme
from ui.copying import watch
from ui.desk import ScreenDesk
from ui.leaving import Leaving
from ui.pages import Page
from ui.theme import Type
from ui.widgets.buttons import Button
from ui.widgets.card import Card as Frame
from ui.widgets.empty_state import EmptyState
from ui.widgets.filter_row import FilterRow
from ui.widgets.record_table import RecordTable
from ui.widgets.words import label

if TYPE_CHECKING:
    from rise_desk.services.exchange.listing import Listing, Progress

Taken = tuple[tuple[str, ...], State, "Callable[[Desk, Progress], Listing]"]
"""What a list is when it is taken out: its headings, what it is to whom, and how it is read whole."""


class ListPage(Page):
    """A list with its filters. A page of it makes these five, and then calls `lay_out`."""

    filters: FilterRow
    table: RecordTable
    empty: EmptyState
    new_button: Button
    none: tuple[str, str, str]
    """What is said of a list on which nothing is, and the verb that is offered."""

    none_fits = ("Nothing fits these filters.", "Take a filter away, or clear them all.")
    kept_as = ""
    """The preference under which its columns are kept."""

    def __init__(self, desk: ScreenDesk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.setProperty("surface", "ground")
        self.total = label(tone="soft")

    # What each list says for itself

    def how_many(self, *, narrowed: bool) -> int:
        """How many there are, or how many fit the filters."""
        raise NotImplementedError

    def rows(self, sort: str, descending: bool, after: Any) -> Sequence[Any]:
        """A page of them, after this row."""
        raise NotImplementedError

    def taken(self, columns: Sequence[str], filters: str) -> Taken:
        """The whole list as it is shown now, with these columns; the filters in words."""
        raise NotImplementedError

    def add(self) -> None:
        """Something new for this list."""
        raise NotImplementedError

    def begin(self) -> None:
        """What the verb of a list does on which nothing is."""
        self.add()

    # What all of them do

    def refresh(self) -> None:
        """Read the list again, from the first page to as far as it was scrolled."""
        self.table.reload()
        self._count()

    def listing(self) -> Leaving | None:
        """The whole list as it is shown now: its filters, its order, its columns; None where it is empty."""
        rows, filters = self.how_many(narrowed=True), self.filters.in_words()
        if not rows:
            return None
        headings, state, read = self.taken([each.key for each in self.table.model.columns], filters)
        of = self.how_many(narrowed=False)
        return Leaving(title=self.title, rows=rows, of=of, columns=headings, filters=filters, state=state, read=read)

    def filter(self) -> bool:
        """Put the cursor where the list is narrowed; False while there is nothing on it."""
        self.filters.text.setFocus()
        self.filters.text.selectAll()
        return not self.filters.isHidden()

    def fetch(self, sort: str, descending: bool, after: Any) -> Sequence[Any]:
        """A page of rows for the table; none while the desk is being locked, when the list is still painted."""
        return [] if self.desk.desk is None else self.rows(sort, descending, after)

    def lay_out(self, *verbs: Button) -> None:
        """Put everything in its place, with what else can be done with the list before the button of a new one."""
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.MARGIN, theme.GAP, theme.MARGIN, theme.GAP)
        column.setSpacing(theme.GAP)
        head = QHBoxLayout()
        head.setSpacing(theme.GAP)
        head.addWidget(label(self.title, Type.PAGE))
        head.addWidget(self.total)
        head.addStretch(1)
        for each in (*verbs, self.new_button):
            head.addWidget(each)
        column.addLayout(head)
        column.addWidget(self.filters)
        frame = Frame()
        frame.add(self.table, 1)
        column.addWidget(frame, 1)
        self._connect()

    def _connect(self) -> None:
        self.filters.changed.connect(lambda _asked: self._narrow())
        self.table.export_asked.connect(self.export_asked)
        self.empty.acted.connect(self._act_on_empty)
        self.new_button.clicked.connect(self.add)
        watch(self.table, self)
        kept = self.desk.preference(self.kept_as, {})
        if isinstance(kept, Mapping):
            self.table.restore(cast(Mapping[str, object], kept))
        self.table.layout_changed.connect(lambda state: self.desk.prefer(self.kept_as, state))

    def _narrow(self) -> None:
        if self.desk.desk is not None:  # else locked between the last key and the pause after it
            self.refresh()

    def _count(self) -> None:
        every = self.how_many(narrowed=False)
        shown = self.how_many(narrowed=True) if self.filters.is_narrowed() else every
        self.total.setText(formats.count_of(shown, every))
        self.filters.setVisible(bool(every))
        if every:
            self.empty.say(*self.none_fits, "Clear filters")
        else:
            self.empty.say(*self.none)

    def _act_on_empty(self) -> None:
        if self.filters.is_narrowed():
            self.filters.clear()
        else:
            self.begin()
