"""Builds the practice from the program's vocabularies and the store's own settings."""

from functools import cache

from rise_desk import places
from rise_desk.domain.practice import Practice
from rise_desk.domain.vocabulary import Vocabulary, from_json
from rise_desk.storage.store import Store

LOCK_AFTER = "lock_after_minutes"


@cache
def vocabularies() -> dict[str, Vocabulary]:
    """Every list that comes with the program, by name; read once."""
    names = [name for name in places.resource_names("vocabularies") if name.endswith(".json")]
    read = [from_json(places.resource_text("vocabularies", name)) for name in names]
    return {each.name: each for each in read}


def build(store: Store) -> Practice:
    """The practice of the team whose store this is."""
    return Practice(vocabularies=vocabularies(), lock_after_minutes=int(store.setting(LOCK_AFTER, "5")))
