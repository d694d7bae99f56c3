"""Due now: what the index holds, as it is at this reader's now: old lines folded, and nobody back before they came."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from rise_desk.domain import folding, interview_due, missing_now, moments, repeats
from rise_desk.domain.due import Due
from rise_desk.domain.missing import MissingEpisode
from rise_desk.domain.moments import Moment
from rise_desk.domain.record import Id
from rise_desk.services.desk import Desk
from rise_desk.storage.indexes import due

MINUTE = timedelta(minutes=1)
BEGUN = frozenset({interview_due.RULE, missing_now.RULE, repeats.RULE})
"""Rules whose lines begin with something that happened, and are not there before it did."""


@dataclass(frozen=True, kw_only=True)
class Told:
    """One line, for how many it stands, and whose they are where that is somebody else than the file's workers."""

    due: Due
    folded: int = 1
    owners: tuple[str, ...] = ()


def lines(desk: Desk, subjects: tuple[Id, ...] | None = None, until: str = "") -> list[Told]:
    """What is due, missing now first and then the earliest; of these subjects, or of everybody.

    With `until`, what is due before that day alone.
    """
    now, vault = desk.now(), desk.store.vault
    old = folding.limit(now)
    every = [Told(due=each, owners=(each.owner,) if each.owner else ()) for each in _begun(desk, subjects, until, old)]
    every += (
        Told(due=folding.one(each.first, each.many), folded=each.many, owners=each.owners)
        for each in due.folded(vault, old, subjects)
    )
    return sorted(every, key=lambda each: (each.due.rule != missing_now.RULE, each.due.by, each.due.subject))


def _begun(desk: Desk, subjects: tuple[Id, ...] | None, until: str, old: str) -> Iterator[Due]:
    """The lines that are not folded and had begun by now."""
    now = desk.now()
    for each in due.lines(desk.store.vault, subjects, until, old=old, began=moments.london_day(moments.stamp(now))):
        if each.rule not in BEGUN or moments.earliest(Moment(each.since)) <= now:
            yield each
        elif each.rule == interview_due.RULE:
            yield from _not_back_yet(desk, each, now)


def _not_back_yet(desk: Desk, line: Due, now: datetime) -> Iterator[Due]:
    """Missing at this reader's now, where the return was later than that; the next save has told it already."""
    episode = desk.store.get(MissingEpisode, line.record)
    if moments.earliest(episode.since) <= now:
        file = desk.store.ruled_file(desk.store.whole(line.subject))
        yield missing_now.line(episode, file, desk.practice)


def minutes_left(line: Due, now: datetime) -> int | None:
    """The elapsed minutes until a line is due, rounded down; None of one that is due on a day."""
    by = Moment(line.by)
    return (moments.earliest(by) - now) // MINUTE if moments.has_time(by) else None
