"""Columns: which column of a file is which field, recognised by name however it is written."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from rise_desk.domain.assessment import Assessment
from rise_desk.domain.breach import Breach
from rise_desk.domain.contact import ContactNote
from rise_desk.domain.disruption import DisruptionAction
from rise_desk.domain.handle import Handle
from rise_desk.domain.interview import ReturnInterview
from rise_desk.domain.link import Link
from rise_desk.domain.missing import MissingEpisode
from rise_desk.domain.names import fold
from rise_desk.domain.notice import Notice
from rise_desk.domain.person import ADULT, YOUNG_PERSON
from rise_desk.domain.place import Place
from rise_desk.domain.vehicle import Vehicle
from rise_desk.errors import Invalid
from rise_desk.services.exchange import (
    around_columns,
    assessment_columns,
    interview_columns,
    missing_columns,
    protecting_columns,
)
from rise_desk.services.exchange.assessment_columns import ASSESSMENTS
from rise_desk.services.exchange.column import Column, key_of
from rise_desk.services.exchange.interview_columns import INTERVIEWS
from rise_desk.services.exchange.missing_columns import EPISODES
from rise_desk.services.exchange.people_columns import NOTES, YOUNG_PEOPLE
from rise_desk.services.exchange.rows import REASON, Row

__all__ = [
    "ASSESSMENT",
    "COLUMNS",
    "CONTACT_NOTE",
    "MISSING_EPISODE",
    "NOTHING",
    "RETURN_INTERVIEW",
    "Layout",
    "apart",
    "blank",
    "called",
    "field_of",
    "guess_kind",
    "key_of",
    "kind_named",
    "layout",
    "places_of",
]
NOTHING: Mapping[str, str] = {}
CONTACT_NOTE = ContactNote.KIND
ASSESSMENT = Assessment.KIND
MISSING_EPISODE = MissingEpisode.KIND
RETURN_INTERVIEW = ReturnInterview.KIND
_NAMED = frozenset({"given_name", "family_name", "full_name", "known_as", "date_of_birth"})
BLANKS = frozenset({"not recorded", "not known", "unknown"})
LONGEST_BLANK = 16

COLUMNS: Mapping[str, tuple[Column, ...]] = {
    YOUNG_PERSON: YOUNG_PEOPLE,
    CONTACT_NOTE: NOTES,
    ASSESSMENT: ASSESSMENTS,
    MISSING_EPISODE: EPISODES,
    RETURN_INTERVIEW: INTERVIEWS,
    ADULT: around_columns.ADULTS,
    Link.KIND: around_columns.LINKS,
    Notice.KIND: protecting_columns.NOTICES,
    Breach.KIND: protecting_columns.BREACHES,
    DisruptionAction.KIND: protecting_columns.ACTIONS,
    Place.KIND: around_columns.PLACES,
    Vehicle.KIND: around_columns.VEHICLES,
    Handle.KIND: around_columns.HANDLES,
}
_NAMES = {
    "youngperson": YOUNG_PERSON,
    "youngpersons": YOUNG_PERSON,
    "youngpeople": YOUNG_PERSON,
    "people": YOUNG_PERSON,
    "contactnote": CONTACT_NOTE,
    "contactnotes": CONTACT_NOTE,
    "note": CONTACT_NOTE,
    "notes": CONTACT_NOTE,
    "assessment": ASSESSMENT,
    "assessments": ASSESSMENT,
    "pastassessments": ASSESSMENT,
    "missingepisode": MISSING_EPISODE,
    "missingepisodes": MISSING_EPISODE,
    "episodes": MISSING_EPISODE,
    "missing": MISSING_EPISODE,
    "returninterview": RETURN_INTERVIEW,
    "returninterviews": RETURN_INTERVIEW,
    "interviews": RETURN_INTERVIEW,
    "adult": ADULT,
    "adults": ADULT,
    "personofconcern": ADULT,
    "personsofconcern": ADULT,
    "peopleofconcern": ADULT,
    "link": Link.KIND,
    "links": Link.KIND,
    "notice": Notice.KIND,
    "notices": Notice.KIND,
    "breach": Breach.KIND,
    "breaches": Breach.KIND,
    "disruptionaction": DisruptionAction.KIND,
    "disruptionactions": DisruptionAction.KIND,
    "disruption": DisruptionAction.KIND,
    "place": Place.KIND,
    "places": Place.KIND,
    "vehicle": Vehicle.KIND,
    "vehicles": Vehicle.KIND,
    "handle": Handle.KIND,
    "handles": Handle.KIND,
    "phones": Handle.KIND,
}

EVERY = (
    "young people, contact notes, assessments, missing episodes, return interviews, adults of concern, links, notices, "
    "breaches, disruption actions, places, vehicles, or phones and names online"
)
"""What a file can hold, in words."""

MIXED = (
    "These columns are of adults of concern, so nobody in it is read as a young person at risk. "
    "Import it as adults of concern, or leave those columns out."
)


@dataclass(frozen=True, kw_only=True)
class Layout:
    """Where each field of a kind stands in a file, the columns that were recognised, and those that were not.

    `chosen`: what somebody said by hand: the field of a column, or '' where it is left out.
    """

    kind: str
    chosen: Mapping[str, str] = field(default_factory=dict)
    recognised: tuple[tuple[str, str], ...] = ()
    not_recognised: tuple[str, ...] = ()
    places: Mapping[str, tuple[int, ...]] = field(default_factory=dict)

    def values(self, row: Row) -> dict[str, str]:
        """What a row says of each field; a field it leaves empty is left out."""
        found = {}
        for name, places in self.places.items():
            texts = [text for place in places if (text := row.cells[place].strip())]
            if texts:
                found[name] = _JOINED[self.kind, name].join(texts)
        return found


def kind_named(kind: str) -> str:
    """The kind that somebody asks for by its name (`young_people`, `notes`); '' for none."""
    if not kind.strip():
        return ""
    found = _NAMES.get(key_of(kind))
    if not found:
        raise Invalid({"kind": f"Files of the kind “{kind[:40]}” can't be imported. They hold {EVERY}."})
    return found


def guess_kind(columns: Sequence[str]) -> str:
    """The kind of record that a file with these columns holds; `Invalid` where they can't tell."""
    known = {kind: set(_recognised(kind, columns)) for kind in COLUMNS}
    for kind, tells in _TELLS:
        if tells(known[kind]):
            return kind
    if not any(known.values()):
        raise Invalid(
            {"columns": "The first line has no column name that is known here, such as ref or date of birth."}
        )
    people, notes = known[YOUNG_PERSON], known[CONTACT_NOTE]
    told = {"happened_at"} < notes and bool(notes & {"text", "own_words"})
    about = told and bool(notes & {"concerns", "named"})
    if about or (people & _NAMED and not told):
        return CONTACT_NOTE if about else YOUNG_PERSON
    raise Invalid({"kind": f"The columns can't tell what this file holds. Say whether it is {EVERY}."})


