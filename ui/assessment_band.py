"""The choice of band: each by shape, word and colour, in the order it is offered, and none of them chosen before."""

from typing import Any

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QRadioButton, QSizePolicy, QWidget

from rise_desk.domain import scoring
from rise_desk.domain.assessment import OUTRANKS, Assessment
from rise_desk.domain.instrument import Band, Instrument, higher
from rise_desk.domain.scoring import Choice
from ui import theme
from ui.assessment_levels import STEPS
from ui.assessment_line import Line
from ui.theme import Type
from ui.tints import TONES
from ui.widgets import badge
from ui.widgets.badge import Tone
from ui.widgets.fields import Field
from ui.widgets.flow import Flow
from ui.widgets.parts import in_order
from ui.widgets.radio_row import AnswerGroup

MEANS = {
    Choice.WITHIN: "allowed",
    Choice.LOWER_OF_TWO: "allowed, lower",
    Choice.ABOVE: "above",
    Choice.BELOW: "below",
}
"""What a band is beside those that the score allows, in a word."""

DOT, AROUND, BADGE = 14, 8, 24


class BandButton(QRadioButton):
    """One band, with what choosing it would mean."""

    walked = Signal(int)

    def __init__(self, band: Band) -> None:
        super().__init__(band.label)
        self.band, self._means = band, ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def tell(self, means: str) -> None:
        """Say what choosing it means: allowed, above or below; '' while the score is not known."""
        self._means = means
        self.updateGeometry()
        self.update()

    def told(self) -> str:
        """The band and what it means, in words."""
        return f"{self.band.label}, {self._means}" if self._means else self.band.label

    def sizeHint(self) -> QSize:
        """Room for the dot, the badge and the word."""
        look = theme.current()
        word = self._metrics_width(self._means or MEANS[Choice.LOWER_OF_TWO])
        wide = look.tall(DOT) + badge.width_of(self.band.label, self._tone()) + word + 5 * AROUND
        return QSize(wide, look.control + 4)

    def minimumSizeHint(self) -> QSize:
        """It is never cut."""
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:
        """All of it can be clicked."""
        return self.rect().contains(pos)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down change lines, Enter chooses as Space does."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and event.key() in STEPS:
            self.walked.emit(STEPS[Qt.Key(event.key())])
        elif plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A frame with the dot, the badge and the word; the chosen one has a strong frame and a filled dot."""
        look, painter = theme.current(), QPainter(self)
        on, able = self.isChecked(), self.isEnabled()
        line = look.colour("accent" if on else "edge" if able else "line")
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(line, 2 if on else 1))
        painter.setBrush(look.colour("accent_ground" if on else "card"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), theme.RADIUS_SMALL, theme.RADIUS_SMALL)
        ring = self._draw_dot(painter, line)
        wide, tall = badge.width_of(self.band.label, self._tone()), look.tall(BADGE)
        place = QRectF(ring.right() + AROUND, (self.height() - tall) / 2, wide, tall)
        badge.paint(painter, place, self.band.label, self._tone() if able else Tone.CLOSED)
        painter.setPen(look.colour("ink" if able else "soft"))
        painter.setFont(look.font(Type.SECOND))
        rest = QRectF(place.right() + AROUND, 0, self.width() - place.right() - AROUND, self.height())
        painter.drawText(rest, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), self._means)

    def _draw_dot(self, painter: QPainter, line: QColor) -> QRectF:
        size = theme.current().tall(DOT)
        ring = QRectF(AROUND + 2, (self.height() - size) / 2, size, size)
        painter.setPen(QPen(line, 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(ring)
        if self.isChecked():
            painter.setBrush(line)
            painter.drawEllipse(ring.adjusted(size / 4, size / 4, -size / 4, -size / 4))
        return ring

    def _tone(self) -> Tone:
        return TONES.get(self.band.key, Tone.INFO)

    def _metrics_width(self, text: str) -> int:
        return QFontMetrics(theme.current().font(Type.SECOND)).horizontalAdvance(text)


class BandLine(Line):
    """The line of the bands, beneath the score that informs the choice."""

    def __init__(self, field: Field, choice: "BandChoice") -> None:
        super().__init__(field, choice)
        self.choice = choice
        across = QHBoxLayout(self)
        across.setContentsMargins(theme.TIGHT, 4, theme.TIGHT, 4)
        across.setSpacing(theme.GAP)
        across.addWidget(self.label)
        across.addWidget(choice, 1)
        across.addWidget(self.sign)


class BandChoice(AnswerGroup):
    """One of the bands of an instrument, or none yet. `walked` as the lines have it."""

    changed = Signal()
    walked = Signal(int)

    def __init__(self, instrument: Instrument) -> None:
        super().__init__()
        self._called = "Band"
        self._row = Flow(self, spacing=theme.TIGHT + 2)
        self.buttons = {band.key: BandButton(band) for band in reversed(instrument.bands)}
        for button in self.buttons.values():
            self._row.addWidget(button)
            button.toggled.connect(self._toggled)
            button.clicked.connect(button.setFocus)
            button.walked.connect(self.walked)
        theme.when_changed(self._row.invalidate)

    def name(self, called: str) -> None:
        """Each band tells what it is, and whether the score allows it."""
        super().name(called)
        self._called = called
        for button in self.buttons.values():
            button.setAccessibleName(f"{called}: {button.told()}")

    def value(self) -> str:
        """The key of the chosen band; '' for none."""
        return next((key for key, button in self.buttons.items() if button.isChecked()), "")

    def set_value(self, value: Any) -> None:
        """Show a choice, or none."""
        for key, button in self.buttons.items():
            button.setAutoExclusive(False)
            button.setChecked(key == value)
        for button in self.buttons.values():
            button.setAutoExclusive(True)

    def typed(self) -> str:
        """The choice as plain data."""
        return self.value()

    def restore(self, typed: Any) -> None:
        """Show what a draft kept."""
        self.set_value(typed)

    def unreadable(self) -> str:
        """It is chosen, so it can be read."""
        return ""

    def field_widget(self) -> QWidget:
        """The chosen band, else the one offered first."""
        return self.buttons[self.value() or self.order()[0]]

    def order(self) -> tuple[str, ...]:
        """The bands as they are offered, the first first."""
        held = [self._row.itemAt(place) for place in range(self._row.count())]
        shown = [item.widget() for item in held if item is not None]
        return tuple(each.band.key for each in shown if isinstance(each, BandButton))

    def offer(self, made: Assessment | None, instrument: Instrument) -> None:
        """Put the bands in the order in which they are offered; without a whole score none can be chosen yet."""
        outranked = made is not None and bool(made.outranked_by(instrument))
        order = scoring.offered(instrument, made.overall, outranked) if made else tuple(self.buttons)
        if order != self.order():
            self._arrange(order)
        for key, button in self.buttons.items():
            button.setEnabled(made is not None)
            button.tell(MEANS[scoring.choice(instrument, made.overall, key)] if made else "")
        self.name(self._called)
        self._row.invalidate()

    def _arrange(self, order: tuple[str, ...]) -> None:
        while self._row.takeAt(0) is not None:
            pass
        for key in order:
            self._row.addWidget(self.buttons[key])
        in_order(self.buttons[order[-1]], [self.buttons[key] for key in order[:-1]])

    def _toggled(self, checked: bool) -> None:
        if checked:
            self.changed.emit()


def outranking_words(made: Assessment, instrument: Instrument) -> str:
    """What outranks the score, in one sentence after the other; '' where nothing does."""
    levels = made.levels()
    return " ".join(
        OUTRANKS[key] if key in OUTRANKS else f"“{instrument.indicator(key).label}” is scored {levels[key]}."
        for key in made.outranked_by(instrument)
    )


def effect(made: Assessment, instrument: Instrument, before: str) -> str:
    """What choosing this band brings about, in a sentence; `before` is the band that shows now."""
    chosen = made.choice(instrument)
    label = instrument.band_label(made.band)
    if chosen.needs_sign_off:
        until = higher(before or scoring.allowed(instrument, made.overall)[0], made.band)
        shows = instrument.band_label(until).lower()
        return f"{label} waits for a manager’s sign-off; until then {shows} shows."
    told = " The manager is told." if chosen.tells_manager else ""
    return f"{label} takes effect at once.{told}"
