"""History on the screen: who changed what when, before and after, in the words of the file and its entries."""

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from rise_desk.domain import life
from rise_desk.domain.breach import Breach
from rise_desk.domain.contact import ContactNote
from rise_desk.domain.mention import Mention
from rise_desk.domain.moments import Moment
from rise_desk.domain.person import Person
from rise_desk.domain.record import Id, Record, Reference, attributes
from rise_desk.services import casework, merging, overview, photos, signing_in, signing_off
from rise_desk.services.desk import Desk
from rise_desk.storage.kinds import KINDS
from tests import build
from tests.ui.files import button_of, dialog_of, words_of
from tests.ui.open_window import page
from tests.ui.screen import show
from tests.ui.walk import walk
from ui import theme
from ui.case_page import CasePage
from ui.desk import ScreenDesk
from ui.entry_dialog import EntryDialog
from ui.history_dialog import NO_DIFFERENCE, REORDERED, HistoryDialog
from ui.main_window import TODAY, MainWindow
from ui.pages import Place
from ui.records.state_words import words_for

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def changed(desk: Desk, person: Person) -> Person:
    """Maisie's file, changed an hour later by Priya Nair."""
    worker = build.colleague(desk, "Priya Nair")
    desk.clock.moved_to = desk.now() + timedelta(hours=1)
    home = life.Address(lives="foster_care", provider="with Mrs Lunn")
    saved = casework.save(
        worker,
        person.changed(
            known_as="Mae",
            background="",
            addresses=(*person.addresses, home),
            carers=person.carers[:1],
            flags=tuple(reversed(person.flags)),
            household=(life.HouseholdChild(name="Tobi Okafor", safe="no"),),
            references=(Reference(source="case5", ref="V1"),),
        ),
    )
    signing_in.leave(worker)
    return saved


def _opened(qtbot: QtBot, screen: ScreenDesk, record: Record) -> HistoryDialog:
    made = HistoryDialog(screen, record.id, "this")
    show(qtbot, made, 1000, 690)
    return made


def _said(dialog: HistoryDialog) -> str:
    return words_of(dialog.area)


def test_versions_stand_at_the_left_newest_first_and_the_keyboard_goes_along(
    qtbot: QtBot, screen: ScreenDesk, changed: Person
) -> None:
    dialog = _opened(qtbot, screen, changed)
    assert [dialog.list.item(row).text() for row in range(dialog.list.count())] == [
        "File changed\n21 November 2026 at 11:00am\nPriya Nair",
        "File made\n21 November 2026 at 10:00am\nLena Osei",
    ]
    assert "File changed\n21 November 2026 at 11:00am · Priya Nair" in _said(dialog)
    QTest.keyClick(dialog.list, Qt.Key.Key_Down)
    assert "File made\n21 November 2026 at 10:00am · Lena Osei" in _said(dialog)
    assert "As it was first recorded" in _said(dialog)
    assert "Background\nMaisie moved to Elm House in May." in _said(dialog)


def test_each_field_is_shown_before_and_after_and_lists_part_by_part(
    qtbot: QtBot, screen: ScreenDesk, changed: Person
) -> None:
    said = _said(_opened(qtbot, screen, changed))
    assert "Known as\nBefore\nMaz\nAfter\nMae" in said
    assert "Background\nBefore\nMaisie moved to Elm House in May.\nAfter\nNot recorded" in said
    assert "Addresses and placements\nAdded\nFoster care · with Mrs Lunn" in said
    assert said.count("Elm House") == 1
    assert "Parents and carers\nTaken away\nDaniel Okafor · father · may be told: nothing" in said
    assert f"Flags\n{REORDERED}" in said
    before, after = "Changed, before\nTobi Okafor", "Changed, after\nTobi Okafor"
    assert before in said
    assert after in said
    assert "References\nAdded\ncase5 · V1" in said


