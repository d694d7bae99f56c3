"""The real practice and a fixed instant, for tests of pure rules."""

from datetime import UTC, datetime

import pytest

from rise_desk.domain.practice import Practice
from rise_desk.services.practice import general


@pytest.fixture(scope="session")
def practice() -> Practice:
    """The practice with the vocabularies that the program ships."""
    return general()


@pytest.fixture
def now() -> datetime:
    """Saturday 21 November 2026, ten in the morning in London."""
    return datetime(2026, 11, 21, 10, tzinfo=UTC)
