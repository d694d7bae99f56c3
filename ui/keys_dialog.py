"""The keys of a screen over it: its own first, then those of everywhere; typing narrows them, Esc closes."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from rise_desk.domain import names
from ui import theme
from ui.fitting import fit
from ui.keys_list import Group, Key
from ui.theme import Type
from ui.widgets.buttons import Button
from ui.widgets.words import label

KEY = Qt.ItemDataRole.UserRole
ROW, HEAD = 28, 34
KEYS_WIDE = 200
NOTHING = "No key does that here. Try another word."
SCROLLS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
Index = QModelIndex | QPersistentModelIndex


class KeyRow(QStyledItemDelegate):
    """Draws keys as caps at the left, and what they do beside them."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """One line; a heading has air above it."""
        return QSize(200, theme.current().tall(ROW if index.data(KEY) else HEAD))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one line."""
        key, look, place = index.data(KEY), theme.current(), QRect(option.rect).adjusted(4, 0, -4, 0)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.fillRect(option.rect, look.colour("hover"))
        if isinstance(key, Key):
            _caps(painter, key, place)
            painter.setPen(look.colour("ink"))
            painter.setFont(look.font())
            words = place.adjusted(look.tall(KEYS_WIDE), 0, 0, 0)
            told = painter.fontMetrics().elidedText(key.what, Qt.TextElideMode.ElideRight, words.width())
            painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter), told)
        else:
            painter.setPen(look.colour("soft"))
            painter.setFont(look.font(Type.SECOND, strong=True))
            painter.drawText(place.adjusted(0, 0, 0, -5), int(Qt.AlignmentFlag.AlignBottom), str(index.data()))
        painter.restore()


def _caps(painter: QPainter, key: Key, place: QRect) -> None:
    look, at = theme.current(), place.left()
    painter.setFont(look.font(Type.SECOND, strong=True))
    for number, text in enumerate(key.spelt):
        if number:
            painter.setPen(look.colour("soft"))
            room = painter.fontMetrics().horizontalAdvance(" or ")
            painter.drawText(QRect(at, place.top(), room, place.height()), int(Qt.AlignmentFlag.AlignCenter), "or")
            at += room
        wide = painter.fontMetrics().horizontalAdvance(text) + look.px(14)
        cap = QRect(at, place.top() + 3, wide, place.height() - 6)
        painter.setPen(look.colour("line"))
        painter.setBrush(look.colour("accent_ground"))
        painter.drawRoundedRect(cap, 4, 4)
        painter.setPen(look.colour("accent"))
        painter.drawText(cap, int(Qt.AlignmentFlag.AlignCenter), text)
        at += wide


class KeysDialog(QDialog):
    """Lists these groups of keys."""

    def __init__(self, groups: Sequence[Group], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Keys · RISE Desk")
        self._groups = groups
        self.words = QLineEdit()
        self.words.setPlaceholderText("Find a key, or what you want to do")
        self.words.setAccessibleName("Find a key")
        self.list = QListWidget()
        self.list.setAccessibleName("Keys")
        self.list.setItemDelegate(KeyRow(self.list))
        self.none = label(NOTHING, tone="soft", wrap=True)
        self.close_button = Button("Close", keys="Esc")
        self._build()
        self.words.textChanged.connect(self.narrow)
        self.close_button.clicked.connect(self.reject)
        self.narrow("")
        fit(self, 700, 640)
        self.words.setFocus()

    def narrow(self, text: str) -> None:
        """List the keys whose words or letters hold what is typed; all where nothing is."""
        wanted, pressed = names.fold(text).split(), "".join(text.casefold().split())
        self.list.clear()
        for group in self._groups:
            held = [key for key in group.keys if _answers(key, group.title, wanted, pressed)]
            if held:
                head = QListWidgetItem(group.title)
                head.setFlags(Qt.ItemFlag.NoItemFlags)
                self.list.addItem(head)
            for key in held:
                item = QListWidgetItem(f"{key.what}: {key.shown}")
                item.setData(KEY, key)
                self.list.addItem(item)
        self.none.setVisible(not self.list.count())
        self.list.setVisible(bool(self.list.count()))
        self.list.setCurrentRow(1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrows go along the keys while one types."""
        if event.key() in SCROLLS and not self.list.hasFocus():
            self.list.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.MARGIN, theme.PAD, theme.MARGIN, theme.GAP)
        column.setSpacing(theme.GAP)
        column.addWidget(label("Keys", Type.NAME))
        column.addWidget(self.words)
        column.addWidget(self.none)
        column.addWidget(self.list, 1)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        column.addLayout(foot)


def _answers(key: Key, title: str, wanted: Sequence[str], pressed: str) -> bool:
    if pressed and any(pressed in each.casefold().replace(" ", "") for each in key.spelt):
        return True
    words = names.fold(f"{key.what} {title}")
    return bool(wanted or not pressed) and all(word in words for word in wanted)
