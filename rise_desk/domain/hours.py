"""Hours: how much of a time that runs in hours is left, or how long something has lasted, as people say it."""

HOUR, DAY = 60, 24 * 60
WHOLE_HOURS = 12 * HOUR
"""From here on whole hours say enough."""
DAYS_TOLD = 3 * DAY
"""From here on days say enough of what is over."""


def left(minutes: int) -> str:
    """How much is left, in words: '33 h left', '41 min left', '2 h 52 min late', '3 days late'."""
    if minutes < -DAYS_TOLD:
        return f"{-minutes // DAY} days late"
    if minutes < 0:
        return f"{_hours(-minutes)} late"
    return f"{minutes // HOUR} h left" if minutes >= WHOLE_HOURS else f"{_hours(minutes)} left"


def lasting(minutes: int) -> str:
    """How long something has lasted: '5 h 40 min', '31 h', from three days on '4 days'."""
    return f"{minutes // DAY} days" if minutes >= DAYS_TOLD else _hours(max(minutes, 0))


def _hours(minutes: int) -> str:
    hours, rest = divmod(minutes, HOUR)
    if minutes >= DAY or (hours and not rest):
        return f"{hours} h"
    return f"{hours} h {rest} min" if hours else f"{rest} min"
