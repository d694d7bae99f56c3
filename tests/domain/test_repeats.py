"""Repeats: what the team's triggers find, what answers them, and that they ask for an early review."""

from datetime import timedelta

import pytest

from rise_desk.domain import early_review, missing_now, repeats
from rise_desk.domain.action import Action
from rise_desk.domain.casefile import CaseFile
from rise_desk.domain.life import CaseSpell
from rise_desk.domain.missing import MissingEpisode
from rise_desk.domain.moments import Moment
from rise_desk.domain.practice import Practice
from rise_desk.domain.record import Id, Withdrawal
from rise_desk.domain.trigger import PLAN, Trigger
from rise_desk.services.practice import general
from tests.build import made_assessment
from tests.domain.absences import CHILD, episode, file

OFTEN, LONG, YOUNG = Trigger(count=3, days=30), Trigger(hours=24), Trigger(under=13)


def _days(*days: str) -> list[MissingEpisode]:
    return [episode(place, f"{day}T20:00+00:00", f"{day}T22:00+00:00") for place, day in enumerate(days, 10)]


def _texts(held: CaseFile, *triggers: Trigger, since: str = "") -> list[str]:
    return [each.text for each in repeats.hits(held, Practice(triggers=triggers, interviews_since=since))]


@pytest.mark.parametrize(("first", "found"), [("2026-10-22", True), ("2026-10-21", False)])
def test_three_in_thirty_days_and_one_day_more(first: str, found: bool) -> None:
    held = file(*_days(first, "2026-11-01", "2026-11-20"))
    names = ["3 missing episodes in 30 days: 22 Oct, 1 Nov, 20 Nov 2026"]
    assert _texts(held, OFTEN) == (names if found else [])


def test_more_than_asked_for_are_counted_and_the_newest_are_named() -> None:
    held = file(*_days(*(f"2026-11-{day:02}" for day in range(1, 9))))
    (text,) = _texts(held, OFTEN)
    assert text.startswith("8 missing episodes in 30 days: … 3 Nov, 4 Nov, 5 Nov, ")


def test_the_newest_time_it_was_set_off_is_the_one_that_counts() -> None:
    held = file(*_days("2026-09-01", "2026-09-02", "2026-09-03", "2026-11-20"))
    (text,) = _texts(held, OFTEN)
    assert text.endswith("3 Sep 2026")


@pytest.mark.parametrize(("back", "found"), [("2026-11-20T20:00+00:00", []), ("2026-11-20T20:01+00:00", [11])])
def test_over_24_hours_is_more_than_24_real_hours(back: str, found: list[int]) -> None:
    held = file(episode(11, "2026-11-19T20:00+00:00", back), episode(12, "2026-11-21T20:00+00:00"))
    hits = repeats.hits(held, Practice(triggers=(LONG,)))
    assert [each.newest.id for each in hits] == found


@pytest.mark.parametrize(
    ("born", "found"),
    [("2013-11-21", True), ("2013-11-20", False), ("2013", False), ("2014", True), ("", False)],
)
def test_under_13_on_the_day_it_began_as_far_as_it_is_certain(born: str, found: bool) -> None:
    held = file(*_days("2026-11-20"), date_of_birth=Moment(born))
    assert _texts(held, YOUNG) == (["missing under the age of 13: 20 Nov 2026"] if found else [])


def test_late_home_is_not_missing_and_what_was_withdrawn_did_not_happen() -> None:
    away = _days("2026-11-01", "2026-11-02", "2026-11-03")
    assert _texts(file(*away[:2], away[2].changed(missing_type="late_home")), OFTEN) == []
    assert _texts(file(*away[:2], away[2].changed(withdrawn=Withdrawal(why="No."))), OFTEN) == []
    assert len(_texts(file(*away), OFTEN)) == 1


@pytest.mark.parametrize(("since", "found"), [("2026-11-03", 1), ("2026-11-04", 0)])
def test_what_was_before_interviews_are_expected_raises_nothing(since: str, found: int) -> None:
    held = file(*_days("2026-11-01", "2026-11-02", "2026-11-03"))
    assert len(_texts(held, OFTEN, since=since)) == found


def test_one_line_for_an_episode_and_what_is_to_be_done_naming_all_that_set_it_off() -> None:
    held = file(*_days("2026-11-01", "2026-11-02", "2026-11-03"), date_of_birth=Moment("2014-01-01"))
    other = Trigger(count=2, days=7, action="Tell the manager")
    lines = list(repeats.lines(held, Practice(triggers=(OFTEN, YOUNG, other))))
    assert [(each.what, each.record, each.by, each.answered_by) for each in lines] == [
        (PLAN, 12, "2026-11-03", "action"),
        ("Tell the manager", 12, "2026-11-03", "action"),
    ]
    assert lines[0].why.split("; ")[1] == "missing under the age of 13: 3 Nov 2026"


def test_an_assessment_since_or_an_action_about_the_episode_answers_it() -> None:
    away, practice = _days("2026-11-01", "2026-11-02", "2026-11-03"), general()
    assert len(list(repeats.lines(file(*away), practice))) == 1
    for day, left in (("2026-11-02", 1), ("2026-11-03", 0)):
        assert len(list(repeats.lines(file(*away, made_assessment(CHILD, day=day)), practice))) == left
    agreed = Action(id=Id(50), subject=CHILD, what="Ring", agreed_at=Moment("2026-11-04"), about=away[2].id)
    assert not list(repeats.lines(file(*away, agreed), practice))
    for other in (agreed.changed(about=away[1].id), agreed.changed(withdrawn=Withdrawal(why="No."))):
        assert len(list(repeats.lines(file(*away, other), practice))) == 1


def test_it_suggests_an_early_review_where_it_is_newer_than_the_last_assessment() -> None:
    opened = (CaseSpell(since=Moment("2026-01-01"), state="open"),)
    away = _days("2026-11-01", "2026-11-02", "2026-11-03")
    for day, prompts in (("2026-11-02", 1), ("2026-11-03", 0)):
        held = file(*away, made_assessment(CHILD, day=day), case_spells=opened)
        lines = list(early_review.lines(held, general()))
        assert len(lines) == prompts, day
    assert (
        "3 missing episodes in 30 days"
        in next(
            iter(
                early_review.lines(file(*away, made_assessment(CHILD, day="2026-11-02"), case_spells=opened), general())
            )
        ).why
    )


def test_how_often_somebody_was_missing_of_late_counts_this_time() -> None:
    away = _days("2026-10-22", "2026-11-01", "2026-11-20")
    assert [repeats.often(file(*away), each) for each in away] == [1, 2, 3]
    assert repeats.often(file(*away), away[2], days=7) == 1


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (1, "1st"),
        (2, "2nd"),
        (3, "3rd"),
        (4, "4th"),
        (11, "11th"),
        (12, "12th"),
        (13, "13th"),
        (21, "21st"),
        (112, "112th"),
    ],
)
def test_numbers_in_a_row(number: int, said: str) -> None:
    assert missing_now.ordinal(number) == said


def test_how_long_an_open_episode_has_lasted_goes_by_the_reader() -> None:
    away = episode(2, "2026-03-28T20:00+00:00")
    assert away.lasted(repeats.BEGINNING) == timedelta(0)


def test_each_year_is_said_with_its_last_day() -> None:
    (text,) = _texts(file(*_days("2025-12-30", "2025-12-31", "2026-01-02")), OFTEN)
    assert text.endswith(": 30 Dec, 31 Dec 2025, 2 Jan 2026")
