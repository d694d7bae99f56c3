"""The lists that can leave the desk, read whole and in order; what is restricted or reserved never comes along."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from rise_desk.domain import access, moments
from rise_desk.domain.access import Deed, State
from rise_desk.domain.card import Card, Wanted
from rise_desk.domain.chronology import Line, Sieve
from rise_desk.domain.contact import ContactNote
from rise_desk.domain.interview import ReturnInterview
from rise_desk.domain.missing import MissingEpisode
from rise_desk.domain.moments import Moment
from rise_desk.domain.names import words
from rise_desk.domain.person import ADULT, AT_RISK, OF_CONCERN, YOUNG_PERSON, Person
from rise_desk.domain.practice import Practice
from rise_desk.domain.record import Id
from rise_desk.domain.staff import StaffMember
from rise_desk.errors import Invalid, Unavailable
from rise_desk.services import accounts, adults, overview, restricted
from rise_desk.services.desk import Desk
from rise_desk.services.exchange import around_lists, missing_lists
from rise_desk.services.exchange.listing import Listing, Progress, Row, Value, go_on, when
from rise_desk.services.overview import ChronologyEntry

AT_ONCE = 500
ANOTHER = "another young person"
STOPPED = "You stopped reading the list. Nothing was exported."
TITLES = {AT_RISK: "Young people", OF_CONCERN: "Adults of concern"}
ROLES = {YOUNG_PERSON: AT_RISK, ADULT: OF_CONCERN}

Tell = Callable[[Sequence[ChronologyEntry]], Sequence[Row]]
"""How the entries of a chronology read as rows, one for each."""


@dataclass(frozen=True)
class Told:
    """One column of a list of people: its heading, and what it says of a card."""

    heading: str
    value: Callable[[Card, Practice, datetime], Value]


def people(desk: Desk, wanted: Wanted, columns: Sequence[str], *, filters: str = "", told: Progress = go_on) -> Listing:
    """A list of people with these columns, all of what is asked for; `Unavailable` where `told` stopped it."""
    every = overview.how_many(desk, Wanted(role=wanted.role))
    rows = overview.how_many(desk, wanted)
    shown = _columns(columns)
    read = [
        tuple(each.value(card, desk.practice, desk.now()) for each in shown)
        for card in _cards(desk, wanted, rows, told)
    ]
    return Listing(
        title=TITLES[wanted.role],
        kind=TITLES[wanted.role].lower(),
        columns=headings(columns),
        rows=tuple(read),
        of=every,
        filters=filters,
        state=state_of(desk, wanted),
    )


def headings(columns: Sequence[str]) -> tuple[str, ...]:
    """What the columns of a list of people are called in a file."""
    return tuple(each.heading for each in _columns(columns))


def state_of(desk: Desk, wanted: Wanted) -> State:
    """What a list of people is to somebody: their own where it holds nobody but those they are key worker of."""
    return State.MINE if wanted.key_worker and wanted.key_worker == desk.who.name else State.TEAM


def chronology(
    desk: Desk,
    subject: Id,
    sieve: Sieve,
    columns: Sequence[str],
    tell: Tell,
    *,
    filters: str = "",
    told: Progress = go_on,
) -> Listing:
    """Somebody's chronology, newest first; a reserved entry stays, and is counted for a reader who may see it."""
    person = overview.person(desk, subject)
    rows: list[Row] = []
    withheld, read, of = 0, 0, overview.how_many_entries(desk, subject, sieve)
    for page in _pages(desk, subject, sieve):
        kept = [each for each in page if not each.record.reserved_for()]
        rows += tell(kept)
        withheld += len(page) - len(kept)
        read += len(page)
        _go_on(told, read, of)
    return Listing(
        title=f"Chronology of {person.name}",
        kind="chronology",
        columns=tuple(columns),
        rows=tuple(rows),
        of=overview.how_many_entries(desk, subject) - withheld,
        filters=filters,
        withheld=withheld,
        subject=subject,
        state=access.state_of(desk.who, person),
    )


