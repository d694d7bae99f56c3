"""Packs: what leaves the desk on paper; each copy has a number, and each print, preview and export is written down."""

from dataclasses import dataclass, replace
from enum import StrEnum

from rise_desk import places
from rise_desk.domain import access, moments
from rise_desk.domain.access import Deed
from rise_desk.domain.assessment import Assessment
from rise_desk.domain.casefile import CaseFile
from rise_desk.domain.chronology import Sieve
from rise_desk.domain.moments import Moment
from rise_desk.domain.person import AT_RISK, Person
from rise_desk.domain.record import Id
from rise_desk.domain.sign_off import SignOff
from rise_desk.domain.standing import Standing
from rise_desk.domain.standing import course as course_of
from rise_desk.errors import Invalid
from rise_desk.reports import blocks
from rise_desk.reports import summary as summary_report
from rise_desk.reports.joined import AlsoFiled
from rise_desk.reports.paper import fonts, lock, pages, render
from rise_desk.reports.paper.pages import PageImage
from rise_desk.reports.reading import ANOTHER
from rise_desk.services import accounts, merged, overview
from rise_desk.services.desk import Desk
from rise_desk.storage import audit

PREVIEW = "preview, not a copy"
SUMMARY = "summary printed"
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


def summary(
    desk: Desk, subject: Id, *, since: Moment = Moment(""), until: Moment = Moment(""), recipient: str = ""
) -> Made:
    """One numbered copy of somebody's case summary for a period, to be printed."""
    return printed(desk, subject, since=since, until=until, recipient=recipient)[0]


def printed(
    desk: Desk,
    subject: Id,
    *,
    since: Moment = Moment(""),
    until: Moment = Moment(""),
    recipient: str = "",
    copies: int = 1,
) -> list[Made]:
    """So many copies for the printer, each with a number of its own; it is written down who made it for whom."""
    if not 1 <= copies <= MOST_COPIES:
        raise Invalid({"copies": f"Print between 1 and {MOST_COPIES} copies at a time."})
    subject = _main(desk, subject)
    story = _story(desk, subject, since, until)
    return [_made(desk, story, copy) for copy in _numbered(desk, subject, recipient, Way.PAPER, copies)]


def saved(
    desk: Desk,
    subject: Id,
    *,
    since: Moment = Moment(""),
    until: Moment = Moment(""),
    recipient: str = "",
    password: str = "",
) -> Made:
    """One numbered copy for a file, locked where there is a password; it is written down that it was saved, and how."""
    wrong = lock.problem(password) if password else ""
    if wrong:
        raise Invalid({"password": wrong})
    subject = _main(desk, subject)
    story = _story(desk, subject, since, until)
    copies = _numbered(desk, subject, recipient, Way.LOCKED if password else Way.OPEN)
    made = _made(desk, story, copies[0])
    return replace(made, pdf=lock.locked(made.pdf, password)) if password else made


def password_problem(password: str) -> str:
    """Why a password is no good for a PDF that leaves the desk, in a sentence; '' where it is."""
    return accounts.password_problem(password, "") or lock.problem(password)


def preview(desk: Desk, subject: Id, *, since: Moment = Moment(""), until: Moment = Moment("")) -> Made:
    """The same paper to look at on the screen; it bears no copy number, and looking is written down too."""
    subject = _main(desk, subject)
    made = _made(desk, _story(desk, subject, since, until), PREVIEW)
    desk.note("summary previewed", record=subject, subject=subject)
    return made


def page_png(pdf: bytes, index: int, dpi: int) -> bytes:
    """One page as a PNG picture."""
    return pages.page_png(pdf, index, dpi)


def page_picture(pdf: bytes, index: int, dpi: int) -> PageImage:
    """One page as dots, for the preview and the printer."""
    return pages.page_image(pdf, index, dpi)


