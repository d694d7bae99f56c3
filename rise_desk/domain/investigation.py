"""An investigation: what is alleged, against whom, where and how, and what came of it."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from rise_desk.domain.life import Spell
from rise_desk.domain.moments import Moment
from rise_desk.domain.record import NO_ID, Id, Part, Record, attribute

if TYPE_CHECKING:
    from rise_desk.domain.practice import Practice


@dataclass(frozen=True, kw_only=True)
class AllegedOffence(Spell):
    """One offence as it was recorded, and from when until when it is said to have happened."""

    LABEL: ClassVar[str] = "Offence"
    offence: str = attribute("Offence", vocabulary="offence", required=True)
    counts: str = attribute("Counts, or what exactly")


@dataclass(frozen=True, kw_only=True)
class Method(Part):
    """One way in which the child was drawn in or kept."""

    LABEL: ClassVar[str] = "Method"
    method: str = attribute("Method used by the exploiter", vocabulary="exploitation_method", required=True)
    note: str = attribute("Note")


@dataclass(frozen=True, kw_only=True)
class Side(Part):
    """A child or an alleged offender in an investigation."""

    LABEL: ClassVar[str] = "Person"
    person: Id = attribute("Who", default=NO_ID, required=True)
    note: str = attribute("Note")


@dataclass(frozen=True, kw_only=True)
class Investigation(Record):
    """One investigation, kept up as it goes; no further action never lowers a band."""

    KIND: ClassVar[str] = "investigation"
    TITLE: ClassVar[str] = "Investigation"
    CALLED: ClassVar[str] = "Investigation"
    LIVING: ClassVar[bool] = True

    children: tuple[Side, ...] = attribute("Children harmed", default=(), required=True)
    suspects: tuple[Side, ...] = attribute("Who is alleged to have done it", default=())
    reported_on: Moment = attribute("Reported to police on", default=Moment(""), past=True)
    crime_ref: str = attribute("Crime reference")
    officer: str = attribute("Officer in the case")
    offences: tuple[AllegedOffence, ...] = attribute("Offences", default=())
    exploitation_type: str = attribute("Type of exploitation", vocabulary="exploitation_type")
    setting: str = attribute("Setting", vocabulary="exploitation_setting")
    online_service: str = attribute("Online service")
    methods: tuple[Method, ...] = attribute("Methods", default=())
    recorded_place: str = attribute("Place it was recorded at")
    recorded_place_type: str = attribute("What sort of place it was recorded at", vocabulary="place_type")
    happened_place: Id = attribute("Place it happened at", default=NO_ID)
    happened_where: str = attribute("Where it happened, where no place is on file")
    happened_place_type: str = attribute("What sort of place it happened at", vocabulary="place_type")
    outcome: str = attribute("Outcome", vocabulary="investigation_outcome")
    outcome_on: Moment = attribute("Outcome on", default=Moment(""), past=True)
    outcome_why: str = attribute("Why, sentence, what was said to the child", long=True)
    note: str = attribute("Note", long=True)

    def involved(self) -> tuple[tuple[Id, str], ...]:
        """The children harmed, whoever is alleged to have done it, and the place it happened at."""
        place = ((self.happened_place, "place"),) if self.happened_place else ()
        children = tuple((each.person, "harmed") for each in self.children)
        return (*children, *((each.person, "alleged") for each in self.suspects), *place)

    def happened(self) -> Moment:
        """When it was reported; its outcome's day once it has one; else when it was recorded."""
        return self.outcome_on or self.reported_on or self.recorded_at

    def stretches(self) -> tuple[tuple[str, str], ...]:
        """What a search finds it by."""
        return (
            ("references", f"{self.crime_ref} {self.officer}"),
            ("where", f"{self.recorded_place} {self.happened_where} {self.online_service}"),
            ("outcome", self.outcome_why),
            *(("offence", each.counts) for each in self.offences),
            ("note", self.note),
        )

    def problems(self, practice: "Practice", now: datetime) -> dict[str, str]:
        """Everybody stands on one side, once."""
        found = super().problems(practice, now)
        who = [subject for subject, _role in self.involved()]
        if len(set(who)) < len(who):
            found["suspects"] = "Name each person once, on one side."
        return found
