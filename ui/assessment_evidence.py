"""The evidence of one indicator: last time's words are offered, and count only once somebody confirms them."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from rise_desk.domain import moments
from rise_desk.domain.assessment import Evidence
from rise_desk.domain.moments import Moment
from ui import theme
from ui.assessment_line import LARGE
from ui.theme import Type
from ui.widgets.buttons import Button
from ui.widgets.text_fields import LongField, Nudges
from ui.widgets.words import label, restyle, retone

STILL_TRUE, NOT_YET = "Still true", "Not confirmed after all"
CARRIED = "Carried from {}. Confirm that it is still true, or write what is true now."
CONFIRMED = "Carried from {}, and confirmed as still true."


class EvidenceField(QWidget):
    """A text; where it is an earlier assessment's, this is said beside it until somebody confirms or changes it."""

    changed = Signal()

    def __init__(self, indicator: str, nudge: Nudges | None = None) -> None:
        super().__init__()
        self._indicator = indicator
        self._offered = Evidence(indicator=indicator)
        self._confirmed = False
        self.text = LongField(4, nudge)
        self.told = label(size=Type.SECOND, tone="medium", wrap=True)
        self.confirm_button = Button(STILL_TRUE, keys="Ctrl+E")
        self._bar = QWidget()
        self._build()
        self.setFocusProxy(self.text.edit)
        self.text.changed.connect(self._written)
        self.confirm_button.clicked.connect(self.confirm)

    def value(self) -> Evidence | None:
        """The evidence as it stands; None where there is none."""
        if not self.text.value():
            return None
        if not self._is_carried():
            return Evidence(indicator=self._indicator, text=self.text.value())
        return Evidence(
            indicator=self._indicator,
            text=self._offered.text,
            carried_from=self._offered.carried_from,
            confirmed=True if self._confirmed else None,
        )

    def set_value(self, value: Any) -> None:
        """Show evidence; carried words stay what they are until somebody confirms or changes them."""
        self._offered = value or Evidence(indicator=self._indicator)
        self._confirmed = bool(self._offered.confirmed)
        self.text.set_value(self._offered.text)
        self._written()

    def typed(self) -> Any:
        """The state as plain data."""
        carried = self._is_carried()
        return {
            "text": self.text.typed(),
            "carried_from": self._offered.carried_from if carried else "",
            "confirmed": carried and self._confirmed,
        }

    def restore(self, typed: Any) -> None:
        """Show what a draft kept."""
        self._offered = Evidence(
            indicator=self._indicator,
            text=typed["text"] if typed.get("carried_from") else self._offered.text,
            carried_from=Moment(typed.get("carried_from") or self._offered.carried_from),
        )
        self._confirmed = bool(typed.get("confirmed"))
        self.text.restore(typed["text"])
        self._written()

    def unreadable(self) -> str:
        """Any text can be read."""
        return ""

    def field_widget(self) -> QWidget:
        """The text itself."""
        return self.text.edit

    def state(self) -> str:
        """How far it has come: missing, carried, confirmed or written."""
        if not self.text.value():
            return "missing"
        if not self._is_carried():
            return "written"
        return "confirmed" if self._confirmed else "carried"

    def confirm(self) -> None:
        """Say that what was carried is still true, or take that back."""
        if self._is_carried():
            self._confirmed = not self._confirmed
            self._written()

    def _is_carried(self) -> bool:
        offered = self._offered
        return bool(offered.carried_from) and self.text.typed().strip() == offered.text.strip()

    def _written(self) -> None:
        carried = self._is_carried()
        day = moments.shown(self._offered.carried_from) if carried else ""
        self.told.setText((CONFIRMED if self._confirmed else CARRIED).format(day))
        retone(self.told, "soft" if self._confirmed else "medium")
        self.confirm_button.say(NOT_YET if self._confirmed else STILL_TRUE)
        self._bar.setVisible(carried)
        self.text.edit.setProperty("carried", "true" if carried and not self._confirmed else "false")
        self.text.edit.setAccessibleDescription(self.told.text() if carried else "")
        restyle(self.text.edit)
        self.changed.emit()

    def _build(self) -> None:
        self._across = bar = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._bar)
        bar.setContentsMargins(0, 0, 0, 0)
        bar.setSpacing(theme.TIGHT)
        bar.addWidget(self.told, 1)
        bar.addWidget(self.confirm_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.TIGHT)
        column.addWidget(self.text)
        column.addWidget(self._bar)
        self._bar.hide()
        self._fit()
        theme.when_changed(self._fit)

    def _fit(self) -> None:
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._across.setDirection(down if theme.current().scale >= LARGE else across)
