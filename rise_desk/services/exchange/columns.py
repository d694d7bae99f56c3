"""Columns: which column of a file is which field, recognised by name however it is written."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from rise_desk.domain.assessment import Assessment
from rise_desk.domain.contact import ContactNote
from rise_desk.domain.names import fold
from rise_desk.domain.person import YOUNG_PERSON
from rise_desk.errors import Invalid
from rise_desk.services.exchange import assessment_columns
from rise_desk.services.exchange.assessment_columns import ASSESSMENTS
from rise_desk.services.exchange.column import Column
from rise_desk.services.exchange.rows import REASON, Row

CONTACT_NOTE = ContactNote.KIND
ASSESSMENT = Assessment.KIND
_NAMED = frozenset({"given_name", "family_name", "full_name", "known_as", "date_of_birth"})
NOTHING: Mapping[str, str] = {}
BLANKS = frozenset({"not recorded", "not known", "unknown"})
LONGEST_BLANK = 16


YOUNG_PEOPLE = (
    Column("ref", ("reference", "ref", "id", "case ref", "case reference", "case number", "case id", "person ref",
                   "person id", "client id", "our ref", "record id", "unique id")),
    Column("given_name", ("given name", "given names", "forename", "forenames", "first name", "first names")),
    Column("family_name", ("family name", "surname", "last name")),
    Column("full_name", ("name", "full name")),
    Column("known_as", ("known as", "preferred name", "goes by", "likes to be called")),
    Column("aliases", ("other names", "alias", "aliases", "aka", "also known as", "nickname", "nicknames"), "; "),
    Column("date_of_birth", ("date of birth", "dob", "birth date", "birthday", "born", "born on")),
    Column("approximate_age", ("approximate age", "age")),
    Column("gender", ("gender", "sex")),
    Column("ethnicity", ("ethnicity", "ethnic origin", "ethnic group", "ethnic background")),
    Column("ethnicity_basis", ("ethnicity, who said it", "ethnicity basis", "ethnicity source")),
    Column("nationality", ("nationality", "citizenship")),
    Column("first_language", ("first language", "language", "home language", "interpreter")),
    Column("sexuality", ("sexuality", "sexual orientation")),
    Column("placing_authority", ("placing authority", "placing local authority")),
    Column("host_authority", ("host authority", "host local authority")),
    Column("lives", ("lives", "where they live", "lives with", "living situation", "accommodation", "placement type")),
    Column("lines", ("address", "home address", "current address", "address 1", "address 2", "address 3",
                     "address line 1", "address line 2", "address line 3", "street", "town", "city"), ", "),
    Column("postcode", ("postcode", "post code", "postal code")),
    Column("provider", ("placement or carer", "placement", "placement provider", "provider")),
    Column("legal_status", ("legal status", "legal or care status", "care status", "legal"), "; "),
    Column("phone", ("phone", "phone number", "telephone", "telephone number", "tel", "mobile", "mobile number",
                     "mobile phone", "home phone", "contact number"), "; "),
    Column("school", ("school", "school or college", "college", "education", "school name")),
    Column("school_status", ("school status", "education status")),
    Column("year_group", ("year group", "school year", "year")),
    Column("nhs", ("NHS number", "nhs", "NHS no")),
    Column("upn", ("pupil number", "upn", "unique pupil number", "pupil no")),
    Column("police", ("police reference", "police ref", "police number", "police id", "police no")),
    Column("missing_person", ("missing-person number", "missing person ref", "missing person reference",
                              "missing ref", "misper ref", "misper number")),
    Column("council", ("council reference", "council ref", "council number", "council id", "social care id",
                       "social care number", "social care ref")),
    Column("case_state", ("case status", "case state")),
    Column("key_worker", ("key worker", "allocated worker", "allocated to", "lead worker", "worker")),
    Column("social_worker", ("social worker", "name of social worker")),
    Column("carers", ("parent or carer", "parents or carers", "parent", "parents", "carer", "carers", "parent carer"),
           "; "),
    Column("flags", ("flags", "flag"), "; "),
    Column("warnings", ("warnings", "warning"), "; "),
    Column("source", ("source", "where this came from")),
    Column("background", ("background", "notes", "note", "comments", "comment", "history", "summary"), "\n"),
)  # fmt: skip

NOTES = (
    Column("ref", ("reference", "ref", "id", "note id", "note ref", "record id", "entry id", "unique id")),
    Column("concerns", ("who this concerns", "concerns", "young person", "young people", "young person ref",
                        "young person id", "young person reference", "yp", "yp ref", "person", "people", "persons",
                        "person ref", "person id", "subject", "subjects", "child", "child ref", "who", "about",
                        "client", "client id", "case ref", "case reference", "case id")),
    Column("named", ("name", "full name", "young person name", "name of young person", "person name", "child name")),
    Column("role", ("role in this note", "role", "roles")),
    Column("seen", ("seen", "was seen")),
    Column("happened_at", ("when it happened", "happened at", "happened on", "happened", "date", "date and time",
                           "when", "contact date", "date of contact", "datetime", "event date", "visit date")),
    Column("time", ("time", "time of contact", "contact time", "at")),
    Column("contact_type", ("kind of contact", "contact type", "type", "type of contact", "contact", "method")),
    Column("place", ("where", "place", "location", "venue")),
    Column("also_present", ("who else was there", "also present", "others present", "present")),
    Column("text", ("what happened", "text", "note", "notes", "details", "detail", "summary", "narrative",
                    "description", "content", "record", "entry"), "\n"),
    Column("own_words", ("own words", "childs own words", "young persons own words", "their own words",
                         "childs words", "voice of the child", "young persons words")),
    Column("own_words_of", ("whose words", "own words of", "words of")),
    Column("told", ("told", "told that this is recorded and shared", "informed")),
    Column("told_why", ("told why", "how or why not", "why not told")),
    Column("reserved", ("reserved for", "reserved")),
    Column("author", ("author", "recorded by", "written by", "worker", "entered by", "by", "staff")),
    Column("source", ("source", "where this came from")),
)  # fmt: skip

COLUMNS: Mapping[str, tuple[Column, ...]] = {
    YOUNG_PERSON: YOUNG_PEOPLE,
    CONTACT_NOTE: NOTES,
    ASSESSMENT: ASSESSMENTS,
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
}

_NOT_YET = (
    ({"fromref", "toref"}, "links between people"),
    ({"howwellknown"}, "persons of concern"),
    ({"reportedat"}, "missing episodes"),
    ({"missingfrom"}, "missing episodes"),
    ({"legislation"}, "notices"),
    ({"tactic"}, "disruption actions"),
    ({"personref", "youngpersonref"}, "breaches"),
)
_CHOICE = "Young people, contact notes and assessments can"


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
        for each in COLUMNS[self.kind]:
            cells = [row.cells[place].strip() for place in self.places.get(each.field, ())]
            text = each.joined.join(cell for cell in cells if cell)
            if text:
                found[each.field] = text
        return found


def kind_named(kind: str) -> str:
    """The kind that somebody asks for by its name (`young_people`, `notes`); '' for none."""
    if not kind.strip():
        return ""
    found = _NAMES.get(key_of(kind))
    if not found:
        raise Invalid({"kind": f"Files of the kind “{kind[:40]}” can't be imported yet. {_CHOICE}."})
    return found


def guess_kind(columns: Sequence[str]) -> str:
    """The kind of record that a file with these columns holds; `Invalid` where they can't tell."""
    people, notes, assessed = (set(_recognised(kind, columns)) for kind in COLUMNS)
    if assessment_columns.tells(assessed):
        return ASSESSMENT
    if not (people or notes or assessed):
        raise Invalid(
            {"columns": "The first line has no column name that is known here, such as ref or date of birth."}
        )
    told = {"happened_at"} < notes and bool(notes & {"text", "own_words"})
    about = told and bool(notes & {"concerns", "named"})
    if about or (people & _NAMED and not told):
        return CONTACT_NOTE if about else YOUNG_PERSON
    choice = "Say whether it is young people, notes or assessments."
    raise Invalid({"kind": f"The columns can't tell what this file holds. {choice}"})


