"""Whose file it is, as the strip says it: as much as is known, and no more."""

from typing import Any

import pytest

from rise_desk.domain import life
from rise_desk.domain.contact import Concern
from rise_desk.domain.moments import Moment
from rise_desk.services import casework
from rise_desk.services.desk import Desk
from tests.build import colleague, note, young_person
from ui import case_identity
from ui.widgets.badge import Tone


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"date_of_birth": Moment("2012-01")}, "14 (born January 2012, day not known)"),
        ({"date_of_birth": Moment("2012")}, "13 or 14 (born 2012, day not known)"),
        ({"approximate_age": "14 to 16"}, "about 14 to 16"),
        ({}, "date of birth not recorded"),
        ({"date_of_birth": Moment("2012-02-03"), "known_as": "Jade Whitlock"}, "14 (3 February 2012)"),
    ],
)
def test_an_age_is_said_as_far_as_it_is_known(desk: Desk, values: dict[str, Any], said: str) -> None:
    person = young_person(desk, "Jade", "Whitlock", **values)
    assert case_identity.second_line(person, desk.practice, desk.now()) == said


def test_nothing_recorded_is_said_too(desk: Desk) -> None:
    who = case_identity.identity(desk, young_person(desk, "Jade", "Whitlock"))
    assert dict(who.facts) == {"Key worker": "Nobody yet", "Last seen": "Not recorded", "File": "26-0001"}
    assert (who.badge, who.urgent, tuple(who.warnings)) == (None, "", ())
    closed = young_person(desk, "Kian", case_spells=(life.CaseSpell(state="closed"),))
    assert case_identity.identity(desk, closed).badge == ("Closed", Tone.CLOSED)


def test_a_withdrawn_file_says_so_before_anything_else(desk: Desk) -> None:
    warnings = (life.StandingWarning(warning="do_not_tell_family"),)
    person = young_person(desk, "Jade", warnings=warnings, case_spells=(life.CaseSpell(state="open"),))
    who = case_identity.identity(desk, casework.withdraw(desk, person, "entered twice"))
    assert who.badge == ("Withdrawn", Tone.CLOSED)
    told = "Lena Osei, 21 November 2026 · entered twice"
    assert list(who.warnings) == [("This file was withdrawn. It is in no list", told), ("Do not tell family", "")]


def test_last_seen_is_what_still_stands(desk: Desk) -> None:
    person = young_person(desk)
    note(desk, concerns=(Concern(subject=person.id, seen="seen_with_others"),), happened_at="2026-11-10")
    alone = note(desk, concerns=(Concern(subject=person.id, seen="seen_alone"),), happened_at="2026-11-12")
    assert case_identity.last_seen(desk, person) == "Thu 12 Nov, alone"
    casework.withdraw(desk, alone, "wrong file")
    assert case_identity.last_seen(desk, person) == "Tue 10 Nov, with others"


def test_a_reserved_visit_is_not_told_to_everybody(desk: Desk) -> None:
    nurse = colleague(desk, "Ada Bell", grants=("health",))
    person = young_person(desk)
    seen = (Concern(subject=person.id, seen="seen_alone"),)
    note(nurse, concerns=seen, happened_at="2026-11-12", reserved="health")
    assert case_identity.last_seen(desk, person) == ""
