"""The card about assessments in the settings: a board's wording is added, chosen and copied, and settings are kept."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from rise_desk.domain import instrument_file
from rise_desk.domain.staff import Role
from rise_desk.errors import Unavailable
from rise_desk.services import instruments, settings, watch
from rise_desk.services.practice import OURS
from tests import build
from tests.services import wordings
from tests.ui.screen import focused, show
from tests.ui.walk import walk
from ui import theme
from ui.desk import ScreenDesk
from ui.instrument_preview import InstrumentPreview, wording
from ui.main_window import MainWindow
from ui.settings_assessments import KEPT, AssessmentsCard
from ui.tour_camera import Camera
from ui.tour_settings import shoot_settings

THEIRS = "wenbury_cse/2026-1"


@pytest.fixture
def card(qtbot: QtBot, screen: ScreenDesk) -> Iterator[AssessmentsCard]:
    """The card, on a screen of its own."""
    made = AssessmentsCard(screen)
    show(qtbot, made, 1100, 500)
    yield made
    made.close()


def _file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str) -> Path:
    path = tmp_path / "board.json"
    path.write_text(text, "utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    return path


def _asked(qtbot: QtBot, card: AssessmentsCard) -> InstrumentPreview:
    card.add_button.click()
    qtbot.waitUntil(lambda: bool(card.window().findChildren(InstrumentPreview)))
    return card.window().findChildren(InstrumentPreview)[-1]


def test_a_boards_wording_is_seen_before_it_is_added(
    qtbot: QtBot, card: AssessmentsCard, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _file(tmp_path, monkeypatch, wordings.text())
    shown = _asked(qtbot, card)
    text = shown.text.toPlainText()
    for each in instruments.listed(card._desk.at)[0].instrument.indicators:
        assert each.label in text
        assert all(level in text for level in each.levels)
    assert "Green 10 to 22, Amber 18 to 42, Red 38 to 60" in text
    assert walk(shown) == []
    with qtbot.waitSignal(shown.accepted):
        QTest.keyClick(shown, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(card.rows.shown) == 2)
    assert card.answer.text() == "“Wenbury’s assessment” was added. New assessments go on as before."
    assert [each.key for each in instruments.listed(card._desk.at)] == [OURS, THEIRS]


def test_one_that_was_not_wanted_is_not_added(
    qtbot: QtBot, card: AssessmentsCard, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _file(tmp_path, monkeypatch, wordings.text())
    shown = _asked(qtbot, card)
    with qtbot.waitSignal(shown.rejected):
        QTest.keyClick(shown, Qt.Key.Key_Escape)
    assert len(instruments.listed(card._desk.at)) == 1


@pytest.mark.parametrize(("text", "said"), [
    ("{\n oh", "Line 2 can’t be read: expecting property name enclosed in double quotes."),
    (wordings.text(bands=[]), "“bands” must be green, amber, red, in this order."),
    (wordings.text(name="nscb_cse", version="2015"),
     "nscb_cse/2015 is on file with other wording. Give this one a new version."),
])  # fmt: skip
def test_a_file_that_is_refused_is_said_beside_it(
    qtbot: QtBot, card: AssessmentsCard, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, said: str
) -> None:
    _file(tmp_path, monkeypatch, text)
    card.add_button.click()
    qtbot.waitUntil(card.refused.isVisible)
    assert card.refused.text() == said
    assert walk(card) == []
    path = _file(tmp_path, monkeypatch, wordings.text())
    path.unlink()
    card.add_button.click()
    qtbot.waitUntil(lambda: card.refused.text().startswith("board.json can’t be opened"))


def test_the_same_again_is_said_to_be_there(
    qtbot: QtBot, card: AssessmentsCard, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    instruments.add(card._desk.at, wordings.text())
    _file(tmp_path, monkeypatch, wordings.text())
    card.add_button.click()
    qtbot.waitUntil(card.answer.isVisible)
    assert card.answer.text() == f"“Wenbury’s assessment” ({THEIRS}) is on file already, word for word."


def test_no_file_chosen_changes_nothing(card: AssessmentsCard, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("", ""))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    card.add_button.click()
    card.rows.copies[OURS].click()
    assert not card._desk.tasks.busy()


def test_one_is_used_for_new_assessments_and_the_focus_stays_in_its_line(qtbot: QtBot, card: AssessmentsCard) -> None:
    instruments.add(card._desk.at, wordings.text())
    card.refresh()
    assert list(card.rows.uses) == [THEIRS]
    card.rows.uses[THEIRS].setFocus()
    QTest.keyClick(card.rows.uses[THEIRS], Qt.Key.Key_Space)
    assert card._desk.practice.instrument == THEIRS
    assert card.answer.text().startswith("New assessments are made with “Wenbury’s assessment”.")
    assert list(card.rows.uses) == [OURS]
    assert focused() is card.rows.copies[THEIRS]
    held = card.rows.copies[THEIRS]
    card.refresh()
    assert card.rows.copies[THEIRS] is held


def test_a_copy_to_edit_is_saved_where_it_was_asked_for(
    qtbot: QtBot, card: AssessmentsCard, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, named = tmp_path / "mine.json", []

    def ask(_over: object, _title: str, name: str, _files: str) -> tuple[str, str]:
        named.append(name)
        return str(path), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    card.rows.copies[OURS].click()
    qtbot.waitUntil(card.answer.isVisible)
    assert named == ["nscb_cse-2015.json"]
    assert instrument_file.read(path.read_text("utf-8")).key == OURS
    path = tmp_path / "nowhere" / "mine.json"
    card.rows.copies[OURS].click()
    qtbot.waitUntil(card.refused.isVisible)
    assert "folder does not exist" in card.refused.text()


def test_the_settings_are_kept_for_the_whole_team(qtbot: QtBot, card: AssessmentsCard) -> None:
    assert [each.value() for each in (card.sign_off, card.long, card.overnight)] == ["7", "24", "yes"]
    card.sign_off.set_value("10")
    card.long.set_value("36")
    card.overnight.set_value("no")
    card.save_button.click()
    assert not card.save_button.isEnabled()
    qtbot.waitUntil(card.answer.isVisible)
    assert card.answer.text() == KEPT
    held = card._desk.practice
    assert (held.sign_off_days, held.long_after_hours, held.overnight_is_long) == (10, 36, False)
    assert card.save_button.isEnabled()


def test_saving_what_holds_already_changes_nothing(qtbot: QtBot, card: AssessmentsCard) -> None:
    before = card._desk.at.store.everything()
    card.save_button.click()
    qtbot.waitUntil(card.answer.isVisible)
    assert card._desk.at.store.everything() == before


def test_a_change_that_takes_long_can_be_stopped(
    qtbot: QtBot, card: AssessmentsCard, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watch, "EACH", 1)
    build.young_person(card._desk.at)
    card.sign_off.set_value("9")
    card.save_button.click()
    card.busy.cancelled.emit()
    qtbot.waitUntil(lambda: card.refused.isVisible() or card.answer.isVisible())
    if card.refused.isVisible():
        assert card.refused.text() == settings.STOPPED
        assert card._desk.practice.sign_off_days == 7
    assert card.save_button.isEnabled()


def test_what_fails_is_said_and_what_was_chosen_stays(
    qtbot: QtBot, card: AssessmentsCard, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise Unavailable("The disk is full.")

    monkeypatch.setattr(settings, "set_sign_off_days", fail)
    card.sign_off.set_value("9")
    card.save_button.click()
    qtbot.waitUntil(card.refused.isVisible)
    assert (card.refused.text(), card.sign_off.value()) == ("The disk is full.", "9")


def test_what_another_desk_changed_is_shown_and_what_is_chosen_here_stays(card: AssessmentsCard) -> None:
    card.long.set_value("48")
    settings.set_sign_off_days(card._desk.at, 12)
    settings.set_long_after(card._desk.at, 30)
    card.refresh()
    assert (card.sign_off.value(), card.long.value()) == ("12", "48")


def test_a_worker_reads_and_decides_nothing(qtbot: QtBot, screen: ScreenDesk) -> None:
    instruments.add(screen.at, wordings.text())
    theirs = ScreenDesk(screen.clock)
    theirs.sit(build.colleague(screen.at, "Priya Nair", Role.WORKER))
    made = AssessmentsCard(theirs)
    show(qtbot, made, 1100, 500)
    assert (len(made.rows.copies), made.rows.uses) == (2, {})
    assert not made.add_button.isVisible()
    assert not made.save_button.isVisible()
    assert not made.sign_off.isEnabled()
    assert walk(made) == []
    theirs.leave()
    made.refresh()
    theirs.tasks.close()


def test_a_file_speaks_in_text_and_never_in_markup() -> None:
    made = wordings.made(title="<b>x</b>", bands=[
        {"key": "green", "label": "<img src=x>", "lowest": 10, "highest": 22},
        {"key": "amber", "label": "Amber", "lowest": 18, "highest": 42},
        {"key": "red", "label": "Red", "lowest": 38, "highest": 60},
    ])  # fmt: skip
    assert "<img" not in wording(made)
    assert "&lt;img src=x&gt; 10 to 22" in wording(made)


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_it_can_be_read_at_every_size(qtbot: QtBot, qapp: QApplication, screen: ScreenDesk, scale: float) -> None:
    theme.apply(qapp, dark=False, scale=scale)
    instruments.add(screen.at, wordings.text())
    made = AssessmentsCard(screen)
    show(qtbot, made, 1162, round(500 * scale))
    assert walk(made) == []
    assert made.rows.uses[THEIRS].accessibleName() == "Use for new assessments: Wenbury’s assessment, 2026-1"


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_tour_stops_at_the_card_and_at_a_wording(window: MainWindow, qapp: QApplication, tmp_path: Path) -> None:
    shoot_settings(window, Camera(qapp, tmp_path))
    names = sorted(each.stem.split("-", 1)[1] for each in tmp_path.glob("*.png"))
    assert names == ["add-wording-dark", "add-wording-light", "settings-assessments-dark", "settings-assessments-light"]
