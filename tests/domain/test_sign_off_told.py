"""What the line of an assessment that waits for its sign-off tells the manager."""

import pytest

from rise_desk.domain import awaiting, life
from rise_desk.domain.casefile import CaseFile
from rise_desk.domain.moments import Moment
from rise_desk.domain.person import Person
from rise_desk.domain.practice import Practice
from rise_desk.domain.record import Id
from tests.build import made_assessment

OPEN = Person(id=Id(5), roles=(life.DatedRole(role="at_risk"),), case_spells=(life.CaseSpell(state="open"),))


@pytest.mark.parametrize(
    ("band", "what", "why"),
    [
        ("red", ": Red chosen above the score", ". Red chosen above the score: seen with him again"),
        ("amber", "", ""),
        ("green", ": Green waits for a manager", ". Green chosen below the score: seen with him again"),
    ],
)
def test_the_manager_reads_which_band_was_chosen_and_why(practice: Practice, band: str, what: str, why: str) -> None:
    reason = "seen with\n him again" if band != "amber" else ""
    made = made_assessment(
        OPEN.id,
        id=Id(7),
        band=band,
        band_reason=reason,
        recorded_by="Priya Nair",
        recorded_at=Moment("2026-11-10T12:00+00:00"),
    )
    (line,) = awaiting.sign_off_lines(CaseFile(subject=OPEN, records=(made,)), practice)
    assert line.what == f"Sign off the assessment{what}"
    assert line.why == f"Priya Nair, 10 November 2026: 35{why}"
    assert line.by == ("2026-11-10" if band == "green" else "2026-11-17")


def test_the_lower_of_two_bands_is_told_as_that(practice: Practice) -> None:
    made = made_assessment(
        OPEN.id,
        "4444333333",
        id=Id(7),
        judgement=6,
        band="amber",
        band_reason="she is at school",
        recorded_at=Moment("2026-11-10"),
    )
    (line,) = awaiting.sign_off_lines(CaseFile(subject=OPEN, records=(made,)), practice)
    assert line.what == "Sign off the assessment: Amber waits for a manager"
    assert line.why.endswith(": 40. Amber chosen, the lower of two: she is at school")
