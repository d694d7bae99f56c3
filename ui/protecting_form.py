"""What the forms of an order, an investigation and a disruption action share: begun for a child, or about somebody."""

from collections.abc import Sequence
from typing import Generic, TypeVar

from rise_desk.domain.record import NO_ID, Id, Record
from rise_desk.services import overview
from rise_desk.services.unfinished import Draft
from ui.desk import ScreenDesk
from ui.drafting import as_it_was
from ui.fitting import fit
from ui.named_people import is_child
from ui.record_form import RecordForm
from ui.widgets.fields import Section, Surroundings

RecordType = TypeVar("RecordType", bound=Record)


class ProtectingForm(RecordForm, Generic[RecordType]):
    """A new record for a child or about somebody or something, changes to one, or the rest of an unfinished form.

    A form puts what it tells into `head`, and then calls `begin`.
    """

    base: RecordType | None

    def __init__(
        self,
        screen: ScreenDesk,
        cls: type[RecordType],
        sections: Sequence[Section],
        subject: Id,
        record: RecordType | None,
        draft: Draft | None,
    ) -> None:
        desk = screen.at
        self.subject, self.number = subject, desk.clock.new_id()
        name = overview.names_of(desk, [subject]).get(subject, "")
        named = cls.TITLE if record or not name else f"New {cls.TITLE.lower()}: {name}"
        super().__init__(screen, named, sections, Surroundings(desk.practice, screen.now))
        self.base = as_it_was(screen, record, draft.base_version) if record and draft else record
        self._draft = draft
        self._begun = self.begun(cls(id=self.number), is_child(screen, subject)) if subject else cls(id=self.number)

    def begun(self, new: RecordType, for_child: bool) -> RecordType:
        """What a new record says of the one it was begun from: a child, or somebody or something else."""
        raise NotImplementedError

    def tell(self) -> None:
        """Say above the fields what follows from them."""
        raise NotImplementedError

    def begin(self, tall: int, focus: str) -> None:
        """Show the record, or what was typed before, with the keyboard in a field."""
        self.panel.set_value(self.shown(self.base or self._begun))
        if self._draft is not None:
            self.take_up(self._draft)
        self.panel.changed.connect(self.tell)
        self.tell()
        fit(self, 860, tall)
        self.panel.focus_field(focus)

    def made(self) -> RecordType:
        """The record as the form says it."""
        base = self.base or self._begun
        return base.changed(**self.read_panel(base))

    def over(self) -> tuple[Id, int]:
        """The record that is being changed."""
        return (self.base.id, self.base.version) if self.base else (NO_ID, 0)
