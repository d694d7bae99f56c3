"""The heat-strip on the screen: drawn sharp and legible, walked by keys, told to screen readers, the newest first."""

from itertools import pairwise
from time import perf_counter

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QAccessible, QHelpEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QToolTip, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from rise_desk.domain.heat import Lane, Mark, Strip
from rise_desk.domain.heat_told import assessment_told, cell_told
from rise_desk.domain.moments import Moment
from tests.domain.heat_sheets import SIXTY, SPRING, made, strip_from, strip_of, with_another_instrument
from tests.ui.screen import colours_of, show, wheel
from ui import theme, tints
from ui.palette import contrast
from ui.widgets.heat_places import HEAD
from ui.widgets.heat_strip import HOW, HeatStrip

LANES = (
    Lane(key="missing", label="Nights missing", marks=(Mark(at=Moment("2026-05-01")), Mark(at=Moment("2026-01-01")))),
    Lane(key="notice", label="Notices", marks=(Mark(at=Moment("2026-11-19"), text="notice served"),)),
)


def _shown(qtbot: QtBot, strip: Strip, width: int = 700) -> HeatStrip:
    made_strip = HeatStrip(strip)
    show(qtbot, made_strip, width, 600)
    made_strip.setFocus()
    return made_strip


def _told(strip: HeatStrip) -> str:
    return QAccessible.queryAccessibleInterface(strip).text(QAccessible.Text.Description)


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("score", range(6))
def test_numbers_are_legible_on_every_tint(qapp: QApplication, dark: bool, score: int) -> None:
    theme.apply(qapp, dark=dark)
    assert contrast(tints.tint(score).ink, tints.tint(score).ground) >= 4.5


@pytest.mark.parametrize("scale", [tints.LIGHT, tints.DARK])
def test_tints_grow_stronger_with_the_risk_without_their_hue(scale: tuple[tints.Tint, ...]) -> None:
    against = [contrast(each.ground, scale[0].ground) for each in scale]
    assert all(later / earlier > 1.1 for earlier, later in pairwise(against))


def test_every_score_has_its_tint_and_the_words_are_there(qtbot: QtBot) -> None:
    strip = _shown(qtbot, strip_of([("1234512345", 5, "2026-04-14")]))
    assert {each.ground for each in tints.LIGHT[1:]} <= colours_of(strip)
    assert theme.LIGHT.medium_ground in colours_of(strip)


def test_what_is_not_yet_known_looks_like_no_score(qtbot: QtBot) -> None:
    strip = _shown(qtbot, strip_of([("0" * 10, 5, "2026-04-14")]))
    assert not {each.ground for each in tints.LIGHT[1:]} & colours_of(strip)
    assert strip._marks() == ["? not yet known"]


def test_the_newest_has_the_keyboard_first_and_tells_all_of_it(qtbot: QtBot) -> None:
    held = strip_of(SPRING)
    strip = _shown(qtbot, held)
    assert (strip.row, strip.place) == (HEAD, 5)
    assert strip.accessibleName() == "Ten indicators, April to November 2026"
    assert _told(strip) == f"{assessment_told(held, 5)} {HOW}"


def test_arrows_walk_and_the_description_follows(qtbot: QtBot) -> None:
    held = strip_of(SPRING)
    strip = _shown(qtbot, held)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Left):
        QTest.keyClick(strip, key)
    assert (strip.row, strip.place) == (1, 4)
    assert _told(strip) == f"{cell_told(held.rows[1], held.columns[4], 4)} {HOW}"
    QTest.keyClick(strip, Qt.Key.Key_Up)
    QTest.keyClick(strip, Qt.Key.Key_Right)
    assert (strip.row, strip.place) == (0, 5)


def test_nothing_moves_beyond_the_edges(qtbot: QtBot) -> None:
    strip = _shown(qtbot, strip_of(SPRING))
    for _ in range(2):
        QTest.keyClick(strip, Qt.Key.Key_Right)
        QTest.keyClick(strip, Qt.Key.Key_Up)
    assert (strip.row, strip.place) == (HEAD, 5)
    for _ in range(12):
        QTest.keyClick(strip, Qt.Key.Key_Down)
        QTest.keyClick(strip, Qt.Key.Key_Left)
    assert (strip.row, strip.place) == (9, 0)


