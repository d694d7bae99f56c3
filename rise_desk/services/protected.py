"""What is done to protect, as a paper tells it: everybody as this paper calls them, and no other child by name."""

from collections.abc import Iterable, Mapping

from rise_desk.domain.person import AT_RISK, Person
from rise_desk.domain.record import Id
from rise_desk.reports.disruption_summary import Bound, Followed, Inquired, Protection, Tried
from rise_desk.services import copies, disruption
from rise_desk.services.desk import Desk
from rise_desk.services.disruption import Plan
from rise_desk.services.subjects import Named


def told(desk: Desk, person: Person) -> Protection:
    """Orders, disruption and investigations for somebody's summary: of a child what protects them, and no more."""
    at_risk = person.has_role(AT_RISK)
    plan = disruption.of_child(desk, person.id) if at_risk else disruption.plan(desk, person.id)
    followed = disruption.afterwards(desk, plan)
    names = copies.names(desk, plan.subject, _everybody(plan))
    return Protection(
        actions=tuple(Tried(action=each.action, against=_called(each.targets, names)) for each in plan.actions),
        orders=tuple(
            Bound(order=each.order, binds=names.get(each.order.subject, ""), runs=each.runs) for each in plan.orders
        ),
        investigations=tuple(
            Inquired(
                investigation=each.investigation,
                suspects=_called(each.suspects, names),
                place=each.place.name if each.place else each.investigation.happened_where,
            )
            for each in plan.investigations
        ),
        followed=tuple(Followed(name=names[each.child.subject], after=each.after) for each in followed),
        lanes=tuple(each.lane for each in followed) if at_risk else (),
    )


def _everybody(plan: Plan) -> set[Id]:
    named = [one for each in plan.actions for one in (*each.targets, *each.children)]
    named += [one for each in plan.investigations for one in each.suspects]
    return {one.subject for one in named} | {each.order.subject for each in plan.orders}


def _called(named: Iterable[Named], names: Mapping[Id, str]) -> str:
    return ", ".join(names[each.subject] for each in named)
