"""A step: one short question on a card, as signing in and setting up ask them, one after the other."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from rise_desk.errors import DeskError, Invalid
from ui import theme
from ui.theme import Type
from ui.widgets.busy_line import BusyLine
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.error_summary import ErrorSummary
from ui.widgets.field_row import FieldRow
from ui.widgets.notice_bar import NoticeBar
from ui.widgets.words import label

CARD_WIDTH = 480
INDENT = 8
"""By how much a field stands in from the edge, for the mark of what is wrong."""
GENERAL = "step"


class Step(QWidget):
    """A title, a sentence, some fields and one verb; `submitted` is Enter in the last field or the verb."""

    submitted = Signal()

    def __init__(self, title: str, detail: str, rows: Sequence[FieldRow], verb: str) -> None:
        super().__init__()
        self.rows = {row.field.name: row for row in rows}
        self.summary = ErrorSummary()
        self.busy = BusyLine()
        self.verb = Button(verb, "primary")
        self.body = QVBoxLayout()
        self.body.setSpacing(theme.TIGHT + 2)
        self.foot = QVBoxLayout()
        self.foot.setSpacing(0)
        self.setAccessibleName(title)
        self._build(title, detail)
        self.summary.asked.connect(self._go_to)
        self.verb.clicked.connect(self.submitted)
        for row in rows:
            self.add_row(row)

    def add_row(self, row: FieldRow) -> None:
        """Ask for one thing more."""
        self.rows[row.field.name] = row
        self.body.addWidget(row)
        field = row.editor.field_widget()
        if isinstance(field, QLineEdit):
            field.returnPressed.connect(self.submitted)

    def add(self, widget: QWidget, rows: Mapping[str, FieldRow] | None = None) -> None:
        """Put something else among the fields; `rows` are the fields it brings."""
        self.body.addWidget(widget)
        self.rows |= rows or {}

    def add_way(self, text: str) -> Button:
        """A quiet way to another step, beneath the verb."""
        way = Button(text, "quiet")
        self.foot.addWidget(way, 0, Qt.AlignmentFlag.AlignLeft)
        return way

    def text(self, name: str) -> str:
        """What was typed in a field."""
        return str(self.rows[name].value())

    def show_failure(self, failure: DeskError, field: str = "") -> None:
        """Say what went wrong; `field` is where a sentence that names no field belongs."""
        self.work("")
        self.show_problems(failure.fields if isinstance(failure, Invalid) else {field or GENERAL: str(failure)})

    def show_problems(self, problems: Mapping[str, str]) -> None:
        """Say beside each field, and at the top, what is wrong; nothing typed is cleared."""
        for name, row in self.rows.items():
            row.show_problem(problems.get(name, ""))
        self.summary.show_problems(problems, {name: name if name in self.rows else "" for name in problems})

    def work(self, text: str) -> None:
        """Say what is being done, with everything held still meanwhile; '' when it is over."""
        for row in self.rows.values():
            row.setEnabled(not text)
        self.verb.setEnabled(not text)
        if text:
            self.show_problems({})
            self.busy.start(text)
        else:
            self.busy.finish()

    def begin(self) -> None:
        """Put the cursor where typing starts: the first empty field."""
        empty = [row for row in self.rows.values() if not row.value()]
        for row in empty[:1]:
            row.editor.field_widget().setFocus()

    def _go_to(self, name: str) -> None:
        self.rows[name].editor.field_widget().setFocus()

    def _build(self, title: str, detail: str) -> None:
        card = Card()
        card.setFixedWidth(theme.current().px(CARD_WIDTH))
        head = QVBoxLayout()
        head.setContentsMargins(INDENT, 0, 0, theme.TIGHT)
        head.setSpacing(theme.TIGHT + 2)
        head.addWidget(label(title, Type.PAGE, wrap=True))
        if detail:
            head.addWidget(label(detail, tone="soft", wrap=True))
        head.addWidget(self.summary)
        line = QHBoxLayout()
        line.setContentsMargins(INDENT, theme.TIGHT, 0, 0)
        line.addWidget(self.verb)
        line.addStretch(1)
        self.foot.setContentsMargins(INDENT - theme.TIGHT - 2, 0, 0, 0)
        for part in (head, self.body):
            card.body.addLayout(part)
        card.add(self.busy)
        card.body.addLayout(line)
        card.body.addLayout(self.foot)
        card.body.setContentsMargins(theme.TIGHT, theme.TIGHT, theme.PAD, theme.TIGHT)
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(card)
        across.addStretch(1)
        around = QVBoxLayout(self)
        around.addStretch(2)
        around.addLayout(across)
        around.addStretch(3)


class Steps(QWidget):
    """The page before the desk: the product's name, and one step at a time in the middle."""

    def __init__(self, place: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("RISE Desk")
        self.setProperty("surface", "ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.step: Step | None = None
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        head = QHBoxLayout()
        head.setContentsMargins(theme.MARGIN, theme.GAP, theme.MARGIN, 0)
        head.addWidget(label("RISE Desk", Type.NAME))
        head.addStretch(1)
        marking = label("OFFICIAL-SENSITIVE")
        marking.setProperty("marking", "true")
        head.addWidget(marking)
        column = self._head = QVBoxLayout(self)
        column.addLayout(head)
        column.addWidget(self._area, 1)
        self.place = label(place, Type.SECOND, tone="soft")
        self.place.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.place)

    def add_banner(self, banner: QWidget) -> None:
        """Put a line that holds for every step across the top."""
        row = QHBoxLayout()
        row.setContentsMargins(theme.MARGIN, 0, theme.MARGIN, 0)
        row.addWidget(banner)
        self._head.insertLayout(1, row)

    def say(self, sentence: str) -> None:
        """Tell something above every step."""
        notice = NoticeBar()
        self.add_banner(notice)
        notice.say(sentence, stays=True)

    def show_step(self, step: Step) -> None:
        """Ask this now; the step before is gone, with what was typed in it."""
        self.step = step
        step.setProperty("surface", "scrolled")
        self._area.setWidget(step)
        step.begin()
