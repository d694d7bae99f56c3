"""Lists of links, notices, disruption actions, places and things as they leave, in columns by which they come back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from rise_desk.domain.access import Deed
from rise_desk.domain.breach import Breach
from rise_desk.domain.disruption import DisruptionAction
from rise_desk.domain.handle import Handle
from rise_desk.domain.link import Link
from rise_desk.domain.moments import Moment, earliest
from rise_desk.domain.names import words
from rise_desk.domain.notice import Notice
from rise_desk.domain.person import Person
from rise_desk.domain.place import Place
from rise_desk.domain.practice import Practice
from rise_desk.domain.record import Attribute, Id, Part, Record, attributes
from rise_desk.domain.thing import Thing
from rise_desk.domain.vehicle import Vehicle
from rise_desk.services import merged, restricted
from rise_desk.services.desk import Desk
from rise_desk.services.exchange.columns import COLUMNS
from rise_desk.services.exchange.ends import Subject, subjects
from rise_desk.services.exchange.listing import Listing, Row, Value, when

KINDS: Mapping[str, tuple[type[Record], str]] = {
    Link.KIND: (Link, "Links"),
    Notice.KIND: (Notice, "Abduction notices"),
    Breach.KIND: (Breach, "Breaches of notices"),
    DisruptionAction.KIND: (DisruptionAction, "Disruption actions"),
    Place.KIND: (Place, "Places"),
    Vehicle.KIND: (Vehicle, "Vehicles"),
    Handle.KIND: (Handle, "Phones and names online"),
}
"""The kinds that leave so, each with what its list is called."""

NAMES = "Names"


@dataclass(frozen=True, kw_only=True)
class _Told:
    """What cells are made of: the lists' words, and whoever and whatever is named, by every number of theirs."""

    practice: Practice
    known: Mapping[Id, Subject]

    def cell(self, record: Record | Part, each: Attribute) -> Value:
        """What a record says in one field; whoever it names is told by the file number, a thing by its name."""
        value = getattr(record, each.name)
        if each.sort == "parts":
            return "; ".join(str(self.cell(part, attributes(type(part))[0])) for part in value)
        if each.sort == "id":
            return self._called(value)
        if each.sort == "moment":
            return when(value)
        if each.sort == "yes_no":
            return "" if value is None else "Yes" if value else "No"
        return self.practice.label(each.vocabulary, value) if each.vocabulary and value else str(value)

    def names(self, record: Record) -> str:
        """Everybody and everything that a record joins, by name."""
        found = (self.known[subject] for subject, _role in record.involved() if subject in self.known)
        return "; ".join(each.name for each in found)

    def _called(self, subject: Id) -> str:
        found = self.known.get(subject)
        return found.file_number if isinstance(found, Person) else found.name if found else ""


def listed(desk: Desk, kind: str, text: str = "", filters: str = "") -> Listing:
    """Every record of a kind that stands, without those that concern somebody whose file is restricted."""
    desk.demand(Deed.LIST)
    cls, title = KINDS[kind]
    every = [each for each in desk.store.everything() if isinstance(each, cls)]
    stand = [each for each in every if not each.withdrawn and not (isinstance(each, Thing) and each.merged_into)]
    open_to_all = restricted.tellable(desk, stand)
    may_leave = sorted((each for each in stand if each.id in open_to_all), key=_place)
    told = _Told(practice=desk.practice, known=_known(desk, may_leave))
    fields = _fields(cls, kind)
    joins = any(each.involved() for each in may_leave)
    rows = [
        (*(told.cell(each, field) for _heading, field in fields), *([told.names(each)] if joins else []))
        for each in may_leave
    ]
    shown = [row for row in rows if _holds(row, text)]
    return Listing(
        title=title,
        kind=title.lower(),
        columns=(*(heading for heading, _field in fields), *([NAMES] if joins else [])),
        rows=tuple(shown),
        of=len(may_leave),
        filters=filters,
        withheld=len(stand) - len(may_leave),
    )


def _fields(cls: type[Record], kind: str) -> list[tuple[str, Attribute]]:
    """The columns by which an import knows the kind, each with its heading."""
    known = {each.name: each for each in attributes(cls)}
    columns = ((each.names[0], known[each.field]) for each in COLUMNS[kind] if each.field in known)
    return [(name[:1].upper() + name[1:], field) for name, field in columns]


def _known(desk: Desk, records: Sequence[Record]) -> dict[Id, Subject]:
    """Whom and what these records join, by their own numbers; what was merged is told as its main file."""
    heads = merged.head_of(desk, {subject for each in records for subject, _role in each.involved()})
    found = subjects(desk, set(heads.values()))
    return {each: found[head] for each, head in heads.items() if head in found}


def _place(record: Record) -> tuple[str, datetime, Id]:
    """Things in order of name, what happened in order of time."""
    if isinstance(record, Thing):
        return record.sort_name, earliest(Moment("")), record.id
    return "", earliest(record.happened()), record.id


def _holds(row: Row, sought: str) -> bool:
    folded = words(" ".join(str(cell) for cell in row))
    return all(part in folded for part in words(sought).split())
