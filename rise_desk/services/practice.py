"""Builds the practice from the program's vocabularies and instruments and the store's own settings."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache

from rise_desk import places
from rise_desk.domain import instrument_file, offence, trigger
from rise_desk.domain.instrument import Instrument
from rise_desk.domain.offence import Offence
from rise_desk.domain.practice import Practice
from rise_desk.domain.trigger import Trigger
from rise_desk.domain.vocabulary import Vocabulary, from_json
from rise_desk.services.founding import MADE_ON
from rise_desk.storage import instruments as kept
from rise_desk.storage.database import Vault
from rise_desk.storage.store import Store

LOCK_AFTER = "lock_after_minutes"
INSTRUMENT = "instrument"
"""The setting that holds the key of the instrument for new assessments."""

SIGN_OFF = "sign_off_days"
LONG_AFTER, OVERNIGHT = "long_after_hours", "overnight_is_long"
YES, NO = "yes", "no"
INTERVIEWS_SINCE = "interviews_since"
"""The setting that says from which day on a return raises an interview; until it is made, the store's own day does."""

TRIGGERS, OUR_COUNCIL = "missing_triggers", "our_council"
NOTICE_REVIEW = "notice_review_months"
SETTINGS = (
    LOCK_AFTER,
    INSTRUMENT,
    SIGN_OFF,
    LONG_AFTER,
    OVERNIGHT,
    INTERVIEWS_SINCE,
    TRIGGERS,
    OUR_COUNCIL,
    NOTICE_REVIEW,
    MADE_ON,
)
"""Every setting that the practice is built from."""

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


class Instruments(Mapping[str, Instrument]):
    """Every instrument an assessment may have been made with: the program's own, and those the team added.

    An added one is read when it is first asked for, so signing in costs no more for it, and one that another program
    has added since is found like any other.
    """

    def __init__(self, vault: Vault) -> None:
        self._vault = vault
        self._known = dict(instruments())

    def __getitem__(self, key: str) -> Instrument:
        if key not in self._known:
            text = kept.text_of(self._vault, key)
            if text is None:
                raise KeyError(key)
            self._known[key] = instrument_file.read(text)
        return self._known[key]

    def __iter__(self) -> Iterator[str]:
        return iter((*instruments(), *(each.key for each in kept.every(self._vault))))

    def __len__(self) -> int:
        return len(tuple(iter(self)))


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


class Offences(Mapping[str, Offence]):
    """Every offence that comes with the program, by its key in the list; read when one is first asked for."""

    def __getitem__(self, key: str) -> Offence:
        return offences()[key]

    def __iter__(self) -> Iterator[str]:
        return iter(offences())

    def __len__(self) -> int:
        return len(offences())


@cache
def offences() -> dict[str, Offence]:
    """Since when and until when each offence could be committed, and its maximum; read once."""
    return offence.read(places.resource_text("offences.json"))


def general() -> Practice:
    """The practice of a team that has changed nothing yet."""
    return Practice(
        vocabularies=vocabularies(),
        instruments=instruments(),
        offences=Offences(),
        instrument=OURS,
        bank_holidays=BANK_HOLIDAYS,
    )


def build(store: Store) -> Practice:
    """The practice of the team whose store this is."""
    return current(store, replace(general(), instruments=Instruments(store.vault)))


def current(store: Store, held: Practice) -> Practice:
    """A practice with the team's settings as they are now, whoever changed them at whichever desk."""
    said, usual = store.settings(SETTINGS), general()
    return replace(
        held,
        instrument=said.get(INSTRUMENT, usual.instrument),
        lock_after_minutes=int(said.get(LOCK_AFTER, usual.lock_after_minutes)),
        sign_off_days=int(said.get(SIGN_OFF, usual.sign_off_days)),
        long_after_hours=int(said.get(LONG_AFTER, usual.long_after_hours)),
        interviews_since=said.get(INTERVIEWS_SINCE, said.get(MADE_ON, "")),
        triggers=_triggers(said.get(TRIGGERS, "")),
        our_council=said.get(OUR_COUNCIL, ""),
        notice_review_months=int(said.get(NOTICE_REVIEW, usual.notice_review_months)),
        overnight_is_long=said.get(OVERNIGHT, written(usual.overnight_is_long)) == YES,
    )


@cache
def _triggers(text: str) -> tuple[Trigger, ...]:
    return trigger.read(text) if text else trigger.USUAL


def written(value: int | str) -> str:
    """A setting's value as the store holds it: a number, text, yes or no."""
    if isinstance(value, bool):
        return YES if value else NO
    return str(value)