def layout(columns: Sequence[str], kind: str = "", chosen: Mapping[str, str] = NOTHING) -> Layout:
    """Which column is which, for this kind or the one that the columns tell; `Invalid` says why that can't be.

    `chosen` goes before what the names of the columns say (`mapping.understood` makes it).
    """
    refuse_other_kinds(columns)
    names = called(columns)
    wanted = kind_named(kind) or guess_kind([chosen.get(name, own) for name, own in zip(names, columns, strict=True)])
    places = places_of(wanted, columns, chosen)
    _refuse_twins(wanted, columns, places)
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


def refuse_other_kinds(columns: Sequence[str]) -> None:
    """`Invalid` where the columns are those of a kind of record that can't be imported yet."""
    keys = set(map(key_of, columns))
    for signs, what in _NOT_YET:
        if signs <= keys:
            raise Invalid({"kind": f"This file holds {what}, which can't be imported yet. {_CHOICE}."})


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
    for place, (name, heard) in enumerate(zip(called(columns), heard_as, strict=True)):
        each = chosen.get(name, "" if heard in taken else heard)
        if each:
            found.setdefault(each, []).append(place)
    return {each: tuple(places) for each, places in found.items()}


def _refuse_twins(kind: str, columns: Sequence[str], places: Mapping[str, tuple[int, ...]]) -> None:
    for each in COLUMNS[kind]:
        found = places.get(each.field, ())
        if len(found) > 1 and not each.joined:
            named = " and ".join(f"“{columns[place]}”" for place in found[:2])
            raise Invalid({"columns": f"Two columns say the same thing: {named}. Keep one of them."})


def key_of(name: str) -> str:
    """A name as two ways of writing it agree."""
    return fold(name).replace(" ", "")


_FIELDS = {
    kind: {key_of(name): each.field for each in columns for name in (each.field, *each.names)}
    for kind, columns in COLUMNS.items()
}
