"""An instrument's file: JSON of one shape; a broken one is refused with the entry, the line and the reason."""

import json
import re
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any

from rise_desk.domain.instrument import BANDS, INDICATORS, LEVELS, Band, Indicator, Instrument, Scale
from rise_desk.errors import Invalid

NAME = re.compile(r"[a-z][a-z0-9_]{0,59}")
VERSION = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,59}")
LONGEST = 500
"""How many letters a wording may have, so that it can be read beside its score."""

LARGEST = 1_000_000
"""How many letters a file may have."""

MOST_DAYS = 366
OUTRANKS: Mapping[str, int] = {"exploitation": 4}
"""What outranks the sum where a file does not say: a board that brings its own wording keeps this protection."""


def read(text: str) -> Instrument:
    """The instrument that a file holds; `Invalid` has one sentence: which line or entry is wrong, and why."""
    if len(text) > LARGEST:
        raise _no("This file is far too long to be an instrument.")
    try:
        data = json.loads(text.removeprefix("\ufeff"))
    except json.JSONDecodeError as broken:
        raise _no(f"Line {broken.lineno} can’t be read: {_plain(broken.msg)}.") from None
    except (RecursionError, ValueError):
        raise _no("This file can’t be read as JSON.") from None
    fault = _fault(data)
    if fault:
        raise _no(fault)
    return _instrument(data)


def _no(sentence: str) -> Invalid:
    return Invalid({"instrument": sentence})


def _plain(message: str) -> str:
    return message[:1].lower() + message[1:]


def _instrument(data: Mapping[str, Any]) -> Instrument:
    rules = data.get("rules", {})
    return Instrument(
        name=data["name"],
        version=data["version"],
        title=data["title"].strip(),
        source=data["source"].strip(),
        indicators=tuple(_indicator(each) for each in data["indicators"]),
        judgement=Scale(**data["judgement"]),
        bands=tuple(Band(**each) for each in data["bands"]),
        reassess_after_days=rules.get("reassess_after_days", 42),
        due_soon_days=rules.get("due_soon_days", 7),
        outranks=rules.get("outranks", OUTRANKS),
    )


def _indicator(said: Mapping[str, Any]) -> Indicator:
    return Indicator(
        key=said["key"],
        label=said["label"].strip(),
        short=said["short"].strip(),
        levels=tuple(each.strip() for each in said["levels"]),
        asks=said.get("asks", ""),
        lists_people=said.get("lists_people", False),
    )


def _fault(data: Any) -> str:
    """What is wrong with the file, in one sentence; '' when nothing is."""
    if not isinstance(data, dict):
        return "The file must hold one instrument: an object with named fields."
    unknown = set(data) - {"name", "version", "title", "source", "indicators", "judgement", "bands", "rules"}
    if unknown:
        return f"There is no field called “{min(unknown)[:60]}” in an instrument."
    return (
        _name_fault(data)
        or _indicators_fault(data.get("indicators"))
        or _judgement_fault(data.get("judgement"))
        or _bands_fault(data)
        or _rules_fault(data.get("rules", {}))
    )


def _name_fault(data: Mapping[str, Any]) -> str:
    name, version = data.get("name"), data.get("version")
    if not isinstance(name, str) or not NAME.fullmatch(name):
        return "“name” must be small letters, digits and underscores, such as leeds_cse."
    if not isinstance(version, str) or not VERSION.fullmatch(version):
        return "“version” must be letters, digits, points and dashes without a space, such as 2026-1."
    for each in ("title", "source"):
        if not _is_words(data.get(each)):
            return f"“{each}” must be text of 1 to {LONGEST} letters."
    return ""


def _indicators_fault(indicators: Any) -> str:
    if not isinstance(indicators, list):
        return "“indicators” must be a list of the ten indicators."
    for place, each in enumerate(indicators, 1):
        fault = _indicator_fault(each)
        if fault:
            key = each.get("key") if isinstance(each, dict) else None
            called = f" (“{key[:60]}”)" if isinstance(key, str) else ""
            return f"Indicator {place}{called} {fault}"
    keys = [each["key"] for each in indicators]
    return _order_fault(keys)


def _order_fault(keys: Sequence[str]) -> str:
    twice = next((each for each in keys if keys.count(each) > 1), "")
    if twice:
        return f"The indicator “{twice}” stands there twice."
    missing = [each for each in INDICATORS if each not in keys]
    if missing:
        return f"The indicator “{missing[0]}” is missing."
    return "" if tuple(keys) == INDICATORS else f"The indicators must come in this order: {', '.join(INDICATORS)}."


