"""Papers: one way for every paper that tells of somebody to leave the desk; numbered, locked and written down.

A paper is gathered first, with the permission to print it; its pages are made for each copy anew, as each says which
copy it is.
"""

from collections.abc import Callable
from dataclasses import dataclass

from rise_desk.domain.record import Id
from rise_desk.reports.blocks import Document
from rise_desk.services import copies as copying
from rise_desk.services.copies import PREVIEW, Made, Way
from rise_desk.services.desk import Desk


@dataclass(frozen=True, kw_only=True)
class Paper:
    """A paper about one record of somebody's file: what its prints and previews are called in the log, how it is made.

    `about` is said in the log of each copy. Copies are counted by what a print is called, and the record.
    """

    printed: str
    looked_at: str
    subject: Id
    record: Id
    make: Callable[[str], Made]
    kind: str = ""
    about: str = ""


def of_document(desk: Desk, build: Callable[[str], Document]) -> Callable[[str], Made]:
    """How a paper is made whose document is built anew for each copy."""
    return lambda copy: copying.made(desk, build(copy), copy)


def printed(desk: Desk, paper: Paper, *, recipient: str = "", copies: int = 1) -> list[Made]:
    """So many copies for the printer, each with a number of its own; it is written down who made it for whom."""
    copying.demand_few(copies)
    return [paper.make(copy) for copy in _numbered(desk, paper, recipient, Way.PAPER, copies)]


def saved(desk: Desk, paper: Paper, *, recipient: str = "", password: str = "") -> Made:
    """One numbered copy for a file, locked where there is a password."""
    copying.demand_lock(password)
    (copy,) = _numbered(desk, paper, recipient, copying.way_of(password), 1)
    return copying.locked(paper.make(copy), password)


def preview(desk: Desk, paper: Paper) -> Made:
    """The same paper to look at on the screen; it bears no copy number, and looking is written down too."""
    made = paper.make(PREVIEW)
    desk.note(paper.looked_at, kind=paper.kind, record=paper.record, subject=paper.subject)
    return made


def _numbered(desk: Desk, paper: Paper, recipient: str, way: Way, copies: int) -> list[str]:
    return copying.numbered(
        desk,
        paper.printed,
        paper.subject,
        record=paper.record,
        recipient=recipient,
        way=way,
        copies=copies,
        about=paper.about,
    )
