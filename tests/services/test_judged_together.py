"""Entries of one act are judged beside each other: each beside the file as those before it leave it."""

import pytest

from rise_desk.domain.act import Act
from rise_desk.domain.assessment import Assessment
from rise_desk.domain.life import CaseSpell
from rise_desk.domain.moments import Moment
from rise_desk.domain.person import Person
from rise_desk.domain.record import Record, Withdrawal
from rise_desk.domain.sign_off import SignOff
from rise_desk.errors import Invalid
from rise_desk.services import casework, merging, signing_in, upkeep
from rise_desk.services.desk import Desk
from tests import build


def made(desk: Desk, person: Person, day: str = "2026-11-10") -> Assessment:
    return build.made_assessment(person.id, id=desk.clock.new_id(), day=day)


def act(*saves: Record) -> Act:
    return Act(title="Two things", saves=saves)


def test_two_of_one_day_are_refused_in_one_act(desk: Desk) -> None:
    person = build.young_person(desk)
    with pytest.raises(Invalid, match="There is an assessment of 10 November 2026"):
        casework.perform(desk, act(made(desk, person), made(desk, person)))
    assert desk.store.several(Assessment, [each.id for each in desk.store.everything()]) == []
    casework.perform(desk, act(made(desk, person), made(desk, person, "2026-11-11")))
    assert upkeep.check(desk) == []


def test_what_the_act_withdrew_is_no_longer_in_the_way(desk: Desk) -> None:
    person = build.young_person(desk)
    held = build.assessment(desk, person.id)
    gone = held.changed(withdrawn=Withdrawal(why="Of another child."))
    casework.perform(desk, act(made(desk, person, "2026-11-01"), gone, made(desk, person)))
    with pytest.raises(Invalid, match="There is an assessment"):
        casework.perform(desk, act(made(desk, person)))


def test_what_the_act_said_of_the_person_counts(desk: Desk) -> None:
    person = build.young_person(desk, case_spells=(CaseSpell(state="referred", since=Moment("2026-11-05")),))
    late = person.changed(case_spells=(CaseSpell(state="referred", since=Moment("2026-11-15")),))
    with pytest.raises(Invalid, match="on or after the referral, 15 November 2026"):
        casework.perform(desk, act(made(desk, person, "2026-11-07"), late, made(desk, person)))
    casework.perform(desk, act(made(desk, person, "2026-11-07"), made(desk, person)))


def test_files_that_are_one_child_s_are_one_file(desk: Desk) -> None:
    main, other = build.young_person(desk, "Ines"), build.young_person(desk, "Inez")
    merging.merge(desk, main, other, "One girl.")
    with pytest.raises(Invalid, match="There is an assessment"):
        casework.perform(desk, act(made(desk, main), made(desk, other)))


def test_entries_of_different_kinds_are_judged_each_beside_its_own(desk: Desk) -> None:
    person = build.young_person(desk)
    worker = build.colleague(desk, "Priya Nair")
    theirs = build.assessment(worker, person.id)
    signing_in.leave(worker)
    answers = [
        SignOff(
            id=desk.clock.new_id(),
            subject=person.id,
            assessment=theirs.id,
            decided_at=Moment("2026-11-20"),
            decision="signed_off",
        )
        for _time in range(2)
    ]
    with pytest.raises(Invalid, match="has answered this assessment already"):
        casework.perform(desk, act(*answers))
    casework.perform(desk, act(made(desk, person, "2026-11-15"), answers[0]))
    assert upkeep.check(desk) == []
