"""The look: what is read stands far enough apart, type grows with the text, icons and the ring follow."""

from dataclasses import fields
from itertools import product

import pytest
import shiboken6
from PySide6.QtCore import QLocale, QRectF
from PySide6.QtGui import QFontDatabase, QImage, QPainter, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from rise_desk.places import resource_bytes, resource_names
from tests.ui.screen import colours_of
from ui import focus_ring, icons, theme
from ui.palette import contrast
from ui.theme import DARK, LIGHT, Colours, Type
from ui.widgets.buttons import Button

SCHEMES = pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
READ = (
    *product(("ink", "soft", "accent", "loud", "error"), ("ground", "card", "field")),
    *((level, f"{level}_ground") for level in ("high", "medium", "low", "info", "closed")),
    ("on_accent", "accent"),
    ("on_accent", "accent_hover"),
    ("accent", "accent_ground"),
    ("ink", "accent_ground"),
    ("soft", "accent_ground"),
    ("ink", "hover"),
    ("soft", "hover"),
    ("on_loud", "loud_fill"),
    ("on_selection", "selection"),
    ("rail_ink", "rail"),
    ("on_selection", "rail_current"),
    ("on_loud", "rail_count"),
    ("loud", "medium_ground"),
    ("info", "info_ground"),
    ("high", "card"),
    ("medium", "card"),
)
SEEN = (
    ("ring", "ground"),
    ("ring", "card"),
    ("ring", "field"),
    ("rail_ring", "rail"),
    ("rail_ring", "rail_current"),
    ("edge", "card"),
    ("edge", "field"),
    ("error", "card"),
    ("loud_fill", "card"),
)


@SCHEMES
@pytest.mark.parametrize(("text", "ground"), READ)
def test_text_can_be_read(colours: Colours, text: str, ground: str) -> None:
    assert contrast(colours[text], colours[ground]) >= 4.5


@SCHEMES
@pytest.mark.parametrize(("mark", "ground"), SEEN)
def test_edges_and_rings_can_be_seen(colours: Colours, mark: str, ground: str) -> None:
    if (mark, colours.rail) == ("loud_fill", DARK.rail):
        ground = "on_loud"  # in the dark the red fill carries white words; its edge is not what tells
    assert contrast(colours[mark], colours[ground]) >= 3.0


@pytest.mark.parametrize(
    ("one", "other", "ratio"), [("#000000", "#ffffff", 21.0), ("#ffffff", "#ffffff", 1.0), ("#1d70b8", "#ffffff", 5.2)]
)
def test_contrast_is_measured_as_wcag_says(one: str, other: str, ratio: float) -> None:
    assert contrast(one, other) == pytest.approx(ratio, abs=0.05)
    assert contrast(other, one) == contrast(one, other)


def test_levels_are_what_the_guide_measured() -> None:
    assert (LIGHT.high, LIGHT.high_ground) == ("#651b1b", "#f4d7d7")
    assert (LIGHT.medium, LIGHT.medium_ground) == ("#7a3c1c", "#fde4d7")
    assert (LIGHT.low, LIGHT.low_ground) == ("#083d29", "#cfe4dc")
    assert LIGHT.selection == DARK.selection == "#1d70b8"


def test_names_every_colour() -> None:
    assert LIGHT.names() == tuple(each.name for each in fields(Colours))


@pytest.mark.parametrize(("asked", "given"), [(0.5, 1.0), (1.0, 1.0), (1.5, 1.5), (2.0, 2.0), (3.0, 2.0)])
def test_text_is_between_100_and_200_percent(look: theme.Theme, asked: float, given: float) -> None:
    made = theme.make(dark=False, scale=asked)
    assert made.scale == given
    assert made.points(Type.TEXT) == pytest.approx(10 * given * made.optical)
    assert made.tall(20) == 20 * given


def test_applies_scheme_size_and_british_dates(qapp: QApplication) -> None:
    look = theme.apply(qapp, dark=True, scale=1.5)
    assert theme.current() is look
    assert qapp.palette().color(QPalette.ColorRole.Window).name() == DARK.ground
    assert qapp.palette().color(QPalette.ColorRole.HighlightedText).name() == "#ffffff"
    assert qapp.font().pointSizeF() == look.points(Type.TEXT)
    assert QLocale().name() == "en_GB"
    assert qapp.style().name().lower() == "fusion" or qapp.styleSheet()


def test_follows_the_computer_which_says_light_here(qapp: QApplication) -> None:
    assert theme.follow_system(qapp, scale=1.25).dark is theme.system_is_dark(qapp) is False


def test_high_contrast_leaves_nothing_soft() -> None:
    strong = theme.heightened(LIGHT)
    assert (strong.soft, strong.line) == (LIGHT.ink, LIGHT.edge)


def test_inter_is_used_where_it_is_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFontDatabase, "families", lambda: ["Arial", "Inter"])
    assert theme.typeface() == ("Inter", 1.0)
    monkeypatch.setattr(QFontDatabase, "families", lambda: ["Arial"])
    assert theme.typeface()[0] != "Inter"


def test_controls_are_at_least_28_pixels_tall(qtbot: QtBot) -> None:
    for widget in (QPushButton("x"), QLineEdit(), Button("y", "quiet")):
        qtbot.addWidget(widget)
        assert widget.sizeHint().height() >= 28
    assert theme.current().control >= 28


def test_there_is_a_drawing_for_every_name_and_no_other() -> None:
    assert tuple(f"{name}.svg" for name in icons.NAMES) == resource_names("icons")
    for name in icons.NAMES:
        text = resource_bytes("icons", f"{name}.svg").decode()
        assert text.count("<svg") == 1
        assert "currentColor" in text


