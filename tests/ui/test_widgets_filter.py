"""The filter row: few filters, what is chosen as chips, everything cleared in one go."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QStyle, QStyleOptionComboBox
from pytestqt.qtbot import QtBot

from tests.ui.screen import show, wheel
from tests.ui.walk import walk
from ui import theme
from ui.widgets.filter_row import Filter, FilterRow
from ui.widgets.plain_choice import PlainChoice


@pytest.fixture
def row(qtbot: QtBot) -> FilterRow:
    """A filter row with one filter."""
    made = FilterRow((Filter(key="worker", label="Key worker", choices=(("pn", "Priya Nair"), ("lo", "L. Osei"))),))
    show(qtbot, made, 800, 120)
    return made


def test_a_list_is_narrowed_by_text_and_choice(qtbot: QtBot, row: FilterRow) -> None:
    with qtbot.waitSignal(row.changed) as told:
        QTest.keyClicks(row.text, " kett ")
    assert told.args == [{"text": "kett", "worker": ""}]
    with qtbot.waitSignal(row.changed) as told:
        row.boxes["worker"].setCurrentIndex(2)
    assert told.args == [{"text": "kett", "worker": "lo"}]
    assert [chip.accessibleName() for chip in row.chips.values()] == [
        "Remove filter “kett”",
        "Remove filter Key worker: L. Osei",
    ]
    assert walk(row) == []


def test_each_chip_and_clear_take_away(qtbot: QtBot, row: FilterRow) -> None:
    with qtbot.assertNotEmitted(row.changed):
        row.set_value({"text": "x", "worker": "pn"})
    with qtbot.waitSignal(row.changed) as told:
        row.chips["worker"].click()
    assert told.args == [{"text": "x", "worker": ""}]
    assert row.is_narrowed()
    with qtbot.waitSignal(row.changed) as told:
        row.clear_button.click()
    assert told.args == [{"text": "", "worker": ""}]
    assert not row.is_narrowed()
    assert not row.clear_button.isVisible()
    row.set_count("12 of 87")
    assert row.count.text() == "12 of 87"


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_what_a_filter_is_called_is_never_cut(qtbot: QtBot, qapp: QApplication, scale: float) -> None:
    """As long as 'Sort of place: all'."""
    theme.apply(qapp, dark=False, scale=scale)
    made = FilterRow((Filter(key="sort", label="Sort of place", choices=(("park", "Park"),)),))
    show(qtbot, made, 900, 200)
    box, drawn = made.boxes["sort"], QStyleOptionComboBox()
    box.initStyleOption(drawn)
    room = box.style().subControlRect(
        QStyle.ComplexControl.CC_ComboBox, drawn, QStyle.SubControl.SC_ComboBoxEditField, box
    )
    assert box.fontMetrics().horizontalAdvance("Sort of place: all") <= room.width()


def test_the_wheel_chooses_nothing(qtbot: QtBot) -> None:
    box = PlainChoice((("a", "A"), ("b", "B")), "Kind")
    show(qtbot, box)
    box.setFocus()
    wheel(box)
    assert box.value() == ""
    box.set_value("gone")
    assert box.value() == ""
    box.setEnabled(False)
    box.grab()


def test_words_with_a_blank_are_typed_to_find_a_choice(qtbot: QtBot) -> None:
    box = PlainChoice((("f", "friend"), ("fa", "friend or associate"), ("s", "same phone")), "How")
    show(qtbot, box)
    box.setFocus()
    QTest.keyClicks(box, "friend o")
    assert (box.value(), box.view().isVisible()) == ("fa", False)


@pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)", extend=True)
def test_a_blank_alone_opens_the_list(qtbot: QtBot) -> None:
    box = PlainChoice((("f", "friend"),), "How")
    show(qtbot, box)
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Space)
    assert box.view().isVisible()
    box.hidePopup()
