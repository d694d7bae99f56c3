"""The gallery shows every widget in every state, and nothing in it is unnamed, cut or too small, at any size."""

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.walk import walk
from ui import theme
from ui.gallery import Gallery
from ui.widgets.date_field import DateLine
from ui.widgets.record_table import RecordTable


def _shown(qtbot: QtBot, width: int) -> Gallery:
    gallery = Gallery()
    qtbot.addWidget(gallery)
    gallery.resize(width, 700)
    gallery.show()
    QApplication.processEvents()
    gallery.resize(width, gallery.whole_height())
    QApplication.processEvents()
    return gallery


@pytest.mark.parametrize(("dark", "scale"), [(False, 1.0), (True, 1.0), (False, 1.5), (False, 2.0)])
def test_nothing_is_unnamed_cut_or_small(qtbot: QtBot, qapp: QApplication, dark: bool, scale: float) -> None:
    theme.apply(qapp, dark=dark, scale=scale)
    gallery = _shown(qtbot, 1162 if scale < 2 else 1040)
    assert walk(gallery) == []
    assert gallery.horizontalScrollBar().maximum() == 0


def test_looks_the_same_twice(qtbot: QtBot) -> None:
    gallery = _shown(qtbot, 1162)
    assert gallery.grab().toImage() == gallery.grab().toImage()


def test_light_and_dark_differ(qtbot: QtBot, qapp: QApplication) -> None:
    light = _shown(qtbot, 1162).grab().toImage().pixelColor(4, 4)
    theme.apply(qapp, dark=True)
    dark = _shown(qtbot, 1162).grab().toImage().pixelColor(4, 4)
    assert (light.name(), dark.name()) == (theme.LIGHT.ground, theme.DARK.ground)


def _window(qtbot: QtBot, *widgets: QWidget, width: int = 400) -> QWidget:
    window = QWidget()
    column = QVBoxLayout(window)
    for widget in widgets:
        column.addWidget(widget)
    qtbot.addWidget(window)
    window.resize(width, 300)
    window.show()
    return window


def test_the_walk_finds_what_it_looks_for(qtbot: QtBot) -> None:
    nameless, first, second, cut = QLineEdit(), QPushButton("&Save"), QPushButton("&Send"), QLabel("A long label")
    cut.setFixedWidth(20)
    out = QPushButton("Far away", cut)
    out.move(60, 0)
    window = _window(qtbot, nameless, first, second, cut)
    second.setFixedHeight(12)
    found = walk(window)
    assert [line.split("'")[0].strip() for line in found] == [
        "QLineEdit",
        "Alt+S is both",
        "QPushButton",
        "QLabel",
        "QPushButton",
        "QPushButton",
    ]
    assert "has no name" in found[0]
    assert "'Far away' reaches out" in found[4]
    assert "only 12 tall" in found[5]


def test_the_walk_leaves_hidden_things_alone(qtbot: QtBot) -> None:
    hidden = QLineEdit()
    window = _window(qtbot, hidden)
    hidden.hide()
    assert walk(window) == []


@pytest.mark.parametrize(("before", "after"), [(1.0, 2.0), (2.0, 1.0)])
def test_the_size_of_text_changes_while_the_window_is_open(
    qtbot: QtBot, qapp: QApplication, before: float, after: float
) -> None:
    theme.apply(qapp, dark=False, scale=before)
    gallery = _shown(qtbot, 1040)
    theme.apply(qapp, dark=True, scale=after)
    for _ in range(2):
        QApplication.processEvents()
        gallery.resize(1040, gallery.whole_height())
    assert walk(gallery) == []
    assert gallery.horizontalScrollBar().maximum() == 0
    fresh = _shown(qtbot, 1040)
    table, other = gallery.findChild(RecordTable), fresh.findChild(RecordTable)
    assert table is not None
    assert other is not None
    assert table.view.rowHeight(0) == other.view.rowHeight(0)
    line, another = gallery.findChild(DateLine), fresh.findChild(DateLine)
    assert line is not None
    assert another is not None
    assert line.width() == another.width()
