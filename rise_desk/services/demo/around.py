"""Who and what is around a young person: home, school, carers, the other children, professionals."""

from datetime import date, timedelta
from random import Random

from rise_desk.domain import life
from rise_desk.services.demo import county, numbers
from rise_desk.services.demo.days import DAY, moment, school_year, working
from rise_desk.services.demo.outline import Outline

KIN = frozenset({"mother", "father", "step_parent", "grandparent", "aunt_or_uncle"})
PLACED = frozenset({"foster_care", "childrens_home", "supported_or_semi_independent"})
POSTCODE_LETTERS = "ABDEFGHJLNPQRSTUWXYZ"
MAY_BE_TOLD = ("everything", "what_is_agreed_each_time", "what_is_agreed_each_time", "")
TOLD = (
    "Agreed with the social worker at the first meeting.",
    "What we do, not what is said.",
    "Times and places of visits; the rest is asked first.",
    "",
    "",
)
RUNG = {"college": "Tutor", "training_or_work": "Supervisor at work", "alternative_provision": "Teacher"}
"""Who is rung, other than a head of year."""
SUSPENDED = (
    "Left the site at lunch; met by staff and brought back",
    "Argument in the dinner queue",
    "A phone taken out in lessons, several times",
    "Uniform and lateness; the reasons were not asked about",
    "A vape in the changing rooms",
)


def aliases(rng: Random, one: Outline) -> tuple[life.Alias, ...]:
    """Another name, for one in eight."""
    if rng.random() > 0.12:
        return ()
    where = county.TOWNS[rng.randrange(len(county.TOWNS))][0]
    short = f"{one.given[0]}-{one.family[0]}" if one.called else f"Lil {one.given[0]}"
    return (life.Alias(name=short, used_where=where, basis=rng.choice(("own words", "school", "friends"))),)


def addresses(rng: Random, one: Outline) -> tuple[life.Address, ...]:
    """Where they live, and where before; one in twelve has only a sort of home on record."""
    moved_on = one.referred_on - timedelta(days=rng.randrange(20, 1500))
    here = life.Address(lives=one.lives, since=moment(moved_on))
    if rng.random() < 0.08:
        return (here,)
    provider = f"with {one.carer.name}" if one.lives == "foster_care" else one.carer.name.split(", ")[-1]
    here = life.Address(
        lives=one.lives,
        lines=_lines(one.house, one.town),
        postcode=_postcode(one.house, one.town),
        provider=provider if one.lives in PLACED else "",
        outside_county=False if rng.random() < 0.6 else None,
        withheld_from="the father" if one.lives in PLACED and rng.random() < 0.25 else "",
        since=moment(moved_on),
    )
    return (*_before(rng, one, moved_on), here)


def _before(rng: Random, one: Outline, moved_on: date) -> tuple[life.Address, ...]:
    if one.lives not in PLACED and rng.random() < 0.7:
        return ()
    house, town = rng.randrange(2000), rng.randrange(len(county.TOWNS))
    since = moved_on - timedelta(days=rng.randrange(100, 2000))
    lives = rng.choice(("with_family", "with_family", "with_extended_family_or_friends"))
    before = life.Address(
        lives=lives,
        lines=_lines(house, town),
        postcode=_postcode(house, town),
        since=moment(since) if rng.random() < 0.6 else life.NOTHING,
        until=moment(moved_on - DAY),
    )
    return (before,)


def _lines(house: int, town: int) -> str:
    return f"{house % 140 + 1} {county.STREETS[house % len(county.STREETS)]}, {county.TOWNS[town][0]}"


