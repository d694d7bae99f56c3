"""Casting: from a seed and a day, the outlines of as many young people as are asked for, and the adults they name."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from random import Random

from rise_desk.domain.practice import Practice
from rise_desk.domain.record import Id, make_id
from rise_desk.services.demo import county, course, days, team
from rise_desk.services.demo.course import Course
from rise_desk.services.demo.days import DAY, age_on, years_on
from rise_desk.services.demo.heritage import EITHER, HERITAGES, Heritage
from rise_desk.services.demo.outline import Carer, Outline, Schooling
from rise_desk.services.demo.threads import THREADS

SHORTEST, LONGEST = 730, 3650
GENDERS = (("female", 60), ("male", 33), ("non_binary_or_other", 4), ("not_recorded", 3))
AGES = ((11, 6), (12, 14), (13, 22), (14, 25), (15, 20), (16, 13))
LIVES = (
    ("with_family", 62), ("with_extended_family_or_friends", 9), ("foster_care", 14), ("childrens_home", 9),
    ("supported_or_semi_independent", 4), ("temporary", 2),
)  # fmt: skip
SOURCES_AT_HOME = tuple(each for each in course.SOURCES if each[0] != "childrens_home")
FIRST_WORDS = {
    "police": "Police report after a welfare check",
    "school": "Head of year worried about days missed and a new phone",
    "childrens_social_care": "Social worker asked for our view after a strategy discussion",
    "parent_or_carer": "A parent rang: new friends, a second phone, back late",
    "self": "Asked for help by message",
}
FRIENDS = (*HERITAGES[0].girls, *HERITAGES[5].girls, *HERITAGES[0].boys)
SUPPORTED_FROM = 16
TITLES = {"father": "Mr", "stepfather": "Mr", "aunt": "Ms"}
Weighted = tuple[tuple[str, int], ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Stranger:
    """An adult whom young people have named, and since when; often no more is known than what they call them."""

    place: int
    id: Id
    known_on: date
    named_by: int


@dataclass(frozen=True, kw_only=True)
class Cast:
    """Everybody in the demonstration, in outline; every teller of records works from it."""

    practice: Practice
    today: date
    seed: int
    notes: int
    young: tuple[Outline, ...]
    adults: tuple[Stranger, ...]

    def chance(self, purpose: str, place: int = 0) -> Random:
        """The generator of one purpose and one person: the same for the same seed, whatever others draw."""
        return chance(self.seed, purpose, place)


def chance(seed: int, purpose: str, place: int = 0) -> Random:
    """A generator of its own for each purpose and place."""
    return Random(f"{seed} {purpose} {place}")


def serial(seed: int, number: int) -> int:
    """The 22 bits of the record of this number, all different, shifted by the seed."""
    return (chance(seed, "ids").getrandbits(22) + number) & 0x3FFFFF


def gather(practice: Practice, today: date, people: int, notes: int, seed: int) -> Cast:
    """The cast of a demonstration: referrals over two years, over ten where there are thousands."""
    rng = chance(seed, "referrals")
    horizon = min(max(int(people * 1.52), SHORTEST), LONGEST)
    recent = 1.75 if horizon == SHORTEST else 1.15
    backs = sorted((1 + int(horizon * rng.random() ** recent) for _ in range(people)), reverse=True)
    young: list[Outline] = []
    for place, back in enumerate(backs):
        referred_on = days.working(today - timedelta(days=back))
        young.append(_outline(seed, place, referred_on, today - DAY, young[-1] if young else None))
        _pair(young)
    adults = _adults(seed, young, today - DAY)
    return Cast(practice=practice, today=today, seed=seed, notes=notes, young=tuple(young), adults=adults)


def drawn(rng: Random, choices: Weighted) -> str:
    """One of some weighted words."""
    return rng.choices([each for each, _ in choices], [weight for _, weight in choices])[0]


def _outline(seed: int, place: int, referred_on: date, yesterday: date, before: Outline | None) -> Outline:
    rng = chance(seed, "young person", place)
    sibling = _sibling(rng, before)
    family = sibling.heritage if sibling else rng.choices(HERITAGES, [each.share for each in HERITAGES])[0]
    gender = drawn(rng, GENDERS)
    born = _born(rng, referred_on, sibling.born if sibling else None)
    lives = sibling.lives if sibling else _lives(rng, age_on(born, referred_on))
    source = drawn(rng, course.SOURCES if lives == "childrens_home" else SOURCES_AT_HOME)
    reason = FIRST_WORDS.get(source, "Referred with a written account of the worries")
    went = course.of(rng, referred_on, born, yesterday, reason)
    given = _given(rng, family, gender, sibling.given if sibling else "")
    surname = sibling.family if sibling else rng.choice(family.families)
    return Outline(
        place=place,
        id=make_id(days.instant(referred_on, rng.randrange(540, 1020)), serial(seed, place)),
        given=given,
        family=surname,
        called=given[:3] if len(given) > 5 and rng.random() < 0.15 else "",
        heritage=family,
        gender=gender,
        born=born,
        referred_on=referred_on,
        source=source,
        course=went,
        saved_at=_saved(rng, went, referred_on, yesterday),
        lives=lives,
        town=sibling.town if sibling else rng.randrange(len(county.TOWNS)),
        house=sibling.house if sibling else rng.randrange(2000),
        carer=sibling.carer if sibling else _carer(rng, lives, surname),
        worker=sibling.worker if sibling else rng.choice(team.WORKERS),
        co_worker=rng.choice(team.WORKERS),
        social_worker=sibling.social_worker if sibling else _social_worker(rng, lives),
        schoolings=_schoolings(rng, born, referred_on, went.until),
        thread=rng.choice(tuple(THREADS)),
        friend=rng.choice([each for each in FRIENDS if each != given]),
        pet=rng.choice(county.PETS),
        companion=-1,
        bond="",
        adult=-1,
    )


def _born(rng: Random, referred_on: date, sibling: date | None) -> date:
    if sibling:
        years = -1 if age_on(sibling, referred_on) < 14 else 1
        return sibling + timedelta(days=rng.randrange(400, 900)) * years
    age = int(drawn(rng, tuple((str(age), weight) for age, weight in AGES)))
    return years_on(referred_on, -age) - timedelta(days=rng.randrange(365))


def _sibling(rng: Random, before: Outline | None) -> Outline | None:
    """The one told before, where this is to be their brother or sister in the same home."""
    near = before if before and not before.bond and before.lives != "supported_or_semi_independent" else None
    return near if rng.random() < 0.09 else None


def _lives(rng: Random, age: int) -> str:
    lives = drawn(rng, LIVES)
    return "foster_care" if lives == "supported_or_semi_independent" and age < SUPPORTED_FROM else lives


def _given(rng: Random, family: Heritage, gender: str, other: str) -> str:
    names = {"female": family.girls, "male": family.boys, "non_binary_or_other": EITHER}
    choices = names.get(gender, family.girls + family.boys)
    return rng.choice([each for each in choices if each != other])


def _saved(rng: Random, went: Course, referred_on: date, yesterday: date) -> datetime:
    lately = max(yesterday - timedelta(days=rng.randrange(30)), went.opened_on or referred_on)
    last = went.until if went.closed else lately
    return days.instant(last, rng.randrange(1020, 1200)) + timedelta(milliseconds=rng.randrange(60_000))


def _carer(rng: Random, lives: str, surname: str) -> Carer:
    if lives == "childrens_home":
        home, staff = rng.choice(county.HOMES)
        return Carer(name=f"{staff}, {home}", said=staff, relationship="childrens_home_staff")
    if lives == "supported_or_semi_independent":
        home, staff = rng.choice(county.SUPPORTED)
        return Carer(name=f"{staff}, {home}", said=staff, relationship="other")
    if lives == "foster_care":
        name = rng.choice(county.FOSTER_CARERS)
        return Carer(name=name, said=name, relationship="foster_carer")
    sorts = {"with_extended_family_or_friends": (("grandparent", 60), ("aunt_or_uncle", 40))}
    sort = drawn(rng, sorts.get(lives, (("mother", 74), ("father", 18), ("step_parent", 8))))
    called = {"grandparent": "grandmother", "aunt_or_uncle": "aunt", "step_parent": "stepfather"}.get(sort, sort)
    return Carer(name=f"{TITLES.get(called, 'Mrs')} {surname}", said=called, relationship=sort)


def _social_worker(rng: Random, lives: str) -> str:
    needed = lives not in ("with_family", "with_extended_family_or_friends") or rng.random() < 0.6
    return rng.choice(county.SOCIAL_WORKERS) if needed else ""


def _schoolings(rng: Random, born: date, referred_on: date, until: date) -> tuple[Schooling, ...]:
    left_on = date(years_on(born, 16).year + (born.month >= 9), 9, 1)
    here, there = _school(rng, years_on(born, 11)), _college(rng, left_on)
    if left_on > until:
        return (here,)
    return (there,) if left_on <= referred_on else (here, there)


def _school(rng: Random, since: date) -> Schooling:
    status = drawn(rng, (("on_roll_full_time", 68), ("part_time_timetable", 16), ("alternative_provision", 16)))
    name, teacher = rng.choice(county.SMALL_SCHOOLS if status == "alternative_provision" else county.SCHOOLS)
    return Schooling(since=date(since.year, 9, 1), name=name, teacher=teacher, status=status)


def _college(rng: Random, since: date) -> Schooling:
    status = drawn(rng, (("college", 80), ("training_or_work", 20)))
    name, teacher = rng.choice(county.COLLEGES if status == "college" else county.TRAINING)
    return Schooling(since=since, name=name, teacher=teacher, status=status)


def _pair(young: list[Outline]) -> None:
    """Join the last two as siblings where they are of one house, and now and then as friends of one school."""
    if len(young) < 2 or young[-2].bond:
        return
    one, other = young[-2:]
    siblings = one.family == other.family and (one.town, one.house) == (other.town, other.house)
    near = abs(age_on(one.born, other.referred_on) - age_on(other.born, other.referred_on)) < 2
    if siblings or (near and other.place % 5 == 0):
        bond = "sibling" if siblings else "friend"
        young[-2] = replace(one, companion=other.place, bond=bond)
        young[-1] = replace(other, companion=one.place, bond=bond)


def _adults(seed: int, young: list[Outline], yesterday: date) -> tuple[Stranger, ...]:
    """About one adult for twelve young people, each named by one whose case was opened; that outline says so."""
    rng = chance(seed, "adults")
    found = []
    for place in range(len(young) // 12):
        near = young[place * 12 : place * 12 + 12]
        namer = next((each for each in near if each.course.opened_on), near[0])
        known_on = min((namer.course.opened_on or namer.referred_on) + timedelta(days=rng.randrange(3, 40)), yesterday)
        noise = serial(seed, len(young) + place)
        stranger = Stranger(
            place=place,
            id=make_id(days.instant(known_on, rng.randrange(540, 1020)), noise),
            known_on=known_on,
            named_by=namer.place,
        )
        found.append(stranger)
        young[namer.place] = replace(namer, adult=place)
    return tuple(found)
