"""Help is true to the program: what it names is there, and its contents can be read whole at every size of text."""

import ast
import re
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QApplication, QListWidget, QListWidgetItem, QStyle, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from rise_desk.services import handbook
from tests.ui.screen import show
from ui import theme
from ui.help_view import NAME, HelpView

REPO = Path(__file__).parents[2]
BOLD = re.compile(r"\*\*([^*]+)\*\*")
NO_CONTROLS = {"Look around afresh", "To restore", "To use it", "second place"}
"""What stands in bold without being, word for word, the name of something on the screen."""
BESIDE = 3
"""What Qt leaves free beside the text of a row."""


def _said_by_the_program() -> set[str]:
    """Every text in the program's own code, as somebody reads it on a button."""
    files = (each for room in ("ui", "rise_desk") for each in (REPO / room).rglob("*.py"))
    texts = (
        node.value
        for file in files
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    )
    return {text.replace("&", "").replace("'", "’").rstrip("….") for text in texts}


def test_every_control_that_help_names_is_called_so_in_the_program() -> None:
    named = {
        words
        for page in handbook.every_page()
        if page.name != "promises"
        for words in BOLD.findall(page.text)
        if not words.endswith((".", "?", "”"))
    }
    said = _said_by_the_program()
    assert len(named) > 50
    assert {words for words in named if words.rstrip("…") not in said} == NO_CONTROLS


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_every_title_in_the_contents_is_shown_whole(qtbot: QtBot, qapp: QApplication, scale: float) -> None:
    theme.apply(qapp, dark=False, scale=scale)
    view = HelpView()
    show(qtbot, view, 1200, 640)
    contents, titles = view.list, set[str]()
    for item in (contents.item(row) for row in range(contents.count())):
        if item.data(NAME):
            room = _text_rect(contents, item)
            words = contents.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, item.text())
            assert contents.visualItemRect(item).right() < contents.viewport().width(), item.text()
            assert words.height() <= room.height(), item.text()
            assert words.width() <= room.width(), item.text()
            titles.add(item.text())
    assert titles == {each.title for each in handbook.every_page()}


def _text_rect(contents: QListWidget, item: QListWidgetItem) -> QRect:
    """Where the style draws the text of a row."""
    option = QStyleOptionViewItem()
    contents.initViewItemOption(option)
    option.rect = contents.visualItemRect(item)
    option.text = item.text()
    option.features |= QStyleOptionViewItem.ViewItemFeature.HasDisplay
    whole = contents.style().subElementRect(QStyle.SubElement.SE_ItemViewItemText, option, contents)
    return whole.adjusted(BESIDE, 0, -BESIDE, 0)
