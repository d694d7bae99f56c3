"""On which law a notice can be based: worked out from age and the dated legal status, and explained; never decided.

Under 16 it is section 2 of the Child Abduction Act 1984; under 18 in care, under an emergency protection order or in
police protection section 49 of the Children Act 1989 (practice.md, 'Child abduction notices').
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from rise_desk.domain import moments, notice_status
from rise_desk.domain.life import LegalSpell
from rise_desk.domain.moments import Moment
from rise_desk.domain.notice_status import ACCOMMODATED, CALLED, NO_ORDER_FROM, NOT_KNOWN
from rise_desk.domain.person import ADULT_AGE, Person

S2_UNTIL = 16
S2_NAMED, S49_NAMED = "Section 2", "Section 49"
NO_DAY = "No day is given to work it out for."
NOT_BORN = "The day given is before the date of birth."
INSTEAD = (
    "A notice is for children. What can be asked about instead: adult safeguarding and capacity, "
    "a sexual risk order, a slavery and trafficking risk order, disruption of the adult."
)
ORDERS_INSTEAD = (
    "Neither notice can be based on accommodation by agreement (section 20) at 16 or 17. "
    "Orders can be asked about instead: a sexual risk order, a slavery and trafficking risk order, an injunction."
)
PARENTS_STATEMENT = (
    "Accommodated by agreement (section 20): parental responsibility stays with the parents, "
    "so the statement is the parent's, not the council's."
)


@dataclass(frozen=True, kw_only=True)
class Reason:
    """Whether a notice can be based on a law, and why; None where dates that decide it are not recorded."""

    may: bool | None
    why: str


@dataclass(frozen=True, kw_only=True)
class Grounds:
    """What each law says of a child at an instant, what else is worth knowing, and what somebody should find out."""

    s2: Reason
    s49: Reason
    told: tuple[str, ...] = ()
    asks: tuple[str, ...] = ()

    def of(self, law: str) -> Reason:
        """What one of the two laws, by its key, says."""
        return self.s49 if law == "s49" else self.s2


@dataclass(frozen=True)
class _Age:
    """The youngest and the oldest a child can be; None where no date of birth is recorded, or it lies later."""

    youngest: int | None
    oldest: int | None

    def under(self, years: int) -> bool | None:
        """Whether the child is under an age; None where that isn't known."""
        if self.youngest is None or self.oldest is None:
            return None
        return self.oldest < years if (self.oldest < years) == (self.youngest < years) else None

    @property
    def words(self) -> str:
        """'15', '15 or 16'."""
        return " or ".join(dict.fromkeys((str(self.youngest), str(self.oldest))))


def grounds(child: Person, at: Moment) -> Grounds:
    """What a notice for this child can be based on at that instant, with the reasons."""
    if not at:
        nothing = Reason(may=None, why=NO_DAY)
        return Grounds(s2=nothing, s49=nothing)
    if child.date_of_birth and moments.latest(at) < moments.earliest(child.date_of_birth):
        unborn = Reason(may=False, why=NOT_BORN)
        return Grounds(s2=unborn, s49=unborn)
    age = _age(child, at)
    return Grounds(
        s2=_section_2(age),
        s49=_section_49(child, age, at),
        told=tuple(_told(child, age, at)),
        asks=tuple(_asks(child, age, at)),
    )


def _age(child: Person, at: Moment) -> _Age:
    first, last = (_day(instant) for instant in (moments.earliest(at), moments.latest(at)))
    youngest, oldest = moments.age(child.date_of_birth, first), moments.age(child.date_of_birth, last)
    return _Age(youngest[0] if youngest else 0 if oldest else None, oldest[1] if oldest else None)


def _section_2(age: _Age) -> Reason:
    under = age.under(S2_UNTIL)
    if under is None:
        return Reason(may=None, why=f"{S2_NAMED} is for children under 16, and {_age_open(age)}.")
    if under:
        return Reason(may=True, why=f"Under 16 on that day ({age.words}): a notice can be based on section 2.")
    return Reason(may=False, why=f"{_aged(age)}: a notice cannot be based on section 2, which is for under 16.")


def _section_49(child: Person, age: _Age, at: Moment) -> Reason:
    under = age.under(ADULT_AGE)
    if under is False:
        return Reason(may=False, why=f"{_aged(age)}: a notice cannot be based on section 49, which is for under 18.")
    may, why = _status(child, at)
    if may and under is None:
        return Reason(may=None, why=f"{why}, but section 49 is for children under 18, and {_age_open(age)}.")
    if may is False:
        return Reason(may=False, why=f"{why}: a notice cannot be based on section 49.")
    return Reason(may=may, why=f"{why}: a notice can be based on section 49." if may else f"{why}.")


