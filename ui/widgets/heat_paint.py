"""Draws a heat-strip: labels at the left, then for each assessment its day, its band, ten numbers on their tints."""

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QFont, QFontMetrics, QPainter, QPen

from rise_desk.domain import heat_axis
from rise_desk.domain.heat import Cell, Lane, years
from rise_desk.domain.instrument import LEVELS
from ui import theme
from ui.theme import Type
from ui.tints import TONES, Tint, tint
from ui.widgets import badge
from ui.widgets.badge import Tone
from ui.widgets.heat_places import AIR, BETWEEN, Places, day_words

CORNER = 3
TICK = 2
DOT = 7
HIGHER, LOWER = "↑", "↓"
MIDDLE = int(Qt.AlignmentFlag.AlignCenter)
RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


def paint_labels(painter: QPainter, places: Places) -> None:
    """The labels at the left, which stay where they are when the columns are scrolled."""
    look = theme.current()
    room = places.label - AIR
    painter.setFont(look.font(Type.SECOND))
    painter.setPen(look.colour("soft"))
    _label(painter, "Band, score", QRectF(0, places.band_top, room, places.band_height))
    for number, lane in enumerate(places.strip.lanes):
        _label(painter, lane.label, QRectF(0, places.lane(number), room, places.row))
    painter.setPen(look.colour("ink"))
    for number, row in enumerate(places.strip.rows):
        top = places.cell(number, 0).top()
        _label(painter, row.label, QRectF(0, top, room, places.row))


def paint_columns(painter: QPainter, places: Places, first: int, whole: int, last: int) -> None:
    """The columns from `first` to before `last`, and the lanes on their time axis; `whole` is the first not cut."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    told = years(places.strip)
    for place in range(first, last):
        year = places.strip.columns[place].year if any(told) and place == whole else told[place]
        _head(painter, places, place, year)
    fonts = (theme.current().font(Type.SECOND), theme.current().font(Type.SECOND, strong=True))
    tints = [tint(score) for score in range(LEVELS + 1)]
    for number, row in enumerate(places.strip.rows):
        room = places.cell(number, first)
        for cell in row.cells[first:last]:
            _cell(painter, room, cell, tints[cell.score], fonts)
            room.translate(places.step, 0)
    for number, lane in enumerate(places.strip.lanes):
        _lane(painter, places, lane, places.lane(number))


def paint_ring(painter: QPainter, room: QRectF) -> None:
    """The ring around the cell that has the keyboard: between the cells, with a hair of card inside on every tint."""
    look = theme.current()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(look.colour("card"), 2))
    painter.drawRoundedRect(room.adjusted(0.5, 1, -0.5, -0.5), CORNER, CORNER)
    painter.setPen(QPen(look.colour("ring"), 2))
    painter.drawRoundedRect(room.adjusted(-1, 1 if room.top() <= 0 else -1, 1, 1), CORNER, CORNER)


def _cell(painter: QPainter, room: QRectF, cell: Cell, shown: Tint, fonts: tuple[QFont, QFont]) -> None:
    """One score on its tint, with an arrow where it has changed; not yet known is hatched and framed."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(shown.fill)
    painter.drawRoundedRect(room, CORNER, CORNER)
    if not cell.score:
        _hatch(painter, room, shown)
    painter.setPen(shown.pen)
    painter.setFont(fonts[shown.strong])
    painter.drawText(room, MIDDLE, cell.text)
    if cell.changed and cell.score and cell.before:
        look = theme.current()
        painter.setFont(fonts[False])
        beside = QRectF(room.center().x() + look.tall(6), room.top(), look.tall(14), room.height())
        painter.drawText(beside, LEFT, HIGHER if cell.score > cell.before else LOWER)


def _hatch(painter: QPainter, room: QRectF, shown: Tint) -> None:
    look = theme.current()
    painter.setBrush(QBrush(look.colour("line"), Qt.BrushStyle.BDiagPattern))
    painter.setPen(QPen(look.colour("edge"), 1))
    painter.drawRoundedRect(room.adjusted(0.5, 0.5, -0.5, -0.5), CORNER, CORNER)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(shown.fill)
    size = look.tall(16)
    painter.drawEllipse(room.center(), size / 2, size / 2)


def _label(painter: QPainter, text: str, room: QRectF) -> None:
    fits = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(room.width()))
    painter.drawText(room, RIGHT, fits)


def _head(painter: QPainter, places: Places, place: int, year: str) -> None:
    """The day, and the band with its shape, word and tint over the sum; a band that waits is dashed and says so."""
    look, column = theme.current(), places.strip.columns[place]
    left, wide = places.left(place), places.step - BETWEEN
    painter.setFont(look.font(Type.SECOND))
    painter.setPen(look.colour("soft"))
    if year:
        painter.drawText(QRectF(left, 0, wide, places.line), MIDDLE, year)
    painter.drawText(QRectF(left, places.years, wide, places.line), MIDDLE, day_words(column))
    band, tone = places.band(place), TONES.get(column.band, Tone.INFO)
    painter.setPen(QPen(look.colour(tone), 1.4, Qt.PenStyle.DashLine) if column.waits else Qt.PenStyle.NoPen)
    painter.setBrush(look.colour(f"{tone}_ground"))
    painter.drawRoundedRect(band.adjusted(0.7, 0.7, -0.7, -0.7), theme.RADIUS_SMALL, theme.RADIUS_SMALL)
    broad = badge.width_of(column.band_label, tone)
    word = QRectF(band.center().x() - broad / 2, band.top() + 2, broad, places.line + 2)
    badge.paint(painter, word, column.band_label, tone)
    painter.setFont(look.font(Type.SECOND))
    painter.setPen(look.colour(tone))
    fits = painter.fontMetrics().horizontalAdvance(column.sum_words) <= wide
    score = column.sum_words if fits else column.total
    painter.drawText(QRectF(left, word.bottom(), wide, places.line), MIDDLE, score)
    if column.waits:
        painter.drawText(QRectF(left, word.bottom() + places.line, wide, places.line), MIDDLE, column.waiting)


def _lane(painter: QPainter, places: Places, lane: Lane, top: float) -> None:
    """What happened: a tick for one of many alike, a dot with its words where there are some."""
    look = theme.current()
    placed = heat_axis.drawn(lane, places.strip)
    ends = [*(at for at, _text in placed), heat_axis.breadth(places.strip)][1:]
    painter.setFont(look.font(Type.SECOND))
    words = QFontMetrics(look.font(Type.SECOND))
    middle, dot = top + places.row / 2, look.px(DOT)
    for (at, text), end in zip(placed, ends, strict=True):
        left = places.left(at)
        if not text:
            painter.setPen(QPen(look.colour("ink"), look.px(TICK)))
            painter.drawLine(QLineF(left, middle - places.row / 4, left, middle + places.row / 4))
            continue
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("accent"))
        painter.drawEllipse(QPointF(left, middle), dot / 2, dot / 2)
        painter.setPen(look.colour("ink"))
        room = places.left(end) - left - 2 * dot
        fits = words.elidedText(text, Qt.TextElideMode.ElideRight, int(room))
        painter.drawText(QRectF(left + dot, top, room, places.row), LEFT, fits)
