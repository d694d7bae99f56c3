"""Who and what is named, on the screen: nothing is chosen for anybody, one act records it, leaving loses nothing."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from rise_desk.domain import life
from rise_desk.domain.handle import Handle
from rise_desk.domain.link import Link
from rise_desk.domain.mention import Mention
from rise_desk.domain.person import Person
from rise_desk.domain.record import Record
from rise_desk.services import naming
from rise_desk.services.desk import Desk
from tests import build
from tests.ui.screen import show
from tests.ui.told_names import CORNER, PAUL, PHONE, PLATE, links, told
from tests.ui.walk import walk
from ui.desk import ScreenDesk
from ui.naming_dialog import NamingDialog
from ui.naming_row import LEAVE


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


def test_nobody_is_chosen_and_no_harm_is_told_before_somebody_says_so(dialog: NamingDialog) -> None:
    paul, corner, plate, phone = dialog.lines
    assert (paul.choice.value(), paul.how.value()) == (LEAVE, "")
    assert (corner.choice.value(), corner.how.currentText()) == ("new", "seen at")
    assert plate.choice.value() == LEAVE
    assert (phone.choice.value(), phone.how.value()) == (LEAVE, "")
    assert {row.confidence.value() for row in dialog.lines} == {"unconfirmed"}
    assert walk(dialog) == []


def test_one_act_records_and_links_what_was_chosen(
    dialog: NamingDialog, desk: Desk, maisie: Person, qtbot: QtBot
) -> None:
    dialog.lines[0].choice.set_value("new:of_concern")
    dialog.lines[0].how.setCurrentText("was exploited by")
    dialog.lines[0].confidence.set_value("probable")
    dialog.lines[3].choice.set_value("new")
    dialog.lines[3].whose.setCurrentText("Tall Paul")
    dialog.lines[3].how.setCurrentText("uses")
    saved: list[tuple[Record, ...]] = []
    dialog.settled.connect(saved.append)
    QTest.keyClick(dialog, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: bool(saved))
    paul, corner, phone = saved[0][:3]
    assert isinstance(paul, Person)
    assert isinstance(phone, Handle)
    told_of = [(each.subject, each.link_type, each.other, each.confidence) for each in links(desk, maisie)]
    assert told_of == [
        (paul.id, "exploited", maisie.id, "probable"),
        (maisie.id, "seen_at", corner.id, "unconfirmed"),
    ]
    assert [each.subject for each in desk.store.thing_file(phone).of(Link)] == [paul.id]
    assert [each.mention.name for each in naming.waiting(desk, maisie.id)] == ["AB12 CDE"]
    assert not dialog.isVisible()


def test_what_is_missing_is_said_beside_its_row_and_nothing_is_saved(
    dialog: NamingDialog, desk: Desk, maisie: Person, qtbot: QtBot
) -> None:
    dialog.lines[0].choice.set_value("new:of_concern")
    dialog.verb.click()
    qtbot.waitUntil(lambda: not dialog.working)
    assert dialog.lines[0].error.text() == "Choose how they are linked."
    assert dialog.lines[0].error.isVisible()
    assert not dialog.lines[1].error.isVisible()
    dialog.go_to("answers.0")
    assert dialog.focusWidget() is not None
    assert links(desk, maisie) == []
    assert dialog.isVisible()


def test_a_thing_may_be_that_of_somebody_only_while_they_become_somebody(dialog: NamingDialog) -> None:
    paul, phone = dialog.lines[0], dialog.lines[3]
    assert phone.whose.count() == 1
    paul.choice.set_value("new:at_risk")
    assert phone.whose.count() == 2
    phone.whose.setCurrentText("Tall Paul")
    assert phone.answer().whose == 0
    paul.choice.set_value(LEAVE)
    assert phone.answer().whose == -1
    assert paul.whose.count() == 1


def test_two_who_share_a_nickname_are_told_side_by_side(
    desk: Desk, maisie: Person, screen: ScreenDesk, qtbot: QtBot
) -> None:
    alias = (life.Alias(name="Tall Paul"),)
    one, _two = build.adult(desk, "Paul", "Dent", aliases=alias), build.adult(desk, "Paul", "Marsh", aliases=alias)
    told(desk, maisie, PAUL)
    dialog = NamingDialog(screen, naming.waiting(desk, maisie.id))
    show(qtbot, dialog, 820, 600)
    row = dialog.lines[0]
    assert [each.text() for each in row.choice.buttons.values()] == [
        "Leave as it is named",
        f"Paul Dent · {one.file_number}",
        f"Paul Marsh · {_two.file_number}",
        "Find on file…",
        "New: of concern",
        "New: a child at risk",
    ]
    assert row.choice.value() == LEAVE
    row.choice.set_value(str(one.id))
    assert row.answer().subject == one.id
    dialog.hide()


def test_the_same_number_begins_as_the_one_on_file(
    desk: Desk, maisie: Person, screen: ScreenDesk, qtbot: QtBot
) -> None:
    phone = build.phone(desk, "+44 7700 900123")
    friend = build.young_person(desk, "Zara", "Quill")
    told(desk, maisie, PHONE, Mention(name="Zed", person=friend.id))
    dialog = NamingDialog(screen, naming.waiting(desk, maisie.id))
    show(qtbot, dialog, 820, 600)
    assert [row.answer().subject for row in dialog.lines] == [phone.id, friend.id]
    assert not any(key.startswith("new:") for key in dialog.lines[1].choice.buttons)
    dialog.hide()


def test_a_report_may_be_drawn_though_nothing_is_recorded(dialog: NamingDialog, desk: Desk, maisie: Person) -> None:
    asked: list[Record] = []
    dialog.report_asked.connect(asked.append)
    for row in dialog.lines:
        row.choice.set_value(LEAVE)
    dialog.draft.setChecked(True)
    dialog.verb.click()
    assert [each.KIND for each in asked] == ["return_interview"]
    assert links(desk, maisie) == []


def test_several_records_are_told_beside_each(desk: Desk, maisie: Person, screen: ScreenDesk, qtbot: QtBot) -> None:
    told(desk, maisie, PAUL)
    build.assessment(desk, maisie.id, mentions=(Mention(name="Sam"),))
    dialog = NamingDialog(screen, naming.waiting(desk, maisie.id))
    show(qtbot, dialog, 820, 600)
    assert [row.aside.text() for row in dialog.lines] == [
        "return interview of 18 November 2026",
        "assessment of 10 November 2026",
    ]
    dialog.hide()
