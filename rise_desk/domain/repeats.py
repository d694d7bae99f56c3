"""Repeats: a child missing again and again, for long, or very young; it raises a task and asks for an early review.

Repetition never lowers risk (practice.md, 'Missing'). What sets a trigger off is the team's setting.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from rise_desk.domain import moments, returns, standing
from rise_desk.domain.action import Action
from rise_desk.domain.casefile import CaseFile
from rise_desk.domain.due import Due
from rise_desk.domain.missing import MissingEpisode
from rise_desk.domain.practice import Practice
from rise_desk.domain.trigger import Trigger
from rise_desk.domain.written import MONTHS

RULE = "repeat_missing"
MOST_NAMED = 6
"""So many episodes are named by their days; of more the newest are."""

BEGINNING = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, kw_only=True)
class Hit:
    """A trigger that was set off, by the newest episode that did so and those before it that count, oldest first."""

    trigger: Trigger
    episodes: tuple[MissingEpisode, ...]

    @property
    def newest(self) -> MissingEpisode:
        """The episode that set it off."""
        return self.episodes[-1]

    @property
    def day(self) -> str:
        """The London day on which that began."""
        return moments.london_day(self.newest.since)

    @property
    def what(self) -> str:
        """What set it off, with how many there were: '4 missing episodes in 30 days'."""
        if self.trigger.count:
            return f"{len(self.episodes)} missing episodes in {self.trigger.days} days"
        return self.trigger.text

    @property
    def text(self) -> str:
        """What set it off, and the episodes by their days: '3 missing episodes in 30 days: 9 Nov, 20 Nov 2026'."""
        held = self.episodes[-MOST_NAMED:]
        days = _named([date.fromisoformat(moments.london_day(each.since)) for each in held])
        return f"{self.what}: {'… ' if len(held) < len(self.episodes) else ''}{days}"


def _named(days: Sequence[date]) -> str:
    """Days in a row, each year said once, with the last day of it: '30 Dec 2025, 1 Jan, 9 Jan 2026'."""
    said = []
    for place, day in enumerate(days):
        last = place + 1 == len(days) or days[place + 1].year != day.year
        said.append(f"{day.day} {MONTHS[day.month - 1][:3]}" + (f" {day.year}" if last else ""))
    return ", ".join(said)


def hits(file: CaseFile, practice: Practice) -> tuple[Hit, ...]:
    """Each trigger at its newest, of episodes since the team expects interviews."""
    held = [each for each in returns.episodes(file) if not each.absence.late_only]
    found = (_newest(trigger, held, file, practice) for trigger in practice.triggers)
    return tuple(each for each in found if each is not None and each.day >= practice.interviews_since)


def _newest(trigger: Trigger, held: Sequence[MissingEpisode], file: CaseFile, practice: Practice) -> Hit | None:
    for place in reversed(range(len(held))):
        episode = held[place]
        if trigger.count:
            window = _before(held[: place + 1], trigger.days)
            if len(window) >= trigger.count:
                return Hit(trigger=trigger, episodes=tuple(window))
        elif _alone(trigger, episode, file):
            return Hit(trigger=trigger, episodes=(episode,))
    return None


def _before(held: Sequence[MissingEpisode], days: int) -> list[MissingEpisode]:
    """Those of these episodes that began on one of so many London days, of which the last one's day is the last."""
    before = (date.fromisoformat(moments.london_day(held[-1].since)) - timedelta(days=days)).isoformat()
    return [each for each in held if moments.london_day(each.since) > before]


def _alone(trigger: Trigger, episode: MissingEpisode, file: CaseFile) -> bool:
    """Whether one episode sets a trigger off by its length or by the child's age."""
    if trigger.hours:
        return bool(episode.returned_at) and episode.lasted(BEGINNING) > timedelta(hours=trigger.hours)
    age = moments.age(file.subject.date_of_birth, date.fromisoformat(moments.london_day(episode.since)))
    return age is not None and age[1] < trigger.under


def often(file: CaseFile, episode: MissingEpisode, days: int = 30) -> int:
    """How many episodes began within so many days up to this one, itself among them."""
    began = moments.earliest(episode.since)
    held = [each for each in returns.episodes(file) if moments.earliest(each.since) < began]
    return len(_before([*held, episode], days))


def lines(file: CaseFile, practice: Practice) -> Iterator[Due]:
    """What the triggers ask for, as far as no assessment since and no action about the episode has answered it."""
    asked: dict[tuple[MissingEpisode, str], list[Hit]] = defaultdict(list)
    for each in hits(file, practice):
        if not _answered(each, file):
            asked[each.newest, each.trigger.action].append(each)
    for (episode, action), found in asked.items():
        day = moments.london_day(episode.since)
        yield Due(
            rule=RULE,
            what=action,
            subject=file.subject.id,
            record=episode.id,
            since=day,
            by=day,
            answered_by=Action.KIND,
            why="; ".join(each.text for each in found),
        )


def _answered(hit: Hit, file: CaseFile) -> bool:
    assessed = any(moments.london_day(each.assessed_on) >= hit.day for each in standing.counting(file))
    return assessed or any(each.about == hit.newest.id for each in file.of(Action) if not each.withdrawn)
