"""Due now: what the index holds, as it is at this reader's now: old lines folded, and nobody back before they came."""

from bisect import insort
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

from rise_desk.domain import (
    agenda,
    disruption_due,
    folding,
    information_due,
    interview_due,
    missing_now,
    moments,
    notice_due,
    open_question_due,
    order_due,
    repeats,
)
from rise_desk.domain.due import Due
from rise_desk.domain.interview import ReturnInterview
from rise_desk.domain.joining import JOINING
from rise_desk.domain.missing import MissingEpisode
from rise_desk.domain.moments import Moment
from rise_desk.domain.record import Id, Record
from rise_desk.services import restricted
from rise_desk.services.desk import Desk
from rise_desk.storage.indexes import due

MINUTE = timedelta(minutes=1)
A_DAY = len("2026-11-21")
SURE = timedelta(days=2)
"""How far beyond the last day the index is asked: a day of London may begin or end on another in UTC."""

APART = timedelta(minutes=10)
"""So far the clocks of two desks may be apart: nobody missing is left out because another desk is ahead."""

BEGUN = frozenset({interview_due.RULE, missing_now.RULE, repeats.RULE})
"""Rules whose lines begin with something that happened, and are not there before it did."""

JOINED = frozenset(
    {disruption_due.RULE, order_due.ORDER, information_due.RULE, open_question_due.RULE,
     notice_due.REVIEW, notice_due.LAPSE, notice_due.SERVICE}
)  # fmt: skip
"""Rules whose lines rest on a record that joins several, and may tell of one in the file of another."""

AWAY = tuple(each for each in agenda.RULES if each.name in BEGUN)


class Told(NamedTuple):
    """One line, for how many it stands, and whose they are where that is somebody else than the file's workers."""

    due: Due
    folded: int = 1
    owners: tuple[str, ...] = ()


def lines(desk: Desk, subjects: tuple[Id, ...] | None = None, until: str = "") -> list[Told]:
    """What is due, missing now first and then the earliest; of these subjects, or of everybody.

    With `until`, what is due before that day, whoever is missing now, and every prompt.
    """
    now, vault = desk.now() + APART, desk.store.vault
    old = folding.limit(desk.now())
    began = now.astimezone(UTC).date().isoformat()
    today = desk.now().astimezone(moments.LONDON).date().isoformat()
    found = due.lines(vault, subjects, until, old=old, began=began, today=today)
    found = [each for each in found if each.rule != notice_due.LAPSE or not _has_lapsed(each, desk.now())]
    ahead = {
        each.subject for each in found if each.since >= began and each.rule in BEGUN and _is_after(each.since, now)
    }
    if ahead:
        found = [each for each in found if each.rule not in BEGUN or each.subject not in ahead]
        found += (each for subject in ahead for each in _as_it_was(desk, subject, now) if each.by >= old)
    found = _tellable(desk, found)
    every = [Told(each, 1, (each.owner,) if each.owner else ()) for each in found]
    if ahead:
        every.sort(key=_place)
    for many in due.folded(vault, old, subjects):
        insort(every, Told(folding.one(many.first, many.many), many.many, many.owners), key=_place)
    return every


def _tellable(desk: Desk, found: list[Due]) -> list[Due]:
    """The lines without those of a record that joins a file to one that is closed to this reader."""
    asked = {each.record for each in found if each.rule in JOINED}
    records = [each for kind in JOINING for each in desk.store.several(kind, asked)] if asked else []
    hidden = {each.id for each in records} - restricted.tellable(desk, records)
    return [each for each in found if each.record not in hidden]


def _has_lapsed(line: Due, now: datetime) -> bool:
    """Whether the hour has passed at which a notice lapsed; one that lapses on a day is left out by the index."""
    return len(line.by) > A_DAY and moments.earliest(Moment(line.by)) <= now


def _place(told: Told) -> tuple[bool, str, Id]:
    return told.due.rule != missing_now.RULE, told.due.by, told.due.subject


def _as_it_was(desk: Desk, subject: Id, now: datetime) -> Iterable[Due]:
    """What episodes and returns made due then; asked only where a reader's now lies before what is on file."""
    file = desk.store.ruled_file(desk.store.whole(subject))
    known = replace(file, records=tuple(_known(file.records, now)))
    return agenda.due_lines(known, desk.practice, AWAY)


def _known(records: Iterable[Record], now: datetime) -> Iterator[Record]:
    """The records as they were then: no episode that had not begun, no return that had not happened yet."""
    for each in records:
        if isinstance(each, MissingEpisode | ReturnInterview) and _is_after(each.happened(), now):
            continue
        yield _still_open(each, now) if isinstance(each, MissingEpisode) else each


def _still_open(episode: MissingEpisode, now: datetime) -> MissingEpisode:
    back = Moment("") if _is_after(episode.returned_at, now) else episode.returned_at
    graded = tuple(each for each in episode.regrades if not _is_after(each.at, now))
    return replace(episode, returned_at=back, regrades=graded)


def _is_after(moment: str, now: datetime) -> bool:
    return moments.in_future(Moment(moment), now)


def minutes_left(line: Due, now: datetime) -> int | None:
    """The elapsed minutes until a line is due, rounded down; None of one that is due on a day."""
    if len(line.by) <= A_DAY:
        return None
    return (moments.earliest(Moment(line.by)) - now) // MINUTE
