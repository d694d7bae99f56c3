"""Links: how they read from either end, and what speaks against one."""

from datetime import UTC, datetime
from typing import Any

import pytest

from rise_desk.domain import life, link_problems, linking
from rise_desk.domain.casefile import CaseFile, ThingFile
from rise_desk.domain.link import Link
from rise_desk.domain.moments import Moment
from rise_desk.domain.person import Person
from rise_desk.domain.place import Place
from rise_desk.domain.record import Id, Withdrawal
from rise_desk.services.practice import general

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
CHILD = Person(id=Id(1), given_name="Maisie", roles=(life.DatedRole(role="at_risk"),))
MAN = Person(id=Id(2), given_name="Darren", roles=(life.DatedRole(role="of_concern"),))
BOTH = Person(id=Id(3), given_name="Kai", roles=(*CHILD.roles, *MAN.roles))
BELL = Place(id=Id(4), place_name="The Bell")


def made(one: Id, link_type: str, other: Id, since: str = "", until: str = "", **values: Any) -> Link:
    """A link between two numbers."""
    return Link(subject=one, link_type=link_type, other=other, since=Moment(since), until=Moment(until), **values)


def in_file(link: Link, person: Person, *others: Link) -> dict[str, str]:
    """What a person's file speaks against it."""
    return link.file_problems(CaseFile(subject=person, records=others), general(), NOW)


def test_a_link_reads_from_either_end() -> None:
    link = made(MAN.id, "exploited", CHILD.id)
    assert link.told(MAN.id, general()) == "exploited"
    assert link.told(CHILD.id, general()) == "was exploited by"
    assert made(CHILD.id, "relative", BOTH.id, detail="sister").told(BOTH.id, general()) == "relative (sister)"
    assert (link.other_end(MAN.id), link.other_end(CHILD.id)) == (CHILD.id, MAN.id)
    assert link.ends == {MAN.id, CHILD.id}
    assert link.harms
    assert not made(MAN.id, "friend", CHILD.id).harms


def test_it_stands_in_both_chronologies_since_when_it_is_told() -> None:
    link = made(MAN.id, "groomed", CHILD.id, since="2026-03")
    assert link.involved() == ((MAN.id, "from"), (CHILD.id, "to"))
    assert link.happened() == "2026-03"
    undated = made(MAN.id, "groomed", CHILD.id, recorded_at=Moment("2026-11-20T10:00:00.000+00:00"))
    assert undated.happened() == "2026-11-20T10:00:00.000+00:00"


def test_a_link_joins_two() -> None:
    link = made(CHILD.id, "friend", CHILD.id)
    assert link.problems(general(), NOW) == {"other": "A link joins two. Choose somebody or something else."}
    assert link.involved() == ((CHILD.id, "from"),)


def test_it_can_not_end_before_it_began() -> None:
    assert "until" in made(CHILD.id, "friend", MAN.id, "2026-03-02", "2026-03-01").problems(general(), NOW)
    assert made(CHILD.id, "friend", MAN.id, "2026-03-02", "2026-03-02").problems(general(), NOW) == {}


@pytest.mark.parametrize("link_type", sorted(linking.HARM))
def test_harm_runs_from_the_alleged_exploiter_to_the_child(link_type: str) -> None:
    right, wrong = made(MAN.id, link_type, CHILD.id), made(CHILD.id, link_type, MAN.id)
    assert in_file(right, MAN) == in_file(right, CHILD) == {}
    assert in_file(wrong, CHILD)["subject"].startswith(
        "An exploitation link runs from the alleged exploiter to the child."
    )
    assert in_file(wrong, MAN)["other"].startswith("An exploitation link ends at a child who is at risk")
    among_children = made(BOTH.id, link_type, CHILD.id)
    assert in_file(among_children, BOTH) == in_file(among_children, CHILD) == {}


def test_other_links_run_either_way() -> None:
    assert in_file(made(CHILD.id, "made_to_introduce", BOTH.id), CHILD) == {}


@pytest.mark.parametrize(
    ("link_type", "held", "new", "again"),
    [
        ("exploited", ("", ""), ("", ""), True),
        ("exploited", ("2025-01-01", "2025-02-01"), ("", ""), True),
        ("exploited", ("2025-01-01", ""), ("2026-01-01", ""), True),
        ("exploited", ("2025-01-01", "2025-02-01"), ("2025-02-01", ""), True),
        ("exploited", ("2025-01-01", "2025-02-01"), ("2025-02-02", ""), False),
        ("approached", ("2025-01-01", ""), ("2025-01-01", ""), True),
        ("approached", ("2025-01-01", ""), ("2025-01-02", ""), False),
    ],
)
def test_the_same_two_are_linked_once_at_a_time(
    link_type: str, held: tuple[str, str], new: tuple[str, str], *, again: bool
) -> None:
    first = made(MAN.id, link_type, CHILD.id, *held, id=Id(8))
    second = made(MAN.id, link_type, CHILD.id, *new, id=Id(9))
    assert bool(in_file(second, CHILD, first)) == again
    assert bool(in_file(first, CHILD, second)) == again


