"""The windows over a place, a vehicle, a phone or a name online: new, changed, or gone on with as they were left."""

from PySide6.QtWidgets import QDialog

from rise_desk.domain.handle import Handle
from rise_desk.domain.place import Place
from rise_desk.domain.record import NO_ID, Id
from rise_desk.domain.thing import Thing
from rise_desk.domain.vehicle import Vehicle
from rise_desk.services import things
from rise_desk.services.unfinished import Draft
from ui.desk import ScreenDesk

KINDS = frozenset({Place.KIND, Vehicle.KIND, Handle.KIND})


def whole(screen: ScreenDesk, kind: str, number: Id = NO_ID, sort: str = "") -> QDialog:
    """The form of a thing: a new one of this kind, or one on file."""
    from ui.thing_form import ThingForm

    return ThingForm(screen, kind, things.thing(screen.at, number) if number else None, sort=sort)


def same(screen: ScreenDesk, number: Id) -> QDialog:
    """Another record of the same thing: found, compared, and read as one with it."""
    from ui.thing_same import SameThing

    return SameThing(screen, things.thing(screen.at, number))


def apart(screen: ScreenDesk, thing: Thing) -> QDialog:
    """A record that was read as part of another is read by itself again."""
    from ui.thing_same import ApartThing

    return ApartThing(screen, thing)


def withdrawn(screen: ScreenDesk, thing: Thing) -> QDialog:
    """A record that should not be there: it leaves the lists, and stays on file with the reason."""
    from ui.withdraw import over

    return over(screen, thing)


def resumed(screen: ScreenDesk, draft: Draft) -> QDialog:
    """An unfinished form, as it was left."""
    from ui.thing_form import ThingForm

    held = things.thing(screen.at, draft.record) if draft.record else None
    return ThingForm(screen, draft.kind, held, draft=draft)
