"""Builds the practice from the program's vocabularies and the store's own settings."""

from dataclasses import replace
from functools import cache

from rise_desk import places
from rise_desk.domain.access import Deed
from rise_desk.domain.practice import Practice
from rise_desk.domain.vocabulary import Vocabulary, from_json
from rise_desk.errors import Invalid
from rise_desk.services.desk import Desk
from rise_desk.storage.store import Store

LOCK_AFTER = "lock_after_minutes"
SHORTEST_LOCK, LONGEST_LOCK = 1, 15


@cache
def vocabularies() -> dict[str, Vocabulary]:
    """Every list that comes with the program, by name; read once."""
    names = [name for name in places.resource_names("vocabularies") if name.endswith(".json")]
    read = [from_json(places.resource_text("vocabularies", name)) for name in names]
    return {each.name: each for each in read}


def build(store: Store) -> Practice:
    """The practice of the team whose store this is."""
    return Practice(vocabularies=vocabularies(), lock_after_minutes=int(store.setting(LOCK_AFTER, "5")))


def set_lock_after(desk: Desk, minutes: int) -> None:
    """Say for the whole team after how many idle minutes a desk locks itself; a supervisor's decision."""
    desk.demand(Deed.SETTINGS)
    if not SHORTEST_LOCK <= minutes <= LONGEST_LOCK:
        raise Invalid({LOCK_AFTER: f"Choose between {SHORTEST_LOCK} and {LONGEST_LOCK} minutes."})
    with desk.writing() as work:
        work.set(LOCK_AFTER, str(minutes))
        work.audit(desk.entry(Deed.SETTINGS, fields=LOCK_AFTER, reason=f"{minutes} minutes"))
    desk.practice = replace(desk.practice, lock_after_minutes=minutes)
