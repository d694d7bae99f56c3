"""Answers for people: plain data as lines of words."""

from collections.abc import Iterator
from typing import Any


def as_words(answer: Any) -> str:
    """Plain data as lines for people to read: what is empty is left out, what belongs together is indented."""
    return "\n".join(_lines(answer)) or "Nothing to show."


def _lines(answer: Any) -> Iterator[str]:
    if isinstance(answer, dict):
        for name, value in answer.items():
            yield from _named(name.replace("_", " "), value)
    elif isinstance(answer, list):
        for place, each in enumerate(answer):
            yield from ([""] if place and isinstance(each, dict) else [])
            yield from _lines(each)
    else:
        yield str(answer)


def _named(name: str, value: Any) -> Iterator[str]:
    if isinstance(value, dict | list) and value:
        yield f"{name}:"
        yield from (f"  {line}" for line in _lines(value))
    elif value not in ("", None, [], {}):
        yield f"{name}: {'yes' if value is True else 'no' if value is False else value}"
