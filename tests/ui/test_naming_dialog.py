"""Who and what is named, on the screen: nothing is chosen for anybody, one act records it, leaving loses nothing."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from rise_desk.domain import life
from rise_desk.domain.card import Wanted
from rise_desk.domain.handle import Handle
from rise_desk.domain.interview import ReturnInterview
from rise_desk.domain.link import Link
from rise_desk.domain.mention import Mention
from rise_desk.domain.moments import Moment
from rise_desk.domain.person import Person
from rise_desk.domain.record import Record
from rise_desk.errors import NotAllowed
from rise_desk.services import naming, overview, settings
from rise_desk.services.desk import Desk
from tests import build
from tests.ui.screen import show
from tests.ui.walk import walk
from ui import naming_bar, naming_next
from ui.desk import ScreenDesk
from ui.information_form import InformationForm
from ui.interview_form import InterviewForm
from ui.main_window import MainWindow
from ui.naming_dialog import NamingDialog
from ui.naming_row import FIND, LEAVE, NOT_FOUND, NamingRow
from ui.widgets.buttons import Button
from ui.widgets.card import Card

PAUL, PHONE = Mention(name="Tall Paul", known="Drives a taxi"), Mention(name="07700 900123", sort="phone")
PLATE, CORNER = Mention(name="AB12 CDE", sort="vehicle"), Mention(name="Kebab Corner", sort="place")


@pytest.fixture
def maisie(desk: Desk) -> Person:
    """A girl on file."""
    return build.young_person(desk)


def told(desk: Desk, child: Person, *named: Mention) -> ReturnInterview:
    """An interview that was held, and who and what was named in it."""
    episode = build.episode(desk, child.id, "2026-11-18T01:00+00:00", "2026-11-18T02:00+00:00")
    held = "2026-11-18T16:00+00:00"
    return build.interview(
        desk,
        episode,
        offered_at=held,
        done_at=held,
        seen="seen_alone",
        interviewer="Ana Reyes",
        independent=True,
        own_words="He was there.",
        mentions=named,
    )


@pytest.fixture
def dialog(desk: Desk, maisie: Person, screen: ScreenDesk, qtbot: QtBot) -> Iterator[NamingDialog]:
    """Four that are named, over what is on file."""
    told(desk, maisie, PAUL, CORNER, PLATE, PHONE)
    made = NamingDialog(screen, naming.waiting(desk, maisie.id))
    show(qtbot, made, 820, 700)
    yield made
    made.hide()


def _way(dialog: NamingDialog, place: int, words: str) -> None:
    dialog.lines[place].how.setCurrentText(words)


def _links(desk: Desk, child: Person) -> list[Link]:
    return sorted(desk.store.case_file(child.id, frozenset()).of(Link), key=lambda each: each.id)


def test_nobody_is_chosen_and_no_harm_is_told_before_somebody_says_so(dialog: NamingDialog) -> None:
    paul, corner, plate, phone = dialog.lines
    assert (paul.choice.value(), paul.how.value()) == (LEAVE, "")
    assert (corner.choice.value(), corner.how.currentText()) == ("new", "seen at")
    assert plate.choice.value() == LEAVE
    assert (phone.choice.value(), phone.how.currentText()) == ("new", "uses")
    assert {row.confidence.value() for row in dialog.lines} == {"unconfirmed"}
    assert walk(dialog) == []


def test_one_act_records_and_links_what_was_chosen(
    dialog: NamingDialog, desk: Desk, maisie: Person, qtbot: QtBot
) -> None:
    dialog.lines[0].choice.set_value("new:of_concern")
    _way(dialog, 0, "was exploited by")
    dialog.lines[0].confidence.set_value("probable")
    dialog.lines[3].whose.setCurrentText("Tall Paul")
    saved: list[tuple[Record, ...]] = []
    dialog.settled.connect(saved.append)
    QTest.keyClick(dialog, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: bool(saved))
    paul, corner, phone = saved[0][:3]
    assert isinstance(paul, Person)
    assert isinstance(phone, Handle)
    told_of = [(each.subject, each.link_type, each.other, each.confidence) for each in _links(desk, maisie)]
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
    assert _links(desk, maisie) == []
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
    _way(dialog, 0, "was exploited by")
    saved: list[tuple[Record, ...]] = []
    dialog.settled.connect(saved.append)
    QTest.keyClick(dialog, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: bool(saved))
    (link,) = _links(desk, maisie)
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
    assert _links(desk, maisie) == []
    paul.choice.set_value(LEAVE)
    assert not paul.found.isVisible()
    dialog.verb.click()
    qtbot.waitUntil(lambda: not dialog.isVisible())
    assert len(_links(desk, maisie)) == 2


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


def test_a_report_may_be_drawn_though_nothing_is_recorded(dialog: NamingDialog, desk: Desk, maisie: Person) -> None:
    asked: list[Record] = []
    dialog.report_asked.connect(asked.append)
    for row in dialog.lines:
        row.choice.set_value(LEAVE)
    dialog.draft.setChecked(True)
    dialog.verb.click()
    assert [each.KIND for each in asked] == ["return_interview"]
    assert _links(desk, maisie) == []


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


def test_the_file_tells_who_waits_and_leads_there(window: MainWindow, desk: Desk, maisie: Person) -> None:
    assert naming_bar.cards(window.desk, maisie.id, lambda: None) == []
    told(desk, maisie, *(Mention(name=name) for name in ("A1", "B2", "C3", "D4", "E5", "F6", "G7")))
    window.open_file(maisie.id)
    QApplication.processEvents()
    (card,) = (each for each in window.findChildren(Card) if each.title.text() == naming_bar.WAITS)
    assert [each.text() for each in card.findChildren(QLabel)][-1] == "“A1”, “B2”, “C3”, “D4”, “E5”, “F6” and 1 more"
    card.findChildren(Button)[0].click()
    assert isinstance(QApplication.activeModalWidget(), NamingDialog)


def test_the_file_s_names_open_over_the_window_and_say_when_none_wait(
    window: MainWindow, desk: Desk, maisie: Person, qtbot: QtBot
) -> None:
    failed: list[str] = []
    window.forms.failed.connect(failed.append)
    window.forms.protecting.names(maisie.id)
    assert failed == ["Everybody and everything named here is on file and linked."]
    told(desk, maisie, PHONE)
    window.forms.protecting.names(maisie.id)
    opened = QApplication.activeModalWidget()
    assert isinstance(opened, NamingDialog)
    opened.verb.click()
    qtbot.waitUntil(lambda: not naming.waiting(desk, maisie.id))


@pytest.mark.parametrize(("named", "asks"), [((PHONE,), True), ((), False)])
def test_saving_an_interview_asks_who_was_named_in_it(
    window: MainWindow, desk: Desk, maisie: Person, qtbot: QtBot, named: tuple[Mention, ...], asks: bool
) -> None:
    settings.set_interviews_since(desk, date(2026, 11, 1))
    build.episode(desk, maisie.id, "2026-11-20T01:00+00:00", "2026-11-20T02:00+00:00")
    window.forms.interview(maisie.id)
    form = QApplication.activeModalWidget()
    assert isinstance(form, InterviewForm)
    answers = {
        "done_at": Moment("2026-11-20T16:00+00:00"),
        "seen": "seen_alone",
        "interviewer": "Ana Reyes",
        "independent": True,
        "own_words": "He was there.",
        "mentions": named,
    }
    for name, value in answers.items():
        form.panel.rows[name].editor.set_value(value)
    with qtbot.waitSignal(form.saved):
        form.save()
    QApplication.processEvents()
    opened = QApplication.activeModalWidget()
    assert isinstance(opened, NamingDialog) is asks
    if isinstance(opened, NamingDialog):
        assert [row.named.mention.name for row in opened.lines] == ["07700 900123"]
        opened.draft.setChecked(True)
        opened.verb.click()
        qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), InformationForm))
        report = QApplication.activeModalWidget()
        assert isinstance(report, InformationForm)
        report.drafting.drop()
        report.hide()


def test_whoever_has_left_the_desk_is_asked_nothing(
    window: MainWindow, desk: Desk, maisie: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = told(desk, maisie, PHONE)
    troubled: list[str] = []
    window.desk.troubled.connect(troubled.append)
    naming_next.ask(None, window.desk, held)
    naming_next.ask(window, window.desk, maisie)

    def closed(*_known: object) -> None:
        raise NotAllowed("A worker may not open this file.")

    monkeypatch.setattr(naming, "of_record", closed)
    naming_next.ask(window, window.desk, held)
    QApplication.processEvents()
    assert troubled == ["A worker may not open this file."]
    assert QApplication.activeModalWidget() is None
