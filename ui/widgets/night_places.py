"""Where the months and days of a calendar of nights stand, measured by the theme and the room there is."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFontMetrics

from rise_desk.domain.nights import A_WEEK, Month
from ui import theme
from ui.theme import Type

AIR, BROADEST, BETWEEN = 18, 44, 10
WEEKS = 6
"""A month touches at most so many weeks."""


@dataclass(frozen=True, kw_only=True)
class Places:
    """The measures of one calendar in one look: `wide` and `tall` is a day, `across` the months of a row."""

    months: tuple[Month, ...]
    wide: int
    tall: int
    line: int
    across: int
    air: int = AIR

    @property
    def step(self) -> int:
        """From the left edge of a month to that of the next."""
        return A_WEEK * self.wide + self.air

    @property
    def fall(self) -> int:
        """From the top of a month to that of the one below."""
        return 2 * self.line + WEEKS * self.tall + BETWEEN

    @property
    def width(self) -> int:
        """How broad the whole calendar is."""
        return self.across * self.step - self.air

    @property
    def height(self) -> int:
        """How tall it is."""
        return -(-len(self.months) // self.across) * self.fall - BETWEEN

    def month(self, place: int) -> QRectF:
        """The room of a month: its name, the letters of the weekdays, and its weeks."""
        row, column = divmod(place, self.across)
        wide = A_WEEK * self.wide
        return QRectF(column * self.step, row * self.fall, wide, self.fall - BETWEEN)

    def day(self, day: date) -> QRectF:
        """The room of a day; empty where the calendar does not have it."""
        place = self._place(day)
        if place < 0:
            return QRectF()
        inside = self.month(place)
        week, weekday = divmod(self.months[place].first.weekday() + day.day - 1, A_WEEK)
        left, top = inside.left() + weekday * self.wide, inside.top() + 2 * self.line + week * self.tall
        return QRectF(left, top, self.wide, self.tall)

    def at(self, point: QPointF) -> date | None:
        """The day under a point; None beside the days."""
        for place, month in enumerate(self.months):
            inside = self.month(place)
            if inside.contains(point):
                across = int((point.x() - inside.left()) // self.wide)
                down = int((point.y() - inside.top() - 2 * self.line) // self.tall)
                number = down * A_WEEK + across - month.first.weekday()
                return month.days[number] if down >= 0 and 0 <= number < len(month.days) else None
        return None

    def _place(self, day: date) -> int:
        return next((place for place, each in enumerate(self.months) if each.first == day.replace(day=1)), -1)


def measure(months: Sequence[Month], width: int) -> Places:
    """Measure a calendar for this width: as many months side by side as there is room for, in even rows."""
    look = theme.current()
    words = QFontMetrics(look.font(Type.SECOND, strong=True))
    wide = max(look.tall(20), words.horizontalAdvance("30") + 6)
    room = max((width + AIR) // (A_WEEK * wide + AIR), 1)
    across = next(each for each in (12, 6, 4, 3, 2, 1) if each <= room)
    spare = (width - across * A_WEEK * wide) // max(across - 1, 1)
    air = min(max(spare, AIR), BROADEST)
    tall, line = max(look.tall(19), words.height() + 2), words.height() + 2
    return Places(months=tuple(months), wide=wide, tall=tall, line=line, across=across, air=air)
