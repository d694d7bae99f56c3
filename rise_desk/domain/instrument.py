"""An instrument: the wording an assessment is made with: its indicators, their levels, the judgement and the bands.

The program brings one (Northamptonshire's, 2015); a board may add its own wording as a file of the same shape. What a
file holds is judged here, so that a broken one is refused with the entry and the reason.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

INDICATORS = (
    "missing",
    "education",
    "substances",
    "family",
    "accommodation",
    "recognition",
    "engagement",
    "sexual_health",
    "associates",
    "exploitation",
)
"""The ten indicators, in their order; a board may word them otherwise, and never leaves one out."""

LEVELS = 5
"""Each indicator is scored from 1, the lowest risk, to 5, the highest."""

BANDS = ("green", "amber", "red")
"""The bands, the lowest risk first."""


@dataclass(frozen=True, kw_only=True)
class Indicator:
    """One thing that is looked at: its wording, what each of the five levels means, and what else it asks.

    `short` is for the heads of narrow columns; `lists_people` where everybody it is about is to be listed.
    """

    key: str
    label: str
    short: str
    levels: tuple[str, ...]
    asks: str = ""
    lists_people: bool = False

    def wording(self, score: int) -> str:
        """What a score of 1 to 5 means; '' for a score that is not known."""
        return self.levels[score - 1] if score else ""


@dataclass(frozen=True, kw_only=True)
class Scale:
    """The professional judgement: what it is called, and its lowest and highest mark."""

    label: str
    lowest: int
    highest: int


@dataclass(frozen=True, kw_only=True)
class Band:
    """A band and the overall scores it is allowed for, both ends included; neighbours overlap."""

    key: str
    label: str
    lowest: int
    highest: int

    def allows(self, overall: int) -> bool:
        """Whether the band may be chosen for this overall score."""
        return self.lowest <= overall <= self.highest


@dataclass(frozen=True, kw_only=True)
class Instrument:
    """A whole instrument. `bands` come the lowest first; `outranks`: from which score an indicator outranks the sum."""

    name: str
    version: str
    title: str
    source: str
    indicators: tuple[Indicator, ...]
    judgement: Scale
    bands: tuple[Band, ...]
    reassess_after_days: int = 42
    due_soon_days: int = 7
    outranks: Mapping[str, int] = field(default_factory=dict)

    @property
    def key(self) -> str:
        """What an assessment keeps to say which instrument it was made with: 'nscb_cse/2015'."""
        return f"{self.name}/{self.version}"

    @property
    def lowest(self) -> int:
        """The lowest overall score there is."""
        return len(self.indicators) + self.judgement.lowest

    @property
    def highest(self) -> int:
        """The highest overall score there is."""
        return LEVELS * len(self.indicators) + self.judgement.highest

    def indicator(self, key: str) -> Indicator:
        """The indicator of this key; one that no instrument has is a mistake in the program (KeyError)."""
        return self._by_key[key]

    def band(self, key: str) -> Band | None:
        """The band of this key; None where there is none."""
        return next((each for each in self.bands if each.key == key), None)

    def band_label(self, key: str) -> str:
        """What people read for a band; '' for none."""
        band = self.band(key)
        return band.label if band else key

    @cached_property
    def _by_key(self) -> dict[str, Indicator]:
        return {each.key: each for each in self.indicators}


def rank(band: str) -> int:
    """How high a band's risk is: green 1, amber 2, red 3; 0 for none."""
    return BANDS.index(band) + 1 if band in BANDS else 0


def higher(one: str, other: str) -> str:
    """The band of the higher risk."""
    return max(one, other, key=rank)
