"""One line of an assessment: what is scored, last time's score beside it, its buttons, and what has changed."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QRadioButton, QWidget

from ui import icons, theme
from ui.assessment_levels import Levels
from ui.theme import Type
from ui.widgets.field_row import FieldRow
from ui.widgets.fields import Field
from ui.widgets.words import label, restyle, retone, tip

LARGE = 1.3
"""From this size of text on, a line says less beside and more beneath each other."""

LAST, CHANGE, EVIDENCE = "not known", "↓ down 4", "◇ confirmed"
"""The longest that stands in each column."""

TONES = {"carried": "medium", "missing": "soft"}
SIGNS = {"carried": "◇ carried", "confirmed": "✓ confirmed", "written": "✓ written", "missing": "– missing"}
"""How far the evidence of a line has come, said by sign and word."""


class Line(FieldRow):
    """One line of the form; what is wrong with it is marked here, and said in the panel beside the lines."""

    def __init__(self, field: Field, widget: QWidget) -> None:
        super().__init__(field, widget)
        self.setProperty("surface", "line")
        self.sign = label()
        icons.put(self.sign, "error", "error", 15)
        self.sign.setAccessibleName("Error")
        self.sign.hide()

    def show_problem(self, sentence: str) -> None:
        """Mark that something is wrong; the panel says what."""
        self.problem = sentence
        self.sign.setVisible(bool(sentence))
        self.sign.setToolTip(tip(sentence))
        self.setProperty("wrong", "true" if sentence else "false")
        restyle(self)
        self.name()

    def show_current(self, current: bool) -> None:
        """Whether the panel beside the lines is about this one."""
        self.setProperty("current", "true" if current else "false")
        restyle(self)

    def _build(self) -> None:
        """What stands in a line is laid out by the line itself."""
        self.error.setParent(None)


class StrategyLine(Line):
    """Whether a strategy discussion was asked for today, where something outranks the score."""

    def __init__(self, field: Field, answers: QWidget) -> None:
        super().__init__(field, answers)
        across = QHBoxLayout(self)
        across.setContentsMargins(theme.TIGHT, 0, theme.TIGHT, 0)
        across.setSpacing(theme.GAP)
        across.addWidget(self.label)
        across.addWidget(answers, 1)
        across.addWidget(self.sign)


class ScoreLine(Line):
    """A line with its `Levels`, last time's score, what has changed since, and how far its evidence has come."""

    def __init__(self, field: Field, levels: Levels, number: str, short: str, last: int | None) -> None:
        self.before = label(_last(last), Type.SECOND, tone="soft")
        self.change = label(size=Type.SECOND, strong=True)
        self.state = label(size=Type.SECOND)
        super().__init__(field, levels)
        self.levels, self.last, self._short = levels, last, short
        self.number = label(number, tone="soft")
        self._named = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._marks = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lay_out()
        levels.mark(last)
        levels.changed.connect(self.show_change)
        self.show_change()
        self.fit()

    def name(self) -> None:
        """Tell screen readers the score, last time's, and what is wrong."""
        super().name()
        told = (self.problem, self.before.text(), self.change.text(), self.state.text())
        self.editor.field_widget().setAccessibleDescription(". ".join(each for each in told if each))

    def show_change(self) -> None:
        """Say whether the score went up or down since last time."""
        now = self.levels.value()
        self.change.setText(_change(self.last, now))
        retone(self.change, "medium" if self.last and now and now > self.last else "ink")
        self.name()

    def show_evidence(self, state: str) -> None:
        """Say how far the evidence has come: missing, carried, confirmed or written."""
        self.state.setText(SIGNS[state])
        retone(self.state, TONES.get(state, "ink"))
        self.name()

    def fit(self) -> None:
        """Columns of one width on every line; large text has fewer of them, and short names."""
        large = theme.current().scale >= LARGE
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._named.setDirection(down if large else across)
        self._marks.setDirection(down if large else across)
        self.label.setText(self._short if large else self.field.label)
        self.label.setWordWrap(not large)
        self.levels.abridge(large)
        self.number.setFixedWidth(self.number.fontMetrics().horizontalAdvance("10") + 4)
        for each, longest in ((self.before, LAST), (self.change, CHANGE), (self.state, EVIDENCE)):
            each.setFixedWidth(_wide(longest))

    def _lay_out(self) -> None:
        across = QHBoxLayout(self)
        across.setContentsMargins(theme.TIGHT, 0, theme.TIGHT, 0)
        across.setSpacing(theme.TIGHT + 2)
        self.number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        across.addWidget(self.number)
        self._named.setSpacing(theme.TIGHT)
        self._named.addWidget(self.label, 1)
        self._named.addWidget(self.before)
        across.addLayout(self._named, 1)
        across.addWidget(self.levels)
        self._marks.setSpacing(theme.TIGHT + 2)
        for each in (self.change, self.state):
            self._marks.addWidget(each)
        across.addLayout(self._marks)
        across.addWidget(self.sign)


class Heads(QFrame):
    """What the columns of the lines are called; large text, which has fewer of them, goes without."""

    def __init__(self, last: str) -> None:
        super().__init__()
        self._heads = {
            LAST: label(last, Type.SECOND, tone="soft"),
            CHANGE: label("Change", Type.SECOND, tone="soft"),
            EVIDENCE: label("Evidence", Type.SECOND, tone="soft"),
        }
        self.scale = label("1 lowest risk, 5 highest", Type.SECOND, tone="soft")
        across = QHBoxLayout(self)
        across.setContentsMargins(theme.TIGHT, 0, theme.TIGHT, 0)
        across.setSpacing(theme.TIGHT + 2)
        across.addStretch(1)
        across.addWidget(self._heads[LAST])
        across.addWidget(self.scale)
        for key in (CHANGE, EVIDENCE):
            across.addWidget(self._heads[key])

    def fit(self, levels: int) -> None:
        """Stand above the columns, of which that of the buttons is so wide."""
        self.setVisible(theme.current().scale < LARGE)
        self.scale.setFixedWidth(levels)
        for longest, each in self._heads.items():
            each.setFixedWidth(_wide(longest))


def _wide(longest: str) -> int:
    font = theme.current().font(Type.SECOND, strong=True)
    return QFontMetrics(font).horizontalAdvance(longest) + 4


def _last(last: int | None) -> str:
    if last is None:
        return ""
    return f"last {last}" if last else "not known"


def _change(last: int | None, now: int | None) -> str:
    if not last or not now:
        return ""
    if last == now:
        return "= same"
    return f"↑ up {now - last}" if now > last else f"↓ down {last - now}"


def stop_of(widget: QWidget) -> bool:
    """Whether Tab comes to a widget, wherever it is shown."""
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) or isinstance(widget, QRadioButton)
