"""Stamping: records of the demonstration that were made on a day by somebody, each with a number of its own."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import Any, TypeVar

from rise_desk.domain import moments
from rise_desk.domain.moments import Moment
from rise_desk.domain.record import Record, make_id
from rise_desk.services.demo import days
from rise_desk.services.demo.casting import Cast
from rise_desk.services.demo.days import DAY

RecordType = TypeVar("RecordType", bound=Record)
FROM, TO = 570, 1020
"""The minutes of a day between which somebody sits at the desk."""


@dataclass(frozen=True, kw_only=True)
class Stamps:
    """Makes records as they were recorded: nothing later than yesterday."""

    cast: Cast
    rng: Random
    numbers: Iterator[int]

    def day(self, since: date, after: int) -> date | None:
        """The working day so many days after another; None where that is not past yet."""
        found = days.next_working(since + DAY * after)
        return found if found < self.cast.today else None

    def made(self, cls: type[RecordType], day: date, by: str, **values: Any) -> RecordType:
        """A record that somebody made at their desk on this day."""
        at = days.instant(day, self.rng.randrange(FROM, TO))
        written = at + timedelta(milliseconds=self.rng.randrange(60_000))
        return cls(
            id=make_id(at, next(self.numbers) & 0x3FFFFF),
            version=1,
            recorded_at=moments.stamp(written),
            recorded_by=by,
            **values,
        )

    def at(self, day: date) -> Moment:
        """A time on this day at which somebody was about, early enough to have been recorded on it."""
        return moments.minute(days.instant(day, self.rng.randrange(FROM - 90, FROM - 5, 5)))
