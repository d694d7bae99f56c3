"""Packs: what leaves the desk on paper; each copy has a number, and each print, preview and export is written down."""

from dataclasses import replace
from functools import partial

from rise_desk.domain import access, moments, returns
from rise_desk.domain.access import Deed
from rise_desk.domain.assessment import Assessment
from rise_desk.domain.casefile import CaseFile, Filed
from rise_desk.domain.chronology import Sieve
from rise_desk.domain.interview import ReturnInterview
from rise_desk.domain.link import Link
from rise_desk.domain.missing import MissingEpisode
from rise_desk.domain.moments import Moment
from rise_desk.domain.open_question import OpenQuestion
from rise_desk.domain.record import Id
from rise_desk.domain.sign_off import SignOff
from rise_desk.domain.standing import course as course_of
from rise_desk.errors import Invalid
from rise_desk.reports import summary as summary_report
from rise_desk.reports.joined import AlsoFiled
from rise_desk.reports.missing_summary import Away
from rise_desk.reports.notices import Standing as Notified
from rise_desk.reports.paper import lock, pages
from rise_desk.reports.paper.pages import PageImage
from rise_desk.services import (
    accounts,
    linking,
    merged,
    missing_picture,
    notices,
    overview,
    papers,
    protected,
    restricted,
)
from rise_desk.services import copies as copying
from rise_desk.services.copies import Made
from rise_desk.services.desk import Desk
from rise_desk.services.papers import Paper

SUMMARY = "summary printed"
LOOKED_AT = "summary previewed"
ALWAYS_TOLD = (
    Assessment.KIND, SignOff.KIND, MissingEpisode.KIND, ReturnInterview.KIND, Link.KIND, OpenQuestion.KIND,
)  # fmt: skip


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
    return papers.printed(desk, _paper(desk, subject, since, until), recipient=recipient, copies=copies)


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
    return papers.saved(desk, _paper(desk, subject, since, until), recipient=recipient, password=password)


def password_problem(password: str) -> str:
    """Why a password is no good for a PDF that leaves the desk, in a sentence; '' where it is."""
    return accounts.password_problem(password, "") or lock.problem(password)


def preview(desk: Desk, subject: Id, *, since: Moment = Moment(""), until: Moment = Moment("")) -> Made:
    """The same paper to look at on the screen; it bears no copy number, and looking is written down too."""
    return papers.preview(desk, _paper(desk, subject, since, until))


def page_png(pdf: bytes, index: int, dpi: int) -> bytes:
    """One page as a PNG picture."""
    return pages.page_png(pdf, index, dpi)


def page_picture(pdf: bytes, index: int, dpi: int) -> PageImage:
    """One page as dots, for the preview and the printer."""
    return pages.page_image(pdf, index, dpi)


def _paper(desk: Desk, subject: Id, since: Moment, until: Moment) -> Paper:
    main = _main(desk, subject)
    story = _story(desk, main, since, until)
    build = partial(summary_report.build, story, practice=desk.practice, now=desk.now(), printed_by=desk.who.name)
    return Paper(
        printed=SUMMARY,
        looked_at=LOOKED_AT,
        subject=main,
        record=main,
        make=papers.of_document(desk, lambda copy: build(copy=copy)),
    )


def _story(desk: Desk, subject: Id, since: Moment, until: Moment) -> summary_report.Story:
    desk.demand(Deed.PRINT, access.state_of(desk.who, overview.person(desk, subject)), subject=subject)
    if since and until and moments.latest(until) < moments.earliest(since):
        raise Invalid({"until": "The end of the period must be on or after its start."})
    sieve = Sieve(since=moments.london_day(since), until=_last_day(until))
    file = overview.case_file(desk, subject, sieve)
    standing = overview.standing(desk, file)
    everybody = {who for each in standing for who, _ in each.told.involved()}
    whole = _whole(desk, file, since, until)
    course = course_of(whole, desk.practice)
    everybody |= {named.person for each in course for named in each.assessment.mentions if named.person}
    everybody |= _mentioned(whole)
    around = _around(desk, whole)
    everybody |= {who for each in around.records for who, _role in each.involved()}
    said = overview.latest_words(desk, subject)
    card = overview.card_of(desk, subject)
    return summary_report.Story(
        file=file,
        entries=tuple((each.told, bool(each.corrected_by)) for each in standing),
        names=copying.names(desk, file.subject.id, everybody) | _days(whole),
        own_words=said,
        last_seen=card.last_seen if card else "",
        due=tuple(overview.due_lines(desk, (subject,))),
        course=course,
        away=_away(desk, whole, since, until),
        also_filed=_also_filed(desk, subject),
        notices=_notices(desk, file.subject.id),
        protection=protected.told(desk, file.subject),
        around=around,
        since=since,
        until=until,
    )


def _notices(desk: Desk, subject: Id) -> tuple[Notified, ...]:
    """The notices of a file as they stand; no other child is named."""
    held = notices.of_file(desk, subject)
    named = copying.names(desk, subject, {each.other_id for each in held})
    return tuple(
        Notified(
            notice=each.notice,
            other=named[each.other_id],
            state=str(each.state),
            lapse=each.lapse,
            next_review=each.next_review,
            breaches=each.breaches,
        )
        for each in held
    )


def _whole(desk: Desk, file: CaseFile, since: Moment, until: Moment) -> CaseFile:
    """What is told of whatever period: assessments, absences and links; in the file itself where it is whole."""
    return overview.case_file(desk, file.subject.id, Sieve(kinds=ALWAYS_TOLD)) if since or until else file


def _away(desk: Desk, whole: CaseFile, since: Moment, until: Moment) -> Away | None:
    """The missing episodes of a file, and when other young people were missing at the same time; None without one."""
    if not returns.episodes(whole):
        return None
    companions = missing_picture.companions(desk, whole)
    return Away(file=whole, companions=tuple(each.nights for each in companions), since=since, until=until)


def _around(desk: Desk, whole: CaseFile) -> Filed:
    """The links that the file shows on the screen, and its open questions; nothing about a file that is closed."""
    shown = {each.link.id for each in linking.links_of(desk, whole.subject.id)}
    links = (each for each in whole.of(Link) if each.id in shown)
    kept = CaseFile(subject=whole.subject, records=(*links, *whole.of(OpenQuestion)))
    entries = overview.standing(desk, replace(kept, records=restricted.open_to(desk, kept.records)))
    return Filed(records=tuple(each.told for each in entries))


def _mentioned(whole: CaseFile) -> set[Id]:
    """Whose files episodes and interviews lead to."""
    named = [each for made in whole.of(MissingEpisode) for each in made.found_with]
    named += [each for made in whole.of(ReturnInterview) for each in made.mentions]
    return {each.person for each in named if each.person}


def _days(whole: CaseFile) -> dict[Id, str]:
    """What episodes and interviews are called where another record is about them."""
    held = (*whole.of(MissingEpisode), *whole.of(ReturnInterview))
    told = {each.id: moments.shown(Moment(moments.london_day(each.happened()))) for each in held}
    return {
        each.id: f"{each.TITLE.lower()} of {told[each.id]}" if told[each.id] else each.TITLE.lower() for each in held
    }


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


def _last_day(until: Moment) -> str:
    if not until:
        return ""
    return moments.latest(until).astimezone(moments.LONDON).date().isoformat()
