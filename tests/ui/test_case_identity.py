"""Whose file it is, as the strip says it: as much as is known, and no more."""

from datetime import date
from typing import Any

import pytest

from rise_desk.domain import life
from rise_desk.domain.checklist import Checklist, ChecklistSign
from rise_desk.domain.contact import Concern
from rise_desk.domain.moments import Moment
from rise_desk.domain.of_concern import ConcernStatus
from rise_desk.services import casework, settings
from rise_desk.services.desk import Desk
from tests.build import adult, assessment, colleague, episode, note, young_person
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


def test_an_adult_of_concern_is_told_by_status_and_a_child_first_by_who_works_with_them(desk: Desk) -> None:
    nobody = {"Status": "Not recorded", "How well known": "Not recorded", "File": "26-0001"}
    assert dict(case_identity.identity(desk, adult(desk)).facts) == nobody
    suspect = (ConcernStatus(status="suspect"),)
    known = adult(
        desk,
        "Kez",
        statuses=suspect,
        how_well_known="given_name_or_alias_only",
        allocations=(life.Allocation(worker="Priya Nair", role="key_worker"),),
    )
    assert case_identity.identity(desk, known).facts[:3] == (
        ("Status", "Suspect"),
        ("How well known", "Given name or alias only"),
        ("Key worker", "Priya Nair"),
    )
    both = (life.DatedRole(role="at_risk"), life.DatedRole(role="of_concern"))
    child = case_identity.identity(desk, young_person(desk, "Jade", roles=both, statuses=suspect))
    assert [each[0] for each in child.facts] == ["Key worker", "Last seen", "File"]


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


OPENED = (life.CaseSpell(state="open", since=Moment("2026-06-01")),)


def test_the_band_its_score_and_the_trend_stand_beside_the_name(desk: Desk) -> None:
    person = young_person(desk, case_spells=OPENED)
    for day, levels, said in (
        ("2026-08-20", "3333333333", "Amber 35"),
        ("2026-10-01", "4333333333", "Amber 36, up 1"),
        ("2026-10-02", "3333333333", "Amber 35, down 1"),
        ("2026-10-03", "3333333333", "Amber 35, as before"),
    ):
        assessment(desk, person.id, levels, day=day)
        assert case_identity.identity(desk, person).badge == (said, Tone.MEDIUM)


def test_an_assessment_that_was_put_right_is_none_to_compare_with(desk: Desk) -> None:
    person = young_person(desk, case_spells=OPENED)
    wrong = assessment(desk, person.id, "5555555555", day="2026-10-01")
    assessment(desk, person.id, "3333333333", day="2026-10-01", corrects=wrong.id)
    assert case_identity.identity(desk, person).badge == ("Amber 35", Tone.MEDIUM)


def test_many_that_do_not_count_hide_none_that_does(desk: Desk) -> None:
    person = young_person(desk, case_spells=OPENED)
    assessment(desk, person.id, "3333333333", day="2026-09-01")
    for day in range(10, 16):
        casework.withdraw(desk, assessment(desk, person.id, "5555555555", day=f"2026-09-{day}"), "wrong file")
    assessment(desk, person.id, "4333333333", day="2026-10-01")
    assert case_identity.identity(desk, person).badge == ("Amber 36, up 1", Tone.MEDIUM)


@pytest.mark.parametrize(
    ("assessed_on", "said", "loud"),
    [
        ("2026-10-09", "Overdue 1 day", ("Next assessment",)),
        ("2026-10-10", "Today", ()),
        ("2026-10-11", "Sun 22 Nov", ()),
        ("2026-11-10", "Tue 22 Dec", ()),
    ],
)
def test_the_next_assessment_has_its_place_and_is_loud_when_overdue(
    desk: Desk, assessed_on: str, said: str, loud: tuple[str, ...]
) -> None:
    person = young_person(desk, case_spells=OPENED)
    assessment(desk, person.id, day=assessed_on)
    who = case_identity.identity(desk, person)
    assert (dict(who.facts)["Next assessment"], tuple(who.loud), who.urgent) == (said, loud, "")


def test_a_band_that_waits_is_named_beside_the_one_that_shows(desk: Desk) -> None:
    person = young_person(desk, case_spells=OPENED)
    assessment(desk, person.id, day="2026-11-10", band="green", band_reason="She is settled.")
    who = case_identity.identity(desk, person)
    assert (who.badge, dict(who.facts)["Not signed off"]) == (("Amber 35", Tone.MEDIUM), "Green")


def test_a_closed_case_says_so_whatever_its_band_was(desk: Desk) -> None:
    spells = (*OPENED, life.CaseSpell(state="closed", since=Moment("2026-11-15")))
    person = young_person(desk, case_spells=spells)
    assessment(desk, person.id, day="2026-11-10")
    who = case_identity.identity(desk, person)
    assert who.badge == ("Closed", Tone.CLOSED)
    assert "Next assessment" not in dict(who.facts)


def test_what_was_asked_for_the_same_day_comes_before_everything_else(desk: Desk) -> None:
    overdue = life.StandingWarning(warning="do_not_tell_family", review_on=Moment("2026-11-18"))
    person = young_person(desk, case_spells=OPENED, warnings=(overdue,))
    assessment(desk, person.id, "3333333335", day="2026-11-10")
    assert case_identity.identity(desk, person).urgent == "Strategy discussion not answered"
    made = Checklist(
        id=desk.clock.new_id(),
        subject=person.id,
        completed_on=Moment("2026-11-12"),
        signs=(ChecklistSign(sign="terminations"),),
    )
    other = young_person(desk, "Jade", case_spells=OPENED)
    casework.save(desk, made.changed(subject=other.id))
    assert case_identity.identity(desk, other).urgent == "Health checklist not answered"


def test_somebody_missing_is_said_at_the_head_of_their_file(desk: Desk) -> None:
    person = young_person(desk)
    episode(desk, person.id, "2026-11-21T04:20+00:00", missing_from="home")
    who = case_identity.identity(desk, person)
    assert who.missing.startswith("Missing now for 5 h 40 min, since Sat 21 Nov 04:20 · from home")
    assert who.runs
    assert case_identity.short(who, ()).missing == "Missing now for 5 h 40 min, since Sat 21 Nov 04:20"
    other = young_person(desk, "Jade")
    episode(desk, other.id, "2026-11-21")
    assert case_identity.identity(desk, other).missing.startswith("Missing now since Sat 21 Nov ·")


def test_the_clock_of_the_interview_that_is_due_first_is_among_the_facts(desk: Desk) -> None:
    settings.set_interviews_since(desk, date(2026, 1, 1))
    person = young_person(desk)
    assert not case_identity.identity(desk, person).runs
    for month in (3, 4):
        episode(desk, person.id, f"2026-0{month}-01T20:00+00:00", f"2026-0{month}-01T22:00+00:00")
    who = case_identity.identity(desk, person)
    assert (dict(who.facts)["Return interview"], who.loud) == ("2 over 28 days late", ("Return interview",))
    episode(desk, person.id, "2026-11-19T20:00+00:00", "2026-11-20T09:30+00:00")
    who = case_identity.identity(desk, person)
    assert (dict(who.facts)["Return interview"], who.loud, who.missing) == ("47 h left", (), "")
    episode(desk, person.id, "2026-11-17T20:00+00:00", "2026-11-17T22:00+00:00")
    who = case_identity.identity(desk, person)
    assert (dict(who.facts)["Return interview"], who.loud) == ("12 h late", ("Return interview",))
