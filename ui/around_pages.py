"""The pages around people: places and things, one of them whole, and the network around somebody or something."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from rise_desk.domain.record import Id
from rise_desk.services import things
from ui.pages import Place

if TYPE_CHECKING:
    from ui.main_window import MainWindow

THINGS, THING, NETWORK = "things", "thing", "network"


def open_subject(window: "MainWindow", subject: Id) -> None:
    """Show somebody's file, or the page of a place, vehicle, phone or name online, whichever this number is."""
    if things.is_thing(window.desk.at, subject):
        window.go(Place(THING, subject))
    else:
        window.open_file(subject)


def makers(window: "MainWindow") -> dict[str, Callable[[Id], QWidget]]:
    """How each of these pages is made, by its name among the pages."""
    return {}
