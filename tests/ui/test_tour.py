"""The tour: every stop is made, at its size, in both schemes; what it leaves behind is pictures alone."""

import os
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rise_desk.services.clock import Clock
from ui import tour as tour_module
from ui import tour_camera
from ui.tour import tour

STOPS = {
    "set-up", "set-up-problems", "recovery-key", "today-empty", "young-people-empty", "today", "young-people",
    "young-people-filtered", "young-people-none-fit", "choose-columns", "search", "adults-of-concern", "settings",
    "help", "case", "new-young-person", "note", "note-problems", "import", "summary-preview", "change-password",
    "print", "no-printer", "save-as-pdf", "help-for-a-file", "glossary", "promises", "keys", "last-files",
    "go-anywhere", "help-over-a-form", "help-large-text",
    "export", "export-with-a-second-person", "import-columns", "import-looked-at",
    "accounts", "add-somebody", "one-day-code", "recovery-groups", "failure", "entries-missing", "accept-the-loss",
    "undo", "undone", "history", "two-people", "two-people-compared", "left-over",
    "notice", "today-large-text", "young-people-large-text", "case-large-text", "sign-in", "sign-in-wrong-password",
    "case-assessed", "assessment-read", "assessment-sent-back", "health-checklist", "health-checklist-asks",
    "settings-assessments", "add-wording",
    "today-lower", "today-mine", "meeting-view", "meeting-view-large-text", "settings-missing", "repeat-trigger",
    "missing-quick", "missing-quick-large-text", "episode", "returned", "regrade", "action", "interview-attempt",
    "interview-answer", "interview-decided", "interview-late", "interview-large-text", "missing-pack-preview",
    "case-missing", "case-tab-missing-now", "case-tab-missing-year", "case-tab-missing-list", "episode-read",
    "interview-read", "import-episodes", "case-tab-missing-large-text", "settings-missing-large-text",
    "case-tab-notices-none", "case-tab-notices", "case-tab-notices-adult", "abduction-notice", "abduction-notice-serve",
    "abduction-notice-review", "abduction-notice-breach", "abduction-notice-read", "pattern-page",
    "abduction-notice-preview", "pattern-preview",
    "case-tab-disruption", "case-tab-disruption-adult", "disruption-action", "order", "investigation",
    "investigation-read",
    "named", "information-report", "information-reports", "information-report-read", "information-report-preview",
    "information-grading", "known", "all-information-reports",
    "places-and-things-empty", "places-and-things", "place", "place-chronology", "place-form",
    "withdraw-place", "place-withdrawn",
    "adults-of-concern-told", "adult-of-concern", "told-the-designated-officer",
    "case-tab-links", "link", "open-question", "network", "network-as-a-list",
    "case-tab-links-large-text", "network-large-text", "network-details-large-text",
    "recovery", "one-day-code-sign-in", "choose-password", "gallery",
}  # fmt: skip


@pytest.mark.timeout(600)
@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_tour_makes_every_picture(qapp: QApplication, tmp_path: Path, clock: Clock) -> None:
    made = tour(tmp_path / "pictures", clock)
    assert sorted(made) == sorted((tmp_path / "pictures").iterdir())
    names = [path.stem for path in made]
    for scheme in ("light", "dark"):
        assert {name.split("-", 1)[1].removesuffix(f"-{scheme}") for name in names if name.endswith(scheme)} >= STOPS
    paper = [path for path in made if path.stem.startswith("paper-")]
    assert {path.stem for path in paper} >= {"paper-summary-1", "paper-key-sheet"}
    for path in made:
        picture = QImage(str(path))
        wanted = (1366, 768)
        if path in paper or "gallery" in path.stem:
            assert picture.height() > wanted[1]
        else:
            assert (picture.width(), picture.height()) == wanted, path.stem
    assert QImage(str(made[0])).pixelColor(5, 5) != QImage(str(made[1])).pixelColor(5, 5)
    assert not [each for each in qapp.topLevelWidgets() if each.isVisible()]


@pytest.mark.parametrize("chosen", ["", "minimal"])
def test_without_a_screen_the_tour_brings_its_own(
    tmp_path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch, chosen: str
) -> None:
    seen: list[str] = []

    class Guide:
        """Notes the platform instead of going round."""

        def __init__(self, *_: object) -> None:
            seen.append(os.environ["QT_QPA_PLATFORM"])

        def go_round(self) -> list[Path]:
            return []

    monkeypatch.setattr("ui.tour_guide.Guide", Guide)
    if chosen:
        monkeypatch.setenv("QT_QPA_PLATFORM", chosen)
    else:
        monkeypatch.delenv("QT_QPA_PLATFORM")
    assert tour(tmp_path / "pictures", clock) == []
    assert seen[0].startswith(chosen or "offscreen:configfile=")


def test_a_path_with_a_colon_is_not_put_into_the_platforms_name(tmp_path: Path) -> None:
    place = tmp_path / "a:b"
    place.mkdir()
    assert tour_module._platform(place) == "offscreen"


def test_a_stop_that_does_not_come_about_is_a_failure(
    qtbot: QtBot, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tour_camera, "LONGEST_WAIT_MS", 20)
    with pytest.raises(TimeoutError):
        tour_camera.settle(qapp, lambda: False)
