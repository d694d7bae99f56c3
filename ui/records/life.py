"""The parts of a person's file on the screen: what each small form asks of an address, a carer, a warning."""

from rise_desk.domain.life import (
    Address,
    Alias,
    Allocation,
    Carer,
    CaseSpell,
    ContactNumber,
    DatedRole,
    Exclusion,
    Flag,
    HouseholdChild,
    Identifier,
    LegalSpell,
    Need,
    Professional,
    SchoolSpell,
    StandingWarning,
)
from ui.records.question import ask
from ui.widgets.choice import ChoiceField
from ui.widgets.fields import Field, Kind, Surroundings

WORKERS = "workers"
"""The list of colleagues, which a form adds to the practice's lists."""


def _colleague(field: Field, around: Surroundings) -> ChoiceField:
    return ChoiceField(around.practice.vocabulary(WORKERS), field.label)


ALIAS = (
    ask(Alias, "name"),
    ask(Alias, "used_where"),
    ask(Alias, "basis", whole=True),
)
ROLE = (
    ask(DatedRole, "role", whole=True),
    ask(DatedRole, "since"),
    ask(DatedRole, "until"),
    ask(DatedRole, "basis", whole=True),
)
CASE_SPELL = (
    ask(CaseSpell, "state", whole=True),
    ask(CaseSpell, "since"),
    ask(CaseSpell, "until"),
    ask(CaseSpell, "reason", whole=True),
)
ALLOCATION = (
    ask(Allocation, "worker", Kind.OWN, make=_colleague),
    ask(Allocation, "role"),
    ask(Allocation, "since"),
    ask(Allocation, "until"),
)
ADDRESS = (
    ask(Address, "lives"),
    ask(Address, "provider"),
    ask(Address, "lines"),
    ask(Address, "postcode"),
    ask(Address, "outside_county"),
    ask(Address, "withheld_from", hint="Who must not learn this address"),
    ask(Address, "since"),
    ask(Address, "until"),
)
CONTACT_NUMBER = (
    ask(ContactNumber, "number"),
    ask(ContactNumber, "whose"),
    ask(ContactNumber, "safe_to_call"),
    ask(ContactNumber, "note"),
)
LEGAL_SPELL = (
    ask(LegalSpell, "status"),
    ask(LegalSpell, "authority"),
    ask(LegalSpell, "since"),
    ask(LegalSpell, "until"),
    ask(LegalSpell, "evidence_seen"),
)
SCHOOL = (
    ask(SchoolSpell, "name"),
    ask(SchoolSpell, "status"),
    ask(SchoolSpell, "year_group"),
    ask(SchoolSpell, "attendance"),
    ask(SchoolSpell, "since"),
    ask(SchoolSpell, "until"),
    ask(SchoolSpell, "note", whole=True),
)
EXCLUSION = (
    ask(Exclusion, "sort", whole=True),
    ask(Exclusion, "since"),
    ask(Exclusion, "until"),
    ask(Exclusion, "reason", whole=True),
)
CARER = (
    ask(Carer, "name"),
    ask(Carer, "relationship"),
    ask(Carer, "number"),
    ask(Carer, "address"),
    ask(Carer, "parental_responsibility"),
    ask(Carer, "may_be_told"),
    ask(Carer, "told_what", whole=True),
)
HOUSEHOLD_CHILD = (
    ask(HouseholdChild, "name"),
    ask(HouseholdChild, "relationship"),
    ask(HouseholdChild, "date_of_birth", age=True),
    ask(HouseholdChild, "safe"),
    ask(HouseholdChild, "own_referral"),
    ask(HouseholdChild, "note", whole=True),
)
PROFESSIONAL = (
    ask(Professional, "name"),
    ask(Professional, "work"),
    ask(Professional, "agency"),
    ask(Professional, "phone"),
    ask(Professional, "email", whole=True),
)
NEED = (
    ask(Need, "area"),
    ask(Need, "detail", whole=True),
)
IDENTIFIER = (
    ask(Identifier, "system"),
    ask(Identifier, "value"),
)
WARNING = (
    ask(StandingWarning, "warning", whole=True),
    ask(StandingWarning, "detail", whole=True),
    ask(StandingWarning, "decided_by"),
    ask(StandingWarning, "review_on"),
    ask(StandingWarning, "since"),
    ask(StandingWarning, "until"),
)
FLAG = (
    ask(Flag, "flag", whole=True),
    ask(Flag, "detail", whole=True),
    ask(Flag, "basis"),
    ask(Flag, "review_on"),
    ask(Flag, "since"),
    ask(Flag, "until"),
)
