"""Forms on paper: an assessment on its form, and the blank forms to be filled in by hand."""

from functools import partial

from rise_desk.domain import access, moments, standing
from rise_desk.domain.access import Deed
from rise_desk.domain.assessment import Assessment
from rise_desk.domain.casefile import CaseFile
from rise_desk.domain.chronology import Sieve
from rise_desk.domain.instrument import Instrument
from rise_desk.domain.moments import Moment
from rise_desk.domain.record import Id
from rise_desk.domain.sign_off import SignOff
from rise_desk.domain.standing import Standing
from rise_desk.errors import Invalid, NotFound
from rise_desk.reports import assessment_form, checklist_form
from rise_desk.reports.assessment_form import Filled
from rise_desk.reports.assessment_told import Told
from rise_desk.reports.blocks import Document
from rise_desk.reports.reading import Reading, tags
from rise_desk.services import copies as copying
from rise_desk.services import overview, papers
from rise_desk.services.copies import Made, Way
from rise_desk.services.desk import Desk
from rise_desk.services.papers import Paper

FORM = "assessment form printed"
LOOKED_AT = "assessment form previewed"
BLANK = "blank form printed"
EMPTY = "blank form"
"""What a paper is called that is no copy of anything."""


def printed(desk: Desk, assessment: Id, *, recipient: str = "", copies: int = 1) -> list[Made]:
    """So many copies of one assessment for the printer, each with a number of its own and a line in the log."""
    return papers.printed(desk, _paper(desk, assessment), recipient=recipient, copies=copies)


def saved(desk: Desk, assessment: Id, *, recipient: str = "", password: str = "") -> Made:
    """One numbered copy of one assessment for a file, locked where there is a password."""
    return papers.saved(desk, _paper(desk, assessment), recipient=recipient, password=password)


def preview(desk: Desk, assessment: Id) -> Made:
    """The same paper to look at on the screen; it bears no copy number, and looking is written down too."""
    return papers.preview(desk, _paper(desk, assessment))


def found(desk: Desk, subject: Id, on: Moment = Moment("")) -> Assessment:
    """Somebody's assessment of a day, or their newest one; `NotFound` where none that counts is on file."""
    held = standing.counting(_file(desk, subject))
    wanted = [each for each in held if not on or moments.london_day(each.assessed_on) == moments.london_day(on)]
    if not wanted:
        of = f" of {moments.shown(on)}" if on else " yet"
        raise NotFound(f"There is no assessment{of} in this file.")
    return wanted[-1]


def blank(desk: Desk, instrument: str = "") -> Made:
    """An empty assessment form of an instrument, or of the one that new assessments are made with; to look at."""
    return copying.made(desk, _blank(desk, _instrument(desk, instrument)), EMPTY)


def blank_printed(desk: Desk, instrument: str = "", *, recipient: str = "", copies: int = 1) -> list[Made]:
    """The empty assessment form so many times; it is written down that it was printed, though it is about nobody."""
    copying.demand_few(copies)
    chosen = _instrument(desk, instrument)
    made = copying.made(desk, _blank(desk, chosen), EMPTY)
    _note(desk, f"assessment, {chosen.key}", recipient, Way.PAPER, copies)
    return [made] * copies


def blank_saved(desk: Desk, instrument: str = "", *, recipient: str = "", password: str = "") -> Made:
    """The empty assessment form for a file, written down likewise."""
    copying.demand_lock(password)
    chosen = _instrument(desk, instrument)
    made = copying.locked(copying.made(desk, _blank(desk, chosen), EMPTY), password)
    _note(desk, f"assessment, {chosen.key}", recipient, copying.way_of(password))
    return made


def checklist(desk: Desk) -> Made:
    """The empty health checklist, to look at."""
    return copying.made(desk, _checklist(desk), EMPTY)


