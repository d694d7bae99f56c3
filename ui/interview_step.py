"""A step towards a return interview: offered, attempted, answered or decided against, in a few seconds."""

from PySide6.QtWidgets import QDialog

from rise_desk.domain.record import Id
from ui.desk import ScreenDesk


def dialog_of(screen: ScreenDesk, subject: Id, episode: Id, step: str = "") -> QDialog:
    """The dialog of a step; where none is named, of the one that comes next."""
    raise NotImplementedError
