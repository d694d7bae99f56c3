"""The actions of the demonstration: agreed in return interviews and at the morning meeting, most of them done."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta

from rise_desk.domain import moments, repeats
from rise_desk.domain.action import DONE, NOT_NEEDED, TO_DO, Action
from rise_desk.domain.casefile import CaseFile
from rise_desk.domain.interview import Agreed, ReturnInterview
from rise_desk.domain.missing import MissingEpisode
from rise_desk.domain.moments import LONDON, Moment
from rise_desk.domain.person import Person
from rise_desk.domain.record import Id
from rise_desk.domain.trigger import PLAN
from rise_desk.services.demo import days, interviews, lately
from rise_desk.services.demo import interview_words as words
from rise_desk.services.demo.days import DAY
from rise_desk.services.demo.team import HEAD, SUPERVISOR
from rise_desk.services.demo.telling import Teller, numbered

MEETING = 9 * 60 + 15
"""When the morning meeting is, in minutes after midnight."""

DUE = {"attempted": (1, 3), "accepted": (1, 6), "late_attempted": (2, -1), "late_nothing": (3, 0)}
"""For those who came back lately: how many days ago something was agreed, and in how many days it is due."""

LEFT_STANDING = frozenset({*lately.AWAY, "back_by_police", "back_by_self"})


def told(
    teller: Teller, ids: Iterator[int], episodes: Sequence[MissingEpisode], held: Sequence[ReturnInterview]
) -> Iterator[Action]:
    """Every action of a file."""
    made = _Actions(teller, ids)
    for interview in held:
        for each in interview.agreed:
            yield made.of_interview(interview, each)
    new = tuple(made.lately(each, night.scene) for each, night in zip(episodes, teller.story.nights, strict=True)
                if night.scene in DUE)  # fmt: skip
    yield from new
    yield from made.planned(episodes, {each.about for each in new})


class _Actions:
    """The actions of one file."""

    def __init__(self, teller: Teller, ids: Iterator[int]) -> None:
        self._teller, self._ids, self._rng = teller, ids, teller.rng
        self._one, self._today = teller.story.one, teller.cast.today

    def of_interview(self, interview: ReturnInterview, agreed: Agreed) -> Action:
        """What was agreed in an interview: done by its day, or still to do where that is to come."""
        at = moments.earliest(interview.done_at)
        due = date.fromisoformat(agreed.due_on)
        ended = _at(due - DAY * self._rng.randrange(0, 4), 16) if due < self._today else None
        not_needed = ended is not None and self._rng.random() < 0.12
        deck = words.NOT_NEEDED if not_needed else words.OUTCOMES
        return self._made(
            at + timedelta(minutes=self._rng.randrange(40, 200)),
            agreed.what,
            agreed.owner,
            agreed_in="Return interview",
            about=interview.id,
            due_on=agreed.due_on,
            ended=ended,
            status=NOT_NEEDED if not_needed else DONE,
            outcome=self._rng.choice(deck).format_map(self._teller.known(at)) if ended else "",
        )

    def lately(self, episode: MissingEpisode, scene: str) -> Action:
        """What was agreed about somebody who came back in these days, and is still to do."""
        ago, within = DUE[scene]
        day = self._today - DAY * ago
        deck = words.AT_THE_MEETING[list(DUE).index(scene)]
        return self._made(
            days.instant(day, MEETING),
            deck.format_map(self._teller.known(days.instant(day, MEETING))),
            self._one.worker if within else HEAD,
            agreed_in="Morning meeting" if day.weekday() < days.SATURDAY else "On call",
            about=episode.id,
            due_on=days.moment(self._today + DAY * within),
        )

    def planned(self, episodes: Sequence[MissingEpisode], answered: set[Id]) -> Iterator[Action]:
        """What a repeat trigger asked for, where it was done; those of the last days still wait for somebody."""
        cast, story = self._teller.cast, self._teller.story
        person = Person(id=self._one.id, date_of_birth=days.moment(self._one.born))
        scenes = {each.id: night.scene for each, night in zip(episodes, story.nights, strict=True)}
        hits = repeats.hits(CaseFile(subject=person, records=tuple(episodes)), cast.practice)
        for newest in dict.fromkeys(each.newest for each in hits):
            if newest.id in answered or scenes[newest.id] in LEFT_STANDING:
                continue
            day = moments.earliest(newest.since).astimezone(LONDON).date() + DAY
            if day > max(story.assessed_on, interviews.expected_since(self._today)):
                yield self._planned(newest, _at(days.next_working(day), 9))

    def _planned(self, newest: MissingEpisode, at: datetime) -> Action:
        ended = at + timedelta(days=self._rng.randrange(1, 4), hours=5)
        over = ended.date() < self._today
        known = self._teller.known(at)
        return self._made(
            at,
            PLAN,
            SUPERVISOR,
            agreed_in="Morning meeting",
            about=newest.id,
            due_on=days.moment((at + DAY * 4).date()),
            ended=ended if over else None,
            outcome=self._rng.choice(words.PLANNED).format_map(known) if over else "",
        )

    def _made(
        self,
        at: datetime,
        what: str,
        owner: str,
        *,
        agreed_in: str,
        about: Id,
        due_on: Moment,
        ended: datetime | None = None,
        status: str = DONE,
        outcome: str = "",
    ) -> Action:
        saved = (ended or at) + timedelta(
            minutes=self._rng.randrange(2, 9), milliseconds=self._rng.randrange(1, 59_999)
        )
        return Action(
            id=numbered(at, self._ids),
            version=1,
            recorded_at=moments.stamp(saved),
            recorded_by=owner,
            subject=self._one.id,
            what=what,
            owner=owner,
            agreed_at=moments.minute(at),
            agreed_in=agreed_in,
            about=about,
            due_on=due_on,
            status=status if ended else TO_DO,
            ended_at=moments.minute(ended) if ended else Moment(""),
            outcome=outcome,
        )


def _at(day: date, hour: int) -> datetime:
    return days.instant(day, hour * 60 + 20)
