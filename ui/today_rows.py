"""The rows of Today: who, why, the band, what is left; the arrow keys go from row to row, Enter does the row's verb."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QBoxLayout, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from ui import theme
from ui.theme import Type
from ui.today_asks import Verb
from ui.today_words import Line
from ui.widgets import badge
from ui.widgets.badge import Badge
from ui.widgets.buttons import Button
from ui.widgets.drain import Drain
from ui.widgets.words import Elided, discard, label, retone, tip

WIDEST, VERB_ROOM = "Amber 00", 124
LEFT, RIGHT = 5, 6
"""How the width of a row is shared between who it is about, and what is left with the verbs."""

WHO, FACT, SHORT_FACT = 22, 20, 19
"""How many letters of text who it is about and what is left need, where they stand beside each other."""

STEPS = {Qt.Key.Key_Up: (-1, 0), Qt.Key.Key_Down: (1, 0), Qt.Key.Key_Left: (0, -1), Qt.Key.Key_Right: (0, 1)}


def step_of(event: QKeyEvent) -> tuple[int, int]:
    """How many rows down and verbs to the right an arrow key goes; (0, 0) for any other key."""
    plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.NoModifier
    return STEPS.get(Qt.Key(event.key()), (0, 0)) if plain else (0, 0)


class RowVerb(Button):
    """A verb of a row; `asked` brings what it asks for, `stepped` wants the row below or the verb beside."""

    asked = Signal(object)
    stepped = Signal(int, int)

    def __init__(self, verb: Verb, kind: str = "plain") -> None:
        super().__init__(verb.text, "quiet" if kind == "quiet" else "plain")
        self.tell(verb)
        self.clicked.connect(lambda _checked=False: self.asked.emit(self.verb.ask))

    def tell(self, verb: Verb) -> None:
        """Be this verb from now on."""
        self.verb = verb
        self.say(verb.text)
        self.setAccessibleName(verb.spoken)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down go to the row before and after, Left and Right along the row."""
        step = step_of(event)
        if step == (0, 0):
            super().keyPressEvent(event)
        else:
            self.stepped.emit(*step)