def layout(columns: Sequence[str], kind: str = "", chosen: Mapping[str, str] = NOTHING) -> Layout:
    """Which column is which, for this kind or the one that the columns tell; `Invalid` says why that can't be.

    `chosen` goes before what the names of the columns say (`mapping.understood` makes it).
    """
    names = called(columns)
    wanted = kind_named(kind) or guess_kind([chosen.get(name, own) for name, own in zip(names, columns, strict=True)])
    places = places_of(wanted, columns, chosen)
    _refuse_twins(wanted, columns, places)
    _refuse_adults(wanted, columns, chosen)
    if not places:
        raise Invalid({"columns": "The first line has no column name that is known for this kind of record."})
    taken = {place: each.names[0] for each in COLUMNS[wanted] for place in places.get(each.field, ())}
    return Layout(
        kind=wanted,
        chosen=dict(chosen),
        recognised=tuple((name, taken[place]) for place, name in enumerate(names) if place in taken),
        not_recognised=tuple(
            name for place, name in enumerate(names) if place not in taken and columns[place] != REASON
        ),
        places=places,
    )


def called(columns: Sequence[str]) -> tuple[str, ...]:
    """What each column is called where people choose: its name, and its number where that alone can't tell."""
    often = Counter(columns)
    return tuple(
        (name if often[name] == 1 else f"{name} (column {place})") if name else f"column {place} (no name)"
        for place, name in enumerate(columns, 1)
    )


