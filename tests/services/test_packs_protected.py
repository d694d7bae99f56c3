"""A summary tells orders, disruption and investigations: what is open, what was tried, what followed."""

from typing import Any

import pytest

from rise_desk.domain.investigation import AllegedOffence, Investigation, Side
from rise_desk.domain.moments import Moment
from rise_desk.domain.order import Order, Prohibition, Protected
from rise_desk.domain.person import Person
from rise_desk.reports.disruption_summary import NEVER_LOWERS
from rise_desk.services import casework, packs
from rise_desk.services.desk import Desk
from tests import build


@pytest.fixture
def suspect(desk: Desk) -> Person:
    """The man of the published Northamptonshire case."""
    return build.adult(desk, "Suspect", "Northants")


@pytest.fixture
def pupil(desk: Desk) -> Person:
    """The girl of the published Northamptonshire case."""
    return build.young_person(desk, "Pupil", "Northants", date_of_birth=Moment("2012-09-10"))


def order(desk: Desk, suspect: Person, *children: Person, **values: Any) -> Order:
    """A sexual risk order on file."""
    made = Order(
        id=desk.clock.new_id(),
        subject=suspect.id,
        order_type="sexual_risk_order",
        protects=tuple(Protected(child=each.id) for each in children),
    )
    return casework.save(desk, made.changed(**values))


def investigation(desk: Desk, child: Person, *suspects: Person, **values: Any) -> Investigation:
    """An investigation on file."""
    sides = tuple(Side(person=each.id) for each in suspects)
    made = Investigation(id=desk.clock.new_id(), children=(Side(person=child.id),), suspects=sides)
    return casework.save(desk, made.changed(**values))


def head(text: str) -> str:
    """What a summary tells before the chronology."""
    return text.partition("CHRONOLOGY")[0]


def test_a_summary_with_nothing_of_it_has_none_of_its_headings(desk: Desk, pupil: Person) -> None:
    text = packs.summary(desk, pupil.id).text
    for heading in ("ORDERS", "DISRUPTION", "WHAT FOLLOWED", "INVESTIGATIONS"):
        assert f"{heading}\n" not in text


def test_orders_are_told_with_what_they_forbid_and_whether_they_run(desk: Desk, suspect: Person, pupil: Person) -> None:
    order(
        desk,
        suspect,
        pupil,
        made_on=Moment("2025-01-10"),
        ends_on=Moment("2027-01-10"),
        court="Northampton Magistrates",
        reference="SRO/7",
        prohibitions=(
            Prohibition(text="Not to drive a taxi"),
            Prohibition(text="One phone", since=Moment("2025-02-01"), until=Moment("2026-12-31")),
        ),
    )
    text = head(packs.summary(desk, pupil.id).text)
    assert "ORDERS\n1 in force" in text
    assert "Order: Sexual risk order, Northampton Magistrates, SRO/7; Binds: Suspect Northants" in text
    assert "made 10 January 2025, ends 10 January 2027" in text
    assert "– Not to drive a taxi\n– One phone, 1 February 2025 to 31 December 2026" in text


def test_an_order_that_ended_or_was_not_made_says_so(desk: Desk, suspect: Person) -> None:
    order(desk, suspect, ended_on=Moment("2026-03-01"), ended_because="varied", until_further=True)
    text = head(packs.summary(desk, suspect.id).text)
    assert "ORDERS\nnone in force" in text
    assert "not made yet, until further order, ended early 1 March 2026, varied, no longer in force" in text
    assert "What it forbids or demands: not recorded" in text


def test_open_actions_stand_apart_from_what_was_tried(desk: Desk, suspect: Person, pupil: Person) -> None:
    hotel = build.place(desk, "The Gate Hotel")
    build.disruption(
        desk, hotel, suspect, protects=(pupil,), tactic="hotel_watch", due_on="2026-11-18", owner="PC Hale",
        agency="police", what="Ask the night manager.",
    )  # fmt: skip
    build.disruption(desk, suspect, protects=(pupil,), tactic="closure", due_on="2026-11-25")
    build.disruption(desk, suspect, protects=(pupil,), tactic="stop_and_search")
    build.disruption(
        desk, suspect, protects=(pupil,), tactic="tenancy_action", status="not_possible", outcome="He owns it."
    )
    build.disruption(desk, suspect, protects=(pupil,), tactic="search_warrant", status="done")
    text = head(packs.summary(desk, pupil.id).text)
    assert "DISRUPTION, OPEN ACTIONS\n3 actions" in text
    assert "Against: The Gate Hotel, Suspect Northants" in text
    assert "PC Hale, police (child protection), overdue since 18 November 2026" in text
    assert "nobody is named, by 25 November 2026" in text
    assert "nobody is named, no day was set" in text
    assert "DISRUPTION THAT WAS TRIED\n2 actions" in text
    assert (
        "What was tried: Tenancy action; Against: Suspect Northants; When: not possible; What came of it: He owns"
        in text
    )
    assert "When: done, the day is not recorded; What came of it: not recorded" in text


