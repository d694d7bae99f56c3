"""Searches: words looked for in all names and notes, against the bare full-text query. For information."""

from collections import Counter
from collections.abc import Iterator

from rise_desk.domain import names
from rise_desk.services import overview
from tests.bench import bare
from tests.bench.figures import Figure
from tests.bench.ground import Ground
from tests.bench.timing import medians, timed

WORDS = 6
BARE = "SELECT rowid FROM words WHERE words MATCH ? ORDER BY rowid DESC LIMIT 20"


def figures(ground: Ground, rounds: int) -> Iterator[Figure]:
    """Words of every frequency, each searched for as somebody types it."""
    sought = _words(ground)
    took = medians(
        {
            "desk": timed(lambda: [overview.search(ground.desk, word) for word in sought]),
            "fts5": timed(lambda: bare.ask(ground.bare, [(BARE, (f'"{word}"*',)) for word in sought])),
        },
        max(3, rounds // 3),
    )
    yield Figure(
        what="searching for a word",
        measured=took["desk"] / len(sought),
        floor=took["fts5"] / len(sought),
        of="the bare FTS5 query",
        detail=f"mean of {len(sought)} words, from common to rare; people by name first, each note with an excerpt",
    )


def _words(ground: Ground) -> list[str]:
    rows = ground.bare.execute("SELECT text FROM contact_note LIMIT 500").fetchall()
    counted = Counter(word for row in rows for word in names.words(row[0]).split() if len(word) > 3)
    every = [word for word, _count in counted.most_common()]
    return every[:: max(len(every) // WORDS, 1)][:WORDS]
