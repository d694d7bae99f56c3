"""Missing episodes in a case summary: missing now loud, each figure by itself, the year, and no other child's name."""

from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest

from rise_desk.domain import missing_now
from rise_desk.domain.casefile import CaseFile
from rise_desk.domain.interview import Attempt, Covered, ReturnInterview
from rise_desk.domain.missing import MissingEpisode
from rise_desk.domain.moments import Moment
from rise_desk.domain.practice import Practice
from rise_desk.domain.record import Id, Record
from rise_desk.domain.standing import course
from rise_desk.reports import paper
from rise_desk.reports.blocks import Block, Facts, Heading, Note, Paragraph, Table, WarningBox, as_text
from rise_desk.reports.missing_summary import Away, lanes, missing
from rise_desk.reports.night_blocks import Bars, Calendar
from rise_desk.reports.paper.fonts import Fonts
from tests.reports.assessing import sheet
from tests.reports.reading import page_texts
from tests.reports.telling import MAISIE, maisie, story, summary


def _episode(number: int, went: str, back: str = "", **values: Any) -> MissingEpisode:
    known: dict[str, Any] = {"subject": MAISIE, "reported_at": Moment(went), "returned_at": Moment(back), **values}
    return MissingEpisode(id=Id(number), **known)


def _interview(number: int, about: MissingEpisode, **values: Any) -> ReturnInterview:
    return ReturnInterview(id=Id(number), subject=MAISIE, episodes=(Covered(episode=about.id),), **values)


BACK = _episode(1, "2026-11-03T22:00+00:00", "2026-11-04T08:00+00:00", grade="high", missing_from="home")
GONE = _episode(2, "2026-11-20T22:00+00:00", grade="medium")


def _away(*records: Record, **values: Any) -> Away:
    return Away(file=CaseFile(subject=maisie(date_of_birth=Moment("2013-03-12")), records=records), **values)


@pytest.fixture
def expecting(practice: Practice) -> Practice:
    """A team that has expected return interviews since the beginning of the year."""
    return replace(practice, interviews_since="2026-01-01")


def _rows(found: list[Block]) -> tuple[tuple[str, ...], ...]:
    return next(each.rows for each in found if isinstance(each, Table))


def _figures(found: list[Block]) -> dict[str, str]:
    return {fact.label: fact.value for each in found if isinstance(each, Facts) for fact in each.facts}


def test_nothing_is_said_where_no_episode_is_on_file(practice: Practice, now: datetime) -> None:
    later = _episode(3, "2026-11-22T22:00+00:00")
    for away in (None, _away(), _away(later), _away(_interview(9, BACK))):
        assert missing(away, practice, now) == []


def test_missing_now_is_told_first_and_loud(expecting: Practice, now: datetime) -> None:
    found = missing(_away(BACK, GONE), expecting, now)
    assert found[0] == Heading(text="Missing", aside="2 episodes on file")
    assert found[1] == WarningBox(
        text="Missing now, since Friday 20 November 2026 at 10:00pm", detail="police grade: medium"
    )
    assert not [each for each in missing(_away(BACK), expecting, now) if isinstance(each, WarningBox)]
    assert _rows(found)[0] == ("Fri 20 Nov 22:00", "12 h", "not recorded", "medium", "missing now")


def test_among_what_is_due_missing_now_says_since_when(expecting: Practice, now: datetime) -> None:
    file = _away(GONE).file
    told = story(file.subject, due=tuple(missing_now.lines(file, expecting)), away=_away(GONE))
    assert "What: Missing now; By: since 20 November 2026 at 10:00pm;" in as_text(summary(told, expecting, now))


def test_who_was_back_later_than_now_is_missing_now(expecting: Practice, now: datetime) -> None:
    away = _away(GONE.changed(returned_at=Moment("2026-11-21T11:00+00:00")))
    found = missing(away, expecting, now)
    assert isinstance(found[1], WarningBox)
    assert _rows(found)[0][1:] == ("12 h", "not recorded", "medium", "missing now")
    assert _figures(found) == {}


