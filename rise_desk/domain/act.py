"""An act: what somebody does in one go, named in the user's words; all of it is kept or none."""

from dataclasses import dataclass

from rise_desk.domain.record import Id, Record


@dataclass(frozen=True, kw_only=True)
class Act:
    """The records one act saves (a withdrawn record is saved with its withdrawal), with a title and a reason.

    `batch` marks an import or other bulk act, which leaves one audit row instead of one for each record.
    """

    title: str
    saves: tuple[Record, ...]
    reason: str = ""
    batch: str = ""


@dataclass(frozen=True, kw_only=True)
class Announcement:
    """What an act changed: told once after the commit, so that each screen can mark itself stale."""

    title: str
    subjects: frozenset[Id]
    records: tuple[Record, ...] = ()
    elsewhere: bool = False
