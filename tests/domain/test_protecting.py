"""Orders, investigations, disruption, information, gradings, breaches and open questions: what speaks against each."""

from datetime import UTC, datetime
from typing import Any

import pytest

from rise_desk.domain import of_concern, plain_facts
from rise_desk.domain.breach import Breach
from rise_desk.domain.disruption import DisruptionAction, Target
from rise_desk.domain.grading import Grading
from rise_desk.domain.information import InformationReport, ReportAbout
from rise_desk.domain.investigation import AllegedOffence, Investigation, Side
from rise_desk.domain.link import Link
from rise_desk.domain.moments import Moment
from rise_desk.domain.notice_review import NoticeReview
from rise_desk.domain.of_concern import ConcernStatus
from rise_desk.domain.open_question import OpenQuestion
from rise_desk.domain.order import Order, Prohibition, Protected
from rise_desk.domain.person import Person
from rise_desk.domain.record import NO_ID, Id, Record, Withdrawal
from rise_desk.services.practice import general

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
CHILD, MAN, BELL = Id(1), Id(2), Id(3)
STAMPED = Moment("2026-11-20T10:00:00.000+00:00")
PAIR: dict[str, Any] = {"notice": Id(9), "child": CHILD, "adult": MAN}


def wrong(record: Record) -> dict[str, str]:
    """What the record alone shows to be wrong."""
    return record.problems(general(), NOW)


ORDER = Order(subject=MAN, order_type="sexual_risk_order", made_on=Moment("2026-03-02"))
ACTION = DisruptionAction(targets=(Target(subject=MAN),), protects=(Protected(child=CHILD),), tactic="closure")
CASE = Investigation(children=(Side(person=CHILD),), suspects=(Side(person=MAN),))
REPORT = InformationReport(about=(ReportAbout(subject=MAN), ReportAbout(called="Daz")), what="Seen at the gates.")
QUESTION = OpenQuestion(about=(Target(subject=BELL), Target(subject=MAN)), question="Who runs it?")
BREACH = Breach(**PAIR, happened_at=Moment("2026-11-18"), what="Texted her.")
REVIEW = NoticeReview(**PAIR, reviewed_at=Moment("2026-11-18"), decision="stands")
GRADING = Grading(
    report=Id(9), subject=MAN, graded_at=Moment("2026-11-18"), source_grade="g2", information_grade="c", handling="p"
)


@pytest.mark.parametrize("record", [ORDER, ACTION, CASE, REPORT, QUESTION, BREACH, REVIEW, GRADING])
def test_as_much_as_this_is_enough(record: Record) -> None:
    assert wrong(record) == {}
    assert set(type(record)().problems(general(), NOW))


@pytest.mark.parametrize(
    ("record", "field", "sentence"),
    [
        (ORDER.changed(ends_on=Moment("2026-03-01")), "ends_on", "The end must be on or after the day it was made."),
        (ORDER.changed(ends_on=Moment("2028-03-01"), until_further=True), "until_further",
         "An order until further order has no end date. Leave one of them empty."),
        (ORDER.changed(protects=(Protected(child=CHILD),) * 2), "protects",
         "Name each child once, and not whoever the order is about."),
        (ORDER.changed(protects=(Protected(child=MAN),)), "protects",
         "Name each child once, and not whoever the order is about."),
        (CASE.changed(suspects=(Side(person=CHILD),)), "suspects", "Name each person once, on one side."),
        (ACTION.changed(status="not_possible", outcome=" "), "outcome", "Say why it is not possible."),
        (ACTION.changed(protects=(Protected(child=MAN),)), "protects",
         "Name everybody once: a child who is protected is not the target of the same action."),
        (REPORT.changed(about=(ReportAbout(called=" "),)), "about",
         "Say who or what the report is about, by a file or in words."),
        (REPORT.changed(about=(ReportAbout(subject=MAN),) * 2), "about", "Name everybody once."),
        (REPORT.changed(sent_at=Moment("2026-11-20")), "sent_to", "Say to whom it was sent."),
        (QUESTION.changed(about=(Target(subject=MAN),) * 2), "about", "Name everybody once."),
        (QUESTION.changed(answered_on=Moment("2026-11-20")), "answer", "Enter the answer."),
        (REVIEW.changed(decision="withdrawn"), "why", "Say why the notice is withdrawn."),
        (BREACH.changed(happened_at=Moment("2027-01-01")), "happened_at", "When it happened must be in the past."),
    ],
)  # fmt: skip
def test_what_can_not_be_is_one_sentence(record: Record, field: str, sentence: str) -> None:
    assert wrong(record) == {field: sentence}


