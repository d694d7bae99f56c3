"""Who somebody is and how things stand: warnings, identity, and what holds today.

Sexuality is not on this paper: who needs to know it is decided each time, not by a print of the whole file.
"""

from datetime import datetime

from rise_desk.domain import life, moments
from rise_desk.domain.person import OF_CONCERN, Person
from rise_desk.domain.practice import Practice
from rise_desk.reports.blocks import Block, Facts, Heading, WarningBox
from rise_desk.reports.words import (
    NOT_RECORDED,
    answered,
    born,
    facts,
    first_letter_up,
    joined,
    label_or_unknown,
    listed,
    span,
)

ADULT_AGE = 18


def subject_line(person: Person, now: datetime) -> str:
    """The line under the name: known as, born, age, file."""
    known_as = person.known_as if person.known_as != person.name else ""
    file = f"file {person.file_number}" if person.file_number else ""
    return joined(f"known as {known_as}" if known_as else "", _birth(person, now), file, by=" · ")


def _birth(person: Person, now: datetime) -> str:
    unknown = person.said_age() or "date of birth not recorded"
    return born(person.date_of_birth, now) or unknown


def warnings(person: Person, practice: Practice, now: datetime) -> list[Block]:
    """Every warning that stands, each in its frame with who decided it and when it is looked at again."""
    found: list[Block] = []
    for each in person.standing_warnings(now.astimezone(moments.LONDON).date()):
        text = joined(first_letter_up(practice.label("warning", each.warning)), each.detail, by=": ")
        decided = f"decided by {each.decided_by}" if each.decided_by else ""
        review = f"review {moments.shown(each.review_on)}" if each.review_on else ""
        found.append(WarningBox(text=text, detail=joined(decided, review)))
    return found


def identity(person: Person, practice: Practice, now: datetime) -> list[Block]:
    """Names, birth, gender, ethnicity and nationality, language, numbers: what tells one person from another."""
    basis = practice.label("ethnicity_basis", person.ethnicity_basis)
    ethnicity = label_or_unknown(practice, "ethnicity", person.ethnicity)
    aliases = (joined(each.name, each.used_where and f"in {each.used_where}") for each in person.aliases)
    numbers = (_number(each) for each in person.contact_numbers)
    systems = (f"{practice.label('identifier_system', each.system)}: {each.value}" for each in person.identifiers)
    known = facts(
        ("Name", person.name),
        ("Date of birth", moments.shown(person.date_of_birth) or NOT_RECORDED),
        ("Known as", person.known_as),
        ("Other names", listed(aliases)),
        ("Gender", label_or_unknown(practice, "gender", person.gender)),
        ("Ethnicity", f"{ethnicity} ({basis})" if basis else ethnicity),
        ("Nationality", practice.label("country", person.nationality)),
        ("Language", person.first_language),
        ("Description", person.description),
        ("Contact numbers", listed(numbers)),
        ("Identifiers", listed(systems)),
    )
    return [Heading(text="Identity"), Facts(facts=known)]


def _number(number: life.ContactNumber) -> str:
    safe = f"safe to call: {answered(number.safe_to_call)}"
    return joined(number.number, f"({joined(number.whose, safe, number.note)})", by=" ")


def status(person: Person, practice: Practice, now: datetime, last_seen: str) -> list[Block]:
    """How things stand today: the case, who works with them, where they live, what holds in law, school, flags."""
    today = now.astimezone(moments.LONDON).date()
    flags = (flag_words(each, practice) for each in person.standing_flags(today))
    known = facts(
        ("Case", listed(case(each, practice) for each in person.case_spells[-1:]) or NOT_RECORDED),
        ("Key worker", _workers(person, "key_worker") or "nobody yet"),
        (
            "Lives",
            listed(address(each, practice) for each in reversed(person.addresses) if not each.until) or NOT_RECORDED,
        ),
        ("Co-workers", _workers(person, "co_worker")),
        ("Legal", listed(legal(each, practice) for each in person.legal_now()) or NOT_RECORDED),
        ("Last seen", moments.shown(moments.Moment(last_seen)) or NOT_RECORDED),
        ("School", listed(school(each, practice) for each in person.schools if not each.until) or NOT_RECORDED),
        ("Placing authority", person.placing_authority),
        ("Host authority", person.host_authority),
        ("Roles", listed(_roles(person, practice, now))),
        ("Flags", listed(flags)),
    )
    return [Heading(text="How things stand"), Facts(facts=known)]


def _workers(person: Person, role: str) -> str:
    """Who works with the young person now in this role, and since when."""
    now = (each for each in person.allocations if each.role == role and not each.until)
    return listed(joined(each.worker, span(each)) for each in now)


def case(spell: life.CaseSpell, practice: Practice) -> str:
    """The state of the case, since when and why."""
    return joined(practice.label("case_state", spell.state), span(spell), spell.reason)


def address(lived: life.Address, practice: Practice) -> str:
    """Where somebody lives or lived, since when, and from whom the address is withheld."""
    withheld = f"withheld from {lived.withheld_from}" if lived.withheld_from else ""
    outside = "outside the county" if lived.outside_county else ""
    lives = practice.label("lives", lived.lives)
    return joined(lives, lived.provider, lived.lines, lived.postcode, outside, span(lived), withheld)


def legal(spell: life.LegalSpell, practice: Practice) -> str:
    """A legal or care status, whose it is, and since when."""
    seen = "" if spell.evidence_seen is None else f"evidence seen: {answered(spell.evidence_seen)}"
    return joined(practice.label("legal_status", spell.status), spell.authority, span(spell), seen)


def school(spell: life.SchoolSpell, practice: Practice) -> str:
    """A school or college, how it is attended, and since when."""
    standing = practice.label("school_status", spell.status)
    return joined(spell.name, spell.year_group, standing, spell.attendance, spell.note, span(spell))


def flag_words(flag: life.Flag, practice: Practice) -> str:
    """A flag with its detail, its source and when it is looked at again."""
    review = f"review {moments.shown(flag.review_on)}" if flag.review_on else ""
    detail = joined(flag.detail, flag.basis and f"source: {flag.basis}", review)
    return joined(practice.label("flag", flag.flag), detail, by=": ")


def _roles(person: Person, practice: Practice, now: datetime) -> list[str]:
    """At risk as recorded; of concern as alleged, and never for somebody who may be under 18."""
    adult = not may_be_a_child(person, now)
    shown = []
    for each in person.roles:
        if each.role != OF_CONCERN:
            shown.append(joined(practice.label("person_role", each.role), span(each), each.basis))
        elif adult:
            alleged = f"{practice.label('person_role', each.role)} (alleged)"
            shown.append(joined(alleged, span(each), each.basis))
    return shown


def may_be_a_child(person: Person, now: datetime) -> bool:
    """Whether somebody is under 18, or may be: by age, and where nobody knows it unless they were never at risk."""
    age = moments.age(person.date_of_birth, now.astimezone(moments.LONDON).date())
    return age[0] < ADULT_AGE if age else person.kind != "adult"
