"""The young people's own records, made from their outlines; what nobody would know yet stays not recorded."""

from collections.abc import Iterator
from datetime import date
from random import Random

from rise_desk.domain import life, moments
from rise_desk.domain.moments import Moment
from rise_desk.domain.person import AT_RISK, Person
from rise_desk.services.demo import around, county, looks, numbers, standing
from rise_desk.services.demo.casting import Cast
from rise_desk.services.demo.days import age_on, moment
from rise_desk.services.demo.outline import Outline
from rise_desk.services.demo.team import SUPERVISOR

EACH_HAS_A_PHONE = 1000
"""So many mobile numbers differ; after them only few people have one on record, or all would share theirs."""

CAME_BY = {
    "school": (
        "Came to notice through school: days missed, a new phone, older contacts {she} would not name.",
        "Tired in lessons since half term, and fetched at the gates by somebody staff did not know.",
        "A teacher noticed gifts that nobody could explain, and asked before asking became difficult.",
    ),
    "police": (
        "Police spoke to {name} in a car with adults in {town} late at night and were worried for {them}.",
        "Referred after two nights away from home in a fortnight. {name} came back tired and would not say where from.",
        "Referred for what looked at first like shoplifting: somebody was telling {name} what to take.",
    ),
    "parent_or_carer": (
        "{Carer} found messages from somebody much older, kept them, and rang.",
        "{Carer} had noticed new clothes, a second phone and no sleep, and asked for help.",
    ),
    "self": ("{name} asked for help {herself}, by message, after seeing the poster in the library.",),
    "childrens_home": (
        "Staff were worried about a car that waited, and about a phone that {name} would not put down.",
    ),
}
OPENINGS = (
    "Named as a friend by another young person the team knows; seen with the same adults in {town}.",
    "Referred for online contact that was leading to a meeting. The meeting did not happen.",
    "Told a worker, in passing, about somebody older who pays for everything.",
    "Several small worries from several people, none of them enough alone: money, lateness, a change of friends.",
)
AROUND = {
    True: (
        "{Carer} is the person {name} turns to, and has asked for help from the start.",
        "The family has had a hard two years, with a move and money worries, and has held together.",
        "There is a neighbour who can be relied on at any hour.",
        "{Carer} works nights; mornings are the time to ring.",
        "The older brother left home last year and is missed.",
        "{Carer} protects {name} and is worn out by it; parent support is offered.",
        "Home is warm and full. It is hard to talk there, so we walk.",
    ),
    False: (
        "{name} has moved three times in a year and is wary of new people, with reason.",
        "{name} trusts {carer}, who notices first when something is wrong.",
        "Contact with the family is kept up and matters.",
        "The placement is holding, and {name} has said that {she} want{s} to stay.",
    ),
}
"""What is said of home: of those who live with family, and of those who do not."""
LIKES = (
    "{name} answers better by message than by phone.",
    "{name} likes to know a day ahead who is coming and why.",
    "Talks while doing something; sit beside {them}, not across a table.",
    "Laughs first when things are serious. Give it a minute.",
    "Prefers to be met outside {school}, not taken out of lessons.",
    "Asks good questions and remembers the answers, so only promise what will happen.",
    "Does not like a pen and paper out. Write it up afterwards and read it back.",
)


def records(cast: Cast) -> Iterator[Person]:
    """Every young person, the first referral first."""
    for each in cast.young:
        yield _person(cast, each)


def slots(one: Outline) -> dict[str, str]:
    """The words that fill the slots of a sentence about somebody, whatever the day."""
    words = one.pronouns()
    kin = one.carer.relationship in around.KIN
    carer = f"{words['her']} {one.carer.said}" if kin else one.carer.said
    return words | {
        "name": one.name,
        "carer": carer,
        "Carer": carer[0].upper() + carer[1:],
        "worker": one.worker,
        "town": county.TOWNS[one.town][0],
        "friend": one.friend,
        "pet": one.pet,
        "social_worker": one.social_worker,
        "school": one.schoolings[0].name,
    }


