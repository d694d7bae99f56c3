"""Two records of one thing: the likely one is offered, what differs is told, and nothing happens without a reason."""

import pytest
from pytestqt.qtbot import QtBot

from rise_desk.domain.place import Place
from rise_desk.domain.staff import Role
from rise_desk.services import casework, merged, thing_merging
from rise_desk.services.desk import Desk
from tests import build
from tests.ui.walk import walk
from ui.desk import ScreenDesk
from ui.thing_same import NOTHING, NOTHING_LIKELY, SAME, ApartThing, SameThing


@pytest.fixture
def bell(desk: Desk) -> Place:
    """A pub that was recorded once."""
    return build.place(desk, "The Bell", lines="1 Mill Road", place_type="pub_or_club")


def _lines(dialog: SameThing) -> list[str]:
    return [dialog.list.item(row).text() for row in range(dialog.list.count())]


def _open(qtbot: QtBot, dialog: SameThing | ApartThing) -> None:
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.open()
    assert walk(dialog) == []


def test_the_likely_one_is_offered_and_read_as_one(qtbot: QtBot, screen: ScreenDesk, desk: Desk, bell: Place) -> None:
    other = build.place(desk, "the bell", lines="2 Mill Road")
    dialog = SameThing(screen, bell)
    _open(qtbot, dialog)
    assert _lines(dialog) == ["the bell · 2 Mill Road · the same name"]
    dialog.verb.click()
    assert "Choose the other record first." in dialog.summary.accessibleDescription() or dialog.summary.isVisible()
    dialog.list.setCurrentRow(0)
    assert "Address: 2 Mill Road (here 1 Mill Road)" in dialog.differs.text()
    dialog.verb.click()
    assert merged.head_of(desk, (other.id,))[other.id] == other.id
    dialog.why.editor.set_value("One sign over the door.")
    with qtbot.waitSignal(dialog.merged) as told:
        dialog.verb.click()
    assert told.args == [bell]
    assert merged.head_of(desk, (other.id,))[other.id] == bell.id


def test_another_is_found_by_what_is_typed(qtbot: QtBot, screen: ScreenDesk, desk: Desk, bell: Place) -> None:
    build.place(desk, "Arcade")
    build.phone(desk)
    dialog = SameThing(screen, bell)
    _open(qtbot, dialog)
    assert _lines(dialog) == [NOTHING_LIKELY]
    dialog.other.editor.set_value("arc")
    dialog.look()
    assert _lines(dialog) == ["Arcade"]
    dialog.list.setCurrentRow(0)
    assert "Name of the place: Arcade (here The Bell)" in dialog.differs.text()
    dialog.look()
    assert dialog.list.currentRow() == 0
    dialog.other.editor.set_value("zzz")
    dialog.look()
    assert _lines(dialog) == [NOTHING]
    assert dialog.differs.text() == ""


def test_what_is_the_same_in_all_says_so(qtbot: QtBot, screen: ScreenDesk, desk: Desk) -> None:
    one, _other = build.vehicle(desk), build.vehicle(desk)
    dialog = SameThing(screen, one)
    _open(qtbot, dialog)
    dialog.list.setCurrentRow(0)
    assert dialog.differs.text() == SAME


def test_a_worker_is_told_who_may(qtbot: QtBot, desk: Desk, screen: ScreenDesk, bell: Place) -> None:
    build.place(desk, "the bell")
    worker = build.colleague(desk, "Jo Bright", Role.WORKER)
    screen.desk = worker
    dialog = SameThing(screen, bell)
    _open(qtbot, dialog)
    dialog.list.setCurrentRow(0)
    assert "may not merge files" in str([each.text() for each in dialog.summary.findChildren(type(dialog.differs))])


def test_it_is_separated_with_a_reason_alone(qtbot: QtBot, screen: ScreenDesk, desk: Desk, bell: Place) -> None:
    other = build.place(desk, "the bell")
    thing_merging.merge(desk, bell, other, "One sign.")
    (held,) = thing_merging.joined_to(desk, bell)
    dialog = ApartThing(screen, held)
    _open(qtbot, dialog)
    dialog.verb.click()
    assert merged.head_of(desk, (other.id,))[other.id] == bell.id
    dialog.why.editor.set_value("Two pubs.")
    with qtbot.waitSignal(dialog.separated):
        dialog.verb.click()
    assert merged.head_of(desk, (other.id,))[other.id] == other.id


def test_what_changed_meanwhile_is_told(qtbot: QtBot, screen: ScreenDesk, desk: Desk, bell: Place) -> None:
    other = build.place(desk, "the bell")
    dialog = SameThing(screen, bell)
    _open(qtbot, dialog)
    dialog.list.setCurrentRow(0)
    casework.withdraw(desk, other, "Never was.")
    dialog.why.editor.set_value("One sign.")
    dialog.verb.click()
    qtbot.waitUntil(dialog.summary.isVisible)
    assert dialog.verb.isEnabled()
