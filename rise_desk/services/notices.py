"""Notices: how the abduction notices of a file stand now, what an adult was told and did, and on which law one can be.

A notice that names somebody whose file is restricted is left out altogether, and of every count: `overview.case_file`
holds none.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from rise_desk.domain import merging, moments, notice_grounds, notice_lapse
from rise_desk.domain.breach import Breach
from rise_desk.domain.casefile import CaseFile
from rise_desk.domain.chronology import Sieve
from rise_desk.domain.moments import Moment
from rise_desk.domain.notice import Notice
from rise_desk.domain.notice_grounds import Grounds
from rise_desk.domain.notice_lapse import Held, Lapse
from rise_desk.domain.notice_review import NoticeReview
from rise_desk.domain.person import Person
from rise_desk.domain.record import Id
from rise_desk.services import merged, overview
from rise_desk.services.desk import Desk
from rise_desk.storage.indexes import involvement

KINDS = (Notice.KIND, NoticeReview.KIND, Breach.KIND)


class State(StrEnum):
    """How far a notice has come, in the words people read."""

    PREPARED = "being prepared"
    UNSERVED = "issued, service not recorded"
    IN_FORCE = "in force"
    LAPSED = "lapsed"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, kw_only=True)
class Standing:
    """A notice that counts, as it stands now: between whom, in which state, until when, and what was said of it since.

    `other`: what the other party is called in the file it is read from, `other_id` their main file. `next_review`: a
    London day, '' where none is to come. Reviews and breaches are in order of time.
    """

    notice: Notice
    other: str
    other_id: Id
    state: State
    lapse: Lapse
    next_review: Moment = Moment("")
    reviews: tuple[NoticeReview, ...] = ()
    breaches: tuple[Breach, ...] = ()

    @property
    def in_force(self) -> bool:
        """Whether it warns the adult now: served or issued, not lapsed, not withdrawn."""
        return self.state in (State.IN_FORCE, State.UNSERVED)

    @property
    def withdrawn(self) -> NoticeReview | None:
        """The review that withdrew it; None where none did."""
        return notice_lapse.withdrawn(self.notice, self.reviews)


@dataclass(frozen=True, kw_only=True)
class Told:
    """An age of a child that an adult was told on a day, and what they did and said about it."""

    at: Moment
    child: str
    age: str
    did: str
    said: str
    notice: Notice


@dataclass(frozen=True, kw_only=True)
class Breached:
    """One breach, of which child's notice."""

    breach: Breach
    child: str


@dataclass(frozen=True, kw_only=True)
class Pattern:
    """Everything an adult was warned of: each notice, each age they were told, each breach, the oldest first."""

    adult: Person
    notices: tuple[Standing, ...] = ()
    ages: tuple[Told, ...] = ()
    breaches: tuple[Breached, ...] = ()

    @property
    def children(self) -> tuple[str, ...]:
        """The children they were warned away from, each once, in order of the first notice."""
        named = {each.other_id: each.other for each in self.notices}
        return tuple(named.values())


def of_file(desk: Desk, subject: Id) -> tuple[Standing, ...]:
    """The notices of a child, or about an adult, as they stand now; the oldest first."""
    file = overview.case_file(desk, subject, Sieve(kinds=KINDS))
    return tuple(_standings(desk, file))


def how_many(desk: Desk, subject: Id) -> int:
    """How many notices the file of a child or an adult shows this reader."""
    ids = merged.ids_of(desk, subject)
    if not involvement.count(desk.store.vault, ids, Sieve(kinds=(Notice.KIND,)), desk.who.grants):
        return 0
    return len(of_file(desk, subject))


def pattern(desk: Desk, adult: Id) -> Pattern:
    """What one adult was warned of, and what they did."""
    file = overview.case_file(desk, adult, Sieve(kinds=KINDS))
    warned = [each for each in _standings(desk, file) if each.notice.adult == file.subject.id]
    breaches = [Breached(breach=breach, child=each.other) for each in warned for breach in each.breaches]
    return Pattern(
        adult=file.subject,
        notices=tuple(warned),
        ages=tuple(_ages(desk, warned)),
        breaches=tuple(sorted(breaches, key=lambda each: (moments.earliest(each.breach.happened_at), each.breach.id))),
    )


def explained(desk: Desk, child: Id, at: Moment) -> Grounds:
    """On which law a notice for this child can be based at that instant, with the reasons."""
    return notice_grounds.grounds(overview.whole_person(desk, child), at)


def _ages(desk: Desk, warned: Iterable[Standing]) -> Iterable[Told]:
    """Each age that was told, or acknowledged, when a notice was served."""
    for each in warned:
        made = each.notice
        if made.acknowledged_age or made.acknowledged or made.adult_said:
            yield Told(
                at=made.in_force_from,
                child=each.other,
                age=made.acknowledged_age,
                did=desk.practice.label("acknowledgement", made.acknowledged),
                said=made.adult_said,
                notice=made,
            )


def _standings(desk: Desk, file: CaseFile) -> Iterable[Standing]:
    """The notices of a file that count."""
    main = file.subject.id
    found = _as_read(desk, notice_lapse.held(file))
    children = _people(desk, file, {each.notice.child for each in found})
    names = overview.names_of(desk, {party for each in found for party, _role in each.notice.involved()} - {main})
    for each in found:
        other = each.notice.adult if each.notice.child == main else each.notice.child
        yield _standing(desk, each, children[each.notice.child], other, names[other])


def _as_read(desk: Desk, held: Iterable[Held]) -> list[Held]:
    """The notices as they read where files were merged: each names main files."""
    found = list(held)
    parties = {party for each in found for party, _role in each.notice.involved()}
    heads = {file: head for file, head in merged.head_of(desk, parties).items() if file != head}
    return [
        Held(notice=merging.told(each.notice, heads), reviews=each.reviews, breaches=each.breaches) for each in found
    ]


def _people(desk: Desk, file: CaseFile, children: Iterable[Id]) -> Mapping[Id, Person]:
    """The children as all their files together tell; the one whose file this is among them."""
    others = {each: desk.store.whole(each).person for each in children if each != file.subject.id}
    return {file.subject.id: file.subject, **others}


def _standing(desk: Desk, held: Held, child: Person, other: Id, called: str) -> Standing:
    made, reviews = held.notice, held.reviews
    lapse = notice_lapse.lapses(made, child)
    state = _state(desk, held, child)
    review = notice_lapse.next_review(made, reviews, desk.practice)
    in_force = state in (State.IN_FORCE, State.UNSERVED)
    return Standing(
        notice=made,
        other=called,
        other_id=other,
        state=state,
        lapse=lapse,
        next_review=review if in_force and review <= (lapse.last_day or review) else Moment(""),
        reviews=reviews,
        breaches=held.breaches,
    )


def _state(desk: Desk, held: Held, child: Person) -> State:
    made, now = held.notice, desk.now()
    if notice_lapse.withdrawn(made, held.reviews):
        return State.WITHDRAWN
    if not made.in_force_from:
        return State.PREPARED
    if notice_lapse.ends(made, held.reviews, child) <= now:
        return State.LAPSED
    return State.IN_FORCE if made.served_at else State.UNSERVED
