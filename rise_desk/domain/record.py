"""A record: what every entry of every file has in common, and how it turns into plain data and back.

Records and their parts are frozen dataclasses made of few sorts of value: text, a moment, a whole number,
yes/no/not recorded, an id, and parts. `attributes` tells a class's fields with their labels
and vocabularies; JSON columns, history, drafts and the command line all use `plain` and `stored`, and what
people or other systems say goes through `hearing.heard`.
"""

import dataclasses
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from types import UnionType
from typing import TYPE_CHECKING, Any, ClassVar, NewType, Self, TypeVar, get_args, get_type_hints

from rise_desk.domain.moments import Moment

if TYPE_CHECKING:
    from rise_desk.domain.casefile import CaseFile, ThingFile
    from rise_desk.domain.practice import Practice

Id = NewType("Id", int)
"""A record's own number: milliseconds since 2020 shifted 22, and 22 random bits; text in JSON."""

NO_ID = Id(0)
EPOCH_MS = 1_577_836_800_000


@dataclass(frozen=True, kw_only=True)
class Attribute:
    """One field of a record or part: its name in data, its label for people, and what it may hold."""

    name: str
    label: str
    sort: str
    vocabulary: str = ""
    required: bool = False
    long: bool = False
    past: bool = False
    stamp: bool = False
    part: "type[Part] | None" = None


def attribute(
    label: str,
    *,
    default: Any = "",
    vocabulary: str = "",
    required: bool = False,
    long: bool = False,
    past: bool = False,
) -> Any:
    """Say what a field means: its label, its vocabulary, if it must be filled, and if only the past makes sense."""
    meaning = {"label": label, "vocabulary": vocabulary, "required": required, "long": long, "past": past}
    return field(default=default, metadata=meaning)


def stamp(label: str, *, default: Any = "") -> Any:
    """Say that a field is written by the program alone; two records that differ only here are equal."""
    return field(default=default, compare=False, metadata={"label": label, "stamp": True})


@dataclass(frozen=True, kw_only=True)
class Part:
    """A piece of a record that has no life of its own (an address, an alias): versioned with its record."""

    LABEL: ClassVar[str] = "Part"

    def part_problems(self, practice: "Practice", now: datetime) -> dict[str, str]:
        """What is wrong inside this part, a sentence for each field."""
        return {}


@dataclass(frozen=True, kw_only=True)
class Reference(Part):
    """What another system or file calls this record: `V1` in the source `case5`."""

    LABEL: ClassVar[str] = "Reference"
    source: str = attribute("Source", required=True)
    ref: str = attribute("Reference", required=True)


@dataclass(frozen=True, kw_only=True)
class Withdrawal(Part):
    """That a record no longer counts: when, by whom and why; the record itself stays readable."""

    LABEL: ClassVar[str] = "Withdrawal"
    at: Moment = attribute("Withdrawn at", default=Moment(""))
    by: str = attribute("Withdrawn by")
    why: str = attribute("Why", required=True)


@dataclass(frozen=True, kw_only=True)
class Record:
    """The envelope of every record: which one, which version, who recorded it when, and where it came from.

    `TITLE` is what the kind is called in full, `CALLED` in the title of an act: 'Note withdrawn', `BEGUN` of the
    first: 'Note recorded', and `SETTLED` of the one by which a living record becomes an entry: 'Notice served'. `DEED`
    is the deed of making one, where it needs a permission of its own. `JUDGED_WITH`: the kinds that `file_problems`
    looks at.
    """

    KIND: ClassVar[str] = ""
    TITLE: ClassVar[str] = ""
    CALLED: ClassVar[str] = ""
    BEGUN: ClassVar[str] = "recorded"
    SETTLED: ClassVar[str] = "changed"
    LIVING: ClassVar[bool] = False
    DEED: ClassVar[str] = ""
    JUDGED_WITH: ClassVar[tuple[str, ...]] = ()

    id: Id = stamp("Id", default=NO_ID)
    version: int = stamp("Version", default=0)
    recorded_at: Moment = stamp("Recorded at", default=Moment(""))
    recorded_by: str = stamp("Recorded by")
    owner_agency: str = attribute("Owning agency", vocabulary="agency")
    source: str = attribute("Where this came from")
    references: tuple[Reference, ...] = attribute("References", default=())
    corrects: Id = attribute("Corrects", default=NO_ID)
    withdrawn: Withdrawal | None = attribute("Withdrawn", default=None)

    @property
    def kind(self) -> str:
        """The kind's name for people at the command line; a person's tells at risk and of concern apart."""
        return self.KIND

    def involved(self) -> tuple[tuple[Id, str], ...]:
        """The subjects this record concerns, each with the role it has in it."""
        return ()

    def happened(self) -> Moment:
        """The moment that places this record in a chronology; empty where it belongs in none."""
        return Moment("")

    @property
    def settled(self) -> bool:
        """Whether it is an entry, which never changes; a living record may become one."""
        return not self.LIVING

    def saw(self) -> frozenset[Id]:
        """The subjects who were seen, face to face."""
        return frozenset()

    def spoke(self) -> frozenset[Id]:
        """The subjects whose own words this record holds."""
        return frozenset()

    def reserved_for(self) -> str:
        """The grant somebody needs to read this record; empty for none."""
        return ""

    def stretches(self) -> tuple[tuple[str, str], ...]:
        """What a search finds it by: each stretch of text with what it is called."""
        return ()

    def problems(self, practice: "Practice", now: datetime) -> dict[str, str]:
        """What the record alone shows to be wrong, one sentence for each field."""
        from rise_desk.domain.problems import problems_of

        return problems_of(self, practice, now)

    def file_problems(self, file: "CaseFile", practice: "Practice", now: datetime) -> dict[str, str]:
        """What only shows against the rest of the file (before birth, two that overlap)."""
        return {}

    def thing_problems(self, file: "ThingFile", practice: "Practice", now: datetime) -> dict[str, str]:
        """What only shows against what is on file of a place or thing it concerns."""
        return {}

    def clashes(self, file: "CaseFile") -> dict[str, str]:
        """What of the file it can't stand beside, also when it is put back or withdrawn (two of one day)."""
        return {}

    def changed(self, **values: Any) -> Self:
        """This record with other values."""
        return dataclasses.replace(self, **values)

    @classmethod
    def said(cls, data: Mapping[str, Any], practice: "Practice") -> dict[str, Any]:
        """What another program says of such a record, brought to the fields it has."""
        return dict(data)


