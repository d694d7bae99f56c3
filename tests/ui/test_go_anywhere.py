"""The box at the top goes anywhere: people first, then screens, settings, help and acts; the last files when empty."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rise_desk.domain.agenda import NOT_RULED
from rise_desk.domain.checklist import Checklist
from rise_desk.domain.merging import Whole
from rise_desk.domain.moments import Moment
from rise_desk.domain.person import Person
from rise_desk.domain.record import Id
from rise_desk.domain.staff import Role
from rise_desk.errors import NotAllowed
from rise_desk.services import casework, finding, overview, signing_in
from rise_desk.storage.indexes import card
from rise_desk.storage.record_rows import PersonRow
from tests import build
from tests.build import PASSWORD
from tests.ui.open_window import dialog, opened, page
from tests.ui.screen import focused
from ui import go_anywhere, theme
from ui.case_page import CasePage
from ui.desk import ScreenDesk
from ui.entry_dialog import EntryDialog
from ui.go_anywhere import Goable
from ui.help_page import HelpPage
from ui.main_window import PEOPLE, SETTINGS, STAFF, TODAY, MainWindow
from ui.pages import Place
from ui.search import NOTHING, RECENT, read_entry


def titles(window: MainWindow) -> list[str]:
    answers = window.top.search.answers
    if answers is None or not answers.isVisible():
        return []
    return [answers.list.item(row).text() for row in range(answers.list.count())]


def ask(window: MainWindow, text: str) -> list[str]:
    window.top.search.setText(text)
    window.search.ask(text)
    return titles(window)


def pick(window: MainWindow, text: str) -> None:
    ask(window, text)
    QTest.keyClick(window.top.search, Qt.Key.Key_Return)


def test_people_come_first_then_places_then_notes(window: MainWindow, screen: ScreenDesk) -> None:
    person = build.young_person(screen.at, "Lockie", "Bell")
    build.note(screen.at, person.id, text="She asked about the lock on her door.")
    found = ask(window, "lock")
    assert found[0].startswith("Lockie Bell · Name")
    assert "Lock · File menu · Ctrl+L" in found
    assert "Locking the desk · Help" in found
    assert "Lock after · Settings" in found
    assert found[-1].startswith("Lockie Bell · Note, what happened · She asked about the lock")


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("backup", "Backups and restoring · Help"),
        ("back up", "Back up now · File menu"),
        ("new", "New · File menu · Ctrl+N"),
        ("dark", "Dark · View menu"),
        ("text larger", "Larger text · View menu · Ctrl++"),
        ("zoom font", "Text size · Settings"),
        ("glossary", "Glossary · Help menu"),
        ("settings", "Settings · Go menu · Ctrl+,"),
        ("sign out", "Lock · File menu · Ctrl+L"),
        ("Ctrl+5", NOTHING),
    ],
)
def test_places_are_found_by_any_part_of_their_words(window: MainWindow, text: str, first: str) -> None:
    found = ask(window, text)
    answers = window.top.search.answers
    assert answers is not None
    assert (found[0] if found else answers.none.text()) == first


def test_what_can_not_be_done_now_is_not_offered(window: MainWindow) -> None:
    assert not any(each.startswith("Back ·") for each in ask(window, "back"))
    window.go(Place(PEOPLE))
    assert any(each.startswith("Back ·") for each in ask(window, "back"))
    assert any(each.startswith("Back up now") for each in ask(window, "backup"))
    assert not any(each.startswith("Go anywhere ·") for each in ask(window, "anywhere go menu"))


def test_picking_goes_there(window: MainWindow, qapp: QApplication) -> None:
    pick(window, "young people go menu")
    assert window.pages.place == Place(PEOPLE)
    assert window.top.search.text() == ""
    pick(window, "dark view")
    assert theme.current().dark
    pick(window, "recovery key")
    shown = page(window)
    assert isinstance(shown, HelpPage)
    assert shown.view.topic == "recovery-key"
    pick(window, "staff")
    assert window.pages.place == Place(STAFF)


@pytest.mark.parametrize("title", [title for title, _also in go_anywhere.SETTINGS])
def test_a_setting_has_the_cursor(window: MainWindow, title: str) -> None:
    wanted = next(each for each in go_anywhere.places(window) if each.title == title)
    wanted.go()
    assert window.pages.place == Place(SETTINGS)
    if title != "Check the last backup":  # there is none yet
        assert focused().accessibleName().startswith(title)


def test_a_worker_is_not_offered_what_only_others_may(qtbot: QtBot, qapp: QApplication, screen: ScreenDesk) -> None:
    theirs = ScreenDesk(screen.clock)
    theirs.sit(build.colleague(screen.at, "Priya Nair", Role.WORKER))
    window = opened(qtbot, qapp, theirs)
    offered = {each.title for each in go_anywhere.places(window) if each.detail != "Help"}
    assert "New" in offered
    assert not {"Accounts", "Import", "Restore a backup"} & offered
    theirs.leave()
    theirs.tasks.close()


@pytest.mark.parametrize(("text", "found"), [("b", True), ("a", False), ("ac", True), ("ba zz", False), ("", False)])
def test_one_letter_begins_a_word_and_more_stand_anywhere(text: str, found: bool) -> None:
    back = Goable(title="Back", detail="Go menu", go=lambda: None)
    assert bool(go_anywhere.found([back], text)) is found


def test_few_are_offered_and_the_nearest_first() -> None:
    def named(title: str) -> Goable:
        return Goable(title=title, detail="", go=lambda: None)

    many = [named("Unlocked"), named("The lock"), named("Lock")] + [named(f"Lock {number}") for number in range(9)]
    found = [each.title for each in go_anywhere.found(many, "lock")]
    assert len(found) == go_anywhere.AT_MOST
    assert found[0] == "Lock"
    assert [each.title for each in go_anywhere.found(many[:3], "lock")] == ["Lock", "The lock", "Unlocked"]


def test_a_refused_search_still_leads_to_places(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise NotAllowed("A worker may not search. Ask a manager or supervisor.")

    monkeypatch.setattr(finding, "find", refuse)
    assert ask(window, "glossary")[0] == "Glossary · Help menu"


def test_ctrl_k_offers_the_files_that_were_opened_last(window: MainWindow, screen: ScreenDesk) -> None:
    QTest.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert titles(window) == []
    people = [build.young_person(screen.at, f"Child {number}") for number in range(12)]
    for each in (*people, people[5]):
        window.open_file(each.id)
    QTest.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert window.top.search.hasFocus()
    wanted = [5, 11, 10, 9, 8, 7, 6, 4, 3, 2]
    assert [each.split(" · ")[0] for each in titles(window)] == [f"Child {number} Okafor" for number in wanted]
    QTest.keyClick(window.top.search, Qt.Key.Key_Down)
    QTest.keyClick(window.top.search, Qt.Key.Key_Return)
    case = page(window)
    assert isinstance(case, CasePage)
    assert case.subject == people[11].id


def test_they_are_kept_for_this_person_until_the_next_time(window: MainWindow, screen: ScreenDesk) -> None:
    person = build.young_person(screen.at)
    window.open_file(person.id)
    folder = screen.at.store.folder.path
    screen.leave()
    again = signing_in.sign_in(folder, "Lena Osei", PASSWORD, screen.clock)
    assert again.store.preference("Lena Osei", RECENT) == [str(person.id)]
    assert again.store.preference("Priya Nair", RECENT) is None
    signing_in.leave(again)


def test_a_file_that_was_restricted_since_is_not_told_of(
    window: MainWindow, screen: ScreenDesk, person: Person
) -> None:
    other = build.young_person(screen.at, "Jo", "Reyes")
    for each in (person, other):
        window.open_file(each.id)
    hidden, vault = person.changed(restricted=True), screen.at.store.vault
    vault.do(PersonRow.update(restricted=True).where(PersonRow.id == hidden.id))
    card.write(vault, Whole(main=hidden), NOT_RULED)
    window.search.begin()
    assert [each.split(" · ")[0] for each in titles(window)] == ["Jo Reyes"]


def test_what_is_no_list_of_files_is_passed_over(
    window: MainWindow, screen: ScreenDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen.prefer(RECENT, ["x", 7, "12345"])
    window.search.begin()
    assert titles(window) == []
    assert window.search._last() == [Id(12345)]
    monkeypatch.setattr(overview, "card_of", _refuse)
    window.search.begin()
    assert titles(window) == []
    screen.leave()
    window.search.offer_recent()


def _refuse(*_: object) -> None:
    raise NotAllowed("A worker may not read this list.")


def test_the_last_files_come_by_down_by_clicking_and_when_the_box_is_emptied(
    qtbot: QtBot, window: MainWindow, screen: ScreenDesk
) -> None:
    person = build.young_person(screen.at)
    window.open_file(person.id)
    box = window.top.search
    box.setFocus(Qt.FocusReason.TabFocusReason)
    assert titles(window) == []
    QTest.keyClick(box, Qt.Key.Key_Down)
    assert titles(window) == ["Maisie Okafor · File · 26-0001"]
    QTest.keyClicks(box, "xx")
    qtbot.waitUntil(lambda: titles(window) == [])
    box.selectAll()
    QTest.keyClick(box, Qt.Key.Key_Backspace)
    assert titles(window) == ["Maisie Okafor · File · 26-0001"]
    window.rail.items[TODAY].setFocus()
    assert titles(window) == []
    box.setFocus(Qt.FocusReason.MouseFocusReason)
    assert titles(window) == ["Maisie Okafor · File · 26-0001"]


def test_enter_before_the_answers_came_asks_first(window: MainWindow, screen: ScreenDesk) -> None:
    build.young_person(screen.at)
    build.young_person(screen.at, "Mai", "Ng")
    box = window.top.search
    box.setFocus()
    QTest.keyClicks(box, "mai")
    window.search.ask("mai")
    QTest.keyClicks(box, " ng")
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert window.pages.place == Place(TODAY)
    assert [each.split(" · ")[0] for each in titles(window)] == ["Mai Ng"]
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert isinstance(page(window), CasePage)
    box.setFocus()
    QTest.keyClicks(box, "maisie")
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert [each.split(" · ")[0] for each in titles(window)] == ["Maisie Okafor"]


def test_a_note_that_was_found_is_read_in_its_file(window: MainWindow, screen: ScreenDesk) -> None:
    person = build.young_person(screen.at)
    note = build.note(screen.at, person.id, text="Saw a zebra at the bus station.")
    window.top.search.setFocus()
    pick(window, "zebra")
    case = page(window)
    assert isinstance(case, CasePage)
    assert case.subject == person.id
    read = dialog(window, EntryDialog)
    assert isinstance(read, EntryDialog)
    assert read.note.id == note.id
    read.reject()


@pytest.mark.parametrize(
    ("text", "called"), [("tutor", "Assessment, evidence"), ("alone", "Health checklist, comment")]
)
def test_an_entry_of_any_kind_is_read_in_its_file(
    window: MainWindow, screen: ScreenDesk, text: str, called: str
) -> None:
    person = build.young_person(screen.at)
    made = build.made_assessment(person.id, id=screen.at.clock.new_id())
    evidence = (replace(made.evidence[0], text="The tutor saw her."), *made.evidence[1:])
    casework.save(screen.at, made.changed(evidence=evidence))
    came = Moment("2026-11-18")
    number = screen.at.clock.new_id()
    casework.save(screen.at, Checklist(id=number, subject=person.id, completed_on=came, comment="Came alone."))
    assert f" · {called} · " in ask(window, text)[0]
    pick(window, text)
    read = dialog(window, EntryDialog)
    assert isinstance(read, EntryDialog)
    assert read.note.id in (made.id, number)
    read.reject()


def test_a_note_whose_file_can_not_be_opened_is_not_read(
    window: MainWindow, screen: ScreenDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(window, "open_file", lambda _subject: None)
    read_entry(window, Id(1), Id(2))
    assert window.pages.place == Place(TODAY)
