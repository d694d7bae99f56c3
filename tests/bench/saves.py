"""Saves: a note about three children with all that belongs to it, against a bare commit of one row."""

from collections.abc import Iterator
from itertools import cycle, islice

from rise_desk.domain.contact import Concern, ContactNote
from rise_desk.domain.moments import Moment, minute
from rise_desk.domain.record import Id
from rise_desk.services import casework
from tests.bench import bare
from tests.bench.figures import Figure, Limit
from tests.bench.ground import Ground
from tests.bench.timing import medians, timed

SHORT, TEN_PAGES, CHILDREN = 100, 5_000, 3


def figures(ground: Ground, rounds: int) -> Iterator[Figure]:
    """A note of a hundred words, and one of ten pages."""
    words = _words(ground)
    children = [Id(row[0]) for row in ground.bare.execute("SELECT subject FROM card WHERE at_risk LIMIT 600")]
    three = cycle(children[at : at + CHILDREN] for at in range(0, len(children) - CHILDREN, CHILDREN))

    def save(count: int) -> None:
        about = tuple(Concern(subject=each) for each in next(three))
        casework.save(ground.desk, _note(ground, about, " ".join(islice(words, count))))

    short, commit = timed(lambda: save(SHORT)), timed(lambda: bare.commit(ground.bare))
    took = medians({"commit": commit, "note": short}, 2 * rounds)
    longer = medians({"note": short, "long": timed(lambda: save(TEN_PAGES))}, rounds)
    yield Figure(
        what="saving a note of 100 words about three children",
        measured=took["note"],
        floor=took["commit"],
        of="a bare commit of one row (WAL, synchronous FULL)",
        limit=Limit(times=10, more=5),
        detail="judged, with its audit row and all five indexes",
    )
    yield Figure(
        what="saving a note of ten pages",
        measured=longer["long"],
        floor=longer["note"],
        of="notes of 100 words saved in turn with it",
        limit=Limit(more=30),
        detail=f"{TEN_PAGES:,} words about three children",
    )


def _note(ground: Ground, about: tuple[Concern, ...], text: str) -> ContactNote:
    at: Moment = minute(ground.desk.now())
    return ContactNote(id=ground.desk.clock.new_id(), concerns=about, happened_at=at, text=text)


def _words(ground: Ground) -> Iterator[str]:
    """Words as they stand in notes, one after the other without end."""
    rows = ground.bare.execute("SELECT text FROM contact_note LIMIT 400").fetchall()
    return cycle(" ".join(row[0] for row in rows).split())
