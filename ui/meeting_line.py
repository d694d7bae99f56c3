"""The line that is typed under an item of the meeting: what was said, who does it, by when; nothing of it is lost."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from rise_desk.domain.action import Action
from rise_desk.domain.moments import Moment
from rise_desk.domain.record import NO_ID, Id
from rise_desk.services.unfinished import Draft
from ui import theme
from ui.desk import ScreenDesk
from ui.drafting import Drafting
from ui.meeting_items import Item, Key
from ui.theme import Type
from ui.widgets.buttons import Button
from ui.widgets.date_field import DateField
from ui.widgets.suggesting_line import SuggestingLine
from ui.widgets.words import label

MEETING, ABOUT, PANEL = "meeting", "about", "panel"
WHAT, OWNER, BY = "what", "owner", "due_on"
KEPT = "Kept as a minute in the file and as an action. Ctrl+Z takes both back."
BESIDE = 100
"""How many letters of text who does it, by when and the verbs need beside each other."""


@dataclass(frozen=True, kw_only=True)
class Typed:
    """What stands in the line as it was typed."""

    what: str = ""
    owner: str = ""
    by: str = ""

    @property
    def empty(self) -> bool:
        """Whether nothing was typed."""
        return not (self.what.strip() or self.owner.strip() or self.by.strip())


class Half(QObject):
    """A half-typed line about one item: kept as an unfinished action, so that it outlives this window."""

    kind = Action.KIND

    def __init__(self, desk: ScreenDesk, item: Item, parent: QObject) -> None:
        super().__init__(parent)
        self.desk, self.subject, self.about = desk, item.waiting.due.subject, item.waiting.due.record
        self.named = name_of(item.key)
        self.typed = Typed()
        self.drafting = Drafting(self, self)

    def take_up(self, draft: Draft) -> None:
        """Go on with what was kept."""
        panel = draft.typed.get(PANEL, {})
        self.typed = Typed(what=_text(panel, WHAT), owner=_text(panel, OWNER), by=_text(panel, BY))
        self.drafting.take_up(draft)

    def say(self, typed: Typed) -> None:
        """This stands in the line now."""
        if typed != self.typed:
            self.typed = typed
            if typed.empty:
                self.drafting.drop()
            else:
                self.drafting.typing()

    def settle(self) -> None:
        """It was kept as a minute and an action, and the draft went with that."""
        self.typed = Typed()
        self.drafting.saved()

    def unsaved(self) -> bool:
        """Whether anything is typed."""
        return not self.typed.empty

    def to_keep(self) -> dict[str, Any]:
        """The same as the form of an action would keep, and which item it is about."""
        panel = {WHAT: self.typed.what, OWNER: self.typed.owner, BY: self.typed.by}
        written = {name: text for name, text in panel.items() if text}
        return {PANEL: written, ABOUT: str(self.about), MEETING: self.named}

    def over(self) -> tuple[Id, int]:
        """It is about nothing on file yet."""
        return NO_ID, 0


class SaidLine(QLineEdit):
    """What was said; Up and Down go to other items, and Ctrl+Z belongs to the window while there is nothing to undo."""

    stepped = Signal(int)

    def event(self, event: QEvent) -> bool:
        """Leave Ctrl+Z alone where no typing can be taken back."""
        if event.type() == QEvent.Type.ShortcutOverride and _is_undo(event) and not self.isUndoAvailable():
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down, and a page of items with Page Up and Page Down."""
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -5, Qt.Key.Key_PageDown: 5}
        step = steps.get(Qt.Key(event.key()), 0)
        if step:
            self.stepped.emit(step)
        else:
            super().keyPressEvent(event)


