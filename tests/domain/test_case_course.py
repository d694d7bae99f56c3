"""The course of a case: when the one that is open now was opened, and whether it had been closed before."""

from datetime import UTC, datetime

import pytest

from rise_desk.domain import case_course
from rise_desk.domain.case_course import Opening
from rise_desk.domain.record import make_id
from tests.domain import sheets

CASES: list[tuple[tuple[tuple[str, str], ...], tuple[str, bool] | None]] = [
    ((), None),
    ((("2026-05-01", "referred"),), None),
    ((("2026-05-01", "open"), ("2026-06-01", "closed")), None),
    ((("2026-05-01", "open"),), ("2026-05-01", False)),
    ((("2026-04-01", "referred"), ("2026-05-01", "open")), ("2026-05-01", False)),
    ((("2026-05-01", "open"), ("2026-06-01", "open")), ("2026-05-01", False)),
    ((("2026-05-01", "open"), ("2026-06-01", "closed"), ("2026-07-01", "open")), ("2026-07-01", True)),
    (
        (("2026-05-01", "open"), ("2026-06-01", "closed"), ("2026-06-20", "referred"), ("2026-07-01", "open")),
        ("2026-07-01", True),
    ),
    ((("2026-07-01", "open"), ("2026-05-01", "open"), ("2026-06-01", "closed")), ("2026-07-01", True)),
    ((("2026-05-01", "open"), ("2026-06-01", "closed"), ("2026-06-01", "open")), ("2026-06-01", True)),
    ((("2026-06-01", "closed"), ("", "open")), ("2026-06-01", True)),
    ((("2026-05-01", "open"), ("", "closed")), None),
    ((("2026-05", "open"),), ("2026-05-01", False)),
    ((("2026-05-01T23:30+00:00", "open"),), ("2026-05-02", False)),
    ((("", "open"),), ("2026-11-21", False)),
]


@pytest.mark.parametrize(("spells", "opened"), CASES)
def test_how_a_case_came_to_be_open(spells: tuple[tuple[str, str], ...], opened: tuple[str, bool] | None) -> None:
    found = case_course.opening(sheets.young_person(*spells))
    assert found == (Opening(day=opened[0], again=opened[1]) if opened else None)


def test_a_file_was_made_on_the_day_that_its_number_tells() -> None:
    assert case_course.made_on(make_id(datetime(2026, 6, 30, 22, 59, 59, tzinfo=UTC), 1)) == "2026-06-30"
    assert case_course.made_on(make_id(datetime(2026, 6, 30, 23, 0, tzinfo=UTC), 1)) == "2026-07-01"
