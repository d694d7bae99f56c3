"""Fields for text: one line, several short lines, and long text that grows with what is written."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QColor, QHelpEvent, QResizeEvent, QTextCharFormat, QTextCursor, QWheelEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QSizePolicy, QTextEdit, QToolTip, QVBoxLayout, QWidget

from ui import formats, theme
from ui.theme import Type
from ui.widgets.words import label

if TYPE_CHECKING:
    from rise_desk.domain.language import Nudge

Nudges = Callable[[str], "Sequence[Nudge]"]
COUNT_FROM = 50


class LineField(QLineEdit):
    """One line of text; any character is welcome."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(lambda _text: self.changed.emit())

    def value(self) -> str:
        """What was written, without blanks around it."""
        return self.text().strip()

    def set_value(self, value: Any) -> None:
        """Show a text."""
        self.setText(str(value or ""))
        self.setCursorPosition(0)

    def typed(self) -> str:
        """What was written, as it is."""
        return self.text()

    def restore(self, typed: Any) -> None:
        """Show what a draft kept."""
        self.setText(str(typed or ""))

    def unreadable(self) -> str:
        """Any text can be read."""
        return ""

    def field_widget(self) -> QWidget:
        """The line itself."""
        return self


class LongEdit(QPlainTextEdit):
    """Long text: Tab leaves it, the wheel scrolls the page unless it is being written in, and it grows."""

    def __init__(self, rows: int, nudge: Nudges | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = rows
        self._nudge = nudge
        self.nudges: list[Nudge] = []
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self._written)

    def sizeHint(self) -> QSize:
        """As tall as the text, between the rows asked for and four times that."""
        line = self.fontMetrics().lineSpacing()
        lines = int(self.document().documentLayout().documentSize().height())
        return QSize(320, line * min(max(lines + 1, self._rows), self._rows * 4) + 16)

    def minimumSizeHint(self) -> QSize:
        """Never smaller than its text asks for."""
        return QSize(160, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width wraps differently."""
        super().resizeEvent(event)
        self.updateGeometry()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel belongs to the page until somebody writes here."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def event(self, event: QEvent) -> bool:
        """A nudge under the pointer says why."""
        if isinstance(event, QHelpEvent) and self.nudges:
            where = self.cursorForPosition(event.pos()).position()
            why = next((advice(each) for each in self.nudges if each.start <= where < each.end), "")
            QToolTip.showText(event.globalPos(), why, self)
            return True
        return super().event(event)

    def _written(self) -> None:
        self.updateGeometry()
        if self._nudge is not None:
            self.nudges = list(self._nudge(self.toPlainText()))
            self.setExtraSelections([self._underlined(each) for each in self.nudges])

    def _underlined(self, nudge: "Nudge") -> QTextEdit.ExtraSelection:
        shown = QTextEdit.ExtraSelection()
        line = QTextCharFormat()
        line.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DashUnderline)
        line.setUnderlineColor(QColor(theme.current().colours.medium))
        cursor = QTextCursor(self.document())
        cursor.setPosition(nudge.start)
        cursor.setPosition(nudge.end, QTextCursor.MoveMode.KeepAnchor)
        shown.cursor, shown.format = cursor, line
        return shown


class LongField(QWidget):
    """Long text with its number of words, and a line about wording where a nudge has something to say."""

    changed = Signal()

    def __init__(self, rows: int = 4, nudge: Nudges | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.edit = LongEdit(rows, nudge)
        self.count = label(size=Type.SECOND, tone="soft")
        self.advice = label(size=Type.SECOND, tone="medium", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        for widget in (self.edit, self.advice, self.count):
            column.addWidget(widget)
        self.setFocusProxy(self.edit)
        self.edit.textChanged.connect(self._written)
        self._written()

    def value(self) -> str:
        """What was written, without blank lines around it."""
        return self.edit.toPlainText().strip()

    def set_value(self, value: Any) -> None:
        """Show a text."""
        self.edit.setPlainText(str(value or ""))

    def typed(self) -> Any:
        """What was written, as it is."""
        return self.edit.toPlainText()

    def restore(self, typed: Any) -> None:
        """Show what a draft kept."""
        self.edit.setPlainText(str(typed or ""))

    def unreadable(self) -> str:
        """Any text can be read."""
        return ""

    def field_widget(self) -> QWidget:
        """The text itself."""
        return self.edit

    def _written(self) -> None:
        words = len(self.edit.toPlainText().split())
        self.count.setText(formats.count(words, "word"))
        self.count.setVisible(words >= COUNT_FROM)
        offered = dict.fromkeys(advice(each) for each in self.edit.nudges)
        self.advice.setText("\n".join(offered))
        self.advice.setVisible(bool(offered))
        self.changed.emit()


class LinesField(LongField):
    """Several short texts, one on each line."""

    def value(self) -> Any:
        """The lines that hold something, in order."""
        return tuple(line.strip() for line in self.edit.toPlainText().splitlines() if line.strip())

    def set_value(self, value: Any) -> None:
        """Show one text on each line."""
        self.edit.setPlainText("\n".join(value or ()))


def advice(nudge: "Nudge") -> str:
    """What a nudge offers, in one line."""
    return f"“{nudge.words}”, perhaps: {nudge.offer}"
