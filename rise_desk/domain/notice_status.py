"""The legal statuses a section 49 notice can rest on: whether one held at an instant, and when it ends, to the hour."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from rise_desk.domain import moments
from rise_desk.domain.life import LegalSpell
from rise_desk.domain.moments import Moment
from rise_desk.domain.person import Person

POLICE_PROTECTION, EMERGENCY_ORDER = "police_protection", "emergency_protection_order"
CARE_ORDER, INTERIM_ORDER, ACCOMMODATED = "care_order", "interim_care_order", "section_20"
NOT_KNOWN = ("not_recorded", "looked_after_basis_not_known")
CALLED = {
    CARE_ORDER: "care order",
    INTERIM_ORDER: "interim care order",
    EMERGENCY_ORDER: "emergency protection order",
    POLICE_PROTECTION: "police protection",
}
"""The statuses of section 49, as sentences call them."""

LONGEST = {POLICE_PROTECTION: timedelta(hours=72), EMERGENCY_ORDER: timedelta(days=15)}
"""How long each can last at most, in real hours: an emergency protection order 8 days, once extended by 7."""

UNLESS_EXTENDED = {POLICE_PROTECTION: timedelta(hours=72), EMERGENCY_ORDER: timedelta(days=8)}
"""How long each lasts where no end is recorded."""

ORDERS = (CARE_ORDER, INTERIM_ORDER)
NO_ORDER_FROM = 17
"""No care order and no interim care order can be made from this birthday on."""


@dataclass(frozen=True)
class End:
    """When a status ends: it surely holds before `first`, and no longer from `last` on; `at` is that as it is shown.

    `at` is '' where no end is recorded and none follows from the law.
    """

    first: datetime
    last: datetime
    at: Moment


OPEN = End(moments.ALWAYS, moments.ALWAYS, Moment(""))


def end_of(spell: LegalSpell) -> End:
    """When this status ends: as recorded, and never later than the law lets it last."""
    recorded, by_law = _recorded_end(spell), _end_by_law(spell)
    shown = recorded if recorded.last <= by_law.last else by_law
    return End(min(recorded.first, by_law.first), min(recorded.last, by_law.last), shown.at)


def _recorded_end(spell: LegalSpell) -> End:
    """An order holds through its last day; police protection and an emergency order end at an hour of that day."""
    if not spell.until:
        return OPEN
    if moments.has_time(spell.until):
        instant = moments.earliest(spell.until)
        return End(instant, instant, spell.until)
    last = moments.latest(spell.until) + timedelta(microseconds=1)
    through = spell.status not in LONGEST and moments.precision(spell.until) == "day"
    return End(last if through else moments.earliest(spell.until), last, spell.until)


def _end_by_law(spell: LegalSpell) -> End:
    longest = (LONGEST if spell.until else UNLESS_EXTENDED).get(spell.status)
    if longest is None or not spell.since:
        return OPEN
    first, last = moments.earliest(spell.since) + longest, moments.latest(spell.since) + longest
    by_the_hour = moments.has_time(spell.since)
    shown = moments.minute(first) if by_the_hour else Moment(first.astimezone(moments.LONDON).date().isoformat())
    return End(first, last, shown)


def holds(spell: LegalSpell, at: Moment) -> bool | None:
    """Whether a status held then; None where what is recorded doesn't say."""
    first, last, end = moments.earliest(at), moments.latest(at), end_of(spell)
    if last < moments.earliest(spell.since) or first >= end.last:
        return False
    return True if spell.since and moments.latest(spell.since) <= first and last < end.first else None


def after_17(spell: LegalSpell, born: Moment) -> bool:
    """Whether a care or interim order is dated from the 17th birthday on, when none can be made."""
    birthday = moments.birthday(born, NO_ORDER_FROM)
    return spell.status in ORDERS and birthday is not None and moments.london_day(spell.since) >= birthday.isoformat()


def spells(child: Person, *statuses: str) -> tuple[LegalSpell, ...]:
    """The recorded spells of these statuses, or of all that section 49 can rest on."""
    return tuple(each for each in child.legal_spells if each.status in (statuses or CALLED))
