"""A case file: a subject and all records that concern it, by kind."""

from dataclasses import dataclass
from typing import TypeVar

from rise_desk.domain.person import Person
from rise_desk.domain.record import Id, Record
from rise_desk.domain.thing import Thing

RecordType = TypeVar("RecordType", bound=Record)


@dataclass(frozen=True, kw_only=True)
class Filed:
    """The records that concern a subject, newest first; `ids` are the numbers of all files joined in it, if any."""

    records: tuple[Record, ...] = ()
    ids: tuple[Id, ...] = ()

    def of(self, kind: type[RecordType]) -> tuple[RecordType, ...]:
        """The records of one kind, in the file's order."""
        return tuple(each for each in self.records if isinstance(each, kind))


@dataclass(frozen=True, kw_only=True)
class CaseFile(Filed):
    """Somebody's whole file as it stands: the person and the records."""

    subject: Person

    def is_about(self, subject: Id) -> bool:
        """Whether a number is this person's, also that of a file that was merged into theirs."""
        return subject == self.subject.id or subject in self.ids


@dataclass(frozen=True, kw_only=True)
class ThingFile(Filed):
    """All there is of a place, a vehicle, a phone or a name online."""

    subject: Thing

    def is_about(self, subject: Id) -> bool:
        """Whether a number is this thing's, also that of a record that was merged into it."""
        return subject == self.subject.id or subject in self.ids
