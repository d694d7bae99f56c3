"""Whose file this is, as the strip above the tabs says it: who, how old, where, with whom, and what must be minded."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from rise_desk.domain import awaiting, moments
from rise_desk.domain.assessment import Assessment
from rise_desk.domain.card import Card
from rise_desk.domain.case_course import OPEN
from rise_desk.domain.chronology import Sieve
from rise_desk.domain.contact import ContactNote
from rise_desk.domain.life import StandingWarning
from rise_desk.domain.moments import Moment
from rise_desk.domain.person import AT_RISK, OF_CONCERN, Person
from rise_desk.domain.practice import Practice
from rise_desk.domain.record import Id
from rise_desk.domain.trend import trend
from rise_desk.services import notices, overview, photos, today
from rise_desk.services.desk import Desk
from rise_desk.services.today import Part, Waiting
from ui import bands, formats
from ui.due_words import due_by, lasting, lateness, left, short_day
from ui.records.words import capitalised
from ui.widgets.badge import Tone
from ui.widgets.identity import Identity

if TYPE_CHECKING:
    from ui.case_page import CasePage

UNANSWERED = {awaiting.STRATEGY: "Strategy discussion not answered"}
CHECKLIST = "Health checklist not answered"
NEXT, WAITS, INTERVIEW = "Next assessment", "Not signed off", "Return interview"
AGAIN_MS = 20_000
TONES = {"open": Tone.INFO, "referred": Tone.INFO, "closed": Tone.CLOSED}
HOW_SEEN = {"seen_alone": "alone", "seen_with_others": "with others"}


def identity(desk: Desk, person: Person) -> Identity:
    """What the strip says of a person now."""
    practice, now = desk.practice, desk.now()
    day = now.astimezone(moments.LONDON).date()
    card = overview.card_of(desk, person.id)
    next_one, late = next_assessment(card, day)
    lines = today.in_file(desk, person.id)
    owed, owed_late = interview_clock(lines)
    missing = missing_now(lines, now)
    return Identity(
        name=person.name,
        second=second_line(person, practice, now),
        photo=photos.of(desk, person),
        facts=(
            *_known_for(desk, person),
            *next_one,
            *_waits(desk, card),
            *owed,
            *in_force(desk, person),
            ("File", person.file_number),
        ),
        loud=(*((NEXT,) if late else ()), *((INTERVIEW,) if owed_late else ())),
        badge=_badge(desk, person, card),
        warnings=[
            *_withdrawal(person),
            *(_warning(each, practice) for each in sorted(person.standing_warnings(day), key=_review)),
        ],
        urgent=_urgent(lines),
        missing=missing,
        runs=bool(missing or owed),
    )


def follow(page: "CasePage") -> None:
    """Let a page say again what goes by the clock, as long as it is there."""
    again = QTimer(page, interval=AGAIN_MS)
    again.timeout.connect(page.tell_again)
    again.start()


def missing_now(lines: Sequence[Waiting], now: datetime) -> str:
    """'Missing now for 5 h 40 min, since Sat 21 Nov 08:22'; '' where they are not."""
    line = next((each for each in lines if each.part is Part.MISSING), None)
    if line is None:
        return ""
    since = Moment(line.due.since)
    minutes = int((now - moments.earliest(since)).total_seconds() // 60)
    long = f" for {lasting(minutes)}," if moments.has_time(since) else ""
    return formats.joined(f"Missing now{long} since {moments.shown_short(since, now)}", line.due.why)


def interview_clock(lines: Sequence[Waiting]) -> tuple[tuple[tuple[str, str], ...], bool]:
    """How much time the return interview has that is due first, and whether it is late; nothing where none is owed."""
    owed = [each for each in lines if each.part is Part.INTERVIEW and each.minutes_left is not None]
    if not owed:
        return (), False
    first = min(owed, key=lambda each: (each.folded > 1, each.minutes_left or 0))
    told = f"{first.folded} over 28 days late" if first.folded > 1 else left(first.minutes_left or 0)
    return ((INTERVIEW, told),), first.overdue


def _known_for(desk: Desk, person: Person) -> tuple[tuple[str, str], ...]:
    """Who works with a young person and when they were seen; of somebody who is only of concern, how that stands."""
    seen = last_seen(desk, person)
    if person.has_role(AT_RISK) or not person.has_role(OF_CONCERN):
        return ("Key worker", person.key_worker() or "Nobody yet"), ("Last seen", seen or formats.NOT_RECORDED)
    status = capitalised(desk.practice.label("concern_status", person.status_now()))
    known = capitalised(desk.practice.label("how_well_known", person.how_well_known))
    said = (("Key worker", person.key_worker()), ("Last seen", seen))
    return (
        ("Status", status or formats.NOT_RECORDED),
        ("How well known", known or formats.NOT_RECORDED),
        *(each for each in said if each[1]),
    )


def in_force(desk: Desk, person: Person) -> tuple[tuple[str, str], ...]:
    """Whom a notice in force warns, or away from whom; of several, how many. Nothing where none is."""
    held = [each for each in notices.of_file(desk, person.id) if each.in_force]
    if not held:
        return ()
    return (("Notice in force", held[0].other),) if len(held) == 1 else (("Notices in force", str(len(held))),)


def short(who: Identity, flags: Sequence[str]) -> Identity:
    """The same in fewer lines, for a low page: every warning in one line, and how many flags there are."""
    warnings = [("; ".join(text for text, _detail in who.warnings), "")] if who.warnings else []
    facts = (*who.facts, ("Flags", str(len(flags)))) if flags else who.facts
    return replace(who, warnings=warnings, facts=facts, missing=who.missing.partition(" · ")[0])


def second_line(person: Person, practice: Practice, now: datetime) -> str:
    """Known as, age and birthday as far as they are known, where they live, what holds legally."""
    lives = person.lives_now()
    home = (practice.label("lives", lives.lives), lives.provider) if lives else ("", "")
    return formats.joined(
        f"known as {person.known_as}" if person.known_as and person.known_as != person.name else "",
        born(person, now),
        ", ".join(each for each in home if each),
        ", ".join(practice.label("legal_status", each.status) for each in person.legal_now()),
    )


def born(person: Person, now: datetime) -> str:
    """'13 (12 March 2013)'; in words where only a month, a year or an estimate is known."""
    if not person.date_of_birth:
        return person.said_age() or "date of birth not recorded"
    age, day = formats.age(person.date_of_birth, now), formats.when_full(person.date_of_birth)
    if moments.precision(person.date_of_birth) != "day":
        return f"{age} (born {day}, day not known)"
    return f"{age} ({day})" if age else f"born {day}"


def last_seen(desk: Desk, person: Person) -> str:
    """When somebody was last seen, and whether alone: 'Tue 17 Nov, alone'; '' for never."""
    card = overview.card_of(desk, person.id)
    if card is None or not card.last_seen:
        return ""
    sieve = Sieve(since=card.last_seen, until=card.last_seen)
    entries = [each for each in overview.chronology(desk, person.id, sieve) if each.line.seen and overview.counts(each)]
    seen = {
        concern.seen
        for each in entries
        if isinstance(each.record, ContactNote)
        for concern in each.record.concerns
        if concern.subject == person.id
    }
    how = next((words for key, words in HOW_SEEN.items() if key in seen), "")
    day = moments.shown_short(Moment(card.last_seen), desk.now())
    return f"{day}, {how}" if how else day


def flags(person: Person, practice: Practice, now: datetime) -> tuple[str, ...]:
    """Every flag that stands."""
    day = now.astimezone(moments.LONDON).date()
    return tuple(capitalised(practice.label("flag", each.flag)) for each in person.standing_flags(day))


def next_assessment(card: Card | None, day: date) -> tuple[tuple[tuple[str, str], ...], bool]:
    """When the next assessment is due, and whether it is overdue; nothing where none is."""
    if card is None or not card.assess_by:
        return (), False
    left = (date.fromisoformat(card.assess_by) - day).days
    if left < 0:
        return ((NEXT, due_by(left, card.assess_by)),), True
    return ((NEXT, "Today" if left == 0 else short_day(card.assess_by)),), False


def band(desk: Desk, card: Card) -> tuple[str, Tone]:
    """The band that shows, the score, and how it stands to the one before: 'Amber 29, up 6'."""
    word, tone = bands.badge(desk.practice, card.band, card.overall)
    newest, *before = _newest(desk, card.subject, 2)
    how = trend(newest.overall, before[0].overall if before else None)
    return ", ".join(each for each in (word, how) if each), tone


def _waits(desk: Desk, card: Card | None) -> tuple[tuple[str, str], ...]:
    """The band that was chosen and has not taken effect."""
    if card is None or not card.waits:
        return ()
    chosen, _tone = bands.badge(desk.practice, _newest(desk, card.subject, 1)[0].band)
    return ((WAITS, chosen),)


def _newest(desk: Desk, subject: Id, many: int) -> list[Assessment]:
    """The newest assessments that count, the last first."""
    found: list[Assessment] = []
    after = None
    while page := overview.chronology(desk, subject, Sieve(kinds=(Assessment.KIND,)), after, limit=many + 2):
        found += [each.record for each in page if overview.counts(each) and isinstance(each.record, Assessment)]
        if len(found) >= many:
            break
        after = page[-1].line
    return found[:many]


def _badge(desk: Desk, person: Person, card: Card | None) -> tuple[str, Tone] | None:
    """The band of an open case, else how the case stands; of a withdrawn file, that it is one."""
    state = person.case_state()
    if person.withdrawn:
        return "Withdrawn", Tone.CLOSED
    if card is not None and card.band and state == OPEN:
        return band(desk, card)
    label = desk.practice.label("case_state", state)
    return (capitalised(label), TONES.get(state, Tone.INFO)) if state else None


def _withdrawal(person: Person) -> list[tuple[str, str]]:
    """That a file was withdrawn, by whom, when and why: the first thing to know about it."""
    gone = person.withdrawn
    if gone is None:
        return []
    day = formats.when_full(Moment(moments.london_day(gone.at)))
    return [("This file was withdrawn. It is in no list", formats.joined(f"{gone.by}, {day}", gone.why))]


def _warning(each: StandingWarning, practice: Practice) -> tuple[str, str]:
    review = f"review {formats.when_full(each.review_on)}" if each.review_on else ""
    return capitalised(practice.label("warning", each.warning)), formats.joined(each.detail, review)


def _review(warning: StandingWarning) -> tuple[bool, str]:
    """The one to be looked at first comes first, so that what is overdue stands beside it."""
    return not warning.review_on, warning.review_on


def _urgent(lines: Sequence[Waiting]) -> str:
    """The first thing that is late, said where nobody can miss it; the next assessment has a place of its own."""
    pressing = next((each for each in lines if each.part is Part.SAME_DAY and each.overdue), None)
    if pressing is not None:
        return UNANSWERED.get(pressing.due.rule, CHECKLIST)
    late = next((each for each in lines if each.part is Part.OTHER and each.overdue), None)
    return lateness(late.days_left, late.due.by).split(" · ")[0] if late else ""
