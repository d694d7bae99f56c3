"""The form of a contact note: who it concerns, when it was, what was said, and what happened."""

from typing import Any

from rise_desk.domain.contact import Concern, ContactNote
from rise_desk.domain.record import NO_ID, Id
from rise_desk.services import overview
from rise_desk.services.unfinished import Draft
from ui import formats
from ui.desk import ScreenDesk
from ui.fitting import fit
from ui.record_form import RecordForm
from ui.records.concerns import Concerns, Speaker
from ui.records.contact_note import sections
from ui.widgets.fields import Surroundings
from ui.widgets.words import label

CORRECTS = "corrects"
CORRECTING = (
    "This becomes a further entry, which puts right the one of {}. "
    "Both can be read, and the first is marked as corrected."
)


class NoteForm(RecordForm):
    """A new note about somebody, the rest of an unfinished one, or a further entry that `corrects` an earlier one."""

    kind = ContactNote.KIND

    def __init__(
        self, screen: ScreenDesk, subject: Id, *, draft: Draft | None = None, corrects: ContactNote | None = None
    ) -> None:
        desk = screen.at
        if draft is not None and draft.typed.get(CORRECTS):
            corrects = overview.note(desk, Id(int(draft.typed[CORRECTS])))
        who = overview.names_of(desk, [subject]).get(subject, "")
        named = f"Correction of a note about {who}" if corrects else f"Contact note about {who}"
        super().__init__(screen, named, sections(screen), Surroundings(desk.practice, screen.now))
        self.subject, self.corrects = subject, corrects
        self.note = desk.clock.new_id()
        if corrects:
            told = label(CORRECTING.format(formats.when_full(corrects.happened_at)), tone="soft", wrap=True)
            self.head.addWidget(told)
        self.concerns.changed.connect(self._offer_speakers)
        self.panel.set_value(self._values(corrects or ContactNote(concerns=(Concern(subject=subject),))))
        if draft is not None:
            self.take_up(draft)
        fit(self, 900, 690)
        self.panel.focus_field("happened_at")

    @property
    def concerns(self) -> Concerns:
        """The field of who the note concerns."""
        widget = self.panel.rows["concerns"].widget
        assert isinstance(widget, Concerns)
        return widget

    def made(self) -> ContactNote:
        """The note as it is typed."""
        note = ContactNote(id=self.note, corrects=self.corrects.id if self.corrects else NO_ID)
        return note.changed(**self.read_panel(note))

    def over(self) -> tuple[Id, int]:
        """A note is always new; a correction names the one it corrects."""
        return (self.corrects.id, self.corrects.version) if self.corrects else (NO_ID, 0)

    def to_keep(self) -> dict[str, Any]:
        """What was typed, and which note it corrects."""
        return super().to_keep() | {CORRECTS: str(self.corrects.id) if self.corrects else ""}

    def _values(self, note: ContactNote) -> dict[str, Any]:
        return {name: getattr(note, name) for name in self.panel.rows}

    def _offer_speakers(self) -> None:
        row = self.panel.rows["own_words_of"]
        people = self.concerns.people()
        assert isinstance(row.widget, Speaker)
        row.widget.offer(people)
        row.setVisible(len(people) > 1)
