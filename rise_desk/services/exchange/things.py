"""Things: what a row says of a place, a vehicle, a phone or a name online, as the record it would make."""

from collections.abc import Mapping
from typing import Any

from rise_desk.domain.hearing import heard
from rise_desk.domain.thing import Thing
from rise_desk.errors import Invalid
from rise_desk.services.desk import Desk
from rise_desk.services.exchange.columns import apart, blank
from rise_desk.services.exchange.matching import reference_of
from rise_desk.services.exchange.missing import YES_NO

Said = Mapping[str, str]


def said_thing(said: Said, cls: type[Thing], source: str, origin: str, desk: Desk) -> Thing:
    """The thing that a row's values say; `Invalid` has a sentence for each value that can't be read."""
    data: dict[str, Any] = {name: text for name, text in said.items() if name != "ref" and not blank(text)}
    if "other_names" in data:
        data["other_names"] = [{"name": text} for text in apart(data["other_names"])]
    if "outside_county" in data:
        data["outside_county"] = YES_NO.get(data["outside_county"].casefold(), data["outside_county"])
    data["source"] = origin_of(said, origin)
    made = heard(cls, data, desk.practice, desk.now())
    made = made.changed(references=(reference_of(source, said.get("ref", ""), said),))
    problems = made.problems(desk.practice, desk.now())
    if problems:
        raise Invalid(problems)
    return made


def origin_of(said: Said, origin: str) -> str:
    """Where a row comes from: what it says itself, and the file."""
    own = said.get("source", "")
    return "; ".join(filter(None, ("" if blank(own) else own, origin)))
