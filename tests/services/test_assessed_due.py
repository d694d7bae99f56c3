"""What is due follows each act about an assessment, undone or not, and is always what a rebuild would make of it."""

from collections.abc import Callable, Iterator
from functools import partial

import pytest

from rise_desk.domain import life
from rise_desk.domain.act import Announcement
from rise_desk.domain.assessment import Assessment
from rise_desk.domain.card import Card
from rise_desk.domain.moments import Moment
from rise_desk.domain.person import Person
from rise_desk.domain.record import Id, Record
from rise_desk.domain.sign_off import SENT_BACK
from rise_desk.domain.staff import Role
from rise_desk.errors import Conflict, Invalid
from rise_desk.services import casework, merging, overview, signing_in, undoing, upkeep
from rise_desk.services.desk import Desk
from tests import build
from tests.services.assessed import OPEN, answered, turned

DAY = "2026-11-10"


@pytest.fixture
def maisie(desk: Desk) -> Person:
    """Maisie, whose case was opened on 1 September 2026."""
    return build.young_person(desk, case_spells=OPEN)


@pytest.fixture
def manager(desk: Desk) -> Iterator[Desk]:
    """Mo Khan, a manager who made none of the assessments."""
    laid = build.colleague(desk, "Mo Khan", Role.MANAGER)
    yield laid
    signing_in.leave(laid)


def _due(desk: Desk, person: Person) -> dict[str, str]:
    """Each line's rule and the day it is due by; and it is proved that a rebuild would make the very same."""
    assert upkeep.check(desk) == []
    return {each.rule: each.by for each in overview.due_lines(desk, (person.id,))}


def _card(desk: Desk, person: Person) -> Card:
    found = overview.card_of(desk, person.id)
    assert found is not None
    return found


def test_an_open_case_waits_for_its_first_and_submitting_answers_it(desk: Desk, maisie: Person) -> None:
    assert _due(desk, maisie) == {"reassessment": "2026-09-01"}
    assert _card(desk, maisie).assess_by == "2026-09-01"
    build.assessment(desk, maisie.id, day=DAY)
    assert _due(desk, maisie) == {"reassessment": "2026-12-22", "sign_off": "2026-11-28"}
    card = _card(desk, maisie)
    assert (card.band, card.risk, card.overall, card.assessed_on) == ("amber", "2", "35", DAY)
    assert (card.assess_by, card.waits) == ("2026-12-22", False)


def test_signing_off_ends_the_waiting_and_the_band_takes_effect(desk: Desk, manager: Desk, maisie: Person) -> None:
    made = build.assessment(desk, maisie.id, day=DAY, band="green", band_reason="As said.")
    assert _due(desk, maisie) == {"reassessment": "2026-12-22", "sign_off": "2026-11-21"}
    assert (_card(desk, maisie).band, _card(desk, maisie).waits) == ("amber", True)
    signed = answered(manager, made)
    assert _due(desk, maisie) == {"reassessment": "2026-12-22"}
    assert (_card(desk, maisie).band, _card(desk, maisie).waits) == ("green", False)
    casework.withdraw(manager, signed, "Too soon.")
    assert _due(desk, maisie)["sign_off"] == "2026-11-21"
    assert (_card(desk, maisie).band, _card(desk, maisie).waits) == ("amber", True)


def test_sending_back_asks_for_a_correction_which_waits_in_its_turn(desk: Desk, manager: Desk, maisie: Person) -> None:
    made = build.assessment(desk, maisie.id, day=DAY)
    answered(manager, made, SENT_BACK)
    assert _due(desk, maisie) == {"reassessment": "2026-12-22", "sent_back": "2026-11-27"}
    build.assessment(desk, maisie.id, day="2026-11-12", corrects=made.id)
    assert _due(desk, maisie) == {"reassessment": "2026-12-24", "sign_off": "2026-11-28"}


def test_withdrawing_gives_way_to_the_one_before(desk: Desk, maisie: Person) -> None:
    build.assessment(
        desk,
        maisie.id,
        "5555555554",
        judgement=10,
        day="2026-09-29",
        strategy_asked=False,
        strategy_because="Held yesterday.",
    )
    made = build.assessment(desk, maisie.id, day=DAY)
    assert _due(desk, maisie)["reassessment"] == "2026-12-22"
    casework.withdraw(desk, made, "Of another child.")
    assert _due(desk, maisie)["reassessment"] == "2026-11-10"
    assert _card(desk, maisie).band == "red"


def test_closing_ends_it_and_reopening_makes_one_due_at_once(desk: Desk, manager: Desk, maisie: Person) -> None:
    answered(manager, build.assessment(desk, maisie.id, day=DAY))
    turned(desk, maisie, ("2026-11-15", "closed"))
    assert _due(desk, maisie) == {}
    assert (_card(desk, maisie).band, _card(desk, maisie).assess_by) == ("amber", "")
    turned(desk, maisie, ("2026-11-20", "open"))
    assert _due(desk, maisie) == {"reassessment": "2026-11-20"}
    build.assessment(desk, maisie.id, day="2026-11-20")
    assert _due(desk, maisie)["reassessment"] == "2027-01-01"


