"""Telling: what a file of the demonstration was told already, so that no sentence stands in it twice."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from random import Random

from rise_desk.domain.missing import HarmHeard, ReasonHeard
from rise_desk.domain.moments import LONDON
from rise_desk.domain.record import Id, make_id
from rise_desk.services.demo import county, files
from rise_desk.services.demo import missing_words as words
from rise_desk.services.demo.casting import Cast, drawn
from rise_desk.services.demo.nights import Story

REASONS = (
    ("sexual_exploitation", 16), ("gangs_or_county_lines", 8), ("drugs_or_alcohol", 9), ("conflict", 17),
    ("drawn_away", 20), ("contact_with_family", 9), ("contact_with_friends", 14), ("school", 4),
    ("mental_health", 5), ("moved_placement", 3), ("not_known", 8),
)  # fmt: skip
HARMS = (
    ("none_known", 40), ("given_drugs_or_alcohol", 22), ("physical_assault", 9), ("injury", 9), ("made_to_offend", 9),
    ("not_asked", 6), ("self_harm", 4), ("sexual_assault", 3),
)  # fmt: skip


@dataclass(slots=True)
class Teller:
    """What one file was told, so that no sentence stands in it twice, and the words for its slots."""

    cast: Cast
    story: Story
    rng: Random
    said: set[str] = field(default_factory=set)

    def fresh(self, choices: Sequence[str], known: Mapping[str, str], often: float = 1.0) -> str:
        """One that was not said in this file before, so often; '' where all of them were."""
        left = [each for each in choices if each not in self.said] if self.rng.random() < often else []
        if not left:
            return ""
        chosen = self.rng.choice(left)
        self.said.add(chosen)
        return chosen.format_map(known)

    def known(self, at: datetime) -> dict[str, str]:
        """The words for the slots of a sentence about that time."""
        one = self.story.one
        town = county.TOWNS[(one.town + 1 + self.rng.randrange(3)) % len(county.TOWNS)][0]
        street = county.STREETS[(one.place * 5 + self.rng.randrange(3)) % len(county.STREETS)]
        slots = files.slots(self.cast, one, at.astimezone(LONDON).date())
        return slots | {"other_town": town, "street": street}


def reasons(rng: Random, known: Mapping[str, str], many: int) -> tuple[ReasonHeard, ...]:
    """So many different reasons, each with who gave it."""
    keys = dict.fromkeys(drawn(rng, REASONS) for _ in range(many))
    return tuple(ReasonHeard(reason=each, heard_from=rng.choice(words.HEARD_FROM).format_map(known)) for each in keys)


def harms(rng: Random, known: Mapping[str, str]) -> tuple[HarmHeard, ...]:
    """One harm, or that none is known, or that nobody asked."""
    key = drawn(rng, HARMS)
    note = rng.choice(words.HARM_NOTES.get(key, ("",)))
    return (HarmHeard(harm=key, note=note.format_map(known)),)


def numbered(at: datetime, numbers: Iterator[int]) -> Id:
    """The id of what was begun at this instant."""
    return make_id(at, next(numbers) & 0x3FFFFF)
