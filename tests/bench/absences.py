"""Absences: the missing episodes of a county in ten years, written in bulk beside what the demonstration tells."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from random import Random

from rise_desk.domain import moments
from rise_desk.domain.interview import Covered, ReturnInterview
from rise_desk.domain.missing import MissingEpisode
from rise_desk.domain.moments import Moment, minute
from rise_desk.domain.record import Id, Record
from rise_desk.services.desk import Desk
from rise_desk.storage import batches

EACH = 6.75
"""Episodes for each young person in the list: 135,000 for 20,000."""

YEARS = timedelta(days=3_650)
AT_ONCE = 500
OFTEN = 0.9
"""How unevenly they are spread: half of the children have an episode or two, a few have fifty."""

INTERVIEWED, DECLINED, LONG_AGO = 0.84, 0.93, 0.6
"""The shares of returns up to which an interview was held, or declined; and of those from before it was expected."""

OPEN = 0.0002
"""The share of episodes that are not over."""

GRADES, PLACES = ("low", "medium", "high", "no_apparent_risk"), ("home", "childrens_home", "foster", "school")


def fill(desk: Desk, people: int, seed: int) -> int:
    """Write as many episodes as bring this store up to its share, with their interviews; how many records."""
    vault = desk.store.vault
    subjects = [Id(row[0]) for row in vault.sql("SELECT subject FROM card WHERE at_risk ORDER BY subject")]
    held = int(vault.sql("SELECT count(*) FROM missing_episode")[0][0])
    county = County(desk, seed)
    numbers = county.spread(len(subjects), round(people * EACH) - held)
    written = 0
    with batches.room(vault):
        for start in range(0, len(subjects), AT_ONCE):
            some = zip(subjects[start : start + AT_ONCE], numbers[start : start + AT_ONCE], strict=True)
            with desk.writing(as_stamped=True) as work:
                for each in (record for subject, number in some for record in county.told(subject, number)):
                    work.put(each, None)
                    written += 1
    return written


class County:
    """Tells the absences of one child after the other, always the same from the same seed."""

    def __init__(self, desk: Desk, seed: int) -> None:
        self._desk, self._rng = desk, Random(f"absences {seed}")
        self._now = desk.now().replace(second=0, microsecond=0)

    def spread(self, people: int, episodes: int) -> Sequence[int]:
        """How many episodes each of so many people has."""
        shares = [self._rng.paretovariate(OFTEN) for _one in range(people)]
        shares = [min(each, 40.0) for each in shares]
        scale = max(episodes, 0) / sum(shares) if shares else 0.0
        return [round(each * scale) for each in shares]

    def told(self, subject: Id, number: int) -> Iterator[Record]:
        """One child's episodes, the oldest first, each followed by its interview."""
        spans = sorted(self._rng.random() for _one in range(number))
        for place, share in enumerate(spans, 1):
            began = self._now - YEARS * (1 - share) - timedelta(minutes=self._rng.randrange(24 * 60))
            last = place == number
            episode = self._episode(subject, began, is_open=last and self._rng.random() < OPEN * number)
            yield episode
            if episode.returned_at:
                yield from self._interview(episode)

    def _episode(self, subject: Id, began: datetime, *, is_open: bool) -> MissingEpisode:
        lasted = timedelta(minutes=self._rng.randrange(90, 20 * 60))
        back = began + lasted
        gone = is_open or back > self._now
        if is_open:
            began = self._now - timedelta(minutes=self._rng.randrange(30, 40 * 60))
        return MissingEpisode(
            id=self._desk.clock.new_id(),
            subject=subject,
            reported_at=minute(began),
            missing_from=self._rng.choice(PLACES),
            grade=self._rng.choice(GRADES),
            returned_at=Moment("") if gone else minute(back),
            recorded_at=self._stamp(minute(began)),
            recorded_by=self._desk.who.name,
        )

    def _interview(self, episode: MissingEpisode) -> Iterator[ReturnInterview]:
        back = moments.earliest(episode.returned_at)
        age = self._now - back
        drawn = self._rng.random() * (1.0 if age > timedelta(days=4) else 2.5)
        old = moments.london_day(episode.returned_at) < self._desk.practice.interviews_since
        if drawn > (LONG_AGO if old else DECLINED):
            return
        at = minute(min(back + timedelta(hours=self._rng.randrange(4, 70)), self._now))
        held = drawn < INTERVIEWED
        yield ReturnInterview(
            id=self._desk.clock.new_id(),
            subject=episode.subject,
            episodes=(Covered(episode=episode.id),),
            offered_at=at,
            answer="" if held else "declined",
            answered_at=Moment("") if held else at,
            done_at=at if held else Moment(""),
            interviewer="Tom Reed" if held else "",
            recorded_at=self._stamp(at),
            recorded_by=self._desk.who.name,
        )

    def _stamp(self, at: Moment) -> Moment:
        return moments.stamp(moments.earliest(at))
