"""Going somewhere from a part of a page: to a file or a thing's page, to a network, to an entry; the window does it."""

from typing import TYPE_CHECKING, cast

from PySide6.QtWidgets import QWidget

from rise_desk.domain.record import NO_ID, Id
from rise_desk.errors import DeskError
from rise_desk.services import unfinished
from ui.desk import ScreenDesk

if TYPE_CHECKING:
    from ui.main_window import MainWindow
    from ui.protecting import Protecting


def subject(part: QWidget, number: Id) -> None:
    """Show somebody's file, or the page of a place or thing."""
    from ui.around_pages import open_subject

    open_subject(_window(part), number)


def network(part: QWidget, number: Id) -> None:
    """Show the network around somebody or something."""
    from ui.around_pages import NETWORK
    from ui.pages import Place

    _window(part).go(Place(NETWORK, number))


def forms(part: QWidget) -> "Protecting":
    """The forms around links, of the window that a part stands in."""
    return _window(part).forms.protecting


def record(part: QWidget, screen: ScreenDesk, number: Id) -> None:
    """Show an entry whole, in the file of the first whom it is about."""
    from ui.search import read_entry

    window = _window(part)
    try:
        about = next((each for each, _role in unfinished.on_file(screen.at, number).involved()), NO_ID)
        read_entry(window, about, number)
    except DeskError as failure:
        window.say(str(failure))


def _window(part: QWidget) -> "MainWindow":
    return cast("MainWindow", part.window())
