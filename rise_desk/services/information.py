"""Information reports: drawn from what a record tells, listed, and graded by those who hold the intelligence grant."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from rise_desk.domain import access, information_drawn, moments, naming
from rise_desk.domain.access import Deed
from rise_desk.domain.chronology import Sieve
from rise_desk.domain.grading import Grading
from rise_desk.domain.information import InformationReport
from rise_desk.domain.information_drawn import DRAWN_FROM
from rise_desk.domain.interview import ReturnInterview
from rise_desk.domain.link import Link
from rise_desk.domain.mention import Mention
from rise_desk.domain.missing import MissingEpisode
from rise_desk.domain.record import NO_ID, Id
from rise_desk.errors import Invalid, NotAllowed, NotFound
from rise_desk.services import merged, overview, restricted, subjects
from rise_desk.services.desk import Desk
from rise_desk.storage.indexes import involvement

INTELLIGENCE = "intelligence"
RESERVED = (
    "This note is reserved for people with the {} grant. An information report would show it to others: write one "
    "yourself with what may be shown."
)
OTHERS = "An information report is drawn from a return interview, an assessment or a note."
GRADE_REFUSED = "Only somebody with the intelligence grant sees and makes the grading of an information report."


@dataclass(frozen=True, kw_only=True)
class Listed:
    """One report on a list: the record, what those it is about are called, and whether it is graded (to holders).

    `subject`: the file or record of the first of them who has one.
    """

    report: InformationReport
    about: tuple[str, ...]
    subject: Id = NO_ID
    graded: bool = False


def drawn(desk: Desk, record: Id, subject: Id) -> InformationReport:
    """A report as a record of somebody's file tells it, with a number of its own; not saved yet."""
    found = overview.entry(desk, subject, record).record
    if not isinstance(found, DRAWN_FROM):
        raise Invalid({"said_in": OTHERS})
    if found.reserved_for():
        raise Invalid({"said_in": RESERVED.format(found.reserved_for())})
    child = merged.head_of(desk, (subject,))[subject]
    known = _taken_up(desk, child, found)
    made = information_drawn.drawn(found, child, desk.practice, lambda mention: known.get(naming.same(mention), NO_ID))
    shut = restricted.closed(desk, {each.subject for each in made.about if each.subject})
    made = replace(made, about=tuple(each for each in made.about if each.subject not in shut))
    if isinstance(found, ReturnInterview):
        made = replace(made, when_happened=_absences(desk, found))
    return made.changed(id=desk.clock.new_id())


def of_subject(desk: Desk, subject: Id) -> tuple[Listed, ...]:
    """The reports about somebody or something, the newest first, as far as this reader may open whom they are about."""
    things = desk.store.things(merged.head_of(desk, (subject,)).values())
    if things:
        desk.demand(Deed.OPEN, subject=subject)
        file = desk.store.thing_file(things[0], desk.who.grants, (InformationReport.KIND, Grading.KIND))
        return listed(desk, file.of(InformationReport))
    sieve = Sieve(kinds=(InformationReport.KIND,))
    return listed(desk, overview.case_file(desk, subject, sieve).of(InformationReport))


def listed(desk: Desk, reports: Iterable[InformationReport]) -> tuple[Listed, ...]:
    """These reports as a list tells them, without those about somebody whose file is closed to this reader."""
    shown = [each for each in restricted.open_to(desk, reports) if isinstance(each, InformationReport)]
    known = subjects.named(desk, {one.subject for each in shown for one in each.about if one.subject})
    return tuple(
        Listed(
            report=each,
            about=tuple(known[one.subject].name if one.subject in known else one.called for one in each.about),
            subject=next((known[one.subject].subject for one in each.about if one.subject in known), NO_ID),
            graded=grading(desk, each) is not None,
        )
        for each in shown
    )


def report(desk: Desk, number: Id) -> InformationReport:
    """A report on file, for somebody who may open everybody it is about."""
    found = desk.store.find(number)
    if not isinstance(found, InformationReport) or not restricted.open_to(desk, (found,)):
        raise NotFound("That information report is not on file, or tells of a file you can’t open.")
    return found


def may_grade(desk: Desk) -> bool:
    """Whether whoever sits here holds the grant for intelligence."""
    return access.may_read(desk.who, INTELLIGENCE)


def grading(desk: Desk, made: InformationReport) -> Grading | None:
    """The latest grading of a report that stands; None where there is none, or this reader lacks the grant."""
    if not may_grade(desk):
        return None
    ids = tuple(each.subject for each in made.about if each.subject)
    lines = involvement.page(desk.store.vault, ids, _GRADINGS, desk.who.grants, 1_000, None) if ids else []
    found = (each for each in desk.store.records(lines) if isinstance(each, Grading) and each.report == made.id)
    return max((each for each in found if not each.withdrawn), key=lambda each: each.id, default=None)


def ungraded(desk: Desk, made: InformationReport) -> Grading:
    """A new grading of a report, with nothing graded yet; `NotAllowed` without the grant."""
    if not may_grade(desk):
        raise NotAllowed(GRADE_REFUSED)
    first = next((each.subject for each in made.about if each.subject), NO_ID)
    return Grading(id=desk.clock.new_id(), report=made.id, subject=first)


_GRADINGS = Sieve(kinds=(Grading.KIND,))


def _taken_up(desk: Desk, child: Id, record: DRAWN_FROM) -> dict[tuple[str, str, Id], Id]:
    """The files of those a record names, as links tell that came from it, or as they were picked."""
    lines = overview.case_file(desk, child, Sieve(kinds=(Link.KIND,))).of(Link)
    links = [each for each in restricted.open_to(desk, lines) if isinstance(each, Link) and not each.withdrawn]
    found = {}
    for each in naming.mentions(record):
        told = next((link for link in links if naming.tells(link, each, record)), None)
        found[naming.same(each)] = _other(desk, told, child) if told else _open(desk, each)
    return found


def _other(desk: Desk, link: Link, child: Id) -> Id:
    ours = merged.ids_of(desk, child)
    return link.subject if link.other in ours else link.other


def _open(desk: Desk, mention: Mention) -> Id:
    """The file that was picked, where this reader may open it."""
    return mention.person if mention.person and not restricted.closed(desk, (mention.person,)) else NO_ID


def _absences(desk: Desk, interview: ReturnInterview) -> str:
    found = sorted(desk.store.several(MissingEpisode, interview.covers), key=lambda each: each.since)
    return information_drawn.when(((each.since, each.returned_at) for each in found), moments.shown)
