"""A child, an adult and notices between them, for the tests of what a notice is based on and how long it holds."""

from typing import Any

from rise_desk.domain import life
from rise_desk.domain.casefile import CaseFile
from rise_desk.domain.moments import Moment
from rise_desk.domain.notice import Notice
from rise_desk.domain.notice_review import NoticeReview
from rise_desk.domain.person import Person
from rise_desk.domain.record import Id, Record

CHILD, ADULT = Id(1), Id(2)
AT_RISK = (life.DatedRole(role="at_risk"),)
OF_CONCERN = (life.DatedRole(role="of_concern"),)


def spell(status: str, since: str = "", until: str = "", *, seen: bool | None = True) -> life.LegalSpell:
    """A legal status from when until when, whose papers somebody has seen."""
    return life.LegalSpell(status=status, since=Moment(since), until=Moment(until), evidence_seen=seen)


def child(born: str = "2011-03-12", *spells: life.LegalSpell, **values: Any) -> Person:
    """Maisie, at risk."""
    known: dict[str, Any] = {"roles": AT_RISK, "given_name": "Maisie", **values}
    return Person(id=CHILD, date_of_birth=Moment(born), legal_spells=spells, **known)


def adult(born: str = "1988-02-01", **values: Any) -> Person:
    """Somebody of concern."""
    return Person(id=ADULT, given_name="Darren", date_of_birth=Moment(born), roles=OF_CONCERN, **values)


def notice(law: str = "s2", served: str = "", number: int = 10, **values: Any) -> Notice:
    """A notice for the pair; dates are given as text."""
    known: dict[str, Any] = {
        name: Moment(value) if name.endswith(("_on", "_at")) else value for name, value in values.items()
    }
    known.setdefault("served_at", Moment(served))
    return Notice(id=Id(number), child=CHILD, adult=ADULT, law=law, **known)


def review(at: str, decision: str = "stands", number: int = 20, **values: Any) -> NoticeReview:
    """What was decided of the notice with the number 10."""
    known: dict[str, Any] = {"notice": Id(10), **values}
    return NoticeReview(
        id=Id(number), child=CHILD, adult=ADULT, reviewed_at=Moment(at), decision=decision, why="Told.", **known
    )


def file(person: Person, *records: Record) -> CaseFile:
    """Somebody's file."""
    return CaseFile(subject=person, records=records)
