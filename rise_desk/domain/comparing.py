"""Comparing: two people changed one record; what each did to each field since both began, and how it can go on."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from rise_desk.domain.record import Record


class Choice(StrEnum):
    """Whose version of a field goes on: what is on file now, what was typed, or both together."""

    THEIRS = "theirs"
    MINE = "mine"
    BOTH = "both"


@dataclass(frozen=True, kw_only=True)
class Difference:
    """One field as it was when the form was opened, as it is on file now, and as it was typed.

    `joins` says that two texts of it may stand one after the other.
    """

    name: str
    original: Any
    theirs: Any
    mine: Any
    joins: bool = False

    @property
    def disputed(self) -> bool:
        """Whether both changed it, and not to the same."""
        return self.original not in (self.theirs, self.mine)

    @property
    def choices(self) -> tuple[Choice, ...]:
        """What can go on, the usual choice first; a field that one of them left alone leaves none."""
        if not self.disputed:
            return (Choice.THEIRS,) if self.mine == self.original else (Choice.MINE,)
        several = isinstance(self.mine, tuple) or (self.joins and bool(self.theirs and self.mine))
        return (Choice.BOTH, Choice.MINE, Choice.THEIRS) if several else (Choice.MINE, Choice.THEIRS)

    def chosen(self, choice: Choice) -> Any:
        """The field's value by a choice."""
        if choice is Choice.BOTH:
            return self._texts() if isinstance(self.mine, str) else self._parts()
        return self.theirs if choice is Choice.THEIRS else self.mine

    def _parts(self) -> tuple[Any, ...]:
        """What is on file without what I took out or answered otherwise, then what I added."""
        added = [each for each in self.mine if each not in self.original and each not in self.theirs]
        answered = {_question(each) for each in added} - {None}
        kept = [each for each in self.theirs if each in self.mine or each not in self.original]
        return (*(each for each in kept if _question(each) not in answered), *added)

    def _texts(self) -> str:
        """Theirs, then mine; where I only added something, just what I added."""
        added = self.mine.removeprefix(self.original) if self.original else self.mine
        return f"{self.theirs.rstrip()}\n\n{added.strip()}"


def differences(
    original: Record, theirs: Record, mine: Mapping[str, Any], joins: Collection[str] = ()
) -> tuple[Difference, ...]:
    """Every field of these in which what is on file and what was typed differ, those that both changed first."""
    found = [
        Difference(
            name=name,
            original=getattr(original, name),
            theirs=getattr(theirs, name),
            mine=value,
            joins=name in joins,
        )
        for name, value in mine.items()
    ]
    return tuple(sorted((each for each in found if each.theirs != each.mine), key=lambda each: not each.disputed))


def _question(part: Any) -> Any:
    """What a part answers, where each question has one answer; None for any other part."""
    return getattr(part, "question", None)
