"""A report that nobody has sent is due the day it was recorded, once, where it is about first."""

from rise_desk.domain import agenda, information_due
from rise_desk.domain.casefile import CaseFile, ThingFile
from rise_desk.domain.information import InformationReport, ReportAbout
from rise_desk.domain.moments import Moment
from rise_desk.domain.person import Person
from rise_desk.domain.place import Place
from rise_desk.domain.practice import Practice
from rise_desk.domain.record import Id, Record, Withdrawal

MAISIE, CORNER = Person(id=Id(1), given_name="Maisie"), Place(id=Id(2), place_name="Kebab Corner")
PRACTICE = Practice()
REPORT = InformationReport(
    id=Id(9),
    about=(ReportAbout(called="A man in a red coat"), ReportAbout(subject=CORNER.id), ReportAbout(subject=MAISIE.id)),
    recorded_at=Moment("2026-11-20T23:30:00.000+00:00"),
    recorded_by="Ana Reyes",
)


def _lines(subject: Person | Place, *records: Record) -> list[tuple[str, str, str]]:
    file = CaseFile(subject=subject, records=records) if isinstance(subject, Person) else None
    found = information_due.lines(file or ThingFile(subject=CORNER, records=records), PRACTICE)
    return [(each.what, each.by, each.owner) for each in found]


def test_it_is_due_the_day_it_was_recorded_for_whoever_recorded_it_where_it_is_about_first() -> None:
    assert _lines(CORNER, REPORT) == [("Information report not sent", "2026-11-20", "Ana Reyes")]
    assert _lines(MAISIE, REPORT) == []


def test_sending_or_withdrawing_ends_it() -> None:
    sent = REPORT.changed(sent_at=Moment("2026-11-21T10:00+00:00"), sent_to="Police intelligence")
    assert _lines(CORNER, sent) == []
    assert _lines(CORNER, REPORT.changed(withdrawn=Withdrawal(why="Twice."))) == []


def test_about_nobody_on_file_it_stands_nowhere() -> None:
    assert _lines(MAISIE, REPORT.changed(about=(ReportAbout(called="A man"),))) == []


def test_the_agenda_reads_it_over_people_and_things() -> None:
    hers = REPORT.changed(about=(ReportAbout(subject=MAISIE.id),))
    assert [each.rule for each in agenda.ruled(CaseFile(subject=MAISIE, records=(hers,)), PRACTICE).due] == [
        information_due.RULE
    ]
    assert [each.rule for each in agenda.ruled(ThingFile(subject=CORNER, records=(REPORT,)), PRACTICE).due] == [
        information_due.RULE
    ]
