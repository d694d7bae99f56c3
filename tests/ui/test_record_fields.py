"""The fields that a kind of record brings for itself: the front sheet, the photo, who a note concerns."""

from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QPixmap
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from rise_desk.domain import life
from rise_desk.domain.contact import Concern
from rise_desk.domain.record import Id
from rise_desk.services.desk import Desk
from tests.build import note, young_person
from tests.ui.screen import show
from tests.ui.walk import walk
from ui.desk import ScreenDesk
from ui.records.concerns import NOBODY, Concerns, Speaker
from ui.records.contact_note import Reserved
from ui.records.front_sheet import FrontSheet
from ui.records.person import SECTIONS, with_workers
from ui.records.photo import UNREADABLE, PhotoField
from ui.widgets.fields import Surroundings

UNASKED = {"id", "version", "recorded_at", "recorded_by", "references", "corrects", "withdrawn", "file_number",
           "restricted", "merged_into"}  # fmt: skip
OWN_FILES = {"person"}
FIELDS = {field.name: field for section in SECTIONS for field in section.fields}


@pytest.fixture
def around(desk: Desk) -> Surroundings:
    """The real practice, with one colleague."""
    return Surroundings(with_workers(desk.practice, ["Lena Osei"]), desk.now)


def test_the_front_sheet_asks_every_question_at_once(qtbot: QtBot, around: Surroundings) -> None:
    sheet = FrontSheet(around)
    show(qtbot, sheet, 700, 400)
    assert set(sheet.answers) == {each.key for each in around.practice.vocabulary("front_sheet").choices()}
    assert sheet.value() == ()
    given = (life.FrontSheetAnswer(question="domestic_violence", answer="yes", detail="until 2024"),)
    with qtbot.waitSignal(sheet.changed):
        sheet.set_value(given)
    assert sheet.value() == given
    kept = sheet.typed()
    sheet.set_value(())
    assert sheet.value() == ()
    sheet.restore(kept)
    assert sheet.value() == given
    assert sheet.field_widget() is next(iter(sheet.answers.values()))
    assert walk(sheet) == []


def test_a_detail_wants_an_answer_and_an_old_question_stays(qtbot: QtBot, around: Surroundings) -> None:
    sheet = FrontSheet(around)
    qtbot.addWidget(sheet)
    sheet.details["loss_or_bereavement"].setText("her grandmother")
    assert sheet.unreadable() == "Choose an answer to “Loss or bereavement”, or take its detail away."
    sheet.answers["loss_or_bereavement"].set_value("yes")
    assert sheet.unreadable() == ""
    old = life.FrontSheetAnswer(question="asked_long_ago", answer="no")
    sheet.set_value((old,))
    assert sheet.value() == (old,)


def test_a_photo_is_chosen_looked_at_and_left_again(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    picture, text = tmp_path / "maz.png", tmp_path / "notes.png"
    square = QPixmap(40, 40)
    square.fill(QColor("teal"))
    assert square.save(str(picture))
    text.write_text("no picture")
    field = PhotoField()
    show(qtbot, field, 500, 140)
    assert (field.value(), field.unreadable(), field.picture.text()) == ("", "", "No photo")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(picture), ""))
    with qtbot.waitSignal(field.changed):
        field.choose_button.click()
    assert (field.value(), field.typed(), field.unreadable()) == (str(picture), str(picture), "")
    assert not field.picture.pixmap().isNull()
    field.undo_button.click()
    assert field.value() == ""
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("", ""))
    field.choose()
    assert field.value() == ""
    field.restore(str(text))
    assert field.unreadable() == UNREADABLE
    field.set_value(picture.read_bytes())
    assert (field.value(), field.picture.pixmap().isNull()) == ("", False)
    assert field.field_widget() is field.choose_button
    assert walk(field) == []


def test_somebody_is_added_by_part_of_a_name(qtbot: QtBot, screen: ScreenDesk, desk: Desk) -> None:
    maisie, jade = young_person(desk), young_person(desk, "Jade", "Whitlock")
    note(desk, maisie.id, text="Jade was there.")
    field = Concerns(screen)
    show(qtbot, field, 700, 300)
    field.set_value((Concern(subject=maisie.id),))
    assert not field.rows[0].remove.isEnabled()
    field.search.setText("jad")
    field.search.ask("jad")
    assert field.search.answers is not None
    assert field.search.answers.list.count() == 1
    with qtbot.waitSignal(field.changed):
        field.search.answers.pick()
    assert [each.subject for each in field.value()] == [maisie.id, jade.id]
    field.add(jade.id)
    assert len(field.rows) == 2
    field.rows[1].role.set_value("witness")
    field.rows[1].seen.set_value("seen_alone")
    assert field.value()[1] == Concern(subject=jade.id, role="witness", seen="seen_alone")
    assert dict(field.people()) == {maisie.id: "Maisie Okafor", jade.id: "Jade Whitlock"}
    kept = field.typed()
    field.rows[0].remove.click()
    assert [each.subject for each in field.value()] == [jade.id]
    field.restore(kept)
    assert field.value()[1].role == "witness"
    assert (field.unreadable(), field.field_widget()) == ("", field.search)
    assert walk(field) == []


def test_nobody_found_and_a_locked_desk_are_said(qtbot: QtBot, screen: ScreenDesk, desk: Desk) -> None:
    field = Concerns(screen)
    show(qtbot, field, 700, 300)
    field.search.setText("nobody")
    field.search.ask("nobody")
    assert field.search.answers is not None
    assert field.search.answers.none.text() == NOBODY
    laid, screen.desk = screen.desk, None
    field.search.ask("nobody")
    screen.desk = laid
    assert field.search.answers.none.text() == "The desk is locked. Sign in again."
    assert laid is desk


def test_whose_words_is_one_of_those_concerned(qtbot: QtBot) -> None:
    box = Speaker()
    qtbot.addWidget(box)
    assert box.value() == 0
    box.offer({Id(5): "Maisie", Id(6): "Jade"})
    box.set_value(Id(6))
    assert (box.value(), box.typed()) == (6, "6")
    box.offer({Id(6): "Jade"})
    assert box.value() == 6
    box.offer({Id(5): "Maisie"})
    assert box.value() == 0
    box.restore("5")
    assert box.value() == 5
    box.restore("")
    assert (box.value(), box.unreadable(), box.field_widget()) == (0, "", box)


def test_only_a_grant_that_is_held_can_reserve(qtbot: QtBot, screen: ScreenDesk, around: Surroundings) -> None:
    box = Reserved(screen, around)
    qtbot.addWidget(box)
    assert [box.itemText(place) for place in range(box.count())] == ["Nobody in particular: the team reads it"]
