"""What is told beside the fields of a link, a notice or a disruption action: whom and what it concerns, by name."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from rise_desk.domain.breach import Breach
from rise_desk.domain.disruption import DisruptionAction
from rise_desk.domain.grading import Grading
from rise_desk.domain.information import InformationReport
from rise_desk.domain.investigation import Investigation
from rise_desk.domain.link import Link
from rise_desk.domain.notice import Notice
from rise_desk.domain.notice_review import NoticeReview
from rise_desk.domain.open_question import OpenQuestion
from rise_desk.domain.order import Order
from rise_desk.domain.record import Id, Record
from rise_desk.domain.thing import Thing
from rise_desk.services import merged, overview, restricted
from rise_desk.services.desk import Desk

JOINING = (
    Link, Notice, NoticeReview, Breach, Order, Investigation, DisruptionAction, InformationReport, Grading,
    OpenQuestion,
)  # fmt: skip
"""The kinds of record that join several subjects."""


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


def readable(desk: Desk, records: Iterable[Record]) -> frozenset[Id]:
    """The numbers of the records that may be told: none that joins somebody with a restricted file to others."""
    told = list(records)
    joining = [each for each in told if isinstance(each, JOINING)]
    hidden = {each.id for each in joining} - {each.id for each in restricted.open_to(desk, joining)}
    return frozenset(each.id for each in told if each.id not in hidden)
