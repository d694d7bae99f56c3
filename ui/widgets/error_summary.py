"""The error summary: 'There is a problem' at the top of a form, each line leading to its field."""

from collections.abc import Mapping
from itertools import pairwise

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from ui import theme
from ui.theme import Type
from ui.widgets.buttons import Button
from ui.widgets.words import discard, label

TITLE = "There is a problem"
WRAPPED = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


class Link(Button):
    """One line of the summary; a long sentence goes on in the next line instead of being cut."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence.replace("&", "&&"), "link")
        self._sentence = sentence
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """The narrower, the taller."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As tall as the sentence at this width."""
        metrics = QFontMetrics(_link_font())
        room = metrics.boundingRect(QRect(0, 0, max(width, 1), 10_000), WRAPPED, self._sentence)
        return room.height() + theme.TIGHT

    def sizeHint(self) -> QSize:
        """Its longest word has room; the layout gives it more."""
        metrics = QFontMetrics(_link_font())
        longest = max((metrics.horizontalAdvance(word) for word in self._sentence.split()), default=0)
        return QSize(longest, self.heightForWidth(max(self.width(), longest)))

    def minimumSizeHint(self) -> QSize:
        """Never narrower than its longest word."""
        return QSize(self.sizeHint().width(), _line_height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """The sentence, underlined."""
        painter = QPainter(self)
        painter.setFont(_link_font())
        painter.setPen(theme.current().colour("error"))
        painter.drawText(self.rect(), WRAPPED, self._sentence)


def _line_height() -> int:
    return QFontMetrics(_link_font()).height() + theme.TIGHT


def _link_font() -> QFont:
    font = theme.current().font(strong=True)
    font.setUnderline(True)
    return font


class ErrorSummary(QFrame):
    """Hidden until there is a problem; then it takes the focus, and `asked` tells which field somebody went for."""

    asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "problem")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.links: dict[str, QWidget] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.PAD, theme.GAP, theme.PAD, theme.GAP)
        column.setSpacing(theme.TIGHT)
        column.addWidget(label(TITLE, Type.CARD, strong=True))
        self._lines = QVBoxLayout()
        self._lines.setSpacing(0)
        column.addLayout(self._lines)
        self.hide()

    def show_problems(self, problems: Mapping[str, str], fields: Mapping[str, str] | None = None) -> None:
        """Show a sentence for each field, and take the focus; without problems the summary goes.

        `fields` says, where a problem's own name differs, which field to go to; '' is no field's: plain text.
        """
        self._clear()
        for name, sentence in problems.items():
            target = (fields or {}).get(name, name)
            line = self._link(target, sentence) if target else label(sentence, tone="error", strong=True, wrap=True)
            self.links[name] = line
            self._lines.addWidget(line)
        self._chain()
        self.setAccessibleName(" ".join((f"{TITLE}.", *problems.values())))
        self.setVisible(bool(problems))
        if problems:
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _link(self, name: str, sentence: str) -> Button:
        link = Link(sentence)
        link.clicked.connect(lambda: self.asked.emit(name))
        return link

    def _chain(self) -> None:
        """Tab goes from the summary through its lines, though they were made after all the fields."""
        links = [each for each in self.links.values() if isinstance(each, Link)]
        for before, link in pairwise([self, *links]):
            QWidget.setTabOrder(before, link)

    def _clear(self) -> None:
        for line in self.links.values():
            self._lines.removeWidget(line)
            discard(line)
        self.links = {}
