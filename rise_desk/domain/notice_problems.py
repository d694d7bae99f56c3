"""What speaks against a notice: one sentence for each field. What isn't recorded never does; it is asked about."""

from datetime import datetime
from typing import TYPE_CHECKING

from rise_desk.domain import moments, notice_grounds, notice_lapse, notice_status
from rise_desk.domain.moments import Moment
from rise_desk.domain.notice_status import NOT_KNOWN
from rise_desk.domain.person import ADULT_AGE, AT_RISK, OF_CONCERN, Person

if TYPE_CHECKING:
    from rise_desk.domain.casefile import CaseFile
    from rise_desk.domain.notice import Notice

IN_FORCE = "A notice for these two is in force already. Review or withdraw that one first."
CAN_REST_ON = (*notice_status.CALLED, *NOT_KNOWN)
"""The statuses of which at least one is on file wherever section 49 is the basis."""


def alone(notice: "Notice") -> dict[str, str]:
    """What shows without looking at a file."""
    if notice.child and notice.child == notice.adult:
        return {"adult": "A notice pairs one adult with one child. Choose somebody else."}
    if _before(notice.served_at, notice.issued_on):
        return {"served_at": "A notice can't be served before it is issued."}
    if _before(notice.review_on, notice.in_force_from):
        return {"review_on": "The review must be after the notice came into force."}
    return {}


def in_file(notice: "Notice", file: "CaseFile", now: datetime) -> dict[str, str]:
    """What shows against the file of the child, or of the adult."""
    person = file.subject
    born = _before_birth(notice, person)
    if born or person.id == notice.adult:
        return born or _adult(notice, person, now)
    return _child(notice, person) or _beside(notice, file, now)


def pair_in_force(notice: "Notice", file: "CaseFile") -> dict[str, str]:
    """A notice of the same pair that is in force at the same time; asked in the child's file, where ages are known."""
    child = file.subject
    if not notice.in_force_from or child.id == notice.adult:
        return {}
    held = {each.notice.id: each for each in notice_lapse.held(file)}
    own = held[notice.id].reviews if notice.id in held else ()
    begins, ends = moments.earliest(notice.in_force_from), notice_lapse.ends(notice, own, child)
    for each in held.values():
        other = each.notice
        if not _is_another(other, notice) or not other.in_force_from:
            continue
        if begins < notice_lapse.ends(other, each.reviews, child) and moments.earliest(other.in_force_from) < ends:
            return {"adult": IN_FORCE}
    return {}


def _beside(notice: "Notice", file: "CaseFile", now: datetime) -> dict[str, str]:
    """While it is prepared: a notice of the same pair and law that is in force now."""
    if notice.in_force_from:
        return pair_in_force(notice, file)
    at = moments.stamp(now)
    for each in notice_lapse.held(file):
        other = each.notice
        same = _is_another(other, notice) and other.law == notice.law
        if same and notice_lapse.in_force(other, each.reviews, file.subject, at):
            return {"adult": IN_FORCE}
    return {}


def _is_another(other: "Notice", notice: "Notice") -> bool:
    return other.adult == notice.adult and other.id not in (notice.id, notice.corrects)


def _child(notice: "Notice", child: Person) -> dict[str, str]:
    """The child's age and status on the day it was issued and at the instant it was served; none while prepared."""
    if not child.has_role(AT_RISK):
        return {"child": f"{child.name} is not on file as a child at risk."}
    for at in (notice.issued_on, notice.served_at):
        found = notice_grounds.grounds(child, at).of(notice.law) if at else None
        if found and found.may is False:
            return {"law": found.why}
        if found and notice.law == notice_lapse.S49 and not notice_status.spells(child, *CAN_REST_ON):
            return {"law": found.why}
    return {}


def _adult(notice: "Notice", adult: Person, now: datetime) -> dict[str, str]:
    if not adult.has_role(OF_CONCERN):
        return {"adult": f"{adult.name} is not on file as somebody of concern."}
    at = notice.in_force_from or moments.stamp(now)
    age = moments.age(adult.date_of_birth, moments.latest(at).astimezone(moments.LONDON).date())
    if age and age[1] < ADULT_AGE:
        return {
            "adult": f"{adult.name} is under 18 then, a child to be safeguarded: no notice warns a child as an adult."
        }
    return {}


def _before_birth(notice: "Notice", person: Person) -> dict[str, str]:
    for field, at in (("issued_on", notice.issued_on), ("served_at", notice.served_at)):
        if _before(at, person.date_of_birth):
            return {field: f"A notice can't be from before {person.name} was born."}
    return {}


def _before(one: Moment, other: Moment) -> bool:
    return bool(one and other) and moments.latest(one) < moments.earliest(other)
