"""Past assessments are imported in the window like anything else, every problem beside its row."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from rise_desk.domain.card import Wanted
from rise_desk.domain.instrument import INDICATORS
from rise_desk.domain.moments import Moment
from rise_desk.domain.record import Reference
from rise_desk.services import overview
from rise_desk.services.desk import Desk
from rise_desk.services.exchange.planning import Fate
from tests import build
from tests.ui.importing import dialog_at, settle
from tests.ui.walk import walk
from ui.desk import ScreenDesk
from ui.import_dialog import COLUMNS, ROWS

HEAD = ["YP ref", "Date", *INDICATORS, *(f"evidence {key}" for key in INDICATORS), "Judgement", "Rationale", "RAG"]
EVIDENCE = [f"Seen of {key}." for key in INDICATORS]


@pytest.fixture
def file(desk: Desk, tmp_path: Path) -> Path:
    """Two assessments of V1, the second without a band."""
    build.young_person(desk, references=(Reference(source="old desk", ref="V1"),), date_of_birth=Moment("2010-03-27"))
    path = tmp_path / "old desk" / "assessments.csv"
    path.parent.mkdir()
    rows = [["V1", day, *"3333333333", *EVIDENCE, "5", "As it was.", band] for day, band in (
        ("2026-10-01", "Amber"), ("2026-11-12", ""))]  # fmt: skip
    path.write_text("\n".join(",".join(row) for row in (HEAD, *rows)) + "\n")
    return path


def test_every_column_is_offered_and_known(qtbot: QtBot, screen: ScreenDesk, file: Path) -> None:
    dialog = dialog_at(qtbot, screen, file, to=COLUMNS)
    assert dialog.columns.kind.value() == "assessment"
    assert [dialog.columns.boxes[name].value() for name in HEAD[:3]] == ["concerns", "assessed_on", "missing"]
    assert "" not in {box.value() for box in dialog.columns.boxes.values()}
    assert walk(dialog) == []
    dialog.reject()


def test_past_assessments_come_in_and_what_is_wrong_says_so(
    qtbot: QtBot, screen: ScreenDesk, desk: Desk, file: Path
) -> None:
    dialog = dialog_at(qtbot, screen, file, to=ROWS)
    assert dialog.preview.counts.text() == "1 new assessment, 0 on file, 1 refused"
    assert dialog.next_button.text() == "Import 1 assessment"
    first = dialog.preview._fetch("fate", False, None)[0]
    assert (first.fate, first.name) == (Fate.REFUSED, "V1, 2026-11-12")
    assert first.reason == "The row has no band, and none is chosen for it. Its scores allow Amber."
    dialog.next_button.click()
    settle(qtbot, dialog)
    (person,) = overview.people(desk, Wanted())
    assert (person.band, person.overall, person.assessed_on) == ("amber", "35", "2026-10-01")
    dialog.reject()
