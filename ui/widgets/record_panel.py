"""The record panel: the form of one record, its fields in sections, two beside each other where there is room."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, cast

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QGridLayout, QScrollArea, QVBoxLayout, QWidget

from rise_desk.errors import Invalid
from ui import theme
from ui.theme import Type
from ui.widgets import editors
from ui.widgets.card import Card
from ui.widgets.field_row import EDGE, FieldRow
from ui.widgets.fields import Section, Surroundings
from ui.widgets.parts import PartsField
from ui.widgets.words import label

TWO_COLUMNS_FROM = 50
"""How many letters of text a column needs, so that large text gets one column."""


class RecordPanel(QWidget):
    """Shows and reads a record's values by field name; it saves nothing and judges only what can't be read."""

    changed = Signal()

    def __init__(self, sections: Sequence[Section], around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: dict[str, FieldRow] = {}
        self._grids: list[tuple[QGridLayout, list[FieldRow]]] = []
        self._columns = 0
        self._around = around
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GAP)
        for section in sections:
            column.addWidget(self._section(section))
        self._arrange(1)
        self._clean = self.typed()
        theme.when_changed(self._fit)

    def value(self) -> dict[str, Any]:
        """Each field's value; raises Invalid, with a sentence per field, where something can't be read."""
        wrong = self.unreadable()
        if wrong:
            raise Invalid(wrong)
        return self.values()

    def values(self) -> dict[str, Any]:
        """Each field's value, nothing where it can't be read."""
        return {name: row.value() for name, row in self.rows.items()}

    def set_value(self, values: Mapping[str, Any]) -> None:
        """Show a record's values; what is shown now counts as unchanged."""
        for name, row in self.rows.items():
            if name in values:
                row.editor.set_value(values[name])
        self.settle()

    def settle(self) -> None:
        """Count what is shown as unchanged, as after saving."""
        self._clean = self.typed()

    def typed(self) -> dict[str, Any]:
        """What every field shows, as plain data for a draft, readable or not."""
        return {name: row.editor.typed() for name, row in self.rows.items()}

    def restore(self, typed: Mapping[str, Any]) -> None:
        """Show what a draft kept; it counts as changed."""
        for name, row in self.rows.items():
            if name in typed:
                row.editor.restore(typed[name])

    def dirty(self) -> bool:
        """Whether anything differs from what was shown first."""
        return self.typed() != self._clean

    def touched(self) -> dict[str, Any]:
        """What was typed in the fields that differ from what was shown first, readable or not."""
        return {name: typed for name, typed in self.typed().items() if typed != self._clean.get(name)}

    def half_done(self) -> dict[str, Any]:
        """What was typed into the small window of a part that is open now, by its field; empty where none is."""
        found = {name: row.widget.half_done() for name, row in self.rows.items() if isinstance(row.widget, PartsField)}
        return {name: typed for name, typed in found.items() if typed}

    def go_on(self, half_done: Mapping[str, Any]) -> None:
        """Open the small window of a part again, as a draft kept it."""
        for name, typed in half_done.items():
            widget = self.rows[name].widget if name in self.rows else None
            if isinstance(widget, PartsField):
                widget.go_on(typed)

    def unreadable(self) -> dict[str, str]:
        """A sentence for each field whose text can't be understood."""
        found = {name: row.editor.unreadable() for name, row in self.rows.items()}
        return {name: sentence for name, sentence in found.items() if sentence}

    def show_problems(self, problems: Mapping[str, str]) -> dict[str, str]:
        """Show each sentence at its field, and tell the ones that belong to no field here.

        A problem inside a part ('addresses.2.postcode') is shown at the field that holds the part.
        """
        at: dict[str, list[str]] = {}
        for name, sentence in problems.items():
            at.setdefault(self.field_of(name), []).append(sentence)
        for name, row in self.rows.items():
            row.show_problem(" ".join(at.get(name, ())))
        return {name: sentence for name, sentence in problems.items() if not self.field_of(name)}

    def field_of(self, problem: str) -> str:
        """Which field shows a problem; '' for none of this form."""
        first = problem.split(".", maxsplit=1)[0]
        return first if first in self.rows else ""

    def focus_field(self, name: str) -> None:
        """Go to a field and bring it into view."""
        row = self.rows.get(self.field_of(name))
        if row is not None:
            row.editor.field_widget().setFocus()
            self.reveal(row)

    def focus_first(self) -> None:
        """Go to the first field."""
        self.focus_field(next(iter(self.rows), ""))

    def reveal(self, row: QWidget) -> None:
        """Scroll so that a field is in view with its label and what is wrong with it."""
        area = self.parentWidget()
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        if isinstance(area, QScrollArea):
            area.ensureWidgetVisible(row, 0, theme.GAP)

    def showEvent(self, event: QShowEvent) -> None:
        """A form that opens at a field further down shows that field; before it is shown nothing has its place."""
        super().showEvent(event)
        QTimer.singleShot(0, self, self._reveal_focus)

    def _reveal_focus(self) -> None:
        focus = cast("QWidget | None", self.window().focusWidget())
        for row in self.rows.values():
            if focus is not None and row.isAncestorOf(focus):
                self.reveal(row)

    def minimumSizeHint(self) -> QSize:
        """Narrow enough for one column; two give way before anything is cut."""
        return QSize(theme.current().px(260), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Two columns where both have room, else one."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        needed = 2 * TWO_COLUMNS_FROM * self.fontMetrics().averageCharWidth()
        self._arrange(2 if self.width() >= needed else 1)

    def _section(self, section: Section) -> QWidget:
        card = Card(section.title)
        card.pull_left(EDGE)
        if section.hint:
            hint = label(section.hint, Type.SECOND, tone="soft", wrap=True)
            hint.setContentsMargins(EDGE, 0, 0, 0)
            card.add(hint)
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.PAD)
        grid.setVerticalSpacing(theme.TIGHT)
        rows = [FieldRow(field, editors.make(field, self._around)) for field in section.fields]
        for row in rows:
            self.rows[row.field.name] = row
            row.editor.changed.connect(self.changed.emit)
        card.body.addLayout(grid)
        self._grids.append((grid, rows))
        return card

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for grid, rows in self._grids:
            for row in rows:
                grid.removeWidget(row)
            for row, (line, place, span) in zip(rows, _places(rows, columns), strict=True):
                grid.addWidget(row, line, place, 1, span)
            for column in range(2):
                grid.setColumnStretch(column, 1 if column < columns else 0)


def _places(rows: Iterable[FieldRow], columns: int) -> list[tuple[int, int, int]]:
    """Line, column and breadth of each field, in reading order."""
    places, line, column = [], 0, 0
    for row in rows:
        whole = row.field.is_whole or columns == 1
        if whole and column:
            line, column = line + 1, 0
        places.append((line, column, columns if whole else 1))
        column = 0 if whole else (column + 1) % columns
        line += 1 if column == 0 else 0
    return places
