"""Whatever another program says of an assessment, or a file holds, is saved or refused in sentences; nothing breaks."""

import csv
import io
import os
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any, TypeVar

import pytest

from rise_desk.domain.assessment import Assessment
from rise_desk.domain.instrument import INDICATORS
from rise_desk.domain.moments import Moment
from rise_desk.domain.person import Person
from rise_desk.domain.record import Reference, plain
from rise_desk.errors import DeskError
from rise_desk.services import casework, upkeep
from rise_desk.services.desk import Desk
from rise_desk.services.exchange import importing
from rise_desk.services.exchange.planning import Fate
from rise_desk.services.exchange.refused import refused_csv
from tests import build

T = TypeVar("T")
TIMES = int(os.environ.get("RISE_DESK_FUZZ", "300"))
EACH = 100
"""How many are tried for one young person: the rules read all that somebody has with each that is saved."""

VALUES: tuple[Any, ...] = (
    None, True, False, 0, 1, 3, 5, 6, -1, 10, 11, 2.5, 10**12, "", " ", "3", "４", "not yet known", "amber", "RED",
    "é" * 50, "\x00", "\ud800", "2026-11-01", "31/02/2026", [], {}, [[]], [None], {"": ""}, {"score": 3},
    {"indicator": "missing", "score": [1]}, {"indicator": {}, "text": 5}, {"score": 0, "find_out": "Asked."},
    ["5"] * 10, [3] * 11, "3 3 3 3 3 3 3 3 3 3", "x" * 200, "V1", "26-0001", "0", "999999999999999999999",
)  # fmt: skip


@pytest.fixture
def jade(desk: Desk) -> Person:
    """V1 in the source mosaic."""
    references = (Reference(source="mosaic", ref="V1"),)
    return build.young_person(desk, "Jade", references=references, date_of_birth=Moment("2010-03-27"))


def tried(do: Callable[[], T]) -> tuple[T | None, str]:
    """What somebody gets who does something: what comes of it, or the sentence by which it is refused."""
    try:
        return do(), ""
    except DeskError as refused:
        return None, str(refused).strip()


def said(rng: Random, number: int) -> dict[str, Any]:
    """An assessment with a few things in it spoilt."""
    data: dict[str, Any] = {
        "subject": f"V{1 + number // EACH}",
        "assessed_on": f"{2011 + number % 15}-{1 + number // 15 % 12:02}-{1 + number // 180 % 28:02}",
        "scores": dict.fromkeys(INDICATORS, 3),
        "evidence": dict.fromkeys(INDICATORS, "Seen."),
        "judgement": 5,
        "judgement_comment": "As it is.",
        "band": "amber",
    }
    names = [*data, *plain(Assessment()), "kind", "id", "overall", "", "🙂"]
    for _spoilt in range(rng.randrange(3)):
        where = rng.choice(["field", "score", "evidence"])
        if where == "field":
            data[rng.choice(names)] = rng.choice(VALUES)
        elif isinstance(data.get(f"{where}s" if where == "score" else where), dict):
            inside = data["scores" if where == "score" else where]
            inside[rng.choice([*INDICATORS, "", "shoes"])] = rng.choice(VALUES)
    return data


def test_every_json_is_saved_or_refused_in_sentences(desk: Desk, jade: Person) -> None:
    rng, kept = Random(5), 0
    for number in range(TIMES):
        if number and number % EACH == 0:
            build.young_person(desk, references=(Reference(source="mosaic", ref=f"V{1 + number // EACH}"),))
        data = said(rng, number)
        made, sentence = tried(lambda: casework.record(desk, "assessment", data))  # noqa: B023 - called at once
        assert made or sentence, data
        if made is None:
            continue
        kept += 1
        assert isinstance(made, Assessment)
        assert made.problems(desk.practice, desk.now()) == {}, data
        assert [each.indicator for each in made.scores].count("missing") == 1
    held = [each for each in desk.store.everything() if isinstance(each, Assessment)]
    assert len(held) == kept
    assert TIMES // 10 < kept < TIMES
    assert upkeep.check(desk) == []


