"""The parts of a person's file: where they live, what holds legally, who is around them, what they need."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from rise_desk.domain import identifiers
from rise_desk.domain.moments import Moment
from rise_desk.domain.problems import ends_before, is_said
from rise_desk.domain.record import NO_ID, Id, Part, attribute

if TYPE_CHECKING:
    from rise_desk.domain.practice import Practice

NOTHING = Moment("")


@dataclass(frozen=True, kw_only=True)
class Spell(Part):
    """Something that holds from a day until a day; either may be unknown, and no end means it still holds."""

    since: Moment = attribute("From", default=NOTHING)
    until: Moment = attribute("Until", default=NOTHING)

    def part_problems(self, practice: "Practice", now: datetime) -> dict[str, str]:
        """A spell can't end before it starts."""
        if ends_before(self.since, self.until):
            return {"until": "The end must be on or after the start."}
        return {}


@dataclass(frozen=True, kw_only=True)
class DatedRole(Spell):
    """That this person is at risk, or of concern, for a time; somebody may be both."""

    LABEL: ClassVar[str] = "Role"
    role: str = attribute("Role", vocabulary="person_role", required=True)
    basis: str = attribute("Source")


@dataclass(frozen=True, kw_only=True)
class CaseSpell(Spell):
    """That the case was referred, open or closed from a day, and why."""

    LABEL: ClassVar[str] = "Case status"
    state: str = attribute("Status", vocabulary="case_state", required=True)
    reason: str = attribute("Reason")


@dataclass(frozen=True, kw_only=True)
class Allocation(Spell):
    """Who works with the young person, as key worker or co-worker, and when."""

    LABEL: ClassVar[str] = "Allocation"
    worker: str = attribute("Worker", required=True)
    role: str = attribute("Works as", vocabulary="allocation_role", required=True)


@dataclass(frozen=True, kw_only=True)
class Alias(Part):
    """Another name somebody is called by, and where."""

    LABEL: ClassVar[str] = "Other name"
    name: str = attribute("Name", required=True)
    used_where: str = attribute("Town or place it is used in")
    basis: str = attribute("Who says so")

    def part_problems(self, practice: "Practice", now: datetime) -> dict[str, str]:
        """Where there is no name there is nothing to find somebody by."""
        return {} if is_said(self.name) else {"name": "Enter the other name, or take this line away."}


@dataclass(frozen=True, kw_only=True)
class Address(Spell):
    """Where somebody lives or is placed, as what, and for how long."""

    LABEL: ClassVar[str] = "Address or placement"
    lives: str = attribute("Where they live", vocabulary="lives")
    lines: str = attribute("Address")
    postcode: str = attribute("Postcode")
    provider: str = attribute("Placement or carer")
    outside_county: bool | None = attribute("Outside the county", default=None)
    withheld_from: str = attribute("Address withheld from")


@dataclass(frozen=True, kw_only=True)
class LegalSpell(Spell):
    """A legal or care status, several of which may hold at once."""

    LABEL: ClassVar[str] = "Legal or care status"
    status: str = attribute("Status", vocabulary="legal_status", required=True)
    authority: str = attribute("Authority")
    evidence_seen: bool | None = attribute("Evidence seen", default=None)


@dataclass(frozen=True, kw_only=True)
class ContactNumber(Part):
    """A number the person can be reached at."""

    LABEL: ClassVar[str] = "Contact number"
    number: str = attribute("Number", required=True)
    whose: str = attribute("Whose phone")
    safe_to_call: bool | None = attribute("Safe to call", default=None)
    note: str = attribute("Note")


@dataclass(frozen=True, kw_only=True)
class SchoolSpell(Spell):
    """A school, college or training place and how it is attended."""

    LABEL: ClassVar[str] = "School or college"
    name: str = attribute("School or college")
    status: str = attribute("Status", vocabulary="school_status")
    year_group: str = attribute("Year group")
    attendance: str = attribute("Attendance")
    note: str = attribute("Note")


