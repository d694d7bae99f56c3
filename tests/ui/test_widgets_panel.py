"""The form of a record: its values come back as they were, problems stand at their fields, drafts lose nothing."""

import json
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea
from pytestqt.qtbot import QtBot

from rise_desk.errors import Invalid
from tests.ui.screen import focused, show
from tests.ui.walk import spoken_name, walk
from ui import theme
from ui.gallery_examples import FILLED, FORM, PROBLEMS
from ui.widgets import editors
from ui.widgets.fields import Field, Kind, Section, Surroundings, lowered
from ui.widgets.record_panel import RecordPanel
from ui.widgets.text_fields import LineField


@pytest.fixture
def panel(qtbot: QtBot, around: Surroundings) -> Iterator[RecordPanel]:
    """The gallery's form in a scrolling page."""
    made = RecordPanel(FORM, around)
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setWidget(made)
    show(qtbot, area, 1000, 300)
    yield made
    area.close()


def _area(panel: RecordPanel) -> QScrollArea:
    area = panel.window()
    assert isinstance(area, QScrollArea)
    return area


def test_an_empty_form_says_nothing(panel: RecordPanel) -> None:
    empty = panel.value()
    assert empty["aliases"] == ()
    assert empty["outside_county"] is None
    assert not any(value for value in empty.values())
    assert not panel.dirty()


def test_values_come_back_as_they_were(qtbot: QtBot, panel: RecordPanel) -> None:
    with qtbot.waitSignal(panel.changed):
        panel.set_value(FILLED)
    assert panel.value() == FILLED | {"text": FILLED["text"].strip()}
    assert not panel.dirty()
    panel.set_value({"given_name": "Jade"})
    assert panel.value()["family_name"] == FILLED["family_name"]


def test_a_form_is_dirty_until_it_is_saved_or_put_back(panel: RecordPanel) -> None:
    panel.set_value(FILLED)
    panel.rows["given_name"].editor.set_value("Mai")
    assert panel.dirty()
    panel.rows["given_name"].editor.set_value("Maisie")
    assert not panel.dirty()
    panel.rows["date_of_birth"].editor.restore("no date")
    assert panel.dirty()
    panel.settle()
    assert not panel.dirty()


def test_what_cannot_be_read_is_not_handed_on(panel: RecordPanel) -> None:
    panel.rows["date_of_birth"].editor.restore("31 2 2010")
    with pytest.raises(Invalid) as raised:
        panel.value()
    assert raised.value.fields == panel.unreadable() == {"date_of_birth": "Date of birth must be a real date."}
    assert panel.values()["date_of_birth"] == ""


def test_a_draft_is_plain_data_and_brings_everything_back(
    qtbot: QtBot, around: Surroundings, panel: RecordPanel
) -> None:
    panel.set_value(FILLED)
    panel.rows["date_of_birth"].editor.restore("31 2 2010")
    draft = json.loads(json.dumps(panel.typed()))
    other = RecordPanel(FORM, around)
    qtbot.addWidget(other)
    other.restore(draft | {"unknown": 1})
    assert other.typed() == panel.typed()
    assert other.values()["aliases"] == FILLED["aliases"]
    assert other.dirty()
    other.restore({})
    assert other.typed() == panel.typed()


def test_problems_stand_at_their_fields(panel: RecordPanel) -> None:
    left = panel.show_problems(PROBLEMS | {"aliases.2.name": "Enter name.", "version": "Somebody changed it."})
    assert left == {"version": "Somebody changed it."}
    row = panel.rows["given_name"]
    assert row.error.text() == "Enter given name."
    assert row.error.isVisible()
    line = row.editor.field_widget()
    assert spoken_name(line) == "Given name, required"
    assert line.accessibleDescription() == "Enter given name."
    assert panel.rows["aliases"].error.text() == "Enter name."
    assert panel.show_problems({}) == {}
    assert not row.error.isVisible()
    assert line.accessibleDescription() == ""
    assert panel.rows["family_name"].editor.field_widget().accessibleDescription().startswith("As it is written")


def test_a_problem_leads_to_its_field_and_into_view(panel: RecordPanel) -> None:
    panel.focus_field("text")
    widget = panel.rows["text"].editor.field_widget()
    assert widget.hasFocus()
    top = widget.mapTo(_area(panel).viewport(), QPoint(0, 0)).y()
    assert 0 <= top < _area(panel).viewport().height()
    panel.focus_field("aliases.2.name")
    assert panel.rows["aliases"].editor.field_widget().hasFocus()
    panel.focus_first()
    assert panel.rows["given_name"].editor.field_widget().hasFocus()
    panel.focus_field("unknown")
    assert panel.rows["given_name"].editor.field_widget().hasFocus()


def test_the_field_somebody_tabs_into_is_in_view(qtbot: QtBot, panel: RecordPanel) -> None:
    panel.focus_first()
    order = []
    for _ in range(9):
        order.append(focused())
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
    top = focused().mapTo(_area(panel).viewport(), QPoint(0, 0)).y()
    assert 0 <= top <= _area(panel).viewport().height() - 20
    names = [each.accessibleName().split(",")[0] for each in order]
    assert names[:4] == ["Given name", "Family name", "Date of birth", "Date of birth: choose from a calendar"]


def test_two_columns_where_there_is_room_else_one(panel: RecordPanel) -> None:
    first, second = panel.rows["given_name"], panel.rows["family_name"]
    assert first.y() == second.y()
    _area(panel).resize(520, 300)
    QApplication.processEvents()
    assert first.y() < second.y()
    assert _area(panel).horizontalScrollBar().maximum() == 0


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_nothing_is_cut_at_any_size(qtbot: QtBot, qapp: QApplication, around: Surroundings, scale: float) -> None:
    theme.apply(qapp, dark=False, scale=scale)
    made = RecordPanel(FORM, around)
    show(qtbot, made, 1000, 900)
    made.set_value(FILLED)
    made.show_problems(PROBLEMS)
    made.resize(1000, made.sizeHint().height())
    assert walk(made) == []


def test_a_panel_outside_a_scrolling_page_needs_none(qtbot: QtBot, around: Surroundings) -> None:
    made = RecordPanel((Section("", (Field(name="a", label="A"),), hint="Only one"),), around)
    show(qtbot, made)
    made.focus_first()
    assert made.rows["a"].editor.field_widget().hasFocus()
    assert any(each.text() == "Only one" for each in made.findChildren(QLabel))


def test_each_kind_has_its_editor_and_own_brings_one(qtbot: QtBot, around: Surroundings) -> None:
    own = Field(name="own", label="Own", kind=Kind.OWN, make=lambda _field, _around: LineField())
    assert isinstance(editors.make(own, around), LineField)
    lines = editors.make(Field(name="l", label="L", kind=Kind.LINES), around)
    qtbot.addWidget(lines)
    assert {kind for kind in Kind if kind is not Kind.OWN} == set(editors._MAKERS)
    with pytest.raises(ValueError, match="must bring its editor"):
        editors.make(Field(name="own", label="Own", kind=Kind.OWN), around)
    with pytest.raises(ValueError, match="must say what its parts are"):
        editors.make(Field(name="parts", label="Parts", kind=Kind.PARTS), around)


def test_labels_inside_sentences() -> None:
    assert lowered("Date of birth") == "date of birth"
    assert lowered("NHS number") == "NHS number"
