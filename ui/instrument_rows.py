"""The instruments on file, a line each: which new assessments are made with, and a copy to begin a board's own from."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from rise_desk.services.instruments import Listed
from ui import formats, theme
from ui.theme import Type
from ui.widgets.badge import Badge, Tone
from ui.widgets.buttons import Button
from ui.widgets.card import rule
from ui.widgets.words import label

USED, USE, COPY = "In use", "Use for new assessments", "Save a copy to edit…"


class InstrumentRows(QWidget):
    """A line for each; `use_asked` and `copy_asked` bring the key of the one that was meant."""

    use_asked = Signal(str)
    copy_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shown: tuple[Listed, ...] = ()
        self.uses: dict[str, Button] = {}
        self.copies: dict[str, Button] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, theme.TIGHT, 0, theme.TIGHT)
        self._column.setSpacing(theme.TIGHT)

    def show_listed(self, listed: Sequence[Listed], *, decides: bool) -> None:
        """Show these; who may not decide sees them all the same. The focus stays in the line it was in."""
        if tuple(listed) == self.shown:
            return
        here = next((key for key, each in (self.uses | self.copies).items() if each.hasFocus()), "")
        here = next((key for key, each in self.uses.items() if each.hasFocus()), here)
        self._clear()
        self.shown = tuple(listed)
        for place, each in enumerate(self.shown):
            if place:
                self._column.addWidget(rule())
            self._column.addWidget(self._line(each, decides))
        if here:
            self.copies[here].setFocus(Qt.FocusReason.OtherFocusReason)

    def _line(self, each: Listed, decides: bool) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.GAP)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(label(each.instrument.title, strong=True, wrap=True))
        words.addWidget(label(whence(each), Type.SECOND, tone="soft", wrap=True))
        row.addLayout(words, 1)
        copy = self._button(COPY, each, self.copies)
        copy.clicked.connect(lambda: self.copy_asked.emit(each.key))
        row.addWidget(copy)
        if each.in_use:
            row.addWidget(Badge(USED, Tone.INFO))
        elif decides:
            use = self._button(USE, each, self.uses)
            use.clicked.connect(lambda: self.use_asked.emit(each.key))
            row.addWidget(use)
        return line

    def _button(self, words: str, each: Listed, kept: dict[str, Button]) -> Button:
        made = Button(words)
        made.setAccessibleName(f"{words.removesuffix('…')}: {each.instrument.title}, {each.instrument.version}")
        kept[each.key] = made
        return made

    def _clear(self) -> None:
        self.uses, self.copies = {}, {}
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()


def whence(each: Listed) -> str:
    """Its name and version, and where it comes from: 'wenbury_cse/2026-1 · added by Lena Osei, 21 November 2026'."""
    if not each.added_by:
        return formats.joined(each.key, "comes with RISE Desk")
    return formats.joined(each.key, f"added by {each.added_by}, {formats.when_full(each.added_at)}")
