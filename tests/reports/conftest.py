"""Fonts of this computer, the real practice, and an instant, for everything that is put on paper."""

from datetime import UTC, datetime

import pytest

from rise_desk import places
from rise_desk.domain.practice import Practice
from rise_desk.reports.paper import fonts
from rise_desk.reports.paper.fonts import Fonts
from rise_desk.reports.paper.text import Typesetter
from rise_desk.services.practice import general


@pytest.fixture(scope="session")
def computers_fonts() -> Fonts:
    """The fonts that the program itself would choose here."""
    return fonts.choose((each.name, each.regular, each.bold) for each in places.font_files())


@pytest.fixture(scope="session")
def vera() -> Fonts:
    """The font that comes with reportlab, for a computer without any other."""
    return fonts.choose(())


@pytest.fixture
def setter(computers_fonts: Fonts) -> Typesetter:
    """A typesetter in this computer's fonts."""
    return Typesetter(computers_fonts)


@pytest.fixture(scope="session")
def practice() -> Practice:
    """The practice with the vocabularies that the program ships."""
    return general()


@pytest.fixture
def now() -> datetime:
    """Saturday 21 November 2026, ten in the morning in London."""
    return datetime(2026, 11, 21, 10, tzinfo=UTC)
