"""A disruption action: what is done against harm where nobody can be prosecuted, against whom, for whose protection."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, ClassVar

from rise_desk.domain.moments import Moment
from rise_desk.domain.order import Protected
from rise_desk.domain.record import NO_ID, Id, Part, Record, attribute

if TYPE_CHECKING:
    from rise_desk.domain.casefile import CaseFile
    from rise_desk.domain.practice import Practice

PLANNED, UNDER_WAY, DONE, NOT_POSSIBLE = "planned", "under_way", "done", "not_possible"
TARGET, PROTECTED = "target", "protected"
IMMIGRATION, HOTEL = "immigration_route", "hotel_watch"
SECURE = frozenset({"", "gb", "ie"})
"""Nationalities with which nobody's right to be here is at stake; of one that is not recorded the reason must tell."""
WHY_IMMIGRATION = "Say why this route is taken, and how it is known that no child’s own status is at stake."
AT_STAKE = "{}’s own right to be here may be at stake: this route is not open. Choose another."


@dataclass(frozen=True, kw_only=True)
class Target(Part):
    """A person, place, vehicle, phone or name online it is aimed at; several are a group."""

    LABEL: ClassVar[str] = "Target"
    subject: Id = attribute("Who or what", default=NO_ID, required=True)


@dataclass(frozen=True, kw_only=True)
class DisruptionAction(Record):
    """One action: the tactic, its targets, the children it protects, whose it is, how it stands and what came of it."""

    KIND: ClassVar[str] = "disruption_action"
    TITLE: ClassVar[str] = "Disruption action"
    CALLED: ClassVar[str] = "Disruption action"
    LIVING: ClassVar[bool] = True

    targets: tuple[Target, ...] = attribute("Against whom or what", default=(), required=True)
    protects: tuple[Protected, ...] = attribute("Children protected", default=())
    tactic: str = attribute("Tactic", vocabulary="tactic", required=True)
    what: str = attribute("What exactly", long=True)
    owner: str = attribute("Who does it")
    agency: str = attribute("Agency", vocabulary="agency")
    agreed_on: Moment = attribute("Agreed on", default=Moment(""), past=True)
    due_on: Moment = attribute("By when", default=Moment(""))
    status: str = attribute("How it stands", default=PLANNED, vocabulary="disruption_status", required=True)
    done_on: Moment = attribute("Done on", default=Moment(""), past=True)
    outcome: str = attribute("What came of it, or why it is not possible", long=True)
    review_on: Moment = attribute("Review", default=Moment(""))
    spoke_to: str = attribute("Spoke to")
    staff_briefed: bool | None = attribute("Staff briefed", default=None)
    paid_in_cash: str = attribute("Rooms paid in cash")

    def involved(self) -> tuple[tuple[Id, str], ...]:
        """The targets, and the children protected."""
        targets = tuple((each.subject, TARGET) for each in self.targets)
        return (*targets, *((each.child, PROTECTED) for each in self.protects))

    def happened(self) -> Moment:
        """When it was done; until then when it was agreed, or recorded."""
        return self.done_on or self.agreed_on or self.recorded_at

    @property
    def is_open(self) -> bool:
        """Whether it is still to be done or under way."""
        return self.status in (PLANNED, UNDER_WAY) and not self.withdrawn

    def stretches(self) -> tuple[tuple[str, str], ...]:
        """What a search finds it by."""
        return (("what is done", f"{self.what} {self.spoke_to}"), ("what came of it", self.outcome))

    def problems(self, practice: "Practice", now: datetime) -> dict[str, str]:
        """What is not possible says why; nobody is target and protected in one action."""
        found = super().problems(practice, now)
        who = [subject for subject, _role in self.involved()]
        if self.status == NOT_POSSIBLE and not self.outcome.strip():
            found["outcome"] = "Say why it is not possible."
        if self.tactic == IMMIGRATION and not self.what.strip():
            found["what"] = WHY_IMMIGRATION
        if len(set(who)) < len(who):
            found["protects"] = "Name everybody once: a child who is protected is not the target of the same action."
        return found

    def file_problems(self, file: "CaseFile", practice: "Practice", now: datetime) -> dict[str, str]:
        """The immigration route is never taken where the own status of a child it would protect is at stake."""
        child = file.subject
        protected = any(file.is_about(each.child) for each in self.protects)
        if self.tactic == IMMIGRATION and protected and child.nationality not in SECURE:
            return {"tactic": AT_STAKE.format(child.name)}
        return {}

    @classmethod
    def said(cls, data: Mapping[str, Any], practice: "Practice") -> dict[str, Any]:
        """As other programs say it: one target, one child."""
        said = {name: value for name, value in data.items() if name not in ("target", "young_person")}
        if data.get("target"):
            said["targets"] = [{"subject": data["target"]}]
        if data.get("young_person"):
            said["protects"] = [{"child": data["young_person"]}]
        return said
