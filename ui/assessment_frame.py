"""The frame of the form of an assessment: its scrolling parts, the date above them, and where Tab comes to."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QRadioButton, QScrollArea, QVBoxLayout, QWidget

from rise_desk.domain.assessment import Assessment
from ui import theme
from ui.assessment_line import LARGE, stop_of
from ui.records.question import ask
from ui.widgets.date_field import DateField
from ui.widgets.field_row import FieldRow
from ui.widgets.fields import Surroundings


class DateRow(FieldRow):
    """The date of the assessment, beside the tabs: in view on both pages."""

    def __init__(self, around: Surroundings) -> None:
        field = ask(Assessment, "assessed_on")
        self.date = DateField(field.label, around.now, past=True)
        super().__init__(field, self.date)
        self._fit()
        theme.when_changed(self._fit)

    def _build(self) -> None:
        self._build_below()
        across = QHBoxLayout(self)
        across.setContentsMargins(theme.TIGHT, 0, 0, 0)
        across.setSpacing(theme.TIGHT)
        across.addWidget(self._below)
        across.addWidget(self.label)
        across.addWidget(self.widget)
        self.label.setBuddy(self.editor.field_widget())

    def _fit(self) -> None:
        """Large text has no room for the day in full."""
        self.date.echo.setVisible(theme.current().scale < LARGE)


def area() -> QScrollArea:
    """A part that scrolls by itself, and has no frame of its own."""
    made = QScrollArea()
    made.setWidgetResizable(True)
    made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    made.setFrameShape(QFrame.Shape.NoFrame)
    return made


def card(inside: QScrollArea) -> QFrame:
    """The white frame around such a part."""
    made = QFrame()
    made.setProperty("surface", "card")
    column = QVBoxLayout(made)
    column.setContentsMargins(theme.TIGHT, theme.TIGHT, theme.TIGHT, theme.TIGHT)
    column.addWidget(inside)
    return made


def stops_of(widget: QWidget) -> list[QWidget]:
    """Where Tab comes to inside something, as it is now or would be if it were in view."""
    return [each for each in widget.findChildren(QWidget) if stop_of(each) and each.focusProxy() is None]


def can_stop(widget: QWidget) -> bool:
    """Whether Tab can come to a widget now."""
    waits = isinstance(widget, QRadioButton) and not widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    return widget.isEnabled() and widget.isVisible() and not waits
