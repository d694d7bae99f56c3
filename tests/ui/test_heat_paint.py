"""What is drawn of a heat-strip, word by word and line by line, as the painter is asked for it."""

from collections.abc import Callable
from typing import Any, cast

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from rise_desk.domain.heat import Lane, Mark, Strip
from rise_desk.domain.moments import Moment
from tests.domain.heat_sheets import SPRING, made, strip_from, strip_of, with_another_instrument
from ui import tints
from ui.widgets import heat_paint
from ui.widgets.heat_places import HEAD, Places, measure

pytestmark = pytest.mark.usefixtures("qapp")


class Watched:
    """A painter that remembers the words, the lines and the boxes with their edges and grounds asked of it."""

    def __init__(self, page: QImage) -> None:
        self.painter = QPainter(page)
        self.texts: list[tuple[str, QRectF]] = []
        self.lines: list[float] = []
        self.boxes: list[tuple[QRectF, Qt.PenStyle, Qt.BrushStyle, str]] = []

    def __getattr__(self, name: str) -> Callable[..., Any]:
        asked = getattr(self.painter, name)

        def heeded(*told: Any) -> Any:
            self._remember(name, told)
            return asked(*told)

        return heeded

    def _remember(self, name: str, told: tuple[Any, ...]) -> None:
        if name == "drawText":
            self.texts.append((told[-1], QRectF(told[0])))
        elif name == "drawLine":
            self.lines.append(told[0].x1())
        elif name == "drawRoundedRect":
            pen, brush = self.painter.pen().style(), self.painter.brush()
            self.boxes.append((QRectF(told[0]), pen, brush.style(), brush.color().name()))

    def said_in(self, room: QRectF) -> list[str]:
        """The words whose room lies within this one, in the order in which they were drawn."""
        return [text for text, at in self.texts if room.adjusted(-1, -1, 1, 1).contains(at)]


def _drawn(strip: Strip, first: int = 0, whole: int = 0) -> tuple[Watched, Places, QImage]:
    places = measure(strip, 900, 0)
    page = QImage(900, places.height, QImage.Format.Format_ARGB32)
    painter = Watched(page)
    heat_paint.paint_columns(cast(QPainter, painter), places, first, whole, len(strip.columns))
    painter.end()
    return painter, places, page


def test_each_number_stands_on_its_tint_and_a_change_has_its_arrow() -> None:
    painter, places, _page = _drawn(strip_of(SPRING[:2]))
    levels = "4334234343"
    grounds = {(at.x(), at.y()): ground for at, _pen, _brush, ground in painter.boxes}
    for row, level in enumerate(levels):
        room = places.cell(row, 1)
        before = SPRING[0][0][row]
        arrow = [heat_paint.HIGHER if level > before else heat_paint.LOWER] if level != before else []
        assert painter.said_in(room) == [level, *arrow]
        assert grounds[room.x(), room.y()] == tints.LIGHT[int(level)].ground
    assert {heat_paint.HIGHER, heat_paint.LOWER} <= {text for text, _at in painter.texts}


def test_only_what_is_not_yet_known_is_hatched_and_has_no_arrow() -> None:
    painter, places, _page = _drawn(strip_of([SPRING[0], ("0" + SPRING[1][0][1:], 7, "2026-05-26")]))
    hatched = [at for at, _pen, brush, _ground in painter.boxes if brush == Qt.BrushStyle.BDiagPattern]
    assert len(hatched) == 1
    assert places.cell(0, 1).contains(hatched[0])
    assert painter.said_in(places.cell(0, 1)) == ["?"]


def test_a_head_says_day_band_and_sum() -> None:
    painter, places, _page = _drawn(strip_of(SPRING[:2]))
    assert painter.said_in(places.cell(HEAD, 0)) == ["14 Apr", "Amber", "31 + 6 = 37"]


def test_only_a_band_that_waits_is_dashed_and_says_which() -> None:
    painter, places, _page = _drawn(strip_of(SPRING[:2], band="green", band_reason="Steady."))
    dashed = [at for at, pen, _brush, _ground in painter.boxes if pen == Qt.PenStyle.DashLine]
    assert len(dashed) == 1
    assert places.band(1).contains(dashed[0])
    assert painter.said_in(places.cell(HEAD, 1)) == ["26 May", "Amber", "33 + 7 = 40", "green waits"]
    assert "waits" not in " ".join(painter.said_in(places.cell(HEAD, 0)))


