"""A person on the screen: every field of the file, section by section, as the form asks and the file shows it."""

from collections.abc import Sequence
from dataclasses import replace

from rise_desk.domain.language import nudges
from rise_desk.domain.person import ADULT, OF_CONCERN, Person
from rise_desk.domain.practice import Practice
from rise_desk.domain.vocabulary import Entry, Vocabulary
from ui.records import life, of_concern
from ui.records.front_sheet import FrontSheet, answers_in_words
from ui.records.photo import PhotoField
from ui.records.question import ask
from ui.records.shown import Shown
from ui.records.words import telling
from ui.widgets.fields import Kind, Section

SHOWN = Shown(kind=Person.KIND, title=Person.TITLE)
IDENTITY = Section(
    "Identity",
    (
        ask(Person, "given_name"),
        ask(Person, "family_name"),
        ask(Person, "known_as"),
        ask(Person, "how_well_known"),
        ask(Person, "aliases", fields=life.ALIAS, describe=telling(life.ALIAS)),
        ask(Person, "date_of_birth", age=True, hint="As much as is known: 27 3 2010, March 2010 or 2010"),
        ask(Person, "approximate_age", hint="Where the date of birth is not known, such as 14 to 16"),
        ask(Person, "gender"),
        ask(Person, "sexuality"),
        ask(Person, "ethnicity"),
        ask(Person, "ethnicity_basis"),
        ask(Person, "nationality"),
        ask(Person, "first_language"),
    ),
)
CASE = Section(
    "Case and workers",
    (
        ask(Person, "roles", fields=life.ROLE, describe=telling(life.ROLE)),
        ask(Person, "case_spells", fields=life.CASE_SPELL, describe=telling(life.CASE_SPELL)),
        ask(Person, "allocations", fields=life.ALLOCATION, describe=telling(life.ALLOCATION)),
        ask(Person, "placing_authority"),
        ask(Person, "host_authority"),
        ask(Person, "owner_agency"),
        ask(Person, "source"),
    ),
)
HOME = Section(
    "Home and placement",
    (
        ask(Person, "addresses", fields=life.ADDRESS, describe=telling(life.ADDRESS, "withheld_from")),
        ask(Person, "contact_numbers", fields=life.CONTACT_NUMBER, describe=telling(life.CONTACT_NUMBER)),
    ),
)
LEGAL = Section(
    "Legal and care",
    (ask(Person, "legal_spells", fields=life.LEGAL_SPELL, describe=telling(life.LEGAL_SPELL)),),
    "Several may hold at once. One without an end still holds.",
)
SCHOOL = Section(
    "School",
    (
        ask(Person, "schools", fields=life.SCHOOL, describe=telling(life.SCHOOL, "attendance")),
        ask(Person, "exclusions", fields=life.EXCLUSION, describe=telling(life.EXCLUSION)),
    ),
)
FAMILY = Section(
    "Family and household",
    (
        ask(Person, "carers", fields=life.CARER, describe=telling(life.CARER, "may_be_told")),
        ask(
            Person,
            "household",
            hint="Every other child of the household, each asked about.",
            fields=life.HOUSEHOLD_CHILD,
            describe=telling(life.HOUSEHOLD_CHILD, "safe", "own_referral"),
        ),
    ),
)
PROFESSIONALS = Section(
    "Professionals", (ask(Person, "professionals", fields=life.PROFESSIONAL, describe=telling(life.PROFESSIONAL)),)
)
NEEDS = Section("Needs", (ask(Person, "needs", noun="need", fields=life.NEED, describe=telling(life.NEED)),))
FRONT_SHEET = Section(
    "Front sheet",
    (
        ask(
            Person,
            "front_sheet",
            Kind.OWN,
            whole=True,
            make=lambda field, around: FrontSheet(around),
            describe=answers_in_words,
        ),
    ),
    "‘Not yet asked’, ‘refused’ and an empty answer are three different things.",
)
IDENTIFIERS = Section(
    "Identifiers",
    (ask(Person, "identifiers", fields=life.IDENTIFIER, describe=telling(life.IDENTIFIER)),),
    "What other systems know the person by.",
)
FLAGS = Section(
    "Flags and warnings",
    (
        ask(Person, "warnings", fields=life.WARNING, describe=telling(life.WARNING, "decided_by")),
        ask(Person, "flags", fields=life.FLAG, describe=telling(life.FLAG, "basis")),
    ),
)
CONCERN = Section(
    "Of concern",
    (
        ask(Person, "statuses", fields=of_concern.STATUS, describe=telling(of_concern.STATUS)),
        ask(Person, "concern_roles", noun="role", fields=of_concern.ROLE, describe=telling(of_concern.ROLE)),
        ask(
            Person,
            "positions",
            fields=of_concern.POSITION,
            describe=telling(
                of_concern.POSITION,
                "learned_on",
                "officer_told_on",
                "officer_told",
                "licensing_told_on",
            ),
        ),
        ask(
            Person,
            "police_groups",
            noun="group",
            hint="Only what police record. Links between people say the rest.",
            fields=of_concern.POLICE_GROUP,
            describe=telling(of_concern.POLICE_GROUP),
        ),
        ask(Person, "risk", rows=4),
    ),
    "An allegation is not a fact: each status and role has its day and its source, and a role is alleged until "
    "somebody was convicted.",
)
BACKGROUND = Section("Background", (ask(Person, "background", rows=8, nudge=nudges),))
PHOTO = Section(
    "Photo and description",
    (
        ask(
            Person,
            "description",
            rows=3,
            whole=True,
            hint="What somebody who looks for them needs: height, build, hair, eyes, marks, glasses, usual clothes",
        ),
        ask(
            Person,
            "photo",
            Kind.OWN,
            make=lambda field, around: PhotoField(),
            whole=True,
            describe=lambda value, around: "On file" if value else "",
        ),
        ask(Person, "photo_on"),
    ),
)
SECTIONS: tuple[Section, ...] = (
    IDENTITY,
    CASE,
    HOME,
    LEGAL,
    SCHOOL,
    FAMILY,
    PROFESSIONALS,
    NEEDS,
    FRONT_SHEET,
    IDENTIFIERS,
    FLAGS,
    CONCERN,
    BACKGROUND,
    PHOTO,
)


def sections_of(person: Person) -> tuple[Section, ...]:
    """The sections of somebody's file; what is of concern comes early for an adult, and late for a child.

    Who was never of concern, and has nothing of that sort on file, is not asked about it.
    """
    others = tuple(each for each in SECTIONS if each is not CONCERN)
    if person.kind == ADULT:
        return (others[0], CONCERN, *others[1:])
    told = any(getattr(person, each.name) for each in CONCERN.fields)
    return SECTIONS if person.has_role(OF_CONCERN) or told else others


def with_workers(practice: Practice, names: Sequence[str]) -> Practice:
    """The practice with the list of colleagues that an allocation is chosen from."""
    listed = Vocabulary(
        name=life.WORKERS, title="Workers", dated="", entries=tuple(Entry(each, each) for each in sorted(names))
    )
    return replace(practice, vocabularies={**practice.vocabularies, life.WORKERS: listed})
