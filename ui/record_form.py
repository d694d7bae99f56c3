"""The window in which one record is filled in: it saves through the one door, and loses nothing that was typed."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from rise_desk.domain.hearing import heard
from rise_desk.domain.record import NO_ID, Id, Record, plain
from rise_desk.errors import Conflict, DeskError, Invalid
from rise_desk.services import unfinished
from rise_desk.services.unfinished import Draft
from ui import theme, unsaved
from ui.desk import ScreenDesk
from ui.dispute import FORM, Dispute
from ui.drafting import Drafting
from ui.theme import Type
from ui.unsaved import Wish
from ui.widgets.busy_line import BusyLine
from ui.widgets.buttons import Button
from ui.widgets.error_summary import ErrorSummary
from ui.widgets.fields import Section, Surroundings
from ui.widgets.record_panel import RecordPanel
from ui.widgets.saving_keys import SavingKeys
from ui.widgets.words import Elided, label

ASIDE, PART = "aside", "part"
"""In a draft: what was typed and not chosen in a dispute, and what stands in the small window of a part."""

__all__ = ["FORM", "RecordForm"]


class RecordForm(QDialog):
    """A form over one record; `saved` brings the record as it now stands.

    Every two seconds, and before the desk is locked, what was typed is kept as a draft; saving drops it.
    """

    saved = Signal(object)
    kind = ""
    subject = NO_ID
    base: Record | None = None
    """What is on file, as it was when the form was opened; None for something new."""
    fills = False
    """Whether the panel takes all the room there is, and scrolls inside itself."""
    own: frozenset[str] = frozenset()
    """Fields of the form that are no fields of the record, such as a picture's file."""

    def __init__(
        self,
        screen: ScreenDesk,
        named: str,
        sections: Sequence[Section],
        around: Surroundings,
        panel: RecordPanel | None = None,
    ) -> None:
        """`panel`: a form that looks otherwise brings its own, and has no sections."""
        super().__init__()
        self.desk, self.named, self.around = screen, named, around
        self.saving = False
        self.setWindowTitle("RISE Desk")
        self.panel = panel or RecordPanel(sections, around)
        self.summary = ErrorSummary()
        self.busy = BusyLine()
        self.kept = Elided(size=Type.SECOND, tone="soft")
        self.save_button = Button("Save", "primary", keys="Ctrl+S", icon="save")
        self.cancel_button = Button("Cancel", keys="Esc")
        self.area = QScrollArea()
        self.body = QHBoxLayout()
        self.head = QVBoxLayout()
        self.title = label(named, Type.NAME, wrap=True)
        self._build()
        self.dispute, self.drafting = Dispute(self), Drafting(self, self, self.kept)
        self._connect()

    # What each form says for itself

    def made(self) -> Record:
        """The record that is to be saved; raises `Invalid` where something can't be read."""
        raise NotImplementedError

    def over(self) -> tuple[Id, int]:
        """Which record on file, in which version, the draft is about; (0, 0) for a new one."""
        return NO_ID, 0

    def shown(self, record: Record) -> Mapping[str, Any]:
        """What the fields show of a record on file."""
        return {name: getattr(record, name) for name in self.panel.rows}

    def to_keep(self) -> dict[str, Any]:
        """What a draft must hold so that the form can be opened again as it is: no more than what was typed."""
        return {"panel": self.panel.touched(), ASIDE: dict(self.dispute.aside), PART: self.panel.half_done()}

    def also_saved(self, record: Record) -> None:
        """The record is saved: the form is done."""
        self.finish(record)

    def disputed(self, failure: Conflict) -> None:
        """Somebody else changed the record meanwhile: what they did is shown beside what was typed."""
        self.dispute.begin(failure)

    def original(self) -> Record:
        """What is on file, as it was when the form was opened; only asked where something was."""
        assert self.base is not None
        return self.base

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
        self.desk.tasks.attempt(lambda: self.keep_record(record), self._saved, self.failed)

    def keep_record(self, record: Record) -> Record:
        """Save the record and forget the draft, both or neither."""
        return unfinished.save(self.desk.at, record, self.drafting.draft)

    def _saved(self, record: Record) -> None:
        self.drafting.saved()
        self.also_saved(record)

    def finish(self, record: Record) -> None:
        """Everything is saved: forget the draft, tell who asked, and close."""
        self.work(False)
        self.panel.settle()
        self.drafting.drop()
        self.saved.emit(record)
        self.accept()

    def failed(self, failure: DeskError) -> None:
        """Say why nothing was saved, and keep what was typed."""
        self.work(False)
        self.drafting.keep()
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

    def _wait(self, what: str) -> None:
        """While it is being saved, say what that waits for."""
        if self.saving and what:
            self.busy.start(what, may_cancel=True)

    def read_panel(self, base: Record, without: str = "") -> dict[str, Any]:
        """What the panel's fields say, read as everything that people write is read; `Invalid` names the fields."""
        said = {name: _plain(value) for name, value in self.panel.value().items() if name != without}
        made = heard(type(base), said, self.around.practice, self.around.now())
        return {name: getattr(made, name) for name in said}

    # Drafts, and closing

    def unsaved(self) -> bool:
        """Whether there is anything in the form that is nowhere else."""
        return self.panel.dirty() or bool(self.panel.half_done() or self.dispute.aside)

    def take_up(self, draft: Draft) -> None:
        """Go on with an unfinished form, over the record as it was when the form was begun."""
        self.drafting.take_up(draft)
        self.panel.restore(draft.typed.get("panel", {}))
        self.dispute.restore(draft.typed.get(ASIDE, {}))
        half_done = draft.typed.get(PART, {})
        if half_done:
            QTimer.singleShot(0, self, lambda: self.panel.go_on(half_done))

    def reject(self) -> None:
        """Close; unsaved work is asked about once, and stays a draft where it can't be saved here any more."""
        if self.saving:
            return
        if self.dispute.too_late:
            self.drafting.keep()
            super().reject()
            return
        answer = unsaved.wish(self, self.named) if self.panel.dirty() else Wish.DROP
        if answer is Wish.SAVE:
            self.save()
        elif answer is Wish.DROP:
            self.drafting.drop()
            super().reject()

    def done(self, result: int) -> None:
        """Give the keyboard back to the desk: two windows that close at once, a question and its form, can lose it."""
        super().done(result)
        below = self.parentWidget()
        if below is not None:
            below.activateWindow()

    # What it is made of

    def _connect(self) -> None:
        self.panel.changed.connect(self.drafting.typing)
        self.summary.asked.connect(self.panel.focus_field)
        self.save_button.clicked.connect(self.save)
        self.cancel_button.clicked.connect(self.reject)
        self.busy.cancelled.connect(self.desk.tasks.cancel)
        self.desk.tasks.waiting.connect(self._wait)
        for keys in ("Ctrl+S", "Ctrl+Return", "Ctrl+Enter"):
            SavingKeys(keys, self, self.save)

    def _build(self) -> None:
        inside = QWidget()
        inside.setProperty("surface", "scrolled")
        column = QVBoxLayout(inside)
        column.setContentsMargins(4, 4, theme.TIGHT, 4)
        column.setSpacing(theme.GAP)
        column.addWidget(self.summary)
        column.addWidget(self.panel, 1 if self.fills else 0)
        if not self.fills:
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
        self.head.addWidget(self.title)
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
