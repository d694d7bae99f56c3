"""The demonstration's places, vehicles, phones and names online, and the links between them and everybody."""

from collections.abc import Iterator
from itertools import count
from random import Random

from rise_desk.domain.handle import ONLINE, Handle
from rise_desk.domain.link import Link
from rise_desk.domain.names import fold
from rise_desk.domain.place import Place
from rise_desk.domain.record import Id, Record
from rise_desk.domain.thing import Thing
from rise_desk.domain.vehicle import Vehicle
from rise_desk.services.demo import adults, county, numbers, web_words
from rise_desk.services.demo.casting import Cast, Stranger, drawn, serial
from rise_desk.services.demo.days import moment
from rise_desk.services.demo.stamping import Stamps
from rise_desk.services.demo.team import POLICE

NUMBERED = 3_600_000
"""The serial numbers of what is told here begin so far on."""

HARM = (("approached", 40), ("groomed", 35), ("exploited", 25))
SURE = (("unconfirmed", 45), ("probable", 35), ("confirmed", 20))
LETTERS = "ABCDEFGHJKLMNPRSTUVWXY"


def records(cast: Cast) -> Iterator[Record]:
    """Every place and thing, then every link, in the order in which the adults became known."""
    first = count(serial(cast.seed, NUMBERED))
    stamps = Stamps(cast=cast, rng=cast.chance("web"), numbers=first)
    around = [(one, tuple(_things(stamps, one))) for one in cast.adults]
    yield from (thing for _one, things in around for thing in things)
    yield from _friends(stamps)
    for one, things in around:
        yield from _links(stamps, one, things)


def place_of(one: Stranger) -> tuple[str, str, str]:
    """The place of concern where somebody is said to be found."""
    return web_words.PLACES[one.place % len(web_words.PLACES)]


def _things(stamps: Stamps, one: Stranger) -> Iterator[Thing]:
    """What is around one adult: a phone, and for some a car, a name online, a place that nobody recorded before."""
    rng, by = stamps.rng, stamps.cast.young[one.named_by].worker
    if not _shares_phone(one):
        yield stamps.made(
            Handle, one.known_on, by, value=numbers.mobile(500 + one.place), service=rng.choice(("EE", ""))
        )
    if one.place % 3 == 0:
        make, model, colour, body = rng.choice(web_words.CARS)
        plate = _plate(rng) if one.place % 2 == 0 else _plate(rng)[:4]
        yield stamps.made(Vehicle, one.known_on, POLICE, plate=plate, make=make, model=model, colour=colour, body=body)
    if one.place % 4 == 1:
        name = rng.choice(web_words.HANDLES).format(name=fold(adults.called(one.place)).replace(" ", ""))
        yield stamps.made(
            Handle, one.known_on, by, handle_sort=ONLINE, value=name, service=rng.choice(web_words.SERVICES)
        )
    if one.place < len(web_words.PLACES):
        name, sort, concern = place_of(one)
        town, code = county.TOWNS[one.place % len(county.TOWNS)]
        lines = f"{rng.randrange(2, 90)} {rng.choice(county.STREETS)}, {town}"
        postcode = f"{code} {rng.randrange(1, 9)}AB"
        yield stamps.made(
            Place, one.known_on, by, place_name=name, place_type=sort, concern=concern, lines=lines, postcode=postcode
        )


def _shares_phone(one: Stranger) -> bool:
    """Whether somebody is reached by the phone of the one who became known before."""
    return one.place % 5 == 4


def _plate(rng: Random) -> str:
    """A plate whose middle never stood on a car: the 01 of no half-year."""
    letters = "".join(rng.choice(LETTERS) for _ in range(5))
    return f"{letters[:2]}01 {letters[2:]}"


def _friends(stamps: Stamps) -> Iterator[Link]:
    """Young people who are friends, or of one home."""
    for one in stamps.cast.young:
        if one.companion <= one.place:
            continue
        other = stamps.cast.young[one.companion]
        day = stamps.day(max(one.referred_on, other.referred_on), 3)
        if day is None:
            continue
        how = {"link_type": "relative", "detail": "sibling"} if one.bond == "sibling" else {"link_type": "friend"}
        yield stamps.made(
            Link, day, one.worker, subject=one.id, other=other.id, confidence="confirmed", said_by="both of them", **how
        )


def _links(stamps: Stamps, one: Stranger, things: tuple[Thing, ...]) -> Iterator[Link]:
    cast, rng = stamps.cast, stamps.rng
    namer = cast.young[one.named_by]
    yield _link(stamps, one, one.id, drawn(rng, HARM), namer.id)
    if namer.companion >= 0 and one.place % 2 == 0:
        yield _link(stamps, one, one.id, "approached", cast.young[namer.companion].id)
    if one.place and one.place % 3 != 0:
        before = cast.adults[one.place - 1]
        how = ("acts_with", "friend_or_associate", "same_address")[one.place % 3]
        yield _link(stamps, one, one.id, how, before.id)
    if _shares_phone(one):
        yield _link(stamps, one, one.id, "same_phone", cast.adults[one.place - 1].id)
    for each in things:
        how = "uses" if not isinstance(each, Place) else ("works_at", "lives_at", "runs", "seen_at")[one.place % 4]
        yield _link(stamps, one, one.id, how, each.id)
        if isinstance(each, Place):
            yield _link(stamps, one, namer.id, "seen_at", each.id)


def _link(stamps: Stamps, one: Stranger, subject: Id, how: str, other: Id) -> Link:
    rng, namer = stamps.rng, stamps.cast.young[one.named_by]
    return stamps.made(
        Link,
        one.known_on,
        rng.choice((POLICE, namer.worker)),
        subject=subject,
        link_type=how,
        other=other,
        since=moment(one.known_on),
        confidence=drawn(rng, SURE),
        said_by=rng.choice(web_words.SAID_BY),
    )