@dataclass(frozen=True, kw_only=True)
class Exclusion(Spell):
    """A suspension or permanent exclusion from school."""

    LABEL: ClassVar[str] = "Suspension or exclusion"
    sort: str = attribute("Suspension or exclusion", vocabulary="exclusion_kind", required=True)
    reason: str = attribute("Reason")


@dataclass(frozen=True, kw_only=True)
class Carer(Part):
    """A parent or carer, and what they may be told."""

    LABEL: ClassVar[str] = "Parent or carer"
    name: str = attribute("Name", required=True)
    relationship: str = attribute("Relationship", vocabulary="relationship")
    number: str = attribute("Contact number")
    address: str = attribute("Address")
    parental_responsibility: bool | None = attribute("Parental responsibility", default=None)
    may_be_told: str = attribute("May be told", vocabulary="may_be_told")
    told_what: str = attribute("What they may be told, and who decided")
    person: Id = attribute("Own file", default=NO_ID)


@dataclass(frozen=True, kw_only=True)
class HouseholdChild(Part):
    """Another child of the household: every one is listed and asked about."""

    LABEL: ClassVar[str] = "Child of the household"
    name: str = attribute("Name", required=True)
    date_of_birth: Moment = attribute("Date of birth", default=NOTHING, past=True)
    relationship: str = attribute("Relationship", vocabulary="relationship")
    safe: str = attribute("Safe?", vocabulary="answer")
    own_referral: str = attribute("Own referral?", vocabulary="answer")
    note: str = attribute("Note")
    person: Id = attribute("Own file", default=NO_ID)


@dataclass(frozen=True, kw_only=True)
class Professional(Part):
    """Somebody from another agency who works with the young person."""

    LABEL: ClassVar[str] = "Professional"
    name: str = attribute("Name", required=True)
    work: str = attribute("Role")
    agency: str = attribute("Agency")
    phone: str = attribute("Phone")
    email: str = attribute("Email")


@dataclass(frozen=True, kw_only=True)
class Need(Part):
    """A learning, health or communication need and what helps."""

    LABEL: ClassVar[str] = "Need"
    area: str = attribute("Area", vocabulary="need_area", required=True)
    detail: str = attribute("What it is and what helps", required=True)


@dataclass(frozen=True, kw_only=True)
class FrontSheetAnswer(Part):
    """An answer to a question of the assessment's front sheet, with its detail."""

    LABEL: ClassVar[str] = "Front sheet answer"
    question: str = attribute("Question", vocabulary="front_sheet", required=True)
    answer: str = attribute("Answer", vocabulary="answer", required=True)
    detail: str = attribute("Detail")


@dataclass(frozen=True, kw_only=True)
class Identifier(Part):
    """The number another system knows the person by."""

    LABEL: ClassVar[str] = "Identifier"
    system: str = attribute("System", vocabulary="identifier_system", required=True)
    value: str = attribute("Number", required=True)

    def part_problems(self, practice: "Practice", now: datetime) -> dict[str, str]:
        """NHS and pupil numbers carry a check digit that catches most slips of the finger."""
        checks = {"nhs": identifiers.nhs_problem, "upn": identifiers.upn_problem}
        check = checks.get(self.system)
        sentence = check(self.value) if check and self.value else ""
        return {"value": sentence} if sentence else {}


@dataclass(frozen=True, kw_only=True)
class Flag(Spell):
    """A marker that others must see at once, with its source and its review."""

    LABEL: ClassVar[str] = "Flag"
    flag: str = attribute("Flag", vocabulary="flag", required=True)
    detail: str = attribute("Detail")
    basis: str = attribute("Source")
    review_on: Moment = attribute("Review", default=NOTHING)


@dataclass(frozen=True, kw_only=True)
class StandingWarning(Spell):
    """A warning that stands over letters and visits until somebody ends it."""

    LABEL: ClassVar[str] = "Warning"
    warning: str = attribute("Warning", vocabulary="warning", required=True)
    detail: str = attribute("Detail")
    decided_by: str = attribute("Decided by")
    review_on: Moment = attribute("Review", default=NOTHING)
