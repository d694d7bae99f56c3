"""Opens the forms around links, places and things, notices, orders, disruption and information."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog

if TYPE_CHECKING:
    from ui.desk import ScreenDesk


class Protecting:
    """One method for each form; reached as `forms.protecting`. What stands against opening one is said in a line."""

    def __init__(self, desk: "ScreenDesk", attempt: Callable[[Callable[[], QDialog]], None]) -> None:
        self._desk, self._try = desk, attempt
