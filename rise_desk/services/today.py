"""Today: what is due soon or late, for whom and for what reason, and what of it is this reader's to do."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from rise_desk.domain import access, awaiting, checklist_lines, early_review, moments, reassessment
from rise_desk.domain.access import Deed
from rise_desk.domain.card import Card
from rise_desk.domain.due import Due
from rise_desk.domain.moments import Moment
from rise_desk.domain.person import Person
from rise_desk.domain.record import Id
from rise_desk.services import overview
from rise_desk.services.desk import Desk
from rise_desk.storage import allocated
from rise_desk.storage.indexes import card, involvement

AHEAD = timedelta(days=28)


class Part(StrEnum):
    """Where a line belongs on Today: what was asked for the same day, what came back, waits, comes round, or else."""

    SAME_DAY = "same day"
    SENT_BACK = "sent back"
    SIGN_OFF = "sign off"
    WITH_MANAGER = "with a manager"
    REASSESS = "reassess"
    REVIEW = "review"
    OTHER = "other"


PARTS: Mapping[str, Part] = {
    awaiting.STRATEGY: Part.SAME_DAY,
    checklist_lines.SAME_DAY: Part.SAME_DAY,
    checklist_lines.FULL: Part.SAME_DAY,
    awaiting.PUT_RIGHT: Part.SENT_BACK,
    awaiting.SIGN_OFF: Part.SIGN_OFF,
    reassessment.RULE: Part.REASSESS,
    early_review.RULE: Part.REVIEW,
}
"""The part of a rule's lines, as a manager sees them; rules of no part of their own are among the others."""

THEIRS = frozenset({Part.SENT_BACK, Part.SIGN_OFF, Part.WITH_MANAGER})
"""Parts whose lines concern the author of an assessment, whoever the file is allocated to."""


@dataclass(frozen=True, kw_only=True)
class Waiting:
    """One thing that waits to be done: the line, whose file it is in, and how late it is.

    `band` is the one that shows, and `waits` that the chosen one has not taken effect. `author`: of the assessment
    that was sent back or waits for its sign-off. `soon`: as near as the team's instrument calls due soon.
    """

    due: Due
    part: Part
    name: str
    date_of_birth: Moment
    key_worker: str
    days_left: int
    band: str = ""
    waits: bool = False
    author: str = ""
    soon: bool = False

    @property
    def to_do(self) -> bool:
        """Whether it is to be done by its day: no prompt, and nothing that somebody else has in hand."""
        return self.part not in (Part.REVIEW, Part.WITH_MANAGER)

    @property
    def overdue(self) -> bool:
        """Whether its day has passed; a prompt is never late, nor is what a manager has in hand."""
        return self.to_do and self.days_left < 0

    @property
    def days_overdue(self) -> int:
        """By how many days it is late; 0 where it is not."""
        return -self.days_left if self.overdue else 0


@dataclass(frozen=True, kw_only=True)
class Count:
    """How many lines there are to do, and how many of them are overdue."""

    every: int
    late: int


def count(lines: Iterable[Waiting]) -> Count:
    """How much these lines come to: prompts, and what a manager has in hand, do not count."""
    mine = [each for each in lines if each.to_do]
    return Count(every=len(mine), late=sum(each.overdue for each in mine))


def waiting(desk: Desk, *, mine: bool) -> list[Waiting]:
    """What is overdue or due in the next four weeks, the earliest first, and every prompt.

    With `mine` in one's own files only, and what one wrote oneself or has to sign off. A file that the reader may
    not open says nothing here.
    """
    desk.demand(Deed.LIST)
    today = _today(desk.now())
    soon = [each for each in overview.due_lines(desk) if _within(each, today + AHEAD)]
    people = card.several(desk.store.vault, {each.subject for each in soon})
    authors = _authors(desk, soon)
    lines = [_waiting(desk, each, people[each.subject], authors, today) for each in soon if each.subject in people]
    if not mine:
        return lines
    own = _own(desk, people)
    return [each for each in lines if each.due.subject in own or _for(each, desk)]


def in_file(desk: Desk, subject: Id) -> list[Waiting]:
    """Everything that is due in one file, however far ahead, the earliest first."""
    desk.demand(Deed.LIST)
    lines = overview.due_lines(desk, (subject,))
    people = card.several(desk.store.vault, {each.subject for each in lines})
    authors, today = _authors(desk, lines), _today(desk.now())
    return [_waiting(desk, each, people[each.subject], authors, today) for each in lines if each.subject in people]


def do_by(desk: Desk, line: Due) -> str:
    """The last working day on which an assessment is in time, where that is not the due day itself; else ''.

    Asked of what is shown, once it is shown: England's bank holidays take a tenth of a second to work out.
    """
    if line.rule != reassessment.RULE:
        return ""
    day = reassessment.do_by(line.by, desk.practice.bank_holidays)
    return day if day != line.day.isoformat() else ""


def _within(line: Due, last: date) -> bool:
    return line.rule == early_review.RULE or line.day <= last


def _own(desk: Desk, people: Collection[Id]) -> set[Id]:
    """Those of these people who are allocated to the reader now."""
    named = allocated.named_in(desk.store.vault, people, desk.who.name)
    return {each.id for each in desk.store.several(Person, named) if desk.who.name in each.workers()}


def _for(line: Waiting, desk: Desk) -> bool:
    """Whether a line concerns the reader, though the file is not theirs."""
    return line.part is Part.SIGN_OFF or (line.part in THEIRS and line.author == desk.who.name)


def _authors(desk: Desk, lines: Iterable[Due]) -> Mapping[Id, str]:
    asked = [each.record for each in lines if PARTS.get(each.rule) in THEIRS]
    return involvement.authors_of(desk.store.vault, asked)


def _waiting(desk: Desk, line: Due, whose: Card, authors: Mapping[Id, str], today: date) -> Waiting:
    left = (line.day - today).days
    instrument = desk.practice.instruments[desk.practice.instrument]
    author = authors.get(line.record, "")
    return Waiting(
        due=line,
        part=_part(desk, line, author),
        name=whose.name,
        date_of_birth=whose.date_of_birth,
        key_worker=whose.key_worker,
        days_left=left,
        band=whose.band,
        waits=whose.waits,
        author=author,
        soon=0 <= left <= instrument.due_soon_days,
    )


def _part(desk: Desk, line: Due, author: str) -> Part:
    """The part of a line for this reader: nobody signs off their own."""
    part = PARTS.get(line.rule, Part.OTHER)
    signs = author != desk.who.name and access.may(desk.who, Deed.SIGN_OFF)
    return Part.WITH_MANAGER if part is Part.SIGN_OFF and not signs else part


def _today(now: datetime) -> date:
    return now.astimezone(moments.LONDON).date()