def test_what_followed_is_compared_and_stands_under_the_indicators(desk: Desk, suspect: Person, pupil: Person) -> None:
    build.assessment(desk, pupil.id, "4444444444", day="2026-02-01")
    build.episode(desk, pupil.id, "2026-02-20T19:00+00:00", "2026-02-21T07:00+00:00")
    build.disruption(desk, suspect, protects=(pupil,), status="done", done_on="2026-03-02", outcome="Searched")
    text = head(packs.summary(desk, pupil.id).text)
    assert "1 action" in text
    assert "WHAT FOLLOWED\nas many days before as after" in text
    assert "On: 2 March 2026; Missing episodes: 1 in the 90 days before, 0 in the 90 days after; Band: Red then" in text
    assert "not said to have come from it" in text
    assert "Disruption: search warrant, 2 March 2026." in text


def test_without_an_assessment_no_band_is_compared(desk: Desk, suspect: Person, pupil: Person) -> None:
    build.disruption(desk, suspect, protects=(pupil,), status="done", done_on="2026-03-02")
    assert "Band: not assessed" in head(packs.summary(desk, pupil.id).text)


def test_an_adults_paper_names_no_child_and_tells_what_followed_for_each(
    desk: Desk, suspect: Person, pupil: Person
) -> None:
    jade = build.young_person(desk, "Jadelle", "Kelly")
    build.disruption(desk, suspect, protects=(pupil, jade), status="done", done_on="2026-03-02")
    investigation(desk, pupil, suspect, outcome="charged")
    order(desk, suspect, pupil, jade)
    text = packs.summary(desk, suspect.id).text
    assert "Pupil" not in text
    assert "Jadelle" not in text
    assert head(text).count("After: Search warrant; On: 2 March 2026") == 2


def test_on_a_childs_paper_stands_what_protects_them_alone(desk: Desk, suspect: Person, pupil: Person) -> None:
    other = build.young_person(desk, "Jadelle", "Kelly")
    build.disruption(desk, pupil, protects=(other,), tactic="closure")
    order(desk, pupil, other)
    text = packs.summary(desk, pupil.id).text
    assert "DISRUPTION, OPEN ACTIONS" not in text
    assert "ORDERS\n" not in text
    assert "Jadelle" not in text


def test_investigations_are_told_with_both_places_and_never_lower_a_band(
    desk: Desk, suspect: Person, pupil: Person
) -> None:
    flat = build.place(desk, "Flat 4")
    alleged = AllegedOffence(offence="soa_s9", since=Moment("2025-09"), until=Moment("2026-01-20"))
    investigation(
        desk,
        pupil,
        suspect,
        reported_on=Moment("2026-02-03"),
        crime_ref="26/114",
        offences=(alleged, alleged),
        recorded_place="Her home",
        happened_place=flat.id,
        outcome="evidential_difficulties",
        outcome_on=Moment("2026-06-01"),
    )
    investigation(desk, pupil, happened_where="A car")
    text = head(packs.summary(desk, pupil.id).text)
    assert "INVESTIGATIONS\nan allegation is not a fact" in text
    assert "Alleged: s9 child under 16, recorded at Her home, happened at Flat 4; Against: Suspect Northants" in text
    assert "Reported: 3 February 2026, recent, 26/114" in text
    assert "Evidential difficulties, suspect identified, 1 June 2026" in text
    assert "Alleged: Offences not recorded, happened at A car; Against: nobody is named; Reported: not recorded" in text
    assert "no outcome yet" in text
    assert NEVER_LOWERS in text


def test_in_the_chronology_each_says_what_it_is(desk: Desk, suspect: Person, pupil: Person) -> None:
    build.disruption(desk, suspect, protects=(pupil,), status="done", done_on="2026-03-02")
    order(desk, suspect, pupil)
    text = packs.summary(desk, pupil.id).text.partition("CHRONOLOGY")[2]
    assert "Disruption: search warrant, done" in text
    assert "Sexual risk order" in text
    assert "How it stands: done" not in text


def test_nothing_of_a_restricted_child_is_on_the_adults_paper(desk: Desk, suspect: Person, pupil: Person) -> None:
    build.disruption(desk, suspect, protects=(pupil,), status="done", done_on="2026-03-02", outcome="Pupil is safe")
    with desk.writing() as work:
        work.put(pupil.changed(restricted=True), pupil)
    text = packs.summary(desk, suspect.id).text
    assert "DISRUPTION THAT WAS TRIED" not in text
    assert "Pupil" not in text


def test_what_nobody_dated_says_so_in_the_chronology(desk: Desk, suspect: Person, pupil: Person) -> None:
    build.disruption(desk, suspect, protects=(pupil,), status="done", outcome="Searched")
    text = packs.summary(desk, pupil.id).text.partition("CHRONOLOGY")[2]
    assert "Lena Osei, its own day is not recorded" in text
    build.disruption(desk, suspect, protects=(pupil,), status="done", tactic="closure", done_on="2026-03-02")
    assert packs.summary(desk, pupil.id).text.partition("CHRONOLOGY")[2].count("its own day") == 1
