"""What is due: a line that a rule draws from a file; never typed in, never ticked off."""

from dataclasses import dataclass

from rise_desk.domain.record import Id


@dataclass(frozen=True, kw_only=True)
class Due:
    """One thing to do for a subject: since when it counts, by when it is due, and what kind of record answers it.

    `by` is a London day (or an instant for clocks that run in hours); lateness is for the reader to work out. `why`
    tells in a few words what the line rests on.
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
