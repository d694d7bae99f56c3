"""Due lines: everything that is due, each line whole: whose, since when, by when, how late, and what it rests on."""

from dataclasses import dataclass
from datetime import date, timedelta

from rise_desk.domain import early_review, moments, reassessment
from rise_desk.domain.card import Card
from rise_desk.domain.due import Due
from rise_desk.domain.names import fold
from rise_desk.domain.person import Person
from rise_desk.domain.record import Id
from rise_desk.errors import NotFound
from rise_desk.services import accounts, overview
from rise_desk.services.desk import Desk
from rise_desk.storage.indexes import card

SURE = timedelta(days=2)
"""How far beyond the last day the index is asked: a day of London may begin or end on another in UTC."""


@dataclass(frozen=True, kw_only=True)
class DueLine:
    """One thing to do, whose file it is in, and how many days are left; fewer than none where it is late.

    `do_by`: for a reassessment the last working day on which it can be done in time; '' for anything else.
    """

    due: Due
    name: str
    file_number: str
    key_worker: str
    do_by: str
    days_left: int

    @property
    def overdue(self) -> bool:
        """Whether its day has passed; a prompt is never late."""
        return self.days_left < 0 and self.due.rule != early_review.RULE

    @property
    def lateness(self) -> str:
        """How late it is, or how much time is left, in words."""
        if self.due.rule == early_review.RULE:
            return "to consider"
        if not self.days_left:
            return "due today"
        days = "1 day" if abs(self.days_left) == 1 else f"{abs(self.days_left)} days"
        return f"{days} overdue" if self.overdue else f"{days} left"


def due(desk: Desk, subject: Id | None = None, *, worker: str = "", within: int | None = None) -> list[DueLine]:
    """What is due for everybody, or in one file, the earliest first; what is overdue always comes along.

    `worker`: only in the files allocated to them; `within`: only what is due in so many days or fewer. A file that
    the reader may not open says nothing here; one that they ask for by its number is refused (`NotAllowed`).
    """
    if subject is not None:
        subject = overview.person(desk, subject).id
    today = desk.now().astimezone(moments.LONDON).date()
    last = None if within is None else today + timedelta(days=within)
    until = (last + SURE).isoformat() if last else ""
    lines = overview.due_lines(desk, None if subject is None else (subject,), until)
    cards = card.several(desk.store.vault, {each.subject for each in lines})
    theirs = _allocated(desk, worker, cards) if worker else cards.keys()
    return [
        _told(desk, each, cards[each.subject], today)
        for each in lines
        if each.subject in theirs and (last is None or each.day <= last)
    ]


def _allocated(desk: Desk, worker: str, cards: dict[Id, Card]) -> set[Id]:
    """Of these people those allocated to somebody; `NotFound` where nobody is called so."""
    asked = fold(worker)
    people = desk.store.several(Person, cards)
    known = {fold(name) for each in people for name in each.workers()} | {*map(fold, accounts.colleagues(desk))}
    if asked not in known:
        raise NotFound(f"Nobody called “{worker[:60]}” has an account or a file here.")
    return {each.id for each in people if asked in map(fold, each.workers())}


def _told(desk: Desk, line: Due, whose: Card, today: date) -> DueLine:
    again = line.rule == reassessment.RULE
    return DueLine(
        due=line,
        name=whose.name,
        file_number=whose.file_number,
        key_worker=whose.key_worker,
        do_by=reassessment.do_by(line.by, desk.practice.bank_holidays) if again else "",
        days_left=(line.day - today).days,
    )
