"""Disruption: the plan about an adult, a place and for a child; what followed; nothing of whoever is restricted."""

from pathlib import Path
from typing import Any

import pytest

from rise_desk.domain.heat import Lane
from rise_desk.domain.investigation import Investigation, Side
from rise_desk.domain.moments import Moment
from rise_desk.domain.order import Order, Protected
from rise_desk.domain.person import Person
from rise_desk.domain.record import Record
from rise_desk.services import casework, disruption, due_lines, merging, references
from rise_desk.services.desk import Desk
from rise_desk.services.exchange import importing
from tests import build


@pytest.fixture
def suspect(desk: Desk) -> Person:
    """The man of the published Northamptonshire case."""
    return build.adult(desk, "Suspect", "Northants")


@pytest.fixture
def pupil(desk: Desk) -> Person:
    """The girl of the published Northamptonshire case."""
    return build.young_person(desk, "Pupil", "Northants", date_of_birth=Moment("2010-09-10"))


def order(desk: Desk, subject: Record, *children: Person, **values: Any) -> Order:
    """A sexual risk order on file."""
    protects = tuple(Protected(child=each.id) for each in children)
    made = Order(id=desk.clock.new_id(), subject=subject.id, order_type="sexual_risk_order", protects=protects)
    return casework.save(desk, made.changed(**values))


def investigation(desk: Desk, child: Person, adult: Person) -> Investigation:
    """An investigation on file."""
    return casework.save(
        desk,
        Investigation(id=desk.clock.new_id(), children=(Side(person=child.id),), suspects=(Side(person=adult.id),)),
    )


def tactics(plan: disruption.Plan) -> list[str]:
    """The tactics of a plan, in its order."""
    return [each.action.tactic for each in plan.actions]


def test_a_plan_tells_the_open_actions_first_by_their_day_and_then_the_newest(
    desk: Desk, suspect: Person, pupil: Person
) -> None:
    build.disruption(desk, suspect, protects=(pupil,), tactic="search_warrant", status="done", done_on="2026-03-01")
    build.disruption(desk, suspect, protects=(pupil,), tactic="closure", due_on="2026-12-05")
    build.disruption(desk, suspect, tactic="stop_and_search")
    build.disruption(desk, suspect, tactic="media_appeal", due_on="2026-11-30")
    build.disruption(desk, suspect, protects=(pupil,), tactic="tenancy_action", status="done", done_on="2026-05-01")
    plan = disruption.plan(desk, suspect.id)
    assert tactics(plan) == ["media_appeal", "closure", "stop_and_search", "tenancy_action", "search_warrant"]
    assert [each.action.tactic for each in plan.open] == ["media_appeal", "closure", "stop_and_search"]
    first = plan.actions[1]
    assert [each.name for each in (*first.targets, *first.children)] == ["Suspect Northants", "Pupil Northants"]
    assert first.against
    assert plan.how_many == disruption.how_many(desk, suspect.id) == 5


def test_a_place_has_its_plan_too(desk: Desk, pupil: Person) -> None:
    hotel = build.place(desk, "The Gate Hotel")
    build.disruption(desk, hotel, protects=(pupil,), tactic="hotel_watch")
    order(desk, hotel, pupil, order_type="closure")
    plan = disruption.plan(desk, hotel.id)
    assert (tactics(plan), [each.order.order_type for each in plan.orders]) == (["hotel_watch"], ["closure"])
    assert [each.subject.name for each in plan.orders if each.subject] == ["The Gate Hotel"]
    assert disruption.how_many(desk, hotel.id) == 2


