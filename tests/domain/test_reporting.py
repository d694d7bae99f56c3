"""How an information report stands, and for how long it waits."""

from datetime import UTC, datetime

import pytest

from rise_desk.domain.information import InformationReport
from rise_desk.domain.moments import Moment
from rise_desk.domain.record import Withdrawal
from rise_desk.domain.reporting import ANSWERED, AWAITED, UNSENT, WITHDRAWN, days_waiting, state_of

NOW = datetime(2026, 11, 21, 10, 0, tzinfo=UTC)


def _report(**values: object) -> InformationReport:
    return InformationReport().changed(**{"recorded_at": Moment("2026-11-19T23:30+00:00"), **values})


@pytest.mark.parametrize(
    ("values", "state", "days"),
    [
        ({}, UNSENT, 2),
        ({"recorded_at": Moment("2026-11-21T09:00+00:00")}, UNSENT, 0),
        ({"feedback": "Told by telephone."}, UNSENT, 2),
        ({"sent_at": Moment("2026-11-20T00:10+00:00")}, AWAITED, 1),
        ({"sent_at": Moment("2026-11")}, AWAITED, 20),
        ({"sent_at": Moment("2026-11-20"), "feedback": " \n"}, AWAITED, 1),
        ({"sent_at": Moment("2026-11-20"), "feedback": "A patrol passes."}, ANSWERED, None),
        ({"sent_at": Moment("2026-11-20"), "feedback_on": Moment("2026-11-21")}, ANSWERED, None),
        ({"withdrawn": Withdrawal()}, WITHDRAWN, None),
        ({"withdrawn": Withdrawal(), "sent_at": Moment("2026-11-20")}, WITHDRAWN, None),
    ],
)
def test_it_waits_to_be_sent_and_then_for_feedback(values: dict[str, object], state: str, days: int | None) -> None:
    made = _report(**values)
    assert (state_of(made), days_waiting(made, NOW)) == (state, days)


def test_days_are_london_days_and_never_less_than_none() -> None:
    summer = _report(recorded_at=Moment("2026-06-01T23:30+00:00"))  # half past midnight of the 2nd in London
    assert days_waiting(summer, datetime(2026, 6, 2, 12, 0, tzinfo=UTC)) == 0
    assert days_waiting(_report(recorded_at=Moment("2026-11-22T09:00+00:00")), NOW) == 0
