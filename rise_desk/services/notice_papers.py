"""Papers of notices: one notice for officers to check and sign, and the pattern of an adult for the police."""

from functools import partial

from rise_desk.domain import access, moments, notice_grounds, notice_lapse
from rise_desk.domain.access import Deed
from rise_desk.domain.notice import Notice
from rise_desk.domain.person import Person
from rise_desk.domain.record import NO_ID, Id
from rise_desk.errors import NotFound
from rise_desk.reports import notice_sheet, pattern_sheet
from rise_desk.reports.notice_sheet import Served
from rise_desk.reports.pattern_sheet import Warned
from rise_desk.reports.reading import tags
from rise_desk.services import notices, overview, papers
from rise_desk.services.copies import Made
from rise_desk.services.desk import Desk
from rise_desk.services.notices import State
from rise_desk.services.papers import Paper

NOTICE, NOTICE_READ = "abduction notice printed", "abduction notice previewed"
PATTERN, PATTERN_READ = "pattern of notices printed", "pattern of notices previewed"
ENDED = {State.LAPSED: "This notice has lapsed.", State.WITHDRAWN: "This notice is withdrawn."}


def printed(desk: Desk, notice: Id, *, recipient: str = "", copies: int = 1) -> list[Made]:
    """So many copies of one notice for the printer, each with a number of its own and a line in the log."""
    return papers.printed(desk, _notice(desk, notice), recipient=recipient, copies=copies)


def saved(desk: Desk, notice: Id, *, recipient: str = "", password: str = "") -> Made:
    """One numbered copy of one notice for a file, locked where there is a password."""
    return papers.saved(desk, _notice(desk, notice), recipient=recipient, password=password)


def preview(desk: Desk, notice: Id) -> Made:
    """The same paper to look at on the screen; it bears no copy number, and looking is written down too."""
    return papers.preview(desk, _notice(desk, notice))


def pattern_printed(desk: Desk, adult: Id, *, recipient: str = "", copies: int = 1) -> list[Made]:
    """So many copies of an adult's pattern for the printer, numbered and written down likewise."""
    return papers.printed(desk, _pattern(desk, adult), recipient=recipient, copies=copies)


def pattern_saved(desk: Desk, adult: Id, *, recipient: str = "", password: str = "") -> Made:
    """One numbered copy of an adult's pattern for a file, locked where there is a password."""
    return papers.saved(desk, _pattern(desk, adult), recipient=recipient, password=password)


def pattern_preview(desk: Desk, adult: Id) -> Made:
    """The pattern to look at on the screen; looking is written down."""
    return papers.preview(desk, _pattern(desk, adult))


def meant(desk: Desk, record: Id) -> Id:
    """The notice that a number means: itself, or the newest that stands in somebody's file; `NotFound` for none."""
    if isinstance(desk.store.find(record), Notice):
        return record
    if not isinstance(desk.store.find(record), Person):
        raise NotFound("That is neither a notice nor somebody's file.")
    found = notices.of_file(desk, record)
    if not found:
        raise NotFound("There is no notice in this file yet.")
    return found[-1].notice.id


def _notice(desk: Desk, notice: Id) -> Paper:
    told = _served(desk, notice)
    build = partial(notice_sheet.build, told, practice=desk.practice, now=desk.now(), printed_by=desk.who.name)
    return Paper(
        printed=NOTICE,
        looked_at=NOTICE_READ,
        subject=told.child.id,
        record=notice,
        kind=Notice.KIND,
        about=f"notice of {moments.shown(told.notice.in_force_from)}" if told.notice.in_force_from else "draft",
        make=papers.of_document(desk, lambda copy: build(copy=copy)),
    )


def _served(desk: Desk, notice: Id) -> Served:
    """A notice with both its parties, for somebody who may print of both; `NotFound` for any other number."""
    made = desk.store.find(notice)
    if not isinstance(made, Notice):
        raise NotFound("That notice is not on file.")
    for party in (made.child, made.adult):
        desk.demand(Deed.PRINT, access.state_of(desk.who, overview.whole_person(desk, party)), subject=party)
    child = overview.whole_person(desk, made.child)
    standing = next((each for each in notices.of_file(desk, child.id) if each.notice.id == notice), None)
    entry = overview.entry(desk, child.id, notice)
    return Served(
        notice=made,
        child=child,
        adult=overview.whole_person(desk, made.adult),
        lapse=notice_lapse.lapses(made, child),
        grounds=notice_grounds.grounds(child, made.in_force_from or moments.stamp(desk.now())),
        state=ENDED.get(standing.state, "") if standing else "",
        stands=tags(made, entry.corrected_by != NO_ID, desk.practice),
    )


def _pattern(desk: Desk, adult: Id) -> Paper:
    told = notices.pattern(desk, adult)
    person: Person = told.adult
    desk.demand(Deed.PRINT, access.state_of(desk.who, person), subject=person.id)
    warned = [
        Warned(
            notice=each.notice,
            child=each.other,
            state=str(each.state),
            lapse=each.lapse,
            in_force=each.in_force,
            gone=each.withdrawn,
            breaches=each.breaches,
        )
        for each in told.notices
    ]
    build = partial(
        pattern_sheet.build, person, warned, practice=desk.practice, now=desk.now(), printed_by=desk.who.name
    )
    return Paper(
        printed=PATTERN,
        looked_at=PATTERN_READ,
        subject=person.id,
        record=person.id,
        make=papers.of_document(desk, lambda copy: build(copy=copy)),
    )