def spoilt(rng: Random, rows: list[list[str]]) -> bytes:
    """A file with headings, cells, rows or letters that are not as they should be."""
    table = [list(row) for row in rows]
    for _time in range(rng.randrange(1, 4)):
        row = rng.choice(table)
        what = rng.randrange(6)
        if what == 0:
            row[rng.randrange(len(row))] = str(rng.choice(VALUES)).encode("utf-8", "replace").decode()
        elif what == 1:
            row.pop(rng.randrange(len(row)))
        elif what == 2:
            row.insert(rng.randrange(len(row)), rng.choice(["", "Evidence", "band", "3", "=1+1", "Missing score"]))
        elif what == 3:
            table.insert(rng.randrange(1, len(table) + 1), list(rng.choice(table)))
        elif what == 4 and len(row) > 1:
            one, other = rng.randrange(len(row)), rng.randrange(len(row))
            row[one], row[other] = row[other], row[one]
        else:
            row[rng.randrange(len(row))] += rng.choice(["\n", "\r\n", ";", ",", '"', "\t", " ", "\u200b", "٣"])
        if any(not each for each in table):
            return b""
    out = io.StringIO()
    csv.writer(out).writerows(table)
    data = bytearray(out.getvalue().encode())
    for _time in range(rng.choice([0, 0, 0, 1, 5])):
        data[rng.randrange(len(data))] = rng.randrange(256)
    return bytes(data)


def rows() -> list[list[str]]:
    """A file of four assessments, as it should be."""
    head = ["ref", "yp", "name", "dob", "date", *INDICATORS, *(f"{key} evidence" for key in INDICATORS), "judgement",
            "rationale", "band", "why this band", "total", "assessor", "signed off by"]  # fmt: skip
    own = ["Jade Okafor", "27/03/2010"]
    return [
        head,
        *(
            [f"A{number}", "V1", *own, f"2026-0{number}-10", *["3"] * 10, *["Seen."] * 10, "5", "As it is.", "amber",
             "", "35", "Ana Silva", "Moira Reed"]
            for number in range(1, 5)
        ),
    ]  # fmt: skip


def test_every_file_is_previewed_or_refused_in_a_sentence(desk: Desk, jade: Person, tmp_path: Path) -> None:
    rng, path, whole = Random(6), tmp_path / "mosaic.csv", rows()
    refused = fine = 0
    for _time in range(TIMES):
        path.write_bytes(spoilt(rng, whole))
        seen, sentence = tried(lambda: importing.preview(desk, path, kind="assessment", source="mosaic"))
        assert seen or sentence
        refused, fine = refused + (not seen), fine + bool(seen)
        if seen is None:
            continue
        assert all(each.reason.strip() for each in seen.outcomes if each.fate is not Fate.CREATED)
        assert refused_csv(seen)
        for each in seen.saves:
            assert isinstance(each, Assessment)
            assert each.subject == jade.id
            assert each.problems(desk.practice, desk.now()) == {}
        assert len(seen.saves) == seen.count(Fate.CREATED)
    assert min(refused, fine) > 0


def test_a_file_with_any_fault_still_goes_in_as_far_as_it_is_right(desk: Desk, jade: Person, tmp_path: Path) -> None:
    rng, path, whole, saved = Random(7), tmp_path / "mosaic.csv", rows(), set[str]()
    for _time in range(TIMES // 15):
        path.write_bytes(spoilt(rng, whole))
        seen, _sentence = tried(lambda: importing.preview(desk, path, kind="assessment", source="mosaic"))
        if seen is None:
            continue
        done = importing.commit(desk, seen)
        assert done.created == seen.count(Fate.CREATED) == len(done.saved)
        saved |= {each.assessed_on for each in done.saved if isinstance(each, Assessment)}
    held = [each.assessed_on for each in desk.store.everything() if isinstance(each, Assessment)]
    assert sorted(held) == sorted(saved)
    assert upkeep.check(desk) == []
