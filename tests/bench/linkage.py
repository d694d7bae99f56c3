"""Linkage: a county's adults of concern, places, vehicles and phones, and the links between them all, in bulk.

As in life a few adults and children have most of the links, and most adults know those of their own circle.
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime, timedelta
from itertools import accumulate
from random import Random
from typing import Any

from rise_desk.domain import life, moments
from rise_desk.domain.handle import Handle
from rise_desk.domain.link import Link
from rise_desk.domain.moments import Moment
from rise_desk.domain.of_concern import ConcernRole, ConcernStatus
from rise_desk.domain.person import OF_CONCERN, Person
from rise_desk.domain.place import Place
from rise_desk.domain.record import Id, Record
from rise_desk.domain.vehicle import Vehicle
from rise_desk.services.desk import Desk
from rise_desk.storage import batches

ADULTS, LINKS, THINGS = 0.3, 3.0, 0.1
"""How many there are for each young person in the list: 6,000 adults, 60,000 links, 2,000 things for 20,000."""

YEARS = timedelta(days=3_650)
AT_ONCE = 500
OFTEN, MOST = 1.1, 60.0
"""How unevenly links are spread, and how much more than the least anybody has."""

CIRCLE, INSIDE = 6, 0.97
"""How many adults know each other, and the share of links between adults that stay within such a circle."""

NICKNAMES = 40
"""So few, that each is many adults' own: the worst that a check for the same elsewhere can meet."""

TRIES = 5
"""How often at most a link is drawn for each that is wanted: of few people some are drawn twice."""

SHARES = (("harm", 0.42), ("adults", 0.62), ("children", 0.82), ("things", 1.0))
HARM = ("exploited", "exploited", "groomed", "approached")
BETWEEN = ("friend_or_associate", "friend_or_associate", "acts_with", "relative", "same_address", "same_phone")
FRIENDS = ("friend", "friend", "relative", "went_missing_with", "found_with")
CONFIDENCES = ("confirmed", "probable", "probable", "unconfirmed", "")
ROLES = ("abuser", "recruiter_or_groomer", "facilitator", "peripheral")
STATUSES = ("named_by_a_child", "suspect", "charged", "convicted", "information_only")


def fill(desk: Desk, people: int, seed: int) -> int:
    """Write as many adults, things and links as bring this store up to its share; how many records."""
    county = County(desk, seed)
    vault = desk.store.vault
    written = 0
    with batches.room(vault):
        adults = round(people * ADULTS) - len(_listed(desk, "card WHERE of_concern"))
        written += _write(desk, (county.adult(number) for number in range(adults)))
        things = round(people * THINGS) - len(_listed(desk, "thing_card"))
        written += _write(desk, (county.thing(number) for number in range(things)))
        links = round(people * LINKS) - int(vault.sql("SELECT count(*) FROM link")[0][0])
        children, grown = (_listed(desk, f"card WHERE {role}") for role in ("at_risk AND NOT of_concern", "of_concern"))
        written += _write(desk, county.links(children, grown, _listed(desk, "thing_card"), links))
    return written


def _listed(desk: Desk, source: str) -> list[Id]:
    return [Id(row[0]) for row in desk.store.vault.sql(f"SELECT subject FROM {source} ORDER BY subject")]


def _write(desk: Desk, records: Iterator[Record]) -> int:
    written, more = 0, True
    while more:
        with desk.writing(as_stamped=True) as work:
            more = False
            for each in records:
                work.put(each, None)
                written += 1
                if written % AT_ONCE == 0:
                    more = True
                    break
    return written


