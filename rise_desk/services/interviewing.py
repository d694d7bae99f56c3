"""Interviewing: a return interview from the first offer to what was agreed in it; each step is one act.

What becomes of an interview on file is decided here: while it is arranged it is changed, and once it was held,
declined or decided against a further entry takes its place. Nothing that was agreed is typed twice.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast

from rise_desk.domain import interview_due, moments, names, returns
from rise_desk.domain.act import Act
from rise_desk.domain.action import Action
from rise_desk.domain.casefile import CaseFile
from rise_desk.domain.chronology import Sieve
from rise_desk.domain.interview import (
    ACCEPTED,
    ARRANGED,
    ATTEMPTED,
    DECIDED_AGAINST,
    DECLINED,
    DONE,
    OFFERED,
    Agreed,
    Attempt,
    Covered,
    ReturnInterview,
)
from rise_desk.domain.missing import MissingEpisode
from rise_desk.domain.moments import Moment
from rise_desk.domain.person import Person
from rise_desk.domain.record import NO_ID, Id, Record
from rise_desk.domain.returns import Return
from rise_desk.errors import Conflict, Invalid, NotFound
from rise_desk.services import casework, overview, unfinished
from rise_desk.services.desk import Desk

KINDS = ReturnInterview.JUDGED_WITH
"""The kinds that tell how the interviews of a file stand."""

AGREED_IN = "return interview"
STILL_AWAY = "They have not come back from this missing episode. Record the return first."
NOT_HERE = "That missing episode is not in this file."
NOTHING_OWED = "No return interview is owed here: every return has one, or they have not been missing."
HELD = "This return interview was held. Correct it, and both can be read."
MEANWHILE = "{} saved something about this return interview while you were typing."

_TITLES = {
    ARRANGED: "Return interview arranged",
    OFFERED: "Return interview offered",
    ATTEMPTED: "Attempt at a return interview recorded",
    ACCEPTED: "Return interview accepted",
    DECLINED: "Return interview declined",
    DECIDED_AGAINST: "Return interview decided against",
    DONE: "Return interview recorded",
}
CARERS = frozenset({"carers_offered_at", "carers_said"})
"""What may follow after a child declined, and leaves the answer as it is."""

_OVER: dict[str, Any] = {
    "answer": "",
    "answered_at": Moment(""),
    "declined_because": "",
    "decided_at": Moment(""),
    "decided_by": "",
    "decided_because": "",
}
"""What no longer holds once an interview goes on that was declined or decided against; the earlier entry tells it."""


@dataclass(frozen=True, kw_only=True)
class Opening:
    """What stands beside the form of a return interview.

    `interview`: the one on file about the episode, as it stands, or a new one that has no version yet. `returns`:
    those it is about and those it could be about as well, oldest first. `owed_by`: who owes it, where the child was
    placed by another council or elsewhere; '' where that goes without saying.
    """

    person: Person
    interview: ReturnInterview
    returns: tuple[Return, ...]
    owed_by: str

    @property
    def episodes(self) -> tuple[MissingEpisode, ...]:
        """The missing episodes of these returns, oldest first."""
        return tuple(each.episode for each in self.returns)

    def by(self, covered: frozenset[Id]) -> datetime | None:
        """The instant by which an interview about these is due, the first of them; None where it is about none."""
        return min((each.by for each in self.returns if each.episode.id in covered), default=None)

    def is_late(self, done_at: Moment, covered: frozenset[Id]) -> bool:
        """Whether one held then is certainly late for any of these."""
        return returns.is_late(done_at, [each for each in self.episodes if each.id in covered])


def opening(desk: Desk, subject: Id, episode: Id = NO_ID, *, corrects: Id = NO_ID) -> Opening:
    """What the form needs, for an episode, for the return that is owed first, or for an entry to be put right.

    Raises `NotFound` where nothing is owed, or the file holds no such episode; `Invalid` while the child is away.
    """
    file = _file(desk, subject)
    if corrects:
        interview = _entry(file, corrects)
    else:
        held = _return(file, episode, desk)
        interview = held.interview or _begun(desk, held.episode)
    return Opening(
        person=file.subject,
        interview=interview,
        returns=tuple(each for each in returns.of_file(file) if _offered(each, interview, desk)),
        owed_by=interview_due.owed_by(file.subject, desk.practice),
    )


def of_episode(desk: Desk, subject: Id, episode: Id) -> ReturnInterview | None:
    """The return interview that stands about an episode; None where nothing is recorded of one."""
    return next((each.interview for each in returns.of_file(_file(desk, subject)) if each.episode.id == episode), None)


def episodes_of(desk: Desk, records: Iterable[Record]) -> dict[Id, MissingEpisode]:
    """The missing episodes that the interviews among these are about, to read them with, by their numbers."""
    wanted = {number for each in records if isinstance(each, ReturnInterview) for number in each.covers}
    return {each.id: each for each in desk.store.several(MissingEpisode, wanted)} if wanted else {}


def going_on(desk: Desk, interview: ReturnInterview) -> ReturnInterview:
    """What an interview is gone on with: itself while it is arranged, else a further entry in its place.

    What was declined or decided against can still be held: the earlier entry goes on telling that it was.
    """
    if not interview.settled:
        return interview
    return further(desk, interview).changed(**({} if interview.done_at else _OVER))


def further(desk: Desk, interview: ReturnInterview) -> ReturnInterview:
    """A further entry that says the same as one on file, to be put right in it."""
    return interview.changed(
        id=desk.clock.new_id(), version=0, corrects=interview.id, source="", references=(), withdrawn=None
    )


def record(desk: Desk, interview: ReturnInterview, draft: Id = NO_ID) -> ReturnInterview:
    """Save an interview with everything that follows from it in one act, and forget the form it was typed in.

    Once it was held, what was agreed becomes an action each. Raises `Conflict` where somebody has recorded something
    else about one of these episodes since, and what `casework.perform` raises.
    """
    _demand_current(desk, interview)
    actions = tuple(_actions(desk, interview))
    act = Act(title=_title(desk, interview, len(actions)), saves=(interview, *actions))
    saved = casework.perform(desk, act, first=lambda _work: unfinished.drop(desk, draft))
    return cast(ReturnInterview, saved[0])


def step(
    desk: Desk,
    subject: Id,
    episode: Id,
    *,
    over: ReturnInterview | None = None,
    attempt: Attempt | None = None,
    draft: Id = NO_ID,
    **said: Any,
) -> ReturnInterview:
    """Add one step to the interview about an episode, or begin one: an attempt, or fields of it such as `offered_at`.

    A step is added to whatever stands on file by now; only a field that somebody changed since it was shown (`over`)
    is a `Conflict`. What was declined or decided against is followed by a further entry.
    """
    base = opening(desk, subject, episode).interview
    if base.done_at:
        raise Invalid({"": HELD})
    shown = over or base
    if any(getattr(base, name) not in (getattr(shown, name), value) for name, value in said.items()):
        raise Conflict(f"{MEANWHILE.format(base.recorded_by)} Close this window and look at it again.")
    taken = further(desk, base) if base.settled and not attempt and set(said) <= CARERS else going_on(desk, base)
    attempts = (*taken.attempts, attempt) if attempt else taken.attempts
    return record(desk, taken.changed(attempts=attempts, **said), draft)


def _file(desk: Desk, subject: Id) -> CaseFile:
    return overview.case_file(desk, subject, Sieve(kinds=KINDS))


def _return(file: CaseFile, episode: Id, desk: Desk) -> Return:
    """The return from an episode; where none is named, of those that are owed the one that is due first."""
    found = returns.of_file(file)
    if not episode:
        owed = [each for each in found if each.is_owed and _expected(each, desk)]
        if not owed:
            raise NotFound(NOTHING_OWED)
        return min(owed, key=lambda each: each.by)
    for each in returns.episodes(file):
        if each.id == episode and each.is_open:
            raise Invalid({"": STILL_AWAY})
    for back in found:
        if back.episode.id == episode:
            return back
    raise NotFound(NOT_HERE)


def _entry(file: CaseFile, number: Id) -> ReturnInterview:
    for each in file.of(ReturnInterview):
        if each.id == number:
            return each
    raise NotFound("That return interview is not in this file.")


def _offered(each: Return, interview: ReturnInterview, desk: Desk) -> bool:
    """Whether a return is one that this interview is about, or could be: nothing else is recorded about it."""
    if each.episode.id in interview.covers:
        return True
    return each.interview is None and _expected(each, desk)


def _expected(each: Return, desk: Desk) -> bool:
    """Whether the team expects an interview after this return: older ones are owed by nobody here."""
    return moments.london_day(each.episode.returned_at) >= desk.practice.interviews_since


def _begun(desk: Desk, episode: MissingEpisode) -> ReturnInterview:
    """A new interview, in the file in which the episode is."""
    return ReturnInterview(id=desk.clock.new_id(), subject=episode.subject, episodes=(Covered(episode=episode.id),))


def _demand_current(desk: Desk, interview: ReturnInterview) -> None:
    """Raise `Conflict` where something else stands about one of these episodes than what was gone on from."""
    known = (interview.id, interview.corrects)
    for each in returns.of_file(_file(desk, interview.subject)):
        held = each.interview
        if held is None or each.episode.id not in interview.covers:
            continue
        overtaken = held.id == interview.id and held.settled and held.version != interview.version
        if overtaken or held.id not in known:
            raise Conflict(MEANWHILE.format(held.recorded_by))


def _before(desk: Desk, interview: ReturnInterview) -> ReturnInterview | None:
    """The entry that this one puts right."""
    before = desk.store.find(interview.corrects) if interview.corrects else None
    return before if isinstance(before, ReturnInterview) else None


def _title(desk: Desk, interview: ReturnInterview, actions: int) -> str:
    before = _before(desk, interview)
    same = before is not None and before.state == interview.state
    title = "Return interview corrected" if same else _TITLES[interview.state]
    return f"{title}, with {actions} action{'' if actions == 1 else 's'}" if actions else title


def _actions(desk: Desk, interview: ReturnInterview) -> list[Action]:
    """The actions that were agreed, once it was held; those of an entry it puts right are on file already."""
    if not interview.done_at:
        return []
    before = _before(desk, interview)
    known = {names.fold(each.what) for each in before.agreed} if before is not None and before.done_at else set()
    return [_action(desk, interview, each) for each in interview.agreed if names.fold(each.what) not in known]


def _action(desk: Desk, interview: ReturnInterview, agreed: Agreed) -> Action:
    return Action(
        id=desk.clock.new_id(),
        subject=interview.subject,
        what=agreed.what,
        owner=agreed.owner,
        due_on=agreed.due_on,
        agreed_at=interview.done_at,
        agreed_in=AGREED_IN,
        about=interview.id,
    )
