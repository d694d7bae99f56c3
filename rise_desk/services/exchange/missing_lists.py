"""Lists of missing episodes and return interviews as they leave the desk, in columns by which they come back in."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from rise_desk.domain import access, moments, returns, standing
from rise_desk.domain.access import Deed
from rise_desk.domain.casefile import CaseFile
from rise_desk.domain.interview import STATES, ReturnInterview
from rise_desk.domain.mention import Mention
from rise_desk.domain.missing import MissingEpisode
from rise_desk.domain.names import words
from rise_desk.domain.person import Person
from rise_desk.domain.practice import Practice
from rise_desk.domain.record import NO_ID, Id, Part, Record, attributes
from rise_desk.domain.returns import Return
from rise_desk.services import merged, restricted
from rise_desk.services.desk import Desk
from rise_desk.services.exchange.interview_columns import INTERVIEWS
from rise_desk.services.exchange.listing import Listing, Row, Value, when
from rise_desk.services.exchange.mentioned import told as told_mentions
from rise_desk.services.exchange.missing_columns import EPISODES
from rise_desk.services.exchange.parts import told_parts

WHOSE = ("file_number", "named", "date_of_birth")
_UNSAID = frozenset({"concerns", "given_name", "family_name", "nhs", "upn", "police", "misper_number", "council", "ref",
                     "missing_at", "declined_at"})  # fmt: skip
"""Columns that an import knows beside these, and that say nothing more."""

Missing = MissingEpisode | ReturnInterview


@dataclass(frozen=True, kw_only=True)
class _Told:
    """What cells are made of: the lists' words, the people, and the returns by their episodes."""

    practice: Practice
    people: Mapping[Id, Person]
    returned: Mapping[Id, Return] = field(default_factory=dict)

    def cell(self, record: Missing, name: str) -> Value:
        """What a record says in the column of this field."""
        if name in WHOSE:
            return _WHOSE_CELLS[name](self.people[record.subject])
        if isinstance(record, ReturnInterview) and name in ("episodes", "returned_at"):
            return self._about(record, name)
        value = getattr(record, name)
        known = {each.name: each for each in attributes(type(record))}[name]
        if known.sort == "parts":
            return self._parts(value)
        if known.sort == "moment":
            return when(value)
        if known.sort == "yes_no":
            return "" if value is None else "Yes" if value else "No"
        return self.practice.label(known.vocabulary, value) if known.vocabulary and value else str(value)

    def _about(self, interview: ReturnInterview, name: str) -> Value:
        """Which episodes an interview is about: by their police references where each has one, else by the returns."""
        about = [self.returned[each].episode for each in interview.covers if each in self.returned]
        refs = [each.police_ref for each in about]
        if name == "episodes":
            return "; ".join(refs) if all(refs) else ""
        return "; ".join(moments.shown(each.returned_at) for each in about)

    def _parts(self, parts: Sequence[Part]) -> str:
        mentions = [each for each in parts if isinstance(each, Mention)]
        if mentions:
            return told_mentions([self._known(each) for each in mentions], self._numbers(mentions))
        return told_parts([self._part(each) for each in parts])

    def _part(self, part: Part) -> list[str]:
        said = []
        for each in attributes(type(part)):
            value = getattr(part, each.name)
            shown = moments.shown(value) if each.sort == "moment" else str(value)
            said.append(self.practice.label(each.vocabulary, value) if each.vocabulary and value else shown)
        return said

    def _known(self, mention: Mention) -> Mention:
        """A mention as it may leave: nobody is named whose file is restricted."""
        person = self.people.get(mention.person)
        hidden = person is not None and person.restricted
        return replace(mention, name=access.NAMELESS, person=NO_ID, known="") if hidden else mention

    def _numbers(self, mentions: Iterable[Mention]) -> dict[Id, str]:
        return {each.person: self.people[each.person].file_number for each in mentions if each.person in self.people}


_WHOSE_CELLS: Mapping[str, Callable[[Person], Value]] = {
    "file_number": lambda person: person.file_number,
    "named": lambda person: person.name,
    "date_of_birth": lambda person: when(person.date_of_birth),
}


def episodes(desk: Desk, text: str = "", filters: str = "") -> Listing:
    """Every missing episode that stands, of people whose files nobody restricts."""
    return _listing(desk, MissingEpisode, "Missing episodes", text, filters)


def interviews(desk: Desk, text: str = "", filters: str = "") -> Listing:
    """Every return interview that counts, of people whose files nobody restricts."""
    return _listing(desk, ReturnInterview, "Return interviews", text, filters)


def _listing(desk: Desk, cls: type[Missing], title: str, text: str, filters: str) -> Listing:
    desk.demand(Deed.LIST)
    everything = desk.store.everything()
    told = _told(desk, everything)
    gone = standing.put_right([each for each in everything if isinstance(each, ReturnInterview)])
    stand = [each for each in everything if isinstance(each, cls) and not each.withdrawn and each.id not in gone]
    open_to_all = {each.id for each in restricted.open_to(desk, stand)}
    may_leave = [each for each in stand if each.id in open_to_all]
    columns = EPISODES if cls is MissingEpisode else INTERVIEWS
    fields = [each for each in columns if each.field not in _UNSAID and not each.field.endswith("_time")]
    rows = [
        (*(told.cell(each, column.field) for column in fields), _state(each, told))
        for each in sorted(may_leave, key=lambda each: (moments.earliest(each.happened()), each.id))
    ]
    shown = [row for row in rows if _holds(row, text)]
    return Listing(
        title=title,
        kind=title.lower(),
        columns=(*(each.names[0][:1].upper() + each.names[0][1:] for each in fields), "Return interview, how far"),
        rows=tuple(shown),
        of=len(may_leave),
        filters=filters,
        withheld=len(stand) - len(may_leave),
    )


def _state(record: Missing, told: _Told) -> str:
    """How far the interview has come, in words; '' before there is a return."""
    if isinstance(record, ReturnInterview):
        return STATES[record.state]
    return STATES[told.returned[record.id].state] if record.id in told.returned else ""


def _told(desk: Desk, everything: Sequence[Record]) -> _Told:
    people = {each.id: each for each in everything if isinstance(each, Person)}
    files: dict[Id, list[Record]] = {}
    missing = [each for each in everything if isinstance(each, Missing)]
    heads = merged.head_of(desk, {each.subject for each in missing})
    for each in missing:
        files.setdefault(heads[each.subject], []).append(each)
    every = (returns.of_file(CaseFile(subject=people[head], records=tuple(held))) for head, held in files.items())
    return _Told(
        practice=desk.practice,
        people=people | {subject: people[head] for subject, head in heads.items()},
        returned={found.episode.id: found for of_one in every for found in of_one},
    )


def _holds(row: Row, sought: str) -> bool:
    folded = words(" ".join(str(cell) for cell in row))
    return all(part in folded for part in words(sought).split())
