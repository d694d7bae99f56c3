"""Builds the practice from the program's vocabularies and instruments and the store's own settings."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache

from rise_desk import places
from rise_desk.domain import instrument_file
from rise_desk.domain.access import Deed
from rise_desk.domain.instrument import Instrument
from rise_desk.domain.practice import Practice
from rise_desk.domain.vocabulary import Vocabulary, from_json
from rise_desk.errors import Invalid
from rise_desk.services.desk import Desk
from rise_desk.storage import instruments as kept
from rise_desk.storage.store import Store

LOCK_AFTER = "lock_after_minutes"
SHORTEST_LOCK, LONGEST_LOCK = 1, 15
INSTRUMENT = "instrument"
"""The setting that holds the key of the instrument for new assessments."""

OURS = "nscb_cse/2015"
"""The instrument that new assessments are made with until a team chooses another."""


class EnglishHolidays(Mapping[int, frozenset[str]]):
    """England's bank holidays by year, each worked out when it is first asked for."""

    def __init__(self) -> None:
        self._known: dict[int, frozenset[str]] = {}

    def __getitem__(self, year: int) -> frozenset[str]:
        if year not in self._known:
            from holidays import country_holidays

            found = country_holidays("GB", subdiv="ENG", years=year)
            self._known[year] = frozenset(day.isoformat() for day in found)
        return self._known[year]

    def __iter__(self) -> Iterator[int]:
        return iter(self._known)

    def __len__(self) -> int:
        return len(self._known)


BANK_HOLIDAYS = EnglishHolidays()


@cache
def vocabularies() -> dict[str, Vocabulary]:
    """Every list that comes with the program, by name; read once."""
    names = [name for name in places.resource_names("vocabularies") if name.endswith(".json")]
    read = [from_json(places.resource_text("vocabularies", name)) for name in names]
    return {each.name: each for each in read}


@cache
def instruments() -> dict[str, Instrument]:
    """Every instrument that comes with the program, by key; read once."""
    names = [name for name in places.resource_names("instruments") if name.endswith(".json")]
    read = [instrument_file.read(places.resource_text("instruments", name)) for name in names]
    return {each.key: each for each in read}


def general() -> Practice:
    """The practice of a team that has changed nothing yet."""
    return Practice(
        vocabularies=vocabularies(), instruments=instruments(), instrument=OURS, bank_holidays=BANK_HOLIDAYS
    )


def build(store: Store) -> Practice:
    """The practice of the team whose store this is."""
    added = {key: instrument_file.read(text) for key, text in kept.every(store.vault).items()}
    return replace(
        general(),
        instruments=instruments() | added,
        instrument=store.setting(INSTRUMENT, OURS),
        lock_after_minutes=int(store.setting(LOCK_AFTER, "5")),
    )


def set_lock_after(desk: Desk, minutes: int) -> None:
    """Say for the whole team after how many idle minutes a desk locks itself; a supervisor's decision."""
    desk.demand(Deed.SETTINGS)
    if not SHORTEST_LOCK <= minutes <= LONGEST_LOCK:
        raise Invalid({LOCK_AFTER: f"Choose between {SHORTEST_LOCK} and {LONGEST_LOCK} minutes."})
    with desk.writing() as work:
        work.set(LOCK_AFTER, str(minutes))
        work.audit(desk.entry(Deed.SETTINGS, fields=LOCK_AFTER, reason=f"{minutes} minutes"))
    desk.practice = replace(desk.practice, lock_after_minutes=minutes)
