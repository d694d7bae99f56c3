"""The parts of a person's file that say why they are of concern: each dated and with its source."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from rise_desk.domain import moments
from rise_desk.domain.life import NOTHING, Spell
from rise_desk.domain.moments import Moment
from rise_desk.domain.record import attribute

CONVICTED, ACQUITTED = "convicted", "acquitted"
UNSAID = frozenset({"not_known", "made_to_bring_others"})
"""Roles that allege nothing: nobody knows one, or somebody else made a child do it."""


def convicted(told: Iterable[tuple[str, Moment]]) -> bool:
    """Whether these statuses, each with its day, hold a conviction that no later acquittal took back.

    One without a day counts as later than those before it.
    """
    found, since = False, ""
    for status, at in told:
        day = moments.london_day(at) or since
        if status in (CONVICTED, ACQUITTED) and day >= since:
            found, since = status == CONVICTED, day
    return found


def alleged(role: str, *, is_convicted: bool) -> bool:
    """Whether a role is told as alleged: it says something, and no court has found it."""
    return bool(role) and role not in UNSAID and not is_convicted


@dataclass(frozen=True, kw_only=True)
class ConcernStatus(Spell):
    """How it stands with an allegation from a day on, in neutral words, and who says so."""

    LABEL: ClassVar[str] = "Status"
    status: str = attribute("Status", vocabulary="concern_status", required=True)
    basis: str = attribute("Source")
    why: str = attribute("Why, or what for")


@dataclass(frozen=True, kw_only=True)
class ConcernRole(Spell):
    """What somebody is said to do; alleged until they were convicted."""

    LABEL: ClassVar[str] = "What they are said to do"
    role: str = attribute("Role", vocabulary="concern_role", required=True)
    basis: str = attribute("Source")


@dataclass(frozen=True, kw_only=True)
class Position(Spell):
    """A position of authority or trust, whether it brings them to children, and who was told of the concern."""

    LABEL: ClassVar[str] = "Position of authority"
    position: str = attribute("Position", vocabulary="position", required=True)
    detail: str = attribute("Where, and as what")
    with_children: bool | None = attribute("Works with children", default=None)
    learned_on: Moment = attribute("When the team learned of it", default=NOTHING, past=True)
    officer_told_on: Moment = attribute("Designated officer (LADO) told", default=NOTHING, past=True)
    officer_told: str = attribute("Who was told, and what they said")
    licensing_told_on: Moment = attribute("Licensing told", default=NOTHING, past=True)


@dataclass(frozen=True, kw_only=True)
class PoliceGroup(Spell):
    """An organised crime group, only as police record it, and the position they give somebody in it."""

    LABEL: ClassVar[str] = "Organised crime group as police record it"
    group: str = attribute("Group", required=True)
    position: str = attribute("Position", vocabulary="police_position")
    basis: str = attribute("Police reference or source", required=True)
