"""What speaks against a notice: one sentence for each field."""

from typing import TYPE_CHECKING

from rise_desk.domain import moments
from rise_desk.domain.moments import Moment
from rise_desk.domain.person import AT_RISK, OF_CONCERN, Person

if TYPE_CHECKING:
    from rise_desk.domain.casefile import CaseFile
    from rise_desk.domain.notice import Notice


def alone(notice: "Notice") -> dict[str, str]:
    """What shows without looking at a file."""
    if notice.child and notice.child == notice.adult:
        return {"adult": "A notice pairs one adult with one child. Choose somebody else."}
    if _before(notice.served_at, notice.issued_on):
        return {"served_at": "A notice can't be served before it is issued."}
    return {}


def in_file(notice: "Notice", file: "CaseFile") -> dict[str, str]:
    """What shows against the file of the child, or of the adult."""
    person = file.subject
    born = _before_birth(notice, person)
    if born or person.id == notice.adult:
        return born or _adult(person)
    return _child(notice, person) | pair_in_force(notice, file)


def pair_in_force(notice: "Notice", file: "CaseFile") -> dict[str, str]:
    """A notice of the same pair that is still in force."""
    return {}


def _child(notice: "Notice", child: Person) -> dict[str, str]:
    return {} if child.has_role(AT_RISK) else {"child": f"{child.name} is not on file as a child at risk."}


def _adult(adult: Person) -> dict[str, str]:
    return {} if adult.has_role(OF_CONCERN) else {"adult": f"{adult.name} is not on file as somebody of concern."}


def _before_birth(notice: "Notice", person: Person) -> dict[str, str]:
    for field, at in (("issued_on", notice.issued_on), ("served_at", notice.served_at)):
        if _before(at, person.date_of_birth):
            return {field: f"A notice can't be from before {person.name} was born."}
    return {}


def _before(one: Moment, other: Moment) -> bool:
    return bool(one and other) and moments.latest(one) < moments.earliest(other)
