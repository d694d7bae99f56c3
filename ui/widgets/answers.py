"""The answers beneath the search box: a list that never takes the focus from what is being typed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from ui import theme
from ui.theme import Type
from ui.widgets import badge
from ui.widgets.words import label

AT_MOST_ROWS = 12
ROW, HEADING = 42, 24
HIT, FIRST = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
Index = QModelIndex | QPersistentModelIndex
Span = tuple[int, int]


@dataclass(frozen=True, kw_only=True)
class Hit:
    """One answer: what it leads to, its title, and what tells it from the others.

    Answers of one `group` stand under its name. `spans` are the places in the detail that answer. `alarm` stands
    before the detail, loud and with its shape. One that `stays`
    leads nowhere but asks for more, and the answers stay open.
    """

    key: object
    title: str
    detail: str = ""
    aside: str = ""
    group: str = ""
    spans: tuple[Span, ...] = ()
    alarm: str = ""
    stays: bool = False

    @property
    def told(self) -> str:
        """The answer in one line."""
        return " · ".join(part for part in (self.title, self.alarm, self.detail, self.aside) if part)


class HitDelegate(QStyledItemDelegate):
    """Draws an answer in two lines, its aside at the right; above the first of a group the group's name."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Two lines of text, and one for the name of a group that begins here."""
        look = theme.current()
        return QSize(200, look.tall(ROW) + (look.tall(HEADING) if index.data(FIRST) else 0))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one answer."""
        hit, place = index.data(HIT), QRect(option.rect)
        painter.save()
        if index.data(FIRST):
            place = _headed(painter, place, hit.group)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.fillRect(place, theme.current().colour("selection"))
        inner = place.adjusted(theme.GAP, 3, -theme.GAP, -3)
        half = inner.height() // 2
        _detail(painter, inner.adjusted(0, half, 0, 0) if hit.detail else QRect(), hit, chosen)
        _title(painter, inner.adjusted(0, 0, 0, -half) if hit.detail else inner, hit, chosen)
        painter.restore()


class Answers(QFrame):
    """The list beneath the box; it never takes the focus from what is being typed."""

    picked = Signal(object)
    more_asked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("surface", "popup")
        self.list = QListWidget()
        self.list.setAccessibleName("Found")
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setItemDelegate(HitDelegate(self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.none = label(tone="soft", wrap=True)
        self.none.setContentsMargins(theme.GAP, theme.TIGHT, theme.GAP, theme.TIGHT)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 4, 4, 4)
        column.addWidget(self.list)
        column.addWidget(self.none)
        self.list.itemClicked.connect(lambda _item: self.pick())
        self.hide()

    def show_hits(self, hits: Sequence[Hit], none: str) -> None:
        """Show these answers, the first one ready to be opened, or a sentence that there is none."""
        self.list.clear()
        self._add(hits)
        self.list.setCurrentRow(0)
        self.list.setVisible(bool(hits))
        self.none.setText(none)
        self.none.setVisible(not hits)
        self.list.setFixedHeight(self._height(AT_MOST_ROWS))

    def extend(self, hits: Sequence[Hit]) -> None:
        """Put these in the place of the last answer, which asked for them; the first of them is chosen."""
        last = max(self.list.count() - 1, 0)
        self.list.takeItem(last)
        self._add(hits)
        self.list.setCurrentRow(min(last, self.list.count() - 1))

    def keep_within(self, tall: int) -> None:
        """Show no more rows at once than there is room for; the others are scrolled to."""
        around = self.sizeHint().height() - self.list.height()
        rows = AT_MOST_ROWS
        while rows > 1 and self._height(rows) + around > tall:
            rows -= 1
        self.list.setFixedHeight(self._height(rows))

    def step(self, by: int) -> None:
        """Move the choice up or down, staying at the ends."""
        self.list.setCurrentRow(min(max(self.list.currentRow() + by, 0), self.list.count() - 1))

    def told(self) -> str:
        """The chosen answer with its group and its place among them, as a screen reader says it."""
        if not self.list.count():
            return self.none.text()
        item = self.list.currentItem()
        group = f"{item.data(HIT).group}: " if item.data(FIRST) else ""
        return f"{group}{item.text()}, {self.list.currentRow() + 1} of {self.list.count()}"

    def pick(self) -> None:
        """Open the chosen answer, or ask for more where it says so, if there is one."""
        if not self.list.count():
            return
        hit = self.list.currentItem().data(HIT)
        if hit.stays:
            self.more_asked.emit()
        else:
            self.picked.emit(hit.key)

    def _add(self, hits: Sequence[Hit]) -> None:
        shown = self.list.count()
        group = self.list.item(shown - 1).data(HIT).group if shown else ""
        for hit in hits:
            item = QListWidgetItem(hit.told)
            item.setData(HIT, hit)
            item.setData(FIRST, hit.group not in ("", group))
            self.list.addItem(item)
            group = hit.group

    def _height(self, rows: int) -> int:
        return sum(self.list.sizeHintForRow(row) for row in range(min(rows, self.list.count()))) + 4


def _headed(painter: QPainter, place: QRect, group: str) -> QRect:
    """Write the name of a group; the room that is left."""
    look = theme.current()
    tall = look.tall(HEADING)
    painter.setPen(look.colour("soft"))
    painter.setFont(look.font(Type.SECOND, strong=True))
    above = QRect(place.left() + theme.GAP, place.top(), place.width() - 2 * theme.GAP, tall)
    painter.drawText(above, int(Qt.AlignmentFlag.AlignBottom), group)
    return place.adjusted(0, tall, 0, 0)


def _title(painter: QPainter, place: QRect, hit: Hit, chosen: bool) -> None:
    look = theme.current()
    painter.setFont(look.font(Type.SECOND))
    painter.setPen(look.colour("on_selection" if chosen else "soft"))
    painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight), hit.aside)
    room = place.width() - painter.fontMetrics().horizontalAdvance(hit.aside) - theme.GAP
    painter.setPen(look.colour("on_selection" if chosen else "ink"))
    painter.setFont(look.font(strong=True))
    painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter), _cut(painter, hit.title, room))


def _detail(painter: QPainter, place: QRect, hit: Hit, chosen: bool) -> None:
    """The second line, the words that answer stronger than the others."""
    look, left = theme.current(), _alarmed(painter, place, hit.alarm, chosen) if hit.alarm else place.left()
    for text, answers in _pieces(hit.detail, hit.spans):
        if left >= place.right():
            break
        painter.setFont(look.font(Type.SECOND, strong=answers))
        painter.setPen(look.colour("on_selection" if chosen else "ink" if answers else "soft"))
        room = QRect(left, place.top(), place.right() - left, place.height())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), _cut(painter, text, room.width()))
        left += painter.fontMetrics().horizontalAdvance(text)


def _alarmed(painter: QPainter, place: QRect, text: str, chosen: bool) -> int:
    """Write what is loud, after the shape of the highest level; where the room begins that is left."""
    look = theme.current()
    ink, size = look.colour("on_selection" if chosen else "loud"), look.tall(badge.SHAPE)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    badge.shape(painter, QRectF(place.left(), place.center().y() - size / 2, size, size), badge.Tone.HIGH)
    painter.setFont(look.font(Type.SECOND, strong=True))
    painter.setPen(ink)
    room = place.adjusted(size + theme.TIGHT, 0, 0, 0)
    painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), _cut(painter, text, room.width()))
    return room.left() + painter.fontMetrics().horizontalAdvance(text) + theme.GAP


def _pieces(text: str, spans: Sequence[Span]) -> Iterator[tuple[str, bool]]:
    at = 0
    for start, end in spans:
        yield text[at:start], False
        yield text[start:end], True
        at = end
    yield text[at:], False


def _cut(painter: QPainter, text: str, room: int) -> str:
    return painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room)
