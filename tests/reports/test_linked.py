"""Links, open questions and why somebody is of concern, as sections of a paper."""

from datetime import datetime
from typing import Any

from rise_desk.domain.casefile import Filed
from rise_desk.domain.disruption import Target
from rise_desk.domain.link import Link
from rise_desk.domain.moments import Moment
from rise_desk.domain.of_concern import ConcernRole, ConcernStatus, Position
from rise_desk.domain.open_question import OpenQuestion
from rise_desk.domain.person import Person
from rise_desk.domain.practice import Practice
from rise_desk.domain.record import Id, Withdrawal
from rise_desk.reports import linked
from rise_desk.reports.blocks import Heading, Table
from rise_desk.reports.of_concern import ALLEGED, of_concern
from rise_desk.reports.reading import Reading

CHILD, MAN, BELL = Id(1), Id(2), Id(3)


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


def test_a_role_is_alleged_until_there_is_a_conviction(practice: Practice) -> None:
    roles = (ConcernRole(role="abuser", basis="her own words"),)
    statuses = (ConcernStatus(status="suspect", since=Moment("2026-02-03"), why="a search"),)
    told = of_concern(Person(concern_roles=roles, statuses=statuses), practice)
    assert told[0] == Heading(text="Why they are of concern", aside=ALLEGED)
    assert rows(told) == (
        ("Status", "Suspect, a search", "since 3 February 2026", "not recorded"),
        ("Alleged role", "Abuser", "", "her own words"),
    )
    convicted = Person(concern_roles=roles, statuses=(ConcernStatus(status="convicted"),))
    assert of_concern(convicted, practice)[0] == Heading(text="Why they are of concern")
    assert rows(of_concern(convicted, practice))[1][0] == "Role"


TOLD = "2 March 2026, Ms Roe, licensing told: not recorded"


def test_who_was_told_of_a_position_is_told_and_that_nobody_was(practice: Practice) -> None:
    post = Position(position="taxi", detail="Swift Cars", officer_told_on=Moment("2026-03-02"), officer_told="Ms Roe")
    assert rows(of_concern(Person(positions=(post,)), practice)) == (
        (
            "Position of authority",
            f"Taxi, Swift Cars, works with children: not recorded, designated officer told {TOLD}",
            "",
            "",
        ),
    )


def test_risk_alone_is_a_section_and_nothing_is_none(practice: Practice) -> None:
    assert len(of_concern(Person(risk="Said to carry a knife."), practice)) == 2
    assert of_concern(Person(risk=" "), practice) == []
