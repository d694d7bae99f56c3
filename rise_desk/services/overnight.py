"""Who came back overnight: from where and for how long they had been away, told of the episodes themselves."""

from collections.abc import Iterable, Mapping
from datetime import timedelta

from rise_desk.domain.access import Deed
from rise_desk.domain.missing import MissingEpisode
from rise_desk.domain.record import Id
from rise_desk.services.desk import Desk

MINUTE = timedelta(minutes=1)


def told(desk: Desk, episodes: Iterable[Id]) -> Mapping[Id, tuple[str, int]]:
    """Of each episode from where and how it is graded ('Beech House, police grade high'), and its minutes."""
    desk.demand(Deed.LIST)
    held = desk.store.several(MissingEpisode, episodes)
    return {each.id: (_from(desk, each), each.lasted(desk.now()) // MINUTE) for each in held}


def _from(desk: Desk, episode: MissingEpisode) -> str:
    place = episode.missing_from_name or desk.practice.label("missing_from", episode.missing_from)
    grade = desk.practice.label("police_grade", episode.grade_now)
    said = (f"from {place}" if place else "", f"police grade {grade}" if grade else "police grade not recorded")
    return ", ".join(part for part in said if part)
