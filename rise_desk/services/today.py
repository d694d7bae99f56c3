"""Today: what is due soon or late, for whom and for what reason, and what of it is this reader's to do."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from rise_desk.domain import (
    access,
    action_due,
    announced,
    awaiting,
    checklist_lines,
    early_review,
    interview_due,
    missing_now,
    moments,
    reassessment,
    repeats,
)
from rise_desk.domain.access import Deed
from rise_desk.domain.card import Face
from rise_desk.domain.due import Due
from rise_desk.domain.moments import Moment
from rise_desk.domain.names import fold
from rise_desk.domain.record import Id
from rise_desk.services import accounts, due_now, faces, merged
from rise_desk.services.desk import Desk
from rise_desk.services.due_now import Told
from rise_desk.storage import accounts as held
from rise_desk.storage import allocated
from rise_desk.storage.indexes import involvement

AHEAD = timedelta(days=28)
EVENING = time(18)
"""From this time of the day before, in London, a return was overnight."""

MINUTES_A_DAY = 24 * 60


class Part(StrEnum):
    """Where a line belongs on Today: missing now, owed after a return, asked for the same day, or what else it is."""

    MISSING = "missing now"
    INTERVIEW = "return interview"
    REPEAT = "repeat missing"
    SAME_DAY = "same day"
    SENT_BACK = "sent back"
    SIGN_OFF = "sign off"
    WITH_MANAGER = "with a manager"
    REASSESS = "reassess"
    REVIEW = "review"
    ACTION = "action"
    OTHER = "other"


PARTS: Mapping[str, Part] = {
    missing_now.RULE: Part.MISSING,
    interview_due.RULE: Part.INTERVIEW,
    repeats.RULE: Part.REPEAT,
    action_due.RULE: Part.ACTION,
    awaiting.STRATEGY: Part.SAME_DAY,
    checklist_lines.SAME_DAY: Part.SAME_DAY,
    checklist_lines.FULL: Part.SAME_DAY,
    awaiting.PUT_RIGHT: Part.SENT_BACK,
    awaiting.SIGN_OFF: Part.SIGN_OFF,
    reassessment.RULE: Part.REASSESS,
    early_review.RULE: Part.REVIEW,
}
"""The part of a rule's lines, as a manager sees them; rules of no part of their own are among the others."""

AHEAD_OF_THEM = frozenset({early_review.RULE, *announced.ANNOUNCED})
"""Rules whose lines show as soon as there is anything to say, however far ahead their day is."""

THEIRS = frozenset({Part.SENT_BACK, Part.SIGN_OFF, Part.WITH_MANAGER})
"""Parts whose lines concern the author of an assessment, whoever the file is allocated to."""


@dataclass(frozen=True, kw_only=True)
class Waiting:
    """One thing that waits to be done: the line, whose file it is in, and how late it is.

    `author`: of the assessment that was sent back or waits for its sign-off. `soon`: as near as the team's instrument
    calls due soon. `minutes_left`: of a clock that runs in hours, the elapsed minutes until then, rounded down; None of
    a line that is due on a day.
    """

    told: Told
    whose: Face
    part: Part
    days_left: int
    author: str = ""
    soon: bool = False
    minutes_left: int | None = None

    @property
    def due(self) -> Due:
        """The line."""
        return self.told.due

    @property
    def folded(self) -> int:
        """How many lines this one stands for."""
        return self.told.folded

    @property
    def name(self) -> str:
        """Whose file it is in."""
        return self.whose.name

    @property
    def date_of_birth(self) -> Moment:
        """Theirs."""
        return self.whose.date_of_birth

    @property
    def key_worker(self) -> str:
        """Theirs."""
        return self.whose.key_worker

    @property
    def band(self) -> str:
        """The one that shows."""
        return self.whose.band

    @property
    def waits(self) -> bool:
        """Whether the band that was chosen has not taken effect."""
        return self.whose.waits

    @property
    def to_do(self) -> bool:
        """Whether it is to be done by its day: no prompt, nothing only announced or in somebody else's hand."""
        return self.part not in (Part.REVIEW, Part.WITH_MANAGER) and self.due.rule not in announced.ANNOUNCED

    @property
    def overdue(self) -> bool:
        """Whether its time has passed: its day, or of a clock its minute.

        A prompt is never late, nor is what a manager has in hand; and somebody missing is not a thing to be done late.
        """
        left = self.days_left if self.minutes_left is None else self.minutes_left
        return self.to_do and self.part is not Part.MISSING and left < 0

    @property
    def presses(self) -> bool:
        """Whether it is as loud as anything here: overdue, or somebody missing now."""
        return self.overdue or self.part is Part.MISSING

    @property
    def days_overdue(self) -> int:
        """By how many days it is late, of a clock by how many times 24 hours; 0 where it is not."""
        if not self.overdue:
            return 0
        return -self.days_left if self.minutes_left is None else -self.minutes_left // MINUTES_A_DAY


@dataclass(frozen=True, kw_only=True)
class Count:
    """How many lines there are to do, and how many of them press: overdue, or somebody missing now."""

    every: int
    late: int


def count(lines: Iterable[Waiting]) -> Count:
    """How much these lines come to: prompts, and what a manager has in hand, do not count."""
    mine = [each for each in lines if each.to_do]
    return Count(every=len(mine), late=sum(each.presses for each in mine))


