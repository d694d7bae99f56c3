"""Whose file this is, as the strip above the tabs says it: who, how old, where, with whom, and what must be minded."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from rise_desk.domain import moments
from rise_desk.domain.chronology import Sieve
from rise_desk.domain.contact import ContactNote
from rise_desk.domain.due import Due
from rise_desk.domain.life import StandingWarning
from rise_desk.domain.moments import Moment
from rise_desk.domain.person import Person
from rise_desk.domain.practice import Practice
from rise_desk.services import overview, photos
from rise_desk.services.desk import Desk
from ui import formats
from ui.due_words import lateness
from ui.records.words import capitalised
from ui.widgets.badge import Tone
from ui.widgets.identity import Identity

TONES = {"open": Tone.INFO, "referred": Tone.INFO, "closed": Tone.CLOSED}
HOW_SEEN = {"seen_alone": "alone", "seen_with_others": "with others"}


def identity(desk: Desk, person: Person) -> Identity:
    """What the strip says of a person now."""
    practice, now = desk.practice, desk.now()
    today = now.astimezone(moments.LONDON).date()
    return Identity(
        name=person.name,
        second=second_line(person, practice, now),
        photo=photos.of(desk, person),
        facts=(
            ("Key worker", person.key_worker() or "Nobody yet"),
            ("Last seen", last_seen(desk, person) or "Not recorded"),
            ("File", person.file_number),
        ),
        badge=_badge(person, practice),
        warnings=[
            *_withdrawal(person),
            *(_warning(each, practice) for each in sorted(person.standing_warnings(today), key=_review)),
        ],
        urgent=_urgent(overview.due_lines(desk, (person.id,)), today),
    )


def short(who: Identity, flags: Sequence[str]) -> Identity:
    """The same in fewer lines, for a low page: every warning in one line, and how many flags there are."""
    warnings = [("; ".join(text for text, _detail in who.warnings), "")] if who.warnings else []
    facts = (*who.facts, ("Flags", str(len(flags)))) if flags else who.facts
    return replace(who, warnings=warnings, facts=facts)


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
        return f"about {person.approximate_age}" if person.approximate_age else "date of birth not recorded"
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
    today = now.astimezone(moments.LONDON).date()
    return tuple(capitalised(practice.label("flag", each.flag)) for each in person.standing_flags(today))


def days_left(line: Due, today: date) -> int:
    """How many days there are until something is due; below zero when it is late."""
    return (date.fromisoformat(moments.london_day(Moment(line.by))) - today).days


def _badge(person: Person, practice: Practice) -> tuple[str, Tone] | None:
    """How the case stands; of a withdrawn file, that it is one."""
    state = person.case_state()
    if person.withdrawn:
        return "Withdrawn", Tone.CLOSED
    return (capitalised(practice.label("case_state", state)), TONES.get(state, Tone.INFO)) if state else None


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


def _urgent(lines: Sequence[Due], today: date) -> str:
    """The first thing that is late, said where nobody can miss it."""
    late = next((each for each in lines if days_left(each, today) < 0), None)
    return lateness(days_left(late, today), late.by).split(" · ")[0] if late else ""
