"""The people around a young person: parents and carers with what they may be told, children, professionals."""

from datetime import datetime

from rise_desk.domain.person import ADULT, Person
from rise_desk.domain.practice import Practice
from rise_desk.reports.blocks import Block, Heading, Table
from rise_desk.reports.words import NOT_RECORDED, born, joined, label_or_unknown

_CARERS = ("Parent or carer", "Relationship", "May be told", "Contact")
_CHILDREN = ("Child of the household", "Relationship", "Safe?", "Own referral?", "Note")
_PROFESSIONALS = ("Professional", "Role", "Agency", "Contact")


def people(person: Person, practice: Practice, now: datetime) -> list[Block]:
    """Everybody around the young person; a parent or carer stands beside what they may be told.

    Of an adult of concern nothing where nobody is recorded: nobody asks for their parents.
    """
    if person.kind == ADULT and not (person.carers or person.household or person.professionals):
        return []
    found: list[Block] = [Heading(text=f"People around {person.known_as or person.given_name or person.name}")]
    found.append(Table(columns=_CARERS, rows=_carers(person, practice), empty="No parent or carer is recorded."))
    if person.household:
        found.append(Table(columns=_CHILDREN, rows=_children(person, practice, now)))
    if person.professionals:
        found.append(Table(columns=_PROFESSIONALS, rows=_professionals(person)))
    return found


def _carers(person: Person, practice: Practice) -> tuple[tuple[str, ...], ...]:
    return tuple(
        (
            each.name,
            joined(
                practice.label("relationship", each.relationship),
                _responsibility(each.parental_responsibility),
            ),
            joined(label_or_unknown(practice, "may_be_told", each.may_be_told), each.told_what, by=": "),
            joined(each.number, each.address),
        )
        for each in person.carers
    )


def _responsibility(has_it: bool | None) -> str:
    return {True: "parental responsibility", False: "no parental responsibility", None: ""}[has_it]


def _children(person: Person, practice: Practice, now: datetime) -> tuple[tuple[str, ...], ...]:
    return tuple(
        (
            joined(each.name, born(each.date_of_birth, now)),
            practice.label("relationship", each.relationship),
            practice.label("answer", each.safe) or NOT_RECORDED,
            practice.label("answer", each.own_referral) or NOT_RECORDED,
            each.note,
        )
        for each in person.household
    )


def _professionals(person: Person) -> tuple[tuple[str, ...], ...]:
    return tuple((each.name, each.work, each.agency, joined(each.phone, each.email)) for each in person.professionals)
