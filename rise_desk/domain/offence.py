"""Offences: since when and until when each could be committed, its maximum, and what a record's dates say against it.

It is a starting list. What it does not know is said as 'to be checked', and dates that don't fit are asked about:
the record is never refused.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from rise_desk.domain import moments
from rise_desk.domain.moments import Moment
from rise_desk.errors import Invalid

if TYPE_CHECKING:
    from rise_desk.domain.investigation import AllegedOffence, Investigation
    from rise_desk.domain.practice import Practice

TO_BE_CHECKED = "to be checked"
NO_OFFENCES = "The list of offences is not readable."
NO_MAXIMUM = frozenset({"other"})
"""Keys that stand for any offence, of which nothing can be told."""


@dataclass(frozen=True, kw_only=True)
class Offence:
    """One offence by its key in the list 'offence': its first and last day, '' where not known or none; its maximum."""

    key: str
    since: Moment = Moment("")
    until: Moment = Moment("")
    maximum: str = ""

    @property
    def told(self) -> str:
        """Its maximum and its days in a few words: 'maximum 10 years; since when in force: to be checked'."""
        if self.key in NO_MAXIMUM:
            return ""
        since = f"in force since {moments.shown(self.since)}" if self.since else f"since when in force: {TO_BE_CHECKED}"
        until = f"; in force until {moments.shown(self.until)}" if self.until else ""
        maximum = f"maximum {self.maximum}" if self.maximum else f"maximum: {TO_BE_CHECKED}"
        return f"{maximum}; {since}{until}"


def read(text: str) -> dict[str, Offence]:
    """The offences that a file holds, by key; `Invalid` where it is not such a file."""
    try:
        rows: list[Mapping[str, Any]] = json.loads(text)["offences"]
        found = [Offence(key=row["key"], since=row["from"], until=row["until"], maximum=row["maximum"]) for row in rows]
    except (ValueError, KeyError, TypeError):
        raise Invalid({"offences": NO_OFFENCES}) from None
    return {each.key: each for each in found}


def asked(investigation: "Investigation", practice: "Practice") -> Iterator[str]:
    """A question for each offence whose dates lie certainly outside the time in which it could be committed."""
    for each in investigation.offences:
        known = practice.offences.get(each.offence)
        if known is not None and _outside(each, known):
            said = f"{called(each.offence, practice)} {_days(known)}"
            yield f"{said}, and the dates say otherwise. Is it the right offence?"


def called(key: str, practice: "Practice") -> str:
    """What an offence is called at the start of a line: 's9 child under 16', which stays small, or 'Blackmail'."""
    name = practice.label("offence", key)
    return name if name[1:2].isdigit() else f"{name[:1].upper()}{name[1:]}"


def _outside(each: "AllegedOffence", known: Offence) -> bool:
    last = each.until or each.since
    too_early = bool(each.since) and moments.latest(each.since) < moments.earliest(known.since)
    return too_early or (bool(last) and moments.earliest(last) > moments.latest(known.until))


def _days(known: Offence) -> str:
    """'was in force from 6 April 2013 to 30 July 2015'; only what is known, which is at least one of them."""
    if not known.until:
        return f"has been in force since {moments.shown(known.since)}"
    since = f"from {moments.shown(known.since)} to" if known.since else "until"
    return f"was in force {since} {moments.shown(known.until)}"