def test_what_reads_the_same_from_either_end_is_one_link() -> None:
    turned = made(MAN.id, "friend", BOTH.id, id=Id(8))
    assert in_file(made(BOTH.id, "friend", MAN.id, id=Id(9)), MAN, turned)
    other_way = made(CHILD.id, "introduced_by", BOTH.id, id=Id(8))
    assert in_file(made(BOTH.id, "introduced_by", CHILD.id, id=Id(9)), CHILD, other_way) == {}


def test_itself_and_what_was_withdrawn_do_not_count() -> None:
    link = made(MAN.id, "friend", BOTH.id, id=Id(8))
    assert in_file(link, MAN, link) == {}
    assert in_file(made(MAN.id, "friend", BOTH.id, id=Id(9)), MAN, link.changed(withdrawn=Withdrawal(why="x"))) == {}
    assert in_file(made(MAN.id, "acts_with", BOTH.id, id=Id(9)), MAN, link) == {}


def test_a_place_is_no_exploiter_and_no_relative() -> None:
    file = ThingFile(subject=BELL)
    said = "Only people are linked so. Choose how somebody is linked with a place or thing."
    assert made(BELL.id, "exploited", CHILD.id).thing_problems(file, general(), NOW) == {"subject": said}
    assert made(CHILD.id, "relative", BELL.id).thing_problems(file, general(), NOW) == {"other": said}
    assert made(CHILD.id, "seen_at", BELL.id).thing_problems(file, general(), NOW) == {}
    turned = made(BELL.id, "seen_at", CHILD.id).thing_problems(file, general(), NOW)
    assert turned == {"subject": "This link runs from somebody to the place or thing. Turn it round."}


def test_a_place_is_linked_with_a_phone_and_only_once() -> None:
    link = made(BELL.id, "same_phone", Id(5), id=Id(8))
    again = link.changed(id=Id(9)).thing_problems(ThingFile(subject=BELL, records=(link,)), general(), NOW)
    assert again == {"link_type": "These two are already linked so. Change that link, or give this one other dates."}


def test_what_is_said_from_the_other_end_is_turned_round() -> None:
    said = {"from": "V1", "link": "was exploited by", "to": "O1", "since": "2010"}
    assert Link.said(said, general()) == {"subject": "O1", "link_type": "exploited", "other": "V1", "since": "2010"}
    straight = {"subject": "O1", "link_type": "exploited", "other": "V1"}
    assert Link.said(straight, general()) == straight
    assert Link.said({"link": "hated"}, general()) == {"link_type": "hated"}
    assert Link.said({}, general()) == {}


@pytest.mark.parametrize(
    ("link_type", "confidence", "joins"),
    [
        ("acts_with", "confirmed", True),
        ("relative", "probable", True),
        ("friend_or_associate", "unconfirmed", False),
        ("friend_or_associate", "", False),
        ("friend", "confirmed", False),
        ("same_address", "confirmed", False),
    ],
)
def test_few_links_make_a_group(link_type: str, confidence: str, *, joins: bool) -> None:
    assert linking.makes_group(link_type, confidence) == joins


def test_the_weaker_of_two_is_the_less_sure_one() -> None:
    assert linking.weaker("confirmed", "probable") == linking.weaker("probable", "confirmed") == "probable"
    assert linking.weaker("unconfirmed", "") == ""


def test_every_way_to_be_linked_has_one_meaning() -> None:
    listed = {each.key for each in general().vocabulary("link_type").entries}
    named = linking.HARM | linking.MUTUAL | linking.WITH_THING | {"introduced_by", "made_to_introduce", "supplies"}
    assert named == listed
    assert not linking.WITH_THING & linking.BETWEEN_PEOPLE
    assert listed > linking.ON_A_DAY


@pytest.mark.parametrize(
    ("written", "detail"),
    [("sister", "sister"), ("Half-Sister", "Half-Sister"), ("relative", ""), ("RELATIVE", ""),
     ("boyfriend", "boyfriend"), ("associate", ""), ("exploited", "")],
)  # fmt: skip
def test_a_word_that_says_more_than_the_list_is_kept_as_which_it_is(written: str, detail: str) -> None:
    said = Link.said({"from": "1", "link": written, "to": "2"}, general())
    assert said.get("detail", "") == detail
    assert Link.said({"link": written, "detail": "step"}, general())["detail"] == "step"


def test_a_link_that_is_wrong_at_both_ends_says_so_once() -> None:
    assert link_problems.told_once({"subject": "one", "other": "two"}) == {"subject": "one"}
    assert link_problems.told_once({"other": "two"}) == {"other": "two"}
    assert link_problems.told_once({"subject": "one", "since": "two"}) == {"subject": "one", "since": "two"}
