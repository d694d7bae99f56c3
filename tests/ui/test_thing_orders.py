"""The order that closes a place: begun on its page, read and changed from there."""

import pytest
from pytestqt.qtbot import QtBot

from rise_desk.domain.moments import Moment
from rise_desk.domain.order import Order, Protected
from rise_desk.domain.record import Record
from rise_desk.services.desk import Desk
from tests import build
from tests.ui.files import button_of, dialog_of, words_of
from tests.ui.open_window import page
from ui.around_pages import THING
from ui.main_window import MainWindow
from ui.order_form import OrderForm
from ui.pages import Place
from ui.protecting_reading import ProtectingReading
from ui.thing_page import ThingPage
from ui.widgets.buttons import Button

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing|propagateSizeHints)", extend=True)


def _opened(window: MainWindow, thing: Record) -> ThingPage:
    window.go(Place(THING, thing.id))
    made = page(window)
    assert isinstance(made, ThingPage)
    return made


def _offered(shown: ThingPage) -> bool:
    """Whether an order can be added from this page."""
    return any(each.accessibleName() == "Add an order…" for each in shown.overview.findChildren(Button))


def test_an_order_that_closes_a_place_is_begun_and_read_on_its_page(
    qtbot: QtBot, window: MainWindow, desk: Desk
) -> None:
    child, shown = build.young_person(desk), _opened(window, build.place(desk))
    button_of(shown, "Add an order…").click()
    form = dialog_of(window, OrderForm)
    begun = form.made()
    assert (begun.subject, begun.order_type) == (shown.subject, "closure")
    assert not form.panel.dirty()
    form.panel.rows["made_on"].editor.set_value(Moment("2026-11-18"))
    form.panel.rows["ends_on"].editor.set_value(Moment("2027-02-18"))
    form.panel.rows["protects"].editor.set_value((Protected(child=child.id),))
    form.save()
    told = "in force · made 18 November 2026 · ends 18 February 2027 · protects Maisie Okafor"
    qtbot.waitUntil(lambda: told in words_of(shown))
    button_of(shown, f"Open: Closure · {told}").click()
    reading = dialog_of(window, ProtectingReading)
    assert isinstance(reading.note, Order)
    button_of(reading, "Change…").click()
    assert dialog_of(window, OrderForm).base == reading.note


def test_an_order_binds_no_vehicle_and_no_phone(window: MainWindow, desk: Desk) -> None:
    for thing in (build.vehicle(desk), build.phone(desk)):
        assert not _offered(_opened(window, thing))
    assert _offered(_opened(window, build.place(desk)))
