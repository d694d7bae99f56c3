"""A missing episode: what stands against it, by itself and in its file, and how other programs say it."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rise_desk.domain.hearing import heard
from rise_desk.domain.missing import MissingEpisode, Regrade
from rise_desk.domain.missing_problems import RETURN_BEFORE
from rise_desk.domain.moments import Moment
from rise_desk.domain.record import Withdrawal, plain, stored
from rise_desk.services.practice import general
from tests.domain.absences import CHILD, episode, file, interview

NOW = datetime(2026, 11, 21, 10, tzinfo=UTC)
PRACTICE = general()
EIGHT, NINE, TEN = (Moment(f"2026-11-19T{hour}:00+00:00") for hour in ("20", "21", "22"))


def _problems(**values: object) -> dict[str, str]:
    known = {"subject": CHILD, **values}
    return MissingEpisode(**known).problems(PRACTICE, NOW)  # type: ignore[arg-type]  # the values are what is tested


def test_who_and_when_are_enough() -> None:
    assert _problems(reported_at=NINE) == {}
    assert _problems(reported_at=NINE, last_seen_at=EIGHT, returned_at=TEN) == {}


def test_the_child_and_a_beginning_are_asked_for() -> None:
    assert MissingEpisode().problems(PRACTICE, NOW) == {
        "subject": "Enter young person.",
        "reported_at": "Enter when it was reported.",
    }
    assert _problems(missing_type="late_home") == {
        "last_seen_at": "Enter when they were last seen, or when it was reported."
    }


@pytest.mark.parametrize("kind", ["late_home", "learned_later", "left_school"])
def test_a_report_is_optional_where_it_was_learned_of_later(kind: str) -> None:
    assert _problems(missing_type=kind, last_seen_at=EIGHT, returned_at=NINE, reported_at=TEN) == {}
    assert _problems(missing_type=kind, last_seen_at=EIGHT) == {}


@pytest.mark.parametrize("kind", ["missing", "away"])
def test_a_report_comes_between_the_last_sight_and_the_return(kind: str) -> None:
    assert _problems(missing_type=kind, last_seen_at=EIGHT) == {"reported_at": "Enter when it was reported."}
    assert _problems(missing_type=kind, last_seen_at=NINE, reported_at=NINE, returned_at=NINE) == {}
    assert _problems(missing_type=kind, last_seen_at=TEN, reported_at=NINE) == {
        "last_seen_at": "Last seen at must be before it was reported."
    }
    assert _problems(missing_type=kind, reported_at=TEN, returned_at=NINE) == {"returned_at": RETURN_BEFORE}
    found = _problems(missing_type=kind, last_seen_at=NINE, reported_at=TEN, returned_at=EIGHT)
    assert found == {"returned_at": "Returned at must be after they were last seen."}


def test_what_is_known_by_the_day_alone_is_not_refused() -> None:
    assert _problems(reported_at=NINE, returned_at=Moment("2026-11-19"), last_seen_at=Moment("2026-11-19")) == {}


def test_nothing_of_it_lies_in_the_future() -> None:
    found = _problems(reported_at=Moment("2026-11-22T10:00+00:00"))
    assert found == {"reported_at": "Reported at must be in the past."}


def test_a_new_grade_comes_after_they_went() -> None:
    assert _problems(reported_at=NINE, regrades=(Regrade(grade="high", at=TEN),)) == {}
    found = _problems(reported_at=NINE, regrades=(Regrade(grade="high", at=TEN), Regrade(grade="low", at=EIGHT)))
    assert found == {"regrades.2.at": "A new grade must be after they went missing."}


def test_not_from_before_they_were_born() -> None:
    made = episode(2, "2012-03-11T20:00+00:00")
    assert made.file_problems(file(), PRACTICE, NOW) == {"reported_at": "The episode must be after Maisie was born."}
    seen = made.changed(reported_at=Moment("2012-03-12T02:00+00:00"), last_seen_at=Moment("2012-03-11T20:00+00:00"))
    assert seen.file_problems(file(), PRACTICE, NOW) == {"last_seen_at": "The episode must be after Maisie was born."}
    assert episode(2, "2012-03-12T20:00+00:00").file_problems(file(), PRACTICE, NOW) == {}


@pytest.mark.parametrize(
    ("start", "end", "clashes"),
    [
        ("2026-11-19T18:00", "2026-11-19T20:00", False),
        ("2026-11-19T18:00", "2026-11-19T20:01", True),
        ("2026-11-19T22:00", "2026-11-19T23:00", False),
        ("2026-11-19T21:59", "2026-11-19T23:00", True),
        ("2026-11-19T20:00", "2026-11-19T20:30", True),
        ("2026-11-19T18:00", "", True),
        ("2026-11-19T22:00", "", False),
        ("2026-11-19", "2026-11-19", False),
    ],
)
def test_nobody_is_missing_twice_at_once(start: str, end: str, clashes: bool) -> None:
    held = episode(2, EIGHT, TEN)
    zone = "+00:00" if "T" in start else ""
    other = episode(3, start + zone, end + zone if end else "")
    told = {
        "reported_at": "An episode from 19 November 2026 at 8:00pm to 19 November 2026 at 10:00pm is on file already."
    }
    assert other.file_problems(file(held), PRACTICE, NOW) == (told if clashes else {})


def test_one_that_is_open_lasts_and_one_withdrawn_never_was() -> None:
    held = episode(2, EIGHT)
    later = episode(3, TEN, last_seen_at=TEN)
    (told,) = later.clashes(file(held)).values()
    assert told == "An episode from 19 November 2026 at 8:00pm and still open is on file already."
    gone = Withdrawal(why="A mistake.")
    assert later.clashes(file(held.changed(withdrawn=gone))) == {}
    assert later.changed(withdrawn=gone).clashes(file(held)) == {}
    assert later.clashes(file(later)) == {}


def test_it_is_told_by_other_programs_in_plain_words() -> None:
    said = {
        "young_person": "1",
        "type": "absent",
        "risk": "High risk",
        "reported_at": "19/11/2026 20:00",
        "reasons": "CSE; county lines",
        "harm": ["self-harm", {"harm": "injury", "note": "a cut"}],
        "found_with": "Kaz",
    }
    made = heard(MissingEpisode, MissingEpisode.said(said, PRACTICE), PRACTICE, NOW)
    assert (made.subject, made.missing_type, made.grade, made.reported_at) == (1, "away", "high", EIGHT)
    assert [each.reason for each in made.reasons] == ["sexual_exploitation", "gangs_or_county_lines"]
    assert [(each.harm, each.note) for each in made.harms] == [("self_harm", ""), ("injury", "a cut")]
    assert [each.name for each in made.found_with] == ["Kaz"]


def test_its_own_names_go_before_the_other_ones() -> None:
    both = {"type": "absent", "missing_type": "missing", "reasons": None, "found_with": 5}
    assert MissingEpisode.said(both, PRACTICE) == {
        "type": "absent",
        "missing_type": "missing",
        "reasons": None,
        "found_with": [{"name": 5}],
    }


@given(st.lists(st.tuples(st.integers(0, 40), st.integers(1, 9)), max_size=6))
def test_episodes_that_do_not_share_an_hour_never_clash(spans: list[tuple[int, int]]) -> None:
    def hour(place: int) -> str:
        return f"2026-11-{1 + place // 24:02}T{place % 24:02}:00+00:00"

    made = [episode(10 + place, hour(start), hour(start + long)) for place, (start, long) in enumerate(spans)]
    for one, (start, long) in zip(made, spans, strict=True):
        shared = any(
            (a < start + long and start < a + b) or a == start
            for other, (a, b) in zip(made, spans, strict=True)
            if other is not one
        )
        assert bool(one.clashes(file(*made))) == shared
        assert stored(MissingEpisode, plain(one)) == one


def test_it_stands_in_the_chronology_since_when_they_were_away() -> None:
    made = episode(2, NINE, last_seen_at=EIGHT)
    assert (made.happened(), made.involved()) == (EIGHT, ((CHILD, "missing"),))
    assert episode(2, NINE).happened() == NINE


def test_what_its_return_interview_rests_on_is_not_taken_away() -> None:
    made = episode(2, EIGHT, NINE)
    held = file(made, interview(3, 2, done_at=TEN))
    told = {"returned_at": "A return interview about this episode is on file. Withdraw that first."}
    assert made.changed(returned_at=Moment("")).file_problems(held, PRACTICE, NOW) == told
    assert made.changed(returned_at=TEN).file_problems(held, PRACTICE, NOW) == {}
    later = made.changed(returned_at=Moment("2026-11-19T22:01+00:00"))
    assert later.file_problems(held, PRACTICE, NOW) == {
        "returned_at": "The return interview was on 19 November 2026 at 10:00pm, which must be later."
    }
    other = file(made, interview(3, 9, done_at=EIGHT))
    assert later.file_problems(other, PRACTICE, NOW) == {}
    assert later.changed(withdrawn=Withdrawal(why="No.")).file_problems(held, PRACTICE, NOW) == {}