def _postcode(house: int, town: int) -> str:
    letters = len(POSTCODE_LETTERS)
    first, second = POSTCODE_LETTERS[house % letters], POSTCODE_LETTERS[house // 7 % letters]
    return f"{county.TOWNS[town][1]} {house % 9 + 1}{first}{second}"


def schools(rng: Random, one: Outline) -> tuple[life.SchoolSpell, ...]:
    """Every school or college of the story; the last still holds."""
    found = []
    for place, each in enumerate(one.schoolings):
        after = one.schoolings[place + 1 :]
        year = school_year(one.born, max(one.referred_on, each.since))
        found.append(
            life.SchoolSpell(
                name=each.name[0].upper() + each.name[1:],
                status=each.status if rng.random() < 0.93 else "",
                year_group=str(year) if 7 <= year <= 13 else "",
                attendance=f"{rng.randrange(38, 98)} %" if rng.random() < 0.6 else "",
                note=rng.choice(("", "", f"Ring {each.teacher}", "Meets us in the library")),
                since=moment(each.since),
                until=moment(after[0].since - timedelta(days=45)) if after else life.NOTHING,
            )
        )
    return tuple(found)


def exclusions(rng: Random, one: Outline) -> tuple[life.Exclusion, ...]:
    """Suspensions before the referral, for one in six; seldom a permanent exclusion."""
    if rng.random() > 0.17:
        return ()
    since = working(one.referred_on - timedelta(days=rng.randrange(10, 200)))
    sort = "permanent_exclusion" if one.schoolings[0].status == "alternative_provision" else "suspension"
    until = moment(since + timedelta(days=rng.randrange(1, 5))) if sort == "suspension" else life.NOTHING
    return (life.Exclusion(sort=sort, reason=rng.choice(SUSPENDED), since=moment(since), until=until),)


def carers(rng: Random, one: Outline, silent: bool) -> tuple[life.Carer, ...]:
    """The grown-up at home, and a parent who lives elsewhere; `silent` where they may be told nothing."""
    first = life.Carer(
        name=one.carer.name,
        relationship=one.carer.relationship,
        number=numbers.landline(one.place) if rng.random() < 0.8 else "",
        parental_responsibility=True if one.carer.relationship in ("mother", "father") else None,
        may_be_told="nothing" if silent else rng.choice(MAY_BE_TOLD),
        told_what="See the warning." if silent else rng.choice(TOLD),
    )
    if one.carer.relationship == "mother" and rng.random() < 0.5:
        return (first,)
    other = "father" if one.carer.relationship == "mother" else "mother"
    second = life.Carer(
        name=f"{'Mr' if other == 'father' else 'Mrs'} {one.family}",
        relationship=other,
        address="the same address" if rng.random() < 0.3 else "",
        parental_responsibility=rng.choice((True, True, None)),
        may_be_told="nothing" if silent else rng.choice(("what_is_agreed_each_time", "nothing", "")),
    )
    return (first,) if one.carer.relationship == other else (first, second)


def household(rng: Random, one: Outline, young: tuple[Outline, ...]) -> tuple[life.HouseholdChild, ...]:
    """The other children at home: a brother or sister with a file, and younger ones without."""
    found = []
    if one.bond == "sibling":
        other = young[one.companion]
        found.append(
            life.HouseholdChild(
                name=f"{other.given} {other.family}",
                date_of_birth=moment(other.born),
                relationship="brother_or_sister",
                safe=rng.choice(("yes", "not_known")),
                own_referral="yes",
                person=other.id,
            )
        )
    if one.lives == "with_family":
        others = one.heritage.girls + one.heritage.boys
        names = rng.sample([each for each in others if each != one.given], rng.choice((0, 0, 1, 1, 2)))
        found += [_little_one(rng, given, one) for given in names]
    return tuple(found)


def _little_one(rng: Random, given: str, one: Outline) -> life.HouseholdChild:
    born = one.referred_on - timedelta(days=rng.randrange(1600, 3600))
    return life.HouseholdChild(
        name=f"{given} {one.family}",
        date_of_birth=moment(born) if rng.random() < 0.5 else life.NOTHING,
        relationship="brother_or_sister",
        safe=rng.choice(("yes", "yes", "not_yet_asked")),
        own_referral=rng.choice(("no", "not_yet_asked")),
        note=rng.choice(("", "", "Seen at the visit, well", "At primary school; the head knows us")),
    )


def professionals(rng: Random, one: Outline, saved_on: date) -> tuple[life.Professional, ...]:
    """The social worker, who is rung at school, and now and then a nurse, a counsellor or a youth worker."""
    there = one.schooling(saved_on)
    found = [life.Professional(name=there.teacher, work=RUNG.get(there.status, "Head of year"), agency=there.name)]
    if one.social_worker:
        mail = f"{one.social_worker.replace(' ', '.').lower()}@northshire.example"
        found.insert(
            0, life.Professional(name=one.social_worker, work="Social worker", agency=county.AUTHORITY, email=mail)
        )
    if rng.random() < 0.3:
        found.append(life.Professional(name=rng.choice(county.SCHOOL_NURSES), work="School nurse"))
    if rng.random() < 0.25:
        found.append(
            life.Professional(name=rng.choice(county.COUNSELLORS), work="Counsellor", agency="the Willow Room")
        )
    return tuple(found)
