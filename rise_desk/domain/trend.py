"""Trend: how an overall score stands to the one before it, in a word."""

from rise_desk.domain.scoring import Total


def trend(now: Total, before: Total | None) -> str:
    """'up 6', 'down 6', 'as before'; '' for a first one, and where either is a range whose sum nobody knows."""
    if before is None or not (now.known and before.known):
        return ""
    change = now.high - before.high
    return f"{'up' if change > 0 else 'down'} {abs(change)}" if change else "as before"
