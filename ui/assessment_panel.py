"""The fields of an assessment: its lines at the left, what belongs to the focused one at the right; a second page."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from itertools import pairwise
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from rise_desk.domain.assessment import Assessment
from rise_desk.services.assessing import Opening
from ui import assessment_fields as asked
from ui import assessment_values as values_of
from ui import theme
from ui.assessment_beside import Beside
from ui.assessment_evidence import EvidenceField
from ui.assessment_frame import DateRow, area, can_stop, card, stops_of
from ui.assessment_lines import BAND, JUDGEMENT, STRATEGY, Lines
from ui.assessment_values import EVIDENCE, FIND_OUT, SCORES
from ui.desk import ScreenDesk
from ui.widgets.field_row import FieldRow
from ui.widgets.fields import Surroundings
from ui.widgets.record_panel import RecordPanel
from ui.widgets.tabs import Tabs

LINES, MORE = "lines", "more"
PAGES = ((LINES, "Indicators and band"), (MORE, "Harm and protection"))
LEFT, RIGHT = 62, 38
LOWEST = 400
"""How low the lines may get before the whole form scrolls, as it does with many problems."""


class AssessmentPanel(RecordPanel):
    """Shows and reads an assessment by field name; 'evidence.family' is the evidence of one indicator."""

    def __init__(self, screen: ScreenDesk, opening: Opening, around: Surroundings) -> None:
        super().__init__((), around)
        self.opening, self.instrument = opening, opening.instrument
        self.tabs = Tabs(PAGES, name="Pages of the assessment")
        self.dated = DateRow(around)
        self._areas = area(), area(), area()
        self._filling = False
        self._stack = QStackedWidget()
        self._build()

    def fill(self, screen: ScreenDesk, around: Surroundings) -> None:
        """Put everything in, once the panel stands in its form: to move a full one would style each part anew."""
        lines, beside, more = self._areas
        self.lines = Lines(self.opening, lines.viewport())
        lines.setWidget(self.lines)
        self.beside = Beside(self.opening, beside.viewport())
        beside.setWidget(self.beside)
        self._add_details(screen, around)
        self.more = RecordPanel(asked.second_page(self.opening.may_be_under_13), around, more.viewport())
        self.more.setProperty("surface", "scrolled")
        more.setWidget(self.more)
        self.rows |= {"assessed_on": self.dated, **self.lines.rows, **self.more.rows}
        self._chain()
        self._connect()
        self._widen()
        theme.when_changed(self._widen)
        self.settle()
        self.turn(next(iter(self.lines.by_key)))
        self.show_score()

    def field_of(self, problem: str) -> str:
        """Which field shows a problem: 'evidence.family' has its own, 'mentions.1.name' is that of all mentions."""
        parts = problem.split(".")
        tried = (problem, ".".join(parts[:2]), parts[0])
        return next((each for each in tried if each in self.rows), "")

    def focus_field(self, name: str) -> None:
        """Bring the page and the line that a field belongs to into view, and go to the field."""
        field = self.field_of(name)
        if not field:
            return
        if field != "assessed_on":
            self.tabs.set_current(MORE if field in self.more.rows else LINES)
        if field not in self.more.rows and field != "assessed_on":
            self.turn(self.line_of(field))
        super().focus_field(field)

    def line_of(self, field: str) -> str:
        """The line that a field of the first page belongs to."""
        first, _dot, key = field.partition(".")
        people = next((each.key for each in self.instrument.indicators if each.lists_people), BAND)
        known = {"mentions": people, "judgement_comment": JUDGEMENT, JUDGEMENT: JUDGEMENT, "strategy_asked": STRATEGY}
        return key or known.get(first) or (STRATEGY if first in asked.STRATEGY else BAND)

    def show_problems(self, problems: Mapping[str, str]) -> dict[str, str]:
        """Show each sentence at its field, and what is wrong with the line in view beside it."""
        rest = super().show_problems(problems)
        self.turn(self.beside.shown)
        return rest

    def turn(self, key: str) -> None:
        """Let the panel at the right be about this line."""
        line = self.lines.by_key[key]
        if key != self.beside.shown:
            self._areas[1].verticalScrollBar().setValue(0)
        for each, other in self.lines.by_key.items():
            other.show_current(each == key)
        level = line.value() if key not in (BAND, STRATEGY) else None
        self.beside.on = self.dated.date.value()
        self.beside.show_line(key, self.lines.title(key), level, line.problem)

    def reveal(self, row: QWidget) -> None:
        """Scroll everything that a field lies in so that it is in view."""
        around = row.parentWidget()
        while around is not None:
            if isinstance(around, QScrollArea):
                around.ensureWidgetVisible(row, 0, theme.GAP)
            around = around.parentWidget()

    def step(self, by: int) -> None:
        """Go to the line above or below, and stop at the ends."""
        keys = [each for each, line in self.lines.by_key.items() if not line.isHidden()]
        place = keys.index(self.beside.shown) + by
        if 0 <= place < len(keys):
            self.focus_line(keys[place])

    def focus_line(self, key: str) -> None:
        """Put the keyboard on a line; on one that can't be answered yet, only its panel comes."""
        row = self.lines.by_key[key]
        self.turn(key)
        row.editor.field_widget().setFocus(Qt.FocusReason.TabFocusReason)
        self.reveal(row)

    def step_back(self, here: QWidget | None, leaving: bool) -> bool:
        """Shift+Tab from a line goes to what is filled in about the line above; whether it went.

        `leaving`: the keyboard comes from what lies behind all lines.
        """
        if self.tabs.current() != LINES or here is None:
            return False
        keys = [each for each, line in self.lines.by_key.items() if not line.isHidden()]
        at = len(keys) if leaving else next((n for n, key in enumerate(keys) if self._is_first_of(here, key)), 0)
        if not at:
            return False
        before = self.beside.shown
        self.turn(keys[at - 1])
        stops = [each for each in self.beside.details[keys[at - 1]].stops() if can_stop(each)]
        if not stops:
            self.turn(before)
            return False
        stops[-1].setFocus(Qt.FocusReason.BacktabFocusReason)
        self.reveal(stops[-1])
        return True

    def confirm(self) -> None:
        """Say of the line in view that its carried evidence is still true."""
        row = self.rows.get(f"{EVIDENCE}.{self.beside.shown}")
        if row is not None and isinstance(row.widget, EvidenceField):
            row.widget.confirm()

    def set_value(self, values: Mapping[str, Any]) -> None:
        """Show an assessment's values; the score is reckoned once they all stand."""
        with self._reckoned_once():
            super().set_value(values)

    def restore(self, typed: Mapping[str, Any]) -> None:
        """Show what a draft kept; the score is reckoned once it all stands."""
        with self._reckoned_once():
            super().restore(typed)

    @contextmanager
    def _reckoned_once(self) -> Iterator[None]:
        self._filling = True
        try:
            yield
        finally:
            self._filling = False
        self.show_score()

    def so_far(self) -> Assessment:
        """The assessment as far as it is answered."""
        return values_of.so_far(self.values(), self.instrument)

    def values(self) -> dict[str, Any]:
        """Each field's value; what is not asked of this young person is not recorded."""
        return {"sexual_activity_under_13": None, **super().values()}

    def show_score(self) -> None:
        """Reckon the total, what outranks it and the bands anew, and show what they ask for."""
        if self._filling:
            return
        values = self.values()
        made = values_of.so_far(values, self.instrument)
        whole = values_of.is_scored(values, self.instrument)
        self.lines.show_score(made, whole, self.opening.before)
        self._show_marks(values)
        self._show_asked(values)
        if self.beside.shown in self.lines.scored:
            self.turn(self.beside.shown)

    def _show_marks(self, values: Mapping[str, Any]) -> None:
        for each in self.instrument.indicators:
            widget = self.rows[f"{EVIDENCE}.{each.key}"].widget
            assert isinstance(widget, EvidenceField)
            self.lines.scored[each.key].show_evidence(widget.state())
            find_out = self.rows[f"{FIND_OUT}.{each.key}"]
            unknown = values[f"{SCORES}.{each.key}"] == 0
            find_out.setVisible(unknown)
            self.rows[f"{EVIDENCE}.{each.key}"].excuse(unknown)
        self.lines.scored[JUDGEMENT].show_evidence("written" if values["judgement_comment"] else "missing")

    def _show_asked(self, values: Mapping[str, Any]) -> None:
        answer = values["strategy_asked"]
        for name, when in zip(asked.STRATEGY, (True, True, False), strict=True):
            self.rows[name].setVisible(answer is when)
        reason, sentence = self.rows[asked.REASON], self.lines.reason
        reason.hint.setText(sentence)
        reason.hint.setVisible(bool(sentence))
        reason.setVisible(bool(sentence or values[asked.REASON]))

    def _add_details(self, screen: ScreenDesk, around: Surroundings) -> None:
        last = self.opening.last.assessment if self.opening.last else None
        for each in self.instrument.indicators:
            score = last.score_of(each.key) if last else None
            self._add(each.key, asked.about(each, screen, around, score.answer if score else ""))
        self._add(JUDGEMENT, asked.of_judgement(around))
        self._add(STRATEGY, asked.of_strategy(around))
        self._add(BAND, asked.of_band(around))

    def _add(self, key: str, rows: list[FieldRow]) -> None:
        self.rows |= {row.field.name: row for row in rows}
        self.beside.add(key, rows)

    def _is_first_of(self, here: QWidget, key: str) -> bool:
        line = self.lines.by_key[key]
        return line.isAncestorOf(here) and here is next((each for each in stops_of(line) if can_stop(each)), None)

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        """The panel at the right follows the keyboard."""
        if new is None or not self.lines.isAncestorOf(new):
            return
        key, line = next(each for each in self.lines.by_key.items() if each[1].isAncestorOf(new))
        if key != self.beside.shown:
            self.turn(key)
        self.reveal(line)

    def _connect(self) -> None:
        for row in self.rows.values():
            row.editor.changed.connect(self.changed.emit)
        self.changed.connect(self.show_score)
        self.lines.walked.connect(self.step)
        self.tabs.chosen.connect(lambda key: self._stack.setCurrentIndex(0 if key == LINES else 1))
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._follow)

    def _build(self) -> None:
        column = self.layout()
        assert isinstance(column, QVBoxLayout)
        first = QWidget()
        across = QHBoxLayout(first)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(theme.GAP)
        across.addWidget(card(self._areas[0]), LEFT)
        across.addWidget(card(self._areas[1]), RIGHT)
        self._stack.addWidget(first)
        self._stack.addWidget(self._areas[2])
        self._stack.setMinimumHeight(LOWEST)
        column.addWidget(self._stack, 1)

    def _widen(self) -> None:
        """The lines are never cut at the side; the panel beside them takes what is left."""
        bar = self._areas[0].verticalScrollBar().sizeHint().width()
        self._areas[0].setMinimumWidth(self.lines.minimumSizeHint().width() + bar)

    def _chain(self) -> None:
        """Tab goes from a line to what is filled in about it, and on to the next line."""
        stops = [*stops_of(self.dated), self.tabs]
        for key, line in self.lines.by_key.items():
            stops += [*stops_of(line), *self.beside.details[key].stops()]
        for one, other in pairwise([*stops, *stops_of(self.more)]):
            QWidget.setTabOrder(one, other)
