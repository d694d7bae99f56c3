"""Disruption, orders and investigations in a case summary: what is open, what was tried and what followed.

What followed is counted in equal spans of days and never said to have come from it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from rise_desk.domain import moments, offence, order_due, recency
from rise_desk.domain.disruption import DONE, NOT_POSSIBLE, DisruptionAction
from rise_desk.domain.disruption_after import NO_CAUSE, After
from rise_desk.domain.heat import Lane
from rise_desk.domain.investigation import Investigation
from rise_desk.domain.order import Order, Prohibition
from rise_desk.domain.practice import Practice
from rise_desk.domain.recency import Recency
from rise_desk.reports.blocks import Block, Heading, Note, Paragraph, Table
from rise_desk.reports.words import NOT_RECORDED, first_letter_up, joined, listed, span

OPEN = ("What is to be done", "Against", "Who does it, and by when", "What exactly")
TRIED = ("What was tried", "Against", "When", "What came of it")
FOLLOWED = ("After", "On", "Missing episodes", "Band")
ORDERS = ("Order", "Binds", "From and until", "What it forbids or demands")
INVESTIGATIONS = ("Alleged", "Against", "Reported", "What came of it")
NEVER_LOWERS = "No further action never lowers a child’s band, and says nothing of what they told."


@dataclass(frozen=True, kw_only=True)
class Tried:
    """One action, with whom or what it is aimed at, as this paper calls them."""

    action: DisruptionAction
    against: str


@dataclass(frozen=True, kw_only=True)
class Bound:
    """One order, with whom it binds; `runs`: it has not ended."""

    order: Order
    binds: str
    runs: bool


@dataclass(frozen=True, kw_only=True)
class Inquired:
    """One investigation, with whoever is alleged and the place it happened at."""

    investigation: Investigation
    suspects: str
    place: str


@dataclass(frozen=True, kw_only=True)
class Followed:
    """One child, and what is on file of them before and after each action that was done."""

    name: str
    after: tuple[After, ...]


@dataclass(frozen=True, kw_only=True)
class Protection:
    """All of it in one file; `lanes` is what was done for this child, for under the heat-strip."""

    actions: tuple[Tried, ...] = ()
    orders: tuple[Bound, ...] = ()
    investigations: tuple[Inquired, ...] = ()
    followed: tuple[Followed, ...] = ()
    lanes: tuple[Lane, ...] = field(default=())


def protection(told: Protection, practice: Practice, now: datetime) -> Iterator[Block]:
    """Every section that has something to say."""
    yield from _orders(told.orders, practice)
    yield from _disruption(told.actions, practice, now)
    yield from _after(told.followed)
    yield from _investigations(told.investigations, practice)


def _orders(orders: Sequence[Bound], practice: Practice) -> Iterator[Block]:
    if orders:
        runs = sum(each.runs for each in orders)
        yield Heading(text="Orders", aside=f"{runs} in force" if runs else "none in force")
        yield Table(columns=ORDERS, rows=tuple(_order(each, practice) for each in orders))


def _order(each: Bound, practice: Practice) -> tuple[str, ...]:
    order = each.order
    name = order_due.called(order, practice)
    days = (
        f"made {moments.shown(order.made_on)}" if order.made_on else "not made yet",
        f"ends {moments.shown(order.ends_on)}" if order.ends_on else "",
        "until further order" if order.until_further else "",
        f"ended early {moments.shown(order.ended_on)}" if order.ended_on else "",
        order.ended_because,
    )
    return (
        joined(name, order.court, order.reference),
        each.binds,
        joined(*days, "" if each.runs else "no longer in force"),
        listed(map(_prohibition, order.prohibitions)) or NOT_RECORDED,
    )


def _prohibition(each: Prohibition) -> str:
    return f"– {joined(each.text.strip(), span(each))}"


def _disruption(actions: Sequence[Tried], practice: Practice, now: datetime) -> Iterator[Block]:
    still = [each for each in actions if each.action.is_open]
    over = [each for each in actions if not each.action.is_open]
    if still:
        yield Heading(text="Disruption, open actions", aside=_many(len(still)))
        yield Table(columns=OPEN, rows=tuple(_open(each, practice, now) for each in still))
    if over:
        yield Heading(text="Disruption that was tried", aside=_many(len(over)))
        yield Table(columns=TRIED, rows=tuple(_tried(each, practice) for each in over))


def _many(count: int) -> str:
    return "1 action" if count == 1 else f"{count} actions"


def _open(each: Tried, practice: Practice, now: datetime) -> tuple[str, ...]:
    made = each.action
    late = bool(made.due_on) and moments.latest(made.due_on) < now
    by = f"{'overdue since' if late else 'by'} {moments.shown(made.due_on)}" if made.due_on else "no day was set"
    owner = joined(made.owner or "nobody is named", practice.label("agency", made.agency))
    return (_tactic(made, practice), each.against, joined(owner, by), made.what.strip())


def _tried(each: Tried, practice: Practice) -> tuple[str, ...]:
    made = each.action
    when = f"done {moments.shown(made.done_on)}" if made.done_on else "done, the day is not recorded"
    return (
        _tactic(made, practice),
        each.against,
        when if made.status == DONE else practice.label("disruption_status", NOT_POSSIBLE),
        made.outcome.strip() or NOT_RECORDED,
    )


def _tactic(made: DisruptionAction, practice: Practice) -> str:
    return first_letter_up(practice.label("tactic", made.tactic))


def _after(followed: Sequence[Followed]) -> Iterator[Block]:
    if not followed:
        return
    yield Heading(text="What followed", aside="as many days before as after")
    for each in followed:
        if len(followed) > 1:
            yield Paragraph(text=first_letter_up(each.name))
        yield Table(columns=FOLLOWED, rows=tuple(_compared(one) for one in each.after))
    yield Note(text=NO_CAUSE)


def _compared(one: After) -> tuple[str, ...]:
    episodes, bands = (*one.words, "")[:2]
    return (
        first_letter_up(one.tactic),
        moments.shown(one.done_on) or NOT_RECORDED,
        first_letter_up(episodes.removeprefix("Missing episodes: ").rstrip(".")),
        first_letter_up(bands.removeprefix("Band: ").rstrip(".")) or "not assessed",
    )


def _investigations(held: Sequence[Inquired], practice: Practice) -> Iterator[Block]:
    if held:
        yield Heading(text="Investigations", aside="an allegation is not a fact")
        yield Table(columns=INVESTIGATIONS, rows=tuple(_inquired(each, practice) for each in held))
        yield Note(text=NEVER_LOWERS)


def _inquired(each: Inquired, practice: Practice) -> tuple[str, ...]:
    made = each.investigation
    offences = dict.fromkeys(offence.called(one.offence, practice) for one in made.offences)
    recent = recency.of_investigation(made)
    happened = f"happened at {each.place}" if each.place else ""
    recorded = f"recorded at {made.recorded_place}" if made.recorded_place else ""
    return (
        joined("; ".join(offences) or "Offences not recorded", recorded, happened),
        each.suspects or "nobody is named",
        joined(
            moments.shown(made.reported_on) or NOT_RECORDED,
            "" if recent is Recency.NOT_RECORDED else str(recent),
            made.crime_ref,
        ),
        joined(
            first_letter_up(practice.label("investigation_outcome", made.outcome)) or "no outcome yet",
            moments.shown(made.outcome_on),
        ),
    )
