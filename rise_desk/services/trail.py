"""The trail: who did what, and who has seen a file, for managers and supervisors; reading it is written down too."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from rise_desk.domain import moments
from rise_desk.domain.access import Deed
from rise_desk.domain.moments import Moment
from rise_desk.domain.person import ADULT, YOUNG_PERSON, Person
from rise_desk.domain.record import NO_ID, Id, attributes
from rise_desk.errors import Unavailable
from rise_desk.services import merged, overview
from rise_desk.services.desk import Desk
from rise_desk.services.exchange.listing import Listing, Progress, Row, go_on
from rise_desk.storage import accounts, audit, trail
from rise_desk.storage.indexes import card
from rise_desk.storage.kinds import KINDS
from rise_desk.storage.trail import Step

PAGE = 100
MOST_COUNTED = 10_000
"""Steps are counted no further than this: whoever has so many narrows them."""

AT_ONCE = 500
HEADINGS = ("Row", "When", "Who", "What", "Whose file", "Why, or which fields", "For", "Computer")
MOST_PEOPLE = 100
"""How many people one text may mean."""

NOBODY = Id(-1)
OTHER_DEEDS = (
    "signed in",
    "signed out",
    "locked",
    "refused",
    "summary printed",
    "summary previewed",
    "assessment form printed",
    "assessment form previewed",
    "blank form printed",
    "missing pack printed",
    "missing pack previewed",
    "abduction notice printed",
    "abduction notice previewed",
    "pattern of notices printed",
    "pattern of notices previewed",
    "network printed",
    "network previewed",
    "information report printed",
    "information report previewed",
    "sanitised report printed",
    "sanitised report previewed",
    "list copied",
    "export failed",
    "clock moved",
    "audit broken",
)
"""What the audit tells besides the deeds that have to be permitted."""


@dataclass(frozen=True, kw_only=True)
class Asked:
    """Which part of the trail somebody reads: about one person, by one account, of one deed, in a period (days).

    `text`: about whoever's name or file number holds it.
    """

    about: Id = NO_ID
    text: str = ""
    account: str = ""
    deed: str = ""
    since: Moment = Moment("")
    until: Moment = Moment("")


@dataclass(frozen=True, kw_only=True)
class Told:
    """One step as people read it: the row, what was done, whose file it was about, and why or which fields."""

    step: Step
    what: str
    name: str
    why: str


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


def listing(desk: Desk, asked: Asked, *, filters: str = "", told: Progress = go_on) -> Listing:
    """The steps as a list that can leave; `Unavailable` where `told` stopped it."""
    rows, every = count(desk, asked), count(desk, Asked(about=asked.about))
    read: list[Told] = []
    while len(read) < rows and (steps := page(desk, asked, read[-1] if read else None, AT_ONCE)):
        read += steps
        if not told(len(read), rows):
            raise Unavailable("You stopped reading the list. Nothing was exported.")
    return Listing(
        title="Audit",
        kind="audit",
        columns=HEADINGS,
        rows=tuple(_row(each) for each in read[:rows]),
        of=every,
        filters=filters,
        subject=asked.about,
    )


def _row(told: Told) -> Row:
    step = told.step
    at = moments.shown(step.at)
    return step.seq, at, step.account, told.what, told.name, told.why, step.recipient, step.pc


def head(desk: Desk) -> Head:
    """How the audit ends; on paper, the mark proves later that nothing before it was altered."""
    seq, sealed = audit.last(desk.store.vault)
    return Head(seq=seq, mark=" ".join(sealed[at : at + 4] for at in range(0, 16, 4)))


def signed(desk: Desk) -> str:
    """Who last signed how the audit ended, and when, in words; '' where nobody has."""
    found = trail.last_signature(desk.store.vault)
    return f"{found[0]}, {moments.shown(found[1])}, at row {found[2]:,}" if found else ""


def _wanted(desk: Desk, asked: Asked) -> trail.Wanted:
    return trail.Wanted(
        subjects=_subjects(desk, asked),
        account=asked.account,
        deed=asked.deed,
        since=moments.stamp(moments.earliest(asked.since)) if asked.since else "",
        until=moments.stamp(moments.latest(asked.until)) if asked.until else "",
    )


def _subjects(desk: Desk, asked: Asked) -> tuple[Id, ...]:
    """Whose files the steps are about; nobody's where the text names nobody."""
    if asked.about:
        return merged.ids_of(desk, asked.about)
    if not asked.text.strip():
        return ()
    found = card.find(desk.store.vault, asked.text, MOST_PEOPLE)
    return tuple(file for each in found for file in merged.ids_of(desk, each.subject)) or (NOBODY,)


def _told(desk: Desk, steps: Sequence[Step]) -> list[Told]:
    """The steps with names: a file by the person it is about, a record by its kind."""
    subjects = {each.subject or each.record for each in steps}
    names = overview.names_of(desk, subjects - {NO_ID})
    return [
        Told(step=each, what=_what(each), name=names.get(each.subject or each.record, ""), why=_why(each))
        for each in steps
    ]


def _what(step: Step) -> str:
    """What was done, and to which sort of record where it wasn't a whole file."""
    deed = f"{step.deed[:1].upper()}{step.deed[1:]}"
    kind = _KINDS.get(step.kind)
    return deed if kind in (None, Person) else f"{deed}: {kind.TITLE.lower()}"


def _why(step: Step) -> str:
    """The reason given, and the fields by their labels; a field of no record by its own name."""
    kind = _KINDS.get(step.kind, Person)
    labels = {each.name: each.label.lower() for each in attributes(kind)}
    names = step.fields.split() if set(step.fields.split()) <= set(labels) else [step.fields.replace("_", " ")]
    return "; ".join(part for part in (step.reason, ", ".join(labels.get(each, each) for each in names)) if part)


_KINDS = {kind.record.KIND: kind.record for kind in KINDS} | dict.fromkeys((YOUNG_PERSON, ADULT), Person)
