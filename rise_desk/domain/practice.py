"""The practice: everything a team has agreed on, in one frozen value that rules and records are judged by."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from rise_desk.domain.instrument import Instrument
from rise_desk.domain.offence import Offence
from rise_desk.domain.trigger import USUAL, Trigger
from rise_desk.domain.vocabulary import Vocabulary


@dataclass(frozen=True, kw_only=True)
class Practice:
    """The vocabularies, the instruments and the team's settings, built by services and passed in.

    `instrument` is the key of the one that new assessments are made with. `bank_holidays`: England's, as London days
    by year. `sign_off_days`: within how many days an assessment is signed off. `long_after_hours`: over how many
    hours an absence is a long one; `overnight_is_long` where any night away is one too. `interviews_since`: the London
    day from which on a return raises an interview; '' is always. `triggers`: what makes the team plan again.
    `our_council`: this team's own, '' where nobody said. `notice_review_months`: how long after it came into force an
    abduction notice is looked at again, where nobody named a day.
    """

    vocabularies: Mapping[str, Vocabulary] = field(default_factory=dict)
    instruments: Mapping[str, Instrument] = field(default_factory=dict)
    offences: Mapping[str, Offence] = field(default_factory=dict)
    instrument: str = ""
    bank_holidays: Mapping[int, frozenset[str]] = field(default_factory=dict)
    lock_after_minutes: int = 5
    sign_off_days: int = 7
    long_after_hours: int = 24
    overnight_is_long: bool = True
    interviews_since: str = ""
    triggers: tuple[Trigger, ...] = USUAL
    our_council: str = ""
    notice_review_months: int = 6

    def vocabulary(self, name: str) -> Vocabulary:
        """The list of that name; a name that no list has is a mistake in the program (KeyError)."""
        return self.vocabularies[name]

    def label(self, name: str, key: str) -> str:
        """What people read for a stored key; the key itself where the list no longer knows it, '' for ''."""
        return self.vocabulary(name).label(key) if key else ""
