"""What is withdrawn takes nothing off Today: what is due with it first is said, and nothing is done until it moved."""

import pytest

from rise_desk.domain.disruption import DisruptionAction, Target
from rise_desk.domain.moments import Moment
from rise_desk.domain.open_question import OpenQuestion
from rise_desk.domain.order import Order
from rise_desk.domain.person import Person
from rise_desk.domain.place import Place
from rise_desk.domain.record import Id, Record
from rise_desk.errors import Invalid
from rise_desk.services import casework, thing_merging, today, undoing, upkeep
from rise_desk.services.desk import Desk
from rise_desk.storage import acts
from tests import build


@pytest.fixture
def bell(desk: Desk) -> Place:
    """A place that was entered by mistake."""
    return build.place(desk, "The Bell")


@pytest.fixture
def inn(desk: Desk) -> Place:
    """The place that was meant."""
    return build.place(desk, "The Bell Inn")


def _due(desk: Desk) -> list[tuple[str, str]]:
    """What stands on the team's Today, and with whom or what."""
    return [(each.name, each.due.what) for each in today.waiting(desk)]


def _refused(desk: Desk, record: Record) -> str:
    with pytest.raises(Invalid) as refused:
        casework.withdraw(desk, record, "Never was")
    return refused.value.fields["withdrawn"]


def test_an_action_aimed_at_it_first_is_aimed_elsewhere_before_it_is_withdrawn(
    desk: Desk, bell: Place, inn: Place
) -> None:
    child = build.young_person(desk)
    visit = build.disruption(desk, bell, protects=(child,), due_on="2026-11-25")
    assert _due(desk) == [("The Bell", "Disruption: search warrant")]
    assert _refused(desk, bell) == (
        "“Disruption: search warrant” (25 November 2026) is still due about The Bell, and nobody would see it on Today "
        "any more. Finish it, withdraw it, or name somebody or something else in it first."
    )
    assert desk.store.get(Place, bell.id).withdrawn is None
    casework.save(desk, visit.changed(targets=(Target(subject=inn.id), Target(subject=bell.id))))
    assert casework.withdraw(desk, bell, "Never was").withdrawn
    assert _due(desk) == [("The Bell Inn", "Disruption: search warrant")]
    assert upkeep.check(desk) == []


@pytest.mark.parametrize("ending", ["done", "withdrawn"])
def test_one_that_is_over_stands_in_nobody_s_way_but_its_review_does(desk: Desk, bell: Place, ending: str) -> None:
    visit = build.disruption(desk, bell, due_on="2026-11-25", review_on="2026-12-25")
    if ending == "done":
        visit = casework.save(desk, visit.changed(status="done", done_on=Moment("2026-11-20")))
        assert "Review whether it helped" in _refused(desk, bell)
        casework.save(desk, visit.changed(review_on=Moment("")))
    else:
        casework.withdraw(desk, visit, "Never agreed")
    assert casework.withdraw(desk, bell, "Never was").withdrawn


def test_several_are_counted_and_the_first_is_named(desk: Desk, bell: Place) -> None:
    build.disruption(desk, bell, due_on="2026-12-05")
    casework.record(desk, "information_report", {"about": [str(bell.id)], "what": "Cars at night."})
    build.disruption(desk, bell, due_on="2026-12-06")
    assert _refused(desk, bell).startswith("“Information report not sent” (21 November 2026) and 2 more are still due")


def test_so_it_is_with_a_person(desk: Desk) -> None:
    man, other = build.adult(desk), build.adult(desk, "Lee", "Marsh")
    visit = build.disruption(desk, man, other, due_on="2026-11-25")
    assert "still due about Darren Pike" in _refused(desk, man)
    casework.save(desk, visit.changed(targets=(Target(subject=other.id),)))
    assert casework.withdraw(desk, man, "Made twice").withdrawn
    assert _due(desk) == [("Lee Marsh", "Disruption: search warrant")]


