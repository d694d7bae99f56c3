"""Openings: a file opened in the real window, what its page reads and writes down, against its raw queries."""

from collections.abc import Iterator
from functools import partial
from statistics import median

from rise_desk.domain.record import Id
from tests.bench import bare
from tests.bench.figures import Figure, Limit
from tests.bench.ground import Ground
from tests.bench.seat import Seat
from tests.bench.timing import Probe, medians, timed

FILES = 12


def figures(ground: Ground, rounds: int) -> Iterator[Figure]:
    """What opening a file asks of the records, and the same until its page is painted."""
    seat = Seat(ground.desk)
    found: dict[str, list[float]] = {"read": [], "asked": [], "painted": []}
    try:
        for subject in some_files(ground):
            with bare.overheard(ground.desk.store.vault) as said:
                seat.open(subject)
            seat.close(subject)
            probes: dict[str, Probe] = {
                "read": partial(seat.reading, subject),
                "asked": timed(partial(_floor, ground, bare.questions(said))),
                "painted": partial(seat.painted, subject),
            }
            for name, took in medians(probes, max(3, rounds // 3)).items():
                found[name].append(took)
    finally:
        seat.leave()
    floor = median(found["asked"])
    yield Figure(
        what="opening one file",
        measured=median(found["read"]),
        floor=floor,
        of="its queries, each asked once, and one commit for the row that writes the opening down",
        limit=Limit(times=3, more=10),
        detail=f"median of {FILES} files; all that their pages ask of the records",
    )
    yield Figure(
        what="opening one file, until its page is painted",
        measured=median(found["painted"]),
        floor=floor,
        of="the same",
        detail="with its widgets made, laid out and painted at 1366 x 768",
    )


def some_files(ground: Ground) -> list[Id]:
    """Files spread over the whole list."""
    rows = ground.bare.execute("SELECT subject FROM card WHERE at_risk ORDER BY sort_name, subject").fetchall()
    step = max(len(rows) // FILES, 1)
    return [Id(row[0]) for row in rows[::step][:FILES]]


def _floor(ground: Ground, questions: list[bare.Statement]) -> None:
    bare.ask(ground.bare, questions)
    bare.commit(ground.bare)
