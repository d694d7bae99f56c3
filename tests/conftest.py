"""A real encrypted store with somebody signed in, for every room's tests; nothing touches a screen."""

import os
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from rise_desk.services import accounts, signing_in
from rise_desk.services.clock import Clock
from rise_desk.services.desk import Desk
from rise_desk.storage import keys
from tests.build import PASSWORD
from tests.line import YOUNG_PEOPLE, Line

# A busy computer makes an example slow, not wrong.
settings.register_profile("desk", deadline=None)
settings.load_profile("desk")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What may take long (it says so by a time limit of its own) goes first, so that nobody waits for it in the end."""
    items.sort(key=lambda item: item.get_closest_marker("timeout") is None)


@pytest.fixture
def clock() -> Clock:
    """A clock that stands at ten in the morning of Saturday 21 November 2026."""
    return Clock(datetime(2026, 11, 21, 10, tzinfo=UTC))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the store lies."""
    return tmp_path / "data"


@pytest.fixture
def desk(folder: Path, clock: Clock) -> Iterator[Desk]:
    """The supervisor Lena Osei, signed in at a new store."""
    accounts.create(folder, "Lena Osei", PASSWORD, clock, keys.TEST)
    laid = signing_in.sign_in(folder, "Lena Osei", PASSWORD, clock)
    yield laid
    if laid.store.vault.database is not None:
        signing_in.leave(laid)


@pytest.fixture
def line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Line:
    """A fresh store with one supervisor."""
    monkeypatch.setenv("RISE_DESK_PASSWORD", PASSWORD)
    made = Line(tmp_path / "data")
    code, answer, err = made.run("create", "--kdf-mib", "8")
    assert code == 0
    assert len(answer["recovery_key"].replace("-", "")) == 27
    assert "trying things out" in err or err == ""
    return made


@pytest.fixture
def people(tmp_path: Path) -> Path:
    """Three young people in a file, one of whom was born on no day."""
    path = tmp_path / "case5" / "young_people.csv"
    path.parent.mkdir()
    path.write_text(YOUNG_PEOPLE)
    return path