def _indicator_fault(said: Any) -> str:
    """What is wrong with one indicator, as the end of a sentence."""
    if not isinstance(said, dict):
        return "must be an object with a key, a label, a short label and levels."
    unknown = set(said) - {"key", "label", "short", "levels", "asks", "lists_people"}
    if unknown:
        return f"has a field “{min(unknown)[:60]}” that no indicator has."
    if said.get("key") not in INDICATORS:
        return f"must have one of these keys: {', '.join(INDICATORS)}."
    for name in ("label", "short"):
        if not _is_words(said.get(name)):
            return f"must have a “{name}” of 1 to {LONGEST} letters."
    asks = said.get("asks", "")
    if not (asks == "" or _is_words(asks)) or not isinstance(said.get("lists_people", False), bool):
        return f"must have text of at most {LONGEST} letters in “asks”, and true or false in “lists_people”."
    return _levels_fault(said.get("levels"))


def _levels_fault(levels: Any) -> str:
    if not isinstance(levels, list) or len(levels) != LEVELS:
        held = len(levels) if isinstance(levels, list) else 0
        return f"must have exactly {LEVELS} levels, from 1 to 5; it has {held}."
    for place, each in enumerate(levels, 1):
        if not _is_words(each):
            return f"must say in 1 to {LONGEST} letters what level {place} means."
    return ""


def _judgement_fault(said: Any) -> str:
    if not isinstance(said, dict) or set(said) != {"label", "lowest", "highest"} or not _is_words(said["label"]):
        return "“judgement” must have a label, a lowest and a highest mark."
    if (said["lowest"], said["highest"]) != (1, 10) or not (_is_number(said["lowest"]) and _is_number(said["highest"])):
        return "“judgement” must go from 1 to 10."
    return ""


def _bands_fault(data: Mapping[str, Any]) -> str:
    bands = data.get("bands")
    if not isinstance(bands, list) or [_key(each) for each in bands] != list(BANDS):
        return f"“bands” must be {', '.join(BANDS)}, in this order."
    for each in bands:
        if set(each) != {"key", "label", "lowest", "highest"} or not _is_words(each["label"]):
            return f"The band “{each['key']}” must have a key, a label, a lowest and a highest score, and nothing else."
        if not (_is_number(each["lowest"]) and _is_number(each["highest"]) and each["lowest"] <= each["highest"]):
            return f"The band “{each['key']}” must go from a lowest to a highest score."
    return _gap_fault([Band(**each) for each in bands])


def _gap_fault(bands: Sequence[Band]) -> str:
    """Each overall score has a band, neighbours may overlap, and no score has three."""
    lowest, highest = len(INDICATORS) + 1, len(INDICATORS) * LEVELS + 10
    for overall in range(lowest, highest + 1):
        allowed = [each.key for each in bands if each.allows(overall)]
        if not allowed:
            return f"The bands leave a gap: no band is allowed for a score of {overall}."
        if len(allowed) > len(BANDS) - 1 or allowed == [BANDS[0], BANDS[-1]]:
            return f"A score of {overall} would allow {', '.join(allowed)}: only two neighbouring bands may overlap."
    climbing = all(one.lowest < two.lowest and one.highest < two.highest for one, two in pairwise(bands))
    return "" if climbing else "Each band must begin and end at higher scores than the one before it."


def _rules_fault(rules: Any) -> str:
    if not isinstance(rules, dict) or set(rules) - {"reassess_after_days", "due_soon_days", "outranks"}:
        return "“rules” may hold “reassess_after_days”, “due_soon_days” and “outranks”."
    for name in ("reassess_after_days", "due_soon_days"):
        days = rules.get(name, 1)
        if not _is_number(days) or not 1 <= days <= MOST_DAYS:
            return f"“{name}” must be a number of days from 1 to {MOST_DAYS}."
    outranks = rules.get("outranks", {})
    if not isinstance(outranks, dict) or any(
        key not in INDICATORS or not _is_number(score) or not 1 <= score <= LEVELS for key, score in outranks.items()
    ):
        return "“outranks” must name indicators, each with the score from 1 to 5 from which it outranks the sum."
    return ""


def _key(said: Any) -> Any:
    return said.get("key") if isinstance(said, dict) else None


def _is_number(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _is_words(value: Any) -> bool:
    return isinstance(value, str) and 0 < len(value.strip()) <= LONGEST and _is_writable(value)


def _is_writable(text: str) -> bool:
    """Whether every letter can be kept: half a character, as JSON can spell it, can't."""
    return not any("\ud800" <= letter <= "\udfff" for letter in text)
