"""Watching: how far a long job is, told to whoever waits for it, and their word that it should stop."""

from collections.abc import Callable
from dataclasses import dataclass

from rise_desk.errors import Unavailable

EACH = 100
"""How many steps there are between two looks."""
STOPPED = "The import was stopped. Nothing was saved."


class Stopped(Unavailable):
    """Somebody stopped the job; nothing of it is kept."""


@dataclass(frozen=True, kw_only=True)
class Watch:
    """Who waits: `told` hears what is done, how much, and of how much (0: nobody knows); `stopped` is asked."""

    told: Callable[[str, int, int], None] = lambda _doing, _done, _of: None
    stopped: Callable[[], bool] = lambda: False

    def step(self, doing: str, done: int, of: int = 0) -> None:
        """So much is done; `Stopped` where somebody wants no more of it."""
        if done % EACH:
            return
        if self.stopped():
            raise Stopped(STOPPED)
        self.told(doing, done, of)


UNWATCHED = Watch()
