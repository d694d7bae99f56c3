"""Disruption: what is done against harm and for whom; the orders and investigations beside it; what followed.

An act that concerns somebody whose file is closed to the reader is not told: what is written in it may name them.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from rise_desk.domain import disruption_after, heat, moments, nights, returns, standing
from rise_desk.domain.casefile import CaseFile, ThingFile
from rise_desk.domain.chronology import Sieve
from rise_desk.domain.disruption import DONE, PROTECTED, TARGET, DisruptionAction
from rise_desk.domain.disruption_after import After
from rise_desk.domain.heat import Lane, Strip
from rise_desk.domain.investigation import Investigation
from rise_desk.domain.missing import MissingEpisode
from rise_desk.domain.order import Order
from rise_desk.domain.record import Id
from rise_desk.domain.sign_off import SignOff
from rise_desk.services import overview, restricted, subjects, things
from rise_desk.services.desk import Desk
from rise_desk.services.subjects import Named

KINDS = (DisruptionAction.KIND, Order.KIND, Investigation.KIND)
FOLLOWED = (*SignOff.JUDGED_WITH, MissingEpisode.KIND)
"""The kinds that tell what followed."""


@dataclass(frozen=True, kw_only=True)
class Doing:
    """One action with whom it is aimed at and whom it protects; `against`: this page's subject is a target."""

    action: DisruptionAction
    targets: tuple[Named, ...] = ()
    children: tuple[Named, ...] = ()
    against: bool = False


@dataclass(frozen=True, kw_only=True)
class Bound:
    """One order with whom it binds and whom it protects; `runs`: it has not ended by now."""

    order: Order
    subject: Named | None = None
    children: tuple[Named, ...] = ()
    runs: bool = True


@dataclass(frozen=True, kw_only=True)
class Inquiry:
    """One investigation with the children harmed, whoever is alleged, and the place it happened at, by name."""

    investigation: Investigation
    children: tuple[Named, ...] = ()
    suspects: tuple[Named, ...] = ()
    place: Named | None = None


@dataclass(frozen=True, kw_only=True)
class Plan:
    """All of it in one file: actions with the open ones first by their day, then the newest; orders; investigations."""

    subject: Id
    actions: tuple[Doing, ...] = ()
    orders: tuple[Bound, ...] = ()
    investigations: tuple[Inquiry, ...] = ()

    @property
    def how_many(self) -> int:
        """How many actions, orders and investigations there are."""
        return len(self.actions) + len(self.orders) + len(self.investigations)

    @property
    def open(self) -> tuple[Doing, ...]:
        """The actions that are still to be done or under way."""
        return tuple(each for each in self.actions if each.action.is_open)


@dataclass(frozen=True, kw_only=True)
class Followed:
    """One child, and what is on file of them before and after each action that was done to protect them.

    `strip`: the child's heat-strip with the nights missing and what was done; empty where nobody assessed them.
    """

    child: Named
    after: tuple[After, ...]
    lane: Lane
    strip: Strip


def plan(desk: Desk, subject: Id) -> Plan:
    """What is done about or for somebody, or about a place or thing, as far as this reader may know it."""
    file = _file(desk, subject)
    named = subjects.named(desk, {each for record in file.records for each, _role in record.involved()})
    today = moments.london_day(moments.stamp(desk.now()))
    return Plan(
        subject=file.subject.id,
        actions=tuple(sorted((_doing(each, file, named) for each in file.of(DisruptionAction)), key=_place)),
        orders=tuple(_bound(each, named, today) for each in file.of(Order)),
        investigations=tuple(_inquiry(each, named) for each in file.of(Investigation)),
    )


def of_child(desk: Desk, child: Id) -> Plan:
    """What is done to protect a child: nothing that is aimed at them."""
    whole = plan(desk, child)
    return replace(
        whole,
        actions=tuple(each for each in whole.actions if not each.against),
        orders=tuple(each for each in whole.orders if any(one.subject == whole.subject for one in each.children)),
        investigations=tuple(
            each for each in whole.investigations if any(one.subject == whole.subject for one in each.children)
        ),
    )


def how_many(desk: Desk, subject: Id) -> int:
    """How many actions, orders and investigations stand in a file, for its tab."""
    return len(_file(desk, subject).records)


def afterwards(desk: Desk, held: Plan) -> tuple[Followed, ...]:
    """For each child whom a done action protects, what followed; of a child’s own plan for that child alone."""
    done = [each for each in held.actions if each.action.status == DONE]
    protected = {one.subject: one for each in done for one in each.children}
    if held.subject in protected:
        protected = {held.subject: protected[held.subject]}
    return tuple(
        _followed(desk, child, [each.action for each in done if child in each.children]) for child in protected.values()
    )


def lane(desk: Desk, child: Id) -> Lane:
    """What was done to protect a child, as a lane under the heat-strip."""
    file = overview.case_file(desk, child, Sieve(kinds=(DisruptionAction.KIND,)))
    held = (each for each in file.of(DisruptionAction) if any(file.is_about(one.child) for one in each.protects))
    return disruption_after.lane(held, desk.practice)


def _file(desk: Desk, subject: Id) -> CaseFile | ThingFile:
    """The records of these kinds that stand and that this reader may know of, newest first."""
    if things.is_thing(desk, subject):
        found = desk.store.thing_file(things.thing(desk, subject), desk.who.grants, KINDS)
        held: CaseFile | ThingFile = replace(found, records=restricted.open_to(desk, found.records))
    else:
        held = overview.case_file(desk, subject, Sieve(kinds=KINDS))
    return replace(held, records=tuple(each for each in held.records if not each.withdrawn))


def _doing(each: DisruptionAction, file: CaseFile | ThingFile, named: dict[Id, Named]) -> Doing:
    return Doing(
        action=each,
        targets=_named((one for one, role in each.involved() if role == TARGET), named),
        children=_named((one for one, role in each.involved() if role == PROTECTED), named),
        against=any(file.is_about(one.subject) for one in each.targets),
    )


def _bound(each: Order, named: dict[Id, Named], today: str) -> Bound:
    ends = moments.london_day(each.ended_on) or moments.london_day(each.ends_on)
    return Bound(
        order=each,
        subject=named.get(each.subject),
        children=_named((one.child for one in each.protects), named),
        runs=not ends or ends >= today,
    )


def _inquiry(each: Investigation, named: dict[Id, Named]) -> Inquiry:
    return Inquiry(
        investigation=each,
        children=_named((one.person for one in each.children), named),
        suspects=_named((one.person for one in each.suspects), named),
        place=named.get(each.happened_place),
    )


def _named(wanted: Iterable[Id], named: dict[Id, Named]) -> tuple[Named, ...]:
    return tuple(dict.fromkeys(named[each] for each in wanted if each in named))


def _place(each: Doing) -> tuple[bool, str, int]:
    """Open first and the earliest day first; then what is over, the newest first."""
    action = each.action
    if action.is_open:
        return False, moments.london_day(action.due_on or action.agreed_on) or "9999", action.id
    newest = int(moments.london_day(action.happened()).replace("-", ""))
    return True, "", -newest


def _followed(desk: Desk, child: Named, actions: list[DisruptionAction]) -> Followed:
    file, now = overview.case_file(desk, child.subject, Sieve(kinds=FOLLOWED)), desk.now()
    made = disruption_after.lane(actions, desk.practice)
    lanes = (nights.lane(returns.episodes(file), now), made)
    return Followed(
        child=child,
        after=disruption_after.of_child(actions, file, desk.practice, now),
        lane=made,
        strip=heat.strip(standing.course(file, desk.practice), desk.practice, lanes),
    )
