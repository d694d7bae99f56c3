"""The pages around people: places and things, one of them whole, and the network around somebody or something."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from rise_desk.domain.record import Id

if TYPE_CHECKING:
    from ui.main_window import MainWindow

THINGS, THING, NETWORK = "things", "thing", "network"


def makers(window: "MainWindow") -> dict[str, Callable[[Id], QWidget]]:
    """How each of these pages is made, by its name among the pages."""
    return {}
