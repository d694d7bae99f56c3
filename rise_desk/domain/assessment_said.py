"""How other programs say an assessment's scores and evidence: ten in a row, by the indicator's key, or as parts."""

from collections.abc import Mapping
from typing import Any

from rise_desk.domain.instrument import INDICATORS
from rise_desk.domain.names import fold

NOT_KNOWN = frozenset({"not yet known", "not known", "unknown"})
"""How people write that an indicator has no score yet."""


def scores_said(said: Any) -> Any:
    """Scores as parts, each with the key of its indicator; what is no score is left for the reader to refuse."""
    return _parts(said, "score", _score)


def evidence_said(said: Any) -> Any:
    """Evidence as parts, each with the key of its indicator."""
    return _parts(said, "text", lambda value: value)


def _parts(said: Any, name: str, value_of: Any) -> Any:
    if isinstance(said, str) and name == "score":
        said = said.replace(",", " ").split()
    if isinstance(said, Mapping):
        pairs = list(said.items())
    elif isinstance(said, list | tuple):
        pairs = [(_key(place, each), each) for place, each in enumerate(said)]
    else:
        return said
    return [_part(key, value, name, value_of) for key, value in pairs]


def _key(place: int, each: Any) -> Any:
    """Which indicator something in a row is about: as it says itself, else by its place."""
    if isinstance(each, Mapping) and "indicator" in each:
        return each["indicator"]
    return INDICATORS[place] if place < len(INDICATORS) else str(place + 1)


def _part(key: Any, value: Any, name: str, value_of: Any) -> dict[str, Any]:
    if not isinstance(value, Mapping):
        return {"indicator": key, name: value_of(value)}
    return {**value, "indicator": key, **({name: value_of(value[name])} if name in value else {})}


def _score(value: Any) -> Any:
    if isinstance(value, str) and fold(value) in NOT_KNOWN:
        return 0
    return 0 if value is None else value
