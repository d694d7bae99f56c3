"""What a missing pack knows from before: what helped last time, how it went, and how often it has been."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime, timedelta

from rise_desk.domain import missing_pattern, moments, returns
from rise_desk.domain.casefile import CaseFile
from rise_desk.domain.interview import DONE, ReturnInterview
from rise_desk.domain.missing import MissingEpisode
from rise_desk.domain.moments import Moment
from rise_desk.domain.practice import Practice
from rise_desk.reports import missing_words
from rise_desk.reports.blocks import Block, Entry, Facts, Heading, Note
from rise_desk.reports.missing_story import Room, more
from rise_desk.reports.words import facts, joined

HELPED = "What helped last time"
NOTHING_HELPED = "Not recorded: no return interview and no earlier return says it."
EPISODES = "Episodes so far"


def helped(file: CaseFile, room: Room) -> list[Block]:
    """What the child said would help, how they came back and where they were, the newest first."""
    told = [*_told(file, room)]
    left = more(len(told) - room.stories)
    heading = Heading(text=HELPED, aside=joined("newest first" if told else "", left, by=" · "))
    return [heading, *told[: room.stories]] if told else [heading, Note(text=NOTHING_HELPED)]


def _told(file: CaseFile, room: Room) -> Iterator[Entry]:
    """The interviews that were held, and those returns without one of which it is known how they came about."""
    held: list[tuple[Moment, Entry]] = []
    for each in returns.of_file(file):
        if each.interview is not None and each.interview.state == DONE:
            held.append((each.interview.done_at, _interview(each.interview, room)))
        elif each.episode.how_found.strip():
            held.append((each.episode.returned_at, _return(each.episode, room)))
    seen = sorted(held, key=lambda each: moments.earliest(each[0]), reverse=True)
    yield from dict.fromkeys(entry for _at, entry in seen)


def _interview(made: ReturnInterview, room: Room) -> Entry:
    return Entry(
        when=_day(made.done_at),
        kind="Return interview",
        by="",
        own_words=room.text(made.own_words),
        text="",
        facts=facts(
            ("What would help", room.text(made.would_help)),
            ("How they got back", room.text(made.came_back)),
            ("Where they were", room.text(made.stayed)),
            ("How they travelled", room.text(made.travelled)),
            ("What drew them away", room.text(made.pull)),
            ("Phones and apps", room.text(made.phones)),
        ),
    )


def _return(episode: MissingEpisode, room: Room) -> Entry:
    return Entry(when=_day(episode.returned_at), kind="Return", text=room.text(episode.how_found))


def earlier(file: CaseFile, practice: Practice, now: datetime, room: Room) -> list[Block]:
    """How often they were missing, at what times, for how long, and how the police graded it, without a late return."""
    every = missing_words.as_at(returns.episodes(file), now)
    held = [each for each in every if not each.absence.late_only]
    known = facts(
        ("Missing", counted(held, now)),
        ("Usually went", missing_pattern.went(held).told or "no pattern: too few"),
        ("Usually back", missing_pattern.came_back(held).told),
        ("Longest", _longest(held, now)),
        ("Grades before", room.text(_grades(held, practice))),
    )
    return [Heading(text=EPISODES), Facts(facts=known)]


def counted(held: list[MissingEpisode], now: datetime) -> str:
    """How many episodes there were of late: '2 in 30 days, 5 in 90 days, 53 on file'."""
    if not held:
        return "no missing episode on file"
    ago = [now - moments.earliest(each.since) for each in held]
    late = (f"{sum(each <= timedelta(days=days) for each in ago)} in {days} days" for days in (30, 90))
    return joined(*late, f"{len(held)} on file")


def _longest(held: list[MissingEpisode], now: datetime) -> str:
    timed = [each for each in held if each.returned_at and missing_words.lasted(each, now)]
    if not timed:
        return ""
    longest = max(timed, key=lambda each: each.lasted(now))
    return f"{missing_words.lasted(longest, now)}, from {moments.shown(longest.since)}"


def _grades(held: list[MissingEpisode], practice: Practice) -> str:
    """How often the police gave each grade to the episodes that are over, and when last."""
    over = [each for each in reversed(held) if each.returned_at]
    found: dict[str, list[str]] = defaultdict(list)
    for each in over:
        found[missing_words.grade(each, practice)].append(_day(each.since))
    return joined(*(f"{grade} {len(days)}, last {days[0]}" for grade, days in found.items()), by="; ")


def _day(at: Moment) -> str:
    return moments.shown(Moment(moments.london_day(at)))
