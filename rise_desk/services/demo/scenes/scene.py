"""A scene: what one contact note tells, in words with slots, and for whose file and which part of a case it fits."""

from dataclasses import dataclass
from string import Formatter

REFERRAL, OPENING, FIRST, MIDDLE, ENDING, LAST = "referral", "opening", "first", "middle", "ending", "last"
"""The parts of a case; its opening is the first contact once it is open, its last the one before it closed."""

IMPLIED = {"social_worker": "social_worker", "other": "companion", "adult": "adult"}
"""Slots that only some files can fill, with the trait that tells that they can."""


@dataclass(frozen=True)
class Scene:
    """One contact in a few sentences: `only` names the traits a file must have, `by` who writes it for the worker."""

    text: str
    says: str = ""
    only: str = ""
    place: str = ""
    by: str = ""


@dataclass(frozen=True, kw_only=True)
class Chapter:
    """Scenes of one kind of contact in one part of the case: when in the day, where, and whether the child was seen."""

    contact: str
    moments: tuple[str, ...]
    hours: tuple[int, int]
    seen: str = ""
    place: str = ""
    only: str = ""
    reserved: str = ""
    scenes: tuple[Scene, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Told:
    """A scene with all its chapter says of it, ready to be told."""

    contact: str
    moments: tuple[str, ...]
    hours: tuple[int, int]
    seen: str
    place: str
    reserved: str
    text: str
    says: str
    by: str
    needs: frozenset[str]

    @property
    def goes_on(self) -> bool:
        """Whether there will be a next time."""
        return not {ENDING, LAST} & set(self.moments)


def slots_of(text: str) -> frozenset[str]:
    """The names of the slots in a text, as they are without capitals."""
    return frozenset(name.lower() for _, name, _, _ in Formatter().parse(text) if name)


def ready(chapters: tuple[Chapter, ...]) -> tuple[Told, ...]:
    """Every scene of some chapters with what it inherits, and the traits it needs."""
    return tuple(_told(chapter, each) for chapter in chapters for each in chapter.scenes)


def _told(chapter: Chapter, scene: Scene) -> Told:
    place = scene.place or chapter.place
    wanted = {IMPLIED[slot] for slot in slots_of(scene.text + scene.says + place) if slot in IMPLIED}
    return Told(
        contact=chapter.contact,
        moments=chapter.moments,
        hours=chapter.hours,
        seen=chapter.seen,
        place=place,
        reserved=chapter.reserved,
        text=scene.text,
        says=scene.says,
        by=scene.by,
        needs=frozenset({*wanted, *chapter.only.split(), *scene.only.split()}),
    )
