"""What is due: a line that a rule draws from a file; never typed in, never ticked off."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from rise_desk.domain import moments
from rise_desk.domain.moments import Moment
from rise_desk.domain.record import Id


@dataclass(frozen=True, kw_only=True)
class Due:
    """One thing to do for a subject: since when it counts, by when it is due, and what kind of record answers it.

    `by` is a London day (or an instant for clocks that run in hours); lateness is for the reader to work out. `why`
    tells in a few words what the line rests on. `state`: how far it has come, as a key of the rule's own. `owner`:
    whose it is, where that is somebody else than the file's workers.
    """

    rule: str
    what: str
    subject: Id
    record: Id
    since: str
    by: str
    until: str = ""
    answered_by: str = ""
    why: str = ""
    state: str = ""
    owner: str = ""

    @property
    def day(self) -> date:
        """The London day by which it is due."""
        return _london(self.by)


@lru_cache(maxsize=4096)
def _london(at: str) -> date:
    """The London day of a moment: the lines of a team share few days, and to read each anew would cost the most."""
    return date.fromisoformat(moments.london_day(Moment(at)))
