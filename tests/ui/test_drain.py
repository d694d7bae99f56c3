"""The line that drains, and its words: full while all the time is left, hatched once it is late."""

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui import theme
from ui.due_words import lasting, left
from ui.widgets.drain import Drain, paint

WIDE, TALL = 300, 8


@pytest.mark.parametrize(
    ("minutes", "said"),
    [
        (72 * 60, "72 h left"),
        (33 * 60 + 59, "33 h left"),
        (12 * 60, "12 h left"),
        (12 * 60 - 1, "11 h 59 min left"),
        (60, "1 h left"),
        (59, "59 min left"),
        (0, "0 min left"),
        (-1, "1 min late"),
        (-172, "2 h 52 min late"),
        (-24 * 60 - 1, "24 h late"),
        (-72 * 60, "72 h late"),
        (-72 * 60 - 1, "3 days late"),
        (-29 * 24 * 60, "29 days late"),
    ],
)
def test_what_is_left_is_said_as_people_say_it(minutes: int, said: str) -> None:
    assert left(minutes) == said


@pytest.mark.parametrize(
    ("minutes", "said"),
    [(-5, "0 min"), (340, "5 h 40 min"), (71 * 60 + 5, "71 h"), (72 * 60 - 1, "71 h"), (72 * 60, "3 days")],
)
def test_how_long_it_lasts_is_said_as_people_say_it(minutes: int, said: str) -> None:
    assert lasting(minutes) == said


def drawn(minutes: int, total: int = 72 * 60) -> list[str]:
    """The colours along the middle of the line."""
    image = QImage(WIDE, TALL, QImage.Format.Format_RGB32)
    image.fill(QColor("#00ff00"))
    painter = QPainter(image)
    paint(painter, QRectF(0, 0, WIDE, TALL), minutes, total=total)
    painter.end()
    return [image.pixelColor(at, TALL // 2).name() for at in range(WIDE)]


@pytest.mark.parametrize(("minutes", "share"), [(72 * 60, 1.0), (99 * 60, 1.0), (36 * 60, 0.5), (60, 1 / 72), (0, 0.0)])
@pytest.mark.usefixtures("qapp")
def test_the_line_is_as_full_as_time_is_left(minutes: int, share: float) -> None:
    full = drawn(minutes).count(theme.current().colours.accent)
    assert abs(full - share * WIDE) <= 9


@pytest.mark.usefixtures("qapp")
def test_thirds_are_told_apart_by_gaps() -> None:
    seen = drawn(72 * 60)
    assert seen[99] != seen[50] != seen[201]
    assert seen[50] == seen[150] == seen[250]


@pytest.mark.parametrize("dark", [False, True])
def test_late_is_full_length_and_hatched(qapp: QApplication, dark: bool) -> None:
    theme.apply(qapp, dark=dark)
    colours, seen = theme.current().colours, drawn(-1)
    assert colours.accent not in seen
    assert seen[5:290].count(colours.loud) > 100
    fifths = [seen[at : at + 20] for at in range(10, 280, 20)]
    assert all(any(each != colours.loud for each in part) for part in fifths)


@pytest.mark.usefixtures("qapp")
def test_no_time_at_all_draws_an_empty_line() -> None:
    assert theme.current().colours.accent not in drawn(0, total=0)


def test_the_widget_tells_its_time_in_words_and_grows_with_the_text(qtbot: QtBot, qapp: QApplication) -> None:
    theme.apply(qapp, dark=False)
    line = Drain()
    qtbot.addWidget(line)
    line.say(-172)
    assert line.accessibleName() == "2 h 52 min late"
    small = line.sizeHint()
    theme.apply(qapp, dark=False, scale=2.0)
    assert line.sizeHint().height() == 2 * small.height()
    assert line.maximumWidth() > small.width()
    assert line.minimumSizeHint().width() < small.width()
    line.resize(line.sizeHint())
    assert not line.grab().isNull()
