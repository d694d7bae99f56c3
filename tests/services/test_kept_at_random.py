"""Whatever is recorded, changed, put right, withdrawn and undone around people: undo restores exactly what stood.

The records, and every row of every index: search words, links, due lines, cards, the keys of cross-hits. Each of them
equals a rebuild at the end.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rise_desk.domain.act import Announcement
from rise_desk.domain.record import Id, Record
from rise_desk.domain.staff import Role
from rise_desk.errors import DeskError
from rise_desk.services import accounts, casework, changes, naming, signing_in, undoing, upkeep
from rise_desk.services.clock import Clock
from rise_desk.services.exchange import importing
from rise_desk.storage import keys
from tests import build
from tests.services import at_random, telling
from tests.services.at_random import Ground, Rows

WHEN = datetime(2026, 11, 21, 10, tzinfo=UTC)
FEW = settings(
    max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)


@pytest.fixture(scope="module")
def on(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ground]:
    """One store for all of it, and a manager who reads intelligence too."""
    folder = tmp_path_factory.mktemp("kept") / "data"
    clock = Clock(WHEN)
    accounts.create(folder, "Lena Osei", build.PASSWORD, clock, keys.TEST)
    desk = signing_in.sign_in(folder, "Lena Osei", build.PASSWORD, clock)
    theirs = build.colleague(desk, "Ana Reyes", Role.MANAGER, ("intelligence",))
    yield at_random.ground(theirs)
    for each in (theirs, desk):
        signing_in.leave(each)


@dataclass
class Done:
    """One act: its number, what it saved as it then stood and stood before, and the indexes before and after."""

    act: Id
    before: dict[Id, Record | None]
    after: dict[Id, Record]
    rows_before: Rows
    rows_after: Rows


@dataclass
class Team:
    """Somebody who does whatever the dice say, and takes some of it back."""

    on: Ground
    kind: type[Record]
    dice: Random
    done: list[Done] = field(default_factory=list)
    undone: list[tuple[Id, Done]] = field(default_factory=list)
    heard: list[Announcement] = field(default_factory=list)
    standing: dict[Id, Record] = field(default_factory=dict)
    gone: set[Id] = field(default_factory=set)

    def record(self) -> None:
        """A new record of this kind."""
        self._do(lambda: casework.save(self.on.desk, at_random.made(self.kind, self.on, self.dice)))

    def change(self) -> None:
        """One that is on file is changed; an entry is put right by a further one."""
        if (held := self._any()) is None:
            return
        said = at_random.changed(held, self.on, self.dice)
        if held.settled:
            said = said.changed(id=self.on.desk.clock.new_id(), version=0, corrects=held.id)
        self._do(lambda: casework.save(self.on.desk, said))

    def withdraw(self) -> None:
        """One that is on file no longer counts."""
        if (held := self._any()) is not None:
            self._do(lambda: casework.withdraw(self.on.desk, held, "Not so."))

    def undo(self) -> None:
        """The last act is taken back: what stood before it stands again, and nothing else has changed."""
        if not self.done:
            return
        last = self.done.pop()
        undoing.undo(self.on.desk, last.act)
        self.gone |= {each for each, before in last.before.items() if before is None}
        for each, before in last.before.items():
            now = self._now(each)
            assert now.changed(withdrawn=None) == last.after[each] if before is None else now == before
            assert bool(now.withdrawn) == (before is None or bool(before.withdrawn))
            self.standing[each] = now
        self._same(last.rows_before)
        self.undone.append((self.heard[-1].act, last))

    def redo(self) -> None:
        """What was taken back last is done again."""
        if not self.undone:
            return
        act, last = self.undone.pop()
        undoing.undo(self.on.desk, act)
        for each, after in last.after.items():
            now = self.standing[each] = self._now(each)
            assert now.changed(withdrawn=None) == after.changed(withdrawn=None)
            assert bool(now.withdrawn) == bool(after.withdrawn)
        self.gone -= set(last.before)
        self._same(last.rows_after)
        last.act = self.heard[-1].act
        self.done.append(last)

    def _do(self, deed: Callable[[], Record]) -> None:
        """Do it; what is refused has changed nothing."""
        before = at_random.rows(self.on.desk)
        try:
            saved = deed()
        except DeskError:
            assert at_random.rows(self.on.desk) == before
            return
        if self.heard[-1].act:  # what changes nothing is no act
            told = Done(
                act=self.heard[-1].act,
                before={saved.id: self.standing.get(saved.id)},
                after={saved.id: saved},
                rows_before=before,
                rows_after=at_random.rows(self.on.desk),
            )
            self.done.append(told)
            self.undone.clear()
        self.standing[saved.id] = saved

    def _same(self, stood: Rows) -> None:
        """Every index says what it said, beside what was made and taken back."""
        assert at_random.without(at_random.rows(self.on.desk), self.gone) == at_random.without(stood, self.gone)

    def _any(self) -> Record | None:
        held = [each for each in self.standing.values() if not each.withdrawn]
        return self.dice.choice(held) if held else None

    def _now(self, record: Id) -> Record:
        found = self.on.desk.store.find(record)
        assert found is not None
        return found


@pytest.mark.parametrize("kind", at_random.KINDS, ids=lambda kind: str(kind.KIND))
@given(seed=st.integers(0, 2**32))
@FEW
def test_undo_restores_exactly_what_stood(on: Ground, kind: type[Record], seed: int) -> None:
    team = Team(on, kind, Random(seed))
    on.desk.listeners[:] = [team.heard.append]
    deeds = (team.record, team.change, team.change, team.withdraw, team.undo, team.undo, team.redo)
    while not team.done:
        team.record()
    for _turn in range(9):
        team.dice.choice(deeds)()
    for each in team.standing.values():
        told = changes.of(on.desk, each.id)
        assert [one.record.version for one in told] == list(range(each.version, 0, -1))
        assert told[0].record == each
        assert all(one.title and one.at and one.by == on.desk.who.name for one in told)
    while team.done:
        team.undo()
    assert not [each for each in team.standing.values() if not each.withdrawn]


def test_every_index_equals_a_rebuild_after_all_of_that(on: Ground) -> None:
    assert upkeep.check(on.desk) == []


@given(seed=st.integers(0, 2**32))
@settings(FEW, max_examples=12)
def test_an_import_that_is_undone_leaves_the_store_as_it_was(on: Ground, tmp_path: Path, seed: int) -> None:
    dice, heard = Random(seed), list[Announcement]()
    on.desk.listeners[:] = [heard.append]
    path = tmp_path / "list.csv"
    path.write_text(at_random.table(on, dice), encoding="utf-8")
    before = at_random.rows(on.desk)
    told = {each.id: each for each in on.desk.store.everything()}
    seen = importing.preview(on.desk, path)
    assert seen.saves, seen.outcomes
    importing.commit(on.desk, seen)
    assert at_random.rows(on.desk) != before
    undoing.undo(on.desk, heard[-1].act)
    new = {each.id for each in seen.saves} - set(told)
    now = {each.id: each for each in on.desk.store.everything()}
    assert {number: each for number, each in now.items() if number not in new} == told
    assert all(now[each].withdrawn for each in new)
    assert at_random.without(at_random.rows(on.desk), new) == at_random.without(before, new)
    assert upkeep.check(on.desk) == []


@given(seed=st.integers(0, 2**32))
@settings(FEW, max_examples=8)
def test_what_was_named_and_taken_up_can_be_taken_back(on: Ground, seed: int) -> None:
    dice, heard = Random(seed), list[Announcement]()
    desk, child = on.desk, build.young_person(on.desk, "Ines")
    desk.listeners[:] = [heard.append]
    telling.told(desk, child, *at_random.mentions(dice))
    waiting = naming.waiting(desk, child.id)
    before, told = at_random.rows(desk), {each.id: each for each in desk.store.everything()}
    naming.settle(desk, at_random.answers(on, waiting, dice))
    new = {each.id for each in desk.store.everything()} - set(told)
    assert new
    undoing.undo(desk, heard[-1].act)
    now = {each.id: each for each in desk.store.everything() if each.id not in new}
    assert now == told
    assert at_random.without(at_random.rows(desk), new) == at_random.without(before, new)
    assert naming.waiting(desk, child.id) == waiting
    assert upkeep.check(desk) == []
