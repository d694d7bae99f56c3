"""Why somebody is of concern, on paper: in neutral words, each with its day and source; alleged until convicted."""

from rise_desk.domain import moments
from rise_desk.domain.of_concern import ConcernRole, ConcernStatus, PoliceGroup, Position
from rise_desk.domain.person import Person
from rise_desk.domain.practice import Practice
from rise_desk.reports.blocks import Block, Heading, Paragraph, Table
from rise_desk.reports.words import NOT_RECORDED, answered, first_letter_up, joined, span

ALLEGED = "Nothing here is established unless it says convicted."


def of_concern(person: Person, practice: Practice) -> list[Block]:
    """What is alleged, how that stands, positions of authority and risk; nothing where nothing of it is recorded."""
    rows = (
        *(_status(each, practice) for each in person.statuses),
        *(_role(each, person, practice) for each in person.concern_roles),
        *(_position(each, practice) for each in person.positions),
        *(_group(each, practice) for each in person.police_groups),
    )
    found: list[Block] = []
    if rows:
        found.append(Table(columns=("What", "Detail", "When", "Source"), rows=rows))
    if person.risk.strip():
        found.append(Paragraph(text=f"Risk to children, to others and to staff: {person.risk}"))
    aside = "" if person.is_convicted else ALLEGED
    return [Heading(text="Why they are of concern", aside=aside), *found] if found else []


def _status(each: ConcernStatus, practice: Practice) -> tuple[str, ...]:
    said = joined(practice.label("concern_status", each.status), each.why)
    return ("Status", first_letter_up(said), span(each), each.basis or NOT_RECORDED)


def _role(each: ConcernRole, person: Person, practice: Practice) -> tuple[str, ...]:
    said = practice.label("concern_role", each.role)
    what = "Role" if person.is_convicted else "Alleged role"
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
