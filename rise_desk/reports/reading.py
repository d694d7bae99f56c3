"""What an entry is read with when it goes on paper, and how it stands."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from rise_desk.domain import moments
from rise_desk.domain.practice import Practice
from rise_desk.domain.record import Id, Record
from rise_desk.reports.words import joined

SOMEBODY = "somebody"
ANOTHER = "another young person"
"""What somebody else's paper calls a child who has a file of their own."""


@dataclass(frozen=True, kw_only=True)
class Reading:
    """What an entry is read with: whose file it is, what the others are called, the words of the practice, now."""

    subject: Id
    names: Mapping[Id, str]
    practice: Practice
    now: datetime

    def name(self, who: Id) -> str:
        """What somebody is called on this paper."""
        return self.names.get(who, SOMEBODY)


def recorded(record: Record) -> str:
    """When it was written down, where that was not the day it happened."""
    same_day = moments.london_day(record.recorded_at) == moments.london_day(record.happened())
    return "" if same_day else moments.shown(record.recorded_at)


def tags(record: Record, corrected: bool, practice: Practice) -> tuple[str, ...]:
    """How the entry stands: corrected, a correction, withdrawn and why, reserved."""
    found = ["Corrected by a later entry"] if corrected else []
    if record.corrects:
        found.append("Corrects an earlier entry")
    if record.withdrawn:
        on = moments.shown(moments.Moment(moments.london_day(record.withdrawn.at)))
        found.append(joined(f"Withdrawn by {record.withdrawn.by}, {on}", record.withdrawn.why, by=": "))
    if record.reserved_for():
        found.append(f"Only for {practice.label('reserved', record.reserved_for())}")
    return tuple(found)
