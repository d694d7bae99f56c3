"""Spoilt exports: whatever a row says, it comes in or comes back with a reason, also where one in thirty is rotten."""

import csv
import io
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random

import pytest

from rise_desk.domain.moments import Moment
from rise_desk.domain.record import Reference
from rise_desk.services import upkeep
from rise_desk.services.desk import Desk
from rise_desk.services.exchange import importing
from rise_desk.services.exchange.outcomes import STAYS_OUT, Fate
from rise_desk.services.exchange.refused import refused_csv
from tests import build
from tests.services import police
from tests.services.police import episodes, written

CHILDREN, ROWS, ROTTEN = 20, 1_000, 30
SPOILT = ("", " ", "not recorded", "M1", "M2", "=1+1", "'", ";;;", "|", "||", "1", "31/02/2026", "25/10/2026 01:30",
          "29/03/2026 01:30", "yes", "no", "Q" * 300, "\u202e", "\ud7ff", "٣/٤/٢٠٢٦", "2026", "99999", "nan", "0",
          "-1", "26-0001", "26-9999", "nobody", "medium", "home", "a\nb", "2026-09-01T21:30", "21:30", "2530",
          "Maisie Okafor", "1 Sep 2026 9pm; 2 Sep 2026", "friends|x;not known", "01/09/26", "now", "today")  # fmt: skip
ROTS: tuple[Callable[[dict[str, str]], None], ...] = (
    lambda row: row.update({"date returned": row["date reported"], "time returned": "00:01"}),
    lambda row: row.update({"last seen": row["date returned"]}),
    lambda row: row.update({"risk": "purple"}),
    lambda row: row.update({"missing from": "the moon"}),
    lambda row: row.update({"date reported": "31/02/2026"}),
    lambda row: row.update({"time reported": "25:00"}),
    lambda row: row.update({"date reported": "25/10/2020", "time reported": "01:30"}),
    lambda row: row.update({"yp ref": "nobody knows"}),
    lambda row: row.update({"yp ref": "", "name": "Kid1 Case"}),
    lambda row: row.update({"date reported": "", "time reported": ""}),
)


def _row(number: int) -> dict[str, str]:
    """The row of this number: children in turn, each missing one night in a week."""
    began = date(2024, 1, 1) + timedelta(days=7 * (number // CHILDREN))
    return {
        "yp ref": f"K{number % CHILDREN}",
        "name": "",
        "date reported": f"{began:%d/%m/%Y}",
        "time reported": "21:30",
        "last seen": "",
        "missing from": "home",
        "risk": "medium",
        "date returned": f"{began + timedelta(days=1):%d/%m/%Y}",
        "time returned": "0615",
        "police ref": f"INC{number}",
    }


def _children(desk: Desk) -> None:
    for number in range(CHILDREN):
        references = (Reference(source="police", ref=f"K{number}"),)
        build.young_person(desk, f"Kid{number}", "Case", date_of_birth=Moment("2010-03-27"), references=references)


def test_three_in_a_hundred_rotten_rows_come_back_and_the_good_go_in(desk: Desk, tmp_path: Path) -> None:
    _children(desk)
    chance = Random(7)
    rows = [_row(number) for number in range(ROWS)]
    rotten = sorted(chance.sample(range(ROWS), ROTTEN))
    for place, number in enumerate(rotten):
        ROTS[place % len(ROTS)](rows[number])
    found = importing.preview(desk, written(tmp_path, *rows))
    out = [each for each in found.outcomes if each.fate in STAYS_OUT]
    assert [each.line - 2 for each in out] == rotten
    assert (found.count(Fate.CREATED), found.count(Fate.ASKED)) == (ROWS - ROTTEN, ROTTEN // len(ROTS))
    assert all(each.reason.endswith(".") for each in out)
    importing.commit(desk, found)
    assert len(episodes(desk)) == ROWS - ROTTEN
    back = list(csv.DictReader(io.StringIO(refused_csv(found).decode("utf-8-sig"))))
    assert [each["reason"] for each in back] == [each.reason for each in out]
    mended = [{**_row(number), "file number": ""} for number in rotten]
    again = importing.preview(desk, written(tmp_path, *mended))
    assert again.count(Fate.CREATED) == ROTTEN
    importing.commit(desk, again)
    assert len(episodes(desk)) == ROWS
    assert importing.preview(desk, written(tmp_path, *rows)).count(Fate.CREATED) == 0
    assert upkeep.check(desk) == []


MISSING = {**police.ROW, "name": "Maisie Okafor", "dob": "27/03/2010", "last seen": "", "type": "", "found with": "",
           "reasons": "", "harm": "", "location type": "", "out of area": "", "regraded": "", "who was told": "",
           "prevention interview": "", "nhs": "", "file number": ""}  # fmt: skip
INTERVIEW = {"yp ref": "M1", "police ref": "INC0", "date returned": "02/09/2026", "time returned": "06:15",
             "offered": "02/09/2026", "attempts": "", "accepted": "", "answered": "", "declined": "",
             "decided against": "", "reason not done": "", "interview date": "03/09/2026", "independent": "",
             "seen": "", "people named": "", "actions": "", "harm": "", "reasons": "", "late reason": ""}  # fmt: skip


@pytest.mark.parametrize(("kind", "whole"), [("missing_episode", MISSING), ("return_interview", INTERVIEW)])
def test_whatever_a_row_says_it_comes_in_or_comes_back_with_a_reason(
    desk: Desk, tmp_path: Path, kind: str, whole: Mapping[str, str]
) -> None:
    maisie = police.maisie(desk)
    build.episode(desk, maisie.id, "2026-09-01T20:30+00:00", "2026-09-02T05:15+00:00", police_ref="INC0")
    chance = Random(11)
    rows = []
    for number in range(400):
        at = datetime(2025, 1, 1, 20, tzinfo=UTC) + timedelta(days=number)
        moved = {"date reported": f"{at:%d/%m/%Y}", "date returned": f"{at + timedelta(days=1):%d/%m/%Y}",
                 "police ref": f"INC{number}"} if kind == "missing_episode" else {}  # fmt: skip
        row = {**whole, **moved}
        for name in chance.sample(list(row), chance.randint(0, 3)):
            row[name] = chance.choice(SPOILT)
        rows.append(row)
    found = importing.preview(desk, written(tmp_path, *rows), kind=kind)
    assert all(bool(each.reason) is (each.fate is not Fate.CREATED) for each in found.outcomes)
    assert found.count(Fate.REFUSED) > 10
    assert found.count(Fate.CREATED)
    done = importing.commit(desk, found)
    assert done.created == found.count(Fate.CREATED)
    refused_csv(found)
    assert upkeep.check(desk) == []
