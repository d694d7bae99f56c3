"""Adults of concern: alleged, mostly known by what young people call them, described in neutral words."""

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from rise_desk.domain import life, moments, of_concern
from rise_desk.domain.moments import Moment
from rise_desk.domain.person import OF_CONCERN, Person
from rise_desk.services.demo import days, web_words
from rise_desk.services.demo.casting import Cast, Stranger
from rise_desk.services.demo.days import moment
from rise_desk.services.demo.team import POLICE

MALE, FEMALE, UNKNOWN = "male", "female", "not_recorded"
NICKNAMES = (
    ("Dutch", MALE), ("Mackie", UNKNOWN), ("Big Lee", MALE), ("Shaz", FEMALE), ("Jonno", MALE), ("T", UNKNOWN),
    ("Uncle Ray", MALE), ("Cass", FEMALE), ("Sparks", UNKNOWN), ("Fitz", MALE), ("Bam", MALE), ("Mister Blue", UNKNOWN),
    ("Lanky", MALE), ("Deeks", MALE), ("Auntie Pam", FEMALE), ("Ozzie", MALE), ("Stretch", MALE), ("Nev", MALE),
    ("Benny from the flats", MALE), ("Ginge", UNKNOWN), ("Tall Paul", MALE), ("Slick", UNKNOWN), ("Moses", MALE),
    ("Gail with the van", FEMALE), ("Diesel", MALE), ("Tinker", UNKNOWN), ("Frankie V", UNKNOWN), ("Kit", UNKNOWN),
)  # fmt: skip
GIVEN = {
    MALE: ("Darren", "Simon", "Gavin", "Stuart", "Nathan", "Ross", "Adrian", "Wayne"),
    FEMALE: ("Tina", "Kelly", "Donna", "Leanne"),
}
FAMILY = ("Haddow", "Prentis", "Orrin", "Stapely", "Marden", "Quill", "Tranmer", "Boswick", "Averill", "Crane-Holt")
SAID = {
    False: (
        "Named by one young person. What was said is in the notes; nothing here is established.",
        "Mentioned by two young people who do not know each other. It may not be the same adult.",
        "Known only from messages. Who is behind the name is not known.",
    ),
    True: (
        "Named in full by one young person. What was said is in the notes; nothing here is established.",
        "Named by a parent who had seen messages. The police have been told; nothing here is established.",
    ),
}
"""What is said of somebody known by a nickname alone, and of somebody known by name."""
ROLES = ("recruiter_or_groomer", "abuser", "facilitator", "not_known", "peripheral", "pays_to_abuse")
AGES = ("said to be about 25", "perhaps 30 to 35", "“old, like forty”", "said to be over 20", "")


def called(place: int) -> str:
    """What young people call the adult of this place; a number tells those apart who share a nickname."""
    before, which = divmod(place, len(NICKNAMES))
    nickname = NICKNAMES[which][0]
    return f"{nickname} ({before + 1})" if before else nickname


def records(cast: Cast) -> Iterator[Person]:
    """Every adult of concern, the first known first."""
    for each in sorted(cast.adults, key=lambda one: (one.known_on, one.place)):
        yield _person(cast.chance("adult", each.place), cast, each)


def _person(rng: Random, cast: Cast, one: Stranger) -> Person:
    last = min(one.known_on + timedelta(days=10), cast.today - days.DAY)
    written = days.instant(last, rng.randrange(1020, 1180)) + timedelta(milliseconds=rng.randrange(60_000))
    gender = NICKNAMES[one.place % len(NICKNAMES)][1]
    named = gender in GIVEN and rng.random() < 0.3
    namer = cast.young[one.named_by]
    return Person(
        id=one.id,
        version=1,
        recorded_at=moments.stamp(written),
        recorded_by=POLICE if rng.random() < 0.4 else namer.worker,
        owner_agency="police",
        given_name=rng.choice(GIVEN[gender]) if named else "",
        family_name=rng.choice(FAMILY) if named else "",
        known_as=called(one.place),
        aliases=(life.Alias(name=f"{called(one.place)} T", basis="a phone"),) if rng.random() < 0.2 else (),
        roles=(
            life.DatedRole(role=OF_CONCERN, since=moment(one.known_on), basis="alleged; who said so is in the notes"),
        ),
        date_of_birth=_born(rng, one.known_on) if named and rng.random() < 0.5 else Moment(""),
        approximate_age="" if named else rng.choice(AGES),
        gender=gender,
        how_well_known="full_name_or_initials" if named else "given_name_or_alias_only",
        background=rng.choice(SAID[named]),
        statuses=_statuses(one, written.date()),
        concern_roles=(of_concern.ConcernRole(role=rng.choice(ROLES), since=moment(one.known_on), basis="as alleged"),),
        positions=_positions(one),
        risk=rng.choice(web_words.RISKS) if one.place % 3 == 0 else "",
    )


def _statuses(one: Stranger, last: date) -> tuple[of_concern.ConcernStatus, ...]:
    """Named by a child first; for some, the police looked into it before the file was last saved."""
    named = of_concern.ConcernStatus(status="named_by_a_child", since=moment(one.known_on), basis="return interview")
    later = one.known_on + timedelta(days=9)
    if one.place % 4 or later > last:
        return (named,)
    return (named, of_concern.ConcernStatus(status="suspect", since=moment(later), basis="police"))


def _positions(one: Stranger) -> tuple[of_concern.Position, ...]:
    """For one in six, a position that brings them to children."""
    if one.place % 6 != 2:
        return ()
    where = of_concern.Position(
        position="taxi", detail="Drives for Swift Cars", with_children=None, learned_on=moment(one.known_on)
    )
    return (where,)


def _born(rng: Random, known_on: date) -> Moment:
    return moment(known_on - timedelta(days=rng.randrange(22 * 366, 48 * 365)))
