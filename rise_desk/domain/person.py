"""A person: one human, one record; 'at risk' and 'of concern' are dated roles in it, possibly both."""

import re
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, ClassVar, TypeVar

from rise_desk.domain import life, moments, names, of_concern
from rise_desk.domain.moments import Moment
from rise_desk.domain.problems import is_said
from rise_desk.domain.record import NO_ID, Id, Record, attribute, stamp

if TYPE_CHECKING:
    from rise_desk.domain.practice import Practice

AT_RISK = "at_risk"
OF_CONCERN = "of_concern"
YOUNG_PERSON = "young_person"
ADULT = "adult"
ADULT_AGE = 18
NO_NAME = "Name not known"
"""What somebody is called of whom no name of any sort is on file."""

YOUNGEST_SAID = 8
"""A smaller number in an approximate age is none: 'two or 3 years older than her'."""
AND_MORE = ("+", "over", "older", "least", "more", "above")

Held = TypeVar("Held", bound=life.Spell)


@dataclass(frozen=True, kw_only=True)
class Person(Record):
    """Everything known of one human being that is not an event; where nothing is known, nothing is filled in."""

    KIND: ClassVar[str] = "person"
    TITLE: ClassVar[str] = "Person"
    CALLED: ClassVar[str] = "File"
    BEGUN: ClassVar[str] = "made"
    LIVING: ClassVar[bool] = True

    file_number: str = stamp("File")
    given_name: str = attribute("Given name")
    family_name: str = attribute("Family name")
    known_as: str = attribute("Known as")
    aliases: tuple[life.Alias, ...] = attribute("Other names", default=())
    roles: tuple[life.DatedRole, ...] = attribute("Roles", default=())
    date_of_birth: Moment = attribute("Date of birth", default=Moment(""), past=True)
    approximate_age: str = attribute("Approximate age")
    gender: str = attribute("Gender", vocabulary="gender")
    ethnicity: str = attribute("Ethnicity", vocabulary="ethnicity")
    ethnicity_basis: str = attribute("Ethnicity, who said it", vocabulary="ethnicity_basis")
    nationality: str = attribute("Nationality", vocabulary="country")
    first_language: str = attribute("First language, interpreter")
    sexuality: str = attribute("Sexuality", vocabulary="sexuality")
    how_well_known: str = attribute("How well known", vocabulary="how_well_known")
    statuses: tuple[of_concern.ConcernStatus, ...] = attribute("How it stands with what is alleged", default=())
    concern_roles: tuple[of_concern.ConcernRole, ...] = attribute("What they are said to do", default=())
    positions: tuple[of_concern.Position, ...] = attribute("Positions of authority", default=())
    police_groups: tuple[of_concern.PoliceGroup, ...] = attribute("Groups as police record them", default=())
    risk: str = attribute("Risk to children, to others and to staff", long=True)
    case_spells: tuple[life.CaseSpell, ...] = attribute("Case status", default=())
    allocations: tuple[life.Allocation, ...] = attribute("Key worker and co-workers", default=())
    placing_authority: str = attribute("Placing authority")
    host_authority: str = attribute("Host authority")
    addresses: tuple[life.Address, ...] = attribute("Addresses and placements", default=())
    legal_spells: tuple[life.LegalSpell, ...] = attribute("Legal and care status", default=())
    contact_numbers: tuple[life.ContactNumber, ...] = attribute("Contact numbers", default=())
    schools: tuple[life.SchoolSpell, ...] = attribute("Schools", default=())
    exclusions: tuple[life.Exclusion, ...] = attribute("Suspensions and exclusions", default=())
    carers: tuple[life.Carer, ...] = attribute("Parents and carers", default=())
    household: tuple[life.HouseholdChild, ...] = attribute("Children of the household", default=())
    professionals: tuple[life.Professional, ...] = attribute("Professionals and agencies", default=())
    needs: tuple[life.Need, ...] = attribute("Learning, health and communication needs", default=())
    front_sheet: tuple[life.FrontSheetAnswer, ...] = attribute("Front sheet", default=())
    identifiers: tuple[life.Identifier, ...] = attribute("Identifiers", default=())
    flags: tuple[life.Flag, ...] = attribute("Flags", default=())
    warnings: tuple[life.StandingWarning, ...] = attribute("Warnings", default=())
    photo: Id = attribute("Photo", default=NO_ID)
    photo_on: Moment = attribute("Photo taken", default=Moment(""), past=True)
    description: str = attribute("Description", long=True)
    background: str = attribute("Background", long=True)
    restricted: bool | None = attribute("Restricted to named people", default=None)
    merged_into: Id = attribute("Merged into", default=NO_ID)

    @property
    def kind(self) -> str:
        """`adult` for somebody who is of concern and was never at risk, else `young_person`."""
        return ADULT if self.has_role(OF_CONCERN) and not self.has_role(AT_RISK) else YOUNG_PERSON

    @property
    def name(self) -> str:
        """The name on the file; what they are called, an alias or 'Name not known' where there is no other."""
        written = " ".join(part for part in (self.given_name, self.family_name) if part)
        alias = self.aliases[0].name if self.aliases else ""
        return written or self.known_as or alias or NO_NAME

    @property
    def sort_name(self) -> str:
        """The key by which lists put this person in order: family name, then given, folded."""
        if not (self.given_name or self.family_name):
            return names.fold(self.name)
        return names.sort_key(self.family_name, self.given_name)

    def said_age(self) -> str:
        """How old they are said to be where no birthday is known: 'about 25'; other words stand as they are."""
        said = self.approximate_age.strip()
        return f"about {said}" if said[:1].isdigit() else said

    def has_role(self, role: str) -> bool:
        """Whether the person has, or had, this role."""
        return any(each.role == role for each in self.roles)

    def case_state(self) -> str:
        """The latest state of the case: referred, open, closed, or '' where none was recorded.

        A spell without a date counts as later than those before it.
        """
        state, since = "", ""
        for each in self.case_spells:
            day = moments.london_day(each.since) or since
            if day >= since:
                state, since = each.state, day
        return state

    def referred_on(self) -> Moment:
        """When the case was first referred; '' where no referral with a date is on file."""
        days = [each.since for each in self.case_spells if each.state == "referred" and each.since]
        return min(days, key=moments.london_day, default=Moment(""))

    def status_now(self) -> str:
        """The latest status of what is alleged, as its key; '' where none was recorded.

        One without a date counts as later than those before it.
        """
        status, since = "", ""
        for each in self.statuses:
            day = moments.london_day(each.since) or since
            if day >= since:
                status, since = each.status, day
        return status

    @property
    def is_convicted(self) -> bool:
        """Whether a status says that they were convicted, and none later that they were acquitted after all."""
        return of_concern.convicted((each.status, each.since) for each in self.statuses)

    def as_of(self) -> str:
        """The London day on which this was last saved: what holds 'now' is told as of it; '' before the first save."""
        return moments.london_day(self.recorded_at)

    def key_worker(self) -> str:
        """Who is key worker now; '' for nobody."""
        return next(
            (each.worker for each in reversed(self._holding(self.allocations)) if each.role == "key_worker"), ""
        )

    def workers(self) -> tuple[str, ...]:
        """Everybody the person is allocated to now, key worker and co-workers."""
        return tuple(each.worker for each in self._holding(self.allocations))

    def lives_now(self) -> life.Address | None:
        """The address or placement that holds now, the last one recorded first."""
        return next(reversed(self._holding(self.addresses)), None)

    def legal_now(self) -> tuple[life.LegalSpell, ...]:
        """Every legal or care status that holds."""
        return self._holding(self.legal_spells)

    def held_flags(self) -> tuple[life.Flag, ...]:
        """The flags that stand, as of the last save."""
        return self._holding(self.flags)

    def held_warnings(self) -> tuple[life.StandingWarning, ...]:
        """The warnings that stand, as of the last save."""
        return self._holding(self.warnings)

    def standing_warnings(self, today: date) -> tuple[life.StandingWarning, ...]:
        """The warnings that nobody has ended by this day."""
        return tuple(each for each in self.warnings if not _ended(each, today))

    def standing_flags(self, today: date) -> tuple[life.Flag, ...]:
        """The flags that nobody has ended by this day."""
        return tuple(each for each in self.flags if not _ended(each, today))

    def problems(self, practice: "Practice", now: datetime) -> dict[str, str]:
        """A person needs a name of some sort (or 'not named') and a role; sealing a file comes with a later version."""
        found = super().problems(practice, now)
        if not self._named() and self.how_well_known != "not_named":
            found["given_name"] = "Enter a name, or what the person is called."
        if not self.roles:
            found["roles"] = "Say whether the person is at risk, of concern, or both."
        if self.restricted:
            found["restricted"] = "A file can't be restricted to named people in this version yet."
        if moments.has_time(self.date_of_birth):
            found["date_of_birth"] = "Date of birth must be a date without a time."
        if self.kind == ADULT and self._is_a_child(now):
            found["roles"] = "Somebody under 18 is opened as a young person first. Add the role at risk."
        return found

    def _is_a_child(self, now: datetime) -> bool:
        age = moments.age(self.date_of_birth, now.astimezone(moments.LONDON).date())
        return age[1] < ADULT_AGE if age else _said_under_age(self.approximate_age)

    def _holding(self, spells: tuple[Held, ...]) -> tuple[Held, ...]:
        return tuple(each for each in spells if _holds(each, self.as_of()))

    def _named(self) -> bool:
        called = (self.given_name, self.family_name, self.known_as, *(each.name for each in self.aliases))
        return any(map(is_said, called))


def _said_under_age(said: str) -> bool:
    """Whether every age in what is said lies under 18: '15 or 16', 'about 17', and neither '16 to 19' nor 'over 16'."""
    ages = [int(each) for each in re.findall(r"\d+", said) if int(each) >= YOUNGEST_SAID]
    no_end = any(word in said.casefold() for word in AND_MORE)
    return bool(ages) and not no_end and max(ages) < ADULT_AGE


def _holds(spell: life.Spell, day: str) -> bool:
    """Whether a spell holds on a day; before the first save, whether it has no end."""
    begun = not day or moments.london_day(spell.since) <= day
    return begun and (not spell.until or (bool(day) and moments.london_day(spell.until) >= day))


def _ended(spell: life.Spell, today: date) -> bool:
    return bool(spell.until) and moments.london_day(spell.until) < today.isoformat()
