"""How other programs say a missing episode or a return interview: plain words where a record has parts."""

from collections.abc import Mapping, Sequence
from typing import Any

_NAMES: Mapping[str, str] = {"young_person": "subject", "type": "missing_type", "risk": "grade", "harm": "harms"}
_INTERVIEW: Mapping[str, str] = {"young_person": "subject", "episode": "episodes", "harm": "harms"}
_PARTS: Mapping[str, str] = {"reasons": "reason", "harms": "harm", "found_with": "name", "mentions": "name"}


def episode_said(said: Mapping[str, Any]) -> dict[str, Any]:
    """A missing episode's data under the names and in the shapes that its fields have."""
    return _with_parts(_renamed(said, _NAMES), _PARTS)


def interview_said(said: Mapping[str, Any]) -> dict[str, Any]:
    """A return interview's data under the names and in the shapes that its fields have."""
    return _with_parts(_renamed(said, _INTERVIEW), {**_PARTS, "episodes": "episode"})


def listed(said: Any) -> list[Any]:
    """Several things, said as a list or in one text with semicolons between them."""
    if isinstance(said, str):
        return [each.strip() for each in said.split(";") if each.strip()]
    return list(said) if isinstance(said, Sequence) else [said]


def _renamed(said: Mapping[str, Any], names: Mapping[str, str]) -> dict[str, Any]:
    return {(name if names.get(name, name) in said else names.get(name, name)): value for name, value in said.items()}


def _with_parts(said: dict[str, Any], parts: Mapping[str, str]) -> dict[str, Any]:
    for name, field in parts.items():
        if said.get(name):
            said[name] = [each if isinstance(each, Mapping) else {field: each} for each in listed(said[name])]
    return said
