"""The one clock: everything that needs to know the time is handed it from here."""

import secrets
from datetime import UTC, datetime

from rise_desk.domain.record import Id, make_id


class Clock:
    """Tells the time, and makes the numbers that records bear; a clock that was moved stands still."""

    def __init__(self, moved_to: datetime | None = None) -> None:
        self.moved_to = moved_to
        self._last = 0

    def now(self) -> datetime:
        """This instant, in UTC; the one it was moved to, where it was moved."""
        return self.moved_to or datetime.now(UTC)

    def new_id(self) -> Id:
        """A number for a new record, higher than the last made here; by the true time, whatever this clock tells."""
        made = make_id(datetime.now(UTC), secrets.randbits(22))
        self._last = made if made > self._last else self._last + 1
        return Id(self._last)
