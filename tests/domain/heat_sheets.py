"""Courses of assessments for whoever draws or tells a heat-strip."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from rise_desk.domain import heat
from rise_desk.domain.assessment import Assessment
from rise_desk.domain.casefile import CaseFile
from rise_desk.domain.heat import Lane, Strip
from rise_desk.domain.person import Person
from rise_desk.domain.practice import Practice
from rise_desk.domain.record import Id, Record
from rise_desk.domain.standing import course
from rise_desk.services.practice import general
from tests import build

Sheet = tuple[str, int, str]

SPRING: tuple[Sheet, ...] = (
    ("4323234433", 6, "2026-04-14"),
    ("4334234343", 7, "2026-05-26"),
    ("5434343355", 8, "2026-07-07"),
    ("5433333245", 7, "2026-08-18"),
    ("4323232244", 6, "2026-09-29"),
    ("3322222233", 5, "2026-11-10"),
)
SIXTY: tuple[Sheet, ...] = tuple(
    ("".join(str((many * 7 + row * 3) % 5 + 1) for row in range(10)), many % 10 + 1,
     (date(2019, 12, 1) + timedelta(42 * many)).isoformat())
    for many in range(60)
)  # fmt: skip


def made(levels: str, day: str, number: int, **values: Any) -> Assessment:
    """One assessment with this number."""
    return build.made_assessment(Id(1), levels, day=day, id=Id(number), **values)


def strip_from(*records: Record, practice: Practice | None = None, lanes: tuple[Lane, ...] = ()) -> Strip:
    """The strip of a file with these records."""
    held = practice or general()
    return heat.strip(course(CaseFile(subject=Person(id=Id(1)), records=records), held), held, lanes)


def strip_of(sheets: Sequence[Sheet], lanes: tuple[Lane, ...] = (), **newest: Any) -> Strip:
    """The strip of these sheets; `newest` is what the last of them says besides."""
    said: list[dict[str, Any]] = [{}] * (len(sheets) - 1) + [newest]
    records = [
        made(levels, day, number, judgement=judgement, **values)
        for number, ((levels, judgement, day), values) in enumerate(zip(sheets, said, strict=True), 10)
    ]
    return strip_from(*records, lanes=lanes)


def with_another_instrument() -> tuple[Practice, str]:
    """A practice that knows a board's own wording as well, and the key of that."""
    practice = general()
    own = replace(practice.instruments[practice.instrument], name="own", version="2024", title="Our own wording")
    return replace(practice, instruments={**practice.instruments, own.key: own}), own.key
