"""What stands against a missing episode: by itself, and against the rest of the file."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from rise_desk.domain import moments
from rise_desk.domain.moments import Moment

if TYPE_CHECKING:
    from rise_desk.domain.casefile import CaseFile
    from rise_desk.domain.missing import MissingEpisode

REPORTED = frozenset({"missing", "away"})
"""The types that are reported while the child is away; a report of the others is optional."""

RETURN_BEFORE = (
    "Returned at must be after it was reported. If it was reported only after they were back, choose “not reported, "
    "learned of later”."
)


def of(episode: "MissingEpisode") -> dict[str, str]:
    """What the episode alone shows to be wrong, a sentence for each field."""
    return {**_times(episode), **_regrades(episode)}


def _times(episode: "MissingEpisode") -> dict[str, str]:
    found = {}
    was_reported = episode.missing_type in REPORTED
    if was_reported and not episode.reported_at:
        found["reported_at"] = "Enter when it was reported."
    elif not episode.since:
        found["last_seen_at"] = "Enter when they were last seen, or when it was reported."
    if was_reported and _after(episode.last_seen_at, episode.reported_at):
        found["last_seen_at"] = "Last seen at must be before it was reported."
    if _after(episode.last_seen_at, episode.returned_at):
        found["returned_at"] = "Returned at must be after they were last seen."
    elif was_reported and _after(episode.reported_at, episode.returned_at):
        found["returned_at"] = RETURN_BEFORE
    return found


def _regrades(episode: "MissingEpisode") -> dict[str, str]:
    """A new grade is of the time of the episode: not from before they were away."""
    return {
        f"regrades.{place}.at": "A new grade must be after they went missing."
        for place, each in enumerate(episode.regrades, 1)
        if _after(episode.since, each.at)
    }


def in_file(episode: "MissingEpisode", file: "CaseFile") -> dict[str, str]:
    """An episode can't be from before the young person was born, nor end after the interview about its return."""
    if episode.withdrawn:
        return {}
    if _after(file.subject.date_of_birth, episode.since):
        name = "last_seen_at" if episode.last_seen_at else "reported_at"
        return {name: f"The episode must be after {file.subject.name} was born."}
    return _against_interviews(episode, file)


def _against_interviews(episode: "MissingEpisode", file: "CaseFile") -> dict[str, str]:
    """What its return interview says already: that they were back, and spoken to on a day."""
    from rise_desk.domain import returns

    for each in returns.interviews(file):
        if episode.id in each.covers and not episode.returned_at:
            return {"returned_at": "A return interview about this episode is on file. Withdraw that first."}
        if episode.id in each.covers and _after(episode.returned_at, each.done_at):
            return {"returned_at": f"The return interview was on {moments.shown(each.done_at)}, which must be later."}
    return {}


def overlapping(episode: "MissingEpisode", file: "CaseFile") -> dict[str, str]:
    """Another episode that stands and certainly lasted into the time of this one."""
    others = (each for each in file.of(type(episode)) if each.id != episode.id)
    found = next(_at_once(episode, others), None)
    if found is None:
        return {}
    until = f"to {moments.shown(found.returned_at)}" if found.returned_at else "and still open"
    name = "last_seen_at" if episode.last_seen_at else "reported_at"
    return {name: f"An episode from {moments.shown(found.since)} {until} is on file already."}


def _at_once(episode: "MissingEpisode", others: Iterable["MissingEpisode"]) -> Iterator["MissingEpisode"]:
    """Those that stand and share any time with an episode, as far as their moments are certain."""
    since, began = episode.since, (moments.earliest(episode.since), episode.id)
    until, at_latest = moments.earliest(episode.returned_at), moments.latest(since)
    for each in others:
        also = each.since
        if (moments.earliest(also), each.id) <= began:
            apart = bool(each.returned_at) and moments.earliest(each.returned_at) <= at_latest
        else:
            apart = bool(episode.returned_at) and until <= moments.latest(also)
        if (also == since or not apart) and not each.withdrawn:
            yield each


def _after(one: Moment, other: Moment) -> bool:
    """Whether one moment is certainly later than the other; never where either is not recorded."""
    return bool(one and other) and moments.earliest(one) > moments.latest(other)
