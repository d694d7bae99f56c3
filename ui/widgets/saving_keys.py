"""The keys that save a form: they act in their turn, after every letter that was typed before them."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QKeyCombination, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget


class SavingKeys(QShortcut):
    """A shortcut of a window over the desk that waits its turn among what is typed.

    Where a screen reader is on, Qt may show each letter to the reader first and hand it to its field afterwards, while
    a plain shortcut acts at once: it would save without the last letters. So these keys go the letters' way.
    """

    def __init__(self, keys: str, window: QWidget, act: Callable[[], object]) -> None:
        super().__init__(QKeySequence(keys), window, act)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take these keys out of the hands of the shortcuts, and act when they arrive as keys."""
        if not isinstance(event, QKeyEvent) or not self._is_meant(event):
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            self._come_first()
        elif event.type() == QEvent.Type.KeyPress and not event.isAutoRepeat():
            self.activated.emit()
        event.accept()
        return True

    def _is_meant(self, event: QKeyEvent) -> bool:
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        return QKeySequence(QKeyCombination(plain, Qt.Key(event.key()))) == self.key()

    def _come_first(self) -> None:
        """See the keys before a button or a list that has a use of its own for them."""
        focused = QApplication.focusWidget()
        if focused is not None:
            focused.installEventFilter(self)
