"""The steps of an import: a file, its columns chosen by hand and remembered, its rows narrowed and handed back."""

import csv
import io
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from rise_desk.domain.card import Wanted
from rise_desk.domain.link import Link
from rise_desk.domain.person import YOUNG_PERSON
from rise_desk.services import overview
from rise_desk.services.desk import Desk
from tests.services.books import book
from tests.ui.importing import BAD, GOOD, ROWS_OF, dialog_at, said_in, settle
from tests.ui.screen import show, wheel
from tests.ui.walk import walk
from ui import theme
from ui.desk import ScreenDesk
from ui.import_dialog import COLUMNS, FILE, ROWS, ImportDialog


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Two good rows and one that is refused."""
    path = tmp_path / "school list" / "young.csv"
    path.parent.mkdir()
    path.write_text(ROWS_OF + GOOD + BAD)
    return path


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    """A workbook of two sheets whose columns nobody can know by their names."""
    path = tmp_path / "mosaic" / "people.xlsx"
    path.parent.mkdir()

    def more(made: Any, _sheet: Any) -> None:
        made.create_sheet("Older").append(["Client", "Forename"])
        made["Older"].append(["X9", "Ana"])

    path.write_bytes(book(("Client", "Called", "Last", "D.B."), ("V1", "Maisie", "Okafor", "2010"), then=more))
    return path


def test_nothing_is_chosen_at_first(qtbot: QtBot, screen: ScreenDesk) -> None:
    dialog = dialog_at(qtbot, screen)
    assert not dialog.next_button.isEnabled()
    assert not dialog.back_button.isVisible()
    assert not dialog.file.sheet.isVisible()
    assert dialog.step.text() == "Step 1 of 3: a file"
    for ask in (dialog.read, dialog.map, dialog.look, dialog.import_all, dialog.forward, dialog.back):
        ask()
    dialog.preview.save_refused()
    dialog.preview.save_preview()
    dialog.columns._another_kind()
    assert dialog.columns.chosen() == {}
    assert dialog.seen is None
    assert walk(dialog) == []


def test_how_far_it_is_can_be_seen(qtbot: QtBot, screen: ScreenDesk, tmp_path: Path) -> None:
    many = tmp_path / "many.csv"
    many.write_text(ROWS_OF + "".join(f"R{number},Zoë{number:03},Doyle,2012,1\n" for number in range(120)))
    dialog = dialog_at(qtbot, screen, many, to=COLUMNS)
    told: list[tuple[str, int, int]] = []
    dialog.work._told.connect(lambda *each: told.append(each))
    dialog.look()
    settle(qtbot, dialog)
    assert ("Reading the rows", 100, 120) in told
    assert ("Comparing with what is on file", 100, 120) in told
    dialog.work._begin("Importing")
    dialog.work._show("Making a backup first", 0, 0)
    assert dialog.busy.text.text() == "Making a backup first"
    dialog.work._show("Saving", 50, 200)
    assert (dialog.busy.bar.value(), dialog.busy.bar.maximum()) == (50, 200)
    dialog.work._show("Saving", 60, 200)
    dialog.work._over(lambda: None)
    dialog.work._show("Saving", 70, 200)
    assert dialog.busy.bar.value() == 60


def test_columns_are_chosen_by_hand_and_remembered(
    qtbot: QtBot, screen: ScreenDesk, desk: Desk, workbook: Path
) -> None:
    dialog = dialog_at(qtbot, screen, workbook)
    assert dialog.file.sheet.isVisible()
    assert dialog.file.told.text() == "1 row in 4 columns. Sheet “People”."
    dialog.next_button.click()
    assert dialog.columns.boxes == {}
    assert not dialog.next_button.isEnabled()
    dialog.columns.kind.set_value("young_person")
    assert dialog.next_button.isEnabled()
    boxes = dialog.columns.boxes
    wheel(boxes["Last"])
    assert [box.value() for box in boxes.values()] == ["", "", "", ""]
    for name, to in (
        ("Client", "ref"),
        ("Called", "given_name"),
        ("Last", "family_name"),
        ("D.B.", "date_of_birth"),
    ):
        boxes[name].set_value(to)
    assert walk(dialog) == []
    dialog.next_button.click()
    settle(qtbot, dialog)
    dialog.next_button.click()
    settle(qtbot, dialog)
    assert [each.name for each in overview.people(desk, Wanted())] == ["Maisie Okafor"]
    again = dialog_at(qtbot, screen, workbook, to=COLUMNS)
    assert again.columns.notice.text() == "The columns are read as they were chosen for “mosaic” before."
    assert again.columns.boxes["Last"].value() == "family_name"
    again.columns.boxes["Last"].set_value("given_name")
    again.next_button.click()
    assert "Two columns say the same thing" in "".join(said_in(link) for link in again.summary.links.values())
    again.back_button.click()
    assert again.pages.currentIndex() == FILE
    again.file.sheet.set_value("Older")
    settle(qtbot, again)
    assert again.rows is not None
    assert again.rows.header == ("Client", "Forename")


def test_the_rows_are_narrowed_with_a_count(qtbot: QtBot, screen: ScreenDesk, file: Path) -> None:
    file.write_text(ROWS_OF.replace("shoe size", "phone") + GOOD.replace(",5\n", ",7700900123\n") + BAD)
    dialog = dialog_at(qtbot, screen, file, to=ROWS)
    page = dialog.preview
    assert page.counts.text() == "2 new young people, 0 on file, 1 refused, 1 to look at"
    assert page.filters.count.text() == "3 rows"
    lines = page.about.text.text().count("\n") + 1
    assert page.about.height() >= lines * page.about.fontMetrics().lineSpacing()
    page.about.say("\n".join("One more thing to know." for _each in range(30)))
    assert page.about.height() == 5 * page.about.fontMetrics().lineSpacing()
    assert page.about.focusPolicy() is Qt.FocusPolicy.StrongFocus
    page.filters.boxes["shown"].set_value("problems")
    assert page.filters.count.text() == "2 of 3"
    assert [row.name for row in page._fetch("line", False, None)] == ["Maisie Okafor", "Kian Doyle"]
    page.filters.boxes["shown"].set_value("created")
    assert len(page._rows()) == 2
    page.filters.set_value({"text": "okáfor first 0"})
    page._narrow()
    assert [row.line for row in page._rows()] == [2]
    page.filters.set_value({"shown": "matched"})
    page._narrow()
    assert page.table.model.rowCount() == 0


@pytest.mark.parametrize(("button", "named"), [("refused_button", "refused"), ("preview_button", "preview")])
def test_rows_come_back_with_their_reasons(
    qtbot: QtBot,
    screen: ScreenDesk,
    file: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    button: str,
    named: str,
) -> None:
    dialog = dialog_at(qtbot, screen, file, to=ROWS)
    kept, save = tmp_path / f"{named}.csv", getattr(dialog.preview, button)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    save.click()
    assert not kept.exists()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(kept), ""))
    save.click()
    rows = list(csv.reader(io.StringIO(kept.read_text("utf-8-sig"))))
    if named == "refused":
        assert (rows[0][-1], rows[1][:2], len(rows)) == ("reason", ["V3", "Kian"], 2)
    else:
        assert rows[0][:6] == ["line", "what happens", "file", "why, or what is added", "to look at", "reference"]
        assert (rows[3][1], rows[3][5:7], len(rows)) == ("refused", ["V3", "Kian"], 4)
    assert "not encrypted" in dialog.notice.text.text()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "none" / "x.csv"), ""))
    save.click()
    assert set(dialog.summary.links) == {"file"}


def test_the_source_must_have_a_name(qtbot: QtBot, screen: ScreenDesk, file: Path) -> None:
    dialog = dialog_at(qtbot, screen, file)
    dialog.file.source.editor.set_value("--")
    dialog.next_button.click()
    assert dialog.file.source.problem
    assert dialog.pages.currentIndex() == FILE
    dialog.summary.asked.emit("source")
    dialog.file.source.editor.set_value(" council  list")
    dialog.next_button.click()
    assert dialog.file.source.value() == "council list"


def test_a_file_that_is_none_is_said_in_a_sentence(qtbot: QtBot, screen: ScreenDesk, tmp_path: Path) -> None:
    empty = tmp_path / "empty.csv"
    empty.write_text("")
    dialog = dialog_at(qtbot, screen, empty)
    assert len(dialog.summary.links) == 1
    assert not dialog.next_button.isEnabled()
    adults = tmp_path / "adults.csv"
    adults.write_text("name,how_well_known\nDarren Pike,full name\n")
    dialog.take(adults)
    settle(qtbot, dialog)
    assert dialog.summary.links == {}
    dialog.next_button.click()
    dialog.columns.kind.set_value(YOUNG_PERSON)
    dialog.columns.kind.changed.emit()
    dialog.next_button.click()
    settle(qtbot, dialog)
    told = "".join(said_in(link) for link in dialog.summary.links.values())
    assert "so nobody in it is read as a young person at risk" in told
    dialog.take(tmp_path / "gone.csv")
    settle(qtbot, dialog)
    assert dialog.summary.isVisible()


def test_links_adults_and_places_come_in_by_the_window(qtbot: QtBot, screen: ScreenDesk, tmp_path: Path) -> None:
    files = {
        "young": "ref,given_name,family_name,dob\nV1,Maisie,Okafor,2013-03-13\n",
        "adults": "ref,given_name,how_well_known,role\nO1,Darren,alias only,abuser\n",
        "places": "ref,place,place type\nP1,Kebab Corner,takeaway\n",
        "links": "from_ref,link,to_ref\nO1,exploited,V1\nO1,seen at,P1\nV1,exploited,O1\n",
    }
    said = {}
    for name, text in files.items():
        path = tmp_path / "case" / f"{name}.csv"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text)
        dialog = dialog_at(qtbot, screen, path, to=ROWS)
        said[name] = dialog.preview.counts.text()
        dialog.next_button.click()
        settle(qtbot, dialog)
        dialog.close()
    assert said == {
        "young": "1 new young person, 0 on file, 0 refused",
        "adults": "1 new adult of concern, 0 on file, 0 refused",
        "places": "1 new place, 0 on file, 0 refused",
        "links": "2 new links, 0 on file, 1 refused",
    }
    assert sum(isinstance(each, Link) for each in screen.at.store.everything()) == 2


def test_rows_are_sorted_and_paged(qtbot: QtBot, screen: ScreenDesk, tmp_path: Path) -> None:
    many = tmp_path / "many.csv"
    many.write_text(ROWS_OF + "".join(f"R{number},Zoë{number:03},Doyle,2012,1\n" for number in range(120)))
    dialog = dialog_at(qtbot, screen, many, to=ROWS)
    first = dialog.preview._fetch("line", False, None)
    second = dialog.preview._fetch("line", False, first[-1])
    assert [row.line for row in (*first, *second)] == list(range(2, 102))
    assert dialog.preview._fetch("name", True, None)[0].name.startswith("Zoë119")


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_every_step_can_be_read_and_reached(
    qtbot: QtBot, qapp: QApplication, screen: ScreenDesk, workbook: Path, scale: float, dark: bool
) -> None:
    theme.apply(qapp, dark=dark, scale=scale)
    dialog = ImportDialog(screen)
    show(qtbot, dialog, 1300, 720)
    assert walk(dialog) == []
    dialog.take(workbook)
    settle(qtbot, dialog)
    dialog._show_problems({"source": "Give the name of the system this file comes from."})
    assert walk(dialog) == []
    dialog.next_button.click()
    dialog.columns.kind.set_value("young_person")
    for name, to in (("Called", "given_name"), ("Last", "family_name")):
        dialog.columns.boxes[name].set_value(to)
    assert walk(dialog) == []
    dialog.next_button.click()
    settle(qtbot, dialog)
    assert walk(dialog) == []
