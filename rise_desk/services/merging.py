"""Merging: two files found to be one human being's are read as one; nothing is lost, and it can be undone.

The main file stays as it is. The other keeps everything it says and gains one field, `merged_into`: whatever leads to
it leads to the main file from then on, until somebody separates them.
"""

from collections.abc import Callable
from dataclasses import dataclass

from rise_desk.domain import access
from rise_desk.domain.access import Deed
from rise_desk.domain.act import Act
from rise_desk.domain.card import Card
from rise_desk.domain.chronology import Sieve
from rise_desk.domain.merging import Difference, Whole
from rise_desk.domain.person import AT_RISK, OF_CONCERN, Person
from rise_desk.domain.record import NO_ID, Id
from rise_desk.errors import Invalid
from rise_desk.services import casework, duplicates, finding
from rise_desk.services.desk import Desk
from rise_desk.services.merged import Joined, as_filed, head_of, ids_of, joined, members, moved, whole, withdrawn
from rise_desk.storage import history
from rise_desk.storage.indexes import card, involvement
from rise_desk.storage.kinds import KINDS
from rise_desk.storage.writing import Writing

__all__ = [
    "Candidate", "Joined", "Preview", "as_filed", "candidates", "head_of", "ids_of", "joined", "members", "merge",
    "moved", "preview", "separate", "whole",
]  # fmt: skip

MERGED, SEPARATED = "Files merged", "Files separated"
_STANDING = ("", "closed", "referred", "open")
"""The states of a case, from none to the one that asks for most."""


@dataclass(frozen=True, kw_only=True)
class Count:
    """How many entries of one kind each file has, and both together: an entry about both is one."""

    title: str
    main: int
    other: int
    together: int


@dataclass(frozen=True, kw_only=True)
class Preview:
    """What merging two files will do: both as they are, how they will read, what differs, and how many entries."""

    main: Person
    other: Person
    joined: Person
    differences: tuple[Difference, ...]
    counts: tuple[Count, ...]

    @property
    def both_roles(self) -> bool:
        """Whether one of the files is about a young person at risk, and the other about somebody of concern."""
        roles = {(each.has_role(AT_RISK), each.has_role(OF_CONCERN)) for each in (self.main, self.other)}
        return len(roles) > 1

    @property
    def entries(self) -> int:
        """How many entries the other file brings that are not in the main file already."""
        return sum(each.together - each.main for each in self.counts)


@dataclass(frozen=True, kw_only=True)
class Candidate:
    """A file that may be the other one of somebody's: who it is about, and why it is offered."""

    card: Card
    why: str = ""


def candidates(desk: Desk, main: Id, text: str = "", limit: int = 8) -> tuple[Candidate, ...]:
    """The files that answer to a text; with none, those that are likely the same person's."""
    vault = desk.store.vault
    if not text.strip():
        alike = {each.person.id: each.why for each in duplicates.likely(desk, whole(desk, main).person, limit)}
        cards = card.several(vault, alike)
        return tuple(Candidate(card=cards[each], why=why) for each, why in alike.items())
    found = [each.subject for each in finding.people(desk, text, limit) if each.subject != main]
    cards = card.several(vault, found)
    return tuple(Candidate(card=cards[each]) for each in found)


def preview(desk: Desk, main: Id, other: Id) -> Preview:
    """What merging `other` into `main` will do; nothing is written. `Invalid` and `NotAllowed` say why it can't be."""
    one, two = _checked(desk, main, other)
    together = Whole(main=one.main, others=(*one.others, two.main, *two.others))
    counts = tuple(
        Count(
            title=kind.record.TITLE,
            main=_count(desk, one.ids, kind.record.KIND),
            other=_count(desk, two.ids, kind.record.KIND),
            together=_count(desk, together.ids, kind.record.KIND),
        )
        for kind in KINDS
        if kind.record is not Person
    )
    return Preview(
        main=one.main, other=two.main, joined=together.person, differences=together.differences, counts=counts
    )


def merge(desk: Desk, main: Person, other: Person, reason: str) -> Person:
    """Read `other` as part of `main` from now on; as the main file then stands.

    `Conflict` where either was changed since it was looked at: what was shown may no longer be what would happen.
    """
    _one, two = _checked(desk, main.id, other.id)
    if not reason.strip():
        raise Invalid({"reason": "Enter why these are files of the same person."})
    saves = tuple(each.changed(merged_into=main.id) for each in (*two.others, other))
    casework.perform(desk, Act(title=MERGED, saves=saves, reason=reason.strip()), first=_also(desk, main, reason))
    return desk.store.whole(main.id).person


def separate(desk: Desk, other: Person, reason: str) -> Person:
    """Read a merged file by itself again, with the files that came with it; as it then stands."""
    if not other.merged_into:
        raise Invalid({"other": f"{other.file_number} is not merged into another file."})
    if not reason.strip():
        raise Invalid({"reason": "Enter why these are not files of the same person."})
    main = _permitted(desk, other.id)
    came = [each for each in main.others if each.id != other.id and _came_with(desk, each) == other.id]
    saves = (other.changed(merged_into=NO_ID), *(each.changed(merged_into=other.id) for each in came))
    act = Act(title=SEPARATED, saves=saves, reason=reason.strip())
    casework.perform(desk, act, first=_also(desk, main.main, reason, Deed.SEPARATE))
    return desk.store.whole(other.id).person


def _permitted(desk: Desk, file: Id) -> Whole:
    """A whole file that this person may merge with another; a refusal is written down."""
    found = desk.store.whole(file)
    desk.demand(Deed.MERGE, access.state_of(desk.who, found.person), subject=found.main.id)
    return found


def _checked(desk: Desk, main: Id, other: Id) -> tuple[Whole, Whole]:
    """Both whole files, where this person may merge them this way."""
    one, two = (_permitted(desk, each) for each in (main, other))
    for file, asked in ((one, main), (two, other)):
        if file.main.id != asked:
            called = next(each.file_number for each in file.others if each.id == asked)
            raise Invalid({"other": f"{called} is already merged into {file.main.file_number}."})
    problem = _problem(one.main, two.main)
    if problem:
        raise Invalid({"other": problem})
    return one, two


def _problem(main: Person, other: Person) -> str:
    """Why two files can't be merged this way, in a sentence; '' where they can."""
    if main.id == other.id:
        return "These are the same file already. Choose another one."
    stands, comes = (_STANDING.index(each.case_state()) for each in (main, other))
    if comes > stands and comes > _STANDING.index("closed"):
        state = other.case_state()
        return (
            f"The case of {other.file_number} is {state}, and that of {main.file_number} is not: make it the main file."
        )
    return withdrawn(main) or withdrawn(other)


def _also(desk: Desk, main: Person, reason: str, deed: Deed = Deed.MERGE) -> Callable[[Writing], None]:
    """What is written besides: that the main file is concerned; nothing is merged where that is not as it was seen."""

    def write(work: Writing) -> None:
        if deed is Deed.MERGE:
            work.before(main)
        work.audit(desk.entry(deed, kind=main.kind, record=main.id, subject=main.id, fields="", reason=reason.strip()))

    return write


def _came_with(desk: Desk, file: Person) -> Id:
    """Into which file this one was merged before it came to where it is now; 0 for none."""
    states = [each for each in history.states(desk.store.vault, file) if isinstance(each, Person)]
    return next((each.merged_into for each in reversed(states) if each.merged_into != file.merged_into), NO_ID)


def _count(desk: Desk, subjects: tuple[Id, ...], kind: str) -> int:
    return involvement.count(desk.store.vault, subjects, Sieve(kinds=(kind,)), desk.who.grants)
