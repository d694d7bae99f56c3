"""How the values of a record read on paper: labels, spells of time, yes and no, and what is not recorded."""

from collections.abc import Iterable
from datetime import datetime

from rise_desk.domain import moments
from rise_desk.domain.life import Spell
from rise_desk.domain.moments import Moment
from rise_desk.domain.practice import Practice
from rise_desk.reports.blocks import Fact

NOT_RECORDED = "not recorded"
_ANSWERS = {True: "yes", False: "no", None: NOT_RECORDED}


def facts(*pairs: tuple[str, str]) -> tuple[Fact, ...]:
    """The things that are known, with their labels; what is empty is left out."""
    return tuple(Fact(label=label, value=value) for label, value in pairs if value)


def first_letter_up(text: str) -> str:
    """The text as it starts a line."""
    return text[:1].upper() + text[1:]


def joined(*texts: str, by: str = ", ") -> str:
    """Those texts that say something, one after the other."""
    return by.join(text for text in texts if text)


def listed(texts: Iterable[str]) -> str:
    """Each text that says something on a line of its own."""
    return joined(*texts, by="\n")


def span(spell: Spell) -> str:
    """From when until when: 'since 3 June 2026', '3 June 2026 to 4 May 2027', 'until 2025', '' for unknown."""
    since, until = moments.shown(spell.since), moments.shown(spell.until)
    if since and until:
        return f"{since} to {until}"
    return f"since {since}" if since else until and f"until {until}"


def born(day: Moment, now: datetime) -> str:
    """When somebody was born and how old that makes them: 'born 12 March 2013 (13)', '' for unknown."""
    age = moments.age_words(day, now)
    return joined(f"born {moments.shown(day)}", f"({age})" if age else "", by=" ") if day else ""


def answered(answer: bool | None) -> str:
    """Yes, no, or that nobody has recorded it: three different things."""
    return _ANSWERS[answer]


def label_or_unknown(practice: Practice, vocabulary: str, key: str) -> str:
    """What people read for a key, or that nothing is recorded."""
    return practice.label(vocabulary, key) or NOT_RECORDED
