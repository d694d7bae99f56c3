"""How a link reads: as a sentence, from one of its ends, how sure it is, and when it held."""

from collections.abc import Iterator

from rise_desk.domain import linking, moments
from rise_desk.domain.link import Link
from rise_desk.domain.moments import Moment
from rise_desk.domain.practice import Practice
from ui import formats
from ui.records.marks import day

NOT_SAID = "confidence not recorded"
NO_PROOF = "A link is no proof. It keeps what was said, by whom, and how sure they are."
VERBS = frozenset({"acts_with", "went_missing_with", "found_with"})
"""Read the same from either end, and are verbs: 'Jo and Kim went missing with each other'."""


def sentence(link: Link, one: str, other: str, practice: Practice) -> str:
    """The link as it is told: 'Darren Pike exploited Maisie Okafor', 'Jo Hill and Kim Bell: friend or associate'."""
    how = practice.label("link_type", link.link_type)
    detail = f" ({link.detail.strip()})" if link.detail.strip() else ""
    if link.link_type in linking.MUTUAL and link.link_type not in VERBS:
        return f"{one} and {other}: {how}{detail}"
    return f"{one} {how} {other}{detail}"


def sureness(confidence: str, practice: Practice) -> str:
    """How sure it is, in words."""
    return practice.label("confidence", confidence) or NOT_SAID


def period(since: Moment, until: Moment, *, on_a_day: bool) -> str:
    """When it held: 'on 3 May 2026', 'since May 2026', 'until 2025'; '' where nobody said."""
    return " ".join(_period(since, until, on_a_day=on_a_day))


def _period(since: Moment, until: Moment, *, on_a_day: bool) -> Iterator[str]:
    if since:
        yield f"{'on' if on_a_day else 'since' if not until else 'from'} {moments.shown(since)}"
    if until:
        yield f"{'to' if since else 'until'} {moments.shown(until)}"


def told_by(said_by: str, recorded_at: Moment, recorded_by: str) -> str:
    """Who says so, and who recorded it when."""
    said = f"said by {said_by.strip()}" if said_by.strip() else "who says so is not recorded"
    return formats.joined(said, f"recorded {day(recorded_at)} by {recorded_by}")