_SORTS: Mapping[Any, str] = {str: "text", Moment: "moment", int: "number", Id: "id"}


def _sort_of(hint: Any) -> tuple[str, type[Part] | None]:
    if hint in _SORTS:
        return _SORTS[hint], None
    arguments = get_args(hint)
    if isinstance(hint, UnionType):
        return ("yes_no", None) if arguments[0] is bool else ("part", arguments[0])
    return "parts", arguments[0]


def attributes(cls: type[Any]) -> tuple[Attribute, ...]:
    """The fields of a record or part class, in order, with everything that is known of each."""
    known: Any = cls
    return _attributes(known)


@cache
def _attributes(cls: type[Any]) -> tuple[Attribute, ...]:
    hints = get_type_hints(cls)
    found = []
    for item in dataclasses.fields(cls):
        sort, part = _sort_of(hints[item.name])
        found.append(Attribute(name=item.name, sort=sort, part=part, **item.metadata))
    return tuple(found)


def number_in(text: str) -> Id | None:
    """The record's own number that a text is; None for any other text, or for a number that no record can have."""
    digits = text.lstrip("0")
    if not (text.isascii() and text.isdecimal()) or len(digits) > 19 or int(digits or 0) >= 1 << 63:
        return None
    return Id(int(digits or 0))


def make_id(now: datetime, noise: int) -> Id:
    """An id for a record made at `now`; `noise` is 22 bits by which two of the same millisecond differ."""
    elapsed = int(now.timestamp() * 1000) - EPOCH_MS
    return Id((max(elapsed, 0) << 22) | (noise & 0x3FFFFF))


def plain(thing: Record | Part) -> dict[str, Any]:
    """A record or part as plain data that JSON can hold; every field is there, ids are text."""
    return {each.name: _plain_value(getattr(thing, each.name), each.sort) for each in attributes(type(thing))}


def _plain_value(value: Any, sort: str) -> Any:
    if sort == "id":
        return str(value) if value else ""
    if sort == "parts":
        return [plain(each) for each in value]
    if sort == "part":
        return plain(value) if value else None
    return value


T = TypeVar("T", bound=Record | Part)


def stored(cls: type[T], data: Mapping[str, Any]) -> T:
    """The record that `plain` was made from; fields unknown to an older state take their defaults."""
    known: Any = cls
    return cls(**{name: read(data[name]) if read else data[name] for name, read in _readers(known) if name in data})


@cache
def _readers(cls: type[Any]) -> tuple[tuple[str, Callable[[Any], Any] | None], ...]:
    """How each field's plain data turns back into its value; None where it stays as it is, as most do."""
    return tuple((each.name, _reader(each)) for each in attributes(cls))


def _reader(each: Attribute) -> Callable[[Any], Any] | None:
    part = each.part
    if part is None:
        return (lambda value: Id(int(value or 0))) if each.sort == "id" else None
    if each.sort == "parts":
        return lambda value: tuple([stored(part, item) for item in value])
    return lambda value: stored(part, value) if value else None
