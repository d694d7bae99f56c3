"""Due lines: everything that is due, each line whole: whose, since when, by when, how late, and what it rests on."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from rise_desk.domain import early_review, hours, missing_now, moments, reassessment
from rise_desk.domain.access import Deed
from rise_desk.domain.card import Face
from rise_desk.domain.due import Due
from rise_desk.domain.moments import Moment
from rise_desk.domain.names import fold
from rise_desk.domain.person import Person
from rise_desk.domain.record import Id
from rise_desk.errors import NotFound
from rise_desk.services import accounts, due_now, faces, overview, things
from rise_desk.services.desk import Desk
from rise_desk.services.due_now import MINUTE, SURE, Told
from rise_desk.storage.indexes import involvement

SIX_MINUTES = 6
NO_HURRY = frozenset({early_review.RULE, missing_now.RULE})
"""Rules whose lines are never overdue: a prompt, and that somebody is missing, which is no thing to be done late."""


@dataclass(frozen=True, kw_only=True)
class DueLine:
    """One thing to do, whose file it is in, and how much time is left; less than none where it is late.

    `do_by`: for a reassessment the last working day on which it can be done in time; '' for anything else.
    `hours_left`: of a line that is due on a day, until that London day ends; elapsed hours, rounded down to a tenth.
    `kind`: of the record that the line rests on. `folded`: how many lines this one stands for.
    """

    due: Due
    name: str
    file_number: str
    key_worker: str
    do_by: str
    days_left: int
    hours_left: float
    minutes_left: int | None
    kind: str
    folded: int = 1

    @property
    def overdue(self) -> bool:
        """Whether its day has passed, or of a clock its minute; a prompt is never late."""
        left = self.days_left if self.minutes_left is None else self.minutes_left
        return left < 0 and self.due.rule not in NO_HURRY

    @property
    def lateness(self) -> str:
        """How late it is, or how much time is left, in words; of somebody missing, for how long."""
        if self.due.rule == early_review.RULE:
            return "to consider"
        if self.due.rule == missing_now.RULE:
            return self._missing()
        if self.minutes_left is not None:
            return hours.left(self.minutes_left)
        if not self.days_left:
            return "due today"
        days = "1 day" if abs(self.days_left) == 1 else f"{abs(self.days_left)} days"
        return f"{days} overdue" if self.overdue else f"{days} left"

    def _missing(self) -> str:
        if self.minutes_left is None:
            return f"missing since {moments.shown(Moment(self.due.since))}"
        return f"missing for {hours.lasting(-self.minutes_left)}"


def due(desk: Desk, subject: Id | None = None, *, worker: str = "", within: int | None = None) -> list[DueLine]:
    """What is due for everybody, or in one file: missing now first, then the earliest; the overdue always comes along.

    `worker`: only what is in the files allocated to them, or theirs by name; `within`: only what is due in so many
    days or fewer. A file that the reader may not open says nothing here; one that they ask for by its number is
    refused (`NotAllowed`).
    """
    desk.demand(Deed.LIST)
    subjects = None if subject is None else (_main(desk, subject),)
    today = desk.now().astimezone(moments.LONDON).date()
    last = None if within is None else today + timedelta(days=within)
    lines = due_now.lines(desk, subjects, (last + SURE).isoformat() if last else "")
    lines = [each for each in lines if last is None or each.due.day <= last]
    cards = faces.faces(desk, {each.due.subject for each in lines})
    if worker:
        lines = _theirs(desk, worker, lines, cards)
    return _told(desk, [each for each in lines if each.due.subject in cards], cards)


def _main(desk: Desk, subject: Id) -> Id:
    """The main file of somebody, or of a place or thing, whom this reader may open."""
    return things.thing(desk, subject).id if things.is_thing(desk, subject) else overview.person(desk, subject).id


def _theirs(desk: Desk, worker: str, lines: Sequence[Told], cards: Mapping[Id, Face]) -> list[Told]:
    """Of these lines those of somebody; `NotFound` where nobody is called so."""
    asked = fold(worker)
    people = desk.store.several(Person, cards)
    files = {each.id: {*map(fold, each.workers())} for each in people}
    named = {fold(name) for each in lines for name in each.owners}
    known = {*map(fold, accounts.colleagues(desk))}.union(named, *files.values())
    if asked not in known:
        raise NotFound(f"Nobody called “{worker[:60]}” has an account or a file here.")
    return [each for each in lines if asked in files.get(each.due.subject, ()) or asked in map(fold, each.owners)]


def _told(desk: Desk, lines: Iterable[Told], cards: Mapping[Id, Face]) -> list[DueLine]:
    found, now = list(lines), desk.now()
    kinds = involvement.kinds_of(desk.store.vault, {each.due.record for each in found})
    return [_line(desk, each, cards[each.due.subject], kinds.get(each.due.record, Person.KIND), now) for each in found]


def _line(desk: Desk, told: Told, whose: Face, kind: str, now: datetime) -> DueLine:
    line = told.due
    again = line.rule == reassessment.RULE
    today = now.astimezone(moments.LONDON).date()
    return DueLine(
        due=line,
        name=whose.name,
        file_number=whose.file_number,
        key_worker=whose.key_worker,
        do_by=reassessment.do_by(line.by, desk.practice.bank_holidays) if again else "",
        days_left=(line.day - today).days,
        hours_left=_hours_left(line, now),
        minutes_left=due_now.minutes_left(line, now),
        kind=kind,
        folded=told.folded,
    )


def _hours_left(line: Due, now: datetime) -> float:
    """Elapsed hours until the instant, or until the end of the London day, by which a line is due."""
    by = Moment(line.by)
    if not moments.has_time(by):
        by = Moment((line.day + timedelta(days=1)).isoformat())
    return (moments.earliest(by) - now) // MINUTE // SIX_MINUTES / 10