def test_a_childs_plan_is_what_protects_them_and_nothing_that_is_aimed_at_them(
    desk: Desk, suspect: Person, pupil: Person
) -> None:
    other = build.young_person(desk, "Jade", "Hill")
    build.disruption(desk, suspect, protects=(pupil,), tactic="search_warrant")
    build.disruption(desk, pupil, protects=(other,), tactic="other", status="done", done_on="2026-06-01")
    order(desk, suspect, pupil)
    order(desk, pupil, order_type="bail_conditions")
    investigation(desk, pupil, suspect)
    investigation(desk, other, pupil)
    plan = disruption.of_child(desk, pupil.id)
    assert tactics(plan) == ["search_warrant"]
    assert [each.order.order_type for each in plan.orders] == ["sexual_risk_order"]
    assert [each.suspects[0].name for each in plan.investigations] == ["Suspect Northants"]
    assert disruption.plan(desk, pupil.id).how_many == 6
    assert (disruption.lane(desk, pupil.id).marks, len(disruption.lane(desk, other.id).marks)) == ((), 1)


def test_an_order_runs_up_to_its_last_day(desk: Desk, suspect: Person) -> None:
    order(desk, suspect, ends_on=Moment("2026-11-21"))
    order(desk, suspect, ends_on=Moment("2026-11-20"))
    order(desk, suspect, until_further=True)
    order(desk, suspect, ends_on=Moment("2027-11-20"), ended_on=Moment("2026-11-01"))
    told = {
        each.order.ends_on or each.order.until_further: each.runs for each in disruption.plan(desk, suspect.id).orders
    }
    assert told == {"2026-11-21": True, "2026-11-20": False, True: True, "2027-11-20": False}


def test_what_followed_is_counted_in_as_many_days_before_and_after(desk: Desk, suspect: Person, pupil: Person) -> None:
    build.assessment(desk, pupil.id, "4444444444", day="2026-05-01")
    build.assessment(desk, pupil.id, "1111111111", day="2026-10-01")
    for went in ("2026-05-20", "2026-05-25", "2026-06-01", "2026-06-02", "2026-09-01"):
        build.episode(desk, pupil.id, f"{went}T19:00+00:00", f"{went}T22:00+00:00")
    action = build.disruption(
        desk, suspect, protects=(pupil,), tactic="tenancy_action", status="done", done_on="2026-06-01"
    )
    lanes = list[Lane]()
    for plan in (disruption.plan(desk, suspect.id), disruption.of_child(desk, pupil.id)):
        (followed,) = disruption.afterwards(desk, plan)
        (after,) = followed.after
        lanes.append(followed.lane)
        assert (followed.child.name, after.action, after.days) == ("Pupil Northants", action.id, 90)
        assert (after.before, after.after) == (2, 1)
        assert after.words[0] == "Missing episodes: 2 in the 90 days before, 1 in the 90 days after."
        assert [each.text for each in followed.lane.marks] == ["tenancy action"]
        assert [(each.key, len(each.marks)) for each in followed.strip.lanes] == [("disruption", 1)]
        assert len(followed.strip.columns) == 2
    assert lanes == [disruption.lane(desk, pupil.id)] * 2


def test_of_a_childs_own_plan_what_followed_is_told_of_that_child_alone(
    desk: Desk, suspect: Person, pupil: Person
) -> None:
    other = build.young_person(desk, "Jade", "Hill")
    build.disruption(desk, suspect, protects=(pupil, other), status="done", done_on="2026-06-01")
    own = disruption.afterwards(desk, disruption.of_child(desk, other.id))
    assert [each.child.name for each in own] == ["Jade Hill"]
    both = disruption.afterwards(desk, disruption.plan(desk, suspect.id))
    assert [each.child.name for each in both] == ["Pupil Northants", "Jade Hill"]


def test_what_is_only_planned_or_was_withdrawn_is_followed_by_nothing(
    desk: Desk, suspect: Person, pupil: Person
) -> None:
    build.disruption(desk, suspect, protects=(pupil,))
    wrong = build.disruption(desk, suspect, protects=(pupil,), status="done", done_on="2026-06-01")
    casework.withdraw(desk, wrong, "The wrong man.")
    plan = disruption.plan(desk, suspect.id)
    assert (len(plan.actions), disruption.afterwards(desk, plan)) == (1, ())
    assert disruption.lane(desk, pupil.id).marks == ()


