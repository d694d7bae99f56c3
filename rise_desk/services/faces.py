"""Faces: whoever or whatever a due line is about, as much of it as the line shows; of a thing, what it is called."""

from collections.abc import Iterable

from rise_desk.domain.card import Face
from rise_desk.domain.moments import Moment
from rise_desk.domain.record import Id
from rise_desk.services.desk import Desk
from rise_desk.storage.indexes import card, thing_card


def faces(desk: Desk, subjects: Iterable[Id]) -> dict[Id, Face]:
    """The faces of these people, places and things; those who stand in no list are left out."""
    wanted = set(subjects)
    people = card.faces(desk.store.vault, wanted)
    things = thing_card.several(desk.store.vault, wanted - set(people))
    return people | {each: _of_thing(each, found.name) for each, found in things.items()}


def _of_thing(subject: Id, name: str) -> Face:
    return Face(
        subject=subject,
        name=name,
        file_number="",
        date_of_birth=Moment(""),
        key_worker="",
        band="",
        waits=False,
        at_risk=False,
    )
