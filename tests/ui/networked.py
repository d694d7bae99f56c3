"""A network for tests of its screens: two groups of adults, three children, a place, a car and a phone."""

from dataclasses import dataclass

from rise_desk.domain.moments import Moment
from rise_desk.domain.person import Person
from rise_desk.domain.place import Place
from rise_desk.services.desk import Desk
from tests import build


@dataclass(frozen=True, kw_only=True)
class Around:
    """Who and what is in it."""

    maisie: Person
    pike: Person
    marsh: Person
    dunn: Person
    ana: Person
    corner: Place


def around(desk: Desk, maisie: Person) -> Around:
    """Maisie is harmed by Pike, who acts with Marsh; Dunn harmed the same child and is in no group."""
    pike, marsh = build.adult(desk, "Darren", "Pike"), build.adult(desk, "Tony", "Marsh")
    dunn, ana = build.adult(desk, "Lee", "Dunn"), build.young_person(desk, "Ana", "Reyes")
    corner, car, phone = build.place(desk), build.vehicle(desk, "KX12 ABC"), build.phone(desk)
    note = build.note(desk, maisie.id, text="She named them.")
    build.link(
        desk, pike, "exploited", maisie, since="2026-05", confidence="probable", said_by="Ana Reyes", said_in=note.id
    )
    build.link(desk, dunn, "groomed", maisie, confidence="unconfirmed")
    build.link(desk, marsh, "exploited", ana, confidence="confirmed")
    build.link(desk, pike, "acts_with", marsh, confidence="probable", said_by="a neighbour")
    build.link(desk, dunn, "same_address", pike, confidence="confirmed")
    build.link(desk, pike, "works_at", corner, confidence="confirmed")
    build.link(desk, pike, "uses", car, since="2023-01", until=Moment("2024-01"))
    build.link(desk, maisie, "uses", phone, confidence="confirmed")
    build.link(desk, maisie, "friend", ana, confidence="confirmed")
    return Around(maisie=maisie, pike=pike, marsh=marsh, dunn=dunn, ana=ana, corner=corner)