def waiting(desk: Desk, whose: str | None = None) -> list[Waiting]:
    """What is overdue or due in the next four weeks, and every prompt; missing now first, then the earliest.

    The whole team's, or what is that worker's: in the files allocated to them, what they are named for, what they
    wrote and what they have to sign off; a child who is missing now is everybody's. A file that the reader may not
    open says nothing here.
    """
    desk.demand(Deed.LIST)
    last = _today(desk.now()) + AHEAD
    until = (last + due_now.SURE).isoformat()
    within = last.isoformat()
    found = due_now.lines(desk, until=until)
    lines, people = _lines(desk, [each for each in found if each.due.by < within or _within(each.due, last)])
    if whose is None:
        return lines
    own, signs = allocated.to(desk.store.vault, people, whose), _may_sign_off(desk, whose)
    named = fold(whose)
    return [each for each in lines if each.due.subject in own or _for(each, whose, named, signs=signs)]


def in_file(desk: Desk, subject: Id) -> list[Waiting]:
    """Everything that is due in one file, however far ahead; missing now first, then the earliest."""
    desk.demand(Deed.LIST)
    return _lines(desk, due_now.lines(desk, (merged.head_of(desk, (subject,))[subject],)))[0]


def overnight(lines: Iterable[Waiting], now: datetime) -> list[Waiting]:
    """Those who may have come back since six in the evening before, and whose interview is still owed."""
    evening = datetime.combine(_today(now) - timedelta(days=1), EVENING, moments.LONDON)
    return [each for each in lines if each.part is Part.INTERVIEW and _between(each.due.since, evening, now)]


def colleagues(desk: Desk) -> tuple[str, ...]:
    """Those whose Today may be looked at, in order of name."""
    desk.demand(Deed.LIST)
    return tuple(sorted(accounts.colleagues(desk), key=fold))


def do_by(desk: Desk, line: Due) -> str:
    """The last working day on which an assessment is in time, where that is not the due day itself; else ''.

    Asked of what is shown, once it is shown: England's bank holidays take a tenth of a second to work out.
    """
    if line.rule != reassessment.RULE:
        return ""
    day = reassessment.do_by(line.by, desk.practice.bank_holidays)
    return day if day != line.day.isoformat() else ""


def _within(line: Due, last: date) -> bool:
    return line.day <= last or line.rule in AHEAD_OF_THEM


def _between(moment: str, first: datetime, last: datetime) -> bool:
    return moments.latest(Moment(moment)) >= first and moments.earliest(Moment(moment)) <= last


def _may_sign_off(desk: Desk, whose: str) -> bool:
    account = held.named(desk.store.vault, whose)
    return account is not None and access.may(account.who, Deed.SIGN_OFF)


def _for(line: Waiting, whose: str, named: str, *, signs: bool) -> bool:
    """Whether a line concerns a worker, though the file is not theirs: whoever is missing now concerns everybody."""
    if line.part is Part.MISSING:
        return True
    if line.due.rule == awaiting.SIGN_OFF and signs and line.author != whose:
        return True
    return (line.part in THEIRS and line.author == whose) or any(named == fold(each) for each in line.told.owners)


@dataclass(frozen=True, kw_only=True)
class _Reader:
    """Who reads, and when: asked once, as Today has thousands of lines."""

    name: str
    signs: bool
    now: datetime
    today: date
    soon: int
    people: Mapping[Id, Face]
    authors: Mapping[Id, str]
    days: dict[str, int] = field(default_factory=dict)

    def left(self, line: Due) -> int:
        """The days until a line is due: the lines of a team share few of them."""
        if line.by not in self.days:
            self.days[line.by] = (line.day - self.today).days
        return self.days[line.by]


def _lines(desk: Desk, found: Sequence[Told]) -> tuple[list[Waiting], Mapping[Id, Face]]:
    """These lines as they wait, and the people they are about; without those who have no card."""
    asked = [each.due.record for each in found if PARTS.get(each.due.rule) in THEIRS]
    now = desk.now()
    reader = _Reader(
        name=desk.who.name,
        signs=access.may(desk.who, Deed.SIGN_OFF),
        now=now,
        today=_today(now),
        soon=desk.practice.instruments[desk.practice.instrument].due_soon_days,
        people=faces.faces(desk, {each.due.subject for each in found}),
        authors=involvement.authors_of(desk.store.vault, asked),
    )
    return [_waiting(each, reader) for each in found if each.due.subject in reader.people], reader.people


def _waiting(told: Told, reader: _Reader) -> Waiting:
    line = told.due
    left = reader.left(line)
    author = reader.authors.get(line.record, "")
    part = PARTS.get(line.rule, Part.OTHER)
    if part is Part.SIGN_OFF and (author == reader.name or not reader.signs):  # nobody signs off their own
        part = Part.WITH_MANAGER
    made = object.__new__(Waiting)  # as the class would make it, in half of the time: there are thousands at once
    made.__dict__.update(
        told=told,
        whose=reader.people[line.subject],
        part=part,
        days_left=left,
        author=author,
        soon=0 <= left <= reader.soon,
        minutes_left=due_now.minutes_left(line, reader.now),
    )
    return made


def _today(now: datetime) -> date:
    return now.astimezone(moments.LONDON).date()
