"""A vocabulary: a closed list of words with its own date; stored is the key, shown is the label."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from rise_desk.domain.names import fold
from rise_desk.errors import Invalid

KEY = re.compile(r"[a-z][a-z0-9_]*")
DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


@dataclass(frozen=True)
class Entry:
    """One word of a list; once used it is retired on a date, never deleted."""

    key: str
    label: str
    group: str = ""
    retired_on: str = ""


@dataclass(frozen=True, kw_only=True)
class Vocabulary:
    """One list: its words in order, other words for them, and what such a word says of other fields."""

    name: str
    title: str
    dated: str
    entries: tuple[Entry, ...]
    synonyms: Mapping[str, str] = field(default_factory=dict)
    implies: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def label(self, key: str) -> str:
        """What people read for a key; the key itself where the list does not know it."""
        entry = self._by_key.get(key)
        return entry.label if entry else key

    def has(self, key: str) -> bool:
        """Whether the list knows this key, in use or retired."""
        return key in self._by_key

    def choices(self) -> tuple[Entry, ...]:
        """The words that can be chosen today, in the list's order."""
        return tuple(entry for entry in self.entries if not entry.retired_on)

    def key_for(self, text: str) -> str | None:
        """The key that a key, label or synonym stands for, however it is written; None for any other text."""
        return self._by_word.get(text) or self._by_word.get(fold(text))

    def implied(self, text: str) -> Mapping[str, str]:
        """What a synonym says besides its key: 'British Pakistani' gives {'nationality': 'gb'}."""
        return self._implied.get(fold(text), {}) if self.implies else {}

    @cached_property
    def _by_key(self) -> dict[str, Entry]:
        return {entry.key: entry for entry in self.entries}

    @cached_property
    def _by_word(self) -> dict[str, str]:
        spoken = {fold(word): key for word, key in self.synonyms.items()}
        for entry in self.entries:
            spoken |= {fold(entry.key): entry.key, fold(entry.label): entry.key}
        return spoken

    @cached_property
    def _implied(self) -> dict[str, Mapping[str, str]]:
        return {fold(word): also for word, also in self.implies.items()}


def from_json(text: str) -> Vocabulary:
    """The vocabulary that a file holds; raises `Invalid` with one sentence on what is wrong with it."""
    try:
        data = json.loads(text)
    except (json.JSONDecodeError, RecursionError):
        raise Invalid({"vocabulary": "The vocabulary file is not readable JSON."}) from None
    if not isinstance(data, dict):
        raise Invalid({"vocabulary": "The vocabulary file must hold one named list."})
    name = data.get("name")
    named = name if isinstance(name, str) and KEY.fullmatch(name) else ""
    sentence = _fault(data) if named else "must have a name of small letters, digits and underscores."
    if sentence:
        raise Invalid({"vocabulary": f"The vocabulary {named or 'file'} {sentence}"})
    return _vocabulary(data)


def _vocabulary(data: Mapping[str, Any]) -> Vocabulary:
    return Vocabulary(
        name=data["name"],
        title=data["title"],
        dated=data["dated"],
        entries=tuple(Entry(**item) for item in data["entries"]),
        synonyms=data.get("synonyms", {}),
        implies=data.get("implies", {}),
    )


def _fault(data: Mapping[str, Any]) -> str:
    """What is wrong with the file, as the end of a sentence; '' when nothing is."""
    if not _is_text(data.get("title")):
        return "must have a title."
    if not (_is_text(data.get("dated")) and DATE.fullmatch(data["dated"])):
        return "must have a date, such as 2026-11-21."
    if not isinstance(data.get("entries"), list) or not data["entries"]:
        return "must have at least one entry."
    return _entry_fault(data["entries"]) or _synonym_fault(data)


def _entry_fault(entries: list[Any]) -> str:
    taken: dict[str, str] = {}
    for place, entry in enumerate(entries, 1):
        if not _is_entry(entry):
            return f"has an entry, number {place}, that is not a key with a label."
        for word in {fold(entry["key"]), fold(entry["label"])}:
            if word in taken:
                return f"says {entry['label']!r} twice."
            taken[word] = entry["key"]
    return ""


def _is_entry(entry: Any) -> bool:
    if not isinstance(entry, dict) or not set(entry) <= {"key", "label", "group", "retired_on"}:
        return False
    texts = all(isinstance(value, str) for value in entry.values())
    if not (texts and KEY.fullmatch(entry.get("key", "")) and fold(entry.get("label", ""))):
        return False
    retired = entry.get("retired_on", "")
    return not retired or bool(DATE.fullmatch(retired))


def _synonym_fault(data: Mapping[str, Any]) -> str:
    synonyms, implies = data.get("synonyms", {}), data.get("implies", {})
    if not _is_texts(synonyms) or not isinstance(implies, dict) or not all(map(_is_texts, implies.values())):
        return "has synonyms that are not words with keys."
    keys = {entry["key"] for entry in data["entries"]}
    words = {fold(entry[word]): entry["key"] for entry in data["entries"] for word in ("key", "label")}
    for word, key in synonyms.items():
        if key not in keys:
            return f"has the synonym {word!r} for {key!r}, which is not in the list."
        if words.setdefault(fold(word), key) != key or not fold(word):
            return f"uses {word!r} for two different entries."
    unknown = [word for word in implies if fold(word) not in words]
    return f"says what {unknown[0]!r} implies, which is not in the list." if unknown else ""


def _is_texts(value: Any) -> bool:
    return isinstance(value, dict) and all(isinstance(each, str) for each in value.values())


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and bool(value.strip())
