"""What people and other systems say, turned into records: dates and labels as they write them."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any, TypeVar

from rise_desk.domain import moments
from rise_desk.domain.moments import Moment
from rise_desk.domain.practice import Practice
from rise_desk.domain.problems import not_listed
from rise_desk.domain.record import Attribute, Id, Part, Record, attributes, number_in
from rise_desk.errors import Invalid

LONGEST_TEXT = 100_000

T = TypeVar("T", bound=Record | Part)


def heard(cls: type[T], data: Mapping[str, Any], practice: Practice, now: datetime) -> T:
    """A record or part from what a person or another system says: dates and labels as people write them.

    Raises `Invalid` with a sentence for each field that can't be read, `addresses.2.since` for the second part.
    """
    problems: dict[str, str] = {}
    made = _heard(cls, data, practice, now, "", problems)
    if problems:
        raise Invalid(problems)
    return made


def _heard(
    cls: type[T],
    data: Mapping[str, Any],
    practice: Practice,
    now: datetime,
    path: str,
    problems: dict[str, str],
) -> T:
    known = {each.name: each for each in attributes(cls)}
    values = {}
    for name, raw in data.items():
        each = known.get(name)
        if each is None:
            problems[path + name] = f"There is no field called {name!r} here."
            continue
        try:
            values[name] = _heard_value(each, raw, practice, now, path + name, problems)
        except ValueError as unreadable:
            problems[path + name] = str(unreadable)
    return cls(**values | _implied(known, data, practice))


def _implied(known: Mapping[str, Attribute], data: Mapping[str, Any], practice: Practice) -> dict[str, Any]:
    """What a word of one list says of another field: a British Pakistani child's nationality is British."""
    listed = (name for name in data if name in known and known[name].vocabulary and isinstance(data[name], str))
    said = (practice.vocabulary(known[name].vocabulary).implied(data[name]) for name in listed)
    return {name: key for each in said for name, key in each.items() if not data.get(name)}


def _heard_value(
    each: Attribute, raw: Any, practice: Practice, now: datetime, path: str, problems: dict[str, str]
) -> Any:
    if each.sort == "parts" and each.part:
        part, items = each.part, _listed(each, raw)
        return tuple(
            _heard_part(part, item, practice, now, f"{path}.{place}.", problems) for place, item in enumerate(items, 1)
        )
    if each.sort == "part" and each.part:
        return _heard_part(each.part, raw, practice, now, path + ".", problems) if raw else None
    return _HEARD[each.sort](each, raw, practice, now)


def _heard_part(
    cls: type[Part], raw: Any, practice: Practice, now: datetime, path: str, problems: dict[str, str]
) -> Part:
    if not isinstance(raw, Mapping):
        problems[path.rstrip(".")] = f"{cls.LABEL} must be a set of named fields."
        return cls()
    return _heard(cls, raw, practice, now, path, problems)


def _listed(each: Attribute, raw: Any) -> list[Any]:
    if raw is None:
        return []
    if not isinstance(raw, list | tuple):
        raise ValueError(f"{each.label} must be a list.")
    return list(raw)


def _heard_text(each: Attribute, raw: Any, practice: Practice) -> str:
    if raw is None:
        return ""
    if isinstance(raw, bool) or not isinstance(raw, str | int | float):
        raise ValueError(f"{each.label} must be text.")
    text = str(raw)
    if len(text) > LONGEST_TEXT:
        raise ValueError(f"{each.label} must be {LONGEST_TEXT:,} characters or fewer.")
    if not _keepable(text):
        raise ValueError(f"{each.label} has a broken character that can’t be kept. Type it again.")
    if not each.vocabulary or not text.strip():
        return text if each.long else text.strip()
    listed = practice.vocabulary(each.vocabulary)
    key = listed.key_for(text)
    if key is None:
        raise ValueError(not_listed(each.label, text.strip(), listed))
    return key


def _keepable(text: str) -> bool:
    return text.isascii() or not any("\ud800" <= character <= "\udfff" for character in text)


def _heard_moment(each: Attribute, raw: Any, practice: Practice, now: datetime) -> Moment:
    if raw is not None and not isinstance(raw, str | int):
        raise ValueError(f"{each.label} must be a date.")
    return moments.read("" if raw is None else str(raw), now=now, called=each.label)


def _heard_number(each: Attribute, raw: Any, practice: Practice, now: datetime) -> int:
    text = str(raw or 0).strip()
    if isinstance(raw, bool) or not text.removeprefix("-").isdecimal() or len(text) > 9:
        raise ValueError(f"{each.label} must be a whole number.")
    return int(text)


def _heard_id(each: Attribute, raw: Any, practice: Practice, now: datetime) -> Id:
    text = str(raw or 0).strip()
    number = number_in(text)
    if number is None:
        raise ValueError(f"{each.label} must be a record's own number.")
    return number


_YES_NO_WORDS: Mapping[str, bool | None] = {
    "yes": True,
    "true": True,
    "no": False,
    "false": False,
    "not recorded": None,
    "not_recorded": None,
    "": None,
}


def _heard_yes_no(each: Attribute, raw: Any, practice: Practice, now: datetime) -> bool | None:
    if raw is None or isinstance(raw, bool):
        return raw
    word = str(raw).strip().casefold()
    if word not in _YES_NO_WORDS:
        raise ValueError(f"{each.label} must be yes, no or not recorded.")
    return _YES_NO_WORDS[word]


_HEARD: Mapping[str, Callable[[Attribute, Any, Any, datetime], Any]] = {
    "text": lambda each, raw, practice, now: _heard_text(each, raw, practice),
    "moment": _heard_moment,
    "number": _heard_number,
    "id": _heard_id,
    "yes_no": _heard_yes_no,
}
