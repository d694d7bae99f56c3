"""Information reports that leave the desk: on paper, sanitised for those who may grade, and as a file for the police.

The file is a CSV of two columns, `field` and `value`, one row for each field in the order of `FIELDS`; `about`, which
may come several times, names those it is about, and the three codes are those of the 3x5x2. Texts are escaped so that
no spreadsheet takes one for a formula. Every copy is numbered and written down, whichever way it leaves.
"""

import csv
import io
from collections.abc import Iterator
from functools import partial

from rise_desk.domain import access
from rise_desk.domain.access import Deed
from rise_desk.domain.information import InformationReport
from rise_desk.domain.person import Person
from rise_desk.domain.record import NO_ID, Id
from rise_desk.errors import Invalid, NotAllowed, NotFound
from rise_desk.reports import information_sheet
from rise_desk.reports.blocks import OFFICIAL_SENSITIVE
from rise_desk.reports.information_sheet import Reported
from rise_desk.services import copies as copying
from rise_desk.services import information, merged, overview, papers
from rise_desk.services.copies import INVENTED, Made, Way
from rise_desk.services.desk import Desk
from rise_desk.services.exchange.cells import escaped
from rise_desk.services.papers import Paper

SHEET, SHEET_READ = "information report printed", "information report previewed"
CLEAN, CLEAN_READ = "sanitised report printed", "sanitised report previewed"
NOTHING_CLEAN = "This report has no text that may be passed on yet. Grade it first."
NONE_HERE = "There is no information report in this file yet."

FIELDS = (
    "report",
    "recorded_at",
    "recorded_by",
    "reporter",
    "reporter_agency",
    "learned_at",
    "about",
    "what",
    "when_happened",
    "place",
    "how_known",
    "phones",
    "vehicles",
    "risk_to_source",
    "police_ref",
    "source_grade",
    "information_grade",
    "handling",
    "conditions",
    "sanitised",
)
"""The fields of the file for the police, in order; the last five are empty where whoever exports holds no grant."""

_GRADED = ("source_grade", "information_grade", "handling", "conditions", "sanitised")


def printed(desk: Desk, report: Id, *, recipient: str = "", copies: int = 1, sanitised: bool = False) -> list[Made]:
    """So many copies of a report for the printer, each with a number of its own and a line in the log."""
    return papers.printed(desk, _paper(desk, report, sanitised), recipient=recipient, copies=copies)


def saved(desk: Desk, report: Id, *, recipient: str = "", password: str = "", sanitised: bool = False) -> Made:
    """One numbered copy of a report for a file, locked where there is a password."""
    return papers.saved(desk, _paper(desk, report, sanitised), recipient=recipient, password=password)


def preview(desk: Desk, report: Id, *, sanitised: bool = False) -> Made:
    """The same paper to look at on the screen; it bears no copy number, and looking is written down too."""
    return papers.preview(desk, _paper(desk, report, sanitised))


def exported(desk: Desk, report: Id, *, recipient: str = "") -> bytes:
    """A report as a file that the police can take in; numbered and written down as a copy that lies open."""
    told = _reported(desk, report)
    subject = next((each.subject for each in told.report.about if each.subject), NO_ID)
    (copy,) = copying.numbered(desk, SHEET, subject, record=report, recipient=recipient, way=Way.OPEN, about="as CSV")
    marking = f"{INVENTED} · {OFFICIAL_SENSITIVE}" if desk.demonstration else OFFICIAL_SENSITIVE
    out = io.StringIO(newline="")
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(("field", "value", f"{marking} · {copy}"))
    for name, value in _rows(desk, told):
        writer.writerow((name, escaped(value), ""))
    return out.getvalue().encode("utf-8-sig", "replace")


def newest(desk: Desk, subject: Id) -> InformationReport:
    """The newest report about somebody or something; `NotFound` where there is none."""
    found = information.of_subject(desk, subject)
    if not found:
        raise NotFound(NONE_HERE)
    return found[0].report


def _rows(desk: Desk, told: Reported) -> Iterator[tuple[str, str]]:
    report, grading = told.report, told.grading
    lists = {"reporter_agency": "agency", **{name: name for name in ("source_grade", "information_grade", "handling")}}
    for name in FIELDS:
        if name == "about":
            yield from (("about", each) for each in told.about)
            continue
        held = grading if name in _GRADED else report
        value = str(report.id) if name == "report" else str(getattr(held, name)) if held is not None else ""
        yield name, desk.practice.label(lists[name], value) if name in lists else value


def _paper(desk: Desk, report: Id, sanitised: bool) -> Paper:
    told = _reported(desk, report)
    if sanitised and not told.may_grade:
        raise NotAllowed(information.GRADE_REFUSED)
    if sanitised and (told.grading is None or not told.grading.sanitised.strip()):
        raise Invalid({"sanitised": NOTHING_CLEAN})
    build = partial(
        information_sheet.build,
        told,
        practice=desk.practice,
        now=desk.now(),
        printed_by=desk.who.name,
        sanitised=sanitised,
    )
    return Paper(
        printed=CLEAN if sanitised else SHEET,
        looked_at=CLEAN_READ if sanitised else SHEET_READ,
        subject=next((each.subject for each in told.report.about if each.subject), NO_ID),
        record=report,
        kind=InformationReport.KIND,
        make=papers.of_document(desk, lambda copy: build(copy=copy)),
    )


def _reported(desk: Desk, report: Id) -> Reported:
    """A report with what it is read with, for somebody who may print of everybody it is about."""
    made = information.report(desk, report)
    named = {each.subject for each in made.about if each.subject}
    for person in desk.store.several(Person, {*merged.head_of(desk, named).values()}):
        desk.demand(Deed.PRINT, access.state_of(desk.who, person), subject=person.id)
    return Reported(
        report=made,
        names=overview.names_of(desk, named),
        grading=information.grading(desk, made),
        may_grade=information.may_grade(desk),
    )