@pytest.mark.parametrize(
    "record",
    [
        ORDER.changed(ends_on=Moment("2026-03-02")),
        ORDER.changed(until_further=True, protects=(Protected(child=CHILD),)),
        ACTION.changed(status="not_possible", outcome="No licence to lose."),
        REPORT.changed(sent_at=Moment("2026-11-20"), sent_to="Intelligence desk"),
        QUESTION.changed(answered_on=Moment("2026-11-20"), answer="His brother."),
        REVIEW.changed(decision="withdrawn", why="She is 16."),
    ],
)
def test_and_its_other_side_is_right(record: Record) -> None:
    assert wrong(record) == {}


def test_whom_each_concerns() -> None:
    assert ORDER.changed(protects=(Protected(child=CHILD),)).involved() == ((MAN, "bound"), (CHILD, "protected"))
    assert ACTION.involved() == ((MAN, "target"), (CHILD, "protected"))
    assert CASE.involved() == ((CHILD, "harmed"), (MAN, "alleged"))
    assert CASE.changed(happened_place=BELL).involved()[-1] == (BELL, "place")
    assert REPORT.involved() == ((MAN, "about"),)
    assert QUESTION.involved() == ((BELL, "about"), (MAN, "about"))
    assert BREACH.involved() == REVIEW.involved() == ((CHILD, "child"), (MAN, "adult"))
    assert (GRADING.involved(), GRADING.changed(subject=NO_ID).involved()) == (((MAN, "about"),), ())
    assert GRADING.reserved_for() == "intelligence"


@pytest.mark.parametrize(
    ("record", "fields"),
    [
        (ORDER.changed(made_on=Moment("")), ("made_on", "applied_on")),
        (CASE, ("outcome_on", "reported_on")),
        (ACTION, ("done_on", "agreed_on")),
        (REPORT, ("sent_at", "learned_at")),
        (QUESTION, ("answered_on", "asked_on")),
    ],
)
def test_it_stands_where_it_happened_else_where_it_was_recorded(record: Record, fields: tuple[str, ...]) -> None:
    held = record.changed(recorded_at=STAMPED)
    assert held.happened() == STAMPED
    for day, field in zip(("2026-02-02", "2026-01-01"), fields, strict=True):
        assert held.changed(**{field: Moment(day)}).happened() == day


def test_what_is_open_is_told() -> None:
    assert [ACTION.changed(status=each).is_open for each in ("planned", "under_way", "done", "not_possible")] == [
        True,
        True,
        False,
        False,
    ]
    assert not ACTION.changed(withdrawn=Withdrawal(why="x")).is_open
    assert QUESTION.is_open
    assert not QUESTION.changed(answer="His brother.").is_open
    assert not QUESTION.changed(withdrawn=Withdrawal(why="x")).is_open


def test_other_programs_say_target_and_young_person() -> None:
    said = DisruptionAction.said({"target": "S1", "young_person": "N1", "tactic": "closure"}, general())
    assert said == {"targets": [{"subject": "S1"}], "protects": [{"child": "N1"}], "tactic": "closure"}
    assert DisruptionAction.said({"tactic": "closure"}, general()) == {"tactic": "closure"}
    assert Breach.said({"person": "O2", "young_person": "V1", "happened_on": "2010"}, general()) == {
        "adult": "O2",
        "child": "V1",
        "happened_at": "2010",
    }


