"""Imports: young people, their missing episodes, and links, seen and saved, against a second for a thousand rows."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
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

ROWS, EPISODES, LINKS, A_SECOND = 5_000, 10_000, 10_000, 1_000
ADULTS = 10
"""Of how many young people each adult of concern in the file is one for."""

EACH = 20
"""How many episodes a child in the file has."""

MISSING = (
    "yp ref,date reported,time reported,missing from,risk,date returned,time returned,place type,found with,reasons,"
    "police ref"
)
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
        people = _imported(desk, path)
        backups.take(desk)  # else the next import makes one first
        episodes = _imported(desk, _missing(Path(place), EPISODES if full else EPISODES // 10))
        backups.take(desk)
        _imported(desk, _adults(Path(place), (ROWS if full else ROWS // 10) // ADULTS))
        backups.take(desk)
        links = _imported(desk, _links(Path(place), LINKS if full else LINKS // 10))
    found = (("young people", people), ("missing episodes", episodes), ("links", links))
    for what, (looked, saved, rows) in found:
        yield _figure(what, looked, saved, rows, backup, Limit(times=1) if full else Limit())


def _figure(what: str, looked: float, saved: float, rows: int, backup: float, limit: Limit) -> Figure:
    return Figure(
        what=f"importing {what}",
        measured=looked + saved,
        floor=rows / A_SECOND,
        of="a second for every thousand rows",
        limit=limit,
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


def _missing(place: Path, rows: int) -> Path:
    """So many episodes of the children whom `_file` opened files for, in the order in which they were reported."""
    path = place / "missing.csv"
    path.write_text("\n".join([MISSING, *(_episode(number, rows // EACH) for number in range(rows))]) + "\n", "utf-8")
    return path


def _adults(place: Path, rows: int) -> Path:
    """So many adults of concern."""
    path = place / "adults.csv"
    told = (f"A{number},Adult{number},Surname{number},alias only,abuser,suspect" for number in range(rows))
    path.write_text("\n".join(["ref,given name,family name,how well known,role,status", *told]) + "\n", "utf-8")
    return path


def _links(place: Path, rows: int) -> Path:
    """So many links, from adults to children and among adults, of whom `_adults` and `_file` opened files."""
    path = place / "links.csv"
    adults, children = rows // 2 // ADULTS, rows // 2
    path.write_text("\n".join(["from,link,to,since,confidence", *_between(rows, adults, children)]) + "\n", "utf-8")
    return path


def _between(rows: int, adults: int, children: int) -> Iterator[str]:
    for number in range(rows):
        adult, turn = number % adults, number // adults
        if turn % 2:
            yield f"A{adult},friend or associate,A{(adult + turn) % adults},,probable"
        else:
            yield f"A{adult},approached,M{(adult * 7 + turn * 11) % children},2026-01-{turn + 1:02},confirmed"


def _episode(number: int, children: int) -> str:
    began = date(2025, 1, 1) + timedelta(days=9 * (number // children))
    back = began + timedelta(days=1)
    when = f"{began:%d/%m/%Y},21:30,home,medium,{back:%d/%m/%Y},06:15"
    return f"M{number % children},{when},other house or flat,Shadow,not known,INC{number}"


def _row(chance: Random, number: int) -> str:
    born = f"{chance.randint(2008, 2016)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
    given, family = (f"{chance.choice(names)}{chr(97 + number % 26)}" for names in (GIVEN, FAMILY))
    home = f"{number} High Street,LE1 {number % 10}AB,Moat College,07700 9{number:05}"
    return f"M{number},{given},{family},{born},female,{home},section 20,Referred by school after worries about friends."
