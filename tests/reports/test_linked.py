"""Links, open questions and why somebody is of concern, as sections of a paper."""

from datetime import datetime
from typing import Any

import pytest

from rise_desk.domain.casefile import Filed
from rise_desk.domain.disruption import Target
from rise_desk.domain.life import DatedRole
from rise_desk.domain.link import Link
from rise_desk.domain.moments import Moment
from rise_desk.domain.of_concern import ConcernRole, ConcernStatus, PoliceGroup, Position
from rise_desk.domain.open_question import OpenQuestion
from rise_desk.domain.person import Person
from rise_desk.domain.practice import Practice
from rise_desk.domain.record import Id, Withdrawal
from rise_desk.reports import linked
from rise_desk.reports.blocks import Heading, Note, Paragraph, Table
from rise_desk.reports.of_concern import ALLEGED, CHILD_FIRST, of_concern
from rise_desk.reports.reading import Reading

CHILD, MAN, BELL = Id(1), Id(2), Id(3)
ADULT = Person(roles=(DatedRole(role="of_concern"),))
BOTH = Person(roles=(DatedRole(role="at_risk"), DatedRole(role="of_concern")))


def reading(practice: Practice, now: datetime) -> Reading:
    """What the child's paper is read with."""
    return Reading(subject=CHILD, names={MAN: "Darren Pike", BELL: "The Bell"}, practice=practice, now=now)


def rows(blocks: list[Any]) -> tuple[tuple[str, ...], ...]:
    """The rows of the one table among the blocks."""
    (table,) = (each for each in blocks if isinstance(each, Table))
    return table.rows


def test_links_read_from_this_file_with_harm_first(practice: Practice, now: datetime) -> None:
    seen = Link(subject=CHILD, link_type="seen_at", other=BELL, since=Moment("2026-11-03"), confidence="probable")
    harm = Link(subject=MAN, link_type="exploited", other=CHILD, said_by="Police", since=Moment("2026-03"))
    ended = Link(subject=CHILD, link_type="friend", other=MAN, until=Moment("2026-01-04"), source="import")
    gone = seen.changed(withdrawn=Withdrawal(why="x"))
    found = linked.links(Filed(records=(seen, gone, harm, ended)), reading(practice, now))
    assert rows(found) == (
        ("was exploited by", "Darren Pike", "not recorded", "since March 2026", "Police"),
        ("seen at", "The Bell", "probable", "3 November 2026", "not recorded"),
        ("friend", "Darren Pike", "not recorded", "until 4 January 2026", "import"),
    )
    assert linked.links(Filed(records=(gone,)), reading(practice, now)) == []


def test_a_link_with_no_day_and_no_source_says_so(practice: Practice, now: datetime) -> None:
    found = linked.links(Filed(records=(Link(subject=CHILD, link_type="friend", other=MAN),)), reading(practice, now))
    assert rows(found)[0][2:] == ("not recorded", "not recorded", "not recorded")


def test_open_questions_alone_are_told(practice: Practice, now: datetime) -> None:
    about = (Target(subject=CHILD),)
    asked = OpenQuestion(about=about, question="Who drives?", owner="DC Marsh", due_on=Moment("2026-12-01"))
    nobody, done = OpenQuestion(about=about, question="Whose van?"), asked.changed(answer="His.")
    assert rows(linked.questions(Filed(records=(asked, nobody, done)), now)) == (
        ("Who drives?", "DC Marsh", "Tue 1 Dec"),
        ("Whose van?", "nobody named", "no day set"),
    )
    assert linked.questions(Filed(records=(done,)), now) == []


def test_a_role_is_alleged_until_there_is_a_conviction(practice: Practice, now: datetime) -> None:
    roles = (ConcernRole(role="abuser", basis="her own words"),)
    statuses = (ConcernStatus(status="suspect", since=Moment("2026-02-03"), why="a search"),)
    told = of_concern(ADULT.changed(concern_roles=roles, statuses=statuses), practice, now)
    assert told[0] == Heading(text="Why they are of concern", aside=ALLEGED)
    assert rows(told) == (
        ("Status", "Suspect, a search", "since 3 February 2026", "not recorded"),
        ("Alleged role", "Abuser", "", "her own words"),
    )
    convicted = ADULT.changed(concern_roles=roles, statuses=(ConcernStatus(status="convicted"),))
    assert of_concern(convicted, practice, now)[0] == Heading(text="Why they are of concern")
    assert rows(of_concern(convicted, practice, now))[1][0] == "Role"


TOLD = "2 March 2026, Ms Roe, licensing told: not recorded"


def test_who_was_told_of_a_position_is_told_and_that_nobody_was(practice: Practice, now: datetime) -> None:
    post = Position(position="taxi", detail="Swift Cars", officer_told_on=Moment("2026-03-02"), officer_told="Ms Roe")
    assert rows(of_concern(ADULT.changed(positions=(post,)), practice, now)) == (
        (
            "Position of authority",
            f"Taxi, Swift Cars, works with children: not recorded, designated officer told {TOLD}",
            "",
            "",
        ),
    )


def test_risk_alone_is_a_section_and_nothing_is_none(practice: Practice, now: datetime) -> None:
    assert len(of_concern(ADULT.changed(risk="Said to carry a knife."), practice, now)) == 2
    assert of_concern(ADULT.changed(risk=" "), practice, now) == []


BROUGHT, ABUSER = ConcernRole(role="made_to_bring_others", basis="her own words"), ConcernRole(role="abuser")
FIRST = [Heading(text="What is said about them"), Note(text=CHILD_FIRST)]


@pytest.mark.parametrize(("born", "child"), [("2008-11-22", True), ("2008-11-21", False), ("", True)])
def test_nobody_who_may_be_under_18_is_printed_as_an_offender(
    born: str, child: bool, practice: Practice, now: datetime
) -> None:
    suspect = BOTH.changed(
        date_of_birth=Moment(born),
        statuses=(ConcernStatus(status="suspect", basis="Police"),),
        concern_roles=(ABUSER, BROUGHT),
        positions=(Position(position="sport"),),
        police_groups=(PoliceGroup(group="Larch", basis="Analyst"),),
        risk="Has been hurt by them.",
    )
    told = of_concern(suspect, practice, now)
    assert (told[:2] == FIRST) is child
    if child:
        assert rows(told) == (("Role", "Made to bring others", "", "her own words"),)
        assert isinstance(told[-1], Paragraph)
    else:
        assert [each[0] for each in rows(told)] == [
            "Status",
            "Alleged role",
            "Role",
            "Position of authority",
            "Group, as police record it",
        ]


@pytest.mark.parametrize(
    "values",
    [
        {"statuses": (ConcernStatus(status="suspect"),)},
        {"concern_roles": (ABUSER,)},
        {"police_groups": (PoliceGroup(group="Larch", basis="Analyst"),)},
    ],
)
def test_of_a_child_it_is_said_that_something_is_not_printed(
    values: dict[str, Any], practice: Practice, now: datetime
) -> None:
    assert of_concern(BOTH.changed(**values), practice, now) == FIRST
    assert of_concern(BOTH, practice, now) == []
