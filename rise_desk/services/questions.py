"""Questions: what is not known about somebody or something, those still open first."""

from rise_desk.domain import moments
from rise_desk.domain.access import Deed
from rise_desk.domain.chronology import Sieve
from rise_desk.domain.open_question import OpenQuestion
from rise_desk.domain.record import Id
from rise_desk.services import merged, overview, restricted
from rise_desk.services.desk import Desk


def about(desk: Desk, subject: Id) -> tuple[OpenQuestion, ...]:
    """The questions about a person or thing: open ones by the day they are due, then what was answered, newest first.

    What was withdrawn is left out, and what is about somebody besides whose file is closed to this reader.
    """
    head = merged.head_of(desk, (subject,))[subject]
    things = desk.store.things((head,))
    if things:
        desk.demand(Deed.OPEN, subject=head)
        file = desk.store.thing_file(things[0], desk.who.grants, (OpenQuestion.KIND,)).of(OpenQuestion)
    else:
        file = overview.case_file(desk, head, Sieve(kinds=(OpenQuestion.KIND,))).of(OpenQuestion)
    told = {each.id for each in restricted.open_to(desk, file)}
    standing = [each for each in file if each.id in told and not each.withdrawn]
    waiting = sorted((each for each in standing if each.is_open), key=_by)
    answered = sorted((each for each in standing if not each.is_open), key=_answered, reverse=True)
    return (*waiting, *answered)


def _by(each: OpenQuestion) -> tuple[bool, str, Id]:
    due = moments.london_day(each.due_on or each.asked_on)
    return (not due, due, each.id)


def _answered(each: OpenQuestion) -> tuple[str, Id]:
    return (moments.london_day(each.happened()), each.id)
