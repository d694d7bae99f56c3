"""Missing together: who else was away in the same days, read by the index of episodes by day and not by their files."""

from dataclasses import dataclass
from datetime import date, timedelta

from rise_desk.domain.moments import Moment
from rise_desk.domain.record import Id
from rise_desk.storage.database import Vault

DAY = timedelta(days=1)
LOOK_BACK = timedelta(days=14)
"""An absence that began longer before is not looked for: what lasts so long is missing now, and shown as that."""

_AWAY = (
    "SELECT DISTINCT line.subject, line.record, line.at, episode.returned_at FROM involvement line "
    "JOIN missing_episode episode INDEXED BY missing_ends ON episode.id = line.record "
    "WHERE line.kind IN ('missing_episode', 'return_interview') AND line.kind = 'missing_episode' "
    "AND line.day BETWEEN ? AND ? AND NOT line.withdrawn AND line.reserved = '' "
    "AND (episode.returned_at = '' OR episode.returned_at >= substr(?, 1, length(episode.returned_at)))"
)
"""The kinds stand in the text as in the partial index, else it isn't used; a return is compared as far as known."""


@dataclass(frozen=True, kw_only=True)
class Apart:
    """One absence of somebody: whose, which record, from when, to when ('' while it lasts)."""

    subject: Id
    episode: Id
    since: Moment
    returned_at: Moment


def between(vault: Vault, first: date, last: date) -> list[Apart]:
    """Every absence that may have touched these London days; to the minute it is for the caller to see."""
    asked = (first - LOOK_BACK, last + DAY, first - DAY)
    found = vault.sql(_AWAY, [each.isoformat() for each in asked])
    return [_apart(*each) for each in found]


def _apart(subject: int, record: int, since: str, returned_at: str) -> Apart:
    return Apart(subject=Id(subject), episode=Id(record), since=Moment(since), returned_at=Moment(returned_at))