def checklist_printed(desk: Desk, *, recipient: str = "", copies: int = 1) -> list[Made]:
    """The empty health checklist so many times; it is written down."""
    copying.demand_few(copies)
    made = copying.made(desk, _checklist(desk), EMPTY)
    _note(desk, "health checklist", recipient, Way.PAPER, copies)
    return [made] * copies


def checklist_saved(desk: Desk, *, recipient: str = "", password: str = "") -> Made:
    """The empty health checklist for a file, written down likewise."""
    copying.demand_lock(password)
    made = copying.locked(copying.made(desk, _checklist(desk), EMPTY), password)
    _note(desk, "health checklist", recipient, copying.way_of(password))
    return made


def _filled(desk: Desk, assessment: Id) -> Filled:
    """An assessment with all that its form tells; `NotFound` where the number is of something else."""
    made = desk.store.find(assessment)
    if not isinstance(made, Assessment):
        raise NotFound("That assessment is not on file.")
    person = overview.person(desk, made.subject)
    desk.demand(Deed.PRINT, access.state_of(desk.who, person), subject=person.id)
    file = _file(desk, made.subject)
    named = {each.person for each in made.mentions if each.person}
    reading = Reading(
        subject=person.id,
        names=copying.names(desk, person.id, {person.id, *named}),
        practice=desk.practice,
        now=desk.now(),
    )
    course = standing.course(file, desk.practice)
    earlier = [each.assessment for each in course if _day(each.assessment) < _day(made)]
    told = Told(held=_held(desk, file, made, course), before=earlier[-1] if earlier else None, reading=reading)
    corrected = any(each.corrects == made.id and not each.withdrawn for each in file.of(Assessment))
    return Filled(person=file.subject, told=told, stands=tags(made, corrected, desk.practice))


def _held(desk: Desk, file: CaseFile, made: Assessment, course: tuple[Standing, ...]) -> Standing:
    """How it stands among those that count; one that doesn't count any more as it was made."""
    found = next((each for each in course if each.assessment.id == made.id), None)
    if found is not None:
        return found
    choice = made.choice(desk.practice.instruments[made.instrument])
    return Standing(assessment=made, answer=standing.answers(file).get(made.id), choice=choice, shown=made.band)


def _day(made: Assessment) -> tuple[str, Id]:
    return moments.london_day(made.assessed_on), made.id


def _file(desk: Desk, subject: Id) -> CaseFile:
    return overview.case_file(desk, subject, Sieve(kinds=(Assessment.KIND, SignOff.KIND)))


def _paper(desk: Desk, assessment: Id) -> Paper:
    told = _filled(desk, assessment)
    build = partial(assessment_form.filled, told, now=desk.now(), printed_by=desk.who.name)
    return Paper(
        printed=FORM,
        looked_at=LOOKED_AT,
        subject=told.person.id,
        record=told.told.made.id,
        kind=Assessment.KIND,
        about=f"assessment of {moments.shown(told.told.made.assessed_on)}",
        make=papers.of_document(desk, lambda copy: build(copy=copy)),
    )


def _instrument(desk: Desk, key: str) -> Instrument:
    desk.demand(Deed.PRINT)
    found = desk.practice.instruments.get(key or desk.practice.instrument)
    if found is None:
        known = ", ".join(sorted(desk.practice.instruments))
        raise Invalid({"instrument": f"There is no instrument “{key[:60]}”. There are: {known}."})
    return found


def _blank(desk: Desk, instrument: Instrument) -> Document:
    return assessment_form.blank(instrument, now=desk.now())


def _checklist(desk: Desk) -> Document:
    desk.demand(Deed.PRINT)
    return checklist_form.blank(desk.practice, now=desk.now())


def _note(desk: Desk, what: str, recipient: str, way: Way, copies: int = 1) -> None:
    """Write down that an empty form left the desk, for whom, and how many times."""
    many = f"{copies} copies" if copies > 1 else ""
    reason = ", ".join(each for each in (what, many, str(way)) if each)
    desk.store.note(desk.author, desk.now(), desk.entry(BLANK, reason=reason, recipient=recipient))
