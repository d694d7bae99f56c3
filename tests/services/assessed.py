"""What is done about assessments at a desk: answering one, and opening or closing a case."""

from rise_desk.domain import life
from rise_desk.domain.assessment import Assessment
from rise_desk.domain.moments import Moment
from rise_desk.domain.person import Person
from rise_desk.domain.sign_off import SIGNED_OFF, SignOff
from rise_desk.services import casework
from rise_desk.services.desk import Desk

OPEN = (life.CaseSpell(since=Moment("2026-09-01"), state="open"),)


def answered(desk: Desk, assessment: Assessment, decision: str = SIGNED_OFF) -> SignOff:
    """A manager's answer to an assessment."""
    made = SignOff(
        id=desk.clock.new_id(),
        subject=assessment.subject,
        assessment=assessment.id,
        decided_at=Moment("2026-11-20T14:00+00:00"),
        decision=decision,
        comments="Ask school.",
    )
    return casework.save(desk, made)


def turned(desk: Desk, person: Person, *spells: tuple[str, str]) -> Person:
    """The file with further states of its case: the day and the state."""
    now = desk.store.get(Person, person.id)
    more = tuple(life.CaseSpell(since=Moment(day), state=state) for day, state in spells)
    return casework.save(desk, now.changed(case_spells=(*now.case_spells, *more)))
