"""Presence: who else is at a desk of this store, what long job runs there, and what a busy store is waiting for."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import timedelta

from rise_desk.domain import moments
from rise_desk.domain.moments import Moment
from rise_desk.errors import DeskError, Unavailable
from rise_desk.services.desk import Desk
from rise_desk.storage import patience, sittings
from rise_desk.storage.sittings import Sitting

EACH = timedelta(minutes=1)
"""A program shows a sign of life at most this often."""

STALE = timedelta(minutes=3)
"""A program that showed none for so long was killed, or its computer was switched off."""

LONG_JOB = timedelta(minutes=10)
"""A long job may hold the records locked so long, and not even its own program can show a sign of life meanwhile."""


@dataclass(frozen=True, kw_only=True)
class Other:
    """Somebody else at a desk: on which computer, since when, and the long job that runs there ('' for none)."""

    name: str
    pc: str
    since: Moment
    doing: str = ""

    @property
    def who(self) -> str:
        """Who and where: 'Amir Khan (front office PC)'."""
        return f"{self.name} ({self.pc})" if self.pc else self.name


@dataclass(frozen=True, kw_only=True)
class Holdup:
    """Why nothing can be saved just now, in a sentence, and whom to ask when it takes too long."""

    because: str = "Another program is saving."
    ask: str = "Try again, or tell IT."
    lost: str = "Nothing was saved; what you typed is kept."

    @property
    def waiting(self) -> str:
        """What is said while it is waited for."""
        return f"{self.because} Waiting for it to finish."

    @property
    def given_up(self) -> str:
        """What is said when it was waited for in vain."""
        return f"{self.because} {self.lost} {self.ask}"


UNKNOWN = Holdup()
AT_THE_DOOR = Holdup(
    because="Another program has the records to itself, to restore, import or mend them.",
    ask="Ask a supervisor, or try again.",
    lost="You are not signed in.",
)
"""What can be said to somebody who may not read yet who it is."""

ALONE = Holdup(
    because="Another program has the records to itself, to restore or to mend them.",
    ask="Ask a supervisor, or try again later.",
)


def others(desk: Desk) -> tuple[Other, ...]:
    """Everybody else at a desk of this store, whoever sat down last first.

    Programs that were killed are left out. Nobody is named twice on one computer, and nobody as their own company.
    """
    here: dict[str, Other] = {}
    for each in map(_other, _alive(desk, STALE)):
        if (each.name, each.pc) != (desk.who.name, desk.pc):
            here.setdefault(each.who, each)
    return tuple(here.values())


def stir(desk: Desk) -> None:
    """Show a sign of life, at most once a minute; a busy store is asked again next time, and nobody waits for it."""
    now = desk.now()
    if desk.stirred_at is not None and now - desk.stirred_at < EACH:
        return
    with suppress(Unavailable), patience.waiting(desk.store.vault, patience.NOT_AT_ALL):
        sittings.see(desk.store.vault, desk.session, moments.stamp(now))
        desk.stirred_at = now


@contextmanager
def doing(desk: Desk, words: str) -> Iterator[None]:
    """Tell everybody at this store what long job runs here ('importing notes.csv'), and that it is over.

    Wrap it around the job's own transaction: the words are written before it begins, so that they can be read while
    it holds the records locked. A store that can't take them lets the job go on.
    """
    before = ""
    with suppress(DeskError):
        before = sittings.doing(desk.store.vault, desk.session)
    _say(desk, words)
    try:
        yield
    finally:
        _say(desk, before)


def holdup(desk: Desk) -> Holdup:
    """What a busy store is waiting for, by what the programs at it said of themselves before they began."""
    try:
        working = _at_work(desk, STALE) or _at_work(desk, LONG_JOB)
        here = others(desk)
    except DeskError:
        return ALONE
    if working:
        return _held_by(desk, working[0])
    return _anybody(here) if here else UNKNOWN


def _held_by(desk: Desk, sitting: Sitting) -> Holdup:
    if sitting.session == desk.session:
        return Holdup(because=f"This window is {sitting.doing}.", ask="Try again when it is done.")
    who = _other(sitting)
    return Holdup(because=f"{who.who} is {who.doing}.", ask=f"Ask {who.name}, or try again.")


def _anybody(here: Sequence[Other]) -> Holdup:
    listed = ", ".join(each.who for each in here)
    asked = here[0].name if len(here) == 1 else "them"
    return Holdup(because=f"Another program is saving. Also signed in: {listed}.", ask=f"Ask {asked}, or try again.")


def _alive(desk: Desk, within: timedelta) -> list[Sitting]:
    return sittings.open_since(desk.store.vault, moments.stamp(desk.now() - within))


def _at_work(desk: Desk, within: timedelta) -> list[Sitting]:
    return [each for each in _alive(desk, within) if each.doing]


def _other(sitting: Sitting) -> Other:
    return Other(name=sitting.account, pc=sitting.pc, since=sitting.opened_at, doing=sitting.doing)


def _say(desk: Desk, words: str) -> None:
    with suppress(DeskError):
        sittings.say(desk.store.vault, desk.session, words, moments.stamp(desk.now()))
