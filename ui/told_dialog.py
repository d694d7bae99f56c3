"""They were told of a position of authority: the designated officer (LADO), or those who license taxis; and when."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel

from rise_desk.domain import lado_due, moments
from rise_desk.domain.hearing import heard
from rise_desk.domain.moments import Moment
from rise_desk.domain.of_concern import Position
from rise_desk.domain.record import Id
from rise_desk.errors import DeskError, Invalid
from rise_desk.services import positions, unfinished
from rise_desk.services.unfinished import Draft
from ui import formats
from ui.case_concern import span
from ui.desk import ScreenDesk
from ui.drafting import Drafting
from ui.due_words import due_by
from ui.records.question import ask
from ui.records.words import capitalised
from ui.small_dialog import SmallDialog
from ui.widgets import editors
from ui.widgets.buttons import Button
from ui.widgets.field_row import FieldRow
from ui.widgets.fields import Field, Surroundings
from ui.widgets.words import label

RULE, WHAT = "rule", "what"
"""In a draft: the rule of the line that is answered, and its words."""

WIDE = 620
TODAY = "Ctrl+D is today"
WITH_CHILDREN = {True: "works with children", False: "no work with children", None: ""}
WHY = "It stands in the file with who recorded it, and the line leaves what is due."


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What the dialog of one rule asks: its heading, and its fields, the day first."""

    heading: str
    fields: tuple[Field, ...]


DIALOGS: Mapping[str, Asked] = {
    lado_due.RULE: Asked(
        heading="Told the designated officer (LADO)",
        fields=(
            ask(Position, "officer_told_on", required=True, hint=TODAY),
            ask(Position, "officer_told", hint="Such as: Ms Reed, who calls a meeting for Friday"),
        ),
    ),
    lado_due.LICENSING: Asked(
        heading="Told those who license taxis",
        fields=(ask(Position, "licensing_told_on", required=True, hint=TODAY),),
    ),
}


class ToldDialog(SmallDialog):
    """Answers one line about a position; `saved` brings the file as it then stands.

    It is added to the position as it is on file at that moment, so that two who write at once lose nothing.
    """

    saved = Signal(object)
    kind = unfinished.TELLING

    def __init__(self, screen: ScreenDesk, subject: Id, rule: str, what: str, *, draft: Draft | None = None) -> None:
        self.about = positions.untold(screen.at, subject, rule, what)
        self.rule, self.asked, self._day = rule, DIALOGS[rule], lado_due.TOLD_ON[rule]
        super().__init__(self.asked.heading, Button("Save", "primary", keys="Ctrl+S"), Button("Cancel", keys="Esc"))
        self.desk, self.subject = screen, self.about.person.id
        self.around = Surroundings(screen.practice, screen.now)
        rows = [FieldRow(each, editors.make(each, self.around)) for each in self.asked.fields]
        self.build(self.asked.heading, WHY, *self._told(), *rows, wide=WIDE)
        self.drafting = Drafting(self, self)
        if draft is not None:
            self.drafting.take_up(draft)
            for name, typed in draft.typed.get("panel", {}).items():
                self.rows[name].editor.restore(typed)
        for row in rows:
            row.editor.changed.connect(self.drafting.typing)
        self.verb.clicked.connect(self.save)
        for keys in ("Ctrl+S", "Ctrl+Return", "Ctrl+Enter"):
            self.also_by(keys)
        rows[0].editor.field_widget().setFocus()

    # Drafts

    def unsaved(self) -> bool:
        """Whether anything was filled in."""
        return any(each.editor.typed() for each in self.rows.values())

    def to_keep(self) -> dict[str, Any]:
        """What was filled in, and the line that it answers."""
        typed = {name: each.editor.typed() for name, each in self.rows.items()}
        return {"panel": typed, RULE: self.rule, WHAT: self.about.due.what}

    def over(self) -> tuple[Id, int]:
        """The file that names the position."""
        return self.about.person.id, self.about.person.version

    def reject(self) -> None:
        """Nothing is recorded; what was filled in is forgotten."""
        if not self.working:
            self.drafting.drop()
            super().reject()

    # Saving

    def save(self) -> None:
        """Record it, or say what stands against it; nothing typed is cleared."""
        try:
            said = self._said()
        except Invalid as wrong:
            self.fail(wrong)
            return
        self.say({})
        self.work("Saving")
        on, words = getattr(said, self._day), said.officer_told
        self.desk.tasks.attempt(lambda: self._tell(on, words), self._saved, self._failed)

    def _tell(self, on: Moment, words: str) -> object:
        about, draft = self.about, self.drafting.draft
        return positions.tell(self.desk.at, self.subject, self.rule, about.due.what, on, words, draft)[0]

    def _saved(self, file: object) -> None:
        self.drafting.saved()
        self.accept()
        self.saved.emit(file)

    def _failed(self, failure: DeskError) -> None:
        """What stands against it is said beside its field: 'told_on' and 'positions.2.officer_told_on' are the day."""
        if self.is_open:
            self.drafting.keep()
        if isinstance(failure, Invalid):
            failure = Invalid({self._row_of(name): sentence for name, sentence in failure.fields.items()})
        self.fail(failure)

    def _row_of(self, name: str) -> str:
        return self._day if name == "told_on" else name.rpartition(".")[2] if name.startswith("positions.") else name

    def _said(self) -> Position:
        """What the fields say, read as everything that people write is read; `Invalid` names the fields."""
        wrong = {name: row.editor.unreadable() for name, row in self.rows.items() if row.editor.unreadable()}
        if not (wrong or self.rows[self._day].value()):
            wrong = {self._day: positions.WHEN}
        if wrong:
            raise Invalid(wrong)
        values = {name: row.value() for name, row in self.rows.items()}
        return heard(Position, values, self.around.practice, self.around.now())

    # What it shows

    def _told(self) -> list[QLabel]:
        """Whom and what it is about, when the team learned of it, and by when they were to be told."""
        about, practice, now = self.about, self.around.practice, self.around.now()
        person, due, held = about.person, about.due, about.positions[0]
        position = practice.label("position", held.position)
        works = WITH_CHILDREN[held.with_children]
        left = (due.day - now.astimezone(moments.LONDON).date()).days
        by = formats.joined(f"To be told by {moments.shown_long(Moment(due.by))}", due_by(left, due.by))
        return [
            label(formats.name_and_age(person.name, person.date_of_birth, now), strong=True, wrap=True),
            label(capitalised(formats.joined(position, held.detail, works, span(held))), wrap=True),
            label(capitalised(due.why), tone="soft", wrap=True),
            label(by, tone="loud" if left < 0 else "soft", wrap=True),
        ]
