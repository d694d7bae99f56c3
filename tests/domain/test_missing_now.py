"""Missing now: until a return is recorded, with what matters in one line; and what a list shows of absences."""

from rise_desk.domain import agenda, missing_now
from rise_desk.domain.missing import Regrade
from rise_desk.domain.missing_now import NOT_AWAY, Away
from rise_desk.domain.moments import Moment
from rise_desk.domain.record import Withdrawal
from rise_desk.services.practice import general
from tests.domain.absences import episode, file

OPEN = episode(
    2,
    "2026-11-20T23:00+00:00",
    last_seen_at=Moment("2026-11-20T21:00+00:00"),
    missing_from="childrens_home",
    grade="medium",
)


def test_the_line_tells_since_when_from_where_how_graded_and_how_often() -> None:
    earlier = episode(3, "2026-11-01T20:00+00:00", "2026-11-02T07:00+00:00")
    (line,) = missing_now.lines(file(OPEN, earlier), general())
    assert (line.rule, line.record, line.since, line.by, line.state) == (
        "missing_now",
        2,
        "2026-11-20T21:00+00:00",
        "2026-11-20T21:00+00:00",
        "medium",
    )
    assert line.why == "from children's home, police grade medium, 2nd time in 30 days"


def test_the_grade_is_the_newest_and_the_place_is_named_where_it_is_known() -> None:
    regraded = OPEN.changed(regrades=(Regrade(grade="high"),), missing_from_name="The Limes")
    (line,) = missing_now.lines(file(regraded), general())
    assert (line.why, line.state) == ("from children's home, The Limes, police grade high", "high")
    (bare,) = missing_now.lines(file(episode(2, "2026-11-20")), general())
    assert bare.why == "police grade not recorded"


def test_a_return_or_a_withdrawal_ends_it() -> None:
    for ended in (
        OPEN.changed(returned_at=Moment("2026-11-21T03:00+00:00")),
        OPEN.changed(withdrawn=Withdrawal(why="A mistake.")),
    ):
        assert not list(missing_now.lines(file(ended), general()))


def test_a_list_shows_since_when_and_the_first_interview_that_is_owed() -> None:
    back = (episode(3, "2026-11-01", "2026-11-02T10:00+00:00"), episode(4, "2026-11-03", "2026-11-04T10:00+00:00"))
    ruled = agenda.ruled(file(OPEN, *back), general())
    assert ruled.away == Away(missing_since="2026-11-20T21:00+00:00", interview_by="2026-11-05T10:00+00:00")
    assert agenda.ruled(file(), general()).away == NOT_AWAY
