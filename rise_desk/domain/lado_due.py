"""Positions of authority: the designated officer (LADO) is told within one working day, and who licenses a taxi too.

Practice: an adult in a position of authority is told of to the designated officer within one working day of when the
team learned of it. Where nobody recorded when that was, the day counts on which the position began; where that isn't
known either, the day on which the file was last saved.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from rise_desk.domain import moments
from rise_desk.domain.casefile import CaseFile
from rise_desk.domain.due import Due
from rise_desk.domain.moments import Moment
from rise_desk.domain.of_concern import Position
from rise_desk.domain.person import Person
from rise_desk.domain.practice import Practice

RULE, LICENSING = "lado", "licensing"
TAXI = "taxi"
FRIDAY = 4


def lines(file: CaseFile, practice: Practice) -> Iterator[Due]:
    """A line for each position that may bring somebody to children, of which the designated officer wasn't told."""
    for each in _held(file.subject):
        if each.with_children is not False and not each.officer_told_on:
            yield _line(RULE, "Tell the designated officer (LADO)", each, file.subject, practice)


def licensing_lines(file: CaseFile, practice: Practice) -> Iterator[Due]:
    """A line for each taxi driver of whom those who license taxis weren't told."""
    for each in _held(file.subject):
        if each.position == TAXI and not each.licensing_told_on:
            yield _line(LICENSING, "Tell those who license taxis", each, file.subject, practice)


def working_day_after(day: str, practice: Practice) -> str:
    """The next working day in England after this one."""
    after = date.fromisoformat(day) + timedelta(days=1)
    while after.weekday() > FRIDAY or after.isoformat() in practice.bank_holidays.get(after.year, ()):
        after += timedelta(days=1)
    return after.isoformat()


def _held(person: Person) -> Iterator[Position]:
    """The positions that had not ended when the file was last saved."""
    for each in person.positions:
        if not each.until or moments.london_day(each.until) >= person.as_of():
            yield each


def _line(rule: str, what: str, each: Position, person: Person, practice: Practice) -> Due:
    counts = each.learned_on or each.since or Moment(person.as_of())
    since = moments.london_day(counts)
    called = ", ".join(part for part in (practice.label("position", each.position), each.detail.strip()) if part)
    learned = f"learned {moments.shown(each.learned_on)}" if each.learned_on else "when it was learned is not recorded"
    return Due(
        rule=rule,
        what=f"{what}: {called}",
        subject=person.id,
        record=person.id,
        since=since,
        by=working_day_after(since, practice),
        answered_by=Person.KIND,
        why=f"{learned}; one working day",
    )
