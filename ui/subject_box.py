"""A box that finds whoever and whatever is on file: people, places, vehicles, phones and names online."""

from collections.abc import Collection

from rise_desk.domain.handle import Handle
from rise_desk.domain.person import Person
from rise_desk.domain.place import Place
from rise_desk.domain.record import Id
from rise_desk.domain.vehicle import Vehicle
from rise_desk.errors import DeskError
from rise_desk.services import subjects
from rise_desk.services.subjects import Named
from ui import formats
from ui.desk import ScreenDesk
from ui.widgets.answers import Hit
from ui.widgets.search_box import SearchBox

GROUPS = {
    Person.KIND: "People",
    Place.KIND: "Places",
    Vehicle.KIND: "Vehicles",
    Handle.KIND: "Phones and names online",
}
HINT = "Name, nickname, place, plate, number or name online"
NOTHING = "Nobody and nothing on file answers to this. Make a record of a place or thing below, or open a file first."
HINTS = {
    Person.KIND: "Name, nickname, file number or phone",
    Place.KIND: "Name or address",
    Vehicle.KIND: "Plate, make or colour",
    Handle.KIND: "Number or name online",
}
NONE_SUCH = "Nobody and nothing on file answers to this."
GONE = "A file you can’t open"


def told(found: Named) -> str:
    """Who or what it is in one line: 'Kebab Corner · 12 High Street', 'Darren Kite · 26-0147'."""
    return formats.joined(found.name, found.detail, found.aside)


class SubjectBox(SearchBox):
    """A search box that finds people and things, or those of one `kind`; `picked` brings the number of one."""

    def __init__(self, screen: ScreenDesk, hint: str = HINT, *, kind: str = "") -> None:
        super().__init__(hint=HINTS.get(kind, hint), keys="")
        self._desk, self._kind = screen, kind
        self.without: Collection[Id] = ()
        self.asked.connect(self.ask)

    def ask(self, text: str) -> None:
        """Show who and what answers, without those that are there already."""
        try:
            found = subjects.found(self._desk.at, text, kind=self._kind)
        except DeskError as failure:
            self.show_hits((), str(failure))
            return
        hits = (
            Hit(key=each.subject, title=each.name, detail=each.detail, aside=each.aside, group=GROUPS[each.kind])
            for each in found
            if each.subject not in self.without
        )
        self.show_hits(tuple(hits), NONE_SUCH if self._kind else NOTHING)