def test_enter_and_a_double_click_open_the_assessment(qtbot: QtBot) -> None:
    strip = _shown(qtbot, strip_of(SPRING))
    heard: list[object] = []
    strip.opened.connect(heard.append)
    QTest.keyClick(strip, Qt.Key.Key_Home)
    QTest.keyClick(strip, Qt.Key.Key_Return)
    middle = strip.places.cell(2, 3).center().toPoint() + QPoint(strip.places.label, 0)
    QTest.mouseClick(strip.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert (strip.row, strip.place) == (2, 3)
    QTest.mouseDClick(strip.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert heard == [strip.strip.columns[0].assessment, strip.strip.columns[3].assessment]


def test_a_click_beside_the_cells_opens_nothing(qtbot: QtBot) -> None:
    strip = _shown(qtbot, strip_of(SPRING[:1], LANES[:1]))
    heard: list[object] = []
    strip.opened.connect(heard.append)
    below, right, left = QPoint(strip.places.label + 5, strip.height() - 1), QPoint(690, 60), QPoint(2, 60)
    for point in (below, right, left):
        QTest.mouseClick(strip.viewport(), Qt.MouseButton.LeftButton, pos=point)
        QTest.mouseDClick(strip.viewport(), Qt.MouseButton.LeftButton, pos=point)
        assert strip.words_at(QPointF(point)) == ""
    assert heard == []
    assert strip.row == HEAD


def test_other_keys_are_left_to_the_page(qtbot: QtBot) -> None:
    for strip in (_shown(qtbot, strip_of(SPRING)), _shown(qtbot, Strip())):
        before = (strip.row, strip.place)
        QTest.keyClick(strip, Qt.Key.Key_3)
        assert (strip.row, strip.place) == before


@pytest.mark.qt_log_ignore("This plugin does not support raise", extend=True)
def test_the_pointer_is_told_what_a_cell_says(qtbot: QtBot) -> None:
    held = strip_of(SPRING)
    strip = _shown(qtbot, held)
    point = strip.places.cell(0, 5).center().toPoint() + QPoint(strip.places.label, 0)
    QApplication.sendEvent(strip.viewport(), QHelpEvent(QEvent.Type.ToolTip, point, strip.mapToGlobal(point)))
    assert QToolTip.text() == cell_told(held.rows[0], held.columns[5], 5)
    assert strip.words_at(QPointF(point.x(), 4)) == assessment_told(held, 5)


def test_of_sixty_the_newest_are_in_view_and_home_brings_the_oldest(qtbot: QtBot) -> None:
    strip = _shown(qtbot, strip_of(SIXTY))
    bar = strip.horizontalScrollBar()
    assert bar.value() == bar.maximum() > 0
    (beyond,) = strip._beyond()
    assert beyond.endswith("earlier to the left (Home)")
    assert 60 - int(beyond.split()[0]) == int((strip.viewport().width() - strip.places.label) // strip.places.step)
    QTest.keyClick(strip, Qt.Key.Key_Home)
    assert (strip.place, bar.value()) == (0, 0)
    assert strip._beyond()[0].endswith("later to the right (End)")
    QTest.keyClick(strip, Qt.Key.Key_End)
    assert (strip.place, bar.value()) == (59, bar.maximum())


def test_a_walk_to_the_left_scrolls_only_as_far_as_it_must(qtbot: QtBot) -> None:
    strip = _shown(qtbot, strip_of(SIXTY))
    bar = strip.horizontalScrollBar()
    QTest.keyClick(strip, Qt.Key.Key_Left)
    assert bar.value() == bar.maximum()
    for _ in range(15):
        QTest.keyClick(strip, Qt.Key.Key_Left)
    assert bar.value() == round(strip.places.left(strip.place))
    assert len(strip._beyond()[0].split(",")) == 2


def test_another_width_keeps_the_newest_in_view_unless_somebody_scrolled_away(qtbot: QtBot) -> None:
    strip = _shown(qtbot, strip_of(SIXTY))
    bar = strip.horizontalScrollBar()
    strip.window().resize(500, 600)
    QApplication.processEvents()
    assert bar.value() == bar.maximum()
    bar.setValue(40)
    strip.window().resize(620, 600)
    QApplication.processEvents()
    assert bar.value() == 40


def test_columns_take_the_room_there_is_and_never_cut_their_words(qtbot: QtBot) -> None:
    strip = _shown(qtbot, strip_of(SPRING[:3]), 700)
    broad = strip.places.step
    assert strip.horizontalScrollBar().maximum() == 0
    strip.window().resize(300, 600)
    QApplication.processEvents()
    words = strip.fontMetrics()
    assert broad > strip.places.step
    assert strip.horizontalScrollBar().maximum() > 0
    assert strip.places.step >= words.horizontalAdvance("33 + 7 = 40") * 0.85


@pytest.mark.parametrize("width", [417, 503, 700, 911])
def test_edges_are_sharp_at_every_width(qtbot: QtBot, width: int) -> None:
    places = _shown(qtbot, strip_of(SPRING), width).places
    for row in (HEAD, 0, 9):
        for place in range(6):
            room = places.cell(row, place)
            assert all(each.is_integer() for each in (room.x(), room.y(), room.width(), room.height()))


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_it_grows_with_the_text(qtbot: QtBot, qapp: QApplication, scale: float) -> None:
    strip = _shown(qtbot, strip_of(SPRING))
    before = strip.height()
    theme.apply(qapp, dark=False, scale=scale)
    QApplication.processEvents()
    assert strip.places.row == round(24 * scale)
    assert strip.height() >= before * (1 + (scale - 1) * 0.6)


def test_light_and_dark_have_their_own_tints(qtbot: QtBot, qapp: QApplication) -> None:
    strip = _shown(qtbot, strip_of(SPRING))
    theme.apply(qapp, dark=True)
    assert tints.DARK[5].ground in colours_of(strip)
    assert tints.LIGHT[5].ground not in colours_of(strip)


def test_the_wheel_is_the_pages_and_sideways_the_strips(qtbot: QtBot) -> None:
    strip = _shown(qtbot, strip_of(SIXTY))
    bar = strip.horizontalScrollBar()
    before = (bar.value(), strip.row, strip.place)
    assert not wheel(strip.viewport()).isAccepted()
    assert (bar.value(), strip.row, strip.place) == before
    sideways = QWheelEvent(
        QPointF(5, 5), QPointF(5, 5), QPoint(0, 0), QPoint(240, 0), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(strip.viewport(), sideways)
    assert bar.value() < before[0]
    assert (strip.row, strip.place) == before[1:]


def test_lanes_stand_below_only_where_they_were_passed(qtbot: QtBot) -> None:
    with_lanes, without = strip_of(SPRING, LANES), strip_of(SPRING)
    strip, bare = _shown(qtbot, with_lanes), _shown(qtbot, without)
    assert strip.places.height - bare.places.height >= 2 * strip.places.row
    assert theme.LIGHT.accent in colours_of(strip)
    assert strip._marks() == ["Nights missing: 1 before the first column"]
    assert bare._marks() == []


def test_a_band_that_waits_is_dashed_and_says_so(qtbot: QtBot) -> None:
    waiting = _shown(qtbot, strip_of(SPRING, band="green", band_reason="Steady."))
    settled = _shown(qtbot, strip_of(SPRING))
    assert waiting.places.band_height == settled.places.band_height + waiting.places.line
    assert "Green was chosen and waits for a manager" in waiting.spoken()
    assert waiting.grab().toImage() != settled.grab().toImage()


def test_another_instrument_is_marked(qtbot: QtBot) -> None:
    practice, key = with_another_instrument()
    first, second = made("3" * 10, "2026-04-14", 2, instrument=key), made("3" * 10, "2026-05-26", 3)
    strip = _shown(qtbot, strip_from(first, second, practice=practice))
    assert strip._marks() == ["* made with another instrument"]


def test_the_ring_is_around_the_cell_that_has_the_keyboard(qtbot: QtBot) -> None:
    strip = _shown(qtbot, strip_of(SPRING[:2]))
    with_ring = strip.grab().toImage()
    strip.clearFocus()
    assert strip.grab().toImage() != with_ring


def test_the_page_around_scrolls_to_the_cell(qtbot: QtBot) -> None:
    area, inside = QScrollArea(), QWidget()
    column = QVBoxLayout(inside)
    strip = HeatStrip(strip_of(SPRING))
    column.addWidget(strip)
    area.setWidgetResizable(True)
    area.setWidget(inside)
    show(qtbot, area, 700, 150)
    strip.setFocus()
    for _ in range(10):
        QTest.keyClick(strip, Qt.Key.Key_Down)
    cell = strip.places.cell(9, 5)
    seen = strip.viewport().mapTo(area.viewport(), cell.center().toPoint())
    assert 0 <= seen.y() <= area.viewport().height()
    at = strip.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle)
    assert isinstance(at, QRect)
    assert at.height() == strip.places.row
    assert strip.inputMethodQuery(Qt.InputMethodQuery.ImHints) == 0


def test_an_empty_strip_is_nothing(qtbot: QtBot) -> None:
    strip = _shown(qtbot, Strip())
    assert strip.spoken() == ""
    assert strip.minimumSizeHint().height() == 0
    assert len(colours_of(strip)) == 1


def test_only_what_is_in_view_is_painted(qtbot: QtBot) -> None:
    few, many = (_shown(qtbot, strip_of(sheets), 600) for sheets in (SIXTY[-15:], SIXTY))
    assert few.horizontalScrollBar().maximum() > 0
    assert min(map(_painting, [many] * 5)) < 2 * min(map(_painting, [few] * 5))


def _painting(strip: HeatStrip) -> float:
    start = perf_counter()
    strip.viewport().grab()
    return perf_counter() - start
