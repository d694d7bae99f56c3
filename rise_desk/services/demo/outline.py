"""The outline of one young person's story: who they are, who is around them, and the course of the case."""

from dataclasses import dataclass
from datetime import date, datetime

from rise_desk.domain.record import Id
from rise_desk.services.demo.course import Course
from rise_desk.services.demo.heritage import Heritage

SHE = {
    "female": ("she", "her", "her", "hers", "herself", "was", "is", "has", "does", "s"),
    "male": ("he", "him", "his", "his", "himself", "was", "is", "has", "does", "s"),
}
THEY = ("they", "them", "their", "theirs", "themself", "were", "are", "have", "do", "")
SLOTS = ("she", "them", "her", "hers", "herself", "was", "is", "has", "does", "s")


@dataclass(frozen=True, kw_only=True, slots=True)
class Schooling:
    """Where somebody learns from a day on, and who is rung there."""

    since: date
    name: str
    teacher: str
    status: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Carer:
    """The grown-up at home who is spoken to most: by name, and as notes call them."""

    name: str
    said: str
    relationship: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Outline:
    """What a file and its notes agree on, so that they tell one story."""

    place: int
    id: Id
    given: str
    family: str
    called: str
    heritage: Heritage
    gender: str
    born: date
    referred_on: date
    source: str
    course: Course
    saved_at: datetime
    lives: str
    town: int
    house: int
    carer: Carer
    worker: str
    co_worker: str
    social_worker: str
    schoolings: tuple[Schooling, ...]
    thread: str
    friend: str
    pet: str
    companion: int
    bond: str
    adult: int

    @property
    def name(self) -> str:
        """What everybody calls them."""
        return self.called or self.given

    def schooling(self, day: date) -> Schooling:
        """Where they learned on a day."""
        return next((each for each in reversed(self.schoolings) if each.since <= day), self.schoolings[0])

    def at_work(self, day: date) -> bool:
        """Whether the team worked with them on this day."""
        closed_on, again_on = self.course.quiet()
        resting = bool(closed_on) and closed_on < day.isoformat() < again_on
        return self.referred_on <= day <= self.course.until and not resting

    def pronouns(self) -> dict[str, str]:
        """The words for them in the slots of a sentence, as {she} and, where it begins, {She}."""
        words = dict(zip(SLOTS, SHE.get(self.gender, THEY), strict=True))
        return words | {slot.capitalize(): word.capitalize() for slot, word in words.items()}