def field_of(kind: str, said: str) -> str:
    """The field of a kind that somebody calls by one of its names; '' for none."""
    return _FIELDS[kind].get(key_of(said), "")


def blank(text: str) -> bool:
    """Whether a text says that nothing is recorded."""
    return len(text) <= LONGEST_BLANK and fold(text) in BLANKS


def apart(text: str) -> list[str]:
    """The values of a cell that holds several, between semicolons; gaps are left out."""
    return [each.strip() for each in text.split(";") if each.strip() and not blank(each)]


def _recognised(kind: str, columns: Sequence[str]) -> dict[str, tuple[int, ...]]:
    return places_of(kind, columns, NOTHING)


def places_of(kind: str, columns: Sequence[str], chosen: Mapping[str, str]) -> dict[str, tuple[int, ...]]:
    """Where each field stands; a column that was chosen for a field sends away one that only sounds like it."""
    joined = {each.field for each in COLUMNS[kind] if each.joined}
    taken = set(chosen.values()) - joined
    found: dict[str, list[int]] = {}
    heard_as = assessment_columns.beside([field_of(kind, own) for own in columns])
    if kind == RETURN_INTERVIEW:
        of_episodes = missing_columns.tells([field_of(MISSING_EPISODE, own) for own in columns])
        heard_as = interview_columns.beside(heard_as, of_episodes)
    for place, (name, heard) in enumerate(zip(called(columns), heard_as, strict=True)):
        each = chosen.get(name, "" if heard in taken else heard)
        if each:
            found.setdefault(each, []).append(place)
    return {each: tuple(places) for each, places in found.items()}


def _refuse_adults(wanted: str, columns: Sequence[str], chosen: Mapping[str, str]) -> None:
    """Nobody who is alleged to harm children comes in as a child at risk by a slip."""
    named = [chosen.get(name, own) for name, own in zip(called(columns), columns, strict=True)]
    if wanted == YOUNG_PERSON and around_columns.tells_adults(_recognised(ADULT, named)):
        raise Invalid({"kind": MIXED})


def _refuse_twins(kind: str, columns: Sequence[str], places: Mapping[str, tuple[int, ...]]) -> None:
    for each in COLUMNS[kind]:
        found = places.get(each.field, ())
        if len(found) > 1 and not each.joined:
            named = " and ".join(f"“{columns[place]}”" for place in found[:2])
            raise Invalid({"columns": f"Two columns say the same thing: {named}. Keep one of them."})


_FIELDS = {
    kind: {key_of(name): each.field for each in columns for name in (each.field, *each.names)}
    for kind, columns in COLUMNS.items()
}
_JOINED = {(kind, each.field): each.joined for kind, columns in COLUMNS.items() for each in columns}
_TELLS = (
    (Link.KIND, around_columns.tells_links),
    (Notice.KIND, protecting_columns.tells_notices),
    (Breach.KIND, protecting_columns.tells_breaches),
    (DisruptionAction.KIND, protecting_columns.tells_actions),
    (ADULT, around_columns.tells_adults),
    (ASSESSMENT, assessment_columns.tells),
    (MISSING_EPISODE, missing_columns.tells),
    (RETURN_INTERVIEW, interview_columns.tells),
    (Place.KIND, around_columns.tells_places),
    (Vehicle.KIND, around_columns.tells_vehicles),
    (Handle.KIND, around_columns.tells_handles),
)
