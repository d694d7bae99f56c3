"""The windows about missing episodes and actions, each made for whoever asks, and what is offered once one is saved."""

from PySide6.QtWidgets import QDialog

from rise_desk.domain.record import NO_ID, Id
from rise_desk.errors import NotFound
from ui.desk import ScreenDesk

SOON = "This form is not there yet."


def quick(_forms: object, _screen: ScreenDesk, _subject: Id = NO_ID) -> QDialog:
    """The few questions of the first minute."""
    raise NotFound(SOON)


def whole(_forms: object, _screen: ScreenDesk, _subject: Id, _episode: Id = NO_ID) -> QDialog:
    """An episode with everything that is known of it."""
    raise NotFound(SOON)


def returned(_forms: object, _screen: ScreenDesk, _subject: Id, _episode: Id) -> QDialog:
    """A missing child is back."""
    raise NotFound(SOON)


def regrade(_forms: object, _screen: ScreenDesk, _subject: Id, _episode: Id) -> QDialog:
    """A new police grade."""
    raise NotFound(SOON)


def action(_screen: ScreenDesk, _subject: Id, _action: Id = NO_ID, _about: Id = NO_ID) -> QDialog:
    """An action."""
    raise NotFound(SOON)
