"""Buttons: primary, plain, danger and quiet, with the keys that do the same written on them."""

from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QPushButton, QSizePolicy, QToolButton, QWidget

from ui import icons
from ui.widgets.words import tip

Kind = Literal["plain", "primary", "danger", "quiet", "link", "chip"]
ICON_TONES = {"primary": "on_accent", "danger": "on_loud", "quiet": "accent", "chip": "accent"}


class Button(QPushButton):
    """A button whose face tells its keys ('Add   Ctrl+N'); the keys are a hint, the window's actions own them."""

    def __init__(
        self,
        text: str,
        kind: Kind = "plain",
        *,
        keys: str = "",
        icon: str = "",
        hint: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.keys = keys
        self.setProperty("kind", kind)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setToolTip(hint)
        if icon:
            icons.put(self, icon, ICON_TONES.get(kind, "ink"))
        self.say(text)

    def say(self, text: str) -> None:
        """Give the button another text; its keys stay."""
        shown = QKeySequence(self.keys).toString(QKeySequence.SequenceFormat.NativeText)
        self.setText(f"{text}   {shown}" if shown else text)
        self.setAccessibleName(_without_letter(text))
        self.setAccessibleDescription(self.toolTip())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the focus, as Space does; with Ctrl it is the window's."""
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.NoModifier
        if plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)


class IconButton(QToolButton):
    """A small button that shows a pictogram; its name is told to screen readers and in the tooltip."""

    def __init__(self, icon: str, name: str, *, tone: str = "soft", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        icons.put(self, icon, tone)
        self.setAccessibleName(name)
        self.setToolTip(tip(name))


def _without_letter(text: str) -> str:
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&")