def _numbered(desk: Desk, subject: Id, recipient: str, way: Way, copies: int = 1) -> list[str]:
    """Take the next numbers of copies, and write each down.

    The pages are made afterwards, so that nobody else's saving waits for them.
    """
    with desk.store.writing(desk.author, desk.now(), desk.clock.new_id, desk.ruled) as work:
        last = audit.count(desk.store.vault, SUMMARY, subject)
        numbered = [
            f"copy {number}" + (f" for {recipient}" if recipient else "")
            for number in range(last + 1, last + copies + 1)
        ]
        for copy in numbered:
            reason = f"{copy}, {way}"
            work.audit(desk.entry(SUMMARY, record=subject, subject=subject, reason=reason, recipient=recipient))
    return numbered


def _story(desk: Desk, subject: Id, since: Moment, until: Moment) -> summary_report.Story:
    desk.demand(Deed.PRINT, access.state_of(desk.who, overview.person(desk, subject)), subject=subject)
    if since and until and moments.latest(until) < moments.earliest(since):
        raise Invalid({"until": "The end of the period must be on or after its start."})
    sieve = Sieve(since=moments.london_day(since), until=_last_day(until))
    file = overview.case_file(desk, subject, sieve)
    standing = overview.standing(desk, file)
    everybody = {who for each in standing for who, _ in each.told.involved()}
    course = _course(desk, file, since, until)
    everybody |= {named.person for each in course for named in each.assessment.mentions if named.person}
    said = overview.latest_words(desk, subject)
    card = overview.card_of(desk, subject)
    return summary_report.Story(
        file=file,
        entries=tuple((each.told, bool(each.corrected_by)) for each in standing),
        names=_names(desk, file.subject.id, everybody),
        own_words=said,
        last_seen=card.last_seen if card else "",
        due=tuple(overview.due_lines(desk, (subject,))),
        course=course,
        also_filed=_also_filed(desk, subject),
        since=since,
        until=until,
    )


def _course(desk: Desk, file: CaseFile, since: Moment, until: Moment) -> tuple[Standing, ...]:
    """Every assessment that counts, of whatever period; the file itself has them where it was read whole."""
    sieve = Sieve(kinds=(Assessment.KIND, SignOff.KIND))
    whole = overview.case_file(desk, file.subject.id, sieve) if since or until else file
    return course_of(whole, desk.practice)


def _main(desk: Desk, subject: Id) -> Id:
    """The file that is printed, and under whose number copies are counted: a merged one is not printed by itself."""
    return merged.head_of(desk, (subject,))[subject]


def _also_filed(desk: Desk, subject: Id) -> tuple[AlsoFiled, ...]:
    """The files that were merged into this one, and what each says differently."""
    whole = merged.whole(desk, subject)
    return tuple(
        AlsoFiled(number=each.person.file_number, merged_at=each.at, differences=whole.differences_of(each.person))
        for each in merged.joined(desk, subject)
    )


def _made(desk: Desk, story: summary_report.Story, copy: str) -> Made:
    document = summary_report.build(story, practice=desk.practice, now=desk.now(), printed_by=desk.who.name, copy=copy)
    if desk.demonstration:
        document = replace(document, marking=f"{INVENTED} · {document.marking}")
    pdf = render(document, fonts.choose((each.name, each.regular, each.bold) for each in places.font_files()))
    return Made(pdf=pdf, pages=pages.page_count(pdf), copy=copy, text=blocks.as_text(document))


def _names(desk: Desk, subject: Id, everybody: set[Id]) -> dict[Id, str]:
    """What people are called on this young person's paper, which names no other child's file."""
    heads = merged.head_of(desk, everybody - {subject})
    found = desk.store.several(Person, {*heads, *heads.values()})
    children = {each.id for each in found if each.has_role(AT_RISK)}
    others = {who for who, head in heads.items() if children & {who, head} and head != subject}
    return {who: ANOTHER if who in others else name for who, name in overview.names_of(desk, everybody).items()}


def _last_day(until: Moment) -> str:
    if not until:
        return ""
    return moments.latest(until).astimezone(moments.LONDON).date().isoformat()
