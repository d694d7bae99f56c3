"""The practice: everything a team has agreed on, in one frozen value that rules and records are judged by."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from rise_desk.domain.vocabulary import Vocabulary


@dataclass(frozen=True, kw_only=True)
class Practice:
    """The vocabularies and the team's settings, built by services and passed in."""

    vocabularies: Mapping[str, Vocabulary] = field(default_factory=dict)
    lock_after_minutes: int = 5

    def vocabulary(self, name: str) -> Vocabulary:
        """The list of that name; a name that no list has is a mistake in the program (KeyError)."""
        return self.vocabularies[name]

    def label(self, name: str, key: str) -> str:
        """What people read for a stored key; the key itself where the list no longer knows it, '' for ''."""
        return self.vocabulary(name).label(key) if key else ""
