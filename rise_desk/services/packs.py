"""Packs: what leaves the desk on paper; each copy has a number, and each print, preview and export is written down."""

from dataclasses import dataclass, replace

from rise_desk import places
from rise_desk.domain import access, moments
from rise_desk.domain.access import Deed
from rise_desk.domain.chronology import Sieve
from rise_desk.domain.contact import ContactNote
from rise_desk.domain.moments import Moment
from rise_desk.domain.person import AT_RISK, Person
from rise_desk.domain.record import Id
from rise_desk.errors import Invalid
from rise_desk.reports import blocks
from rise_desk.reports import summary as summary_report
from rise_desk.reports.paper import fonts, pages, render
from rise_desk.services import overview
from rise_desk.services.desk import Desk
from rise_desk.storage import audit

PREVIEW = "preview, not a copy"
SUMMARY = "summary printed"
INVENTED = "Demonstration: everybody in it is invented"
ANOTHER = "another young person"


@dataclass(frozen=True, kw_only=True)
class Made:
    """A finished paper: its PDF, how many pages, which copy it is, and the same in plain text."""

    pdf: bytes
    pages: int
    copy: str
    text: str


def summary(
    desk: Desk, subject: Id, *, since: Moment = Moment(""), until: Moment = Moment(""), recipient: str = ""
) -> Made:
    """A numbered copy of somebody's case summary for a period; it is written down who made it for whom."""
    _may_print(desk, subject)
    with desk.store.writing(desk.author, desk.now(), desk.clock.new_id, desk.due_lines) as work:
        number = audit.count(desk.store.vault, SUMMARY, subject) + 1
        made = _made(desk, subject, since, until, f"copy {number}" + (f" for {recipient}" if recipient else ""))
        work.audit(desk.entry(SUMMARY, record=subject, subject=subject, reason=made.copy, recipient=recipient))
    return made


def preview(desk: Desk, subject: Id, *, since: Moment = Moment(""), until: Moment = Moment("")) -> Made:
    """The same paper to look at on the screen; it bears no copy number, and looking is written down too."""
    _may_print(desk, subject)
    made = _made(desk, subject, since, until, PREVIEW)
    desk.note("summary previewed", record=subject, subject=subject)
    return made


def page_png(pdf: bytes, index: int, dpi: int) -> bytes:
    """One page as a PNG picture, for the preview and the printer."""
    return pages.page_png(pdf, index, dpi)


def _may_print(desk: Desk, subject: Id) -> None:
    desk.demand(Deed.PRINT, access.state_of(desk.who, overview.person(desk, subject)), subject=subject)


def _made(desk: Desk, subject: Id, since: Moment, until: Moment, copy: str) -> Made:
    if since and until and moments.latest(until) < moments.earliest(since):
        raise Invalid({"until": "The end of the period must be on or after its start."})
    sieve = Sieve(since=moments.london_day(since), until=_last_day(until))
    file = overview.case_file(desk, subject, sieve)
    everybody = {who for note in file.of(ContactNote) for who, _ in note.involved()}
    said = overview.latest_words(desk, subject)
    card = overview.card_of(desk, subject)
    document = summary_report.build(
        summary_report.Story(
            file=file,
            entries=tuple((each.record, bool(each.corrected_by)) for each in overview.standing(desk, file)),
            names=_names(desk, subject, everybody),
            own_words=said,
            last_seen=card.last_seen if card else "",
            due=tuple(overview.due_lines(desk, (subject,))),
            since=since,
            until=until,
        ),
        practice=desk.practice,
        now=desk.now(),
        printed_by=desk.who.name,
        copy=copy,
    )
    if desk.demonstration:
        document = replace(document, marking=f"{INVENTED} · {document.marking}")
    pdf = render(document, fonts.choose((each.name, each.regular, each.bold) for each in places.font_files()))
    return Made(pdf=pdf, pages=pages.page_count(pdf), copy=copy, text=blocks.as_text(document))


def _names(desk: Desk, subject: Id, everybody: set[Id]) -> dict[Id, str]:
    """What people are called on this young person's paper, which names no other child's file."""
    others = {each.id for each in desk.store.several(Person, everybody - {subject}) if each.has_role(AT_RISK)}
    return {who: ANOTHER if who in others else name for who, name in overview.names_of(desk, everybody).items()}


def _last_day(until: Moment) -> str:
    if not until:
        return ""
    return moments.latest(until).astimezone(moments.LONDON).date().isoformat()
