"""An information report is drawn from what a record tells, adds nothing, and is graded by holders of the grant."""

import pytest

from rise_desk.domain.grading import Grading
from rise_desk.domain.information import InformationReport, ReportAbout
from rise_desk.domain.interview import ReturnInterview
from rise_desk.domain.mention import Mention
from rise_desk.domain.moments import Moment
from rise_desk.domain.naming import Way
from rise_desk.domain.person import Person
from rise_desk.domain.record import Id, Record
from rise_desk.errors import Invalid, NotAllowed, NotFound
from rise_desk.services import casework, information, naming
from rise_desk.services.desk import Desk
from rise_desk.services.naming import Answer
from tests import build

PAUL, SAM = Mention(name="Tall Paul", known="Drives a\ntaxi"), Mention(name="Sam")


@pytest.fixture
def maisie(desk: Desk) -> Person:
    """A girl on file."""
    return build.young_person(desk)


@pytest.fixture
def held(desk: Desk, maisie: Person) -> ReturnInterview:
    """An interview about two absences, that names people and things."""
    first = build.episode(desk, maisie.id, "2026-11-17T21:00+00:00", "2026-11-18T02:00+00:00")
    second = build.episode(desk, maisie.id, "2026-11-15T21:00+00:00", "2026-11-16T02:00+00:00")
    return build.interview(
        desk,
        first,
        second,
        offered_at="2026-11-18T15:00+00:00",
        done_at="2026-11-18T16:00+00:00",
        late_because="She was at hospital.",
        seen="seen_alone",
        interviewer="Ana Reyes, Barnardo’s",
        independent=True,
        own_words="He said I owed him.",
        push="A row at home.",
        pull="Paul rang her.",
        told_happened="They drove round for hours.",
        threats="He took her phone.",
        phones="WhatsApp at night",
        mentions=(
            PAUL,
            SAM,
            Mention(name="Kebab Corner", sort="place", known="back room"),
            Mention(name="AB12 CDE", sort="vehicle"),
            Mention(name="07700 900123", sort="phone"),
            Mention(name="@tallp", sort="handle"),
        ),
    )


def graded(desk: Desk, report: InformationReport, **values: str) -> Grading:
    """A grading on file."""
    known = {"source_grade": "g2", "information_grade": "c", "handling": "p", "sanitised": "A taxi is used.", **values}
    made = information.ungraded(desk, report)
    return casework.save(desk, made.changed(graded_at=Moment("2026-11-20"), **known))


def report(desk: Desk, *about: Record, **values: object) -> InformationReport:
    """A report on file about these."""
    known: dict[str, object] = {"what": "A taxi waits outside the home.", **values}
    named = tuple(ReportAbout(subject=each.id) for each in about)
    return casework.save(desk, InformationReport(id=desk.clock.new_id(), about=named).changed(**known))


def _police(desk: Desk) -> Desk:
    return build.colleague(desk, "PC Hill", grants=("intelligence",))


def test_an_interview_is_carried_over_and_nothing_is_added(desk: Desk, maisie: Person, held: ReturnInterview) -> None:
    made = information.drawn(desk, held.id, maisie.id)
    assert made.about == (
        ReportAbout(subject=maisie.id),
        ReportAbout(called="Tall Paul"),
        ReportAbout(called="Sam"),
    )
    assert made.what == (
        "In their own words: “He said I owed him.”\nWhat drew them away: Paul rang her.\n"
        "What happened: They drove round for hours.\n"
        "Harm and threats, as told: He took her phone."
    )
    assert made.when_happened == (
        "While missing, 15 November 2026 at 9:00pm to 16 November 2026 at 2:00am; "
        "17 November 2026 at 9:00pm to 18 November 2026 at 2:00am"
    )
    assert made.how_known == "Told by the young person in a return interview, held by Ana Reyes, Barnardo’s"
    assert (made.place, made.vehicles) == ("Kebab Corner (back room)", "AB12 CDE")
    assert made.phones == "07700 900123, @tallp\nWhatsApp at night"
    assert (made.learned_at, made.said_in, made.reporter) == (held.done_at, held.id, "Lena Osei")
    assert (made.risk_to_source, made.sent_at, made.sent_to, made.police_ref, made.version) == ("", "", "", "", 0)
    assert casework.save(desk, made).version == 1


def test_who_was_taken_up_is_named_by_their_file(desk: Desk, maisie: Person, held: ReturnInterview) -> None:
    paul, sam = naming.waiting(desk, maisie.id)[:2]
    way = Way(link_type="exploited", outward=False)
    friend = build.young_person(desk, "Sam", "Quill")
    naming.settle(
        desk,
        [
            Answer(named=paul, new=True, role="of_concern", way=way),
            Answer(named=sam, subject=friend.id, way=Way(link_type="friend")),
        ],
    )
    made = information.drawn(desk, held.id, maisie.id)
    assert [each.called for each in made.about] == ["", "", ""]
    assert made.about[2].subject == friend.id
    casework.save(desk, made)


