"""How a line of Today is written: who, what is known of it, the fact that matters, and the time that is left."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from textwrap import shorten

from rise_desk.domain import announced, moments
from rise_desk.domain.moments import Moment
from rise_desk.domain.practice import Practice
from rise_desk.services.today import Part, Waiting
from rise_desk.services.unfinished import Draft
from ui import bands, formats, today_asks
from ui.due_words import coming, due_by, lasting, lateness, left, short_day
from ui.today_asks import Ask, Opens, Verb
from ui.widgets.badge import Tone

IN_FULL = 300
"""So many letters of a manager's comment or of a reason are read at a glance; the rest is in the entry."""

IN_WORDS = (Part.INTERVIEW, Part.SAME_DAY, Part.SENT_BACK, Part.SIGN_OFF, Part.REPEAT)
"""Parts whose second line is read as a whole, in as many lines as it takes."""

NO_DAY = "no day was set"
GRADE, OFTEN = ", police grade", "time in 30 days"


@dataclass(frozen=True, kw_only=True)
class Line:
    """One line as it is written; `key` tells it from all others, and `verbs` come with the one that matters last.

    `opens` is what the name does. `minutes`: what is left of a clock that runs in hours, drawn as a line; else None.
    """

    key: tuple[object, ...]
    title: str
    second: str
    fact: str
    verbs: tuple[Verb, ...]
    opens: Verb | None = None
    badge: tuple[str, Tone] | None = None
    loud: bool = False
    in_full: bool = False
    minutes: int | None = None


@dataclass(frozen=True, kw_only=True)
class Around:
    """What a line is written by, beside what waits: the practice, the time, the reader's unfinished forms.

    `away`: of the episodes from which somebody came back overnight, from where, and for how many minutes.
    """

    practice: Practice
    now: datetime
    drafts: Sequence[Draft] = ()
    away: tuple[tuple[int, tuple[str, int]], ...] = ()


def key_of(each: Waiting) -> tuple[object, ...]:
    """What tells a line from all others."""
    return (each.due.rule, each.due.subject, each.due.record, each.due.what)


def told(each: Waiting, around: Around, *, overnight: bool = False) -> Line:
    """A line as it is written, with what can be done about it."""
    who = formats.name_and_age(each.name, each.date_of_birth, around.now)
    second, fact = _words(each, around, overnight=overnight)
    line = Line(
        key=key_of(each),
        title=who,
        second=second,
        fact=fact,
        verbs=today_asks.verbs(each, around.drafts, overnight=overnight),
        opens=today_asks.opening(each),
        badge=bands.badge(around.practice, each.band) if each.band else None,
        loud=_is_loud(each),
        in_full=overnight or each.part in IN_WORDS or each.due.rule in announced.TIMED,
        minutes=each.minutes_left if each.part is Part.INTERVIEW and each.folded == 1 else None,
    )
    if each.part is Part.ACTION:
        said = (part for part in each.due.why.split(", ") if part != NO_DAY)
        return replace(line, title=_first(each.due.what), second=formats.joined(f"for {who}", *said))
    return line


def unfinished_line(draft: Draft, title: str, now: datetime, more: int = 0) -> Line:
    """A form that was left unfinished; of several the newest, with the way to the `more` there are."""
    ask = Ask(opens=Opens.DRAFT, draft=draft)
    on = Verb(text="Go on writing", spoken=f"Go on writing: {title}", ask=ask)
    told = f"and {more} more"
    rest = Verb(text=told, spoken=f"{told}: show every unfinished form", ask=Ask(opens=Opens.MORE))
    return Line(
        key=("draft", draft.id),
        title=f"Unfinished: {title}",
        second=f"kept as you typed, {at(draft.saved_at, now)}",
        fact="",
        verbs=(rest, on) if more else (on,),
    )


def _is_loud(each: Waiting) -> bool:
    return each.waits if each.part is Part.SIGN_OFF else each.presses