class MeetingLine(QWidget):
    """The one line of the window, under whichever item is chosen.

    `kept` asks to keep it, `typing` tells what stands in it, `stepped` wants another item, `done` the item's own verb.
    """

    kept = Signal()
    typing = Signal(object)
    stepped = Signal(int)
    done = Signal()

    def __init__(self, desk: ScreenDesk, colleagues: Sequence[str]) -> None:
        super().__init__()
        self.what = SaidLine()
        self.what.setPlaceholderText("What was said or agreed")
        self.owner = SuggestingLine(colleagues)
        self.by = DateField("By when", desk.now)
        self.keep = Button("Keep", "primary", keys="Enter")
        self.verb = Button("", "quiet")
        self.problem = label(tone="error", wrap=True)
        self.hint = label(size=Type.SECOND, tone="soft", wrap=True)
        self._named: list[QWidget] = []
        self._rest = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._build()
        self._connect()

    def show_item(self, item: Item, typed: Typed) -> None:
        """Be the line of this item, with what was typed there before."""
        self.what.setAccessibleName(f"What was said about {item.line.title}")
        self.what.setAccessibleDescription(". ".join(part for part in (item.line.fact, item.line.second) if part))
        self.show_verb(item)
        self.what.setText(typed.what)
        self.owner.restore(typed.owner)
        self.by.restore(typed.by)
        self.say("")

    def show_verb(self, item: Item) -> None:
        """Offer what Today offers for this item; a line that was taken back is no longer told of as kept."""
        self.hint.setVisible(self.hint.isVisible() and bool(item.agreed))
        verb = item.line.verbs[-1] if item.line.verbs else item.line.opens
        self.verb.setVisible(verb is not None)
        if verb is not None:
            self.verb.say(verb.text)
            self.verb.setAccessibleName(verb.spoken)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room, who does it and by when stand one beneath the other."""
        super().resizeEvent(event)
        narrow = self.width() < BESIDE * self.what.fontMetrics().averageCharWidth()
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        self._rest.setDirection(way)
        for each in self._named:
            each.setFixedHeight(self.what.sizeHint().height())

    def typed(self) -> Typed:
        """What stands in the line."""
        return Typed(what=self.what.text(), owner=str(self.owner.typed() or ""), by=self.by.line.text())

    def due_on(self) -> Moment:
        """By when, as it was read."""
        return self.by.value()

    def wrong(self) -> str:
        """What can't be read of it; '' where everything can."""
        return self.by.unreadable()

    def tell_kept(self) -> None:
        """Say what became of the line."""
        self.hint.setText(KEPT)
        self.hint.setVisible(True)

    def say(self, problem: str) -> None:
        """Say why it could not be kept; nothing typed is cleared."""
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))
        self.hint.setVisible(False)

    def _enter(self) -> None:
        """Keep it, unless Enter took one of the names that are offered."""
        offers = self.owner.completer().popup()
        if offers is None or not offers.isVisible():
            self.kept.emit()

    def _connect(self) -> None:
        self.what.stepped.connect(self.stepped)
        for line in (self.what, self.owner.field_widget(), self.by.line):
            assert isinstance(line, QLineEdit)
            line.returnPressed.connect(self._enter)
        self.what.textEdited.connect(lambda _text: self.typing.emit(self.typed()))
        self.owner.changed.connect(lambda: self.typing.emit(self.typed()))
        self.by.changed.connect(lambda: self.typing.emit(self.typed()))
        self.keep.clicked.connect(lambda _checked=False: self.kept.emit())
        self.verb.clicked.connect(lambda _checked=False: self.done.emit())

    def _build(self) -> None:
        self._rest.setSpacing(theme.GAP)
        for text, field, part in (
            ("Who does it", self.owner.field_widget(), self.owner),
            ("By when", self.by.line, self.by),
        ):
            named = label(text, tone="soft")
            named.setBuddy(field)
            field.setAccessibleName(text)
            pair = QHBoxLayout()
            pair.setSpacing(theme.GAP)
            pair.addWidget(named, 0, Qt.AlignmentFlag.AlignTop)
            pair.addWidget(part, 1, Qt.AlignmentFlag.AlignTop)
            self._named.append(named)
            self._rest.addLayout(pair, 1)
        verbs = QHBoxLayout()
        verbs.setSpacing(theme.GAP)
        verbs.addWidget(self.keep, 0, Qt.AlignmentFlag.AlignTop)
        verbs.addWidget(self.verb, 0, Qt.AlignmentFlag.AlignTop)
        verbs.addStretch(1)
        self._rest.addLayout(verbs)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.TIGHT, 0, 0)
        column.setSpacing(theme.TIGHT)
        column.addWidget(self.what)
        column.addWidget(self.problem)
        column.addWidget(self.hint)
        self.problem.setVisible(False)
        self.hint.setVisible(False)
        column.addLayout(self._rest)


def _is_undo(event: QEvent) -> bool:
    return isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Undo)


def name_of(key: Key) -> str:
    """The name by which a draft knows its item."""
    return "|".join(str(part) for part in key)


def _text(panel: dict[str, Any], name: str) -> str:
    said = panel.get(name, "")
    return said if isinstance(said, str) else ""