def test_a_file_that_was_picked_is_named_unless_it_is_closed_to_this_reader(desk: Desk, maisie: Person) -> None:
    friend = build.young_person(desk, "Sam", "Quill")
    made = build.assessment(desk, maisie.id, mentions=(Mention(name="Sam", person=friend.id),))
    assert information.drawn(desk, made.id, maisie.id).about[1] == ReportAbout(subject=friend.id)
    with desk.writing() as work:
        work.put(friend.changed(restricted=True), friend)
    assert information.drawn(desk, made.id, maisie.id).about[1] == ReportAbout(called="Sam")


def test_an_assessment_tells_what_is_known_of_associates(desk: Desk, maisie: Person) -> None:
    made = information.drawn(desk, build.assessment(desk, maisie.id, mentions=(PAUL,)).id, maisie.id)
    assert (made.what, made.learned_at) == ("What was seen of associates.", "2026-11-10")
    assert (made.how_known, made.when_happened) == ("From an assessment of the young person", "")
    assert made.about[1].called == "Tall Paul"


def test_a_note_is_carried_over_with_everybody_it_concerns(desk: Desk, maisie: Person) -> None:
    other = build.young_person(desk, "Zara", "Quill")
    note = build.note(
        desk, maisie.id, other.id, own_words="I am scared.", own_words_of=maisie.id, contact_type="home_visit"
    )
    made = information.drawn(desk, note.id, maisie.id)
    assert [each.subject for each in made.about] == [maisie.id, other.id]
    assert made.what == "Met at school.\nIn their own words: “I am scared.”"
    assert (made.how_known, made.learned_at, made.place) == ("Home visit", note.happened_at, "")


def test_an_interview_without_more_says_no_more(desk: Desk, maisie: Person) -> None:
    note = build.note(desk, maisie.id)
    assert information.drawn(desk, note.id, maisie.id).how_known == ""


def test_nothing_is_drawn_from_what_is_reserved_or_tells_nothing(desk: Desk, maisie: Person) -> None:
    nurse = build.colleague(desk, "Nurse Abara", grants=("health",))
    note = build.note(nurse, maisie.id, reserved="health")
    with pytest.raises(Invalid, match="reserved for people with the health grant"):
        information.drawn(nurse, note.id, maisie.id)
    with pytest.raises(NotFound):
        information.drawn(desk, note.id, maisie.id)
    episode = build.episode(desk, maisie.id, "2026-11-17T21:00+00:00")
    with pytest.raises(Invalid, match="drawn from a return interview"):
        information.drawn(desk, episode.id, maisie.id)


def test_the_reports_of_a_file_are_listed_with_whom_they_are_about(desk: Desk, maisie: Person) -> None:
    place = build.place(desk)
    made = report(desk, maisie, place, learned_at=Moment("2026-11-19"))
    older = report(desk, maisie, learned_at=Moment("2026-11-01"))
    assert [(each.report.id, each.about) for each in information.of_subject(desk, maisie.id)] == [
        (made.id, ("Maisie Okafor", "Kebab Corner")),
        (older.id, ("Maisie Okafor",)),
    ]
    assert [each.report.id for each in information.of_subject(desk, place.id)] == [made.id]
    assert information.report(desk, made.id) == made


def test_a_report_about_somebody_restricted_is_nowhere(desk: Desk, maisie: Person) -> None:
    hidden = build.young_person(desk, "Jade", "Whitlock")
    made = report(desk, maisie, hidden)
    with desk.writing() as work:
        work.put(hidden.changed(restricted=True), hidden)
    assert information.of_subject(desk, maisie.id) == ()
    with pytest.raises(NotFound):
        information.report(desk, made.id)
    with pytest.raises(NotFound):
        information.report(desk, maisie.id)


def test_grading_is_for_holders_of_the_grant_alone(desk: Desk, maisie: Person) -> None:
    made, police = report(desk, maisie), _police(desk)
    assert not information.may_grade(desk)
    with pytest.raises(NotAllowed, match="intelligence grant"):
        information.ungraded(desk, made)
    assert information.grading(police, made) is None
    graded(police, made)
    latest = graded(police, made, source_grade="g1")
    withdrawn = graded(police, made, source_grade="g3")
    casework.withdraw(police, withdrawn, "Not this one.")
    assert information.grading(police, made) == latest
    assert information.grading(desk, made) is None
    assert [each.graded for each in information.of_subject(police, maisie.id)] == [True]
    assert [each.graded for each in information.of_subject(desk, maisie.id)] == [False]
    nobody = casework.save(
        police, InformationReport(id=Id(desk.clock.new_id()), about=(ReportAbout(called="A man"),), what="Seen.")
    )
    assert information.grading(police, nobody) is None
    assert information.ungraded(police, nobody).subject == 0
