"""The window in which one record is filled in: it saves through the one door, and loses nothing that was typed."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from rise_desk.domain import moments
from rise_desk.domain.hearing import heard
from rise_desk.domain.record import NO_ID, Id, Record, plain
from rise_desk.errors import Busy, Conflict, DeskError, Invalid
from rise_desk.services import casework, unfinished
from ui import formats, theme, unsaved
from ui.desk import ScreenDesk
from ui.theme import Type
from ui.unsaved import Wish
from ui.widgets.busy_line import BusyLine
from ui.widgets.buttons import Button
from ui.widgets.error_summary import ErrorSummary
from ui.widgets.fields import Section, Surroundings
from ui.widgets.record_panel import RecordPanel
from ui.widgets.words import Elided, label

DRAFT_MS = 2000
FORM = "form"
"""The name of a problem that belongs to no field."""


class RecordForm(QDialog):
    """A form over one record; `saved` brings the record as it now stands.

    Every two seconds, and before the desk is locked, what was typed is kept as a draft; saving drops it.
    """

    saved = Signal(object)
    kind = ""
    subject = NO_ID

    def __init__(self, screen: ScreenDesk, named: str, sections: Sequence[Section], around: Surroundings) -> None:
        super().__init__()
        self.desk, self.named, self.around = screen, named, around
        self.draft: Id = NO_ID
        self.saving = False
        self.setWindowTitle("RISE Desk")
        self.panel = RecordPanel(sections, around)
        self.summary = ErrorSummary()
        self.busy = BusyLine()
        self.kept = Elided(size=Type.SECOND, tone="soft")
        self.save_button = Button("Save", "primary", keys="Ctrl+S", icon="save")
        self.cancel_button = Button("Cancel", keys="Esc")
        self.area = QScrollArea()
        self.body = QHBoxLayout()
        self.head = QVBoxLayout()
        self._timer = QTimer(self, singleShot=True, interval=DRAFT_MS)
        self._build()
        self._connect()

    # What each form says for itself

    def made(self) -> Record:
        """The record that is to be saved; raises `Invalid` where something can't be read."""
        raise NotImplementedError

    def over(self) -> tuple[Id, int]:
        """Which record on file, in which version, the draft is about; (0, 0) for a new one."""
        return NO_ID, 0

    def to_keep(self) -> dict[str, Any]:
        """What a draft must hold so that the form can be opened again as it is."""
        return {"panel": self.panel.typed()}

    def also_saved(self, record: Record) -> None:
        """The record is saved: the form is done."""
        self.finish(record)

    def disputed(self, failure: Conflict) -> None:
        """Somebody else changed the record meanwhile."""
        self.show_problems({FORM: str(failure)})

    # Saving

    def save(self) -> None:
        """Save, or say what stands against it; nothing typed is cleared."""
        if self.saving:
            return
        try:
            record = self.made()
        except Invalid as wrong:
            self.show_problems(wrong.fields)
            return
        self.work(True)
        self.desk.tasks.attempt(lambda: casework.save(self.desk.at, record), self.also_saved, self.failed)

    def finish(self, record: Record) -> None:
        """Everything is saved: forget the draft, tell who asked, and close."""
        self.work(False)
        self.panel.settle()
        self.drop_draft()
        self.saved.emit(record)
        self.accept()

    def failed(self, failure: DeskError) -> None:
        """Say why nothing was saved, and keep what was typed."""
        self.work(False)
        self.keep_draft()
        if isinstance(failure, Conflict):
            self.disputed(failure)
        else:
            self.show_problems(failure.fields if isinstance(failure, Invalid) else {FORM: str(failure)})

    def show_problems(self, problems: Mapping[str, str]) -> None:
        """Say at the top and by each field what is wrong."""
        self.panel.show_problems(problems)
        self.summary.show_problems(problems, {name: self.panel.field_of(name) for name in problems})
        self.area.verticalScrollBar().setValue(0)

    def work(self, on: bool) -> None:
        """Hold the form still while it is being saved, or let it go again."""
        self.saving = on
        self.panel.setEnabled(not on)
        self.save_button.setEnabled(not on)
        if on:
            self.busy.start("Saving", may_cancel=True)
        else:
            self.busy.finish()

    def read_panel(self, base: Record, without: str = "") -> dict[str, Any]:
        """What the panel's fields say, read as everything that people write is read; `Invalid` names the fields."""
        said = {name: _plain(value) for name, value in self.panel.value().items() if name != without}
        made = heard(type(base), said, self.around.practice, self.around.now())
        return {name: getattr(made, name) for name in said}

    # Drafts, and closing

    def keep_draft(self) -> None:
        """Keep what was typed, if anything was; a busy store is asked again a moment later."""
        self._timer.stop()
        if self.desk.desk is None or not self.panel.dirty():
            return
        record, version = self.over()
        try:
            self.draft = unfinished.keep(
                self.desk.desk, self.draft, self.kind, self.subject, self.to_keep(), record=record, version=version
            )
            now = formats.when_full(moments.minute(self.desk.now()))
            self.kept.setText(f"Kept as a draft, {now}")
        except Busy:
            self._timer.start()
        except DeskError as trouble:
            self.desk.troubled.emit(str(trouble))

    def drop_draft(self) -> None:
        """Forget the draft, now or as soon as the store is free."""
        self._timer.stop()
        draft, self.draft = self.draft, NO_ID
        if draft:
            desk = self.desk.at
            trouble = self.desk.troubled
            self.desk.tasks.attempt(
                lambda: unfinished.drop(desk, draft), lambda _none: None, lambda failure: trouble.emit(str(failure))
            )

    def reject(self) -> None:
        """Close; unsaved work is asked about once."""
        if self.saving:
            return
        answer = unsaved.wish(self, self.named) if self.panel.dirty() else Wish.DROP
        if answer is Wish.SAVE:
            self.save()
        elif answer is Wish.DROP:
            self.drop_draft()
            super().reject()

    def done(self, result: int) -> None:
        """Give the keyboard back to the desk: two windows that close at once, a question and its form, can lose it."""
        super().done(result)
        below = self.parentWidget()
        if below is not None:
            below.activateWindow()

    # What it is made of

    def _connect(self) -> None:
        self.panel.changed.connect(self._changed)
        self.summary.asked.connect(self.panel.focus_field)
        self.save_button.clicked.connect(self.save)
        self.cancel_button.clicked.connect(self.reject)
        self.busy.cancelled.connect(self.desk.tasks.cancel)
        self._timer.timeout.connect(self.keep_draft)
        self.desk.leaving.connect(self.keep_draft)
        for keys in ("Ctrl+S", "Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self.save)

    def _changed(self) -> None:
        if not self._timer.isActive():
            self._timer.start()

    def _build(self) -> None:
        inside = QWidget()
        inside.setProperty("surface", "scrolled")
        column = QVBoxLayout(inside)
        column.setContentsMargins(4, 4, theme.TIGHT, 4)
        column.setSpacing(theme.GAP)
        column.addWidget(self.summary)
        column.addWidget(self.panel)
        column.addStretch(1)
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidget(inside)
        self.body.setSpacing(theme.GAP)
        self.body.addWidget(self.area, 1)
        around = QVBoxLayout(self)
        around.setContentsMargins(theme.MARGIN, theme.PAD, theme.MARGIN, theme.GAP)
        around.setSpacing(theme.GAP)
        self.head.setSpacing(2)
        self.head.addWidget(label(self.named, Type.NAME, wrap=True))
        around.addLayout(self.head)
        around.addLayout(self.body, 1)
        around.addWidget(self.busy)
        foot = QHBoxLayout()
        foot.setSpacing(theme.TIGHT + 2)
        foot.addWidget(self.kept, 1)
        foot.addWidget(self.cancel_button)
        foot.addWidget(self.save_button)
        around.addLayout(foot)


def _plain(value: Any) -> Any:
    return [plain(each) for each in value] if isinstance(value, tuple) else value
