"""A row of small bars with their numbers: how often something was on each weekday, or in each hour of the day."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from rise_desk.domain.missing_pattern import HOURS
from rise_desk.domain.written import WEEKDAYS
from ui import theme
from ui.theme import Type

MORNING = 6
"""A day of bars begins here, so that an evening and the night after it stand side by side."""
TALLEST, CORNER = 52, 2
MIDDLE = int(Qt.AlignmentFlag.AlignCenter)
EVERY = 3
"""Of the hours, every third is named."""


class Bars(QWidget):
    """The bars: each with its number above it, and a name beneath it where it has one. `told` is what it says."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = name
        self.bars: tuple[tuple[str, str, int], ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.when_changed(self._measure)

    def show_weekdays(self, counts: Sequence[int]) -> None:
        """Seven bars from Monday."""
        self._show([(day, day[:3], many) for day, many in zip(WEEKDAYS, counts, strict=True)])

    def show_hours(self, counts: Sequence[int]) -> None:
        """A bar for each hour, from six in the morning round to five."""
        order = [(MORNING + place) % HOURS for place in range(HOURS)]
        self._show(
            [
                (f"{hour:02}:00 to {(hour + 1) % HOURS:02}:00", "" if place % EVERY else f"{hour:02}", counts[hour])
                for place, hour in enumerate(order)
            ]
        )

    def sizeHint(self) -> QSize:
        """Numbers, bars and names, with room between the bars."""
        return QSize(self._step() * len(self.bars), self._line() * 2 + theme.current().tall(TALLEST))

    def minimumSizeHint(self) -> QSize:
        """Bars are never cut; they stand closer where there is little room."""
        words = QFontMetrics(theme.current().font(Type.SECOND))
        least = words.horizontalAdvance("00") + 1
        named = max((words.horizontalAdvance(name) for _full, name, _many in self.bars), default=0)
        closest = least if any(not name for _full, name, _many in self.bars) else named + 4
        return QSize(closest * len(self.bars), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the bars."""
        if not self.bars:
            return
        painter, look = QPainter(self), theme.current()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        step, line = min(self.width() / len(self.bars), self._step() * 1.4), self._line()
        tallest, most = look.tall(TALLEST), max(1, *(many for _full, _name, many in self.bars))
        ground = line + tallest
        for place, (_full, name, many) in enumerate(self.bars):
            left, tall = place * step, round(tallest * many / most)
            if many:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(look.colour("accent"))
                painter.drawRoundedRect(QRectF(left + step * 0.16, ground - tall, step * 0.68, tall), CORNER, CORNER)
            painter.setFont(look.font(Type.SECOND, strong=True))
            painter.setPen(look.colour("ink"))
            painter.drawText(QRectF(left, ground - tall - line, step, line), MIDDLE, str(many) if many else "")
            painter.setFont(look.font(Type.SECOND))
            painter.setPen(look.colour("soft"))
            painter.drawText(QRectF(left - step, ground + 2, step * 3, line), MIDDLE, name)
        painter.fillRect(QRectF(0, ground, step * len(self.bars), 1), look.colour("edge"))

    def _show(self, bars: Sequence[tuple[str, str, int]]) -> None:
        self.bars = tuple(bars)
        held = ", ".join(f"{full} {many}" for full, _name, many in bars if many)
        self.told = f"{self.name}: {held or 'none'}."
        self.setAccessibleName(self.told)
        self.setToolTip(self.told)
        self._measure()

    def _step(self) -> int:
        few = all(name for _full, name, _many in self.bars)
        return theme.current().tall(38 if few else 22)

    def _line(self) -> int:
        return QFontMetrics(theme.current().font(Type.SECOND, strong=True)).height()

    def _measure(self) -> None:
        if self.bars:
            self.setFixedHeight(self.sizeHint().height())
        self.updateGeometry()
        self.update()