def _status(child: Person, at: Moment) -> tuple[bool | None, str]:
    """Whether a status of section 49 held, and the words for it."""
    known = [(each, _held(each, child, at)) for each in notice_status.spells(child)]
    for wanted in (True, None):
        for each, held in known:
            if held is wanted:
                return held, _said(each, child, at)
    unsure = [each for each in notice_status.spells(child, *NOT_KNOWN) if notice_status.holds(each, at) is not False]
    others = [each for each in child.legal_spells if each.status not in (*CALLED, *NOT_KNOWN)]
    ended = [each for each, _over_by_then in known if moments.earliest(each.since) <= moments.latest(at)]
    if unsure or not (ended or any(notice_status.holds(each, at) is not False for each in others)):
        return None, f"{S49_NAMED} rests on the legal status, and none is recorded for that time"
    return False, _over(ended[-1]) if ended else f"No {_listed()} is recorded for that time"


def _held(spell: LegalSpell, child: Person, at: Moment) -> bool | None:
    """Whether a status held; an order that could not have been made is a question and no ground."""
    held = notice_status.holds(spell, at)
    return None if held and notice_status.after_17(spell, child.date_of_birth) else held


def _said(spell: LegalSpell, child: Person, at: Moment) -> str:
    called = _capital(CALLED[spell.status])
    if not spell.since:
        return f"{called} is on file, but not since when"
    if notice_status.after_17(spell, child.date_of_birth):
        return f"{called} is dated {moments.shown(spell.since)}, after the 17th birthday"
    since, end = moments.shown(spell.since), notice_status.end_of(spell)
    until = f", until {moments.shown(end.at)}" if end.at else ""
    if notice_status.holds(spell, at):
        return f"{called} since {since}{until}"
    return f"{called} since {since}{until}, and the dates don't say whether it held at that time"


def _over(spell: LegalSpell) -> str:
    ended = notice_status.end_of(spell).at
    return f"{_capital(CALLED[spell.status])} ended on {moments.shown(ended)}"


def _told(child: Person, age: _Age, at: Moment) -> Iterator[str]:
    """What is worth knowing beside the two answers."""
    if age.under(ADULT_AGE) is False:
        yield INSTEAD
        return
    in_care = _status(child, at)[0]
    by_agreement = any(notice_status.holds(each, at) is not False for each in notice_status.spells(child, ACCOMMODATED))
    if age.under(S2_UNTIL) and in_care:
        yield _either(child)
    if by_agreement and age.under(S2_UNTIL):
        yield PARENTS_STATEMENT
    if by_agreement and age.under(S2_UNTIL) is False and not in_care:
        yield ORDERS_INSTEAD
    elif age.under(S2_UNTIL) is False and in_care is False:
        yield "Orders can be asked about instead: a sexual risk order, a slavery and trafficking risk order."


def _either(child: Person) -> str:
    birthday = moments.birthday(child.date_of_birth, S2_UNTIL)
    on = f" on {_shown(birthday)}" if birthday else ""
    return (
        "Under 16 and in care or protection: either law can be the basis. "
        f"A section 2 notice lapses at the 16th birthday{on}; a section 49 notice outlives it, for as long as the "
        "status lasts."
    )


def _asks(child: Person, age: _Age, at: Moment) -> Iterator[str]:
    """What somebody should find out before anything rests on it."""
    if not child.date_of_birth:
        yield "What is the date of birth?"
    elif moments.birthday(child.date_of_birth, 0) is None:
        yield f"Which day is the birthday? Only {moments.shown(child.date_of_birth)} is recorded."
    if age.under(ADULT_AGE) is False:
        return
    for each in notice_status.spells(child, *NOT_KNOWN):
        if notice_status.holds(each, at) is not False:
            yield "On what legal basis does the child live where they live? It is not recorded."
    for each in notice_status.spells(child):
        if notice_status.holds(each, at) is not False:
            yield from _asks_of(each, child, at)


def _asks_of(spell: LegalSpell, child: Person, at: Moment) -> Iterator[str]:
    called = CALLED[spell.status]
    birthday = moments.birthday(child.date_of_birth, NO_ORDER_FROM)
    if birthday and notice_status.after_17(spell, child.date_of_birth):
        yield (
            f"The {called} is dated {moments.shown(spell.since)}, and from the 17th birthday ({_shown(birthday)}) no "
            "care order or interim care order can be made. Which date is wrong?"
        )
    elif notice_status.holds(spell, at) is None:
        yield f"From when until when did the {called} hold? To the hour, where it began or ended on that day."
    if not spell.evidence_seen:
        yield f"Has somebody seen the papers of the {called}?"


def _aged(age: _Age) -> str:
    return f"Aged {age.words} on that day"


def _age_open(age: _Age) -> str:
    return "the date of birth is not recorded" if age.oldest is None else f"the child was {age.words} on that day"


def _listed() -> str:
    *others, last = CALLED.values()
    return f"{', '.join(others)} or {last}"


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _shown(day: date) -> str:
    return moments.shown(Moment(day.isoformat()))


def _day(instant: datetime) -> date:
    return instant.astimezone(moments.LONDON).date()
