"""Where everything of a heat-strip stands on the screen, measured by the theme, the strip and the room it has."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFontMetrics

from rise_desk.domain import heat_axis
from rise_desk.domain.heat import Column, Strip, years
from ui import theme
from ui.theme import Type
from ui.tints import TONES
from ui.widgets import badge
from ui.widgets.badge import Tone

HEAD = -1
"""The row of the heads: day, band and sum."""
BETWEEN = 3
BROADEST = 118
LABEL_SHARE = 0.34
AIR = 10
"""Between the labels and the columns."""
INNER = 3
"""Between the words of a column and its edges."""


def day_words(column: Column) -> str:
    """The day over a column; an asterisk marks another instrument."""
    return f"{column.label} *" if column.made_with else column.label


@dataclass(frozen=True, kw_only=True)
class Places:
    """The measures of one strip in one look: `label` is the room at the left, `step` how broad a column is."""

    strip: Strip
    label: int
    step: int
    line: int
    row: int
    years: int
    waits: int
    foot: int

    @property
    def columns_width(self) -> int:
        """How broad all columns are together, with the room for what came since."""
        return round(self.step * heat_axis.breadth(self.strip))

    @property
    def band_top(self) -> int:
        """Where the bands begin, below the days."""
        return self.years + self.line + BETWEEN

    @property
    def band_height(self) -> int:
        """How tall a band is: its word, the sum, and which band waits where one does."""
        return 2 * self.line + self.waits + 6

    @property
    def rows_top(self) -> int:
        """Where the first indicator begins."""
        return self.band_top + self.band_height + 2 * BETWEEN

    @property
    def lanes_top(self) -> int:
        """Where the first lane begins."""
        return self.rows_top + len(self.strip.rows) * (self.row + BETWEEN) + (BETWEEN if self.strip.lanes else 0)

    @property
    def height(self) -> int:
        """How tall the whole strip is."""
        return self.lanes_top + len(self.strip.lanes) * self.row + self.foot

    def left(self, place: float) -> float:
        """Where a column begins, counted from the first one's left edge."""
        return place * self.step

    def cell(self, row: int, place: int) -> QRectF:
        """The room of a cell, the label's room not counted; a head takes day and band together."""
        wide = self.step - BETWEEN
        if row == HEAD:
            return QRectF(self.left(place), 0, wide, self.band_top + self.band_height)
        return QRectF(self.left(place), self.rows_top + row * (self.row + BETWEEN), wide, self.row)

    def band(self, place: int) -> QRectF:
        """The room of a band."""
        return QRectF(self.left(place), self.band_top, self.step - BETWEEN, self.band_height)

    def lane(self, number: int) -> float:
        """Where a lane begins."""
        return self.lanes_top + number * self.row

    def at(self, point: QPointF) -> tuple[int, int] | None:
        """The row and the column under a point, counted like the cells; None beside and below them."""
        place = int(point.x() // self.step)
        if not 0 <= place < len(self.strip.columns) or point.x() < 0:
            return None
        if point.y() < self.rows_top:
            return (HEAD, place)
        row = int((point.y() - self.rows_top) // (self.row + BETWEEN))
        return (row, place) if row < len(self.strip.rows) else None


def measure(strip: Strip, width: int, notes: int) -> Places:
    """Measure a strip for this width: columns as broad as the room allows, never narrower than their words,
    and of whole pixels, so that their edges are sharp.

    Below stand so many notes, and one more where not everything is in view.
    """
    look = theme.current()
    labels = label_width(strip, width)
    least = narrowest(strip)
    step = max(min(int((width - labels) / heat_axis.breadth(strip)), look.px(BROADEST)), least)
    lines = notes + (round(step * heat_axis.breadth(strip)) > width - labels)
    line = QFontMetrics(look.font(Type.SECOND)).height() + 2
    return Places(
        strip=strip,
        label=labels,
        step=step,
        line=line,
        row=look.tall(24),
        years=line if any(years(strip)) else 0,
        waits=line if any(each.waits for each in strip.columns) else 0,
        foot=lines * (line + 2) + (BETWEEN if lines else 0),
    )


def label_width(strip: Strip, width: int) -> int:
    """The room for the labels at the left: the longest, but never more than a third of everything."""
    words = QFontMetrics(theme.current().font(Type.SECOND))
    texts = [*(each.label for each in strip.rows), *(each.label for each in strip.lanes), "Band, score"]
    return int(min(max(words.horizontalAdvance(each) for each in texts) + AIR + 2, max(width * LABEL_SHARE, 40)))


def narrowest(strip: Strip) -> int:
    """How narrow a column may be: its day, its band, its sum and its marks stay whole."""
    words = QFontMetrics(theme.current().font(Type.SECOND))
    widest = 0
    for each in strip.columns:
        texts = (day_words(each), each.sum_words if each.known else each.total, each.waiting)
        band = badge.width_of(each.band_label, TONES.get(each.band, Tone.INFO)) - 2 * badge.INNER
        widest = max(widest, band, *(words.horizontalAdvance(text) for text in texts))
    return widest + 2 * INNER + BETWEEN
