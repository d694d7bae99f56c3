"""Today: what is due soon or late, for whom, in the words that a page needs."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from rise_desk.domain import access, moments
from rise_desk.domain.access import Deed
from rise_desk.domain.due import Due
from rise_desk.domain.moments import Moment
from rise_desk.domain.person import Person
from rise_desk.services import overview
from rise_desk.services.desk import Desk

AHEAD = timedelta(days=28)


@dataclass(frozen=True, kw_only=True)
class Waiting:
    """One thing that waits to be done: the line, whose file it is in, and how late it is."""

    due: Due
    name: str
    date_of_birth: Moment
    key_worker: str
    days_left: int

    @property
    def overdue(self) -> bool:
        """Whether its day has passed."""
        return self.days_left < 0


def waiting(desk: Desk, *, mine: bool) -> list[Waiting]:
    """What is overdue or due in the next four weeks, the earliest first; with `mine`, in one's own files only.

    A file that the reader may not open says nothing here.
    """
    desk.demand(Deed.LIST)
    today = _today(desk.now())
    soon = [each for each in overview.due_lines(desk) if _day(each) <= today + AHEAD]
    people = {each.id: each for each in desk.store.several(Person, {line.subject for line in soon})}
    return [_waiting(line, people[line.subject], today) for line in soon if _shown(desk, people[line.subject], mine)]


def _shown(desk: Desk, person: Person, mine: bool) -> bool:
    if not access.may(desk.who, Deed.OPEN, access.state_of(desk.who, person)):
        return False
    return not mine or desk.who.name in person.workers()


def _waiting(line: Due, person: Person, today: date) -> Waiting:
    return Waiting(
        due=line,
        name=person.name,
        date_of_birth=person.date_of_birth,
        key_worker=person.key_worker(),
        days_left=(_day(line) - today).days,
    )


def _day(line: Due) -> date:
    return date.fromisoformat(moments.london_day(Moment(line.by)))


def _today(now: datetime) -> date:
    return now.astimezone(moments.LONDON).date()
