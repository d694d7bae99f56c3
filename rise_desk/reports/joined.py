"""The files that were merged into this one: under which number they were filed, and what they say differently."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from rise_desk.domain import moments
from rise_desk.domain.merging import Difference
from rise_desk.domain.moments import Moment
from rise_desk.domain.person import Person
from rise_desk.domain.practice import Practice
from rise_desk.domain.record import Attribute, Part, attributes
from rise_desk.reports.blocks import Block, Facts, Heading
from rise_desk.reports.words import facts, joined

ANOTHER = {"sexuality": "something else is recorded, which is not on this paper", "photo": "another one"}
"""What is not printed, of the main file nor of any other."""


@dataclass(frozen=True, kw_only=True)
class AlsoFiled:
    """A file that was merged into the one that is printed: its number, since when, and what it says differently."""

    number: str
    merged_at: Moment
    differences: Sequence[Difference] = ()


def also_filed(files: Iterable[AlsoFiled], practice: Practice) -> list[Block]:
    """Each joined file with its number, and every fact on which it differs."""
    rows = [row for each in files for row in _rows(each, practice)]
    return [Heading(text="Also filed as"), Facts(facts=facts(*rows))] if rows else []


def _rows(file: AlsoFiled, practice: Practice) -> list[tuple[str, str]]:
    until = moments.shown(Moment(moments.london_day(file.merged_at)))
    rows = [(file.number, f"until it was merged into this file on {until}")]
    known = {each.name: each for each in attributes(Person)}
    for each in file.differences:
        said = ANOTHER.get(each.field) or _words(known[each.field], each.other, practice)
        rows.append((f"{each.label}, by {file.number}", said))
    return rows


def _words(field: Attribute, value: Any, practice: Practice) -> str:
    """A value in words: a label, a date, a part with all that it holds."""
    if isinstance(value, tuple):
        return "; ".join(_words(field, each, practice) for each in value)
    if isinstance(value, Part):
        held = ((each, getattr(value, each.name)) for each in attributes(type(value)))
        return joined(*(_words(each, one, practice) for each, one in held if one not in ("", None, ())))
    if field.sort == "moment":
        return moments.shown(value)
    return practice.label(field.vocabulary, value) if field.vocabulary else str(value)
