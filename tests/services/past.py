"""Files of past assessments for tests: one row as it should be, and what comes of a file."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from rise_desk.domain.assessment import Assessment
from rise_desk.domain.instrument import INDICATORS
from rise_desk.domain.moments import Moment
from rise_desk.domain.person import Person
from rise_desk.domain.record import Reference
from rise_desk.services.desk import Desk
from rise_desk.services.exchange import importing
from rise_desk.services.exchange.planning import Outcome, Preview
from tests import build

LEVELS = (4, 3, 3, 4, 2, 4, 3, 3, 4, 4)
ROW: Mapping[str, str] = {
    "young person ref": "V1",
    "date of assessment": "12/11/2026",
    **{key: str(level) for key, level in zip(INDICATORS, LEVELS, strict=True)},
    **{f"evidence_{key}": f"Seen of {key}." for key in INDICATORS},
    "judgement": "4",
    "judgement comment": "As it was.",
    "band": "red",
}
Seen = Callable[..., Preview]


def whitlock(desk: Desk) -> Person:
    """Jade Whitlock, V1 in the source mosaic."""
    references = (Reference(source="mosaic", ref="V1"),)
    return build.young_person(desk, "Jade", "Whitlock", references=references, date_of_birth=Moment("2010-03-27"))


def previewing(desk: Desk, folder: Path) -> Seen:
    """The preview of a file of assessments from mosaic, given as rows that each name the same columns."""
    path = folder / "assessments.csv"

    def preview(*rows: Mapping[str, str], **said: Any) -> Preview:
        lines = [",".join(f'"{name}"' for name in rows[0])]
        lines += [",".join('"' + value.replace('"', '""') + '"' for value in row.values()) for row in rows]
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        return importing.preview(desk, path, **{"source": "mosaic", **said})

    return preview


def held(desk: Desk) -> list[Assessment]:
    """Every assessment on file."""
    return [each for each in desk.store.everything() if isinstance(each, Assessment)]


def only(found: Preview) -> Outcome:
    """What becomes of the one row of a file."""
    (outcome,) = found.outcomes
    return outcome


def imported(desk: Desk, found: Preview) -> Assessment:
    """The one assessment of a file, on file."""
    assert [each.reason for each in found.outcomes] == [""]
    importing.commit(desk, found)
    (made,) = held(desk)
    return made


def without(row: Mapping[str, str], *names: str) -> dict[str, str]:
    """A row without some of its columns."""
    return {name: value for name, value in row.items() if name not in names}