def names_on_paper(desk: Desk, subject: Id, who: Collection[Id]) -> dict[Id, str]:
    """What people are called in a file about this young person, which names no other child."""
    others = {each.id for each in desk.store.several(Person, set(who) - {subject}) if each.has_role(AT_RISK)}
    return {each: ANOTHER if each in others else name for each, name in overview.names_of(desk, who).items()}


def staff(desk: Desk, shown: Sequence[StaffMember], *, filters: str = "") -> Listing:
    """Who may sign in, of all accounts these."""
    return Listing(
        title="Accounts",
        kind="accounts",
        columns=("Name", "Role", "May also read", "Standing"),
        rows=tuple(
            (each.name, str(each.role).capitalize(), ", ".join(sorted(each.grants)), str(each.standing).capitalize())
            for each in shown
        ),
        of=len(accounts.everybody(desk)),
        filters=filters,
    )


def of_kind(desk: Desk, kind: str, text: str = "") -> Listing:
    """The list that the command line gives of a kind, narrowed to what holds these words."""
    filters = f"Holds “{text}”" if text else ""
    if kind in ROLES:
        others = OF_CONCERNED if ROLES[kind] == AT_RISK else OF_THE_ASSESSED
        columns = tuple(each for each in PEOPLE if each not in others)
        return people(desk, Wanted(role=ROLES[kind], text=text), columns, filters=filters)
    if kind == ContactNote.KIND:
        return _notes(desk, text, filters)
    if kind == MissingEpisode.KIND:
        return missing_lists.episodes(desk, text, filters)
    if kind == ReturnInterview.KIND:
        return missing_lists.interviews(desk, text, filters)
    if kind in around_lists.KINDS:
        return around_lists.listed(desk, kind, text, filters)
    kinds = (*ROLES, ContactNote.KIND, MissingEpisode.KIND, ReturnInterview.KIND, *around_lists.KINDS)
    raise Invalid({"kind": f"There is no list of “{kind[:40]}” to export. There are {', '.join(kinds)}."})


def _notes(desk: Desk, text: str, filters: str) -> Listing:
    """Every note that anybody may read, about people whose files nobody restricts."""
    desk.demand(Deed.LIST)
    everything = desk.store.everything()
    people_ = {each.id: each for each in everything if isinstance(each, Person)}
    readable = [
        each for each in everything if isinstance(each, ContactNote) and access.may_read(desk.who, each.reserved_for())
    ]
    open_to_all = {each.id for each in restricted.open_to(desk, readable)}
    may_leave = [each for each in readable if not each.reserved and each.id in open_to_all]
    shown = [each for each in may_leave if _holds(f"{each.text} {each.own_words} {each.place}", text)]
    return Listing(
        title="Contact notes",
        kind="contact notes",
        columns=NOTE_COLUMNS,
        rows=tuple(_note(each, people_, desk.practice) for each in shown),
        of=len(may_leave),
        filters=filters,
        withheld=len(readable) - len(may_leave),
    )


NOTE_COLUMNS = (
    "Who this concerns",
    "Name",
    "When it happened",
    "Kind of contact",
    "Where",
    "Who else was there",
    "What happened",
    "Own words",
    "Recorded by",
    "Recorded",
    "Withdrawn",
)


def _note(note: ContactNote, people_: Mapping[Id, Person], practice: Practice) -> Row:
    about = [people_[who] for who, _role in note.involved() if who in people_]
    return (
        "; ".join(each.file_number for each in about),
        "; ".join(each.name for each in about),
        when(note.happened_at),
        _label(practice, "contact_type", note.contact_type),
        note.place,
        note.also_present,
        note.text,
        note.own_words,
        note.recorded_by,
        when(Moment(moments.london_day(note.recorded_at))),
        note.withdrawn.why if note.withdrawn else "",
    )


def _holds(text: str, sought: str) -> bool:
    folded = words(text)
    return all(part in folded for part in words(sought).split())


def _columns(keys: Sequence[str]) -> list[Told]:
    """What these columns of the screen become in a file; what two of them would say is said once."""
    found = {each.heading: each for key in keys for each in PEOPLE[key]}
    return list(found.values())


