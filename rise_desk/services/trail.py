"""The trail: who did what, and who has seen a file, for managers and supervisors; reading it is written down too."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from rise_desk.domain import moments
from rise_desk.domain.access import Deed
from rise_desk.domain.moments import Moment
from rise_desk.domain.person import ADULT, YOUNG_PERSON, Person
from rise_desk.domain.record import NO_ID, Id
from rise_desk.services import merged, overview
from rise_desk.services.desk import Desk
from rise_desk.storage import accounts, audit, trail
from rise_desk.storage.kinds import KINDS
from rise_desk.storage.trail import Step

PAGE = 100
MOST_COUNTED = 10_000
"""Steps are counted no further than this: whoever has so many narrows them."""

OTHER_DEEDS = (
    "signed in",
    "signed out",
    "locked",
    "refused",
    "summary printed",
    "summary previewed",
    "list copied",
    "export failed",
    "clock moved",
    "audit broken",
)
"""What the audit tells besides the deeds that have to be permitted."""


@dataclass(frozen=True, kw_only=True)
class Asked:
    """Which part of the trail somebody reads: about one person, by one account, of one deed, in a period (days)."""

    about: Id = NO_ID
    account: str = ""
    deed: str = ""
    since: Moment = Moment("")
    until: Moment = Moment("")


@dataclass(frozen=True, kw_only=True)
class Told:
    """One step as people read it: the row, whose file it was about, and which sort of record."""

    step: Step
    name: str
    kind: str


@dataclass(frozen=True, kw_only=True)
class Head:
    """How the audit ends now: its last row, and the mark by which it is recognised on paper."""

    seq: int
    mark: str


def deeds() -> tuple[str, ...]:
    """Everything the audit tells of, in order of the alphabet."""
    return tuple(sorted({*map(str, Deed), *OTHER_DEEDS}))


def people(desk: Desk) -> tuple[str, ...]:
    """Everybody who has or had an account, in order of name."""
    desk.demand(Deed.TRAIL)
    return tuple(each.who.name for each in accounts.everybody(desk.store.vault))


def begin(desk: Desk, about: Id = NO_ID) -> None:
    """Somebody begins to read the trail, of one person or of all: permitted, and written down once."""
    desk.demand(Deed.TRAIL, subject=about)
    desk.note(Deed.TRAIL, subject=about)


def page(desk: Desk, asked: Asked, after: Told | None = None, limit: int = PAGE) -> list[Told]:
    """The next steps, newest first."""
    desk.demand(Deed.TRAIL)
    wanted = replace(_wanted(desk, asked), before=after.step.seq if after else 0)
    return _told(desk, trail.page(desk.store.vault, wanted, limit))


def count(desk: Desk, asked: Asked) -> int:
    """How many steps there are, counted no further than `MOST_COUNTED`."""
    desk.demand(Deed.TRAIL)
    return trail.count(desk.store.vault, _wanted(desk, asked), MOST_COUNTED)


def head(desk: Desk) -> Head:
    """How the audit ends; on paper, the mark proves later that nothing before it was altered."""
    seq, sealed = audit.last(desk.store.vault)
    return Head(seq=seq, mark=" ".join(sealed[at : at + 4] for at in range(0, 16, 4)))


def _wanted(desk: Desk, asked: Asked) -> trail.Wanted:
    return trail.Wanted(
        subjects=merged.ids_of(desk, asked.about) if asked.about else (),
        account=asked.account,
        deed=asked.deed,
        since=moments.stamp(moments.earliest(asked.since)) if asked.since else "",
        until=moments.stamp(moments.latest(asked.until)) if asked.until else "",
    )


def _told(desk: Desk, steps: Sequence[Step]) -> list[Told]:
    """The steps with names: a file by the person it is about, a record by its kind."""
    subjects = {each.subject or each.record for each in steps}
    names = overview.names_of(desk, subjects - {NO_ID})
    return [
        Told(step=each, name=names.get(each.subject or each.record, ""), kind=_TITLES.get(each.kind, ""))
        for each in steps
    ]


_TITLES = {kind.record.KIND: kind.record.TITLE for kind in KINDS} | dict.fromkeys(
    (Person.KIND, YOUNG_PERSON, ADULT), "File"
)
