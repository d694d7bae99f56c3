"""All that the demonstration tells of going missing: the episodes of a file, and what was done about them."""

from collections.abc import Iterator
from itertools import count

from rise_desk.domain.record import Record
from rise_desk.services.demo import agreed, interviews
from rise_desk.services.demo.casting import Cast, serial
from rise_desk.services.demo.episodes import Episodes
from rise_desk.services.demo.nights import stories
from rise_desk.services.demo.telling import Teller

NUMBERED = 3_000_000
"""The serial numbers of what is told here begin so far on, beyond those of everything else."""


def records(cast: Cast) -> Iterator[Record]:
    """File by file every episode, the oldest first, then the return interviews and the actions."""
    numbers = count(serial(cast.seed, NUMBERED))
    for story in stories(cast):
        teller = Teller(cast=cast, story=story, rng=cast.chance("missing", story.one.place))
        told = Episodes(teller, numbers)
        episodes = [told.told(each) for each in story.nights]
        held = interviews.told(teller, numbers, episodes)
        yield from (*episodes, *held, *agreed.told(teller, numbers, episodes, held))
