"""The search box at work."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from rise_desk.errors import NotAllowed
from rise_desk.services import finding, signing_in
from tests import build
from tests.ui.screen import show
from ui import theme
from ui.desk import ScreenDesk
from ui.search import NOTHING, RECENT, Search
from ui.widgets.answers import FIRST, HIT
from ui.widgets.search_box import SearchBox


@pytest.fixture
def search(qtbot: QtBot, screen: ScreenDesk) -> Iterator[Search]:
    window = QWidget()
    box = SearchBox(hint="Find somebody")
    QVBoxLayout(window).addWidget(box)
    made = Search(screen, box)
    show(qtbot, window, 600, 400)
    yield made
    window.close()


def answers(search: Search) -> list[str]:
    box = search._box
    assert box.answers is not None
    return [box.answers.list.item(row).text() for row in range(box.answers.list.count())]


def test_names_come_first_then_the_words_of_notes(qtbot: QtBot, screen: ScreenDesk, search: Search) -> None:
    person = build.young_person(screen.at, "Zoë", "O’Brien")
    build.note(screen.at, person.id, text="Rang about Zoe O'Brien and a phone that is not hers.")
    QTest.keyClicks(search._box, "zoe obrien")
    qtbot.waitUntil(lambda: search._box.answers is not None and bool(answers(search)))
    assert answers(search)[0] == "Zoë O’Brien · Name · 26-0001"
    search._box.setText("phone")
    search.ask("phone")
    (found,) = answers(search)
    assert found.startswith("Zoë O’Brien · Note, what happened · … Zoe O'Brien and a phone")
    assert found.endswith("20 November 2026 at 10:00am")


def test_enter_opens_the_file(qtbot: QtBot, screen: ScreenDesk, search: Search) -> None:
    person = build.young_person(screen.at)
    QTest.keyClicks(search._box, "okafor")
    qtbot.waitUntil(lambda: search._box.answers is not None and bool(answers(search)))
    with qtbot.waitSignal(search.opened) as told:
        QTest.keyClick(search._box, Qt.Key.Key_Return)
    assert told.args == [person.id]
    assert search._box.text() == ""


def test_nothing_found_is_said_with_what_else_to_try(screen: ScreenDesk, search: Search) -> None:
    search._box.setText("nobody")
    search.ask("nobody")
    assert search._box.answers is not None
    assert search._box.answers.none.text() == NOTHING


def test_a_refusal_is_said_beneath_the_box(screen: ScreenDesk, search: Search, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise NotAllowed("A worker may not search. Ask a manager or supervisor.")

    monkeypatch.setattr(finding, "find", refuse)
    search._box.setText("maisie")
    search.ask("maisie")
    assert search._box.answers is not None
    assert "may not search" in search._box.answers.none.text()


def test_a_locked_desk_answers_nothing(screen: ScreenDesk, search: Search) -> None:
    screen.leave()
    search._box.setText("maisie")
    search.ask("maisie")
    assert search._box.answers is None


def searches(screen: ScreenDesk) -> list[tuple[object, ...]]:
    return screen.at.store.vault.sql("SELECT reason, record, subject FROM audit WHERE deed = 'search' ORDER BY seq")


def test_answers_stand_in_groups_and_the_words_found_are_stronger(screen: ScreenDesk, search: Search) -> None:
    one, two = build.young_person(screen.at, "Kathryn"), build.young_person(screen.at, "Catherine", "Bell")
    build.note(screen.at, two.id, text="She asked for Catherine, her aunt.")
    search._box.setText("catherine")
    search.ask("catherine")
    shown = search._box.answers
    assert shown is not None
    hits = [shown.list.item(row).data(HIT) for row in range(shown.list.count())]
    assert [(each.group, each.title) for each in hits] == [
        ("Files", "Catherine Bell"),
        ("Sounds alike", "Kathryn Okafor"),
        ("Entries", "Catherine Bell"),
    ]
    assert [each.key.subject for each in hits] == [two.id, one.id, two.id]
    assert hits[1].detail == "Sounds like Kathryn"
    assert [hits[2].detail[start:end] for start, end in hits[2].spans] == ["Catherine,"]
    assert all(shown.list.item(row).data(FIRST) for row in range(3))
    assert shown.told() == "Files: Catherine Bell · Name · 26-0002, 1 of 3"
    shown.grab()


def test_older_notes_come_in_place_of_the_last_answer(screen: ScreenDesk, search: Search) -> None:
    person = build.young_person(screen.at)
    for number in range(70):
        build.note(screen.at, person.id, text=f"Phone call {number}.")
    search._box.setFocus()
    search._box.setText("phone")
    search.ask("phone")
    assert len(answers(search)) == 9
    assert answers(search)[-1] == "More entries…"
    for _step in range(8):
        QTest.keyClick(search._box, Qt.Key.Key_Down)
    QTest.keyClick(search._box, Qt.Key.Key_Return)
    assert len(answers(search)) == 59
    shown = search._box.answers
    assert shown is not None
    assert shown.isVisible()
    assert "call 61" in shown.told()
    assert search._box.text() == "phone"
    for _step in range(50):
        QTest.keyClick(search._box, Qt.Key.Key_Down)
    QTest.keyClick(search._box, Qt.Key.Key_Return)
    assert len(answers(search)) == 70
    assert answers(search)[-1].split(" · ")[2].startswith("Phone call 0.")
    search._oldest = None
    search.ask_more()
    assert len(answers(search)) == 70


def test_a_refusal_of_more_is_told_in_the_window(
    qtbot: QtBot, screen: ScreenDesk, search: Search, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise NotAllowed("A worker may not search.")

    build.note(screen.at, build.young_person(screen.at).id, text="Phone.")
    search._box.setText("phone")
    search.ask("phone")
    monkeypatch.setattr(finding, "older_notes", refuse)
    with qtbot.waitSignal(screen.troubled) as told:
        search.ask_more()
    assert told.args == ["A worker may not search."]
    monkeypatch.undo()
    search._box.close_answers()
    search.ask_more()
    assert len(answers(search)) == 1


def test_a_search_is_written_down_once_when_an_answer_is_opened(
    qtbot: QtBot, screen: ScreenDesk, search: Search
) -> None:
    person = build.young_person(screen.at)
    for text in ("m", "ma", "mai"):
        search._box.setText(text)
        search.ask(text)
    assert searches(screen) == []
    QTest.keyClick(search._box, Qt.Key.Key_Return)
    search._box.abandoned.emit()
    assert searches(screen) == [("mai", person.id, person.id)]


def test_a_search_is_written_down_once_when_somebody_turns_away(screen: ScreenDesk, search: Search) -> None:
    search._box.setFocus()
    search._box.setText("nobody")
    search.ask("nobody")
    QTest.keyClick(search._box, Qt.Key.Key_Escape)
    assert searches(screen) == []
    QTest.keyClick(search._box, Qt.Key.Key_Escape)
    search._box.clearFocus()
    assert searches(screen) == [("nobody", 0, 0)]


def test_a_search_is_written_down_when_the_desk_is_left(screen: ScreenDesk, search: Search) -> None:
    folder = screen.at.store.folder.path
    search.ask("nobody")
    screen.leave()
    again = signing_in.sign_in(folder, "Lena Osei", build.PASSWORD, screen.clock)
    assert again.store.vault.sql("SELECT reason FROM audit WHERE deed = 'search'") == [("nobody",)]
    signing_in.leave(again)
    search.ask_more()


def test_a_note_is_opened_in_its_file(qtbot: QtBot, screen: ScreenDesk, search: Search) -> None:
    person = build.young_person(screen.at)
    note = build.note(screen.at, person.id, text="A zebra.")
    search._box.setText("zebra")
    search.ask("zebra")
    with qtbot.waitSignal(search.entry_opened) as told:
        QTest.keyClick(search._box, Qt.Key.Key_Return)
    assert told.args == [person.id, note.id]
    assert searches(screen) == [("zebra", note.id, person.id)]


def test_the_last_files_are_kept_soon_after_without_leaving(qtbot: QtBot, screen: ScreenDesk, search: Search) -> None:
    person = build.young_person(screen.at)
    search.keeping.setInterval(5)
    search.remember(person.id)
    assert screen.at.store.preference("Lena Osei", RECENT) is None
    qtbot.waitUntil(lambda: screen.at.store.preference("Lena Osei", RECENT) == [str(person.id)])


def test_files_opened_lately_come_first(screen: ScreenDesk, search: Search) -> None:
    one = build.young_person(screen.at, "Ann", "Bell")
    build.young_person(screen.at, "Ann", "Able")
    search._box.setText("ann")
    search.ask("ann")
    assert [each.split(" · ")[0] for each in answers(search)] == ["Ann Able", "Ann Bell"]
    search.remember(one.id)
    search.ask("ann")
    assert [each.split(" · ")[0] for each in answers(search)] == ["Ann Bell", "Ann Able"]


def test_groups_at_twice_the_size_stay_within_the_window(
    qtbot: QtBot, screen: ScreenDesk, search: Search, qapp: QApplication
) -> None:
    theme.apply(qapp, dark=True, scale=2.0)
    for number in range(12):
        person = build.young_person(screen.at, f"Ann{number}")
        build.note(screen.at, person.id, text="Ann rang.")
    search._box.setText("ann")
    search.ask("ann")
    shown = search._box.answers
    assert shown is not None
    assert shown.geometry().bottom() <= search._box.window().height()
    assert shown.list.height() >= shown.list.sizeHintForRow(0)
    shown.grab()


def test_who_is_missing_comes_first_and_is_marked(screen: ScreenDesk, search: Search) -> None:
    found = build.young_person(screen.at, "Maisie", "Okafor")
    away = build.young_person(screen.at, "Maisie", "Quill")
    search.remember(found.id)
    search._box.setText("maisie")
    search.ask("maisie")
    assert answers(search)[0].startswith("Maisie Okafor · Name")
    build.episode(screen.at, away.id, "2026-11-21T08:22+00:00")
    search._box.setText("maisie")
    search.ask("maisie")
    assert answers(search)[:2] == [
        "Maisie Quill · Missing now since 08:22 · Name · 26-0002",
        "Maisie Okafor · Name · 26-0001",
    ]
    search.remember(away.id)
    search.remember(found.id)
    search._box.clear()
    search.offer_recent()
    assert answers(search) == [
        "Maisie Quill · Missing now since 08:22 · File · 26-0002",
        "Maisie Okafor · File · 26-0001",
    ]
    box = search._box
    assert box.answers is not None
    seen = box.answers.list.viewport().grab().toImage()
    pixels = {seen.pixelColor(x, y).name() for x in range(seen.width()) for y in range(seen.height())}
    assert theme.current().colour("loud").name() not in pixels  # it is chosen: white on the selection
    box.answers.list.setCurrentRow(1)
    seen = box.answers.list.viewport().grab().toImage()
    pixels = {seen.pixelColor(x, y).name() for x in range(seen.width()) for y in range(seen.height())}
    assert theme.current().colour("loud").name() in pixels
