"""Words on the screen: labels in the theme's sizes, and one that shortens itself rather than being cut."""

from html import escape

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui.theme import Type


def label(
    text: str = "", size: Type = Type.TEXT, *, tone: str = "ink", strong: bool | None = None, wrap: bool = False
) -> QLabel:
    """A label of one size of type; `tone` is ink, soft, loud, error, medium or accent."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setProperty("type", str(size))
    made.setProperty("tone", tone)
    if strong is not None:
        made.setProperty("strong", "true" if strong else "false")
    made.setWordWrap(wrap)
    return made


def tip(text: str) -> str:
    """A text for a tooltip, which takes what looks like markup for markup: there it stands as it was written."""
    return f"<qt>{escape(text)}</qt>".replace("\n", "<br>") if "<" in text else text


def retone(made: QWidget, tone: str) -> None:
    """Give a label another tone."""
    made.setProperty("tone", tone)
    restyle(made)


def restyle(widget: QWidget) -> None:
    """Let the stylesheet look again at a widget whose property has changed."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()


def discard(widget: QWidget | None) -> None:
    """Take a widget away for good; hidden first, since Qt would else show a fresh one as a window of its own."""
    if widget is not None:
        widget.hide()
        widget.setParent(None)
        widget.deleteLater()


class Elided(QLabel):
    """One line of text that ends in '…' where there is no room, with the whole of it as a tooltip."""

    def __init__(
        self, text: str = "", size: Type = Type.TEXT, *, tone: str = "ink", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("type", str(size))
        self.setProperty("tone", tone)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setText(text)

    def minimumSizeHint(self) -> QSize:
        """Room for a few letters is enough."""
        return QSize(self.fontMetrics().averageCharWidth() * 6, self.fontMetrics().height())

    def sizeHint(self) -> QSize:
        """The whole text, where there is room for it."""
        return QSize(self.fontMetrics().horizontalAdvance(self.text()) + 4, self.fontMetrics().height())

    def shown(self) -> str:
        """What is on the screen: the text, or as much of it as fits."""
        return self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.contentsRect().width())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what fits."""
        shown = self.shown()
        self.setToolTip(tip(self.text()) if shown != self.text() else "")
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.contentsRect(), int(self.alignment()), shown)
