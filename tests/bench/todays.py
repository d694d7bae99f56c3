"""Today: what a line of Today, of the count at the rail and of the verb `due` costs, with many open cases and few."""

from collections.abc import Callable, Iterator
from functools import partial

from rise_desk.domain import reassessment
from rise_desk.services import due_lines, overview, today
from rise_desk.services.desk import Desk
from tests.bench.figures import Figure, Limit
from tests.bench.ground import Ground, laid
from tests.bench.kept import Size
from tests.bench.timing import medians, timed

MANY, FEW = 20_000, 1_150
"""So many people have 2,000 open cases among them, and 200."""

ALIKE = Limit(times=1.5)
THOUSAND = 1_000

Read = Callable[[Desk], int]
"""Reads something whole, and tells how many lines it had."""


def figures(large: Ground, small: Ground, rounds: int) -> Iterator[Figure]:
    """Each reading in two stores, told for a thousand lines; a quick run takes the two that are laid."""
    if large.kept.size.people < MANY:
        yield from _compared(large, small, rounds)
        return
    with laid(Size(people=FEW, notes=10 * FEW, seed=large.kept.size.seed)) as few:
        yield from _compared(large, few, rounds)


def _compared(many: Ground, few: Ground, rounds: int) -> Iterator[Figure]:
    for what, read in READINGS.items():
        yield _figure(what, read, many, few, rounds)


def _figure(what: str, read: Read, many: Ground, few: Ground, rounds: int) -> Figure:
    lines = {"many": read(many.desk), "few": read(few.desk)}
    took = medians(
        {"many": timed(partial(read, many.desk)), "few": timed(partial(read, few.desk))},
        rounds,
    )
    whole = f"{lines['many']:,} lines in {took['many']:.0f} ms"
    return Figure(
        what=f"{what}, a thousand lines",
        measured=took["many"] / lines["many"] * THOUSAND,
        floor=took["few"] / lines["few"] * THOUSAND,
        of=f"the same for {_open(few.desk):,} open cases",
        limit=ALIKE,
        detail=f"{_open(many.desk):,} open cases: {whole}",
    )


def _team(desk: Desk) -> int:
    return len(today.waiting(desk))


def _mine(desk: Desk) -> int:
    """One's own files among everybody's: what is read is everybody's lines, so by these it is told."""
    today.waiting(desk, desk.who.name)
    return len(overview.due_lines(desk))


def _due(desk: Desk) -> int:
    return len(due_lines.due(desk))


READINGS: dict[str, Read] = {"Today": _team, "Today, one's own": _mine, "the verb due": _due}


def _open(desk: Desk) -> int:
    return len({each.subject for each in overview.due_lines(desk) if each.rule == reassessment.RULE})