@pytest.mark.parametrize(("ends_on", "refused"), [("2026-11-21", True), ("2026-11-20", False)])
def test_an_order_that_runs_keeps_its_place_on_file_until_the_day_it_ends(
    desk: Desk, bell: Place, ends_on: str, *, refused: bool
) -> None:
    order = Order(id=desk.clock.new_id(), subject=bell.id, order_type="closure", ends_on=Moment(ends_on))
    casework.save(desk, order)
    if refused:
        assert "“Closure ends” (21 November 2026)" in _refused(desk, bell)
    else:
        assert casework.withdraw(desk, bell, "Never was").withdrawn


def test_a_question_goes_with_what_it_is_about_and_stays_with_anybody_else(desk: Desk, bell: Place) -> None:
    child = build.young_person(desk)
    about = (Target(subject=bell.id), Target(subject=child.id))
    asked = OpenQuestion(id=desk.clock.new_id(), about=about, question="Who has keys?", due_on=Moment("2026-11-24"))
    casework.save(desk, asked)
    casework.withdraw(desk, bell, "Never was")
    assert _due(desk) == [("Maisie Okafor", "Find out: Who has keys?")]


def test_what_concerns_a_restricted_child_is_not_told_of(desk: Desk, bell: Place) -> None:
    hidden = build.young_person(desk, "Jade", "Whitlock")
    build.disruption(desk, bell, protects=(hidden,), due_on="2026-11-25")
    with desk.writing() as work:
        work.put(hidden.changed(restricted=True), hidden)
    assert _due(desk) == []
    assert casework.withdraw(desk, bell, "Never was").withdrawn


def test_nothing_becomes_due_again_with_what_was_withdrawn(desk: Desk, bell: Place, inn: Place) -> None:
    visit = build.disruption(desk, bell, status="done", done_on="2026-11-20")
    casework.withdraw(desk, bell, "Never was")
    again = visit.changed(status="planned", done_on=Moment(""), due_on=Moment("2026-12-01"))
    with pytest.raises(Invalid, match="The Bell was withdrawn, so nobody would see on Today that this is due"):
        casework.save(desk, again)
    assert casework.save(desk, visit.changed(outcome="The wrong door.")).outcome == "The wrong door."
    visit = desk.store.get(DisruptionAction, visit.id)
    targets = (Target(subject=inn.id), Target(subject=bell.id))
    casework.save(
        desk, visit.changed(status="planned", done_on=Moment(""), due_on=Moment("2026-12-01"), targets=targets)
    )
    assert _due(desk) == [("The Bell Inn", "Disruption: search warrant")]


def test_nor_does_undoing_bring_it_back_there(desk: Desk) -> None:
    man, heard = build.adult(desk), list[Id]()
    visit = build.disruption(desk, man, due_on="2026-11-25")
    desk.listeners.append(lambda said: heard.append(said.act))
    casework.withdraw(desk, visit, "Never agreed")
    casework.withdraw(desk, man, "Made twice")
    with pytest.raises(Invalid, match="Darren Pike was withdrawn"):
        undoing.undo(desk, heard[0])
    assert desk.store.get(DisruptionAction, visit.id).withdrawn
    undoing.undo(desk, heard[1])
    undoing.undo(desk, heard[0])
    assert _due(desk) == [("Darren Pike", "Disruption: search warrant")]
    assert acts.done(desk.store.vault, heard[0]) is not None


def test_restored_it_counts_again_and_its_history_keeps_why_it_did_not(desk: Desk, bell: Place) -> None:
    child = build.young_person(desk)
    build.link(desk, child, "seen_at", bell)
    gone = casework.withdraw(desk, bell, "Never was")
    back = casework.restore(desk, gone)
    assert (back.withdrawn, back.version) == (None, 3)
    assert upkeep.check(desk) == []


def test_what_was_aimed_at_a_record_that_was_merged_is_due_with_its_main_one(
    desk: Desk, bell: Place, inn: Place
) -> None:
    build.disruption(desk, bell, due_on="2026-11-25")
    thing_merging.merge(desk, inn, bell, "The same door")
    assert _due(desk) == [("The Bell Inn", "Disruption: search warrant")]
    assert upkeep.check(desk) == []


def test_a_person_named_in_no_such_record_is_withdrawn_as_before(desk: Desk) -> None:
    made: Person = casework.withdraw(desk, build.young_person(desk), "Made twice")
    assert made.withdrawn
