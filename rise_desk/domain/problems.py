"""What a record alone shows to be wrong: one plain sentence for each field, judged by what the field means."""

import unicodedata
from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING, Any

from rise_desk.domain import moments
from rise_desk.domain.record import Attribute, Part, Record, attributes
from rise_desk.domain.vocabulary import Vocabulary

if TYPE_CHECKING:
    from rise_desk.domain.practice import Practice

FEW = 8
_SHAPELESS = frozenset("\u115f\u1160\u3164\uffa0\u2800")
"""Letters that leave a blank: the fillers of Hangul, and Braille without a dot."""


def problems_of(thing: Record | Part, practice: "Practice", now: datetime, path: str = "") -> dict[str, str]:
    """Everything wrong with a record or part and its parts, keyed by field (`addresses.2.postcode`)."""
    found: dict[str, str] = {}
    for each in attributes(type(thing)):
        value = getattr(thing, each.name)
        if not value and not each.required:
            continue
        sentence = _problem(each, value, practice, now)
        if sentence:
            found[path + each.name] = sentence
        for place, part in _parts(value) if each.part and value else ():
            found |= problems_of(part, practice, now, f"{path}{each.name}{place}.")
    if isinstance(thing, Part):
        found |= {path + name: text for name, text in thing.part_problems(practice, now).items()}
    return found


def not_listed(label: str, said: str, listed: Vocabulary) -> str:
    """That a word is in no list, with the words that are where they are few."""
    words = [entry.label for entry in listed.choices()]
    instead = f": {', '.join(words)}" if len(words) <= FEW else f" “{listed.title}”"
    return f"{label} “{said[:60]}” is not in the list{instead}."


def ends_before(start: str, end: str) -> bool:
    """Whether a period certainly ends before it starts; false where either is not recorded."""
    return bool(start and end) and moments.latest(moments.Moment(end)) < moments.earliest(moments.Moment(start))


def _parts(value: Part | tuple[Part, ...]) -> Iterator[tuple[str, Part]]:
    if isinstance(value, Part):
        yield "", value
    else:
        for place, part in enumerate(value, 1):
            yield f".{place}", part


def _problem(each: Attribute, value: Any, practice: "Practice", now: datetime) -> str:
    if each.required and not _filled(value):
        return f"Enter {_lowered(each.label)}."
    if each.sort == "moment" and each.past and value and moments.in_future(value, now):
        return f"{each.label} must be in the past."
    if each.vocabulary and value and not practice.vocabulary(each.vocabulary).has(value):
        return not_listed(each.label, value, practice.vocabulary(each.vocabulary))
    return ""


def _filled(value: Any) -> bool:
    return is_said(value) if isinstance(value, str) else bool(value)


def is_said(text: str) -> bool:
    """Whether anybody can see anything of a text: blanks, controls and letters without a shape say nothing."""
    return any(unicodedata.category(each)[0] not in "CZ" and each not in _SHAPELESS for each in text)


def _lowered(label: str) -> str:
    return label if label[:2].isupper() else label[:1].lower() + label[1:]