def test_a_sum_that_does_not_fit_is_the_total() -> None:
    strip = strip_of([(f"{'00'}{levels[2:]}", judgement, day) for levels, judgement, day in SPRING])
    narrow = measure(strip, 200, 0)
    assert narrow.step < measure(strip, 1600, 0).step
    page = QImage(900, narrow.height, QImage.Format.Format_ARGB32)
    painter = Watched(page)
    heat_paint.paint_columns(cast(QPainter, painter), narrow, 0, 0, 1)
    painter.end()
    assert painter.said_in(narrow.cell(HEAD, 0))[-1] == strip.columns[0].total


def test_the_first_whole_column_says_its_year() -> None:
    days = ("2024-12-24", "2025-02-04", "2025-03-18", "2026-01-20")
    strip = strip_of([("3" * 10, 5, day) for day in days])
    painter, places, _page = _drawn(strip, first=1, whole=2)
    years = [painter.said_in(places.cell(HEAD, place))[0] for place in (1, 2, 3)]
    assert years == ["2025", "2025", "2026"]
    painter, places, _page = _drawn(strip, first=2, whole=2)
    assert painter.said_in(places.cell(HEAD, 2))[0] == "2025"
    painter, places, _page = _drawn(strip)
    assert painter.said_in(places.cell(HEAD, 2))[0] == "18 Mar"


def test_days_of_one_year_say_none() -> None:
    painter, _places, _page = _drawn(strip_of(SPRING))
    assert "2026" not in {text for text, _at in painter.texts}


def test_nights_are_ticks_where_they_were_and_what_has_words_says_them() -> None:
    nights = Lane(key="n", label="Nights missing", marks=(Mark(at=Moment("2026-05-05")), Mark(at=Moment("2026-05-26"))))
    served = Lane(key="s", label="Notices", marks=(Mark(at=Moment("2026-05-26"), text="notice served"),))
    painter, places, page = _drawn(strip_of(SPRING[:3], (nights, served)))
    assert painter.lines == [pytest.approx(places.left(1.0)), pytest.approx(places.left(1.5))]
    lane = QRectF(0, places.lane(1), 900, places.row)
    assert painter.said_in(lane) == ["notice served"]
    dot = page.pixelColor(round(places.left(1.5)), round(lane.center().y()))
    assert dot.name() == "#1d5f8a"


def test_a_lane_whose_marks_all_came_long_before_draws_none() -> None:
    lane = Lane(key="n", label="Nights missing", marks=(Mark(at=Moment("2020-05-05")),))
    painter, _places, _page = _drawn(strip_of(SPRING[:3], (lane,)))
    assert painter.lines == []


def test_every_row_and_lane_has_its_label() -> None:
    lane = Lane(key="n", label="Nights missing", marks=(Mark(at=Moment("2026-05-05")),))
    strip = strip_of(SPRING[:2], (lane,))
    places = measure(strip, 900, 0)
    page = QImage(900, places.height, QImage.Format.Format_ARGB32)
    painter = Watched(page)
    heat_paint.paint_labels(cast(QPainter, painter), places)
    painter.end()
    for number, row in enumerate(strip.rows):
        top = places.cell(number, 0).top()
        assert row.label in painter.said_in(QRectF(0, top, places.label, places.row))
    assert "Nights missing" in painter.said_in(QRectF(0, places.lane(0), places.label, places.row))


def test_another_instrument_has_an_asterisk() -> None:
    practice, key = with_another_instrument()
    first, second = made("3" * 10, "2026-04-14", 2, instrument=key), made("3" * 10, "2026-05-26", 3)
    painter, places, _page = _drawn(strip_from(first, second, practice=practice))
    assert [painter.said_in(places.cell(HEAD, place))[0] for place in (0, 1)] == ["14 Apr *", "26 May"]


def test_the_ring_goes_around_the_cell(qtbot: QtBot) -> None:
    strip = strip_of(SPRING[:2])
    places = measure(strip, 900, 0)
    for row in (HEAD, 3):
        page = QImage(900, places.height, QImage.Format.Format_ARGB32)
        page.fill(Qt.GlobalColor.white)
        painter = QPainter(page)
        heat_paint.paint_ring(painter, places.cell(row, 1))
        painter.end()
        room = places.cell(row, 1)
        assert page.pixelColor(round(room.center().x()), round(room.bottom()) + 1).name() == "#1d5f8a"
        assert page.pixelColor(round(room.center().x()), round(room.center().y())).name() == "#ffffff"
