"""A contact note: whom it concerns, whose words it holds, and what it can't say."""

from datetime import datetime
from typing import Any

import pytest

from rise_desk.domain.casefile import CaseFile
from rise_desk.domain.contact import Concern, ContactNote
from rise_desk.domain.moments import Moment
from rise_desk.domain.person import Person
from rise_desk.domain.practice import Practice
from rise_desk.domain.record import Id

MAZ, BROTHER = Id(1), Id(2)


def _note(**values: Any) -> ContactNote:
    said: dict[str, Any] = {
        "concerns": (Concern(subject=MAZ, seen="seen_alone"),),
        "happened_at": Moment("2026-11-20T10:00+00:00"),
        "text": "Met at school.",
    }
    return ContactNote(**said | values)


def test_a_note_tells_whom_it_concerns_and_who_was_seen() -> None:
    note = _note(
        concerns=(
            Concern(subject=MAZ, seen="seen_with_others"),
            Concern(subject=BROTHER, role="brother_or_sister"),
        )
    )
    assert note.involved() == ((MAZ, "about"), (BROTHER, "brother_or_sister"))
    assert note.saw() == {MAZ}
    assert note.happened() == "2026-11-20T10:00+00:00"
    assert _note(reserved="health").reserved_for() == "health"


def test_the_words_are_those_of_the_only_child_it_is_about() -> None:
    assert _note().speaker() == MAZ
    two = (Concern(subject=MAZ), Concern(subject=BROTHER))
    assert _note(concerns=two).speaker() == 0
    assert _note(concerns=two, own_words_of=BROTHER).speaker() == BROTHER


@pytest.mark.parametrize(
    ("values", "fields"),
    [
        ({}, set()),
        ({"concerns": ()}, {"concerns"}),
        ({"concerns": (Concern(),)}, {"concerns.1.subject"}),
        ({"concerns": (Concern(subject=MAZ), Concern(subject=MAZ))}, {"concerns"}),
        ({"text": " "}, {"text"}),
        ({"happened_at": Moment("")}, {"happened_at"}),
        ({"happened_at": Moment("2026-11-21T10:00+00:00")}, set()),
        ({"happened_at": Moment("2026-11-21T10:01+00:00")}, {"happened_at"}),
        ({"own_words": "I want…"}, set()),
        (
            {"own_words": "I want…", "concerns": (Concern(subject=MAZ), Concern(subject=BROTHER))},
            {"own_words_of"},
        ),
        ({"own_words": "I want…", "own_words_of": BROTHER}, {"own_words_of"}),
    ],
)
def test_what_a_note_alone_shows_to_be_wrong(
    practice: Practice, now: datetime, values: dict[str, Any], fields: set[str]
) -> None:
    assert set(_note(**values).problems(practice, now)) == fields


def test_a_note_from_before_birth_is_refused(practice: Practice, now: datetime) -> None:
    born = CaseFile(subject=Person(given_name="Maz", date_of_birth=Moment("2013-03-12")))
    unknown = CaseFile(subject=Person(given_name="Maz"))
    before, on_the_day = _note(happened_at=Moment("2013-03-11")), _note(happened_at=Moment("2013-03-12"))
    assert before.file_problems(born, practice, now) == {"happened_at": "When it happened must be after Maz was born."}
    assert on_the_day.file_problems(born, practice, now) == {}
    assert before.file_problems(unknown, practice, now) == {}
    assert _note(happened_at=Moment("2013")).file_problems(born, practice, now) == {}


def test_two_notes_of_one_day_stand_side_by_side() -> None:
    file = CaseFile(subject=Person(id=MAZ, given_name="Maz"), records=(_note(id=Id(5)),))
    assert _note(id=Id(6)).clashes(file) == {}
