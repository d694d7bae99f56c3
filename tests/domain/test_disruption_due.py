"""Disruption that is due: one line for each action, in the file it is aimed at first, by its day or its review."""

from typing import Any

import pytest

from rise_desk.domain import disruption_due
from rise_desk.domain.casefile import CaseFile, ThingFile
from rise_desk.domain.disruption import DisruptionAction, Target
from rise_desk.domain.moments import Moment
from rise_desk.domain.order import Protected
from rise_desk.domain.person import Person
from rise_desk.domain.place import Place
from rise_desk.domain.practice import Practice
from rise_desk.domain.record import Id, Withdrawal

MAN, CHILD, CAFE, OLD_FILE = Id(2), Id(1), Id(3), Id(4)
VISIT = DisruptionAction(
    id=Id(9), tactic="hotel_watch", targets=(Target(subject=MAN), Target(subject=CAFE)),
    protects=(Protected(child=CHILD),), what="Ask at the desk for Maisie", owner="PC Hale", agency="police",
    agreed_on=Moment("2026-11-19"), due_on=Moment("2026-11-25"),
)  # fmt: skip


def said(practice: Practice, action: DisruptionAction = VISIT, **values: Any) -> list[tuple[str, str, str]]:
    """What is due in the man's file of this action with other values: what, by when, why."""
    file = CaseFile(subject=Person(id=MAN), records=(action.changed(**values),))
    return [(each.what, each.by, each.why) for each in disruption_due.lines(file, practice)]


def test_an_action_is_due_on_its_day_and_says_whose_it_is_and_no_child(practice: Practice) -> None:
    file = CaseFile(subject=Person(id=MAN), records=(VISIT,))
    (line,) = disruption_due.lines(file, practice)
    assert (line.what, line.why) == (
        "Disruption: hotel or business visited (Hotel Watch)",
        "PC Hale, police (child protection)",
    )
    assert (line.subject, line.record, line.owner, line.since, line.by) == (
        MAN,
        9,
        "PC Hale",
        "2026-11-19",
        "2026-11-25",
    )
    assert "Maisie" not in f"{line}"


def test_of_all_whom_it_concerns_only_the_first_target_has_the_line(practice: Practice) -> None:
    child = CaseFile(subject=Person(id=CHILD), records=(VISIT,))
    cafe = ThingFile(subject=Place(id=CAFE), records=(VISIT,))
    assert not [*disruption_due.lines(child, practice), *disruption_due.lines(cafe, practice)]
    first = VISIT.changed(targets=tuple(reversed(VISIT.targets)))
    (line,) = disruption_due.lines(ThingFile(subject=Place(id=CAFE), records=(first,)), practice)
    assert line.subject == CAFE


def test_a_target_whose_file_was_merged_has_it_in_the_main_file(practice: Practice) -> None:
    aimed = VISIT.changed(targets=(Target(subject=OLD_FILE),))
    main = CaseFile(subject=Person(id=MAN), records=(aimed,), ids=(MAN, OLD_FILE))
    assert [each.subject for each in disruption_due.lines(main, practice)] == [MAN]
    assert not list(disruption_due.lines(CaseFile(subject=Person(id=MAN), records=(aimed,)), practice))


def test_without_a_day_it_is_looked_at_the_day_it_was_agreed_and_without_that_not_at_all(practice: Practice) -> None:
    ((_what, by, why),) = said(practice, due_on=Moment(""))
    assert (by, why) == ("2026-11-19", "PC Hale, police (child protection), no day was set")
    assert said(practice, due_on=Moment(""), agreed_on=Moment("")) == []


def test_the_earlier_of_its_day_and_its_review_is_the_one_line(practice: Practice) -> None:
    ((what, by, _why),) = said(practice, review_on=Moment("2026-11-24"))
    assert (what, by) == ("Review whether it helped: hotel or business visited (Hotel Watch)", "2026-11-24")
    ((what, by, _why),) = said(practice, review_on=Moment("2026-11-26"))
    assert (what, by) == ("Disruption: hotel or business visited (Hotel Watch)", "2026-11-25")


@pytest.mark.parametrize("status", ["done", "not_possible"])
def test_once_it_is_over_only_its_review_is_due(practice: Practice, status: str) -> None:
    assert said(practice, status=status) == []
    ((what, by, why),) = said(practice, status=status, due_on=Moment(""), review_on=Moment("2027-02-01"))
    assert (what.partition(":")[0], by) == ("Review whether it helped", "2027-02-01")
    assert "no day was set" not in why


def test_what_was_withdrawn_is_not_due(practice: Practice) -> None:
    assert said(practice, withdrawn=Withdrawal(why="A mistake."), review_on=Moment("2026-11-24")) == []


def test_an_action_aimed_at_nobody_is_nobodys() -> None:
    assert disruption_due.aimed_first(DisruptionAction()) == 0
