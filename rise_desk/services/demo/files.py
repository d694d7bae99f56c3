"""What the notes know of a file on a day: the part of the case, its traits, the words for the slots."""

from collections.abc import Iterator
from datetime import date, timedelta

from rise_desk.services.demo import adults, county, days, people
from rise_desk.services.demo.around import KIN
from rise_desk.services.demo.casting import Cast
from rise_desk.services.demo.days import age_on
from rise_desk.services.demo.outline import Outline
from rise_desk.services.demo.scenes.scene import ENDING, FIRST, MIDDLE, REFERRAL

FIRST_WEEKS, LAST_WEEKS = timedelta(days=45), timedelta(days=28)
LEARNS = {
    "on_roll_full_time": "school",
    "part_time_timetable": "school",
    "alternative_provision": "school",
    "college": "college",
    "training_or_work": "training",
}
HOLIDAYS = (((1, 1), (1, 4)), ((4, 1), (4, 13)), ((7, 22), (9, 3)), ((10, 24), (10, 31)), ((12, 20), (12, 31)))
SEASONS = {1: "winter", 2: "winter", 12: "winter", 9: "autumn", 8: "autumn", 6: "early_summer", 7: "early_summer"}

AT_LAW = ("court", "no_charge", "", "")
"""Some cases go to court, some are not charged, most never come so far."""


def part_of_case(one: Outline, day: date) -> str:
    """Whether a day belongs to the referral, the first weeks, the middle or the ending of a case."""
    iso = day.isoformat()
    spell = next(each for each in reversed(one.course.spells) if each.since <= iso)
    if spell.state == "referred" or one.course.opened_on is None:
        return REFERRAL
    if spell.state == "closed" or (one.course.closed and one.course.until - day < LAST_WEEKS):
        return ENDING
    return FIRST if day - date.fromisoformat(spell.since) < FIRST_WEEKS else MIDDLE


def traits(cast: Cast, one: Outline, day: date) -> frozenset[str]:
    """What scenes may build on in this file on this day."""
    age = age_on(one.born, day)
    found = {
        *_season(day),
        one.lives,
        LEARNS[one.schooling(day).status],
        "kin" if one.carer.relationship in KIN else "placed",
        "younger" if age < 14 else "older" if age > 14 else "",
        "social_worker" if one.social_worker else "",
        "accepted" if one.course.opened_on else "",
        "interpreter" if "interpreter" in one.heritage.language else "",
        AT_LAW[one.place % len(AT_LAW)],
    }
    if one.bond and cast.young[one.companion].at_work(day):
        found |= {"companion", one.bond}
    if one.adult >= 0 and cast.adults[one.adult].known_on <= day:
        found.add("adult")
    return frozenset(found)


def _season(day: date) -> Iterator[str]:
    """What the day itself allows: lessons in term, offices on weekdays, snow in winter."""
    if day.weekday() < days.SATURDAY:
        yield "weekday"
        if not any(first <= (day.month, day.day) <= last for first, last in HOLIDAYS):
            yield "term"
    yield SEASONS.get(day.month, "")


def slots(cast: Cast, one: Outline, day: date) -> dict[str, str]:
    """The words that fill the slots of a note about somebody on a day."""
    there = one.schooling(day)
    known = people.slots(one) | {
        "school": there.name,
        "School": _capital(there.name),
        "teacher": there.teacher,
        "home": one.carer.name.split(", ")[-1] if one.lives == "childrens_home" else "At home",
        "youth_worker": county.YOUTH_WORKERS[one.place % len(county.YOUTH_WORKERS)],
        "counsellor": county.COUNSELLORS[one.place % len(county.COUNSELLORS)],
        "school_nurse": county.SCHOOL_NURSES[one.place % len(county.SCHOOL_NURSES)],
        "cafe": county.CAFES[one.place % len(county.CAFES)],
        "Cafe": _capital(county.CAFES[one.place % len(county.CAFES)]),
        "outdoors": county.OUTDOORS[one.place % len(county.OUTDOORS)],
        "Outdoors": _capital(county.OUTDOORS[one.place % len(county.OUTDOORS)]),
    }
    if one.bond:
        known["other"] = cast.young[one.companion].name
    if one.adult >= 0:
        known["adult"] = f"“{adults.called(one.adult)}”"
    return known


def _capital(words: str) -> str:
    return words[0].upper() + words[1:]
