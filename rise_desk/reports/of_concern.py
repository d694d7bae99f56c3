"""Why somebody is of concern, on paper: in neutral words, each with its day and source; alleged until convicted.

Nobody who may be under 18 is printed as an offender: of a child stands there what somebody made them do, and risk.
"""

from datetime import datetime

from rise_desk.domain import moments
from rise_desk.domain.of_concern import UNSAID, ConcernRole, ConcernStatus, PoliceGroup, Position, alleged
from rise_desk.domain.person import Person
from rise_desk.domain.practice import Practice
from rise_desk.reports import identity
from rise_desk.reports.blocks import Block, Heading, Note, Paragraph, Table
from rise_desk.reports.words import NOT_RECORDED, answered, first_letter_up, joined, span

TITLE, TITLE_CHILD = "Why they are of concern", "What is said about them"
ALLEGED = "Nothing here is established unless it says convicted."
CHILD_FIRST = "A child first: what is alleged of somebody who may be under 18 stands in the file and is not printed."


def of_concern(person: Person, practice: Practice, now: datetime) -> list[Block]:
    """What is alleged, how that stands, positions of authority and risk; nothing where nothing of it is recorded."""
    child = identity.may_be_a_child(person, now)
    rows = _of_a_child(person, practice) if child else _of_an_adult(person, practice)
    found: list[Block] = []
    if rows:
        found.append(Table(columns=("What", "Detail", "When", "Source"), rows=rows))
    if person.risk.strip():
        found.append(Paragraph(text=f"Risk to children, to others and to staff: {person.risk}"))
    if child:
        left = any((person.statuses, person.police_groups, len(rows) < len(person.concern_roles)))
        return [Heading(text=TITLE_CHILD), Note(text=CHILD_FIRST), *found] if found or left else []
    aside = "" if person.is_convicted else ALLEGED
    return [Heading(text=TITLE, aside=aside), *found] if found else []


def _of_an_adult(person: Person, practice: Practice) -> tuple[tuple[str, ...], ...]:
    return (
        *(_status(each, practice) for each in person.statuses),
        *(_role(each, person, practice) for each in person.concern_roles),
        *(_position(each, practice) for each in person.positions),
        *(_group(each, practice) for each in person.police_groups),
    )


def _of_a_child(person: Person, practice: Practice) -> tuple[tuple[str, ...], ...]:
    """What alleges nothing: that they were made to bring others."""
    return tuple(_role(each, person, practice) for each in person.concern_roles if each.role in UNSAID)


def _status(each: ConcernStatus, practice: Practice) -> tuple[str, ...]:
    said = joined(practice.label("concern_status", each.status), each.why)
    return ("Status", first_letter_up(said), span(each), each.basis or NOT_RECORDED)


def _role(each: ConcernRole, person: Person, practice: Practice) -> tuple[str, ...]:
    said = practice.label("concern_role", each.role)
    what = "Alleged role" if alleged(each.role, is_convicted=person.is_convicted) else "Role"
    return (what, first_letter_up(said), span(each), each.basis or NOT_RECORDED)


def _position(each: Position, practice: Practice) -> tuple[str, ...]:
    told = joined(
        practice.label("position", each.position),
        each.detail,
        f"works with children: {answered(each.with_children)}",
        _told("designated officer told", each.officer_told_on, each.officer_told),
        _told("licensing told", each.licensing_told_on),
    )
    learned = f"learned {moments.shown(each.learned_on)}" if each.learned_on else ""
    return ("Position of authority", first_letter_up(told), joined(span(each), learned), "")


def _told(what: str, on: moments.Moment, how: str = "") -> str:
    said = joined(moments.shown(on), how)
    return f"{what} {said}" if said else f"{what}: {NOT_RECORDED}"


def _group(each: PoliceGroup, practice: Practice) -> tuple[str, ...]:
    said = joined(each.group, practice.label("police_position", each.position))
    return ("Group, as police record it", said, span(each), each.basis)
