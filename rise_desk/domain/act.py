"""An act: what somebody does in one go, named in the user's words; all of it is kept or none."""

from dataclasses import dataclass

from rise_desk.domain.record import NO_ID, Id, Record

UNDONE, AGAIN = "Undone: ", "Done again: "


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
    """What an act changed: told once after the commit, so that each screen can mark itself stale.

    `act` is the number by which it can be undone, 0 where it saved nothing or was done elsewhere; `undoes` names the
    act that this one took back.
    """

    title: str
    subjects: frozenset[Id]
    records: tuple[Record, ...] = ()
    elsewhere: bool = False
    act: Id = NO_ID
    undoes: Id = NO_ID


def title_of(record: Record) -> str:
    """What saving this record alone is called: 'Note recorded', 'File changed', 'Note withdrawn'."""
    if record.withdrawn:
        return f"{record.CALLED} withdrawn"
    if record.corrects:
        return f"{record.CALLED} corrected"
    if record.version:
        return f"{record.CALLED} {record.SETTLED if record.settled else 'changed'}"
    return f"{record.CALLED} {record.BEGUN}"


def taking_back(title: str) -> str:
    """What the act is called that takes this one back: 'Undone: note withdrawn'; of an undo, 'Done again: ...'."""
    if title.startswith(UNDONE):
        return f"{AGAIN}{title.removeprefix(UNDONE)}"
    return f"{UNDONE}{named(title)}"


def named(title: str) -> str:
    """An act's title inside a sentence, as it was first done: 'note withdrawn', whether undone or done again."""
    plain = title.removeprefix(UNDONE).removeprefix(AGAIN)
    return plain if plain[:2].isupper() else plain[:1].lower() + plain[1:]
