"""One run of the bench: the ground laid once, then every part measured on it."""

import platform
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Any

from tests.bench import (
    assessments,
    audits,
    duplicates,
    imports,
    lists,
    networks,
    openings,
    papers,
    saves,
    searches,
    starts,
    todays,
)
from tests.bench.figures import SECONDS, Figure, Limit
from tests.bench.ground import Ground, laid, small
from tests.bench.kept import Size

FULL = Size(people=20_000, notes=200_000, seed=1)
FIVE_MINUTES = 300.0

Part = Callable[[Ground, Ground, int], Iterator[Figure]]
PARTS: dict[str, Part] = {
    "start": starts.figures,
    "list": lists.figures,
    "today": todays.figures,
    "file": lambda large, _small, rounds: openings.figures(large, rounds),
    "assessment": lambda large, _small, rounds: assessments.figures(large, rounds),
    "search": lambda large, _small, rounds: searches.figures(large, rounds),
    "network": lambda large, _small, rounds: networks.figures(large, rounds),
    "duplicates": lambda large, _small, rounds: duplicates.figures(large, rounds),
    "note": lambda large, _small, rounds: saves.figures(large, rounds),
    "audit": lambda large, _small, rounds: audits.figures(large, rounds),
    "summary": lambda large, _small, rounds: papers.figures(large, rounds),
    "import": lambda large, _small, _rounds: imports.figures(large),
    "demo": lambda large, _small, _rounds: demonstration(large),
}
"""Each part by the word that asks for it alone."""


def figures(size: Size, rounds: int, only: str = "") -> list[Figure]:
    """Every figure of the parts asked for, measured on data of this size."""
    with laid(size) as large, laid(small(size.seed)) as few:
        return [each for name, part in PARTS.items() if only in ("", name) for each in part(large, few, rounds)]


def demonstration(ground: Ground) -> Iterator[Figure]:
    """How long this data took to write when it was made; the limit is for the full size."""
    size, took = ground.kept.size, ground.kept.seconds
    full = size.people >= FULL.people and size.notes >= FULL.notes
    yield Figure(
        what="writing the demonstration",
        measured=took,
        floor=FIVE_MINUTES,
        of="five minutes",
        limit=Limit(times=1) if full else Limit(),
        unit=SECONDS,
        detail=f"{(size.people + size.notes) / took:,.0f} records a second, when this data was made",
    )


def about(size: Size) -> dict[str, Any]:
    """On what the figures stand."""
    computer = f"{platform.system()} {platform.machine()}, Python {platform.python_version()}"
    return {
        "day": datetime.now(UTC).date().isoformat(),
        "computer": computer,
        "people": size.people,
        "notes": size.notes,
    }


def heading(size: Size) -> str:
    """The same in a line above the table."""
    said = about(size)
    return f"{said['people']:,} people, {said['notes']:,} notes · {said['computer']} · {said['day']}"
