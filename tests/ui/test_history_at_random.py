"""The history of whatever is recorded around people, at random: each version is told in words, and in no other way."""

import re
from collections.abc import Iterator
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication

from rise_desk.domain.changes import Change
from rise_desk.domain.record import Record
from rise_desk.domain.staff import Role
from rise_desk.errors import DeskError
from rise_desk.services import accounts, casework, changes, signing_in
from rise_desk.services.changes import Version
from rise_desk.services.clock import Clock
from rise_desk.storage import keys
from tests import build
from tests.services import at_random
from tests.services.at_random import Ground
from tests.services.test_kept_at_random import WHEN
from ui.desk import ScreenDesk
from ui.records.shown import SOMEBODY
from ui.records.state_words import OTHERWISE, StateWords, words_for

A_NUMBER, A_KEY, A_STAMP = r"\d{15,}", r"\b[a-z0-9]+_[a-z_]+\b", r"\d{4}-\d{2}-\d{2}"
"""What the program tells things by, and people do not: a record's number, a word of a list by its key, a stored day."""

FEW = settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@pytest.fixture(scope="module")
def on(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Ground, ScreenDesk]]:
    """A store, and a screen for a manager who reads intelligence too."""
    folder = tmp_path_factory.mktemp("told") / "data"
    clock = Clock(WHEN)
    accounts.create(folder, "Lena Osei", build.PASSWORD, clock, keys.TEST)
    desk = signing_in.sign_in(folder, "Lena Osei", build.PASSWORD, clock)
    screen = ScreenDesk(clock)
    screen.sit(build.colleague(desk, "Ana Reyes", Role.MANAGER, ("intelligence",)))
    yield at_random.ground(screen.at), screen
    screen.leave()
    screen.tasks.close()
    signing_in.leave(desk)


def _kept(on: Ground, kind: type[Record], dice: Random) -> Record:
    """A record that was changed some times, and perhaps withdrawn."""
    held: Record | None = None
    for _turn in range(40):
        try:
            said = at_random.changed(held, on, dice, 3) if held else at_random.made(kind, on, dice)
            if held and held.settled:
                break
            held = casework.save(on.desk, said)
        except DeskError:
            continue
        if held.version > 4:
            break
    assert held is not None
    return casework.withdraw(on.desk, held, "Not so.") if dice.random() < 0.5 else held


def _in_words(words: StateWords, version: Version, change: Change) -> Iterator[str]:
    kind = type(version.record)
    for side in (change.before, change.after):
        told = words.value(kind, change.attribute, side)
        assert bool(told.strip()) == _says_something(side), (change.attribute.name, side, told)
        yield told
    for item in change.items:
        yield from (words.part(kind, change.attribute, part) for part in (item.before, item.after) if part)


def _says_something(value: object) -> bool:
    if isinstance(value, tuple):
        return any(_says_something(each) for part in value for each in vars(part).values())
    return value is False or bool(str(value or "").strip())


@pytest.mark.parametrize("kind", at_random.KINDS, ids=lambda kind: str(kind.KIND))
@given(seed=st.integers(0, 2**32))
@FEW
def test_every_version_is_told_in_words(on: tuple[Ground, ScreenDesk], kind: type[Record], seed: int) -> None:
    ground, screen = on
    record = _kept(ground, kind, Random(seed))
    versions = changes.of(screen.at, record.id)
    words = words_for(screen, [each.record for each in versions])
    assert [each.record.version for each in versions] == list(range(record.version, 0, -1))
    for version in versions:
        assert version.changes, version
        for change in version.changes:
            for told in _in_words(words, version, change):
                assert not re.search(f"{A_NUMBER}|{A_KEY}|{A_STAMP}", told), (change.attribute.name, told)
                unsaid = {each.strip() for each in re.split("[·\n]", told)} & {SOMEBODY, *OTHERWISE.values()}
                assert not unsaid, (change.attribute.name, told)
