"""The list of places and things: places, vehicles, phones and names online, narrowed by what they are."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import cast

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from rise_desk.domain import moments
from rise_desk.domain.access import State
from rise_desk.domain.handle import ONLINE, PHONE, Handle
from rise_desk.domain.moments import Moment
from rise_desk.domain.place import Place
from rise_desk.domain.thing_card import SORTABLE, ThingCard, Wanted
from rise_desk.domain.vehicle import Vehicle
from rise_desk.services import things
from rise_desk.services.exchange import thing_list
from ui import formats, theme
from ui.copying import watch
from ui.desk import ScreenDesk
from ui.leaving import Leaving
from ui.pages import Page
from ui.theme import Type
from ui.widgets.buttons import Button
from ui.widgets.card import Card as Frame
from ui.widgets.columns import Cell, Column
from ui.widgets.empty_state import EmptyState
from ui.widgets.filter_row import TEXT, Filter, FilterRow
from ui.widgets.paged_model import PAGE
from ui.widgets.record_table import RecordTable, Verb
from ui.widgets.words import label

KIND, SORT = "kind", "sort"
KINDS = {
    "place": ("Places", "&Place…", Place.KIND, ""),
    "vehicle": ("Vehicles", "&Vehicle…", Vehicle.KIND, ""),
    "phone": ("Phones", "P&hone…", Handle.KIND, PHONE),
    "online": ("Names online", "&Name online…", Handle.KIND, ONLINE),
}
"""What the list is narrowed to: its words, those of making one, the kind of record and its sort."""

EMPTY = (
    "No places or things on file yet.",
    "A place where harm happens, a car, a phone or a name online has a record of its own, so that it is known again.",
)
NOTHING_FITS = ("Nothing fits these filters.", "Take a filter away, or clear them all.")
LAYOUT = "list things"


class ThingsPage(Page):
    """The list; `opened` brings the number of the row, `new_asked` the kind and sort of something new."""

    title = thing_list.TITLE
    opened = Signal(object)
    link_asked = Signal(object)
    new_asked = Signal(str, str)

    def __init__(self, desk: ScreenDesk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.setProperty("surface", "ground")
        self.filters = FilterRow(self._filters(), hint="Filter by name, plate, number or address")
        self.empty = EmptyState(*EMPTY, icon="search", verb="New place")
        self.table = RecordTable(
            _columns(desk),
            self._fetch,
            name=self.title,
            sort="sort_name",
            empty=self.empty,
            verbs=[
                Verb(text="Open", act=lambda row: self.opened.emit(row.subject), keys="Enter"),
                Verb(text="Link with…", act=lambda row: self.link_asked.emit(row.subject)),
            ],
            exports=True,
        )
        self.total = label(tone="soft")
        self.new_button = Button("New", "primary", keys="Ctrl+N", icon="add", hint="A place, vehicle, phone or name")
        self.kinds = QMenu(self)
        self._build()
        self._connect()

    def refresh(self) -> None:
        """Read the list again, from the first page to as far as it was scrolled."""
        self.table.reload()
        self._count()

    def wanted(self) -> Wanted:
        """What is asked of the records, without the page."""
        asked = self.filters.value()
        _words, _new, kind, sort = KINDS.get(asked[KIND], ("", "", "", ""))
        if asked[SORT]:
            kind, sort = kind or Place.KIND, asked[SORT]
        return Wanted(kind=kind, sort=sort, text=asked[TEXT])

    def listing(self) -> Leaving | None:
        """The whole list as it is shown now: its filters, its order, its columns; None where it is empty."""
        columns, filters = [each.key for each in self.table.model.columns], self.filters.in_words()
        model = self.table.model
        wanted = replace(self.wanted(), order=model.sorted_by, descending=model.descending)
        rows = things.how_many(self.desk.at, wanted)
        return (
            Leaving(
                title=self.title,
                rows=rows,
                of=things.how_many(self.desk.at, Wanted()),
                columns=thing_list.headings(columns),
                filters=filters,
                state=State.TEAM,
                read=lambda desk, told: thing_list.listed(desk, wanted, columns, filters=filters, told=told),
            )
            if rows
            else None
        )

    def add(self) -> None:
        """Something new: of the kind that the list is narrowed to, else of one that is asked for."""
        asked = self.filters.value()[KIND]
        if asked:
            self._new(asked)
        else:
            self.kinds.popup(self.new_button.mapToGlobal(QPoint(0, self.new_button.height())))

    def filter(self) -> bool:
        """Put the cursor where the list is narrowed; False while there is nothing on it."""
        self.filters.text.setFocus()
        self.filters.text.selectAll()
        return not self.filters.isHidden()

    def _new(self, what: str) -> None:
        _words, _new, kind, sort = KINDS[what]
        self.new_asked.emit(kind, sort)

    def _fetch(self, sort: str, descending: bool, after: ThingCard | None) -> Sequence[ThingCard]:
        if self.desk.desk is None:  # the list is still painted while the desk is being locked
            return []
        wanted = replace(self.wanted(), order=sort, descending=descending, limit=PAGE)
        return things.page(self.desk.at, wanted.following(after) if after else wanted)

    def _count(self) -> None:
        every = things.how_many(self.desk.at, Wanted())
        shown = things.how_many(self.desk.at, self.wanted()) if self.filters.is_narrowed() else every
        self.total.setText(formats.count_of(shown, every))
        self.filters.setVisible(bool(every))
        if every:
            self.empty.say(*NOTHING_FITS, "Clear filters")
        else:
            self.empty.say(*EMPTY, "New place")

    def _filters(self) -> list[Filter]:
        sorts = self.desk.practice.vocabulary("place_type").choices()
        return [
            Filter(key=KIND, label="Kind", choices=[(key, words) for key, (words, *_rest) in KINDS.items()]),
            Filter(key=SORT, label="Sort of place", choices=[(each.key, each.label) for each in sorts]),
        ]

    def _narrow(self) -> None:
        if self.desk.desk is None:  # locked between the last key and the pause after it
            return
        self.table.reload()
        self._count()

    def _act_on_empty(self) -> None:
        if self.filters.is_narrowed():
            self.filters.clear()
        else:
            self._new("place")

    def _connect(self) -> None:
        self.filters.changed.connect(lambda _asked: self._narrow())
        self.table.opened.connect(lambda row: self.opened.emit(row.subject))
        self.table.export_asked.connect(self.export_asked)
        self.empty.acted.connect(self._act_on_empty)
        self.new_button.clicked.connect(self.add)
        for key, (_words, new, *_rest) in KINDS.items():
            self.kinds.addAction(new, partial(self._new, key))
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
    """Every column of the list."""
    practice = desk.practice
    shown: dict[str, tuple[str, Callable[[ThingCard], Cell | str], int]] = {
        "sort_name": ("Name", lambda card: Cell(text=card.name, strong=True), 230),
        "sort": ("What it is", lambda card: thing_list.what(card, practice), 190),
        "detail": ("Detail", lambda card: card.detail, 320),
        "links": ("Links", lambda card: str(card.links) if card.links else "", 70),
        "last_entry": ("Last entry", lambda card: moments.shown(Moment(card.last_entry)), 150),
    }
    return [
        Column(
            key=key,
            title=title,
            cell=cell,
            sort=key if key in SORTABLE else "",
            width=width,
            fixed=key == "sort_name",
            right=key == "links",
        )
        for key, (title, cell, width) in shown.items()
    ]
