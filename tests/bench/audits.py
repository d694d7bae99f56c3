"""The audit: how long the proof of a hundred thousand rows takes, written by the program's own code."""

from collections.abc import Iterator
from statistics import median
from time import perf_counter

from rise_desk.domain.access import Deed
from rise_desk.storage import audit, chain_proof
from tests.bench.figures import SECONDS, Figure, Limit
from tests.bench.ground import Ground

ROWS = 100_000
LONGEST = 2.0


def figures(ground: Ground, rounds: int) -> Iterator[Figure]:
    """Every row proved with every seal, as a supervisor's check does it: the middle of a few rounds."""
    desk = ground.desk
    rows = audit.last(desk.store.vault)[0]
    with desk.writing() as work:
        for _row in range(rows, ROWS):
            work.audit(desk.entry(Deed.OPEN, kind="person", record=desk.session, subject=desk.session))
    took = median(_proof(ground) for _round in range(max(1, min(rounds, 5))))
    yield Figure(
        what="verifying the audit",
        measured=took,
        floor=LONGEST,
        of="two seconds",
        limit=Limit(times=1),
        unit=SECONDS,
        detail=f"{max(rows, ROWS):,} rows, every digest, link and seal",
    )


def _proof(ground: Ground) -> float:
    start = perf_counter()
    found = chain_proof.problems(ground.desk.store.vault, ground.desk.seed)
    took = perf_counter() - start
    if found:
        raise AssertionError(found[0])
    return took
