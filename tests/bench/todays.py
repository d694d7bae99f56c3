"""Today: its cost beside its own questions, a line with many cases and few, and how soon a saved episode is there."""

from collections.abc import Callable, Iterator
from functools import partial
from time import perf_counter

from rise_desk.domain import reassessment
from rise_desk.domain.act import Announcement
from rise_desk.domain.missing import MissingEpisode
from rise_desk.domain.moments import minute
from rise_desk.domain.record import Id
from rise_desk.services import casework, due_lines, overview, today
from rise_desk.services.desk import Desk
from rise_desk.services.today import Part
from tests.bench import bare
from tests.bench.figures import Figure, Limit
from tests.bench.ground import Ground, laid
from tests.bench.kept import Size
from tests.bench.timing import medians, timed

MANY, FEW = 20_000, 1_150
"""So many people have 2,000 open cases among them, and 200."""

ALIKE, OWN = Limit(times=1.5), Limit(times=3, more=10)
FIFTY_MILLISECONDS = 50.0
THOUSAND = 1_000

Read = Callable[[Desk], int]
"""Reads something whole, and tells how many lines it had."""


def figures(large: Ground, small: Ground, rounds: int) -> Iterator[Figure]:
    """Today against its questions and after a save; each reading in two stores, told for a thousand lines.

    A quick run takes the two that are laid.
    """
    yield _against_its_questions(large, rounds)
    yield _saved(large, rounds)
    if large.kept.size.people < MANY:
        yield from _compared(large, small, rounds)
        return
    with laid(Size(people=FEW, notes=10 * FEW, seed=large.kept.size.seed)) as few:
        yield from _compared(large, few, rounds)


def _against_its_questions(ground: Ground, rounds: int) -> Figure:
    desk = ground.desk
    with bare.overheard(desk.store.vault) as said:
        lines = today.waiting(desk)
    own = [each for each in bare.questions(said) if "FROM account" not in each[0]]
    took = medians(
        {"desk": timed(partial(today.waiting, desk)), "sql": timed(partial(bare.ask, ground.bare, own))}, rounds
    )
    episodes = int(ground.bare.execute("SELECT count(*) FROM missing_episode").fetchone()[0])
    return Figure(
        what="Today, whole",
        measured=took["desk"],
        floor=took["sql"],
        of="its questions to the indexes",
        limit=OWN,
        detail=f"{len(lines):,} lines, {episodes:,} missing episodes on file",
    )


def _saved(ground: Ground, rounds: int) -> Figure:
    """From the commit of an episode until Today has read it: a child who goes missing, one after the other."""
    rows = ground.bare.execute("SELECT subject FROM card WHERE at_risk AND missing_since = '' AND interview_by = ''")
    children = iter([Id(row[0]) for row in rows.fetchall()])
    took = medians({"seen": lambda: _seen(ground.desk, next(children))}, rounds)
    return Figure(
        what="a saved episode is on Today",
        measured=took["seen"],
        floor=FIFTY_MILLISECONDS,
        of="fifty milliseconds",
        limit=Limit(times=1),
        detail="from its commit until all of Today was read again",
    )


def _seen(desk: Desk, child: Id) -> float:
    committed: list[float] = []

    def hear(_said: Announcement) -> None:
        committed.append(perf_counter())

    desk.listeners.append(hear)
    gone = MissingEpisode(id=desk.clock.new_id(), subject=child, reported_at=minute(desk.now()))
    casework.save(desk, gone)
    lines = today.waiting(desk)
    took = (perf_counter() - committed[-1]) * 1000
    desk.listeners.remove(hear)
    if not any(each.due.record == gone.id and each.part is Part.MISSING for each in lines):
        raise LookupError("The episode is not on Today.")
    return took


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
