"""Orders that end: said from twelve weeks before, whose they are, and which of their prohibitions end earlier."""

from typing import Any

import pytest

from rise_desk.domain import order_due
from rise_desk.domain.casefile import CaseFile, ThingFile
from rise_desk.domain.moments import Moment
from rise_desk.domain.order import Order, Prohibition, Protected
from rise_desk.domain.person import Person
from rise_desk.domain.place import Place
from rise_desk.domain.practice import Practice
from rise_desk.domain.record import Id, Withdrawal

MAN, CHILD, CLUB = Id(2), Id(1), Id(3)
RISK = Order(
    id=Id(9), subject=MAN, order_type="sexual_risk_order", made_on=Moment("2025-02-01"), ends_on=Moment("2027-02-01"),
    protects=(Protected(child=CHILD),), court="Northampton Magistrates", reference="SRO/7",
)  # fmt: skip


def said(practice: Practice, **values: Any) -> list[tuple[str, str, str]]:
    """What is due of the man's order with other values: since when, by when, what."""
    file = CaseFile(subject=Person(id=MAN), records=(RISK.changed(**values),))
    return [(each.since, each.by, each.what) for each in order_due.lines(file, practice)]


def test_its_end_is_said_from_twelve_weeks_before(practice: Practice) -> None:
    (line,) = order_due.lines(CaseFile(subject=Person(id=MAN), records=(RISK,)), practice)
    assert (line.rule, line.what, line.why) == (
        "order_ends",
        "Sexual risk order ends",
        "Northampton Magistrates, SRO/7",
    )
    assert (line.subject, line.record, line.since, line.by, line.until) == (
        MAN,
        9,
        "2026-11-09",
        "2027-02-01",
        "2027-02-01",
    )


def test_an_interim_one_is_called_so(practice: Practice) -> None:
    assert said(practice, interim=True)[0][2] == "Interim sexual risk order ends"


@pytest.mark.parametrize(
    "values",
    [
        {"ends_on": Moment("")},
        {"ended_on": Moment("2026-03-01")},
        {"withdrawn": Withdrawal(why="A mistake.")},
    ],
)
def test_one_without_an_end_ended_early_or_withdrawn_says_nothing(practice: Practice, values: dict[str, Any]) -> None:
    assert said(practice, **values) == []


def test_a_prohibition_that_ends_earlier_has_a_day_of_its_own_without_its_words(practice: Practice) -> None:
    held = (
        Prohibition(text="Not to go to Maisie's road", until=Moment("2026-12-31")),
        Prohibition(text="Not to use a second phone", until=Moment("2026-12-31")),
        Prohibition(text="Not to be alone with under-18s", until=Moment("2027-02-01")),
        Prohibition(text="To be at home from 21:00"),
    )
    order, prohibition = said(practice, prohibitions=held)
    assert order[1] == "2027-02-01"
    assert prohibition == ("2026-10-08", "2026-12-31", "Sexual risk order: a prohibition ends")


def test_where_the_order_has_no_end_its_prohibitions_may(practice: Practice) -> None:
    held = (Prohibition(text="Not to drive a taxi", until=Moment("2027-06")),)
    (line,) = said(practice, prohibitions=held, ends_on=Moment(""), until_further=True)
    assert line[1:] == ("2027-06-01", "Sexual risk order: a prohibition ends")


def test_one_said_to_end_after_the_order_ends_with_it(practice: Practice) -> None:
    held = (Prohibition(text="Not to drive a taxi", until=Moment("2027-02-02")),)
    assert [each[1] for each in said(practice, prohibitions=held)] == ["2027-02-01"]


def test_it_is_the_line_of_whom_it_binds_and_not_of_the_child(practice: Practice) -> None:
    assert not list(order_due.lines(CaseFile(subject=Person(id=CHILD), records=(RISK,)), practice))
    closure = RISK.changed(subject=CLUB, order_type="closure")
    (line,) = order_due.lines(ThingFile(subject=Place(id=CLUB), records=(closure,)), practice)
    assert (line.subject, line.what) == (CLUB, "Closure ends")
