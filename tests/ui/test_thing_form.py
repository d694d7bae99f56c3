"""The form of a place, a vehicle, a phone or a name online: saved, kept while it is typed, and its picture."""

from pathlib import Path
from typing import cast

import pytest
from PySide6.QtGui import QColor, QPixmap
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rise_desk.domain.handle import Handle
from rise_desk.domain.place import Place
from rise_desk.domain.record import attributes
from rise_desk.domain.vehicle import Vehicle
from rise_desk.services import photos, things, unfinished
from rise_desk.services.desk import Desk
from tests import build
from tests.ui.files import type_in
from tests.ui.screen import show
from tests.ui.walk import walk
from ui import theme
from ui.desk import ScreenDesk
from ui.main_window import MainWindow
from ui.resuming import window_of
from ui.thing_form import CLASSES, SECTIONS, ThingForm

pytestmark = [
    pytest.mark.usefixtures("answer"),
    pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing|propagateSizeHints)", extend=True),
]
UNASKED = {"id", "version", "recorded_at", "recorded_by", "references", "corrects", "withdrawn", "merged_into"}


def _open(qtbot: QtBot, form: ThingForm) -> ThingForm:
    show(qtbot, form, 900, 660)
    return form


@pytest.mark.parametrize("kind", CLASSES)
def test_every_field_of_a_thing_is_asked_once(kind: str) -> None:
    names = [field.name for section in SECTIONS[kind] for field in section.fields]
    assert len(names) == len(set(names))
    assert set(names) == {each.name for each in attributes(CLASSES[kind])} - UNASKED


def test_a_place_needs_a_name_and_nothing_else(qtbot: QtBot, screen: ScreenDesk, desk: Desk) -> None:
    form = _open(qtbot, ThingForm(screen, Place.KIND))
    form.save()
    assert form.panel.rows["place_name"].problem == "Enter a name for the place, if only what people call it."
    type_in(form, place_name="The car park", place_type="Car park")
    with qtbot.waitSignal(form.saved) as saved:
        form.save()
    made = things.thing(desk, saved.args[0].id)
    assert isinstance(made, Place)
    assert (made.name, made.place_type) == ("The car park", "car_park")


def test_a_name_online_begins_as_one(qtbot: QtBot, screen: ScreenDesk, desk: Desk) -> None:
    form = _open(qtbot, ThingForm(screen, Handle.KIND, sort="handle"))
    assert form.title.text() == "New name online"
    type_in(form, value="@maz", service="Snap")
    with qtbot.waitSignal(form.saved) as saved:
        form.save()
    assert (saved.args[0].handle_sort, saved.args[0].value) == ("handle", "@maz")


def test_a_vehicle_is_changed_and_shown_as_it_is(qtbot: QtBot, screen: ScreenDesk, desk: Desk) -> None:
    car = build.vehicle(desk, colour="silver")
    form = _open(qtbot, ThingForm(screen, Vehicle.KIND, car))
    assert form.panel.values()["colour"] == "silver"
    type_in(form, colour="grey")
    with qtbot.waitSignal(form.saved):
        form.save()
    assert cast(Vehicle, things.thing(desk, car.id)).colour == "grey"


def test_a_thing_gets_its_photo_with_the_form(qtbot: QtBot, screen: ScreenDesk, desk: Desk, tmp_path: Path) -> None:
    picture = QPixmap(40, 30)
    picture.fill(QColor("navy"))
    path = tmp_path / "front.png"
    assert picture.save(str(path))
    form = _open(qtbot, ThingForm(screen, Place.KIND, build.place(desk)))
    type_in(form, photo=str(path), concern="Children are given food here.")
    with qtbot.waitSignal(form.saved) as saved:
        form.save()
    made = saved.args[0]
    assert made.concern == "Children are given food here."
    assert photos.of(desk, made).startswith(b"\xff\xd8")


@pytest.mark.parametrize("on_file", [False, True])
def test_an_unfinished_form_goes_on_as_it_was_left(
    qtbot: QtBot, screen: ScreenDesk, desk: Desk, *, on_file: bool
) -> None:
    held = build.vehicle(desk) if on_file else None
    form = _open(qtbot, ThingForm(screen, Vehicle.KIND, held))
    type_in(form, colour="blue")
    form.drafting.keep()
    (draft,) = unfinished.mine(desk)
    assert (unfinished.titled(draft.kind), draft.record) == ("Vehicle", held.id if held else 0)
    again = window_of(screen, draft)
    assert isinstance(again, ThingForm)
    qtbot.addWidget(again)
    assert again.panel.values()["colour"] == "blue"
    assert again.base.version == (1 if on_file else 0)


def test_the_window_opens_each_form(window: MainWindow, desk: Desk) -> None:
    corner = build.place(desk)
    window.forms.protecting.thing(Place.KIND, corner.id)
    window.forms.protecting.thing(Handle.KIND, sort="handle")
    titles = {each.title.text() for each in window.findChildren(ThingForm) if each.isVisible()}
    assert titles == {"Kebab Corner", "New name online"}


@pytest.mark.parametrize("kind", CLASSES)
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_each_form_can_be_read_and_reached(
    qtbot: QtBot, qapp: QApplication, screen: ScreenDesk, kind: str, scale: float
) -> None:
    theme.apply(qapp, dark=False, scale=scale)
    form = ThingForm(screen, kind)
    show(qtbot, form, 1300, 700)
    assert walk(form) == []
