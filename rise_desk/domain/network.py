"""A network: who and what is linked around somebody or something, how sure that is, and how long it is since."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from dateutil.relativedelta import relativedelta

from rise_desk.domain import linking, moments
from rise_desk.domain.handle import ONLINE, PHONE, Handle
from rise_desk.domain.moments import LONDON, Moment
from rise_desk.domain.person import AT_RISK, OF_CONCERN, Person
from rise_desk.domain.place import Place
from rise_desk.domain.record import NO_ID, Id
from rise_desk.domain.thing import Thing
from rise_desk.domain.vehicle import Vehicle

CHILD, ADULT, BOTH = "child", "adult", "both"
"""What a person is in a network: at risk, of concern, or both."""

PEOPLE = (CHILD, ADULT, BOTH)
KINDS = (*PEOPLE, Place.KIND, Vehicle.KIND, PHONE, ONLINE)
"""Everything a node can be."""

KNOWN_FOR = relativedelta(months=12)
"""For how long after it was last known a link is shown as it was; later it fades."""

FOR_LIFE = frozenset({"relative"})
"""Links that no passing of time makes less true."""


@dataclass(frozen=True, kw_only=True)
class Node:
    """Somebody or something in a network, and how many steps from its centre.

    `alleged` is the key of what somebody is said to do; it is told as alleged unless they were `convicted`.
    """

    subject: Id
    kind: str
    name: str
    detail: str = ""
    alleged: str = ""
    convicted: bool = False
    steps: int = 0


@dataclass(frozen=True, kw_only=True)
class Edge:
    """One link between two nodes, from `one` to `other`; `source` is the record it comes from, if one may read it.

    `origin`: where it came from otherwise, such as a file that was imported, in words.
    """

    link: Id
    one: Id
    other: Id
    link_type: str
    detail: str = ""
    confidence: str = ""
    since: Moment = Moment("")
    until: Moment = Moment("")
    said_by: str = ""
    source: Id = NO_ID
    origin: str = ""
    recorded_at: Moment = Moment("")
    recorded_by: str = ""

    @property
    def ends(self) -> tuple[Id, Id]:
        """The two it links."""
        return self.one, self.other

    def end_beside(self, subject: Id) -> Id:
        """Whom it links this one to."""
        return self.one if subject == self.other else self.other

    def is_stale(self, on: date) -> bool:
        """Whether it had ended by a day, or nobody has known of it for twelve months; kinship does not go stale."""
        if self.until:
            return _last_day(self.until) < on
        if self.link_type in FOR_LIFE:
            return False
        return self._last_known() < on - KNOWN_FOR

    def touches(self, since: str, until: str) -> bool:
        """Whether it may have held on some day from `since` to `until` (ISO days, '' for no bound).

        One that nobody dated is taken to begin when it was recorded.
        """
        begun = self.since or self.recorded_at
        first = moments.london_day(begun)
        return (not until or first <= until) and (not since or self._held_until(begun) >= since)

    def _held_until(self, begun: Moment) -> str:
        """The last London day on which it may have held, as ISO text; what lasts and has no end still holds."""
        if self.until:
            return _last_day(self.until).isoformat()
        return _last_day(begun).isoformat() if self.link_type in linking.ON_A_DAY else date.max.isoformat()

    def _last_known(self) -> date:
        """What happened on a day was last known then; what lasts was known when somebody recorded it."""
        told = [each for each in (self.since, self.recorded_at) if each]
        if self.link_type in linking.ON_A_DAY:
            told = told[:1]
        return max(map(_last_day, told), default=date.min + KNOWN_FOR)


@dataclass(frozen=True, kw_only=True)
class Network:
    """Everything within some steps of a centre, the nearest first, and all links among it."""

    centre: Id
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...] = ()

    def node(self, subject: Id) -> Node | None:
        """One of its nodes; None for what is not in it."""
        return next((each for each in self.nodes if each.subject == subject), None)

    def edges_of(self, subject: Id) -> tuple[Edge, ...]:
        """The links of one of its nodes."""
        return tuple(each for each in self.edges if subject in each.ends)


def narrowed(
    network: Network,
    *,
    kinds: Collection[str] = (),
    link_types: Collection[str] = (),
    since: str = "",
    until: str = "",
    confidence: str = "",
) -> Network:
    """What is left of a network of these kinds of nodes and links, in this period, and at least so sure.

    Only what is still joined to the centre stays, and the centre always does; '' and nothing leave all in.
    """
    fit = {each.subject for each in network.nodes if not kinds or each.kind in kinds} | {network.centre}
    edges = tuple(
        each
        for each in network.edges
        if fit.issuperset(each.ends)
        and (not link_types or each.link_type in link_types)
        and (not confidence or linking.place(each.confidence) <= linking.place(confidence))
        and each.touches(since, until)
    )
    steps = steps_from(network.centre, edges)
    nodes = [replace(each, steps=steps[each.subject]) for each in network.nodes if each.subject in steps]
    return Network(
        centre=network.centre,
        nodes=tuple(sorted(nodes, key=lambda each: each.steps)),
        edges=tuple(each for each in edges if each.one in steps),
    )


def steps_from(centre: Id, edges: Iterable[Edge]) -> dict[Id, int]:
    """How many steps everything that these links join to a centre is away from it, the nearest first."""
    beside = defaultdict[Id, list[Id]](list)
    for each in edges:
        beside[each.one].append(each.other)
        beside[each.other].append(each.one)
    found, ring = {centre: 0}, [centre]
    while ring:
        ring = list(_next(ring, beside, found))
    return found


def _next(ring: Iterable[Id], beside: Mapping[Id, Iterable[Id]], found: dict[Id, int]) -> Iterator[Id]:
    for each in ring:
        for other in beside[each]:
            if other not in found:
                found[other] = found[each] + 1
                yield other


def person_kind(at_risk: bool, of_concern: bool) -> str:
    """What somebody is in a network, by their roles."""
    return BOTH if at_risk and of_concern else ADULT if of_concern else CHILD


def of_centre(subject: Person | Thing) -> Node:
    """The node in the middle, though it may stand on no list."""
    if isinstance(subject, Thing):
        kind = subject.sort if isinstance(subject, Handle) else subject.KIND
        return Node(subject=subject.id, kind=kind, name=subject.name, detail=subject.detail)
    return Node(
        subject=subject.id,
        kind=person_kind(subject.has_role(AT_RISK), subject.has_role(OF_CONCERN)),
        name=subject.name,
        detail=subject.file_number,
        alleged=subject.concern_roles[-1].role if subject.concern_roles else "",
        convicted=subject.is_convicted,
    )


def _last_day(moment: Moment) -> date:
    """The last London day it can mean."""
    return moments.latest(moment).astimezone(LONDON).date()
