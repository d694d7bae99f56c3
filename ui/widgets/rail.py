"""The rail: the dark column at the left with the desk's sections, one of them current, some with a count."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from ui import focus_ring, icons, theme
from ui.theme import Type
from ui.widgets.words import label

ICON, AIR = 17, 32
"""How large an icon is, and how much room stands around it and the name."""

STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


@dataclass(frozen=True, kw_only=True)
class Section:
    """One entry of the rail; `keys` is shown in the tooltip."""

    key: str
    text: str
    icon: str = ""
    keys: str = ""


class RailItem(QAbstractButton):
    """One section: icon, name and a count; red when the count is of things overdue."""

    def __init__(self, section: Section, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.section = section
        self.count = 0
        self.loud = False
        self.current = False
        self.setText(section.text)
        self.setProperty(focus_ring.DRAWS_OWN, True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setToolTip(f"{section.text} ({section.keys})" if section.keys else "")
        self.set_count(0)

    def set_count(self, count: int, *, loud: bool = False) -> None:
        """Show how many wait here; 0 shows nothing."""
        self.count, self.loud = count, loud
        waiting = f", {count} {'overdue' if loud else 'waiting'}" if count else ""
        shown = ", shown now" if self.current else ""
        self.setAccessibleName(f"{self.section.text}{waiting}{shown}")
        self.update()

    def set_current(self, current: bool) -> None:
        """Show whether this is the section in view."""
        self.current = current
        self.set_count(self.count, loud=self.loud)

    def sizeHint(self) -> QSize:
        """One row of the rail."""
        look = theme.current()
        return QSize(look.px(theme.RAIL_WIDTH - 24), look.control + 4)

    def needed(self) -> int:
        """How much room its name needs where it is the current one."""
        look = theme.current()
        words = QFontMetrics(look.font(strong=True)).horizontalAdvance(self.section.text)
        return words + look.px(ICON) + AIR

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the row: its ground, icon, name, count and focus."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        row = QRectF(self.rect())
        self._ground(painter, row)
        left = self._icon(painter, row)
        right = self._count(painter, row)
        look = theme.current()
        painter.setPen(look.colour("on_selection" if self.current else "rail_ink"))
        painter.setFont(look.font(strong=self.current))
        room = QRectF(left, row.top(), right - left - 6, row.height())
        name = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, int(room.width()))
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), name)

    def _ground(self, painter: QPainter, row: QRectF) -> None:
        look = theme.current()
        inner = row.adjusted(1, 1, -1, -1)
        painter.setPen(QPen(look.colour("rail_ring"), 2) if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self.current or self.underMouse():
            fill = look.colour("rail_current")
            fill.setAlphaF(1.0 if self.current else 0.5)
            painter.setBrush(fill)
        painter.drawRoundedRect(inner, theme.RADIUS_SMALL, theme.RADIUS_SMALL)

    def _icon(self, painter: QPainter, row: QRectF) -> float:
        look = theme.current()
        if not self.section.icon:
            return 10.0
        size = look.px(ICON)
        colour = look.colours.on_selection if self.current else look.colours.rail_ink
        icons.paint(painter, self.section.icon, colour, QRectF(10, (row.height() - size) / 2, size, size))
        return 10.0 + size + 9

    def _count(self, painter: QPainter, row: QRectF) -> float:
        if not self.count:
            return row.right() - 4
        look = theme.current()
        painter.setFont(look.font(Type.SECOND, strong=True))
        text = str(self.count) if self.count < 1000 else "999+"
        height = look.tall(18)
        width = max(painter.fontMetrics().horizontalAdvance(text) + 14, height * 1.5)
        pill = QRectF(row.right() - width - 9, (row.height() - height) / 2, width, height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("loud_fill" if self.loud else "rail_count"))
        painter.drawRoundedRect(pill, height / 2, height / 2)
        painter.setPen(look.colour("on_loud"))
        painter.drawText(pill, int(Qt.AlignmentFlag.AlignCenter), text)
        return pill.left()


class Rail(QFrame):
    """The column of sections; arrow keys move along it, Enter or a click chooses."""

    chosen = Signal(str)

    def __init__(
        self,
        sections: Sequence[Section],
        foot: Sequence[Section] = (),
        *,
        title: str = "RISE Desk",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("surface", "rail")
        self.setAccessibleName("Sections")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        name = label(title, Type.NAME, tone="rail", strong=True)
        name.setContentsMargins(10, 0, 0, theme.TIGHT)
        self._column = QVBoxLayout()
        self._column.setContentsMargins(theme.GAP, theme.PAD, theme.GAP, theme.PAD)
        self._column.setSpacing(2)
        self._column.addWidget(name)
        self.items = {each.key: self._item(each) for each in sections}
        self._column.addStretch(1)
        self.items |= {each.key: self._item(each) for each in foot}
        self._fit()

    def _fit(self) -> None:
        inside = QWidget()
        inside.setLayout(self._column)
        inside.setProperty("surface", "scrolled")
        area = QScrollArea()
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(area)

    def sizeHint(self) -> QSize:
        """As broad as the theme says, growing with the text, and as its longest name needs."""
        longest = max(item.needed() for item in self.items.values())
        return QSize(max(theme.current().px(theme.RAIL_WIDTH), longest + 2 * theme.GAP), 400)

    def minimumSizeHint(self) -> QSize:
        """Never narrower than its names."""
        return QSize(self.sizeHint().width(), 120)

    def current(self) -> str:
        """The key of the section that is current; '' before one was chosen."""
        return next((key for key, item in self.items.items() if item.current), "")

    def set_current(self, key: str) -> None:
        """Mark a section as the one that is shown; nothing is signalled."""
        for each, item in self.items.items():
            item.set_current(each == key)

    def set_count(self, key: str, count: int, *, loud: bool = False) -> None:
        """Show how many wait in a section."""
        self.items[key].set_count(count, loud=loud)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down move the focus along the sections."""
        order = list(self.items.values())
        step = STEPS.get(Qt.Key(event.key()))
        here = next((place for place, item in enumerate(order) if item.hasFocus()), None)
        if step is None or here is None:
            super().keyPressEvent(event)
            return
        order[(here + step) % len(order)].setFocus(Qt.FocusReason.TabFocusReason)

    def _item(self, section: Section) -> RailItem:
        item = RailItem(section)
        item.clicked.connect(lambda: self._chose(section.key))
        self._column.addWidget(item)
        return item

    def _chose(self, key: str) -> None:
        self.set_current(key)
        self.chosen.emit(key)