def test_versions_of_merged_files_say_which_file_they_are_of(qtbot: QtBot, screen: ScreenDesk, person: Person) -> None:
    other = build.young_person(screen.at, "Mae")
    merging.merge(screen.at, person, other, "one child")
    dialog = _opened(qtbot, screen, person)
    files = {dialog.list.item(row).text().rpartition("\n")[2] for row in range(dialog.list.count())}
    assert files == {f"File {person.file_number}", f"File {other.file_number}"}
    merged = [row for row in range(3) if dialog.list.item(row).text().startswith("Files merged")]
    dialog.list.setCurrentRow(merged[0])
    assert "Merged into\nBefore\nNot recorded\nAfter\nMaisie Okafor" in _said(dialog)


def test_photos_are_shown_as_pictures(qtbot: QtBot, screen: ScreenDesk, person: Person, tmp_path: Path) -> None:
    from PIL import Image

    for colour in ("red", "blue"):
        path = tmp_path / f"{colour}.png"
        Image.new("RGB", (40, 40), colour).save(path)
        person = photos.add(screen.at, person, path)
    dialog = _opened(qtbot, screen, person)
    names = ("Photo before", "Photo after")
    shown = {each.accessibleName(): each for each in dialog.area.findChildren(QLabel) if each.accessibleName() in names}
    middles = [shown[name].pixmap().toImage().pixelColor(20, 20) for name in names]
    assert middles[0].red() > 200 > middles[1].red()
    assert middles[1].blue() > 200 > middles[0].blue()
    dialog.list.setCurrentRow(1)
    assert "Photo\nBefore\nNot recorded\nAfter" in _said(dialog)


def test_a_withdrawn_note_tells_who_and_why(qtbot: QtBot, screen: ScreenDesk, person: Person) -> None:
    note = overview.chronology(screen.at, person.id)[0].record
    withdrawn = casework.withdraw(screen.at, note, "wrong child")
    dialog = _opened(qtbot, screen, withdrawn)
    told = "Withdrawn\nBefore\nNot recorded\nAfter\nWithdrawn by Lena Osei · 21 November 2026 at 10:00am · wrong child"
    assert told in _said(dialog)
    dialog.list.setCurrentRow(1)
    assert "Who this concerns\nMaisie Okafor · About · Seen alone" in _said(dialog)
    assert "Kind of contact\nHome visit" in _said(dialog)


def test_a_correction_names_the_entry_before_it_and_own_words_their_speaker(
    qtbot: QtBot, screen: ScreenDesk, person: Person
) -> None:
    first = build.note(screen.at, person.id, own_words="Ask me.", own_words_of=person.id)
    again = build.note(screen.at, person.id, corrects=first.id, text="At home.")
    assert "Corrects\nAn earlier entry" in _said(_opened(qtbot, screen, again))
    assert "Whose words\nMaisie Okafor" in _said(_opened(qtbot, screen, first))


def test_an_answer_names_that_it_is_to_an_assessment_and_an_assessment_those_named_in_it(
    qtbot: QtBot, screen: ScreenDesk, person: Person
) -> None:
    kay = build.young_person(screen.at, "Kay", "Doe")
    named = (Mention(name="K", person=kay.id, risk="danger"),)
    made = build.assessment(build.colleague(screen.at, "Ada Bell"), person.id, mentions=named)
    answer = signing_off.sign_off(screen.at, made.id)
    assert "Assessment\nAn assessment of this file" in _said(_opened(qtbot, screen, answer))
    assert "K · Kay Doe" in _said(_opened(qtbot, screen, made))


def test_a_record_that_another_one_names_is_told_by_what_it_is_and_when(
    qtbot: QtBot, screen: ScreenDesk, person: Person
) -> None:
    pike = build.adult(screen.at)
    served = build.notice(screen.at, person, pike, served_at="2026-10-03")
    away = build.episode(screen.at, person.id, "2026-11-14T22:00+00:00", "2026-11-15T07:00+00:00")
    new = Breach(id=screen.at.clock.new_id(), notice=served.id, child=person.id, adult=pike.id, episode=away.id)
    made = casework.save(screen.at, new.changed(happened_at=Moment("2026-11-15"), what="She was in his car."))
    said = _said(_opened(qtbot, screen, made))
    assert "Notice\nChild abduction notice, 3 October 2026" in said
    assert "Missing episode\nMissing episode, 14 November 2026" in said
    casework.withdraw(screen.at, served, "Made for the wrong girl")
    assert "Notice\nA notice" in _said(_opened(qtbot, screen, made))