def _inked(image: QImage, colour: str) -> bool:
    return any(
        image.pixelColor(x, y).name() == colour and image.pixelColor(x, y).alpha() == 255
        for x, y in product(range(image.width()), range(image.height()))
    )


def test_icons_take_the_colour_of_the_theme(qtbot: QtBot, qapp: QApplication) -> None:
    made = QPushButton()
    sign = QLabel()
    qtbot.addWidget(made)
    qtbot.addWidget(sign)
    icons.put(made, "add")
    icons.put(sign, "error", "error", 20)
    assert _inked(made.icon().pixmap(16).toImage(), LIGHT.ink)
    theme.apply(qapp, dark=True)
    assert _inked(made.icon().pixmap(16).toImage(), DARK.ink)
    assert _inked(sign.pixmap().toImage(), DARK.error)


def test_without_a_reader_there_is_no_picture_and_no_failure() -> None:
    icons.Drawer.read = None
    icons.Drawer.kept.clear()
    assert icons.drawing("add", "#000000") == b""
    assert icons.pixmap("add", "#000000", 8).toImage().pixelColor(4, 4).alpha() == 0
    canvas = QImage(8, 8, QImage.Format.Format_ARGB32)
    painter = QPainter(canvas)
    icons.paint(painter, "add", "#000000", QRectF(0, 0, 8, 8))
    painter.end()


def _open(qtbot: QtBot, window: QWidget) -> None:
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()


def _window(qtbot: QtBot) -> tuple[QWidget, Button, QLineEdit]:
    window, button, line = QWidget(), Button("Add", "primary"), QLineEdit()
    column = QVBoxLayout(window)
    column.addWidget(button)
    column.addWidget(line)
    _open(qtbot, window)
    return window, button, line


def _ring(qapp: QApplication) -> focus_ring.FocusRing:
    follower = qapp.findChild(focus_ring.Follower)
    assert follower is not None
    assert follower.ring is not None
    return follower.ring


def test_the_ring_goes_around_what_has_the_focus(qtbot: QtBot, qapp: QApplication) -> None:
    window, button, line = _window(qtbot)
    button.setFocus()
    qtbot.waitUntil(lambda: _ring(qapp).geometry().contains(button.geometry().adjusted(-3, -3, 3, 3)))
    assert LIGHT.ring in colours_of(_ring(qapp))
    line.setFocus()
    assert _ring(qapp).geometry().contains(line.geometry())
    window.resize(window.width() + 80, window.height() + 40)
    qtbot.waitUntil(lambda: _ring(qapp).width() == line.width() + 2 * focus_ring.REACH)


def test_the_ring_goes_with_its_control(qtbot: QtBot, qapp: QApplication) -> None:
    _kept, button, line = _window(qtbot)
    line.setFocus()
    button.setProperty(focus_ring.DRAWS_OWN, True)
    button.setFocus()
    assert not _ring(qapp).isVisible()
    line.setFocus()
    assert _ring(qapp).isVisible()


def test_a_ring_that_went_down_with_its_window_is_made_anew(qtbot: QtBot, qapp: QApplication) -> None:
    first, line = QWidget(), QLineEdit()
    QVBoxLayout(first).addWidget(line)
    with qtbot.waitActive(first):
        first.show()
        first.activateWindow()
    line.setFocus()
    old = _ring(qapp)
    first.close()
    shiboken6.delete(first)
    second, button, _line = _window(qtbot)
    button.setFocus()
    assert _ring(qapp) is not old
    assert _ring(qapp).window() is second


def test_the_ring_finds_room_in_a_tight_parent(qtbot: QtBot, qapp: QApplication) -> None:
    window, inner, line = QWidget(), QWidget(), QLineEdit()
    outer_column, column = QVBoxLayout(window), QVBoxLayout(inner)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(line)
    outer_column.addWidget(inner)
    _open(qtbot, window)
    line.setFocus()
    assert _ring(qapp).parentWidget() is window
    assert _ring(qapp).height() == line.height() + 2 * focus_ring.REACH


def test_the_ring_of_what_is_at_the_edge_of_a_scrolled_page_is_whole(qtbot: QtBot, qapp: QApplication) -> None:
    area, inside, line = QScrollArea(), QWidget(), QLineEdit()
    column = QVBoxLayout(inside)
    column.setContentsMargins(0, 0, 20, 20)
    column.addWidget(line)
    column.addStretch(1)
    area.setWidget(inside)
    area.setWidgetResizable(True)
    _open(qtbot, area)
    line.setFocus()
    place = _ring(qapp).geometry()
    assert _ring(qapp).parentWidget() is area.viewport()
    assert (place.left(), place.top()) == (0, 0)
    assert place.right() == line.geometry().right() + focus_ring.REACH


def test_installing_twice_gives_one_ring(qapp: QApplication) -> None:
    focus_ring.install(qapp)
    focus_ring.install(qapp)
    assert len(qapp.findChildren(focus_ring.Follower)) == 1


def test_a_widget_that_has_ended_is_passed_over_when_icons_are_drawn_afresh(qtbot: QtBot) -> None:
    gone, stays = QLabel(), QLabel()
    qtbot.addWidget(stays)
    for each in (gone, stays):
        icons.put(each, "check")
    before = stays.pixmap().cacheKey()
    shiboken6.delete(gone)
    icons.refresh_all()
    assert stays.pixmap().cacheKey() != before
