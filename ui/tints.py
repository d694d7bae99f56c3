"""The tints of the heat-strip: one hue from faint to strong, each with an ink that is legible on it, light and dark.

A tint never stands alone: its number does the telling, and not yet known has a pattern that no score has.
"""

from dataclasses import dataclass

from PySide6.QtGui import QColor

from ui import theme
from ui.widgets.badge import Tone


@dataclass(frozen=True)
class Tint:
    """The ground of a cell, the ink of its number, and whether that is set strong."""

    ground: str
    ink: str
    strong: bool = False

    @property
    def fill(self) -> QColor:
        """The ground, for a painter."""
        return QColor(self.ground)

    @property
    def pen(self) -> QColor:
        """The ink, for a painter."""
        return QColor(self.ink)


LIGHT = (
    Tint("#ffffff", "#14202b", strong=True),
    Tint("#eaf0f4", "#14202b"),
    Tint("#d0dde6", "#14202b"),
    Tint("#a9c0d2", "#14202b"),
    Tint("#78a0bc", "#0b151c", strong=True),
    Tint("#22618c", "#ffffff", strong=True),
)
DARK = (
    Tint("#1d242b", "#e8edf1", strong=True),
    Tint("#252f38", "#e8edf1"),
    Tint("#2d4252", "#e8edf1"),
    Tint("#3a5f78", "#ffffff"),
    Tint("#5c9ac4", "#0b151c", strong=True),
    Tint("#9ad0f2", "#0b151c", strong=True),
)

TONES = {"green": Tone.LOW, "amber": Tone.MEDIUM, "red": Tone.HIGH}
"""How a band is shown everywhere: as a badge of this tone."""


def tint(score: int) -> Tint:
    """The tint of a score in the look that the desk has now; of 0, not yet known."""
    return (DARK if theme.current().dark else LIGHT)[score]
