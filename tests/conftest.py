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

# A busy computer makes an example slow, not wrong.
settings.register_profile("desk", deadline=None)
settings.load_profile("desk")


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
