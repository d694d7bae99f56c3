"""How a missing episode reads on paper wherever it is told of: since when, how long, from where, its grades."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from rise_desk.domain import moments, nights
from rise_desk.domain.mention import Mention
from rise_desk.domain.missing import HarmHeard, MissingEpisode, ReasonHeard
from rise_desk.domain.moments import Moment
from rise_desk.domain.practice import Practice
from rise_desk.reports.words import NOT_RECORDED, joined

PERSON = "person"
UNKNOWN_PLACE = "not_recorded"
LONG = timedelta(days=2)
"""From this length on nobody asks for the minutes."""


def length(away: timedelta) -> str:
    """How long it was in elapsed time: '25 min', '17 h 20 min', '2 days 3 h'."""
    minutes = int(away.total_seconds()) // 60
    days, hours = divmod(minutes // 60, 24)
    if away >= LONG:
        return joined(f"{days} days", f"{hours} h" if hours else "", by=" ")
    whole = minutes // 60
    return joined(f"{whole} h" if whole else "", f"{minutes % 60} min" if minutes % 60 or not whole else "", by=" ")


def lasted(episode: MissingEpisode, now: datetime) -> str:
    """How long an episode lasted; '' where a time of day is not known, so that no minutes are made up."""
    ends = (episode.since, episode.returned_at) if episode.returned_at else (episode.since,)
    return length(episode.lasted(now)) if all(moments.has_time(each) for each in ends) else ""


def as_at(held: Iterable[MissingEpisode], now: datetime) -> tuple[MissingEpisode, ...]:
    """The episodes as they stood at a reader's now: none that began later, and no return that came later."""
    begun = (each for each in held if moments.earliest(each.since) <= now)
    return tuple(each.changed(returned_at=Moment("")) if nights.is_away(each, now) else each for each in begun)


def came_from(episode: MissingEpisode, practice: Practice) -> str:
    """From where they were missing: 'children's home, Oak House'."""
    return joined(practice.label("missing_from", episode.missing_from), episode.missing_from_name)


def found_at(episode: MissingEpisode, practice: Practice) -> str:
    """Where they were found, the kind of place before its name; '' where neither is recorded."""
    kind = "" if episode.found_place_type == UNKNOWN_PLACE else episode.found_place_type
    outside = "outside the county" if episode.outside_county else ""
    place = joined(practice.label("place_type", kind), episode.found_place)
    return joined(place, outside)


def grade(episode: MissingEpisode, practice: Practice) -> str:
    """The police grade that holds, in words."""
    return practice.label("police_grade", episode.grade_now) or NOT_RECORDED


def grades(episode: MissingEpisode, practice: Practice) -> str:
    """Every grade the police gave, the first one first: 'medium; high, 20 November 2026 at 9:00am, PC Hill: seen'."""
    first = practice.label("police_grade", episode.grade)
    later = (
        joined(
            joined(practice.label("police_grade", each.grade), moments.shown(each.at), each.by),
            each.why,
            by=": ",
        )
        for each in episode.regrades
    )
    return joined(first, *later, by="; ")


def reasons(held: Iterable[ReasonHeard], practice: Practice) -> str:
    """The reasons that were heard, each with whom from."""
    return joined(
        *(joined(practice.label("missing_reason", each.reason), _heard(each.heard_from), by=" ") for each in held),
        by="; ",
    )


def harms(held: Iterable[HarmHeard], practice: Practice) -> str:
    """The harm that came to the child, each with what is known of it."""
    return joined(*(joined(practice.label("missing_harm", each.harm), each.note, by=": ") for each in held), by="; ")


def is_person(mention: Mention) -> bool:
    """Whether a mention is of somebody, and not of a place, a vehicle, a phone or a name used online."""
    return mention.sort in ("", PERSON)


def _heard(whom: str) -> str:
    return f"(from {whom})" if whom else ""
