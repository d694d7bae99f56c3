"""A short list of choices outside forms, such as a filter: its first entry is 'all of them'."""

from collections.abc import Sequence

from PySide6.QtCore import QElapsedTimer, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QShowEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QSizePolicy, QWidget

from ui import icons, theme


class ArrowBox(QComboBox):
    """A box with the desk's own arrow, which the wheel never changes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._since_letter = QElapsedTimer()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A blank typed on within words is looked for like their letters; Qt would open the list, and lose the rest."""
        fresh = self._since_letter.isValid() and self._since_letter.elapsed() < QApplication.keyboardInputInterval()
        if event.key() == Qt.Key.Key_Space and fresh and not self.isEditable():
            self._look_on(event.text())
        else:
            super().keyPressEvent(event)
        if event.text() and event.text().isprintable() and (event.text().strip() or fresh):
            self._since_letter.restart()

    def _look_on(self, text: str) -> None:
        view = self.view()
        view.setCurrentIndex(self.model().index(self.currentIndex(), self.modelColumn()))
        view.keyboardSearch(text)
        self.setCurrentIndex(view.currentIndex().row())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scrolling past a list never changes it."""
        event.ignore()

    def showEvent(self, event: QShowEvent) -> None:
        """On Linux a box is called by what is chosen in it, and only a label beside it can say what it is for.

        A box whose own label no reader of the screen can tell gets one that is never seen.
        """
        super().showEvent(event)
        around = self.parentWidget()
        if around is None or not self.accessibleName():
            return
        beside = around.findChildren(QLabel, options=Qt.FindChildOption.FindDirectChildrenOnly)
        if not any(each.buddy() is self for each in beside):
            unseen = QLabel(self.accessibleName().replace("&", "&&"), around)
            unseen.hide()
            unseen.setBuddy(self)
            self.destroyed.connect(unseen.deleteLater)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The box with its arrow."""
        super().paintEvent(event)
        look = theme.current()
        size = look.px(14)
        colour = look.colours.ink if self.isEnabled() else look.colours.soft
        place = QRectF(self.width() - size - look.px(7), (self.height() - size) / 2, size, size)
        icons.paint(QPainter(self), "chevron", colour, place)


class PlainChoice(ArrowBox):
    """One of a few (key, words); '' is the first and means no restriction. `entered`: Enter was pressed on it."""

    changed = Signal()
    entered = Signal()

    def __init__(
        self, choices: Sequence[tuple[str, str]], called: str, *, all_: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(called)
        self.addItem(all_ or f"{called}: all", "")
        for key, words in choices:
            self.addItem(words, key)
        self.setMinimumContentsLength(10)
        self.currentIndexChanged.connect(lambda _place: self.changed.emit())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter says that the choice is made."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        super().keyPressEvent(event)

    def value(self) -> str:
        """The key that is chosen."""
        return str(self.currentData() or "")

    def set_value(self, key: str) -> None:
        """Choose a key; one that is not offered is all."""
        self.setCurrentIndex(max(self.findData(key), 0))
