"""How long a notice holds: until a birthday, until the status it rests on ends, or until it is withdrawn."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TYPE_CHECKING, TypeVar

from dateutil.relativedelta import relativedelta

from rise_desk.domain import moments, notice_status
from rise_desk.domain.breach import Breach
from rise_desk.domain.life import LegalSpell
from rise_desk.domain.moments import Moment
from rise_desk.domain.notice_review import WITHDRAWN, NoticeReview
from rise_desk.domain.notice_status import CALLED
from rise_desk.domain.person import ADULT_AGE, OF_CONCERN, Person
from rise_desk.domain.record import Id
from rise_desk.domain.standing import put_right

if TYPE_CHECKING:
    from rise_desk.domain.casefile import CaseFile, Filed
    from rise_desk.domain.notice import Notice
    from rise_desk.domain.practice import Practice

SaidOfIt = TypeVar("SaidOfIt", NoticeReview, Breach)

S49 = "s49"
S2_UNTIL = 16


@dataclass(frozen=True, kw_only=True)
class Lapse:
    """When a notice lapses, and why: a day from whose beginning on it holds no more, or an instant.

    `at` is '' where that can't be told from what is recorded.
    """

    at: Moment
    why: str

    @property
    def because(self) -> str:
        """Why, inside a sentence: 'the 16th birthday'."""
        return f"{self.why[:1].lower()}{self.why[1:]}"

    @property
    def last_day(self) -> str:
        """The last London day on which the notice holds, or may; '' where that isn't known."""
        if not self.at or moments.has_time(self.at):
            return moments.london_day(self.at)
        return (date.fromisoformat(moments.london_day(self.at)) - relativedelta(days=1)).isoformat()


def told(lapse: Lapse, now: datetime, *, in_force: bool, gone: NoticeReview | None = None) -> str:
    """Until when a notice holds, in words: 'lapses on 12 March 2029', 'lapsed in May 2026', 'withdrawn on 3 May 2026'.

    One that warns nobody yet 'would lapse' then; where it isn't known when, it says why. `gone` is the review that
    withdrew it.
    """
    if gone is not None:
        return f"withdrawn on {moments.shown(gone.reviewed_at)}"
    if not lapse.at:
        return lapse.because
    verb = "lapsed" if moments.earliest(lapse.at) <= now else "lapses" if in_force else "would lapse"
    on = "in" if moments.precision(lapse.at) in ("year", "month") else "on"
    return f"{verb} {on} {moments.shown(lapse.at)}"


@dataclass(frozen=True, kw_only=True)
class Held:
    """A notice that counts, with its reviews and breaches in order of time, also those made before it was corrected."""

    notice: "Notice"
    reviews: tuple[NoticeReview, ...] = ()
    breaches: tuple[Breach, ...] = ()


def held(file: "Filed") -> tuple[Held, ...]:
    """The notices of a file that count, oldest first; what was said of one that was corrected is said of the later."""
    from rise_desk.domain.notice import Notice

    notices = file.of(Notice)
    gone, heads = put_right(notices), _heads(notices)
    reviews, breaches = _standing(file.of(NoticeReview)), _standing(file.of(Breach))
    found = [
        Held(
            notice=each,
            reviews=_of(each.id, reviews, heads),
            breaches=_of(each.id, breaches, heads),
        )
        for each in notices
        if not each.withdrawn and each.id not in gone
    ]
    return tuple(sorted(found, key=lambda each: (moments.earliest(each.notice.happened()), each.notice.id)))


def of_child(file: "CaseFile") -> tuple[Held, ...]:
    """Those of which this file's subject is the child, without what a review withdrew."""
    person = file.subject
    return tuple(
        each
        for each in held(file)
        if (each.notice.child == person.id or not (each.notice.adult == person.id or person.has_role(OF_CONCERN)))
        and withdrawn(each.notice, each.reviews) is None
    )


def lapses(notice: "Notice", child: Person) -> Lapse:
    """When a notice lapses, whether or not it is in force yet."""
    years = ADULT_AGE if notice.law == S49 else S2_UNTIL
    at_birthday = _birthday(child, years)
    if notice.law != S49 or not notice.in_force_from:
        return at_birthday
    rests = [
        each for each in notice_status.spells(child) if notice_status.holds(each, notice.in_force_from) is not False
    ]
    if not rests:
        return replace(at_birthday, why=f"{at_birthday.why}. No legal status it could rest on is recorded")
    at_end = _status_ends(max(rests, key=lambda each: notice_status.end_of(each).first))
    if not at_end.at:
        return at_birthday
    return min(at_end, at_birthday, key=lambda each: moments.earliest(each.at)) if at_birthday.at else at_end


