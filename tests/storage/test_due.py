"""The index of what is due: asked for everybody or a few, until a day, with old return interviews folded by subject."""

import pytest

from rise_desk.domain.due import Due
from rise_desk.domain.record import Id
from rise_desk.services.desk import Desk
from rise_desk.storage.indexes import due
from tests.bench.bare import overheard

OLD = "2026-10-24T10:00+00:00"


def line(subject: int, by: str, rule: str = "return_interview", since: str = "", owner: str = "") -> Due:
    """One line; `since` is when it began."""
    numbered = int("".join(each for each in by if each.isdecimal())[:12])
    return Due(rule=rule, what="x", subject=Id(subject), record=Id(numbered), since=since or by, by=by, owner=owner)


LINES = (
    line(1, "2026-10-24T09:59+00:00", owner="Ann"),
    line(1, "2026-09-01T09:59+00:00"),
    line(1, "2026-08-01T09:59+00:00", owner="Tom"),
    line(1, "2026-10-24T10:00+00:00"),
    line(1, "2026-01-01", rule="warning_review"),
    line(2, "2026-03-01T09:59+00:00"),
    line(3, "2026-11-25T09:59+00:00", since="2026-11-22T09:59+00:00"),
)


@pytest.fixture
def filled(desk: Desk) -> Desk:
    """The lines of three."""
    with desk.writing():
        due.add(desk.store.vault, LINES)
    return desk


def bys(lines: list[Due]) -> list[str]:
    return [each.by[:16] for each in lines]


def test_return_interviews_before_an_instant_are_left_out_and_nothing_else(filled: Desk) -> None:
    told = due.lines(filled.store.vault, old=OLD)
    assert bys(told) == ["2026-01-01", "2026-10-24T10:00", "2026-11-25T09:59"]
    assert len(due.lines(filled.store.vault)) == len(LINES)


def test_they_are_one_for_each_subject_with_the_earliest_how_many_and_whose(filled: Desk) -> None:
    found = due.folded(filled.store.vault, OLD)
    told = [(each.first.subject, each.first.by[:10], each.first.record, each.many, each.owners) for each in found]
    assert told == [
        (1, "2026-08-01", 202608010959, 3, ("Ann", "Tom")),
        (2, "2026-03-01", 202603010959, 1, ()),
    ]
    assert [each.first.subject for each in due.folded(filled.store.vault, OLD, (Id(2), Id(3)))] == [2]
    assert due.folded(filled.store.vault, OLD, ()) == []


def test_all_that_are_folded_and_all_that_are_not_are_all_there_are(filled: Desk) -> None:
    for old in ("2026-01-01", "2026-08-01T10:00+00:00", OLD, "2027-01-01"):
        kept = due.lines(filled.store.vault, old=old)
        assert len(kept) + sum(each.many for each in due.folded(filled.store.vault, old)) == len(LINES)


@pytest.mark.parametrize(
    ("began", "told"),
    [("2026-11-22", ["2026-01-01", "2026-11-25T09:59"]), ("2026-11-23", ["2026-01-01"]), ("", ["2026-01-01"])],
)
def test_until_a_day_and_besides_what_came_back_since(filled: Desk, began: str, told: list[str]) -> None:
    assert bys(
        due.lines(filled.store.vault, None, "2026-01-02", old="2026-12-01" if not began else "", began=began)
    ) == [
        *told[:1],
        *told[1:],
    ]


def test_the_folded_are_read_in_one_question(filled: Desk) -> None:
    with overheard(filled.store.vault) as said:
        due.folded(filled.store.vault, OLD)
    assert len(said) == 1
