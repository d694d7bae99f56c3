"""What is worked out of missing episodes, their interviews and actions, and told beside what is stored of them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

from rise_desk.domain import access, moments, returns
from rise_desk.domain.action import Action
from rise_desk.domain.casefile import CaseFile
from rise_desk.domain.interview import STATES, ReturnInterview
from rise_desk.domain.missing import MissingEpisode
from rise_desk.domain.moments import Moment
from rise_desk.domain.person import Person
from rise_desk.domain.record import Id, Record
from rise_desk.domain.returns import Return
from rise_desk.services import merged
from rise_desk.services.desk import Desk

KINDS = (MissingEpisode, ReturnInterview)
Facts = Mapping[str, Any]


@dataclass(frozen=True, kw_only=True)
class Returns:
    """The returns of some files, by the number of the episode, and the people they are of."""

    desk: Desk
    people: Mapping[Id, Person]
    by_episode: Mapping[Id, Return]

    def of(self, record: Record) -> Facts:
        """What a record comes to: an episode, an interview or an action; nothing for any other."""
        if isinstance(record, MissingEpisode):
            return {**self._whose(record.subject), **self._episode(record)}
        if isinstance(record, ReturnInterview):
            return {**self._whose(record.subject), **self._interview(record)}
        if isinstance(record, Action):
            return {**self._whose(record.subject), "is_open": record.is_open, "is_overdue": self._is_overdue(record)}
        return {}

    def _whose(self, subject: Id) -> Facts:
        person = self.people.get(subject, Person())
        return {
            "young_person": access.NAMELESS if person.restricted else person.name,
            "file_number": person.file_number,
        }

    def _episode(self, episode: MissingEpisode) -> Facts:
        found, now = self.by_episode.get(episode.id), self.desk.now()
        not_back_yet = moments.in_future(episode.returned_at, now)
        facts = {
            "since": episode.since,
            "missing_now": episode.is_open or not_back_yet,
            "grade_now": episode.grade_now,
            "hours_away": _hours((replace(episode, returned_at=Moment("")) if not_back_yet else episode).lasted(now)),
        }
        if found is None or not_back_yet:
            return {**facts, "interview": "", "interview_state": "", "interview_by": "", "interview_hours_left": None,
                    "interview_in_time": None}  # fmt: skip
        return {
            **facts,
            "interview": str(found.interview.id) if found.interview else "",
            "interview_state": found.state,
            "interview_by": moments.minute(found.by),
            "interview_hours_left": _hours(found.by - now) if found.is_owed else None,
            "interview_in_time": found.in_time if found.in_time or found.late else None,
        }

    def _interview(self, interview: ReturnInterview) -> Facts:
        about = [self.by_episode[each] for each in interview.covers if each in self.by_episode]
        by = min((each.by for each in about), default=None)
        held = interview.done_at
        late = returns.is_late(held, (each.episode for each in about))
        return {
            "state": interview.state,
            "state_words": STATES[interview.state],
            "interview_by": moments.minute(by) if by else "",
            "hours_left": _hours(by - self.desk.now()) if by and not interview.settled else None,
            "hours_after_return": self._after(held, about),
            "in_time": not late if held and about else None,
        }

    def _after(self, held: Moment, about: Iterable[Return]) -> float | None:
        """How many hours after the first of the returns it was held; None where it was not."""
        back = min((moments.earliest(each.episode.returned_at) for each in about), default=None)
        return _hours(moments.earliest(held) - back) if held and back else None

    def _is_overdue(self, action: Action) -> bool:
        return action.is_open and bool(action.due_on) and moments.latest(action.due_on) < self.desk.now()


def returned(desk: Desk, records: Iterable[Record], among: Iterable[Record]) -> Returns:
    """The returns that these records are of; `among`: all episodes and interviews of the files they are in."""
    told = [each for each in (*records, *among) if isinstance(each, MissingEpisode | ReturnInterview | Action)]
    heads = merged.head_of(desk, {each.subject for each in told})
    people = {each.id: each for each in desk.store.several(Person, {*heads.values()})}
    files: dict[Id, dict[Id, Record]] = defaultdict(dict)
    for each in told:
        files[heads[each.subject]][each.id] = each
    every = (
        found
        for held in files.values()
        for found in returns.of_file(CaseFile(subject=Person(), records=tuple(held.values())))
    )
    return Returns(
        desk=desk,
        people={subject: people[head] for subject, head in heads.items() if head in people},
        by_episode={each.episode.id: each for each in every},
    )


def _hours(length: timedelta) -> float:
    """Elapsed hours, rounded down to a tenth."""
    return length // timedelta(minutes=6) / 10
