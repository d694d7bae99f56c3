"""The health checklists of the demonstration: a few, filled in by the nurse around a referral."""

from collections.abc import Iterator
from datetime import timedelta

from rise_desk.domain import moments
from rise_desk.domain.checklist import Checklist, ChecklistSign
from rise_desk.domain.moments import Moment
from rise_desk.domain.record import make_id
from rise_desk.services.demo import assessed_words, days, files
from rise_desk.services.demo.casting import Cast, serial
from rise_desk.services.demo.courses import CROWD
from rise_desk.services.demo.days import DAY
from rise_desk.services.demo.outline import Outline
from rise_desk.services.demo.team import NURSE, SUPERVISOR

SEEN = (
    ("low_self_esteem", "unknown_adults"),
    ("unknown_adults", "trying_drugs"),
    ("cars_with_adults",),
    ("peers_at_risk", "low_self_esteem"),
    ("low_self_esteem",),
    ("repeated_stis", "unknown_adults"),
    ("self_harm", "trying_drugs", "long_term_drugs_or_harm"),
)
HIGH = "long_term_drugs_or_harm"
OFTEN = 0.1
LATELY = timedelta(days=21)


def records(cast: Cast) -> Iterator[Checklist]:
    """Every checklist: for one file in ten, and for whoever was referred last and is not assessed yet."""
    first = serial(cast.seed, 3 * len(cast.young) + len(cast.adults) + cast.notes)
    waiting = max((each.place for each in cast.young if _is_new(cast, each)), default=-1)
    for one in cast.young:
        rng = cast.chance("checklist", one.place)
        assessed = one.course.open or (one.course.opened_on is not None and len(cast.young) <= CROWD)
        if one.place != waiting and (not assessed or rng.random() > OFTEN):
            continue
        day = days.working(min(one.referred_on + DAY * rng.randrange(0, 3), cast.today - DAY))
        met = days.instant(max(day, one.referred_on), rng.randrange(570, 960, 5))
        known = files.slots(cast, one, one.referred_on)
        signs = rng.choice(SEEN)
        same_day = moments.minute(met + timedelta(minutes=10)) if HIGH in signs else Moment("")
        written = met + timedelta(minutes=rng.randrange(20, 50))
        yield Checklist(
            id=make_id(written, first + one.place),
            version=1,
            recorded_at=moments.stamp(written),
            recorded_by=NURSE,
            subject=one.id,
            completed_on=days.moment(met.astimezone(moments.LONDON).date()),
            completed_by=f"{NURSE}, school nursing",
            came_with=rng.choice(assessed_words.CAME_WITH).format_map(known),
            signs=tuple(ChecklistSign(sign=each) for each in signs),
            comment=rng.choice(assessed_words.CHECKLIST_COMMENTS).format_map(known),
            lead_told_at=same_day,
            lead_told=SUPERVISOR if same_day else "",
            referred_at=same_day,
            referred_to="Children’s social care, duty team" if same_day else "",
        )


def _is_new(cast: Cast, one: Outline) -> bool:
    return one.course.opened_on is None and not one.course.closed and cast.today - one.referred_on < LATELY
