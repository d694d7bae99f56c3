"""Plain facts: every field of a record that says something, with its label, as words; for any kind of record."""

from collections.abc import Callable, Iterator
from typing import Any

from rise_desk.domain import moments
from rise_desk.domain.moments import Moment
from rise_desk.domain.practice import Practice
from rise_desk.domain.record import Attribute, Id, Part, Record, attributes

Name = Callable[[Id], str]
"""What somebody or something with this number is called for a reader."""

ENVELOPE = frozenset(each.name for each in attributes(Record)) - {"source"}
PICTURES = frozenset({"photo", "photo_on", "merged_into"})
WHEN = ("since", "until")
"""Of a part that holds for a time what it is comes first, and then from when until when."""
_ANSWERS = {True: "yes", False: "no"}


def facts(
    record: Record, practice: Practice, name: Name, left_out: frozenset[str] = frozenset()
) -> Iterator[tuple[str, str]]:
    """Each field that says something, as label and words, in the order of the record; not those left out."""
    for each in attributes(type(record)):
        if each.name in ENVELOPE | PICTURES | left_out:
            continue
        said = _said(each, getattr(record, each.name), practice, name)
        if said:
            yield each.label, said


def _said(each: Attribute, value: Any, practice: Practice, name: Name) -> str:
    if each.sort == "parts":
        return "; ".join(filter(None, (_part(part, practice, name) for part in value)))
    if each.sort == "yes_no":
        return _ANSWERS.get(value, "")
    if each.sort == "id":
        return name(value) if value else ""
    if each.sort == "moment":
        return moments.shown(Moment(value))
    return practice.label(each.vocabulary, value) if each.vocabulary and value else str(value or "").strip()


def _part(part: Part, practice: Practice, name: Name) -> str:
    """A part as one stretch: its values, the later ones with their labels."""
    ordered = sorted(attributes(type(part)), key=lambda each: each.name in WHEN)
    said = [(each.label, _said(each, getattr(part, each.name), practice, name)) for each in ordered]
    first, *rest = [(label, value) for label, value in said if value] or [("", "")]
    return ", ".join((first[1], *(f"{label[:1].lower()}{label[1:]} {value}" for label, value in rest)))
