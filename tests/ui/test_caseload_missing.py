"""The lists of people with children who are missing or came back: first, marked, and with the time that is left."""

from datetime import date, timedelta

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rise_desk.domain.card import SORTABLE, Wanted
from rise_desk.services import overview, settings
from rise_desk.services.clock import Clock
from rise_desk.services.desk import Desk
from tests import build
from tests.ui.test_caseload import names, settled, shown
from ui import theme
from ui.away_words import missing_now
from ui.desk import ScreenDesk
from ui.people_columns import columns


def away(desk: Desk) -> None:
    """Three of whom Zoë is missing now, Maisie owed an interview, and Jade's is late."""
    settled(desk)
    zoe, maisie, jade = (
        next(each for each in overview.people(desk, Wanted()) if each.name.startswith(name)).subject
        for name in ("Zoë", "Maisie", "Jade")
    )
    settings.set_interviews_since(desk, date(2026, 11, 1))
    build.episode(desk, zoe, "2026-11-21T08:22+00:00")
    build.episode(desk, maisie, "2026-11-19T20:00+00:00", "2026-11-19T23:30+00:00")
    build.episode(desk, jade, "2026-11-17T20:00+00:00", "2026-11-18T07:08+00:00")


def test_who_is_missing_comes_first_loudly_in_any_order(qtbot: QtBot, screen: ScreenDesk) -> None:
    away(screen.at)
    page = shown(qtbot, screen)
    for sort in SORTABLE:
        for descending in (False, True):
            page.table.sort_by(sort, descending=descending)
            assert names(page)[0] == "Zoë Adams", sort
    cell = columns(screen)[0].of(page.table.model.rows[0])
    assert (cell.second, cell.alarm) == ("Missing now since 08:22", True)
    assert not columns(screen)[0].of(page.table.model.rows[1]).alarm


def test_the_return_interview_drains_in_the_list_and_sorts_it(qtbot: QtBot, screen: ScreenDesk) -> None:
    away(screen.at)
    page = shown(qtbot, screen)
    page.table.sort_by("interview_by")
    assert names(page) == ["Zoë Adams", "Jade Whitlock", "Maisie Okafor"]
    (column,) = (each for each in page.table.model.columns if each.key == "interview_by")
    told = [(each.spoken(), each.loud, each.minutes_left) for each in map(column.of, page.table.model.rows)]
    assert told == [
        ("", False, None),
        ("2 h 52 min late · due Sat 21 Nov 07:08", True, -172),
        ("37 h left · due Sun 22 Nov 23:30", False, 37 * 60 + 30),
    ]


@pytest.mark.parametrize("row", [0, 1, 2])
def test_the_mark_and_the_line_are_painted_so_that_they_are_seen(qtbot: QtBot, screen: ScreenDesk, row: int) -> None:
    away(screen.at)
    page = shown(qtbot, screen)
    page.table.sort_by("interview_by")
    key, colour = (("sort_name", "loud"), ("interview_by", "loud"), ("interview_by", "accent"))[row]
    place = next(number for number, each in enumerate(page.table.model.columns) if each.key == key)
    lower = page.table.view.visualRect(page.table.model.index(row, place))
    lower.setTop(lower.center().y())
    seen = page.table.view.viewport().grab(lower).toImage()
    pixels = {seen.pixelColor(x, y).name() for x in range(seen.width()) for y in range(seen.height())}
    assert theme.current().colour(colour).name() in pixels


@pytest.mark.parametrize(
    ("since", "told"),
    [
        ("2026-11-21T00:00+00:00", "Missing now since 00:00"),
        ("2026-11-20T23:59+00:00", "Missing now since 20 Nov"),
        ("2026-11-21", "Missing now since 21 Nov"),
        ("2025-11-20T23:59+00:00", "Missing now since 20 Nov 2025"),
    ],
)
def test_since_when_is_said_in_few_words(screen: ScreenDesk, since: str, told: str) -> None:
    assert missing_now(since, screen.now()) == told


def test_the_lines_drain_while_somebody_looks(
    qtbot: QtBot, screen: ScreenDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    away(screen.at)
    page = shown(qtbot, screen)
    page.table.sort_by("interview_by")
    drawn: list[int] = []
    monkeypatch.setattr("ui.widgets.drain.paint", lambda _painter, _place, minutes: drawn.append(minutes))
    assert page._minute.isActive()
    screen.at.clock = Clock(screen.now() + timedelta(minutes=1))
    screen.clock = screen.at.clock
    page._minute.timeout.emit()
    qtbot.waitUntil(lambda: -173 in drawn)
    screen.leave()
    drawn.clear()
    page._minute.timeout.emit()
    QApplication.processEvents()
    assert drawn == []
