"""Under which law a notice is made: the two beside each other, and under them what the dates on file allow, and why.

The program shows its reasons and never chooses.
"""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui import theme
from ui.notice_told import Shown
from ui.theme import Type
from ui.widgets.badge import Badge
from ui.widgets.radio_row import AnswerGroup, RadioRow
from ui.widgets.words import discard, label

UNCHOSEN = "Not chosen yet"
FIRST_A_CHILD = "Choose the child: what age and legal status allow then stands here, with the reasons."


class Explained(QWidget):
    """What is allowed today for one child, law by law, with the reason; what is not recorded is asked."""

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.TIGHT)
        self.told = ""
        self.show_grounds(None)

    def show_grounds(self, shown: Shown | None) -> None:
        """Show what is allowed; None before a child is chosen."""
        while (item := self._column.takeAt(0)) is not None:
            discard(item.widget())
        if shown is None:
            self._put(label(FIRST_A_CHILD, Type.SECOND, tone="soft", wrap=True))
            self.told = FIRST_A_CHILD
            return
        badges = [Badge(law.word, law.tone) for law in shown.laws]
        broadest = max(badge.sizeHint().width() for badge in badges)
        for badge, law in zip(badges, shown.laws, strict=True):
            badge.setMinimumWidth(broadest)
            self._put(_row(badge, law.said))
        for text in shown.told:
            self._put(label(text, wrap=True))
        for text in shown.asks:
            self._put(label(text, tone="medium", strong=True, wrap=True))
        self.told = " ".join((*(f"{law.word}: {law.said}" for law in shown.laws), *shown.told, *shown.asks))

    def _put(self, widget: QWidget) -> None:
        self._column.addWidget(widget)


class LawField(AnswerGroup):
    """One of the two laws, chosen by whoever writes; under them what is allowed."""

    changed = Signal()

    def __init__(self, laws: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self.row = RadioRow([("", UNCHOSEN), *laws], unanswered=False)
        self.explained = Explained()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GAP)
        column.addWidget(self.row)
        column.addWidget(self.explained)
        self.row.changed.connect(self.changed)

    def name(self, called: str) -> None:
        """Each answer tells what it answers."""
        super().name(called)
        self.row.name(called)

    def show_grounds(self, shown: Shown | None) -> None:
        """Show what is allowed; a screen reader hears it at the answer."""
        self.explained.show_grounds(shown)
        for button in self.row.buttons.values():
            button.setAccessibleDescription(self.explained.told)

    def value(self) -> Any:
        """The key of the law; '' for none yet."""
        return self.row.value()

    def set_value(self, value: Any) -> None:
        """Show a law."""
        self.row.set_value(value)

    def typed(self) -> Any:
        """The law as plain data."""
        return self.row.typed()

    def restore(self, typed: Any) -> None:
        """Show what a draft kept."""
        self.row.restore(typed)

    def unreadable(self) -> str:
        """It is chosen, so it can be read."""
        return ""

    def field_widget(self) -> QWidget:
        """The answer that holds."""
        return self.row.field_widget()


def _row(badge: Badge, text: str) -> QWidget:
    row = QWidget()
    across = QHBoxLayout(row)
    across.setContentsMargins(0, 0, 0, 0)
    across.setSpacing(theme.GAP)
    across.addWidget(badge)
    across.addWidget(label(text, wrap=True), 1)
    return row