def test_each_figure_stands_by_itself(expecting: Practice, now: datetime) -> None:
    held = [_episode(at, f"2026-11-{at:02}T01:00+00:00", f"2026-11-{at:02}T02:00+00:00") for at in range(1, 8)]
    at = Moment("2026-11-08T10:00+00:00")
    steps: tuple[dict[str, Any], ...] = (
        {"offered_at": at},
        {"offered_at": at, "attempts": (Attempt(at=at),)},
        {"answer": "accepted", "offered_at": at},
        {"answer": "declined"},
        {"decided_at": at, "decided_because": "in custody"},
        {"done_at": at, "answer": "accepted"},
    )
    talks = [_interview(100 + n, each, **step) for n, (each, step) in enumerate(zip(held, steps, strict=False))]
    assert _figures(missing(_away(*held, *talks), expecting, now)) == {
        "Returns": "7",
        "Interview offered": "3",
        "Attempted": "1",
        "Accepted": "2",
        "Declined": "1",
        "Decided against": "1",
        "Nothing done yet": "1",
        "Held": "1, 1 of them within 72 hours",
    }
    assert _figures(missing(_away(held[0]), expecting, now))["Held"] == "0"


@pytest.mark.parametrize(
    ("steps", "said"),
    [
        ({"done_at": Moment("2026-11-06T21:59+00:00")}, "done in 61 h"),
        ({"done_at": Moment("2026-11-07T08:00+00:00")}, "done in 72 h"),
        (
            {"done_at": Moment("2026-11-07T16:00+00:00"), "late_because": "she asked for Priya"},
            "done in 80 h, late: she asked for Priya",
        ),
        ({"done_at": Moment("2026-11-05")}, "done"),
        ({"answer": "declined", "declined_because": "tired"}, "declined: tired"),
        ({"answer": "declined"}, "declined"),
        ({"decided_at": Moment("2026-11-05"), "decided_because": "in custody"}, "decided against: in custody"),
        ({"assigned_to": "Priya Nair"}, "owed by Priya Nair; not offered yet; overdue since Sat 7 Nov 08:00"),
        ({"answer": "accepted"}, "accepted, not held yet; overdue since Sat 7 Nov 08:00"),
    ],
)
def test_how_an_interview_stands_is_told(steps: dict[str, Any], said: str, expecting: Practice, now: datetime) -> None:
    assert _rows(missing(_away(BACK, _interview(9, BACK, **steps)), expecting, now)) == (
        ("Tue 3 Nov 22:00", "10 h", "home", "high", said),
    )


def test_what_is_owed_says_by_when(expecting: Practice, now: datetime) -> None:
    back = _episode(3, "2026-11-18T22:00+00:00", "2026-11-19T08:00+00:00", missing_type="late_home")
    assert _rows(missing(_away(back), expecting, now))[0][2:] == (
        "late home, not reported",
        "not recorded",
        "not offered yet; due by Sun 22 Nov 08:00",
    )


def test_a_return_for_which_none_is_expected_says_so(practice: Practice, now: datetime) -> None:
    later = replace(practice, interviews_since="2026-11-05")
    offered = _interview(9, BACK, offered_at=Moment("2026-11-05"))
    for records, said in (
        ((BACK,), "none recorded; none is expected for this return"),
        ((BACK, offered), "offered, no answer yet; none is expected for this return"),
    ):
        assert _rows(missing(_away(*records), later, now))[0][-1] == said


def test_the_table_and_the_figures_keep_to_the_period_and_the_year_does_not(expecting: Practice, now: datetime) -> None:
    old = _episode(3, "2026-09-30T22:59+00:00", "2026-10-01T08:00+00:00")
    first = _episode(4, "2026-09-30T23:00+00:00", "2026-10-01T09:00+00:00")
    last = _episode(5, "2026-10-31T23:59+00:00", "2026-11-01T09:00+00:00")
    away = _away(old, first, last, BACK, since=Moment("2026-10-01"), until=Moment("2026-10"))
    found = missing(away, expecting, now)
    assert found[0] == Heading(text="Missing", aside="2 in this period, 4 episodes on file")
    assert [row[0] for row in _rows(found)] == ["Sat 31 Oct 23:59", "Thu 1 Oct 00:00"]
    assert _figures(found)["Returns"] == "2"
    (calendar,) = [each for each in found if isinstance(each, Calendar)]
    assert (calendar.months[0].first, calendar.months[-1].first) == (date(2025, 11, 1), date(2026, 10, 1))
    assert sum(len(each.nights) for each in calendar.months) == 2
    whole = next(each for each in missing(_away(BACK), expecting, now) if isinstance(each, Calendar))
    assert whole.months[-1].first == date(2026, 11, 1)


