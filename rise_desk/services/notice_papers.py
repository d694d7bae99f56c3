"""Papers of notices."""

from rise_desk.domain.record import Id
from rise_desk.services.copies import Made
from rise_desk.services.desk import Desk


def preview(desk: Desk, notice: Id) -> Made:
    """One notice to look at on the screen."""
    raise NotImplementedError


def printed(desk: Desk, notice: Id, *, recipient: str = "", copies: int = 1) -> list[Made]:
    """So many numbered copies of one notice for the printer."""
    raise NotImplementedError


def saved(desk: Desk, notice: Id, *, recipient: str = "", password: str = "") -> Made:
    """One numbered copy of one notice for a file."""
    raise NotImplementedError


def pattern_preview(desk: Desk, adult: Id) -> Made:
    """The pattern of an adult to look at on the screen."""
    raise NotImplementedError


def pattern_printed(desk: Desk, adult: Id, *, recipient: str = "", copies: int = 1) -> list[Made]:
    """So many numbered copies of the pattern of an adult for the printer."""
    raise NotImplementedError


def pattern_saved(desk: Desk, adult: Id, *, recipient: str = "", password: str = "") -> Made:
    """One numbered copy of the pattern of an adult for a file."""
    raise NotImplementedError
