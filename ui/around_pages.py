"""The pages around people: places and things, one of them whole, a network, and everybody's information reports."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from rise_desk.domain.record import Id
from ui.pages import Place

if TYPE_CHECKING:
    from rise_desk.services.information import Listed
    from ui.main_window import MainWindow

FILE, THINGS, THING, NETWORK, REPORTS = "case", "things", "thing", "network", "reports"


def open_subject(window: "MainWindow", subject: Id) -> None:
    """Show somebody's file, or the page of a place, vehicle, phone or name online, whichever this number is."""
    window.go(place_of(window, subject))


def place_of(window: "MainWindow", subject: Id) -> Place:
    """The page of whoever or whatever this number is: a file, or that of a place, vehicle, phone or name online."""
    from rise_desk.services import things

    return Place(THING if things.is_thing(window.desk.at, subject) else FILE, subject)


def makers(window: "MainWindow") -> dict[str, Callable[[Id], QWidget]]:
    """How each of these pages is made, by its name among the pages."""
    return {
        THINGS: lambda _none: _things(window),
        THING: lambda subject: _thing(window, subject),
        NETWORK: lambda subject: _network(window, subject),
        REPORTS: lambda _none: _reports(window),
    }


def _things(window: "MainWindow") -> QWidget:
    from ui.things_page import ThingsPage

    page = ThingsPage(window.desk)
    page.opened.connect(lambda subject: window.go(Place(THING, subject)))
    page.link_asked.connect(window.forms.protecting.link)
    page.new_asked.connect(lambda kind, sort: window.forms.protecting.thing(kind, sort=sort))
    return page


def _thing(window: "MainWindow", subject: Id) -> QWidget:
    from ui.thing_page import ThingPage

    page = ThingPage(window.desk, subject, window.forms)
    page.opened.connect(lambda other: open_subject(window, other))
    page.closed.connect(lambda: window.pages.close_place(Place(THING, subject)))
    return page


def _network(window: "MainWindow", subject: Id) -> QWidget:
    from ui.network_page import NetworkPage

    page = NetworkPage(window.desk, subject)
    page.centre_asked.connect(lambda other: window.go(Place(NETWORK, other)))
    page.closed.connect(lambda: window.pages.close_place(Place(NETWORK, subject)))
    return page


def _reports(window: "MainWindow") -> QWidget:
    from ui.information_page import InformationPage

    page = InformationPage(window.desk)
    page.opened.connect(lambda row: _read(window, row))
    page.new_asked.connect(window.forms.protecting.information)
    return page


def _read(window: "MainWindow", row: "Listed") -> None:
    """Read a report in the file of the first it is about; one about nobody on file is opened in its form."""
    from ui.search import read_entry

    if row.subject:
        read_entry(window, row.subject, row.report.id)
    else:
        window.forms.protecting.information(report=row.report.id)
