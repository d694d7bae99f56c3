"""Files for tests of assessments: a young person whose case is open, their assessments, and managers' answers."""

from typing import Any

from rise_desk.domain import life
from rise_desk.domain.assessment import Assessment
from rise_desk.domain.casefile import CaseFile
from rise_desk.domain.moments import Moment
from rise_desk.domain.person import Person
from rise_desk.domain.record import Id, Record, Withdrawal
from rise_desk.domain.sign_off import SIGNED_OFF, SignOff
from tests import build

MAISIE = Id(911_975_718_647_300_415)
GONE = Withdrawal(at=Moment("2026-11-20T09:00+00:00"), by="Lena Osei", why="Twice on file.")


def young_person(*spells: tuple[str, str], **values: Any) -> Person:
    """Maisie, with the states of her case: the day (or '') and the state."""
    held = tuple(life.CaseSpell(since=Moment(day), state=state) for day, state in spells)
    known: dict[str, Any] = {
        "given_name": "Maisie",
        "family_name": "Okafor",
        "roles": (life.DatedRole(role="at_risk"),),
        "case_spells": held,
        "recorded_at": Moment("2026-11-20T09:00:00.000+00:00"),
        **values,
    }
    return Person(id=MAISIE, **known)


def open_case(**values: Any) -> Person:
    """Maisie, whose case was opened on 1 September 2026."""
    return young_person(("2026-09-01", "open"), **values)


def made(number: int, day: str, levels: str = "3333333333", **values: Any) -> Assessment:
    """An assessment with this number, of this day, submitted on it by Priya Nair."""
    known = {"id": Id(number), "recorded_by": "Priya Nair", "recorded_at": Moment(f"{day}T16:00:00.000+00:00")}
    return build.made_assessment(MAISIE, levels, day=day, **{**known, **values})


def answer(number: int, assessment: int, decision: str = SIGNED_OFF, **values: Any) -> SignOff:
    """A manager's answer with this number to an assessment."""
    known: dict[str, Any] = {
        "decided_at": Moment("2026-11-20T14:00+00:00"),
        "recorded_by": "Lena Osei",
        "comments": "Say what school saw.",
        **values,
    }
    return SignOff(id=Id(number), subject=MAISIE, assessment=Id(assessment), decision=decision, **known)


def file(person: Person, *records: Record) -> CaseFile:
    """A case file with these records."""
    return CaseFile(subject=person, records=records)
