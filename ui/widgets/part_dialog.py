"""The small window in which one part of a record is filled in."""

import dataclasses
from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QMessageBox, QScrollArea, QVBoxLayout, QWidget

from rise_desk.domain.problems import problems_of
from rise_desk.domain.record import Part
from ui import theme
from ui.theme import Type
from ui.widgets.buttons import Button
from ui.widgets.error_summary import ErrorSummary
from ui.widgets.fields import Field, Section, Surroundings
from ui.widgets.saving_keys import SavingKeys
from ui.widgets.words import label

EDGE = 5
"""Room for the focus ring around what fills the scrolling part."""


class PartDialog(QDialog):
    """Asks for a part; `result_part` is it, once it was accepted without a problem."""

    def __init__(
        self,
        cls: type[Part],
        fields: Sequence[Field],
        noun: str,
        around: Surroundings,
        part: Part | None = None,
        parent: QWidget | None = None,
    ) -> None:
        from ui.widgets.record_panel import RecordPanel

        super().__init__(parent)
        self.result_part: Part | None = None
        self._cls, self._part, self._around = cls, part, around
        title = f"Change {noun}" if part else f"Add {noun}"
        self.setWindowTitle(title)
        self.panel = RecordPanel((Section("", fields),), around)
        self.summary = ErrorSummary()
        self.save_button = Button("Keep changes" if part else title, "primary", keys="Ctrl+Enter")
        self.cancel_button = Button("Cancel", keys="Esc")
        self._build(title)
        if part:
            self.panel.set_value({each.name: getattr(part, each.name) for each in fields})
        self.panel.focus_first()

    def save(self) -> None:
        """Take the part over, or say what is wrong with it."""
        part = self._made()
        now = self._around.now()
        problems = self.panel.unreadable() or problems_of(part, self._around.practice, now)
        self.panel.show_problems(problems)
        self.summary.show_problems(problems)
        if not problems:
            self.result_part = part
            self.accept()

    def reject(self) -> None:
        """Close without taking anything over; what was typed is asked about first."""
        if not self.panel.dirty() or self._throw_away():
            super().reject()

    def _made(self) -> Part:
        values = self.panel.values()
        return dataclasses.replace(self._part, **values) if self._part else self._cls(**values)

    def _throw_away(self) -> bool:
        question = QMessageBox(self)
        question.setWindowTitle("Not saved")
        question.setText("Throw away what you typed?")
        keep = question.addButton("Keep typing", QMessageBox.ButtonRole.RejectRole)
        throw = question.addButton("Throw away", QMessageBox.ButtonRole.DestructiveRole)
        question.setDefaultButton(keep)
        question.setEscapeButton(keep)
        question.exec()
        return question.clickedButton() is throw

    def _build(self, title: str) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        column.addWidget(self.summary)
        column.addWidget(self.panel)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        around = QVBoxLayout(self)
        around.setContentsMargins(theme.MARGIN - EDGE, theme.PAD, theme.MARGIN - EDGE, theme.PAD)
        heading = label(title, Type.NAME)
        heading.setContentsMargins(EDGE, 0, 0, 0)
        around.addWidget(heading)
        around.addWidget(area, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(0, 0, EDGE, 0)
        foot.addStretch(1)
        foot.addWidget(self.cancel_button)
        foot.addWidget(self.save_button)
        around.addLayout(foot)
        self.summary.asked.connect(self.panel.focus_field)
        self.save_button.clicked.connect(self.save)
        self.cancel_button.clicked.connect(self.reject)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            SavingKeys(keys, self, self.save)
        look = theme.current()
        tall = self.panel.sizeHint().height() + look.tall(230)
        self.resize(look.px(680), min(max(tall, 240), 640))
