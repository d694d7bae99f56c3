"""Missing episodes and return interviews come in through the window, which asks who a child is rather than guess."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from rise_desk.domain.missing import MissingEpisode
from rise_desk.domain.moments import Moment
from rise_desk.domain.person import Person
from rise_desk.domain.record import Reference
from rise_desk.services.desk import Desk
from rise_desk.services.exchange.asking import NOBODY, MayBe
from rise_desk.services.exchange.children import LEFT_OUT
from rise_desk.services.exchange.planning import Fate, Outcome
from tests import build
from tests.ui.importing import dialog_at, settle
from tests.ui.screen import show
from tests.ui.walk import walk
from ui import import_rows
from ui.desk import ScreenDesk
from ui.import_dialog import COLUMNS, ROWS, ImportDialog
from ui.import_who import NUMBER, WhoDialog, who_is_it

HEAD = "yp ref,name,dob,date missing,time missing,missing from,risk,date returned,time returned,police ref\n"
SURE = "M1,Maisie Okafor,27/03/2010,01/10/2026,21:00,home,high,02/10/2026,06:00,P1\n"
UNSURE = (
    ",Maisie Okafor,,03/10/2026,21:00,home,high,04/10/2026,06:00,P2\n"
    ",Maisie Okafor,,05/10/2026,21:00,home,high,06/10/2026,06:00,P3\n"
    ",Ines Vale,,05/10/2026,21:00,home,high,06/10/2026,06:00,P4\n"
)


@pytest.fixture
def maisie(desk: Desk) -> Person:
    """Maisie Okafor, M1 in the source police."""
    references = (Reference(source="police", ref="M1"),)
    return build.young_person(desk, references=references, date_of_birth=Moment("2010-03-27"))


def put(folder: Path, text: str, name: str = "episodes.csv") -> Path:
    path = folder / "police" / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(text)
    return path


def at_rows(qtbot: QtBot, screen: ScreenDesk, path: Path) -> ImportDialog:
    return dialog_at(qtbot, screen, path, to=ROWS)


def held(desk: Desk) -> list[MissingEpisode]:
    return [each for each in desk.store.everything() if isinstance(each, MissingEpisode)]


def test_every_column_of_a_police_export_is_known(
    qtbot: QtBot, screen: ScreenDesk, maisie: Person, tmp_path: Path
) -> None:
    dialog = dialog_at(qtbot, screen, put(tmp_path, HEAD + SURE), to=COLUMNS)
    assert dialog.columns.kind.value() == "missing_episode"
    assert "" not in {box.value() for box in dialog.columns.boxes.values()}
    assert walk(dialog) == []
    dialog.reject()


def test_who_a_child_is_is_asked_once_for_all_rows_alike(
    qtbot: QtBot, screen: ScreenDesk, desk: Desk, maisie: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = at_rows(qtbot, screen, put(tmp_path, HEAD + SURE + UNSURE))
    page = dialog.preview
    assert page.counts.text() == "1 new missing episode, 0 on file, 2 asked about, 1 refused"
    assert page.who_button.isVisibleTo(dialog)
    assert not page.who_button.isEnabled()
    first, _second, nobody, _sure = page._fetch("fate", False, None)
    assert (first.fate, first.asks, nobody.fate) == (Fate.ASKED, "Maisie Okafor", Fate.REFUSED)
    asked: list[tuple[str, int]] = []
    answers = iter(("", maisie.file_number, NOBODY))

    def answer(_page: object, row: Outcome, rows: int) -> str:
        asked.append((row.asks, rows))
        return next(answers)

    monkeypatch.setattr(import_rows, "who_is_it", answer)
    page.table.choose(first)
    page.who_button.click()
    settle(qtbot, dialog)
    assert page.seen is not None
    assert page.seen.count(Fate.ASKED) == 2
    page.ask_who()
    settle(qtbot, dialog)
    assert walk(dialog) == []
    assert page.counts.text() == "3 new missing episodes, 0 on file, 1 refused"
    assert dialog.next_button.hasFocus()
    assert page.seen.answers.of("maisie okafor") == maisie.file_number
    page.table.choose(nobody)
    page.table.opened.emit(nobody)
    settle(qtbot, dialog)
    assert asked == [("Maisie Okafor", 2), ("Maisie Okafor", 2), ("Ines Vale", 1)]
    assert page._fetch("fate", False, None)[0].reason == LEFT_OUT
    dialog.next_button.click()
    settle(qtbot, dialog)
    assert [each.subject for each in held(desk)] == [maisie.id] * 3
    dialog.reject()


def test_the_next_row_that_is_asked_about_is_chosen(
    qtbot: QtBot, screen: ScreenDesk, desk: Desk, maisie: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build.young_person(desk, "Jade", "Whitlock")
    text = HEAD + UNSURE + ",Jade Whitlock,,05/10/2026,21:00,home,high,06/10/2026,06:00,P5\n"
    dialog = at_rows(qtbot, screen, put(tmp_path, text))
    page = dialog.preview
    monkeypatch.setattr(import_rows, "who_is_it", lambda _page, _row, _rows: NOBODY)
    page.table.choose(page._fetch("fate", False, None)[0])
    page.ask_who()
    settle(qtbot, dialog)
    assert page.table.current_row().asks == "Jade Whitlock"
    assert not dialog.next_button.hasFocus()
    dialog.reject()


def test_a_row_that_is_sure_is_asked_nothing(
    qtbot: QtBot, screen: ScreenDesk, maisie: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = at_rows(qtbot, screen, put(tmp_path, HEAD + SURE))
    monkeypatch.setattr(import_rows, "who_is_it", lambda *_said: pytest.fail("asked"))
    dialog.preview.ask_who()
    dialog.preview.table.choose(dialog.preview._fetch("fate", False, None)[0])
    dialog.preview.ask_who()
    assert not dialog.preview.who_button.isVisibleTo(dialog)
    dialog.reject()


def test_the_question_is_answered_by_a_press_a_number_or_nobody(
    qtbot: QtBot, screen: ScreenDesk, maisie: Person, tmp_path: Path
) -> None:
    dialog = at_rows(qtbot, screen, put(tmp_path, HEAD + UNSURE))
    row = dialog.preview._fetch("fate", False, None)[0]
    asked = WhoDialog(row, 2)
    show(qtbot, asked)
    assert asked.choices[0].accessibleName().startswith(f"It is {maisie.file_number} Maisie Okafor, born 27 March 2010")
    assert walk(asked) == []
    asked.take()
    assert NUMBER in asked.summary.links["file_number"].property("text")
    asked.file_number.editor.set_value("26-0001")
    asked.take()
    assert asked.number == "26-0001"
    pressed = WhoDialog(row, 2)
    pressed.choices[0].click()
    assert pressed.number == maisie.file_number
    nobody = WhoDialog(row, 2)
    nobody.nobody.click()
    assert nobody.number == NOBODY
    left = WhoDialog(row, 2)
    left.reject()
    assert left.number == ""
    dialog.reject()


def test_late_interviews_without_a_reason_come_in_when_somebody_says_so(
    qtbot: QtBot, screen: ScreenDesk, desk: Desk, maisie: Person, tmp_path: Path
) -> None:
    build.episode(desk, maisie.id, "2026-10-01T20:00+00:00", "2026-10-02T06:00+00:00", police_ref="P1")
    text = "yp ref,police ref,interview date\nM1,P1,2026-10-20 10:00\n"
    dialog = at_rows(qtbot, screen, put(tmp_path, text, "interviews.csv"))
    page = dialog.preview
    assert page.counts.text() == "0 new return interviews, 0 on file, 1 refused"
    assert page.late.isVisibleTo(dialog)
    page.late.click()
    settle(qtbot, dialog)
    assert page.late.isChecked()
    assert page.counts.text() == "1 new return interview, 0 on file, 0 refused"
    assert dialog.next_button.text() == "Import 1 return interview"
    dialog.reject()


def test_enter_answers_with_the_child_that_has_the_focus(
    qtbot: QtBot, maisie: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    alike = MayBe(file_number=maisie.file_number, name=maisie.name, why="same name only")
    row = Outcome(line=2, fate=Fate.ASKED, asks="Maisie", may_be=(alike,))
    asked = WhoDialog(row, 1)
    show(qtbot, asked)
    asked.choices[0].setFocus()
    QTest.keyClick(asked.choices[0], Qt.Key.Key_Return)
    assert asked.number == maisie.file_number
    parent = QWidget()
    qtbot.addWidget(parent)
    monkeypatch.setattr(WhoDialog, "exec", lambda dialog: dialog.choices[0].click())
    assert who_is_it(parent, row, 1) == maisie.file_number
