"""Missing packs: what the police need to find a child, on two pages, in numbered copies, each written down."""

from rise_desk.domain import access
from rise_desk.domain.access import Deed
from rise_desk.domain.record import Id
from rise_desk.reports import missing_pack
from rise_desk.reports.missing_pack import Story
from rise_desk.services import copies as copying
from rise_desk.services import merged, overview
from rise_desk.services.copies import PREVIEW, Made, Way
from rise_desk.services.desk import Desk

PRINTED = "missing pack printed"
LOOKED_AT = "missing pack previewed"


def printed(desk: Desk, subject: Id, *, recipient: str = "", copies: int = 1) -> list[Made]:
    """So many copies for the printer, each with a number of its own; it is written down who made it for whom."""
    copying.demand_few(copies)
    story = _story(desk, subject)
    return [_made(desk, story, copy) for copy in _numbered(desk, story, recipient, Way.PAPER, copies)]


def saved(desk: Desk, subject: Id, *, recipient: str = "", password: str = "") -> Made:
    """One numbered copy for a file, locked where there is a password."""
    copying.demand_lock(password)
    story = _story(desk, subject)
    (copy,) = _numbered(desk, story, recipient, copying.way_of(password))
    return copying.locked(_made(desk, story, copy), password)


def preview(desk: Desk, subject: Id) -> Made:
    """The same paper to look at on the screen; it bears no copy number, and looking is written down too."""
    story = _story(desk, subject)
    made = _made(desk, story, PREVIEW)
    desk.note(LOOKED_AT, record=story.file.subject.id, subject=story.file.subject.id)
    return made


def _story(desk: Desk, subject: Id) -> Story:
    main = merged.head_of(desk, (subject,))[subject]
    desk.demand(Deed.PRINT, access.state_of(desk.who, overview.person(desk, main)), subject=main)
    return Story(file=overview.case_file(desk, main))


def _numbered(desk: Desk, story: Story, recipient: str, way: Way, copies: int = 1) -> list[str]:
    main = story.file.subject.id
    return copying.numbered(desk, PRINTED, main, record=main, recipient=recipient, way=way, copies=copies)


def _made(desk: Desk, story: Story, copy: str) -> Made:
    document = missing_pack.build(story, practice=desk.practice, now=desk.now(), printed_by=desk.who.name, copy=copy)
    return copying.made(desk, document, copy)
