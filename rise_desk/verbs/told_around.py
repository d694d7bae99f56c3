"""What is told beside the fields of a link, a notice or a disruption action: whom and what it concerns, by name."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from rise_desk.domain.joining import JOINING
from rise_desk.domain.link import Link
from rise_desk.domain.record import Id, Record
from rise_desk.domain.thing import Thing
from rise_desk.services import merged, overview
from rise_desk.services.desk import Desk


@dataclass(frozen=True, kw_only=True)
class Names:
    """What those are called whom some records join, and the main file of each that was merged into one."""

    desk: Desk
    called: Mapping[Id, str]
    heads: Mapping[Id, Id]

    def of(self, record: Record) -> dict[str, Any]:
        """What a record comes to: the name of a thing, the ends of a link; nothing for any other."""
        if isinstance(record, Thing):
            return {"name": record.name, "detail_words": record.detail}
        if not isinstance(record, JOINING):
            return {}
        involved = [
            {"role": role, "subject": str(self.heads[subject]), "name": self.called.get(subject, "")}
            for subject, role in record.involved()
        ]
        return {**self._read(record), "involved": involved}

    def _read(self, record: Record) -> dict[str, Any]:
        if not isinstance(record, Link):
            return {}
        return {
            "from_name": self.called.get(record.subject, ""),
            "reads": record.told(record.subject, self.desk.practice),
            "to_name": self.called.get(record.other, ""),
        }


def names(desk: Desk, records: Iterable[Record]) -> Names:
    """The names of all whom these records join, read at once."""
    subjects = {subject for each in records if isinstance(each, JOINING) for subject, _role in each.involved()}
    return Names(desk=desk, called=overview.names_of(desk, subjects), heads=merged.head_of(desk, subjects))
