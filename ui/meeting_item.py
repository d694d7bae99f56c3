"""One item on the meeting's view: large enough to be read from the other end of the room."""

from dataclasses import replace

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSpacerItem, QVBoxLayout, QWidget

from ui import theme
from ui.meeting_items import Item
from ui.meeting_line import MeetingLine
from ui.theme import Theme, Type
from ui.widgets import badge
from ui.widgets.badge import Tone
from ui.widgets.drain import Drain
from ui.widgets.words import discard, label, restyle, retone

LARGER = 1.6
LARGEST = 2.2
WIDEST_LINE = 16_777_215
"""A line in this view is as broad as there is room."""
WIDEST = ("Amber 00", Tone.MEDIUM)


def large() -> Theme:
    """The look of the desk, with text to be read from afar."""
    look = theme.current()
    return replace(look, scale=min(look.scale * LARGER, LARGEST))


class LargeBadge(QWidget):
    """A badge drawn larger than the desk's own."""

    def __init__(self) -> None:
        super().__init__()
        self._said: tuple[str, Tone] | None = None

    def say(self, said: tuple[str, Tone] | None) -> None:
        """Show this band; nothing where there is none."""
        self._said = said
        self.setAccessibleName(said[0] if said else "")
        self.setFixedSize(self.sizeHint())
        self.update()

    def sizeHint(self) -> QSize:
        """As large as the badge, times the growth of the text."""
        if self._said is None:
            return QSize(0, 0)
        by = large().scale / theme.current().scale
        return QSize(int(badge.width_of(*self._said) * by) + 1, int(theme.current().tall(24) * by))

    @staticmethod
    def room() -> int:
        """How broad the broadest is: badges stand in a column."""
        return int(badge.width_of(*WIDEST) * large().scale / theme.current().scale)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it with the desk's own brush."""
        if self._said is not None:
            by = large().scale / theme.current().scale
            painter = QPainter(self)
            painter.scale(by, by)
            badge.paint(painter, QRectF(0, 0, self.width() / by, self.height() / by), *self._said)


class MeetingItem(QFrame):
    """Who, what is known, what is left, what this meeting agreed; `pressed` tells that the mouse chose it."""

    pressed = Signal()

    def __init__(self, item: Item) -> None:
        super().__init__()
        self.item = item
        self.setProperty("surface", "line")
        self.name = label(size=Type.CARD, wrap=True)
        self.badge, self.drain = LargeBadge(), Drain()
        self.fact = label(wrap=True, strong=True)
        self.second = label(size=Type.SECOND, tone="soft", wrap=True)
        self.half = label(size=Type.SECOND, tone="medium", wrap=True)
        self.agreed: list[QWidget] = []
        self._spacer = QSpacerItem(LargeBadge.room(), 0)
        self._lines = QVBoxLayout()
        self._place, self._room = QVBoxLayout(), QVBoxLayout()
        self._build()
        self.tell(item)
        theme.when_changed(self._measure)

    def tell(self, item: Item) -> None:
        """Say how it stands now."""
        told = item.told != self.item.told or not self.agreed
        self.item, line = item, item.line
        self.name.setText(line.title)
        self.fact.setText(line.fact)
        tone = "loud" if line.loud else "ink" if line.verbs else "soft"
        if self.fact.property("tone") != tone:
            retone(self.fact, tone)
        self.second.setText(line.second)
        self.drain.setVisible(line.minutes is not None)
        self.drain.say(line.minutes or 0)
        self._measure()
        if told:
            self._show_agreed(item.told)

    def say_half(self, text: str) -> None:
        """Say what is half typed about it, while another item has the line."""
        self.half.setText(f"Not kept yet: {text}" if text else "")
        self.half.setVisible(bool(text))

    def choose(self, line: MeetingLine | None) -> None:
        """Have the line beneath it, or have it no more."""
        self.setProperty("current", "true" if line is not None else "false")
        restyle(self)
        if line is not None:
            self._place.addWidget(line)
            line.setVisible(True)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The mouse chooses it."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.pressed.emit()
        super().mousePressEvent(event)

    def _show_agreed(self, told: tuple[str, ...]) -> None:
        for each in self.agreed:
            self._lines.removeWidget(each)
            discard(each)
        self.agreed = [label(f"✓  {each}", strong=True, tone="accent", wrap=True) for each in told]
        for each in self.agreed:
            self._lines.addWidget(each)

    def _measure(self) -> None:
        self.badge.say(self.item.line.badge)
        self._spacer.changeSize(LargeBadge.room(), 0)
        self.drain.setFixedHeight(large().tall(8))
        self.drain.setMaximumWidth(WIDEST_LINE)

    def _build(self) -> None:
        words, what = QVBoxLayout(), QVBoxLayout()
        words.addWidget(self.name)
        words.addWidget(self.second)
        words.addStretch(1)
        what.addWidget(self.fact)
        what.addWidget(self.drain)
        what.addStretch(1)
        across = QHBoxLayout()
        across.setSpacing(2 * theme.GAP)
        across.addLayout(words, 5)
        self._room.setSpacing(0)
        self._room.addItem(self._spacer)
        self._room.addWidget(self.badge, 0, Qt.AlignmentFlag.AlignTop)
        across.addLayout(self._room)
        across.addLayout(what, 5)
        for each in (words, what):
            each.setSpacing(theme.TIGHT)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.PAD, theme.GAP, theme.PAD, theme.GAP)
        column.setSpacing(theme.TIGHT)
        column.addLayout(across)
        column.addLayout(self._lines)
        column.addWidget(self.half)
        column.addLayout(self._place)
        self.half.setVisible(False)
