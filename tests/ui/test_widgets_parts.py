"""The parts of a record: told in words, added, changed and removed, never thrown away unasked."""

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QMessageBox, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from rise_desk.domain.life import Address, Alias
from rise_desk.domain.moments import Moment
from tests.ui.screen import show
from tests.ui.walk import walk
from ui.gallery_examples import ALIAS_FIELDS
from ui.widgets.buttons import Button, IconButton
from ui.widgets.fields import Field, Kind, Surroundings
from ui.widgets.part_dialog import PartDialog
from ui.widgets.parts import PartsField

ALIASES = Field(name="aliases", label="Other names", kind=Kind.PARTS, part=Alias, fields=ALIAS_FIELDS)


@pytest.fixture
def parts(qtbot: QtBot, around: Surroundings) -> Iterator[PartsField]:
    """Two other names, in a window."""
    window = QWidget()
    made = PartsField(ALIASES, around)
    QVBoxLayout(window).addWidget(made)
    show(qtbot, window, 700, 300)
    made.set_value((Alias(name="Maz", used_where="Kettering", basis="herself"), Alias(name="M")))
    yield made
    window.close()


def _buttons(parts: PartsField, row: int) -> tuple[Button, IconButton]:
    return parts.rows[row].findChildren(Button)[0], parts.rows[row].findChildren(IconButton)[0]


def _dialog(parts: PartsField) -> PartDialog:
    return next(each for each in parts.findChildren(PartDialog) if each.isVisible())


def test_parts_are_told_in_words(parts: PartsField) -> None:
    change, remove = _buttons(parts, 0)
    assert change.accessibleName() == "Change other name 1: Maz · Kettering · herself"
    assert remove.accessibleName() == "Remove other name 1: Maz · Kettering · herself"
    assert not parts.none.isVisible()
    assert walk(parts.window()) == []


def test_a_part_is_removed(qtbot: QtBot, parts: PartsField) -> None:
    with qtbot.waitSignal(parts.changed):
        _buttons(parts, 0)[1].click()
    assert parts.value() == (Alias(name="M"),)
    assert parts.add_button.hasFocus()
    _buttons(parts, 0)[1].click()
    assert parts.none.isVisible()


def test_a_part_is_added(qtbot: QtBot, parts: PartsField) -> None:
    parts.add_button.click()
    dialog = _dialog(parts)
    dialog.save()
    assert dialog.summary.isVisible()
    assert dialog.panel.rows["name"].problem == "Enter the other name, or take this line away."
    dialog.panel.rows["name"].editor.set_value("Mai")
    with qtbot.waitSignal(parts.changed):
        dialog.save()
    assert parts.value()[-1] == Alias(name="Mai")


def test_a_change_keeps_what_the_form_does_not_ask(qtbot: QtBot, around: Surroundings) -> None:
    fields = (
        Field(name="postcode", label="Postcode"),
        Field(name="since", label="From", kind=Kind.DATE),
        Field(name="until", label="Until", kind=Kind.DATE),
    )
    parts = PartsField(Field(name="addresses", label="Addresses", kind=Kind.PARTS, part=Address, fields=fields), around)
    show(qtbot, parts)
    parts.set_value((Address(lines="1 High Street", postcode="NN1"),))
    parts.change(0)
    dialog = _dialog(parts)
    assert dialog.windowTitle() == "Change address or placement"
    dialog.panel.rows["since"].editor.restore("31 2 2026")
    dialog.save()
    assert dialog.panel.rows["since"].problem == "From must be a real date."
    dialog.panel.rows["since"].editor.restore("2 2 2026")
    dialog.panel.rows["until"].editor.restore("1 2 2026")
    dialog.save()
    assert dialog.panel.rows["until"].problem == "The end must be on or after the start."
    dialog.panel.rows["until"].editor.restore("")
    dialog.save()
    assert parts.value() == (Address(lines="1 High Street", postcode="NN1", since=Moment("2026-02-02")),)


def _answer(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    def pressed(box: QMessageBox) -> int:
        next(button for button in box.buttons() if button.text() == text).click()
        return 0

    monkeypatch.setattr(QMessageBox, "exec", pressed)


def test_what_was_typed_is_not_thrown_away_unasked(parts: PartsField, monkeypatch: pytest.MonkeyPatch) -> None:
    parts.add()
    dialog = _dialog(parts)
    dialog.panel.rows["name"].editor.set_value("Mai")
    _answer(monkeypatch, "Keep typing")
    dialog.reject()
    assert dialog.isVisible()
    _answer(monkeypatch, "Throw away")
    dialog.cancel_button.click()
    assert dialog.result() == QDialog.DialogCode.Rejected
    assert len(parts.value()) == 2
    parts.add()
    _dialog(parts).reject()
    assert len(parts.value()) == 2


def test_a_part_says_its_answers_dates_and_choices(qtbot: QtBot, around: Surroundings) -> None:
    def shown(part: Any, *fields: Field, **more: Any) -> str:
        made = PartsField(Field(name="p", label="P", kind=Kind.PARTS, part=type(part), fields=fields, **more), around)
        qtbot.addWidget(made)
        made.set_value((part,))
        return made.rows[0].accessibleName()

    fields = (
        Field(name="lives", label="Where they live", kind=Kind.CHOICE, vocabulary="gender"),
        Field(name="outside_county", label="Outside the county", kind=Kind.ANSWER),
        Field(name="since", label="From", kind=Kind.DATE),
    )
    full = Address(lives="female", outside_county=True, since=Moment("2026-03-01"))
    assert shown(full, *fields) == "Female · outside the county: yes · from 1 March 2026"
    assert shown(Address(), *fields) == "Empty address or placement"
    assert shown(Address(), *fields, noun="home") == "Empty home"
    assert shown(Address(), describe=lambda part, _around: f"at {part.lines or 'nowhere'}") == "at nowhere"


def test_the_dialog_walks_clean_and_saves_by_key(qtbot: QtBot, parts: PartsField) -> None:
    parts.change(1)
    dialog = _dialog(parts)
    with qtbot.waitActive(dialog):
        dialog.activateWindow()
    assert walk(dialog) == []
    dialog.panel.rows["used_where"].editor.set_value("Corby")
    QTest.keyClick(
        dialog.panel.rows["name"].editor.field_widget(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier
    )
    assert parts.value()[1] == Alias(name="M", used_where="Corby")
