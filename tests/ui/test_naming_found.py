"""Whoever is named and is on file under another name is found by a search: nobody new is made."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from rise_desk.domain.card import Wanted
from rise_desk.domain.mention import Mention
from rise_desk.domain.person import Person
from rise_desk.domain.record import Record
from rise_desk.services import naming, overview
from rise_desk.services.desk import Desk
from tests import build
from tests.ui.screen import show
from tests.ui.told_names import CORNER, PAUL, PHONE, PLATE, links, told
from ui.desk import ScreenDesk
from ui.naming_dialog import NamingDialog
from ui.naming_row import FIND, LEAVE, NOT_FOUND, NamingRow


@pytest.fixture
def maisie(desk: Desk) -> Person:
    """A girl on file."""
    return build.young_person(desk)


@pytest.fixture
def dialog(desk: Desk, maisie: Person, screen: ScreenDesk, qtbot: QtBot) -> Iterator[NamingDialog]:
    """Four that are named, over what is on file."""
    told(desk, maisie, PAUL, CORNER, PLATE, PHONE)
    made = NamingDialog(screen, naming.waiting(desk, maisie.id))
    show(qtbot, made, 820, 700)
    yield made
    made.hide()


def _find(row: NamingRow, text: str) -> list[str]:
    """Say that it is on file, and type what it is found by: who or what is offered."""
    row.choice.set_value(FIND)
    search = row.found.search
    search.setFocus()
    QTest.keyClicks(search, text)
    QTest.keyClick(search, Qt.Key.Key_Return)  # asks at once, before the pause is over
    assert search.answers is not None
    shown = search.answers.list
    return [shown.item(place).text() for place in range(shown.count())]


def test_somebody_whom_no_likeness_tells_is_found_by_any_name_and_nobody_new_is_made(
    desk: Desk, maisie: Person, screen: ScreenDesk, qtbot: QtBot
) -> None:
    darren = build.adult(desk, "Darren", "Kite")
    told(desk, maisie, Mention(name="Daz"))
    dialog = NamingDialog(screen, naming.waiting(desk, maisie.id))
    show(qtbot, dialog, 820, 600)
    row = dialog.lines[0]
    assert row.likely == ()
    assert not row.found.isVisible()
    assert _find(row, "darren") == [f"Darren Kite · name · {darren.file_number}"]
    assert (row.answer().subject, row.answer().taken_up) == (0, False)
    QTest.keyClick(row.found.search, Qt.Key.Key_Return)
    assert (row.answer().subject, row.answer().way) == (darren.id, None)
    assert row.found.name.text() == f"Darren Kite · {darren.file_number}"
    people = [each.subject for each in overview.people(desk, Wanted())]
    dialog.lines[0].how.setCurrentText("was exploited by")
    saved: list[tuple[Record, ...]] = []
    dialog.settled.connect(saved.append)
    QTest.keyClick(dialog, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: bool(saved))
    (link,) = links(desk, maisie)
    assert (link.subject, link.link_type, link.other) == (darren.id, "exploited", maisie.id)
    assert "Named as “Daz” in the return interview" in link.note
    assert [each.subject for each in overview.people(desk, Wanted())] == people
    assert naming.waiting(desk, maisie.id) == ()


def test_until_one_is_found_nothing_is_recorded(dialog: NamingDialog, desk: Desk, maisie: Person, qtbot: QtBot) -> None:
    paul = dialog.lines[0]
    paul.choice.set_value(FIND)
    paul.choice.field_widget().setFocus()
    QTest.keyClick(paul.choice.field_widget(), Qt.Key.Key_Tab)
    assert dialog.focusWidget() is paul.found.search
    dialog.verb.click()
    qtbot.waitUntil(lambda: not dialog.working)
    assert (paul.error.text(), paul.error.isVisible()) == (NOT_FOUND, True)
    assert links(desk, maisie) == []
    paul.choice.set_value(LEAVE)
    assert not paul.found.isVisible()
    dialog.verb.click()
    qtbot.waitUntil(lambda: not dialog.isVisible())
    assert [each.link_type for each in links(desk, maisie)] == ["seen_at"]


def test_nobody_restricted_is_found_nor_the_child_nor_what_is_of_another_kind(
    desk: Desk, maisie: Person, screen: ScreenDesk, qtbot: QtBot
) -> None:
    hidden, place = build.young_person(desk, "Jade", "Corner"), build.place(desk, "Corner Grill")
    told(desk, maisie, Mention(name="J"), Mention(name="The grill", sort="place"))
    dialog = NamingDialog(screen, naming.waiting(desk, maisie.id))
    show(qtbot, dialog, 820, 600)
    who, where = dialog.lines
    assert _find(who, "corner") == [f"Jade Corner · name · {hidden.file_number}"]
    assert [each.partition(" · ")[0] for each in _find(where, "corner")] == ["Corner Grill"]
    QTest.keyClick(where.found.search, Qt.Key.Key_Return)
    assert where.answer().subject == place.id
    with desk.writing() as work:
        work.put(hidden.changed(restricted=True), hidden)
    for text in ("corner", maisie.given_name):
        who.found.search.clear()
        assert _find(who, text) == []
    assert who.found.search.answers is not None
    assert who.found.search.answers.none.text() == "Nobody and nothing on file answers to this."
