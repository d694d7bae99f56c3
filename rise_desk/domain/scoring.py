"""Scoring: the sum of an assessment, the bands it allows, and what a choice of band asks for (assessment.md, exact).

The score informs the decision and never makes it: nothing here picks a band.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from rise_desk.domain.instrument import LEVELS, Instrument, rank

LOWEST_BAND = "green"


@dataclass(frozen=True, order=True)
class Total:
    """An overall score: a range from `low` to `high` where an indicator is not yet known, else both alike."""

    low: int
    high: int

    @property
    def known(self) -> bool:
        """Whether every indicator has a score."""
        return self.low == self.high

    def __str__(self) -> str:
        return str(self.high) if self.known else f"{self.low}–{self.high}"


def total(scores: Iterable[int], judgement: int) -> Total:
    """The ten scores and the judgement together; 0 is not yet known, and counts from 1 to 5."""
    held = list(scores)
    return Total(low=judgement + sum(each or 1 for each in held), high=judgement + sum(each or LEVELS for each in held))


def allowed(instrument: Instrument, overall: Total) -> tuple[str, ...]:
    """The bands that may be chosen for a sum, the higher first; of a range, those of its upper end."""
    return tuple(band.key for band in reversed(instrument.bands) if band.allows(overall.high))


def offered(instrument: Instrument, overall: Total, outranked: bool) -> tuple[str, ...]:
    """Every band in the order in which it is offered: the allowed first, the higher before the lower.

    Where something outranks the score, the bands come from the highest down, and green is never first.
    """
    every = tuple(band.key for band in reversed(instrument.bands))
    may = allowed(instrument, overall)
    if outranked and may[0] == LOWEST_BAND:
        return every
    return (*may, *(each for each in every if each not in may))


class Choice(StrEnum):
    """What choosing a band means beside the bands that the sum allows."""

    WITHIN = "within"
    LOWER_OF_TWO = "the lower of two"
    ABOVE = "above"
    BELOW = "below"

    @property
    def needs_reason(self) -> bool:
        """Whether it must be said in writing why."""
        return self is not Choice.WITHIN

    @property
    def needs_sign_off(self) -> bool:
        """Whether it takes effect only when a manager has signed it off."""
        return self in (Choice.LOWER_OF_TWO, Choice.BELOW)

    @property
    def tells_manager(self) -> bool:
        """Whether it takes effect at once and the manager is told."""
        return self is Choice.ABOVE


def choice(instrument: Instrument, overall: Total, band: str) -> Choice:
    """What it means to choose this band for this sum."""
    may = allowed(instrument, overall)
    if rank(band) > rank(may[0]):
        return Choice.ABOVE
    if rank(band) < rank(may[-1]):
        return Choice.BELOW
    return Choice.WITHIN if band == may[0] else Choice.LOWER_OF_TWO


def outranking(instrument: Instrument, scores: Mapping[str, int]) -> tuple[str, ...]:
    """The indicators whose score outranks the sum."""
    return tuple(key for key, least in instrument.outranks.items() if scores.get(key, 0) >= least)
