"""Days and hours of the demonstration, all counted back from one London day; weekends are mostly quiet."""

from datetime import UTC, date, datetime, time, timedelta
from random import Random

from rise_desk.domain.moments import LONDON, Moment

DAY = timedelta(days=1)
SATURDAY = 5
EVENING = 20 * 60
MORNING = 8 * 60 + 20


def moment(day: date) -> Moment:
    """A whole day as a record holds it."""
    return Moment(day.isoformat())


def instant(day: date, minutes: int) -> datetime:
    """The instant at which London's clocks showed so many minutes after midnight."""
    wall = datetime.combine(day, time(minutes // 60, minutes % 60), LONDON)
    return wall.astimezone(UTC)


def working(day: date) -> date:
    """The day itself, or the Friday before it where it is a Saturday or Sunday."""
    return day - DAY * max(day.weekday() - SATURDAY + 1, 0)


def next_working(day: date) -> date:
    """The day itself, or the Monday after it where it is a Saturday or Sunday."""
    return day if day.weekday() < SATURDAY else working(day) + DAY * 3


def years_on(day: date, years: int) -> date:
    """The same day so many years later or earlier; 28 February stands for the 29th."""
    return day.replace(year=day.year + years, day=28 if (day.month, day.day) == (2, 29) else day.day)


def age_on(born: date, day: date) -> int:
    """How many birthdays somebody has had by a day."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def school_year(born: date, day: date) -> int:
    """The English school year somebody is in on a day: 7 for those who were eleven on 1 September."""
    begun = date(day.year if day.month >= 9 else day.year - 1, 9, 1)
    return age_on(born, begun - DAY) - 4


def written_at(rng: Random, met: datetime, last: date) -> datetime:
    """When a contact was written up: an hour or so later, sometimes the next morning, never after the last day."""
    local = met.astimezone(LONDON)
    done = local.hour * 60 + local.minute + rng.randrange(15, 150)
    day = local.date()
    if (done > EVENING or rng.random() < 0.12) and working(day + DAY) > day and day < last:
        day, done = day + DAY, MORNING + rng.randrange(0, 150)
    return instant(day, min(done, 22 * 60)) + timedelta(milliseconds=rng.randrange(1, 59_999))