def withdrawn(notice: "Notice", reviews: Iterable[NoticeReview]) -> NoticeReview | None:
    """The review that withdrew a notice first; None while it stands."""
    found = [each for each in _about(notice, reviews) if each.decision == WITHDRAWN]
    return min(found, key=lambda each: moments.earliest(each.reviewed_at), default=None)


def in_force(notice: "Notice", reviews: Iterable[NoticeReview], child: Person, at: Moment) -> bool:
    """Whether a notice may be in force at a moment: it began, did not lapse for certain, and was not withdrawn."""
    since = notice.in_force_from
    if notice.withdrawn or not since or moments.latest(at) < moments.earliest(since):
        return False
    return moments.earliest(at) < ends(notice, reviews, child)


def ends(notice: "Notice", reviews: Iterable[NoticeReview], child: Person) -> datetime:
    """The first instant at which a notice may no longer hold: it lapsed by then, or was withdrawn."""
    gone, lapse = withdrawn(notice, reviews), lapses(notice, child)
    instants = [moments.earliest(at) for at in (lapse.at, gone.reviewed_at if gone else "") if at]
    return min(instants, default=moments.ALWAYS)


def next_review(notice: "Notice", reviews: Iterable[NoticeReview], practice: "Practice") -> Moment:
    """The London day of the next review: as the latest review or the notice says, or so many months on.

    '' while the notice is prepared. A review without a next date is followed by another after the usual time, unless
    the notice names a later day.
    """
    said = max(_about(notice, reviews), key=lambda each: moments.earliest(each.reviewed_at), default=None)
    since = moments.london_day(said.reviewed_at if said else notice.in_force_from)
    own = moments.london_day(said.review_on) if said and said.review_on else moments.london_day(notice.review_on)
    if not since or own > since:
        return Moment(own if since else "")
    later = date.fromisoformat(since) + relativedelta(months=practice.notice_review_months)
    return Moment(later.isoformat())


def _birthday(child: Person, years: int) -> Lapse:
    """The birthday, as far as it is known: no day, and no month, is made up."""
    born = child.date_of_birth
    if not born:
        return Lapse(at=Moment(""), why=f"It lapses at the {years}th birthday, and no date of birth is recorded")
    day = moments.birthday(born, years)
    if day is None:
        year, *month = born.split("-")
        at = Moment("-".join((f"{int(year) + years:04}", *month)))
        return Lapse(at=at, why=f"The {years}th birthday; the day of birth is not recorded")
    return Lapse(at=Moment(day.isoformat()), why=f"The {years}th birthday")


def _status_ends(spell: LegalSpell) -> Lapse:
    at = notice_status.end_of(spell).at
    if moments.precision(at) == "day" and spell.status not in notice_status.LONGEST:
        at = Moment((date.fromisoformat(at) + relativedelta(days=1)).isoformat())
    return Lapse(at=at, why=f"The {CALLED[spell.status]} it rests on ends")


def _heads(notices: Iterable["Notice"]) -> dict[Id, Id]:
    """For each notice that a later one puts right: the last of them, which stands for it."""
    later = {each.corrects: each.id for each in notices if each.corrects and not each.withdrawn}
    found = dict[Id, Id]()
    for each in later:
        last = each
        while last in later:
            last = later[last]
        found[each] = last
    return found


def _standing(records: Sequence[SaidOfIt]) -> list[SaidOfIt]:
    gone = put_right(records)
    return [each for each in records if not each.withdrawn and each.id not in gone]


def _of(notice: Id, records: Iterable[SaidOfIt], heads: dict[Id, Id]) -> tuple[SaidOfIt, ...]:
    own = [each for each in records if heads.get(each.notice, each.notice) == notice]
    told = [each if each.notice == notice else each.changed(notice=notice) for each in own]
    return tuple(sorted(told, key=lambda each: (moments.earliest(each.happened()), each.id)))


def _about(notice: "Notice", reviews: Iterable[NoticeReview]) -> list[NoticeReview]:
    return [each for each in _standing(tuple(reviews)) if each.notice in (notice.id, notice.corrects)]
