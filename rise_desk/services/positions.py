"""Positions of authority: whom nobody told of one yet, and that they were told, kept in the file that names it."""

from dataclasses import dataclass, replace

from rise_desk.domain import lado_due, moments
from rise_desk.domain.act import Act
from rise_desk.domain.due import Due
from rise_desk.domain.moments import Moment
from rise_desk.domain.of_concern import Position
from rise_desk.domain.person import Person
from rise_desk.domain.problems import ends_before
from rise_desk.domain.record import NO_ID, Id, Record
from rise_desk.errors import Invalid, NotFound
from rise_desk.services import casework, merged, unfinished
from rise_desk.services.desk import Desk

TITLES = {lado_due.RULE: "Designated officer (LADO) told", lado_due.LICENSING: "Licensing told"}
WHEN = "Enter when they were told."
TOO_EARLY = "The team learned of it on {}. Enter that day or a later one."
DONE = (
    "Nobody is to be told of this any more: it was recorded, or the position was changed. "
    "{} saved the file of {} last, on {}. Look at it again."
)


@dataclass(frozen=True, kw_only=True)
class Untold:
    """Of whose position somebody is still to be told: the line that says so, and the position as it is on file.

    There are several positions where the line stands for some that read the same.
    """

    person: Person
    due: Due
    positions: tuple[Position, ...]


def untold(desk: Desk, subject: Id, rule: str, what: str) -> Untold:
    """What a line of this rule stands for, found by its words; `NotFound` where it is no longer to be done."""
    whole = merged.whole(desk, subject).person
    found = [each for each in lado_due.owed(whole, rule, desk.practice) if each.due.what == what]
    if not found or whole.withdrawn:
        saved = moments.shown(Moment(moments.london_day(whole.recorded_at)))
        raise NotFound(DONE.format(whole.recorded_by, whole.name, saved))
    first = min((each.due for each in found), key=lambda each: each.by)
    return Untold(person=whole, due=first, positions=tuple(each.position for each in found))


def tell(
    desk: Desk, subject: Id, rule: str, what: str, told_on: Moment, said: str = "", draft: Id = NO_ID
) -> tuple[Record, ...]:
    """Record that they were told, in every file of this person that names the position; and forget the form's draft.

    It is added to the file as it stands by now, so that two who write at once lose nothing. `said`: who was told and
    what they said, which is asked of the designated officer. Raises `Invalid` by field (told_on), `NotFound`.
    """
    about = untold(desk, subject, rule, what)
    _demand_in_time(about, told_on)
    told = {each: _told(each, rule, told_on, said.strip()) for each in about.positions}
    whole = merged.whole(desk, subject)
    saves = tuple(
        each.changed(positions=tuple(told.get(held, held) for held in each.positions))
        for each in (whole.main, *whole.others)
        if not told.keys().isdisjoint(each.positions)
    )
    return casework.perform(
        desk, Act(title=TITLES[rule], saves=saves), first=lambda _work: unfinished.drop(desk, draft)
    )


def _demand_in_time(about: Untold, told_on: Moment) -> None:
    """Nobody was told before the team itself had learned of it."""
    if not told_on:
        raise Invalid({"told_on": WHEN})
    for each in about.positions:
        if ends_before(each.learned_on, told_on):
            raise Invalid({"told_on": TOO_EARLY.format(moments.shown(each.learned_on))})


def _told(held: Position, rule: str, on: Moment, said: str) -> Position:
    """The position with the day; what was written there before of a try to reach them stays."""
    if rule == lado_due.LICENSING:
        return replace(held, licensing_told_on=on)
    words = "; ".join(part for part in (held.officer_told.strip(), said) if part)
    return replace(held, officer_told_on=on, officer_told=words)
