"""A paper of many pages on the screen, each of a colour that tells its number."""

import struct
from dataclasses import dataclass

from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from tests.ui.screen import show
from ui.preview_pages import PreviewPages
from ui.preview_view import PagesView

COUNT = 200


@dataclass(frozen=True)
class Flat:
    """A page of one colour, which tells its number: red is the page, green is always 9."""

    page: int
    width: int
    height: int

    @property
    def rgb(self) -> bytes:
        """Its pixels."""
        return struct.pack("BBB", self.page, 9, 200) * (self.width * self.height)


class Paper:
    """A paper of many pages that remembers which were drawn, and how sharp."""

    def __init__(self) -> None:
        self.drawn: list[tuple[int, int]] = []

    def __call__(self, page: int, dpi: int) -> Flat:
        self.drawn.append((page, dpi))
        return Flat(page, round(8.27 * dpi), round(11.69 * dpi))


def seen(view: PagesView) -> set[int]:
    """The pages whose pictures are on the screen."""
    image = view.viewport().grab().toImage()
    found = set()
    for down in range(0, image.height(), 3):
        for across in (image.width() // 3, image.width() // 2):
            colour: QColor = image.pixelColor(across, down)
            if (colour.green(), colour.blue()) == (9, 200):
                found.add(colour.red())
    return found


def shown(qtbot: QtBot, paper: Paper) -> PreviewPages:
    """The paper, shown, with its first page drawn."""
    made = PreviewPages()
    show(qtbot, made, 900, 600)
    made.show_pages(COUNT, paper, "The words of the paper")
    qtbot.waitUntil(lambda: seen(made.view) == {0})
    made.view.setFocus()
    return made
