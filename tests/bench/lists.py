"""Lists: a page of young people in every order, against its own SQL and against the same page of a small store."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from itertools import product

from rise_desk.domain.card import SORTABLE, Wanted
from rise_desk.domain.record import Id
from rise_desk.services import overview
from tests.bench import bare
from tests.bench.figures import Figure, Limit, worst
from tests.bench.ground import Ground
from tests.bench.seat import Seat
from tests.bench.timing import medians, timed

OWN, ALIKE = Limit(times=3, more=10), Limit(times=1.5)


def figures(large: Ground, small: Ground, rounds: int) -> Iterator[Figure]:
    """The worst page of all: every sortable column up and down, and each one's last page."""
    against_sql, against_small = [], []
    for what, wanted, few in _pages(large, small):
        overview.people(large.desk, wanted)
        with bare.overheard(large.desk.store.vault) as said:
            overview.people(large.desk, wanted)
        own = [each for each in bare.questions(said) if "card" in each[0]]
        took = medians(
            {
                "desk": timed(partial(overview.people, large.desk, wanted)),
                "sql": timed(partial(bare.ask, large.bare, own)),
                "few": timed(partial(overview.people, small.desk, few)),
            },
            rounds,
        )
        against_sql.append(_figure("a page of the list", what, took["desk"], took["sql"], "its SQL", OWN))
        few_people = f"the same page with {small.kept.size.people} people"
        against_small.append(_figure("the same page, few people", what, took["desk"], took["few"], few_people, ALIKE))
    yield worst(against_sql)
    yield worst(against_small)
    yield _on_the_screen(large, rounds)


def _on_the_screen(ground: Ground, rounds: int) -> Figure:
    seat = Seat(ground.desk)
    try:
        with bare.overheard(ground.desk.store.vault) as said:
            seat.list()
        own = [each for each in bare.questions(said) if "card" in each[0]]
        took = medians({"seen": timed(seat.list), "sql": timed(partial(bare.ask, ground.bare, own))}, rounds)
    finally:
        seat.leave()
    return Figure(
        what="the list on the screen",
        measured=took["seen"],
        floor=took["sql"],
        of="its SQL: the first page, and how many there are",
        limit=OWN,
        detail="read, counted and painted at 1366 x 768",
    )


def _figure(what: str, page: str, measured: float, floor: float, of: str, limit: Limit) -> Figure:
    return Figure(what=what, measured=measured, floor=floor, of=of, limit=limit, detail=f"worst: {page}")


def _pages(large: Ground, small: Ground) -> Iterator[tuple[str, Wanted, Wanted]]:
    for column, descending in product(SORTABLE, (False, True)):
        wanted = Wanted(sort=column, descending=descending)
        how = f"{column} descending" if descending else column
        yield f"{how}, first page", wanted, wanted
        yield f"{how}, last page", last_page(large, wanted), last_page(small, wanted)


def last_page(ground: Ground, wanted: Wanted) -> Wanted:
    """The last whole page of a list: what follows the card before it."""
    way = "DESC" if wanted.descending else "ASC"
    rows = ground.bare.execute(
        f"SELECT {wanted.sort}, subject, missing_since FROM card WHERE at_risk "
        f"ORDER BY missing_since = '', {wanted.sort} = '', {wanted.sort} {way}, subject {way}"
    ).fetchall()
    if len(rows) <= wanted.limit:
        return wanted
    value, subject, missing = rows[-wanted.limit - 1]
    return replace(wanted, after=(str(value), Id(subject)), among_missing=bool(missing))
