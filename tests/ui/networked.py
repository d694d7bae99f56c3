"""A network for tests of its screens: two groups of adults, three children, a place, a car and a phone."""

from dataclasses import dataclass

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication

from rise_desk.domain.moments import Moment
from rise_desk.domain.person import Person
from rise_desk.domain.place import Place as PlaceRecord
from rise_desk.domain.record import Id
from rise_desk.services.desk import Desk
from tests import build
from tests.ui.open_window import page
from ui.around_pages import NETWORK
from ui.main_window import MainWindow
from ui.network_page import NetworkPage
from ui.pages import Place
from ui.widgets.plain_choice import PlainChoice


@dataclass(frozen=True, kw_only=True)
class Around:
    """Who and what is in it."""

    maisie: Person
    pike: Person
    marsh: Person
    dunn: Person
    ana: Person
    corner: PlaceRecord


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


def opened(window: MainWindow, subject: Id) -> NetworkPage:
    """The network around somebody or something, come to rest."""
    window.go(Place(NETWORK, subject))
    shown = page(window)
    assert isinstance(shown, NetworkPage)
    for _ in range(3):  # what is read anew shows in a later turn than it comes
        QApplication.processEvents()
    shown.canvas.settle()
    shown.canvas.setFocus()
    return shown


def names(shown: NetworkPage) -> set[str]:
    """Who and what is in view."""
    return {each.name for each in shown.shown.nodes}


def at(shown: NetworkPage, subject: Id) -> QPoint:
    """Where a node is on the canvas."""
    return shown.canvas.frame.point(shown.canvas.at[subject]).toPoint()


def choose(box: PlainChoice, key: str) -> None:
    """Choose in a filter as somebody would."""
    box.set_value(key)
