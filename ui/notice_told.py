"""How a child abduction notice is told on the screen: what the law allows, how one stands, when it lapses and why."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from rise_desk.domain import moments, notice_lapse
from rise_desk.domain.moments import Moment
from rise_desk.domain.notice import Notice
from rise_desk.domain.notice_grounds import Reason
from rise_desk.domain.person import ADULT_AGE, AT_RISK, OF_CONCERN, Person
from rise_desk.domain.practice import Practice
from rise_desk.domain.record import Id
from rise_desk.errors import DeskError
from rise_desk.services import notices, overview
from rise_desk.services.desk import Desk
from rise_desk.services.notices import Standing, State
from rise_desk.services.overview import ChronologyEntry
from ui import formats
from ui.records.notice import SHORT
from ui.records.words import capitalised
from ui.widgets.badge import Tone

ALLOWED: Mapping[bool | None, tuple[str, Tone]] = {
    True: ("may be used", Tone.LOW),
    False: ("can’t be used", Tone.CLOSED),
    None: ("not known", Tone.MEDIUM),
}
TONES = {
    State.PREPARED: Tone.INFO,
    State.UNSERVED: Tone.MEDIUM,
    State.IN_FORCE: Tone.LOW,
    State.LAPSED: Tone.CLOSED,
    State.WITHDRAWN: Tone.CLOSED,
}


@dataclass(frozen=True, kw_only=True)
class Law:
    """One of the two laws: whether it allows a notice, as a word with its shape, and why."""

    word: str
    tone: Tone
    said: str


@dataclass(frozen=True, kw_only=True)
class Shown:
    """What both laws say of a child, what else is worth knowing, and what is not recorded and asked."""

    laws: tuple[Law, ...]
    told: tuple[str, ...] = ()
    asks: tuple[str, ...] = ()


def explained(desk: Desk, child: Id, at: Moment) -> Shown:
    """What a notice for this child could rest on at a moment, with the reasons."""
    found = notices.explained(desk, child, at)
    laws = tuple(_law(law, found.of(law)) for law in SHORT)
    return Shown(laws=laws, told=found.told, asks=found.asks)


def is_the_child(person: Person, now: datetime) -> bool:
    """Whether a notice begun in somebody's file protects them; in both roles, as long as they are a child."""
    if not person.has_role(AT_RISK) or not person.has_role(OF_CONCERN):
        return person.has_role(AT_RISK)
    ages = moments.age(person.date_of_birth, now.astimezone(moments.LONDON).date())
    return ages is None or ages[0] < ADULT_AGE


def pair(desk: Desk, notice: Notice) -> str:
    """Who is warned away from whom: 'Darren Pike is warned away from Maisie Okafor, under section 2'."""
    names = overview.names_of(desk, [notice.child, notice.adult])
    adult, child = names.get(notice.adult, "Somebody"), names.get(notice.child, "a child")
    return f"{adult} is warned away from {child}, under {SHORT.get(notice.law, notice.law)}"


def standing_of(desk: Desk, notice: Notice) -> Standing | None:
    """How a notice stands now; None where it doesn't count any more, or the reader may not know."""
    try:
        return next((each for each in notices.of_file(desk, notice.child) if each.notice.id == notice.id), None)
    except DeskError:
        return None


def among(desk: Desk, subject: Id, entries: Iterable[ChronologyEntry]) -> dict[Id, Standing]:
    """How the notices among these entries stand, read once; nothing is read where there are none."""
    if not any(isinstance(each.record, Notice) for each in entries):
        return {}
    return {each.notice.id: each for each in notices.of_file(desk, subject)}


def state_line(desk: Desk, notice: Notice) -> str:
    """How it stands in one line: 'In force · lapses on 12 March 2029: the 16th birthday · next review 3 April 2027'."""
    found = standing_of(desk, notice)
    return capitalised(formats.joined(found.state, ends(found, desk.now()), reviewed(found))) if found else ""


def mark(standing: Standing) -> tuple[str, Tone]:
    """Its state as a word with its shape."""
    return capitalised(standing.state), TONES[standing.state]


def ends(standing: Standing, now: datetime) -> str:
    """When it lapses or lapsed, and why; of one that was withdrawn, when it was."""
    gone, lapse = standing.withdrawn, standing.lapse
    told = notice_lapse.told(lapse, now, in_force=standing.in_force, gone=gone)
    if gone is not None:
        return formats.joined(told, gone.why)
    return f"{told}, {lapse.because}" if lapse.at else told


def reviewed(standing: Standing) -> str:
    """When it is looked at again; '' where it is not."""
    return f"next review {moments.shown(standing.next_review)}" if standing.next_review else ""


def service(made: Notice) -> str:
    """How it came to the adult: 'Served 3 October 2026 at 6:40pm by PC Rowe · the police station · by hand'."""
    if not made.served_at:
        said = f"Issued {moments.shown(made.issued_on)}, service not recorded" if made.issued_on else "Not issued yet"
        return formats.joined(said, made.authorised_by)
    by = f" by {made.served_by}" if made.served_by else ""
    return formats.joined(f"Served {moments.shown(made.served_at)}{by}", made.served_where, made.served_how)


def acknowledged(made: Notice, practice: Practice) -> str:
    """What the adult did, and which age they were told; '' while it is not served."""
    did = practice.label("acknowledgement", made.acknowledged)
    return capitalised(formats.joined(did, made.acknowledged_age)) if did or made.acknowledged_age else ""


def _law(law: str, reason: Reason) -> Law:
    word, tone = ALLOWED[reason.may]
    return Law(word=f"{capitalised(SHORT[law])}: {word}", tone=tone, said=reason.why)