def test_the_reason_of_an_act_is_shown_and_a_version_that_differs_in_nothing_says_so(
    qtbot: QtBot, screen: ScreenDesk, person: Person
) -> None:
    from rise_desk.domain.act import Act

    with screen.at.writing() as work:
        work.begin(Act(title="Files merged", saves=(), reason="Same birthday"))
        work.put(person, person)
    said = _said(_opened(qtbot, screen, person))
    assert "Files merged" in said
    assert "Reason: Same birthday" in said
    assert NO_DIFFERENCE in said


def test_every_field_of_every_kind_can_be_told(screen: ScreenDesk, changed: Person) -> None:
    words = words_for(screen, [changed])
    for kind in KINDS:
        for each in attributes(kind.record):
            held = getattr(kind.record(), each.name)
            said = screen.practice.label(each.vocabulary, held).capitalize() if each.vocabulary and held else ""
            assert words.value(kind.record, each, held) == said
    by_name = {each.name: each for each in attributes(Person)}
    assert words.value(Person, by_name["restricted"], False) == "No"
    assert words.value(Person, by_name["merged_into"], Id(9)) == "Somebody"
    assert words.value(Person, by_name["references"], changed.references) == "case5 · V1"
    assert (
        words.value(ContactNote, {e.name: e for e in attributes(ContactNote)}["reserved"], "health")
        == "Holders of the health grant"
    )


def test_it_opens_from_the_file_by_keys_menu_and_button_and_nowhere_else(
    window: MainWindow, qtbot: QtBot, changed: Person
) -> None:
    action = window.menus.actions["history"]
    window.go(Place(TODAY))
    assert not action.isEnabled()
    action.triggered.emit()
    assert window.findChildren(HistoryDialog) == []
    window.open_file(changed.id)
    assert action.isEnabled()
    window.rail.items[TODAY].setFocus()
    QTest.keyClick(window, Qt.Key.Key_H, CTRL)
    shown = page(window)
    assert isinstance(shown, CasePage)
    dialog = dialog_of(shown, HistoryDialog)
    assert "History of Maisie Okafor’s file" in words_of(dialog)
    dialog.close_button.click()
    QApplication.processEvents()
    shown.tabs.set_current("details")
    button_of(shown.details, "History").click()
    dialog_of(shown, HistoryDialog).reject()


def test_it_opens_from_an_entry(page: CasePage, screen: ScreenDesk, person: Person) -> None:
    note = overview.chronology(screen.at, person.id)[0].record
    page.read_record(note.id)
    entry = dialog_of(page, EntryDialog)
    entry.history_button.click()
    (dialog,) = [each for each in entry.findChildren(HistoryDialog) if each.isVisible()]
    assert "History of this contact note" in words_of(dialog)
    dialog.reject()


def test_where_it_may_not_be_opened_a_sentence_says_so(page: CasePage, screen: ScreenDesk, person: Person) -> None:
    note = overview.chronology(screen.at, person.id)[0].record
    page.read_record(note.id)
    entry = dialog_of(page, EntryDialog)
    with screen.at.writing() as work:
        work.put(person.changed(restricted=True), person)
    entry.history_button.click()
    assert "restricted to named people" in entry.notice.text.text()
    page.history()
    assert "restricted to named people" in page.notice.text.text()
    assert page.window().findChildren(HistoryDialog) == []


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_it_reads_at_every_size_and_in_the_dark(
    qtbot: QtBot, qapp: QApplication, screen: ScreenDesk, changed: Person, scale: float, dark: bool
) -> None:
    theme.apply(qapp, dark=dark, scale=scale)
    dialog = _opened(qtbot, screen, changed)
    for row in range(dialog.list.count()):
        dialog.list.setCurrentRow(row)
        qapp.processEvents()
        assert walk(dialog) == []
        inside = dialog.area.widget()
        assert inside is not None
        assert inside.width() <= dialog.area.viewport().width()
