"""People: what a row says of a young person or of an adult of concern, as the record it would make."""

import re
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from rise_desk.domain import moments, names
from rise_desk.domain.hearing import heard
from rise_desk.domain.person import AT_RISK, NO_NAME, OF_CONCERN, Person
from rise_desk.domain.practice import Practice
from rise_desk.errors import Invalid
from rise_desk.services.exchange.columns import apart, blank
from rise_desk.services.exchange.doubts import serial
from rise_desk.services.exchange.matching import reference_of

_TEXTS = ("given_name", "family_name", "known_as", "approximate_age", "first_language", "placing_authority",
          "host_authority", "description", "background")  # fmt: skip
_LISTED = frozenset({"gender", "ethnicity", "ethnicity_basis", "nationality", "sexuality"})
"""Fields whose lists have the word 'not recorded', a gap that is counted and shown."""

_SYSTEMS = ("nhs", "upn", "police", "missing_person", "council")
_SEVERAL: tuple[tuple[str, str, str, Mapping[str, str]], ...] = (
    ("aliases", "aliases", "name", {}),
    ("legal_status", "legal_spells", "status", {}),
    ("phone", "contact_numbers", "number", {}),
    ("carers", "carers", "name", {}),
    ("flags", "flags", "flag", {}),
    ("warnings", "warnings", "warning", {}),
    ("case_state", "case_spells", "state", {}),
    ("key_worker", "allocations", "worker", {"role": "key_worker"}),
    ("social_worker", "professionals", "name", {"work": "social worker"}),
)
"""Column, field, the part's own field, and what else the part holds: one part for each text between semicolons."""

_PLACES = (
    ("addresses", {"lives": "lives", "lines": "lines", "postcode": "postcode", "provider": "provider"}),
    ("schools", {"school": "name", "school_status": "status", "year_group": "year_group"}),
)
_NOT_SAID = ("", "not recorded")
"""What says nothing of a role or status; 'not known' and 'not identified' do."""

MIDNIGHT = re.compile(r"[T ]+00:00(:00(\.0+)?)?$")
"""What spreadsheets add to a day."""


_OF_ADULTS = ("how_well_known", "risk")


def said_person(
    said: Mapping[str, str], source: str, origin: str, practice: Practice, now: datetime, role: str = AT_RISK
) -> Person:
    """The person that a row's values say, in this role; `Invalid` has a sentence for each value that can't be read.

    Whether somebody of concern is a child, and so has to be on file as one, shows when the row is matched.
    """
    known = _without_gaps(said, practice)
    data: dict[str, Any] = {name: known[name] for name in (*_TEXTS, *_LISTED) if name in known}
    if "full_name" in known and names.fold(known["full_name"]) != names.fold(NO_NAME):
        data = {**taken_apart(known["full_name"]), **data}
    data |= {name: parts for name, parts in _parts(known) if parts}
    data |= _alleged(said, known, practice) if role == OF_CONCERN else {}
    data["roles"] = [{"role": role}]
    data["source"] = "; ".join(text for text in (known.get("source", ""), origin) if text)
    data["date_of_birth"], unread = born(known.get("date_of_birth", ""), now)
    try:
        made = heard(Person, data, practice, now)
        reference = reference_of(source, known.get("ref", ""), said)
        made = made.changed(references=(reference,), file_number=known.get("file_number", "").strip())
    except Invalid as wrong:
        raise Invalid({**unread, **wrong.fields}) from None
    problems = unread or made.problems(practice, now)
    if role == OF_CONCERN and not unread:
        problems = {name: text for name, text in problems.items() if name != "roles"}
    if problems:
        raise Invalid(problems)
    return made


def _alleged(said: Mapping[str, str], known: Mapping[str, str], practice: Practice) -> dict[str, Any]:
    """What a row says of somebody of concern beside who they are: neutral words, and never a verdict of its own."""
    data: dict[str, Any] = {name: known[name] for name in _OF_ADULTS if name in known}
    roles = [text.strip() for text in said.get("concern_role", "").split(";") if names.fold(text) not in _NOT_SAID]
    data["concern_roles"] = [{"role": text} for text in roles]
    status = said.get("concern_status", "")
    if names.fold(status) not in _NOT_SAID:
        basis, since = known.get("status_basis", ""), MIDNIGHT.sub("", known.get("status_since", ""))
        data["statuses"] = [{"status": status, "since": since, "basis": basis}]
    if "position" in known:
        listed = practice.vocabulary("position").key_for(known["position"])
        other = {"position": "other", "detail": known["position"]}
        data["positions"] = [{"position": listed} if listed else other]
    return data


def _without_gaps(said: Mapping[str, str], practice: Practice) -> dict[str, str]:
    """The values that say something: 'not recorded' is kept where a list has that word, and dropped elsewhere."""
    known = {name: text for name, text in said.items() if name in _LISTED or not blank(text)}
    known |= {name: "not_recorded" for name in _LISTED if blank(known.get(name, ""))}
    implied = practice.vocabulary("ethnicity").implied(known.get("ethnicity", ""))
    return {name: text for name, text in known.items() if text != "not_recorded" or name not in implied}


def _parts(known: Mapping[str, str]) -> Iterator[tuple[str, list[dict[str, str]]]]:
    for column, name, own, also in _SEVERAL:
        yield name, [{own: text, **also} for text in apart(known.get(column, ""))]
    for name, fields in _PLACES:
        part = {own: known[column] for column, own in fields.items() if column in known}
        yield name, [part] if part else []
    yield "identifiers", [{"system": system, "value": known[system]} for system in _SYSTEMS if system in known]


def taken_apart(name: str) -> dict[str, str]:
    """A whole name: 'Osei, Lena' says which is which; else the last word is taken for the family name."""
    family, comma, given = name.partition(",")
    if not comma:
        given, _, family = name.rpartition(" ")
    return {"given_name": given.strip() or family.strip(), "family_name": family.strip() if given.strip() else ""}


def born(text: str, now: datetime) -> tuple[str, dict[str, str]]:
    """The birth date; spreadsheets add a midnight, which is nobody's hour of birth."""
    if serial(text):
        return "", {"date_of_birth": serial(text)}
    try:
        return moments.read(MIDNIGHT.sub("", text), now=now, called="Date of birth", time=False), {}
    except ValueError as unreadable:
        return "", {"date_of_birth": str(unreadable)}
