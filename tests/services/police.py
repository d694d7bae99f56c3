"""Police exports for tests: two girls on file, rows as a police system writes them, and what becomes of a file."""

import csv
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from rise_desk.domain import life
from rise_desk.domain.interview import ReturnInterview
from rise_desk.domain.missing import MissingEpisode
from rise_desk.domain.moments import Moment
from rise_desk.domain.person import Person
from rise_desk.domain.record import Reference
from rise_desk.services.desk import Desk
from rise_desk.services.exchange import importing
from rise_desk.services.exchange.planning import Outcome, Preview
from tests import build

MESSY = Path(__file__).parent / "files" / "messy_missing_episodes.csv"
ROW: Mapping[str, str] = {
    "yp ref": "M1",
    "date reported": "01/09/2026",
    "time reported": "21:30",
    "missing from": "home",
    "risk": "high",
    "date returned": "02/09/2026",
    "time returned": "06:15",
    "police ref": "INC1",
}
Seen = Callable[..., Preview]


def maisie(desk: Desk) -> Person:
    """Maisie Okafor, M1 in the source police, MK100 to the police."""
    return build.young_person(
        desk,
        date_of_birth=Moment("2010-03-27"),
        references=(Reference(source="police", ref="M1"),),
        identifiers=(life.Identifier(system="police", value="MK100"),),
    )


def jade(desk: Desk) -> Person:
    """Jade Whitlock, M2 in the source police, MK200 to the police."""
    return build.young_person(
        desk,
        "Jade",
        "Whitlock",
        date_of_birth=Moment("2011-05-12"),
        references=(Reference(source="police", ref="M2"),),
        identifiers=(life.Identifier(system="police", value="MK 200"),),
    )


def written(folder: Path, *rows: Mapping[str, str]) -> Path:
    """A CSV file from the police, of rows that need not name the same columns."""
    path = folder / "police" / "missing.csv"
    path.parent.mkdir(exist_ok=True)
    names = list(dict.fromkeys(name for row in rows for name in row))
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, names, restval="")
        writer.writeheader()
        writer.writerows(rows)
    return path


def previewing(desk: Desk, folder: Path) -> Seen:
    """The preview of a file from the police, given as rows."""
    return lambda *rows, **said: importing.preview(desk, written(folder, *rows), **said)


def fates(seen: Preview) -> list[str]:
    """What becomes of each row."""
    return [str(each.fate) for each in seen.outcomes]


def only(seen: Preview) -> Outcome:
    """What becomes of the one row of a file."""
    (outcome,) = seen.outcomes
    return outcome


def imported(desk: Desk, seen: Preview) -> Any:
    """The one record a file makes, saved."""
    assert [each.reason for each in seen.outcomes] == [""]
    (made,) = importing.commit(desk, seen).saved
    return made


def episodes(desk: Desk) -> list[MissingEpisode]:
    """Every missing episode on file."""
    return [each for each in desk.store.everything() if isinstance(each, MissingEpisode)]


def interviews(desk: Desk) -> list[ReturnInterview]:
    """Every return interview on file."""
    return [each for each in desk.store.everything() if isinstance(each, ReturnInterview)]
