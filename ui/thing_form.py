"""The form of a place, a vehicle, a phone or a name online: one for each kind, with its picture."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from rise_desk.domain.handle import ONLINE, Handle
from rise_desk.domain.place import Place
from rise_desk.domain.record import NO_ID, Id, Record
from rise_desk.domain.thing import Thing
from rise_desk.domain.vehicle import Vehicle
from rise_desk.services import photos
from rise_desk.services.unfinished import Draft
from ui.desk import ScreenDesk
from ui.drafting import as_it_was
from ui.fitting import fit
from ui.record_form import RecordForm
from ui.records import handle, place, vehicle
from ui.records.thing_parts import PHOTO
from ui.widgets.fields import Section, Surroundings

CLASSES: Mapping[str, type[Thing]] = {Place.KIND: Place, Vehicle.KIND: Vehicle, Handle.KIND: Handle}
SECTIONS: Mapping[str, tuple[Section, ...]] = {
    Place.KIND: place.SECTIONS,
    Vehicle.KIND: vehicle.SECTIONS,
    Handle.KIND: handle.SECTIONS,
}
NEW = {Place.KIND: "New place", Vehicle.KIND: "New vehicle", Handle.KIND: "New phone or name online"}
NEW_ONLINE = "New name online"


class ThingForm(RecordForm):
    """A new thing of this kind, changes to one, or the rest of an unfinished form; `sort` is a phone or a name."""

    own = frozenset({PHOTO})
    base: Thing

    def __init__(
        self,
        screen: ScreenDesk,
        kind: str,
        thing: Thing | None = None,
        *,
        sort: str = "",
        draft: Draft | None = None,
    ) -> None:
        desk = screen.at
        named = thing.name if thing else NEW_ONLINE if sort == ONLINE else NEW[kind]
        super().__init__(screen, named, SECTIONS[kind], Surroundings(desk.practice, screen.now))
        self.kind = kind
        begun = CLASSES[kind](id=desk.clock.new_id())
        self.base = thing or (begun.changed(handle_sort=sort) if sort else begun)
        self.subject = self.base.id if thing else NO_ID
        if draft is not None and thing is not None:
            self.base = as_it_was(screen, thing, draft.base_version)
        self.panel.set_value(self.shown(self.base))
        if draft is not None:
            self.take_up(draft)
        fit(self, 860, 640)
        self.panel.focus_field("value" if kind == Handle.KIND else SECTIONS[kind][0].fields[0].name)

    def made(self) -> Thing:
        """The thing with what the form says."""
        return self.base.changed(**self.read_panel(self.base, without=PHOTO))

    def over(self) -> tuple[Id, int]:
        """The record that is being changed."""
        return (self.base.id, self.base.version) if self.base.version else (NO_ID, 0)

    def also_saved(self, record: Record) -> None:
        """After the record comes the new photo, which is an act of its own."""
        assert isinstance(record, Thing)
        path = str(self.panel.values()[PHOTO])
        if not path:
            self.finish(record)
            return
        self.base = record
        self.desk.tasks.attempt(
            lambda: photos.add(self.desk.at, record, Path(path), record.photo_on), self.finish, self.failed
        )

    def shown(self, record: Record) -> Mapping[str, Any]:
        """The record's fields, and its picture."""
        values = {name: getattr(record, name) for name in self.panel.rows if name != PHOTO}
        picture = photos.of(self.desk.at, record) if isinstance(record, Thing) and record.version else b""
        return values | {PHOTO: picture}