def _person(cast: Cast, one: Outline) -> Person:
    rng = cast.chance("file", one.place)
    warnings = standing.warnings(rng, one, cast.today)
    silent = any(each.warning == "do_not_tell_family" for each in warnings)
    saved_on = one.saved_at.astimezone(moments.LONDON).date()
    source = "" if rng.random() < 0.4 else f"Referral: {cast.practice.label('referral_source', one.source)}"
    return _identity(rng, one, saved_on).changed(
        description=looks.described(cast.chance("looks", one.place), one),
        source=source,
        case_spells=one.course.spells,
        allocations=standing.allocations(rng, one),
        addresses=around.addresses(rng, one),
        placing_authority=county.AUTHORITY if one.lives in around.PLACED else "",
        host_authority=county.AUTHORITY if one.lives in around.PLACED else "",
        legal_spells=standing.legal(rng, one),
        contact_numbers=_numbers(rng, one),
        schools=around.schools(rng, one),
        exclusions=around.exclusions(rng, one),
        carers=around.carers(rng, one, silent),
        household=around.household(rng, one, cast.young),
        professionals=around.professionals(rng, one, saved_on),
        needs=standing.needs(rng),
        front_sheet=standing.front_sheet(rng, one),
        flags=standing.flags(rng, one),
        warnings=warnings,
        background=_background(rng, one, slots(one)),
    )


def _identity(rng: Random, one: Outline, saved_on: date) -> Person:
    """Who somebody is, and that the record was saved."""
    asked = rng.random() < 0.88
    return Person(
        id=one.id,
        version=1,
        recorded_at=moments.stamp(one.saved_at),
        recorded_by=one.worker if one.course.opened_on else SUPERVISOR,
        owner_agency="social_care" if one.social_worker else "voluntary_sector",
        given_name=one.given,
        family_name=one.family,
        known_as=one.called,
        aliases=around.aliases(rng, one),
        roles=(life.DatedRole(role=AT_RISK, since=moment(one.referred_on), basis="referral"),),
        date_of_birth=Moment(one.born.isoformat()[: 7 if rng.random() < 0.03 else 10]),
        gender=one.gender,
        ethnicity=one.heritage.ethnicity if asked else "not_yet_asked",
        ethnicity_basis=rng.choice(("self", "self", "recorded_by_police", "seen_by_staff", "")) if asked else "",
        nationality=one.heritage.nationality if rng.random() < 0.75 else "",
        first_language=one.heritage.language if rng.random() < 0.85 else "",
        sexuality=_sexuality(rng, age_on(one.born, saved_on)),
        identifiers=_identifiers(rng, one),
    )


def _sexuality(rng: Random, age: int) -> str:
    asked = ("heterosexual", "heterosexual", "not_sure", "bisexual", "gay_or_lesbian", "refused")
    if age < 14:
        return "not_yet_asked"
    return rng.choice(asked) if rng.random() < 0.35 else ""


def _numbers(rng: Random, one: Outline) -> tuple[life.ContactNumber, ...]:
    if (one.place >= EACH_HAS_A_PHONE and rng.random() < 0.9) or rng.random() < 0.15:
        return ()
    own = life.ContactNumber(
        number=numbers.mobile(one.place),
        whose=f"{one.pronouns()['her']} own",
        safe_to_call=rng.choice((True, True, None, False)),
        note=rng.choice(("", "", "text first", "off at night; left downstairs", "others see the screen")),
    )
    return (own,)


def _identifiers(rng: Random, one: Outline) -> tuple[life.Identifier, ...]:
    found = {
        "nhs": (numbers.nhs(one.place), 0.7),
        "upn": (numbers.upn(one.place, one.born.year + 5), 0.5),
        "council": (f"NSC-{400_000 + one.place * 3}", 0.9 if one.social_worker else 0.2),
        "police": (f"NSP/{one.referred_on.year}/{10_000 + one.place}", 0.7 if one.source == "police" else 0.15),
        "missing_person": (f"MP-{70_000 + one.place}", 0.15),
    }
    return tuple(
        life.Identifier(system=system, value=value) for system, (value, often) in found.items() if rng.random() < often
    )


def _background(rng: Random, one: Outline, known: dict[str, str]) -> str:
    said = [
        rng.choice(CAME_BY.get(one.source, OPENINGS)),
        rng.choice(AROUND[one.carer.relationship in around.KIN]),
        rng.choice(LIKES),
    ]
    return " ".join(said[: rng.choice((1, 2, 3, 3))]).format_map(known)
