"""Wrong passwords are counted beside the vault, without names, and slow the next guess down.

Five misses are free; then the wait doubles from 1 second to 300, and there are never more than ten guesses in
five minutes. The count survives a restart and a clock turned back. Whoever can turn the clock forward or
delete the file is this computer's administrator or the account's owner, and could guess against a copy of the
key file anyway: what holds there is the cost of one guess (see `keys`).
"""

import json
import math
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path

from rise_desk.errors import NotAllowed
from rise_desk.storage.faults import faults
from rise_desk.storage.files import one_at_a_time, write_whole

FREE = 5
LONGEST_WAIT = 300.0
MOST_IN_A_WINDOW = 10
WINDOW = 300.0

Clock = Callable[[], float]


@dataclass(frozen=True)
class Misses:
    """How many misses since the last unlock, and the instants (seconds since 1970) of the latest ten."""

    count: int = 0
    latest: tuple[float, ...] = ()

    def as_seen_at(self, now: float) -> "Misses":
        """The same misses on a clock that was turned back: the last has just happened, so the wait stands."""
        ahead = max(self.latest, default=now) - now
        return Misses(self.count, tuple(moment - ahead for moment in self.latest)) if ahead > 0 else self

    def wait(self, now: float) -> float:
        """Seconds until another guess is allowed; 0 when it is now."""
        if self.count < FREE or not self.latest:
            return 0.0
        until = self.latest[-1] + min(2.0 ** min(self.count - FREE, 30), LONGEST_WAIT)
        if len(self.latest) >= MOST_IN_A_WINDOW:
            until = max(until, self.latest[-MOST_IN_A_WINDOW] + WINDOW)
        return max(until - now, 0.0)


def check(path: Path, clock: Clock = time.time) -> None:
    """NotAllowed, with the seconds to wait, when another guess comes too soon."""
    if not path.exists():
        return
    with faults("the sign-in counter"), one_at_a_time(path):
        now = clock()
        found = _read(path)
        seen = found.as_seen_at(now)
        if seen != found:
            _write(path, seen)
    wait = math.ceil(seen.wait(now))
    if wait > 0:
        raise NotAllowed(f"Too many wrong passwords. Try again in {wait} {'second' if wait == 1 else 'seconds'}.")


def miss(path: Path, clock: Clock = time.time) -> None:
    """Count one wrong password, on the disk before this returns."""
    with faults("the sign-in counter"), one_at_a_time(path):
        now = clock()
        seen = _read(path).as_seen_at(now)
        _write(path, Misses(seen.count + 1, (*seen.latest, now)[-MOST_IN_A_WINDOW:]))


def take(path: Path) -> int:
    """How many misses there were since the last unlock, for the audit trail; the count begins again."""
    if not path.exists():
        return 0
    with faults("the sign-in counter"), one_at_a_time(path):
        found = _read(path)
        if found.count:
            _write(path, Misses())
    return found.count


def _write(path: Path, misses: Misses) -> None:
    write_whole(path, json.dumps(asdict(misses)).encode())


def _read(path: Path) -> Misses:
    """What was counted; a counter that is gone or unreadable is none: its owner could as well delete it."""
    try:
        found = json.loads(path.read_bytes())
        misses = Misses(int(found["count"]), tuple(float(moment) for moment in found["latest"][-MOST_IN_A_WINDOW:]))
    except (FileNotFoundError, ValueError, TypeError, KeyError, OverflowError, RecursionError):
        return Misses()
    return misses if misses.count >= 0 and all(map(math.isfinite, misses.latest)) else Misses()