def test_nothing_is_told_of_a_restricted_child(desk: Desk, suspect: Person, pupil: Person) -> None:
    other = build.young_person(desk, "Jade", "Hill")
    build.disruption(desk, suspect, protects=(pupil,), status="done", done_on="2026-06-01", what="Keep off Pupil")
    build.disruption(desk, suspect, protects=(other,), tactic="closure")
    order(desk, suspect, pupil)
    investigation(desk, pupil, suspect)
    with desk.writing() as work:
        work.put(pupil.changed(restricted=True), pupil)
    plan = disruption.plan(desk, suspect.id)
    assert "Pupil" not in f"{plan}"
    assert (tactics(plan), plan.how_many, disruption.how_many(desk, suspect.id)) == (["closure"], 1, 1)
    assert disruption.afterwards(desk, plan) == ()


def test_nor_is_it_on_the_page_of_a_place(desk: Desk, pupil: Person) -> None:
    hotel = build.place(desk, "The Gate Hotel")
    build.disruption(desk, hotel, protects=(pupil,), tactic="hotel_watch")
    build.disruption(desk, hotel, tactic="closure")
    with desk.writing() as work:
        work.put(pupil.changed(restricted=True), pupil)
    assert (tactics(disruption.plan(desk, hotel.id)), disruption.how_many(desk, hotel.id)) == (["closure"], 1)


def test_a_merged_adults_actions_are_in_the_main_file_and_due_there(desk: Desk, suspect: Person, pupil: Person) -> None:
    same = build.adult(desk, "Suspct", "Northants")
    build.disruption(desk, same, protects=(pupil,), due_on="2026-11-25")
    merging.merge(desk, suspect, same, "The same man.")
    plan = disruption.plan(desk, suspect.id)
    assert [(each.against, [one.name for one in each.targets]) for each in plan.actions] == [
        (True, ["Suspect Northants"])
    ]
    assert [each.due.what for each in due_lines.due(desk, suspect.id)] == ["Disruption: search warrant"]
    assert due_lines.due(desk, pupil.id) == []


def test_a_childs_own_restricted_brother_in_an_action_keeps_it_out_of_the_lane(
    desk: Desk, suspect: Person, pupil: Person
) -> None:
    brother = build.young_person(desk, "Ben", "Northants")
    build.disruption(desk, suspect, protects=(pupil, brother), status="done", done_on="2026-06-01")
    with desk.writing() as work:
        work.put(brother.changed(restricted=True), brother)
    assert disruption.lane(desk, pupil.id).marks == ()


CASE = Path(__file__).parents[3] / "shared" / "cases" / "northants"


@pytest.mark.skipif(not CASE.exists(), reason="the published cases lie beside the checkout only")
def test_of_the_published_case_all_six_actions_are_the_suspects_plan_and_protect_the_pupil(desk: Desk) -> None:
    for name in ("young_people", "persons_of_concern", "disruption_actions"):
        importing.commit(desk, importing.preview(desk, CASE / f"{name}.csv"))
    suspect, pupil = (references.resolve(desk, each) for each in ("northants/S1", "northants/N1"))
    plan = disruption.plan(desk, suspect)
    assert sorted(tactics(plan)) == sorted(
        [
            "arrest_for_other_offences",
            "search_warrant",
            "tenancy_action",
            "bail_conditions_or_court_order_enforced",
            "suspect_flagged_to_other_forces_or_agencies",
            "information_shared",
        ]
    )
    assert [each.action for each in disruption.of_child(desk, pupil).actions] == [each.action for each in plan.actions]
    (followed,) = disruption.afterwards(desk, plan)
    assert {each.words for each in followed.after} == {
        ("The day it was done is not recorded, so nothing is compared.",)
    }
    assert due_lines.due(desk, suspect) == []
