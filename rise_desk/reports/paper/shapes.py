"""Shapes that lead a text: boxes to tick, and the bands' own; drawn, because not every font has them."""

from typing import Any

from rise_desk.reports.led import BOX, TICKED, Led
from rise_desk.reports.paper.sheet import Style

AFTER = 0.42
"""The space between a shape and its text, in the size of type."""
HIGH = {BOX: 0.86, TICKED: 0.86}
BAND = 0.78
"""How high a shape is, in the size of type: a box a little more than a capital, a band's shape as one."""


def room(shape: str, style: Style) -> float:
    """How much room a shape takes before the text it leads, in points."""
    return (_high(shape) + AFTER) * style.size


def before(text: str, style: Style) -> float:
    """How much room the shape takes that leads a text; none where none does."""
    return room(text.shape, style) if isinstance(text, Led) else 0.0


def draw(canvas: Any, shape: str, left: float, baseline: float, size: float) -> None:
    """Draw a shape in ink, standing on the baseline at `left`; one that has no drawing here draws nothing."""
    side = _high(shape) * size
    if shape in HIGH:
        _box(canvas, left, baseline - 0.06 * size, side, ticked=shape == TICKED)
    elif shape == "green":
        canvas.circle(left + side / 2, baseline + 0.36 * size, side / 2, stroke=0, fill=1)
    elif shape == "amber":
        _outlined(canvas, _diamond(left, baseline - 0.03 * size, side))
    elif shape == "red":
        _outlined(canvas, [(left, baseline), (left + side, baseline), (left + side / 2, baseline + side)])


def _high(shape: str) -> float:
    return HIGH.get(shape, BAND)


def _diamond(left: float, low: float, side: float) -> list[tuple[float, float]]:
    half = side / 2
    return [(left, low + half), (left + half, low + side), (left + side, low + half), (left + half, low)]


def _outlined(canvas: Any, corners: list[tuple[float, float]]) -> None:
    path = canvas.beginPath()
    path.moveTo(*corners[0])
    for corner in corners[1:]:
        path.lineTo(*corner)
    path.close()
    canvas.drawPath(path, stroke=0, fill=1)


def _box(canvas: Any, left: float, low: float, side: float, *, ticked: bool) -> None:
    """A box; its tick is a heavy cross, which a copying machine keeps."""
    canvas.setLineWidth(0.8)
    canvas.rect(left, low, side, side, stroke=1, fill=0)
    if ticked:
        canvas.setLineWidth(1.6)
        inside = side * 0.2
        near, far = left + inside, left + side - inside
        below, above = low + inside, low + side - inside
        canvas.line(near, below, far, above)
        canvas.line(near, above, far, below)