class County:
    """Tells who there is and how they are linked, always the same from the same seed."""

    def __init__(self, desk: Desk, seed: int) -> None:
        self._desk, self._rng = desk, Random(f"linkage {seed}")
        self._now = desk.now().replace(second=0, microsecond=0)

    def adult(self, number: int) -> Person:
        """One adult of concern."""
        at = self._stamp()
        return Person(
            id=self._desk.clock.new_id(),
            given_name=f"Given{number % 97}",
            family_name=f"Family{number % 1_013}",
            aliases=(life.Alias(name=f"Nickname {number % NICKNAMES}"),),
            roles=(life.DatedRole(role=OF_CONCERN),),
            concern_roles=(ConcernRole(role=self._rng.choice(ROLES)),),
            statuses=(ConcernStatus(status=self._rng.choice(STATUSES)),),
            contact_numbers=(life.ContactNumber(number=self._phone()),),
            recorded_at=at,
            recorded_by=self._desk.who.name,
        )

    def thing(self, number: int) -> Record:
        """One place, vehicle or phone."""
        said: dict[str, Any] = {
            "id": self._desk.clock.new_id(),
            "recorded_at": self._stamp(),
            "recorded_by": self._desk.who.name,
        }
        if number % 3 == 0:
            return Place(place_name=f"Takeaway {number}", lines=f"{number} High Street", **said)
        if number % 3 == 1:
            return Vehicle(plate=f"AB{number % 90 + 10} {number % 900 + 100}", **said)
        return Handle(value=self._phone(), **said)

    def links(
        self, children: Sequence[Id], adults: Sequence[Id], things: Sequence[Id], number: int
    ) -> Iterator[Record]:
        """So many links, as far as there is anybody to link; no two of the same sort between the same two."""
        if not (children and adults and things):
            return
        drawn = _Drawn(self._rng, children, adults, things)
        made = set[tuple[Id, str, Id]]()
        for _try in range(TRIES * number):
            found = drawn.one()
            if found[0] != found[2] and found not in made and len(made) < number:
                made.add(found)
                yield self._link(*found)

    def _link(self, one: Id, link_type: str, other: Id) -> Link:
        at = self._stamp()
        return Link(
            id=self._desk.clock.new_id(),
            subject=one,
            link_type=link_type,
            other=other,
            since=Moment(moments.london_day(at)) if self._rng.random() < 0.6 else Moment(""),
            confidence=self._rng.choice(CONFIDENCES),
            said_by="Return interview",
            recorded_at=at,
            recorded_by=self._desk.who.name,
        )

    def _phone(self) -> str:
        return f"07700 9{self._rng.randrange(100_000):05d}"

    def _stamp(self) -> Moment:
        at: datetime = self._now - YEARS * self._rng.random()
        return moments.stamp(at)


class _Drawn:
    """Draws who is linked with whom, and how."""

    def __init__(self, rng: Random, children: Sequence[Id], adults: Sequence[Id], things: Sequence[Id]) -> None:
        self._rng, self._adults, self._things = rng, adults, things
        self._child, self._adult = self._among(children), self._among(adults)
        self._circles = {adult: place // CIRCLE * CIRCLE for place, adult in enumerate(adults)}

    def one(self) -> tuple[Id, str, Id]:
        """One link: from whom, how, to whom or what."""
        drawn, rng = self._rng.random(), self._rng
        sort = next(name for name, share in SHARES if drawn <= share)
        if sort == "harm":
            return self._adult(), rng.choice(HARM), self._child()
        if sort == "children":
            return self._child(), rng.choice(FRIENDS), self._child()
        if sort == "things":
            return rng.choice((self._child, self._adult))(), rng.choice(("seen_at", "uses")), rng.choice(self._things)
        one = self._adult()
        circle = self._adults[self._circles[one] : self._circles[one] + CIRCLE]
        return one, rng.choice(BETWEEN), rng.choice(circle if rng.random() < INSIDE else self._adults)

    def _among(self, subjects: Sequence[Id]) -> Callable[[], Id]:
        weights = list(accumulate(min(self._rng.paretovariate(OFTEN), MOST) for _one in subjects))
        return lambda: self._rng.choices(subjects, cum_weights=weights)[0]
