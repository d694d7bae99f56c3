"""Whatever a team does and undoes about assessments, in whichever order, what counts stays sound."""

import random
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, timedelta

import pytest

from rise_desk.domain import moments, standing
from rise_desk.domain.assessment import Assessment
from rise_desk.domain.person import Person
from rise_desk.domain.record import Id, Record
from rise_desk.domain.sign_off import SENT_BACK, SIGNED_OFF, SignOff
from rise_desk.domain.staff import Role
from rise_desk.errors import DeskError
from rise_desk.services import casework, signing_in, undoing, upkeep
from rise_desk.services.desk import Desk
from rise_desk.storage.store import EVERY_GRANT
from tests import build
from tests.services.assessed import OPEN, answered, turned


@pytest.fixture
def manager(desk: Desk) -> Iterator[Desk]:
    """Mo Khan, a manager who made none of the assessments."""
    laid = build.colleague(desk, "Mo Khan", Role.MANAGER)
    yield laid
    signing_in.leave(laid)


@dataclass
class Team:
    """Two people who do whatever the dice say; what they did can be undone."""

    desk: Desk
    manager: Desk
    people: list[Id]
    dice: random.Random
    acts: list[Id] = field(default_factory=list)

    def any_of(self, kind: type[Record]) -> Record:
        """One of this kind that is on file."""
        return self.dice.choice([each for each in self.desk.store.everything() if isinstance(each, kind)])

    def day(self) -> str:
        """One of few days, so that they meet."""
        return (date(2026, 11, 1) + timedelta(days=self.dice.randrange(6))).isoformat()

    def assess(self) -> None:
        """Submit one, or put one right."""
        held = [each for each in self.desk.store.everything() if isinstance(each, Assessment)]
        wrong = self.dice.choice([None, *held])
        levels = "".join(self.dice.choices("012345", k=10))
        known = {"band": self.dice.choice(["green", "amber", "red"]), "band_reason": "As said."}
        subject, corrects = (wrong.subject, wrong.id) if wrong else (self.dice.choice(self.people), Id(0))
        build.assessment(self.desk, subject, levels, day=self.day(), corrects=corrects, **known)

    def answer(self) -> None:
        """Sign one off, or send it back."""
        made = self.any_of(Assessment)
        assert isinstance(made, Assessment)
        answered(self.manager, made, self.dice.choice([SIGNED_OFF, SENT_BACK]))

    def withdraw(self) -> None:
        """Withdraw an entry."""
        made = self.any_of(self.dice.choice([Assessment, SignOff]))
        casework.withdraw(self.manager if isinstance(made, SignOff) else self.desk, made, "Not so.")

    def turn(self) -> None:
        """Open or close a case."""
        person = self.desk.store.get(Person, self.dice.choice(self.people))
        turned(self.desk, person, (self.day(), self.dice.choice(["open", "closed"])))

    def undo(self) -> None:
        """Undo anything that was done."""
        undoing.undo(self.desk, self.dice.choice(self.acts))


@pytest.mark.parametrize("seed", range(4))
def test_whatever_is_done_no_two_of_a_day_count_and_check_finds_nothing(seed: int, desk: Desk, manager: Desk) -> None:
    people = [build.young_person(desk, given, case_spells=OPEN).id for given in ("Maisie", "Jade")]
    team = Team(desk, manager, people, random.Random(seed))
    for each in (desk, manager):
        each.listeners.append(lambda told: team.acts.append(told.act))
    build.assessment(desk, people[0], day="2026-11-01")
    done = 0
    for turn in range(80):
        deed = team.dice.choice([team.assess, team.assess, team.answer, team.withdraw, team.turn, team.undo, team.undo])
        with suppress(DeskError, IndexError):
            deed()
            done += 1
        for person in people:
            file = desk.store.case_file(person, EVERY_GRANT)
            days = [moments.london_day(each.assessed_on) for each in standing.counting(file)]
            assert len(set(days)) == len(days)
            standing_answers = [each for each in file.of(SignOff) if not each.withdrawn]
            answered = [each.assessment for each in standing_answers]
            assert len(set(answered)) == len(answered)
        if turn % 10 == 9:
            assert upkeep.check(desk) == []
    assert done > 25