@pytest.mark.parametrize("record", [ORDER, ACTION, CASE, REPORT, QUESTION, BREACH, REVIEW, GRADING, Link()])
def test_all_its_long_text_is_found_by_a_search(record: Record) -> None:
    from rise_desk.domain.record import attributes

    long_ = {each.name: f"wintergreen{place}" for place, each in enumerate(attributes(type(record))) if each.long}
    found = " ".join(text for _called, text in record.changed(**long_).stretches())
    skipped = {"risk_to_source"}
    assert [name for name, text in long_.items() if text not in found and name not in skipped] == []


def test_parts_are_found_too() -> None:
    held = ORDER.changed(prohibitions=(Prohibition(text="Keep out of the arcade"),))
    assert "arcade" in str(held.stretches())
    assert "twice" in str(CASE.changed(offences=(AllegedOffence(offence="soa_s9", counts="twice"),)).stretches())
    assert "Daz" in str(REPORT.stretches())


def test_every_field_that_says_something_is_told_with_its_label() -> None:
    held = Order(
        subject=MAN, order_type="injunction", interim=False, made_on=Moment("2026-03-02"), source="court",
        prohibitions=(Prohibition(text="Keep away", since=Moment("2026-03-02")), Prohibition()),
    )  # fmt: skip
    told = dict(plain_facts.facts(held, general(), {MAN: "Darren"}.__getitem__, frozenset({"source"})))
    assert told == {
        "Whom or what it is about": "Darren",
        "Order": "injunction",
        "Made on": "2 March 2026",
        "Interim": "no",
        "Prohibitions": "Keep away, from 2 March 2026",
    }
    assert dict(plain_facts.facts(held, general(), {MAN: "Darren"}.__getitem__))["Where this came from"] == "court"


def test_the_last_dated_status_is_the_status_and_a_role_is_alleged_until_conviction() -> None:
    person = Person(
        statuses=(ConcernStatus(status="suspect", since=Moment("2026-02")), ConcernStatus(status="charged"))
    )
    assert (person.status_now(), person.is_convicted) == ("charged", False)
    earlier = ConcernStatus(status="arrested", since=Moment("2026-01"))
    assert Person(statuses=(person.statuses[0], earlier)).status_now() == "suspect"
    assert Person().status_now() == ""
    held = person.changed(statuses=(ConcernStatus(status="convicted", since=Moment("2026-03")), *person.statuses))
    assert held.is_convicted


@pytest.mark.parametrize(
    ("told", "found"),
    [
        ((("convicted", "2026-03"), ("acquitted", "2026-06")), False),
        ((("convicted", "2026-03"), ("acquitted", "2026-02")), True),
        ((("acquitted", "2026-06"), ("convicted", "2026-03")), False),
        ((("convicted", "2026-03"), ("acquitted", "")), False),
        ((("acquitted", ""), ("convicted", "")), True),
        ((("convicted", "2020"), ("suspect", "2026")), True),
        ((), False),
    ],
)
def test_an_acquittal_on_appeal_takes_a_conviction_back(told: tuple[tuple[str, str], ...], found: bool) -> None:
    held = Person(statuses=tuple(ConcernStatus(status=status, since=Moment(day)) for status, day in told))
    assert held.is_convicted is found


@pytest.mark.parametrize(
    ("role", "convicted", "found"),
    [("abuser", False, True), ("abuser", True, False), ("not_known", False, False),
     ("made_to_bring_others", False, False), ("", False, False)],
)  # fmt: skip
def test_what_alleges_nothing_is_never_told_as_alleged(role: str, convicted: bool, found: bool) -> None:
    assert of_concern.alleged(role, is_convicted=convicted) is found
