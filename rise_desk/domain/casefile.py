"""A case file: a subject and all records that concern it, by kind."""

from dataclasses import dataclass
from typing import TypeVar

from rise_desk.domain.person import Person
from rise_desk.domain.record import Record

RecordType = TypeVar("RecordType", bound=Record)


@dataclass(frozen=True, kw_only=True)
class CaseFile:
    """Somebody's whole file as it stands: the person and the records, newest first."""

    subject: Person
    records: tuple[Record, ...] = ()

    def of(self, kind: type[RecordType]) -> tuple[RecordType, ...]:
        """The records of one kind, in the file's order."""
        return tuple(each for each in self.records if isinstance(each, kind))
