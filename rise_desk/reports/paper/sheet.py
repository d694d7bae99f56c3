"""The sheet of paper: its size and margins in points, its few inks, and the sizes of type on it."""

from dataclasses import dataclass

WIDTH, HEIGHT = 595.276, 841.89
"""A4."""
LEFT = RIGHT = 54.0
MEASURE = WIDTH - LEFT - RIGHT
"""How wide a line of text may be."""
TOP = 54.0
"""From the upper edge down to where the text begins, below the marking."""
ABOVE_FOOT = 14.0
"""The space between the text and the marking at the foot."""
MARKING_TOP = 20.0
FOOT_EDGE = 22.0
GUTTER = 14.0

INK = "#14202b"
SOFT = "#4b5863"
HAIRLINE = "#c3cbd2"
PANEL = "#eef1f4"
BAR = "#a9b4bd"


@dataclass(frozen=True, kw_only=True)
class Style:
    """How a line of type looks: its size and leading in points, its weight, its ink."""

    size: float
    leading: float
    bold: bool = False
    ink: str = INK

    @property
    def drop(self) -> float:
        """From the top of the line down to its baseline."""
        return self.leading / 2 + self.size * 0.36


TITLE = Style(size=19, leading=24, bold=True)
LONG_TITLE = Style(size=13, leading=17, bold=True)
SUBJECT = Style(size=9.5, leading=14, ink=SOFT)
HEADING = Style(size=12, leading=17, bold=True)
BODY = Style(size=9, leading=13.4)
STRONG = Style(size=9, leading=13.4, bold=True)
SMALL = Style(size=8, leading=13.4, ink=SOFT)
SMALL_STRONG = Style(size=8, leading=13.4, bold=True)
WORDS = Style(size=10.5, leading=15.5, bold=True)
MARKING = Style(size=9.5, leading=13, bold=True)
FOOT = Style(size=7.5, leading=10.5, ink=SOFT)
