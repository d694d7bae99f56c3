"""Information reports on paper and as a file for the police: numbered, written down, graded only for the grant."""

import csv
import io

import pytest

from rise_desk.domain.information import InformationReport, ReportAbout
from rise_desk.domain.moments import Moment
from rise_desk.domain.person import Person
from rise_desk.errors import Invalid, NotAllowed, NotFound
from rise_desk.reports.paper import pages
from rise_desk.services import casework, copies, information_papers
from rise_desk.services.desk import DEMONSTRATION, Desk
from rise_desk.storage import audit
from tests import build
from tests.services.test_information import graded


@pytest.fixture
def maisie(desk: Desk) -> Person:
    """A girl on file."""
    return build.young_person(desk)


@pytest.fixture
def report(desk: Desk, maisie: Person) -> InformationReport:
    """A report about her and a man without a file."""
    return casework.save(
        desk,
        InformationReport(
            id=desk.clock.new_id(),
            about=(ReportAbout(called="A man in a red coat"), ReportAbout(subject=maisie.id)),
            reporter="Ana Reyes",
            reporter_agency="voluntary_sector",
            learned_at=Moment("2026-11-19"),
            what="=A taxi waits outside the home,\nevery night.",
            place="Elm Street",
            risk_to_source="Only she can know this.",
        ),
    )


@pytest.fixture
def police(desk: Desk) -> Desk:
    """An officer who holds the grant for intelligence."""
    return build.colleague(desk, "PC Hill", grants=("intelligence",))


def _text(made: copies.Made) -> str:
    return " ".join(" ".join(pages.page_text(made.pdf, index) for index in range(made.pages)).split())


def _last(desk: Desk, many: int = 1) -> list[tuple[str, str, str]]:
    return [(row["deed"], row["reason"], row["recipient"]) for row in audit.entries(desk.store.vault, limit=many)]


def test_the_sheet_says_first_what_it_is_not_and_then_everything(
    desk: Desk, report: InformationReport, maisie: Person
) -> None:
    first, second = information_papers.printed(desk, report.id, recipient="DS Cole", copies=2)
    assert (first.copy, second.copy) == ("copy 1 for DS Cole", "copy 2 for DS Cole")
    text = _text(first)
    assert text.startswith("OFFICIAL-SENSITIVE Information report A man in a red coat; Maisie Okafor")
    assert text.index("It is not a referral") < text.index("ring 999") < text.index("Ana Reyes")
    for said in ("voluntary-sector", "19 November 2026", "every night.", "Elm Street", "Only she can know this."):
        assert said.lower() in text.lower()
    assert "Vehicles not recorded" in text
    assert "not sent" in text
    assert "grading" not in text.lower()
    assert _last(desk, 2) == [
        (information_papers.SHEET, f"copy {number} for DS Cole, on paper", "DS Cole") for number in (2, 1)
    ]
    assert audit.entries(desk.store.vault, limit=1)[0]["subject"] == maisie.id


def test_looking_is_written_down_and_a_saved_copy_is_numbered(desk: Desk, report: InformationReport) -> None:
    assert information_papers.preview(desk, report.id).copy == copies.PREVIEW
    assert _last(desk) == [(information_papers.SHEET_READ, "", "")]
    assert information_papers.saved(desk, report.id).copy == "copy 1"
    assert _last(desk) == [(information_papers.SHEET, "copy 1, saved open", "")]


def test_what_was_sent_and_what_came_of_it_are_told(desk: Desk, report: InformationReport) -> None:
    sent = report.changed(
        sent_at=Moment("2026-11-20T09:00+00:00"),
        sent_to="Police intelligence",
        police_ref="INT/1",
        feedback="A stop was made.",
        feedback_on=Moment("2026-11-21"),
    )
    text = _text(information_papers.preview(desk, casework.save(desk, sent).id))
    assert "Police reference INT/1" in text
    assert "21 November 2026: A stop was made." in text


def test_only_holders_of_the_grant_see_the_grading(desk: Desk, report: InformationReport, police: Desk) -> None:
    assert "Not graded yet." in _text(information_papers.preview(police, report.id))
    graded(police, report, conditions="Ask first.")
    text = _text(information_papers.preview(police, report.id))
    for said in ("2 untested", "C known indirectly", "P lawful sharing permitted", "Ask first.", "A taxi is used."):
        assert said in text
    assert "A taxi is used." not in _text(information_papers.preview(desk, report.id))


def test_the_sanitised_sheet_names_nobody_and_is_for_the_grant_alone(
    desk: Desk, report: InformationReport, police: Desk
) -> None:
    with pytest.raises(Invalid, match="Grade it first"):
        information_papers.preview(police, report.id, sanitised=True)
    graded(police, report, sanitised=" ")
    with pytest.raises(Invalid, match="Grade it first"):
        information_papers.preview(police, report.id, sanitised=True)
    graded(police, report)
    with pytest.raises(NotAllowed):
        information_papers.preview(desk, report.id, sanitised=True)
    (made,) = information_papers.printed(police, report.id, sanitised=True)
    text = _text(made)
    assert "A taxi is used." in text
    for hidden in ("Maisie", "red coat", "Ana Reyes", "Elm Street", "Only she", "every night"):
        assert hidden not in text
    assert _last(desk)[0][0] == information_papers.CLEAN


def _read(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_the_file_for_the_police_has_every_field_and_is_written_down(
    desk: Desk, report: InformationReport, police: Desk
) -> None:
    head, *rows = _read(information_papers.exported(desk, report.id, recipient="DS Cole"))
    assert head == ["field", "value", "OFFICIAL-SENSITIVE · copy 1 for DS Cole"]
    assert list(dict.fromkeys(row[0] for row in rows)) == list(information_papers.FIELDS)
    assert [row[1] for row in rows if row[0] == "about"] == ["A man in a red coat", "Maisie Okafor"]
    told = {row[0]: row[1] for row in rows}
    assert told["report"] == str(report.id)
    assert told["what"] == "'=A taxi waits outside the home,\nevery night."
    assert (told["source_grade"], told["sanitised"]) == ("", "")
    assert _last(desk) == [(information_papers.SHEET, "copy 1 for DS Cole, as CSV, saved open", "DS Cole")]
    graded(police, report)
    theirs = {row[0]: row[1] for row in _read(information_papers.exported(police, report.id))}
    assert (theirs["source_grade"], theirs["information_grade"]) == ("2 untested", "C known indirectly")
    assert theirs["sanitised"] == "A taxi is used."


def test_in_a_demonstration_the_file_says_so(desk: Desk, report: InformationReport) -> None:
    with desk.writing() as work:
        work.set(DEMONSTRATION, "1")
    assert copies.INVENTED in _read(information_papers.exported(desk, report.id))[0][2]


def test_the_newest_of_a_file_is_found(desk: Desk, report: InformationReport, maisie: Person) -> None:
    assert information_papers.newest(desk, maisie.id) == report
    with pytest.raises(NotFound, match="no information report"):
        information_papers.newest(desk, build.place(desk).id)
