"""Imports: young people from a CSV file, seen and saved, against a second for every thousand rows."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from time import perf_counter

from rise_desk.domain.staff import Role
from rise_desk.services import backups
from rise_desk.services.desk import Desk
from rise_desk.services.exchange import importing
from tests.bench.figures import SECONDS, Figure, Limit
from tests.bench.ground import Ground

ROWS, A_SECOND = 5_000, 1_000
HEAD = "ref,given name,family name,date of birth,gender,address,postcode,school,phone,legal status,background"
GIVEN = ("Maisie", "Jade", "Kian", "Ana", "Zoë", "Siobhan", "Lena", "Amir")
FAMILY = ("Okafor", "Whitlock", "Doyle", "Silva", "Osei", "Khan", "Reed", "Nair")


def figures(ground: Ground) -> Iterator[Figure]:
    """A file looked at and imported, after the backup that comes first."""
    desk = replace(ground.desk, who=replace(ground.desk.who, role=Role.MANAGER), listeners=[])
    backup = _took(lambda: backups.take(desk))
    full = ground.kept.size.people >= 20_000
    with TemporaryDirectory() as place:
        path = _file(Path(place), ROWS if full else ROWS // 10)
        looked, saved, rows = _imported(desk, path)
    yield Figure(
        what="importing young people",
        measured=looked + saved,
        floor=rows / A_SECOND,
        of="a second for every thousand rows",
        limit=Limit(times=1) if full else Limit(),
        unit=SECONDS,
        detail=f"{rows:,} rows, {rows / (looked + saved):,.0f} a second: {looked:.1f} s for the preview, {saved:.1f} s "
        f"to save; the backup before it took {backup:.1f} s",
    )


def _imported(desk: Desk, path: Path) -> tuple[float, float, int]:
    began = perf_counter()
    seen = importing.preview(desk, path)
    looked = perf_counter()
    importing.commit(desk, seen)
    return looked - began, perf_counter() - looked, len(seen.outcomes)


def _took(work: Callable[[], object]) -> float:
    began = perf_counter()
    work()
    return perf_counter() - began


def _file(place: Path, rows: int) -> Path:
    chance = Random(1)
    lines = [HEAD, *(_row(chance, number) for number in range(rows))]
    path = place / "mosaic.csv"
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return path


def _row(chance: Random, number: int) -> str:
    born = f"{chance.randint(2008, 2016)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
    given, family = (f"{chance.choice(names)}{chr(97 + number % 26)}" for names in (GIVEN, FAMILY))
    home = f"{number} High Street,LE1 {number % 10}AB,Moat College,07700 9{number:05}"
    return f"M{number},{given},{family},{born},female,{home},section 20,Referred by school after worries about friends."
