"""Copies: every paper that leaves the desk is made here, under a number of its own where it tells of somebody."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from rise_desk import places
from rise_desk.domain.person import AT_RISK, Person
from rise_desk.domain.record import Id
from rise_desk.errors import Invalid
from rise_desk.reports import blocks
from rise_desk.reports.blocks import Document
from rise_desk.reports.paper import fonts, lock, page_count, pages, render
from rise_desk.reports.paper.fonts import Fonts
from rise_desk.reports.reading import ANOTHER
from rise_desk.services import merged, overview
from rise_desk.services.desk import Desk
from rise_desk.storage import audit

PREVIEW = blocks.NOT_A_COPY
INVENTED = "Demonstration: everybody in it is invented"
MOST_COPIES = 20


class Way(StrEnum):
    """How a copy leaves the desk, as the log says it."""

    PAPER = "on paper"
    OPEN = "saved open"
    LOCKED = "saved locked"


@dataclass(frozen=True, kw_only=True)
class Made:
    """A finished paper: its PDF, how many pages, which copy it is, and the same in plain text."""

    pdf: bytes
    pages: int
    copy: str
    text: str


def made(desk: Desk, document: Document, copy: str) -> Made:
    """The document as PDF; in a demonstration each page that tells of anybody says that they are invented."""
    document = _marked(desk, document)
    pdf = render(document, _fonts())
    return Made(pdf=pdf, pages=pages.page_count(pdf), copy=copy, text=blocks.as_text(document))


def made_to_fit(desk: Desk, versions: Sequence[Callable[[], Document]], copy: str, most: int) -> Made:
    """The first of these versions, from the fullest to the shortest, that takes no more than so many pages."""
    chosen, last = _fonts(), len(versions) - 1

    def fits(version: int) -> bool:
        return page_count(_marked(desk, versions[version]()), chosen) <= most

    return made(desk, versions[bisect_left(range(last), True, key=fits)](), copy)


def _marked(desk: Desk, document: Document) -> Document:
    if desk.demonstration and document.copy:
        return replace(document, marking=f"{INVENTED} · {document.marking}")
    return document


def _fonts() -> Fonts:
    return fonts.choose((each.name, each.regular, each.bold) for each in places.font_files())


def numbered(
    desk: Desk, deed: str, subject: Id, *, record: Id, recipient: str, way: Way, copies: int = 1, about: str = ""
) -> list[str]:
    """Take the next numbers of copies of one sort of paper about a record, and write each down.

    The pages are made afterwards, so that nobody else's saving waits for them. `about` is said in the log.
    """
    with desk.store.writing(desk.author, desk.now(), desk.clock.new_id, desk.ruled) as work:
        last = audit.count(desk.store.vault, deed, record)
        found = [
            f"copy {number}" + (f" for {recipient}" if recipient else "")
            for number in range(last + 1, last + copies + 1)
        ]
        for copy in found:
            reason = ", ".join(each for each in (copy, about, str(way)) if each)
            work.audit(desk.entry(deed, record=record, subject=subject, reason=reason, recipient=recipient))
    return found


def demand_few(copies: int) -> None:
    """`Invalid` for more copies than anybody prints at a time, or none."""
    if not 1 <= copies <= MOST_COPIES:
        raise Invalid({"copies": f"Print between 1 and {MOST_COPIES} copies at a time."})


def demand_lock(password: str) -> None:
    """`Invalid` for a password that other programs could not open a PDF with; none is no lock."""
    wrong = lock.problem(password) if password else ""
    if wrong:
        raise Invalid({"password": wrong})


def locked(paper: Made, password: str) -> Made:
    """The same paper locked with a password; open where there is none."""
    return replace(paper, pdf=lock.locked(paper.pdf, password)) if password else paper


def way_of(password: str) -> Way:
    """How a paper is saved with this password, or without one."""
    return Way.LOCKED if password else Way.OPEN


def names(desk: Desk, subject: Id, everybody: Iterable[Id]) -> dict[Id, str]:
    """What people are called on this young person's paper, which names no other child's file."""
    wanted = {*everybody}
    heads = merged.head_of(desk, wanted - {subject})
    found = desk.store.several(Person, {*heads, *heads.values()})
    children = {each.id for each in found if each.has_role(AT_RISK)}
    others = {who for who, head in heads.items() if children & {who, head} and head != subject}
    return {who: ANOTHER if who in others else name for who, name in overview.names_of(desk, wanted).items()}