def test_a_period_without_an_episode_says_so(expecting: Practice, now: datetime) -> None:
    found = missing(_away(BACK, since=Moment("2026-11-10")), expecting, now)
    assert found[0] == Heading(text="Missing", aside="0 in this period, 1 episode on file")
    assert "No missing episode began in this period." in as_text(
        summary(story(maisie(), away=_away(BACK, since=Moment("2026-11-10"))), expecting, now)
    )


@pytest.mark.parametrize(
    ("episodes", "said"),
    [
        ((BACK,), "In these twelve months: 1 night away."),
        (
            (
                BACK,
                _episode(3, "2026-11-10T22:00+00:00", "2026-11-11T08:00+00:00"),
                _episode(4, "2026-11-12T15:00+00:00", "2026-11-12T18:00+00:00"),
            ),
            "In these twelve months: 2 nights away, 1 other day.",
        ),
    ],
)
def test_the_nights_of_the_year_are_counted(
    episodes: tuple[MissingEpisode, ...], said: str, expecting: Practice, now: datetime
) -> None:
    assert Note(text=said) in missing(_away(*episodes), expecting, now)


def test_a_pattern_is_told_from_four_episodes_on(expecting: Practice, now: datetime) -> None:
    held = [_episode(at, f"2026-10-{at:02}T19:30+00:00", f"2026-10-{at:02}T23:30+00:00") for at in (2, 9, 16, 23)]
    found = missing(_away(*held), expecting, now)
    (bars,) = [each for each in found if isinstance(each, Bars)]
    assert bars.tallies[0].counts == (0, 0, 0, 0, 4, 0, 0)
    assert bars.tallies[1].counts[20] == 4
    told = next(each.text for each in found if isinstance(each, Paragraph))
    assert told.startswith("Went: most often Friday (4 of 4), between 20:00 and 21:00 (4 of 4).\nCame back: ")
    assert not [each for each in missing(_away(*held[:3]), expecting, now) if isinstance(each, Bars)]
    away = [*held[:3], _episode(9, "2026-11-20T19:30+00:00")]
    paragraph = next(each.text for each in missing(_away(*away), expecting, now) if isinstance(each, Paragraph))
    assert "Came back" not in paragraph


@pytest.mark.parametrize(
    ("companions", "said"),
    [
        (((date(2026, 11, 3),),), "1 other young person, on 1 day."),
        (
            ((date(2026, 11, 3), date(2026, 11, 10)), (date(2026, 11, 3),)),
            "2 other young people, on 2 days.",
        ),
    ],
)
def test_who_else_was_missing_is_counted_and_not_named(
    companions: tuple[tuple[date, ...], ...], said: str, expecting: Practice, now: datetime
) -> None:
    found = missing(_away(BACK, companions=companions), expecting, now)
    assert Paragraph(text=f"Missing at the same time, whether or not together: {said}") in found
    assert not [each for each in missing(_away(BACK), expecting, now) if isinstance(each, Paragraph)]


def test_the_nights_are_a_lane_under_the_ten_indicators(
    expecting: Practice, now: datetime, computers_fonts: Fonts
) -> None:
    assert lanes(None, now) == ()
    (lane,) = lanes(_away(BACK, GONE), now)
    assert (lane.label, [mark.at for mark in lane.marks]) == ("Nights missing", ["2026-11-03", "2026-11-20"])
    held = course(CaseFile(subject=maisie(), records=(sheet(),)), expecting)
    told = story(maisie(), away=_away(BACK, GONE), course=held)
    document = summary(told, expecting, now)
    assert "Nights missing: " in as_text(document)
    text = " ".join(page_texts(paper.render(document, computers_fonts)))
    assert "Nights missing" in text
    assert "Missing now, since Friday 20 November 2026" in text
    without = as_text(summary(story(maisie(), course=held), expecting, now))
    assert "Nights missing" not in without