def test_what_is_new_prompts_a_review_and_the_next_assessment_answers_it(desk: Desk, maisie: Person) -> None:
    build.assessment(desk, maisie.id, day=DAY)
    flags = (life.Flag(flag="repeat_victim", since=Moment("2026-11-14")),)
    casework.save(desk, maisie.changed(flags=flags))
    assert _due(desk, maisie)["early_review"] == _due(desk, maisie)["reassessment"] == "2026-12-22"
    build.assessment(desk, maisie.id, day="2026-11-15")
    assert "early_review" not in _due(desk, maisie)


def test_merged_files_wait_as_one(desk: Desk, maisie: Person) -> None:
    other = build.young_person(desk, "Maisy", case_spells=OPEN)
    build.assessment(desk, other.id, day=DAY)
    merging.merge(desk, maisie, other, "One girl.")
    assert _due(desk, maisie)["reassessment"] == "2026-12-22"
    assert [each.subject for each in overview.due_lines(desk)] == [maisie.id] * 2
    merging.separate(desk, desk.store.get(Person, other.id), "Two girls.")
    assert _due(desk, maisie) == {"reassessment": "2026-09-01"}
    assert _due(desk, other)["reassessment"] == "2026-12-22"


def test_one_of_a_merged_file_is_sent_back_and_put_right_in_the_main_one(
    desk: Desk, manager: Desk, maisie: Person
) -> None:
    other = build.young_person(desk, "Maisy", case_spells=OPEN)
    made = build.assessment(desk, other.id, day=DAY)
    merging.merge(desk, maisie, other, "One girl.")
    answered(manager, made, SENT_BACK)
    assert _due(desk, maisie)["sent_back"] == "2026-11-27"
    build.assessment(desk, maisie.id, "2222222222", day=DAY, corrects=made.id)
    assert "sent_back" not in _due(desk, maisie)
    assert _card(desk, maisie).overall == "25"


# Undoing


def _act_of(desk: Desk, deed: Callable[[], Record]) -> Id:
    told: list[Announcement] = []
    desk.listeners.append(told.append)
    deed()
    desk.listeners.remove(told.append)
    return told[-1].act


def test_undoing_a_withdrawal_is_refused_where_another_has_taken_its_day(desk: Desk, maisie: Person) -> None:
    made = build.assessment(desk, maisie.id, day=DAY)
    act = _act_of(desk, lambda: casework.withdraw(desk, made, "Of another child."))
    another = build.assessment(desk, maisie.id, "4444444444", day=DAY)
    with pytest.raises(Conflict, match=r"can.t be put back\. There is an assessment of 10 November"):
        undoing.undo(desk, act)
    assert _due(desk, maisie)["reassessment"] == "2026-12-22"
    casework.withdraw(desk, another, "This one was.")
    undoing.undo(desk, act)
    assert _card(desk, maisie).overall == "35"
    assert upkeep.check(desk) == []


def test_undoing_a_correction_is_refused_where_the_old_day_is_taken(desk: Desk, maisie: Person) -> None:
    made = build.assessment(desk, maisie.id, day=DAY)
    act = _act_of(desk, lambda: build.assessment(desk, maisie.id, day="2026-11-12", corrects=made.id))
    another = build.assessment(desk, maisie.id, day=DAY)
    with pytest.raises(Conflict, match="which would count again beside another of that day"):
        undoing.undo(desk, act)
    casework.withdraw(desk, another, "Of another child.")
    undoing.undo(desk, act)
    assert _card(desk, maisie).assessed_on == DAY
    assert upkeep.check(desk) == []


def test_withdrawing_a_correction_is_refused_alike(desk: Desk, maisie: Person) -> None:
    made = build.assessment(desk, maisie.id, day=DAY)
    right = build.assessment(desk, maisie.id, day="2026-11-12", corrects=made.id)
    build.assessment(desk, maisie.id, day=DAY)
    with pytest.raises(Invalid, match="would count again beside another"):
        casework.withdraw(desk, right, "It was right before.")
    assert desk.store.get(Assessment, right.id) == right


def test_undoing_and_doing_again_goes_back_and_forth(desk: Desk, maisie: Person) -> None:
    act = _act_of(desk, lambda: build.assessment(desk, maisie.id, day=DAY))
    for by in ("2026-09-01", "2026-12-22", "2026-09-01"):
        act = _act_of(desk, partial(_undone, desk, act))
        assert _due(desk, maisie)["reassessment"] == by


def _undone(desk: Desk, act: Id) -> Record:
    return undoing.undo(desk, act)[0]


def test_an_answer_is_not_put_back_beside_another(desk: Desk, manager: Desk, maisie: Person) -> None:
    made = build.assessment(desk, maisie.id, day=DAY)
    back = answered(manager, made, SENT_BACK)
    act = _act_of(manager, lambda: casework.withdraw(manager, back, "Too soon."))
    answered(manager, made)
    with pytest.raises(Conflict, match="Mo Khan has answered this assessment already"):
        undoing.undo(manager, act)
    assert "sent_back" not in _due(desk, maisie)
