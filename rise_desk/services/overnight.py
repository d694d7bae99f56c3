"""Who came back overnight: from where and for how long they had been away, told of the episodes themselves."""

from collections.abc import Iterable, Mapping
from datetime import timedelta

from rise_desk.domain import missing_now
from rise_desk.domain.access import Deed
from rise_desk.domain.missing import MissingEpisode
from rise_desk.domain.record import Id
from rise_desk.services.desk import Desk

MINUTE = timedelta(minutes=1)


def told(desk: Desk, episodes: Iterable[Id]) -> Mapping[Id, tuple[str, int]]:
    """Of each episode from where and how it is graded ('Beech House, police grade high'), and its minutes."""
    desk.demand(Deed.LIST)
    held = desk.store.several(MissingEpisode, episodes)
    said = {each.id: ", ".join(missing_now.circumstances(each, desk.practice)) for each in held}
    return {each.id: (said[each.id], each.lasted(desk.now()) // MINUTE) for each in held}
