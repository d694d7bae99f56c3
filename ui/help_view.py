"""Help to read: the contents and a box to find words at the left, the page at the right, and a way back."""

from PySide6.QtCore import QRect, QSignalBlocker, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QListWidget, QListWidgetItem, QSizePolicy, QVBoxLayout, QWidget

from rise_desk.services import handbook
from ui import theme
from ui.help_text import HelpText
from ui.theme import Type
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.words import label

NAME = Qt.ItemDataRole.UserRole
CONTENTS_WIDTH = 236
TITLE_PADDING, BESIDE_TITLE = 8, 20
"""What stands at each side of a title, growing with the text; and what the bar and Qt's own margin take."""
NOTHING = "No page holds these words. Try fewer, or part of one."


class FindLine(QLineEdit):
    """Where words are typed; Down goes on to the list, Esc clears what was typed."""

    def __init__(self, below: QListWidget) -> None:
        super().__init__()
        self._below = below
        self.setPlaceholderText("Find in help")
        self.setAccessibleName("Find in help")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down goes to the pages that were found, Esc takes the words away."""
        if event.key() == Qt.Key.Key_Down:
            self._below.setFocus(Qt.FocusReason.TabFocusReason)
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)


class HelpView(QWidget):
    """All of help, for a page of the desk and for a window of its own."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = QListWidget()
        self.words = FindLine(self.list)
        self.none = label(NOTHING, tone="soft", wrap=True)
        self.text = HelpText()
        self.back_button = Button("Back", "quiet", icon="back", hint="The page before (Backspace)")
        self._before: list[tuple[str, int]] = []
        self._build()
        self.words.textChanged.connect(lambda _text: self._fill())
        self.list.currentItemChanged.connect(lambda item, _before: self._chose(item))
        self.text.asked.connect(self.follow)
        self.back_button.clicked.connect(self.back)
        keys = QShortcut(QKeySequence("Backspace"), self, self.back)
        keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        theme.when_changed(self._fit)
        self._fit()
        self._fill()

    @property
    def topic(self) -> str:
        """The page that is shown; '' before the first."""
        return self.text.page.name if self.text.page else ""

    def show_topic(self, name: str, anchor: str = "") -> None:
        """Show a page; the one before can be gone back to."""
        if self.topic and name != self.topic:
            self._before.append((self.topic, self.text.verticalScrollBar().value()))
        self._show(name, anchor)

    def follow(self, link: str) -> None:
        """Go where a link leads."""
        target, _, anchor = link.partition("#")
        self.show_topic(target.removesuffix(".md") or self.topic, anchor)

    def back(self) -> None:
        """The page before, where one was in it."""
        if self._before:
            name, place = self._before.pop()
            self._show(name, "")
            self.text.verticalScrollBar().setValue(place)

    def _show(self, name: str, anchor: str) -> None:
        self.text.show_page(handbook.page(name), anchor, self.words.text().split())
        self._mark(name)
        self.back_button.setEnabled(bool(self._before))

    def _chose(self, item: QListWidgetItem | None) -> None:
        name = item.data(NAME) if item is not None else ""
        if name:
            self.show_topic(name)

    def _mark(self, name: str) -> None:
        """Mark the page in the contents, if it is in the list."""
        with QSignalBlocker(self.list):
            self.list.setCurrentRow(
                next((row for row in range(self.list.count()) if self.list.item(row).data(NAME) == name), -1)
            )

    def _fill(self) -> None:
        """List the pages that hold what is typed, part by part; the first is shown where there is something typed."""
        found = {each.name: each.title for each in handbook.found(self.words.text())}
        with QSignalBlocker(self.list):
            self.list.clear()
            for part, names in handbook.CONTENTS.items():
                here = [name for name in names if name in found]
                if here:
                    self._add_part(part)
                for name in here:
                    item = QListWidgetItem(found[name])
                    item.setData(NAME, name)
                    item.setSizeHint(_room_for(found[name]))
                    self.list.addItem(item)
        self.none.setVisible(not found)
        self.list.setVisible(bool(found))
        if self.words.text().strip() and found:
            self._show(self.topic if self.topic in found else next(iter(found)), "")
        else:
            self._mark(self.topic)

    def _add_part(self, part: str) -> None:
        item = QListWidgetItem(part)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        item.setFont(theme.current().font(Type.SECOND, strong=True))
        item.setForeground(theme.current().colour("soft"))
        self.list.addItem(item)

    def _fit(self) -> None:
        self._left.setFixedWidth(theme.current().px(CONTENTS_WIDTH))
        self._fill()

    def _build(self) -> None:
        self.list.setAccessibleName("Contents of help")
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setFrameShape(QListWidget.Shape.NoFrame)
        self.list.setWordWrap(True)
        self.list.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._left = Card()
        for widget in (self.words, self.none):
            self._left.add(widget)
        self._left.add(self.list, 1)
        self.none.hide()
        right = Card()
        head = QHBoxLayout()
        head.addWidget(self.back_button)
        head.addStretch(1)
        right.body.addLayout(head)
        right.add(self.text, 1)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(theme.GAP)
        across.addWidget(self._left)
        column = QVBoxLayout()
        column.addWidget(right, 1)
        across.addLayout(column, 1)


def _room_for(title: str) -> QSize:
    """How tall a title is in the contents, on as many lines as it needs: the view itself forgets its padding."""
    look = theme.current()
    wide = look.px(CONTENTS_WIDTH) - 2 * (theme.PAD + look.px(TITLE_PADDING)) - BESIDE_TITLE
    words = QFontMetrics(look.font()).boundingRect(QRect(0, 0, wide, 0), Qt.TextFlag.TextWordWrap, title)
    return QSize(0, max(look.control, words.height() + 2 * theme.TIGHT))
