"""Networks: two steps around the busiest adult, every group there is, and where a saved mark stands elsewhere."""

from collections.abc import Iterator
from functools import partial
from statistics import median

from rise_desk.domain.person import Person
from rise_desk.domain.record import Id, Record
from rise_desk.services import cross_hits, network
from tests.bench import bare
from tests.bench.figures import SECONDS, Figure, Limit
from tests.bench.ground import Ground
from tests.bench.timing import medians, timed

STEPS = 2
TWO_SECONDS, FIVE_MILLISECONDS = 2.0, 5.0
_BUSIEST = (
    "SELECT card.subject, count(*) AS links FROM card JOIN link ON card.subject IN (link.subject, link.other) "
    "WHERE card.of_concern GROUP BY card.subject ORDER BY links DESC LIMIT 1"
)
_SOME = "SELECT id FROM {} ORDER BY id % 9973, id LIMIT 40"


def figures(ground: Ground, rounds: int) -> Iterator[Figure]:
    """The network of the busiest adult, the groups, and the slowest check of many records."""
    yield _around(ground, rounds)
    yield _groups(ground, rounds)
    yield _elsewhere(ground, rounds)


def _around(ground: Ground, rounds: int) -> Figure:
    desk, (adult, links) = ground.desk, ground.bare.execute(_BUSIEST).fetchone()
    with bare.overheard(desk.store.vault) as said:
        found = network.around(desk, Id(adult), STEPS)
    own = [each for each in bare.questions(said) if "FROM account" not in each[0]]
    took = medians(
        {
            "desk": timed(partial(network.around, desk, Id(adult), STEPS)),
            "sql": timed(partial(bare.ask, ground.bare, own)),
        },
        rounds,
    )
    return Figure(
        what="two steps around the busiest adult",
        measured=took["desk"],
        floor=took["sql"],
        of="its queries, each asked once",
        limit=Limit(more=100),
        detail=f"{links} links of their own; {len(found.nodes):,} nodes and {len(found.edges):,} links in all, "
        "with the row that writes the opening down",
    )


def _groups(ground: Ground, rounds: int) -> Figure:
    desk = ground.desk
    found = network.grouping(desk)
    took = medians({"groups": timed(partial(network.grouping, desk))}, max(3, rounds // 3))
    links, largest = ground.bare.execute("SELECT count(*) FROM link").fetchone()[0], 0
    largest = max((len(each.members) for each in found.groups), default=0)
    return Figure(
        what="every group of the database",
        measured=took["groups"] / 1000,
        floor=TWO_SECONDS,
        of="two seconds",
        limit=Limit(times=1),
        unit=SECONDS,
        detail=f"{links:,} links, {len(found.groups):,} groups, the largest of {largest}, {len(found.alone):,} alone",
    )


def _elsewhere(ground: Ground, rounds: int) -> Figure:
    """The slowest of many, picked by its best time so that it is slow by itself, is measured like the others."""
    records = list(_records(ground))
    probes = [timed(partial(cross_hits.of_record, ground.desk, each)) for each in records]
    best = [min(probe() for _round in range(3)) for probe in probes]
    at = best.index(max(best))
    found = cross_hits.of_record(ground.desk, records[at])
    return Figure(
        what="whether the same stands elsewhere, on saving",
        measured=medians({"check": probes[at]}, rounds)["check"],
        floor=FIVE_MILLISECONDS,
        of="five milliseconds",
        limit=Limit(times=1),
        detail=f"of {len(records)} files, things and episodes; the slowest finds "
        f"{sum(hits.count for _text, hits in found)} records, the one in the middle takes {median(best):.2f} ms",
    )


def _records(ground: Ground) -> Iterator[Record]:
    """People, things and entries as they are saved, the same ones every time."""
    store = ground.desk.store
    adults = ground.bare.execute("SELECT subject FROM card WHERE of_concern ORDER BY subject LIMIT 40").fetchall()
    people = ground.bare.execute(_SOME.format("person")).fetchall()
    yield from store.several(Person, [Id(row[0]) for row in (*people, *adults)])
    for table in ("place", "vehicle", "handle"):
        rows = ground.bare.execute(_SOME.format(table)).fetchall()
        yield from store.things([Id(row[0]) for row in rows])
    for (number,) in ground.bare.execute(_SOME.format("return_interview")).fetchall():
        found = store.find(Id(number))
        if found is not None:
            yield found
