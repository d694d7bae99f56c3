"""A chronology narrowed by words: folded like every search, within this file alone, and never by what is reserved."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rise_desk.domain.chronology import Sieve
from rise_desk.domain.record import Id
from rise_desk.services import overview, signing_in
from rise_desk.services.desk import Desk
from tests import build


def texts(desk: Desk, subject: Id, words: str) -> list[str]:
    """What the entries say that hold these words; as many as are counted."""
    sieve = Sieve(text=words)
    found = [each.record for each in overview.chronology(desk, subject, sieve)]
    assert overview.how_many_entries(desk, subject, sieve) == len(found)
    return [getattr(each, "text", "") for each in found]


@pytest.fixture
def child(desk: Desk) -> Id:
    """A young person with three notes; another young person is in one of them, and has one of their own."""
    ana, ben = build.young_person(desk, "Ana", "Lima"), build.young_person(desk, "Ben", "Cole")
    build.note(desk, ana.id, happened_at="2026-11-01", text="Zoë’s café", own_words="“I’m FINE now”")
    build.note(desk, ana.id, ben.id, happened_at="2026-11-02", text="They ate at the cafe.")
    build.note(desk, ana.id, happened_at="2026-11-03", text="Phoned 07700 900123", place="Hall")
    build.note(desk, ben.id, happened_at="2026-11-04", text="A cafe of his own.")
    return ana.id


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("CAFE", ["They ate at the cafe.", "Zoë’s café"]),
        ("caf", ["They ate at the cafe.", "Zoë’s café"]),
        ("zoes cafe", ["Zoë’s café"]),
        ("fine", ["Zoë’s café"]),
        ("hall", ["Phoned 07700 900123"]),
        ("07700900123", ["Phoned 07700 900123"]),
        ("own", []),
        ("nowhere", []),
    ],
)
def test_entries_are_found_by_their_words(desk: Desk, child: Id, words: str, found: list[str]) -> None:
    assert texts(desk, child, words) == found


@pytest.mark.parametrize("words", ["", "  ", "!!!", "*", '"'])
def test_no_words_let_everything_through(desk: Desk, child: Id, words: str) -> None:
    assert len(texts(desk, child, words)) == 3


def test_other_filters_hold_as_well(desk: Desk, child: Id) -> None:
    found = overview.chronology(desk, child, Sieve(text="cafe", since="2026-11-02"))
    assert [each.line.day for each in found] == ["2026-11-02"]


def test_what_is_reserved_is_not_found_by_others(desk: Desk, child: Id) -> None:
    nurse = build.colleague(desk, "Nurse Abara", grants=("health",))
    build.note(nurse, child, reserved="health", text="cafe clinic")
    assert len(texts(nurse, child, "cafe")) == 3
    assert texts(desk, child, "clinic") == []
    signing_in.leave(nurse)


@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=30))
def test_any_text_may_be_asked(desk: Desk, child: Id, words: str) -> None:
    assert len(texts(desk, child, words)) <= 3
