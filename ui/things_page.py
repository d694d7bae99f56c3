"""The list of places and things: places, vehicles, phones and names online, narrowed by what they are."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QMenu, QWidget

from rise_desk.domain import moments
from rise_desk.domain.access import State
from rise_desk.domain.handle import ONLINE, PHONE, Handle
from rise_desk.domain.moments import Moment
from rise_desk.domain.place import Place
from rise_desk.domain.thing_card import SORTABLE, ThingCard, Wanted
from rise_desk.domain.vehicle import Vehicle
from rise_desk.services import things
from rise_desk.services.exchange import thing_list
from ui.desk import ScreenDesk
from ui.list_page import ListPage, Taken
from ui.widgets.buttons import Button
from ui.widgets.columns import Cell, Column
from ui.widgets.empty_state import EmptyState
from ui.widgets.filter_row import TEXT, Filter, FilterRow
from ui.widgets.paged_model import PAGE
from ui.widgets.record_table import RecordTable, Verb

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
NEW_PLACE = "New place"


class ThingsPage(ListPage):
    """The list; `opened` brings the number of the row, `new_asked` the kind and sort of something new."""

    title = thing_list.TITLE
    none = (*EMPTY, NEW_PLACE)
    kept_as = "list things"
    opened = Signal(object)
    link_asked = Signal(object)
    new_asked = Signal(str, str)

    def __init__(self, desk: ScreenDesk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.filters = FilterRow(self._filters(), hint="Filter by name, plate, number or address")
        self.empty = EmptyState(*EMPTY, icon="search", verb=NEW_PLACE)
        self.table = RecordTable(
            _columns(desk),
            self.fetch,
            name=self.title,
            sort="sort_name",
            empty=self.empty,
            verbs=[
                Verb(text="Open", act=lambda row: self.opened.emit(row.subject), keys="Enter"),
                Verb(text="Link with…", act=lambda row: self.link_asked.emit(row.subject)),
            ],
            exports=True,
        )
        self.new_button = Button("New", "primary", keys="Ctrl+N", icon="add", hint="A place, vehicle, phone or name")
        self.kinds = QMenu(self)
        for key, (_words, new, *_rest) in KINDS.items():
            self.kinds.addAction(new, partial(self._new, key))
        self.lay_out()
        self.table.opened.connect(lambda row: self.opened.emit(row.subject))

    def wanted(self) -> Wanted:
        """What is asked of the records, without the page."""
        asked = self.filters.value()
        _words, _new, kind, sort = KINDS.get(asked[KIND], ("", "", "", ""))
        if asked[SORT]:
            kind, sort = kind or Place.KIND, asked[SORT]
        return Wanted(kind=kind, sort=sort, text=asked[TEXT])

    def how_many(self, *, narrowed: bool) -> int:
        """How many places and things there are, or fit the filters."""
        return things.how_many(self.desk.at, self.wanted() if narrowed else Wanted())

    def rows(self, sort: str, descending: bool, after: ThingCard | None) -> Sequence[ThingCard]:
        """A page of places and things."""
        wanted = replace(self.wanted(), order=sort, descending=descending, limit=PAGE)
        return things.page(self.desk.at, wanted.following(after) if after else wanted)

    def taken(self, columns: Sequence[str], filters: str) -> Taken:
        """The places and things in the order they are shown in."""
        model = self.table.model
        wanted = replace(self.wanted(), order=model.sorted_by, descending=model.descending)
        return (
            thing_list.headings(columns),
            State.TEAM,
            lambda desk, told: thing_list.listed(desk, wanted, columns, filters=filters, told=told),
        )

    def begin(self) -> None:
        """The first is a place."""
        self._new("place")

    def add(self) -> None:
        """Something new: of the kind that the list is narrowed to, else of one that is asked for."""
        asked = self.filters.value()[KIND]
        if asked:
            self._new(asked)
        else:
            self.kinds.popup(self.new_button.mapToGlobal(QPoint(0, self.new_button.height())))

    def _new(self, what: str) -> None:
        _words, _new, kind, sort = KINDS[what]
        self.new_asked.emit(kind, sort)

    def _filters(self) -> list[Filter]:
        sorts = self.desk.practice.vocabulary("place_type").choices()
        return [
            Filter(key=KIND, label="Kind", choices=[(key, words) for key, (words, *_rest) in KINDS.items()]),
            Filter(key=SORT, label="Sort of place", choices=[(each.key, each.label) for each in sorts]),
        ]


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
