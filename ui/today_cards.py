"""The cards of Today: which there are, in which order, and how each of their lines is written."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from textwrap import shorten

from rise_desk.domain import checklist_lines
from rise_desk.domain.record import Id
from rise_desk.services.today import Part, Waiting
from rise_desk.services.unfinished import Draft
from ui import bands, formats
from ui.desk import ScreenDesk
from ui.due_words import due_by, lateness, short_day
from ui.today_rows import Line, Verb

IN_FULL = 300
"""So many letters of a manager's comment or of a reason are read at a glance; the rest is in the entry."""

IN_WORDS = (Part.SAME_DAY, Part.SENT_BACK, Part.SIGN_OFF)
"""Parts whose second line is read as a whole, in as many lines as it takes."""

SIX_WEEKLY = "six-weekly"
PROMPTED = "its due day does not move"


@dataclass(frozen=True, kw_only=True)
class Asks:
    """What the page does when a line is acted on: show a file, assess somebody, read an entry, go on with a form."""

    open_file: Callable[[Id], object]
    assess: Callable[[Id], object]
    read: Callable[[Id, Id], object]
    resume: Callable[[Draft], object]


@dataclass(frozen=True, kw_only=True)
class Group:
    """One card: its title, what stands beside it, and its lines under the headings they have."""

    title: str
    aside: str
    lines: tuple[tuple[str, Waiting], ...]
    loud: bool = False
    badges: bool = False


def groups(lines: Sequence[Waiting], who: str) -> list[Group]:
    """Every card that has lines for this reader, what presses most before the rest."""
    parts = {part: [each for each in lines if each.part is part] for part in Part}
    other, back = parts[Part.OTHER], parts[Part.SENT_BACK]
    own = [each for each in back if who in (each.author, each.key_worker)]
    made = [
        _plain("To do the same day", parts[Part.SAME_DAY], loud=True, badges=True),
        _plain("Sent back to you", own, loud=_late(own), badges=True),
        _sign_offs(parts[Part.SIGN_OFF]),
        _plain("Overdue", [each for each in other if each.overdue], loud=True),
        _reassessments(parts[Part.REASSESS]),
        _plain("Due today", [each for each in other if each.days_left == 0]),
        _plain("Due in the next 7 days", [each for each in other if 1 <= each.days_left <= 7]),
        _plain("Later", [each for each in other if each.days_left > 7]),
        _plain("Consider an early review", parts[Part.REVIEW], aside=PROMPTED, badges=True),
        _plain("Sent back to others", [each for each in back if each not in own], badges=True),
        _plain("With a manager", parts[Part.WITH_MANAGER], aside="until it is signed off", badges=True),
    ]
    return [each for each in made if each.lines]


def _plain(title: str, lines: Sequence[Waiting], *, aside: str = "", loud: bool = False, badges: bool = False) -> Group:
    told = aside or formats.count(len(lines), "line")
    return Group(title=title, aside=told, lines=tuple(("", each) for each in lines), loud=loud, badges=badges)


def _sign_offs(lines: Sequence[Waiting]) -> Group:
    waits = sum(each.waits for each in lines)
    aside = formats.joined(
        formats.count(len(lines), "assessment"), f"{formats.count(waits, 'band')} not in effect" if waits else ""
    )
    loud = bool(waits) or _late(lines)
    ordered = sorted(lines, key=lambda each: not each.waits)
    return _plain("Waiting for your sign-off", ordered, aside=aside, loud=loud, badges=True)


def _reassessments(lines: Sequence[Waiting]) -> Group:
    parts = {
        "Overdue": [each for each in lines if each.overdue],
        "Due soon": [each for each in lines if each.soon],
        "Later": [each for each in lines if not (each.overdue or each.soon)],
    }
    numbers = ", ".join(f"{len(each):,} {title.lower()}" for title, each in parts.items() if each)
    return Group(
        title="Reassessments",
        aside=formats.joined(SIX_WEEKLY, numbers),
        lines=tuple((title, each) for title, part in parts.items() for each in part),
        loud=_late(lines),
        badges=True,
    )


def _late(lines: Iterable[Waiting]) -> bool:
    return any(each.overdue for each in lines)


def told(desk: ScreenDesk, asks: Asks, each: Waiting, drafts: Sequence[Draft]) -> Line:
    """A line of Today as it is written, with what can be done about it."""
    second, fact, loud = _words(each)
    who = formats.name_and_age(each.name, each.date_of_birth, desk.now())
    return Line(
        key=(each.due.rule, each.due.subject, each.due.record),
        title=who,
        second=second,
        fact=fact,
        verbs=_verbs(asks, each, drafts),
        badge=bands.badge(desk.practice, each.band) if each.band else None,
        loud=loud,
        in_full=each.part in IN_WORDS,
    )


def _words(each: Waiting) -> tuple[str, str, bool]:
    """The second line, the fact that matters, and whether it is loud."""
    due, worker = each.due, f"key worker {each.key_worker}" if each.key_worker else "no key worker"
    because, asked = shorten(due.why, IN_FULL, placeholder=" …"), due.what.partition(": ")[2]
    if each.part is Part.SIGN_OFF:
        since = f"Waits since {short_day(due.since)}"
        return (
            f"{asked}. {because}" if each.waits else because,
            since if each.waits else due_by(each.days_left, due.by),
            each.waits,
        )
    if each.part is Part.WITH_MANAGER:
        return formats.joined(asked, due.why), "with a manager", False
    if each.part is Part.SENT_BACK:
        return because, due_by(each.days_left, due.by), each.overdue
    if each.part is Part.REVIEW:
        return formats.joined(due.why, worker), f"Next due {short_day(due.by)}", False
    if each.part is Part.REASSESS:
        first = "" if due.what == "Reassess" else due.what
        waits = bands.WAITS if each.waits else ""
        return formats.joined(first, due.why, waits, worker), due_by(each.days_left, due.by), each.overdue
    return formats.joined(due.what, due.why, worker), lateness(each.days_left, due.by), each.overdue


def _verbs(asks: Asks, each: Waiting, drafts: Sequence[Draft]) -> tuple[Verb, ...]:
    """Opening the file, and last the one thing that answers the line."""
    open_file = Verb(
        text="Open file", spoken=f"Open the file of {each.name}", act=lambda: asks.open_file(each.due.subject)
    )
    answered = answer(asks, each, drafts)
    return (open_file, answered) if answered else (open_file,)


def answer(asks: Asks, each: Waiting, drafts: Sequence[Draft]) -> Verb | None:
    """The one thing that answers a line: the form of the assessment, or the entry to be read; None for any other."""
    due, name = each.due, each.name
    if each.part is Part.OTHER:
        return None
    if each.part in (Part.REASSESS, Part.REVIEW) or due.rule == checklist_lines.FULL:
        return Verb(text="Assess", spoken=f"Assess {name}", act=lambda: asks.assess(due.subject))
    own = next((draft for draft in drafts if each.part is Part.SENT_BACK and draft.record == due.record), None)
    if own is not None:
        return Verb(text="Go on", spoken=f"Go on with the assessment of {name}", act=lambda: asks.resume(own))
    text, what = ("Read and sign off", "sign off") if each.part is Part.SIGN_OFF else ("Read", "read")
    record = "checklist" if due.rule == checklist_lines.SAME_DAY else "assessment"
    spoken = f"{what.capitalize()} the {record} of {name}"
    return Verb(text=text, spoken=spoken, act=lambda: asks.read(due.subject, due.record))