def _words(each: Waiting, around: Around, *, overnight: bool) -> tuple[str, str]:
    """The second line, and the fact that matters."""
    if each.part is Part.MISSING:
        return _missing(each, around.now)
    if each.part is Part.INTERVIEW:
        return _interview(each, around, overnight=overnight)
    due = each.due
    worker = _worker(each, each.key_worker)
    because, asked = shorten(due.why, IN_FULL, placeholder=" …"), due.what.partition(": ")[2]
    day = due_by(each.days_left, due.by)
    if each.part is Part.SIGN_OFF:
        said = f"{asked}. {because}" if each.waits else because
        return said, f"Waits since {short_day(due.since)}" if each.waits else day
    if each.part is Part.WITH_MANAGER:
        return formats.joined(asked, due.why), ""
    if each.part is Part.SENT_BACK:
        return because, day
    if each.part is Part.REPEAT:
        return f"{due.what}: {because}", day
    if each.part is Part.ACTION:
        return "", f"{NO_DAY.capitalize()}, agreed {short_day(due.since)}" if NO_DAY in due.why else day
    if each.part is Part.REVIEW:
        return formats.joined(due.why, worker), f"Next due {short_day(due.by)}"
    if each.part is Part.REASSESS:
        first = "" if due.what == "Reassess" else due.what
        return formats.joined(first, due.why, bands.WAITS if each.waits else "", worker), day
    told = coming if due.rule in announced.ANNOUNCED else lateness
    return formats.joined(due.what, due.why, worker), told(each.days_left, due.by)


def _missing(each: Waiting, now: datetime) -> tuple[str, str]:
    """From where and how graded; and for how long, since when, and how often of late."""
    why, _comma, last = each.due.why.rpartition(", ")
    often = last if last.endswith(OFTEN) else ""
    second = (why if often else each.due.why).replace(GRADE, GRADE.replace(",", " ·"), 1)
    since = Moment(each.due.since)
    if not moments.has_time(since):
        return second, formats.joined(f"since {short_day(since)}", often)
    minutes = int((now - moments.earliest(since)).total_seconds() // 60)
    return second, formats.joined(f"for {lasting(minutes)}, since {at(since, now).removeprefix('today ')}", often)


def _interview(each: Waiting, around: Around, *, overnight: bool) -> tuple[str, str]:
    """When they came back and how far the interview has come; and how much of its time is left."""
    due, whose = each.due, each.due.owner or each.key_worker
    worker = f"interview by {due.owner}" if due.owner else _worker(each, whose)
    if each.folded > 1:
        return formats.joined(f"the oldest back {formats.when_full(_day(due.since))}", worker), (
            f"{each.folded} old return interviews over 28 days late"
        )
    clock = left(each.minutes_left or 0)
    by = at(Moment(due.by), around.now)
    fact = formats.joined(clock, f"{'was due' if each.overdue else 'due'} {by}")
    away = dict(around.away).get(due.record) if overnight else None
    if away is None:
        return formats.joined(*due.why.split(", ", 1), worker), fact
    back, _comma, rest = due.why.partition(", ")
    place = f" {away[0]}" if away[0].startswith("from ") else f", {away[0]}"
    return formats.joined(back, f"away {lasting(away[1])}{place}", rest), fact


def _worker(each: Waiting, name: str) -> str:
    """Whose child it is, or that nobody is named yet; nothing of adults and things, which have no key worker."""
    return f"key worker {name}" if name else "no key worker" if each.whose.at_risk else ""


def at(moment: Moment, now: datetime) -> str:
    """A time as it is said at a glance: 'today 11:10', 'Sun 22 Nov 23:30'."""
    day = moments.london_day(moment)
    if day == now.astimezone(moments.LONDON).date().isoformat():
        return f"today {moments.shown_short(moment).rpartition(' ')[2]}"
    return moments.shown_short(moment, now)


def _day(at_: str) -> Moment:
    return Moment(moments.london_day(Moment(at_)))


def _first(text: str) -> str:
    """What is to be done, on one line."""
    return " ".join(text.split())