class NameVerb(QAbstractButton):
    """Who a row is about, on one line that ends in '…' where it must; pressing it opens the file."""

    asked = Signal(object)
    stepped = Signal(int, int)

    def __init__(self, text: str, verb: Verb) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.tell(text, verb)
        self.clicked.connect(lambda _checked=False: self.asked.emit(self.verb.ask))

    def tell(self, text: str, verb: Verb) -> None:
        """Say this name, and open this."""
        self.verb, self.said = verb, text
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(text)
        self.setAccessibleDescription(verb.spoken)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Room for a few letters is enough; it takes what there is."""
        return QSize(6 * self.fontMetrics().averageCharWidth(), self.fontMetrics().height() + 2)

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The name, underlined while the mouse is over it."""
        look = theme.current()
        font = look.font(strong=True)
        font.setUnderline(self.underMouse())
        painter = QPainter(self)
        painter.setFont(font)
        painter.setPen(look.colour("ink"))
        shown = painter.fontMetrics().elidedText(self.said, Qt.TextElideMode.ElideRight, self.width())
        self.setToolTip(tip(self.said if shown != self.said else self.verb.spoken))
        painter.drawText(QRectF(self.rect()), int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), shown)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens it as Space does; the arrow keys go on to other rows and verbs."""
        step = step_of(event)
        if step != (0, 0):
            self.stepped.emit(*step)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)


class Row(QWidget):
    """One line of a card; where there is little room, what is left and the verbs stand beneath who it is.

    `asked` brings what a verb asks for, `stepped` the verb that had the keyboard and the way it wants to go.
    """

    asked = Signal(object)
    stepped = Signal(object, int, int)

    def __init__(self, line: Line, *, badges: bool = False, compact: bool = False) -> None:
        super().__init__()
        self.line, self._badges, self._compact = line, badges, compact
        self.name = NameVerb(line.title, line.opens) if line.opens else None
        self._title = None if line.opens else Elided(line.title)
        self._second = self._words(line)
        self._badge, self._room = Badge(), QWidget()
        self.fact: QLabel = label(wrap=True, strong=True)
        self.drain = Drain()
        self._hint = ""
        self.verbs: list[RowVerb] = []
        self._fitted: tuple[bool, int] | None = None
        self._build()
        self._say()
        self._measure()
        theme.when_changed(self._measure)

    @property
    def main(self) -> RowVerb:
        """The verb that Enter does."""
        return self.verbs[-1]

    def stops(self) -> list[QAbstractButton]:
        """Everything in the row that takes the keyboard, the verb that matters last."""
        return [*((self.name,) if self.name else ()), *self.verbs]

    def takes(self, line: Line) -> bool:
        """Whether this row can say that line: it is of the same shape."""
        return line.in_full == self.line.in_full and bool(line.opens) == bool(self.line.opens)

    def tell(self, line: Line) -> None:
        """Say something else of the same thing, without losing the cursor."""
        if line != self.line:
            self.line, self._hint = line, ""
            self._say()

    def hint(self, fact: str) -> None:
        """Say more exactly by when it is due."""
        self._hint = fact
        self.fact.setText(fact)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What does not fit beside goes beneath."""
        super().resizeEvent(event)
        self._fit()

    def _say(self) -> None:
        line = self.line
        if self.name and line.opens:
            self.name.tell(line.title, line.opens)
        if self._title:
            self._title.setText(line.title)
        self._second.setText(line.second)
        self._second.setVisible(bool(line.second))
        self._badge.setVisible(line.badge is not None)
        if line.badge:
            self._badge.say(*line.badge)
        self.fact.setText(line.fact)
        if self.fact.property("tone") != (tone := "loud" if line.loud else "ink"):
            retone(self.fact, tone)
        self.drain.setVisible(line.minutes is not None)
        self.drain.say(line.minutes or 0)
        self._tell_verbs()
        self._fit()

    def _tell_verbs(self) -> None:
        wanted = self.line.verbs
        while len(self.verbs) > len(wanted):
            discard(self.verbs.pop(0))
        while len(self.verbs) < len(wanted):
            self._add_verb(wanted[len(wanted) - len(self.verbs) - 1], main=not self.verbs)
        for button, verb in zip(self.verbs, wanted, strict=True):
            button.tell(verb)
            button.setAccessibleDescription(". ".join(part for part in (self.line.fact, self.line.second) if part))

    def _add_verb(self, verb: Verb, *, main: bool) -> None:
        button = RowVerb(verb, "plain" if main else "quiet")
        self._take(button)
        self.verbs.insert(0, button)
        self._verbs.insertWidget(0, button)

    def _take(self, button: "RowVerb | NameVerb") -> None:
        button.asked.connect(self.asked)
        button.stepped.connect(lambda down, along: self.stepped.emit(button, down, along))

    def _build(self) -> None:
        self._across = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._across.setContentsMargins(0, 2, 0, 2)
        self._across.setSpacing(theme.GAP)
        self._across.addLayout(self._who(), LEFT)
        self._across.addLayout(self._what(), 0 if self._compact else RIGHT)
        self._room.setVisible(self._badges)

    def _who(self) -> QHBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(1)
        if self.name:
            self._take(self.name)
            words.addWidget(self.name)
        if self._title:
            self._title.setProperty("strong", "true")
            words.addWidget(self._title)
        words.addWidget(self._second)
        words.addStretch(1)
        across = QHBoxLayout()
        across.setSpacing(theme.GAP)
        across.addLayout(words, 1)
        inside = QHBoxLayout(self._room)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self._badge)
        inside.addStretch(1)
        across.addWidget(self._room)
        return across

    def _what(self) -> QHBoxLayout:
        told = QVBoxLayout()
        told.setSpacing(3)
        told.addStretch(1)
        told.addWidget(self.fact)
        told.addWidget(self.drain, 0, Qt.AlignmentFlag.AlignLeft)
        told.addStretch(1)
        self._verbs = QHBoxLayout()
        self._verbs.setSpacing(theme.TIGHT)
        across = QHBoxLayout()
        across.setSpacing(theme.GAP)
        across.addLayout(told, 1)
        across.addLayout(self._verbs)
        return across

    def _words(self, line: Line) -> QLabel:
        if line.in_full:
            return label(line.second, Type.SECOND, tone="soft", wrap=True)
        return Elided(line.second, Type.SECOND, tone="soft")

    def _measure(self) -> None:
        """Badges and verbs stand in columns, at every size of text."""
        self._room.setMinimumWidth(badge.width_of(WIDEST, badge.Tone.MEDIUM))
        if self.verbs and not self._compact:
            self.main.setMinimumWidth(theme.current().px(VERB_ROOM))
        self._fit()

    def _fit(self) -> None:
        letter = self.fontMetrics().averageCharWidth()
        verbs = sum(each.sizeHint().width() + theme.TIGHT for each in self.verbs)
        room = self._room.minimumWidth() + theme.GAP if self._badges else 0
        fact = (SHORT_FACT if self._compact else FACT) * letter
        who, rest = WHO * letter + room, fact + verbs + theme.GAP
        shares = (who * (LEFT + RIGHT) // LEFT, rest * (LEFT + RIGHT) // RIGHT)
        narrow = self.width() < (who + rest if self._compact else max(shares)) + theme.GAP
        if (narrow, fact) == self._fitted:
            return
        self._fitted = (narrow, fact)
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        self._across.setDirection(way)
        self._across.setSpacing(2 if narrow else theme.GAP)
        if self._compact:
            self.fact.setMinimumWidth(0 if narrow else fact)
            side = Qt.AlignmentFlag.AlignLeft if narrow else Qt.AlignmentFlag.AlignRight
            self.fact.setAlignment(side | Qt.AlignmentFlag.AlignVCenter)