def _cards(desk: Desk, wanted: Wanted, of: int, told: Progress) -> Iterator[Card]:
    asked, read = replace(wanted, after=None, among_missing=False, limit=AT_ONCE), 0
    while page := overview.people(desk, asked):
        yield from adults.counted(desk, page) if wanted.role == OF_CONCERN else page
        read += len(page)
        _go_on(told, read, of)
        if len(page) < asked.limit:
            return
        asked = asked.following(page[-1])


def _pages(desk: Desk, subject: Id, sieve: Sieve) -> Iterator[Sequence[ChronologyEntry]]:
    after: Line | None = None
    while page := overview.chronology(desk, subject, sieve, after, AT_ONCE):
        yield page
        if len(page) < AT_ONCE:
            return
        after = page[-1].line


def _go_on(told: Progress, read: int, of: int) -> None:
    if not told(read, of):
        raise Unavailable(STOPPED)


def _label(practice: Practice, vocabulary: str, key: str) -> str:
    told = practice.label(vocabulary, key)
    return told[:1].upper() + told[1:]


def _one(vocabulary: str, key: str) -> Callable[[Card, Practice, datetime], Value]:
    return lambda card, practice, _now: _label(practice, vocabulary, getattr(card, key))


def _several(vocabulary: str, key: str) -> Callable[[Card, Practice, datetime], Value]:
    return lambda card, practice, _now: ", ".join(
        _label(practice, vocabulary, each) for each in getattr(card, key).split()
    )


def _age(card: Card, _practice: Practice, now: datetime) -> Value:
    told = moments.age_words(card.date_of_birth, now) if card.date_of_birth else ""
    return int(told) if told.isdecimal() else told


PEOPLE: Mapping[str, tuple[Told, ...]] = {
    "sort_name": (
        Told("Name", lambda card, _practice, _now: card.name),
        Told("Known as", lambda card, _practice, _now: card.known_as if card.known_as != card.name else ""),
        Told("Missing now since", lambda card, _practice, _now: when(Moment(card.missing_since))),
    ),
    "file_number": (Told("File", lambda card, _practice, _now: card.file_number),),
    "date_of_birth": (Told("Born", lambda card, _practice, _now: when(card.date_of_birth)), Told("Age", _age)),
    "gender": (Told("Gender", _one("gender", "gender")),),
    "lives": (Told("Lives", _one("lives", "lives")), Told("Legal status", _several("legal_status", "legal"))),
    "legal": (Told("Legal status", _several("legal_status", "legal")),),
    "case_state": (Told("Case status", _one("case_state", "case_state")),),
    "key_worker": (Told("Key worker", lambda card, _practice, _now: card.key_worker),),
    "risk": (
        Told("Band", _one("band", "band")),
        Told("Score", lambda card, _practice, _now: int(card.overall) if card.overall.isdecimal() else card.overall),
        Told("Band waits for a manager", lambda card, _practice, _now: "Yes" if card.waits else ""),
    ),
    "assess_by": (Told("Next assessment", lambda card, _practice, _now: when(Moment(card.assess_by))),),
    "interview_by": (Told("Return interview by", lambda card, _practice, _now: when(Moment(card.interview_by))),),
    "last_seen": (Told("Last seen", lambda card, _practice, _now: when(Moment(card.last_seen))),),
    "last_entry": (Told("Last entry", lambda card, _practice, _now: when(Moment(card.last_entry))),),
    "flags": (Told("Flags", _several("flag", "flags")),),
    "status": (Told("Status of what is alleged", _one("concern_status", "status")),),
    "concern_role": (Told("Said to be (alleged until convicted)", _one("concern_role", "concern_role")),),
    "children": (Told("Children linked", lambda card, _practice, _now: getattr(card, "children", 0)),),
    "known": (Told("How well known", _one("how_well_known", "known")),),
    "warnings": (Told("Number of warnings", lambda card, _practice, _now: card.warnings),),
}
"""What each column of a list of people on the screen is in a file."""

OF_THE_ASSESSED = ("risk", "assess_by")
OF_CONCERNED = ("status", "concern_role", "children", "known")
"""Columns for young people alone, as nobody else is assessed, and for adults of concern alone."""
