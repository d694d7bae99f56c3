"""How a score stands to the one before it."""

import pytest

from rise_desk.domain.scoring import Total
from rise_desk.domain.trend import trend


@pytest.mark.parametrize(
    ("now", "before", "said"),
    [
        (Total(35, 35), Total(29, 29), "up 6"),
        (Total(29, 29), Total(35, 35), "down 6"),
        (Total(29, 29), Total(28, 28), "up 1"),
        (Total(29, 29), Total(29, 29), "as before"),
        (Total(29, 29), None, ""),
        (Total(29, 33), Total(29, 29), ""),
        (Total(29, 29), Total(29, 33), ""),
    ],
)
def test_a_trend_is_told_in_a_word_where_both_sums_are_known(now: Total, before: Total | None, said: str) -> None:
    assert trend(now, before) == said
