"""A child abduction notice: one adult warned away from one child; a warning and not an order (practice)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, ClassVar

from rise_desk.domain import notice_problems
from rise_desk.domain.moments import Moment
from rise_desk.domain.record import NO_ID, Id, Record, attribute

if TYPE_CHECKING:
    from rise_desk.domain.casefile import CaseFile
    from rise_desk.domain.practice import Practice

S2, S49 = "s2", "s49"
CHILD, ADULT = "child", "adult"


@dataclass(frozen=True, kw_only=True)
class Notice(Record):
    """One notice; living while it is prepared, and an entry, which never changes, once it was served."""

    KIND: ClassVar[str] = "notice"
    TITLE: ClassVar[str] = "Child abduction notice"
    CALLED: ClassVar[str] = "Notice"
    SETTLED: ClassVar[str] = "served"
    LIVING: ClassVar[bool] = True
    JUDGED_WITH: ClassVar[tuple[str, ...]] = ("notice", "notice_review")

    child: Id = attribute("Child", default=NO_ID, required=True)
    adult: Id = attribute("Adult", default=NO_ID, required=True)
    law: str = attribute("Under which law", vocabulary="notice_law", required=True)
    grounds: str = attribute("Grounds", long=True)
    requested_by: str = attribute("Requesting agency", vocabulary="agency")
    statement_of: str = attribute("Whose statement: parent's or authority's")
    statement: str = attribute("What the statement says", long=True)
    statement_on: Moment = attribute("Date of the statement", default=Moment(""), past=True)
    authorised_by: str = attribute("Authorising officer")
    issued_on: Moment = attribute("Issued on", default=Moment(""), past=True)
    police_ref: str = attribute("Police reference")
    served_at: Moment = attribute("Served at", default=Moment(""), past=True)
    served_by: str = attribute("Served by")
    served_where: str = attribute("Where it was served")
    served_how: str = attribute("How it was served")
    acknowledged: str = attribute("What the adult did", vocabulary="acknowledgement")
    acknowledged_age: str = attribute("Age of the child the adult was told and acknowledged")
    adult_said: str = attribute("What the adult said", long=True)
    signed_by_parent: bool | None = attribute("Signed by the parent or authority", default=None)
    copies_to: str = attribute("Copies to")
    safety_plan: str = attribute("Safety plan for the child while it is served", long=True)
    review_on: Moment = attribute("Review", default=Moment(""))
    note: str = attribute("Note", long=True)

    def involved(self) -> tuple[tuple[Id, str], ...]:
        """The child it protects, and the adult it warns."""
        return ((self.child, CHILD), (self.adult, ADULT))

    def happened(self) -> Moment:
        """When it was served, or issued; while it is prepared, when it was last worked on."""
        return self.served_at or self.issued_on or self.recorded_at

    @property
    def settled(self) -> bool:
        """Whether it was served."""
        return bool(self.served_at)

    @property
    def in_force_from(self) -> Moment:
        """From when it holds: served, or issued where the service is not recorded; '' while it is prepared."""
        return self.served_at or self.issued_on

    def stretches(self) -> tuple[tuple[str, str], ...]:
        """What a search finds it by."""
        return (
            ("grounds", f"{self.grounds} {self.statement}"),
            ("service", f"{self.served_where} {self.served_how} {self.adult_said} {self.police_ref}"),
            ("safety plan", self.safety_plan),
            ("note", self.note),
        )

    def problems(self, practice: "Practice", now: datetime) -> dict[str, str]:
        """What the notice alone shows to be wrong: served before it was issued, the same person twice."""
        return super().problems(practice, now) | notice_problems.alone(self)

    def file_problems(self, file: "CaseFile", practice: "Practice", now: datetime) -> dict[str, str]:
        """The child's age and status must allow it; it can't be before a birth, nor beside one of the pair in force."""
        return notice_problems.in_file(self, file, now)

    def clashes(self, file: "CaseFile") -> dict[str, str]:
        """A notice of the same pair that is in force."""
        return notice_problems.pair_in_force(self, file)

    @classmethod
    def said(cls, data: Mapping[str, Any], practice: "Practice") -> dict[str, Any]:
        """As other programs say it: person, young person and legislation."""
        other_names = {"person": ADULT, "young_person": CHILD, "legislation": "law", "notes": "note"}
        return {other_names.get(name, name): value for name, value in data.items()}
