"""Positions of authority: the designated officer (LADO) is told within one working day, and who licenses a taxi too.

Practice: an adult in a position of authority is told of to the designated officer within one working day of when the
team learned of it. Where nobody recorded when that was, the day counts on which the position began; where that isn't
known either, the day on which the file was last saved.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from rise_desk.domain import moments
from rise_desk.domain.casefile import CaseFile
from rise_desk.domain.due import Due
from rise_desk.domain.moments import Moment
from rise_desk.domain.of_concern import Position
from rise_desk.domain.person import Person
from rise_desk.domain.practice import Practice

RULE, LICENSING = "lado", "licensing"
TELL = {RULE: "Tell the designated officer (LADO)", LICENSING: "Tell those who license taxis"}
TOLD_ON = {RULE: "officer_told_on", LICENSING: "licensing_told_on"}
"""For each rule what its lines ask for, and the field of a position that answers them."""

TAXI = "taxi"
FRIDAY = 4


@dataclass(frozen=True, kw_only=True)
class Owed:
    """Somebody who is still to be told of a position: the line that says so, and the position as the file has it."""

    due: Due
    position: Position


def lines(file: CaseFile, practice: Practice) -> Iterator[Due]:
    """A line for each position that may bring somebody to children, of which the designated officer wasn't told."""
    yield from _each_once(owed(file.subject, RULE, practice))


def licensing_lines(file: CaseFile, practice: Practice) -> Iterator[Due]:
    """A line for each taxi driver of whom those who license taxis weren't told."""
    yield from _each_once(owed(file.subject, LICENSING, practice))


def owed(person: Person, rule: str, practice: Practice) -> Iterator[Owed]:
    """Every position that asks for one of the two still; positions that read the same have the same words."""
    held = tuple(_held(person))
    for each in held:
        if _asks(each, rule):
            yield Owed(due=_line(rule, _called(each, held, practice), each, person, practice), position=each)


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


def _asks(each: Position, rule: str) -> bool:
    """Whether this rule has somebody to be told of a position, and nobody recorded that they were."""
    if rule == LICENSING:
        return each.position == TAXI and not each.licensing_told_on
    return each.with_children is not False and not each.officer_told_on


def _called(each: Position, held: tuple[Position, ...], practice: Practice) -> str:
    """What a position is called: 'school, caretaker'; and since when, where another one would be called the same."""
    words = _words(each, practice)
    alike = [one for one in held if _words(one, practice) == words]
    since = f"since {moments.shown(each.since)}" if each.since and len({one.since for one in alike}) > 1 else ""
    return ", ".join(part for part in (words, since) if part)


def _words(each: Position, practice: Practice) -> str:
    return ", ".join(part for part in (practice.label("position", each.position), each.detail.strip()) if part)


def _each_once(found: Iterator[Owed]) -> Iterator[Due]:
    """One line for positions that read the same, the one that is due first."""
    first: dict[str, Due] = {}
    for each in found:
        held = first.setdefault(each.due.what, each.due)
        if each.due.by < held.by:
            first[each.due.what] = each.due
    yield from first.values()


def _line(rule: str, called: str, each: Position, person: Person, practice: Practice) -> Due:
    counts = each.learned_on or each.since or Moment(person.as_of())
    since = moments.london_day(counts)
    learned = f"learned {moments.shown(each.learned_on)}" if each.learned_on else "when it was learned is not recorded"
    return Due(
        rule=rule,
        what=f"{TELL[rule]}: {called}",
        subject=person.id,
        record=person.id,
        since=since,
        by=working_day_after(since, practice),
        answered_by=Person.KIND,
        why=f"{learned}; one working day",
    )
