"""The identity strip: whose file this is, always in view above the tabs."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui import icons, theme
from ui.theme import Type
from ui.widgets.badge import Badge, Tone
from ui.widgets.flow import Flow
from ui.widgets.words import Elided, discard, label

FACTS_SHARE = 0.55


@dataclass(frozen=True, kw_only=True)
class Identity:
    """What the strip says of a person; `facts` are (label, value) pairs, the ones that matter most.

    `loud` are the labels of those facts that are amiss; `missing` that they are missing now, the loudest of all.
    `runs`: something of it goes by the clock, and is to be said again as time passes.
    """

    name: str
    second: str = ""
    photo: bytes = b""
    facts: Sequence[tuple[str, str]] = ()
    loud: Sequence[str] = ()
    badge: tuple[str, Tone] | None = None
    warnings: Sequence[tuple[str, str]] = ()
    urgent: str = ""
    missing: str = ""
    runs: bool = False


class Disc(QWidget):
    """A round picture of the person, or the first letters of their name."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._letters = ""
        self._photo = QPixmap()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_person(self, name: str, photo: bytes) -> None:
        """Show this person; a photo that can't be read gives way to the letters."""
        words = [word for word in name.split() if word[0].isalpha()]
        self._letters = "".join(word[0] for word in (words[:1] + words[-1:] if len(words) > 1 else words)).upper()
        self._photo = QPixmap()
        self._photo.loadFromData(photo)
        self.setAccessibleName(f"Photo of {name}" if not self._photo.isNull() else "No photo")
        self.update()

    def sizeHint(self) -> QSize:
        """A square."""
        return QSize(theme.current().px(52), theme.current().px(52))

    def minimumSizeHint(self) -> QSize:
        """It is never squeezed."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the disc."""
        look, painter, place = theme.current(), QPainter(self), QRectF(self.rect())
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        round_ = QPainterPath()
        round_.addEllipse(place)
        painter.setClipPath(round_)
        painter.fillRect(place, look.colour("accent_ground"))
        if self._photo.isNull():
            painter.setPen(look.colour("accent"))
            painter.setFont(look.font(Type.NAME, strong=True))
            painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), self._letters)
        else:
            side = min(self._photo.width(), self._photo.height())
            middle = QRectF((self._photo.width() - side) / 2, (self._photo.height() - side) / 2, side, side)
            painter.drawPixmap(place, self._photo, middle)


class WarningLine(QFrame):
    """One warning that stands: what must not happen, and until when it holds."""

    def __init__(self, text: str, detail: str = "", urgent: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "warning")
        self.setAccessibleName(" ".join(part for part in ("Warning:", text, detail, urgent) if part))
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.GAP, 5, theme.GAP, 5)
        row.setSpacing(theme.TIGHT + 2)
        sign = label()
        icons.put(sign, "alert", "medium", 16)
        sign.setAccessibleName("Warning")
        row.addWidget(sign)
        said = label(tone="medium", wrap=True)
        said.setTextFormat(Qt.TextFormat.RichText)
        said.setText(f"<b>{escape(text)}</b>&ensp; {escape(detail)}")
        row.addWidget(said, 1)
        if urgent:
            row.addWidget(label(urgent, tone="loud", strong=True))


class MissingLine(QFrame):
    """That somebody is missing now, white on red, with its sign."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "missing")
        self.setAccessibleName(text)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.GAP, 5, theme.GAP, 5)
        row.setSpacing(theme.TIGHT + 2)
        sign = label()
        icons.put(sign, "alert", "on_loud", 16)
        row.addWidget(sign)
        row.addWidget(label(text, strong=True, wrap=True), 1)


class IdentityStrip(QWidget):
    """Name, what is known in a soft second line, the facts that matter, the level, and every warning beneath."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.disc = Disc()
        self.name = Elided(size=Type.NAME)
        self.name.setProperty("strong", "true")
        self.second = Elided(tone="soft")
        self.badge = Badge()
        self._has_badge = self._crowded = False
        self._facts = Flow(spacing=theme.PAD + 2)
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(theme.TIGHT + 2)
        self._lines.addWidget(self._frame())
        theme.when_changed(self._arrange)

    def show_identity(self, who: Identity) -> None:
        """Show this person."""
        self.setAccessibleName(f"{who.name}. {who.second}")
        self.disc.show_person(who.name, who.photo)
        self.name.setText(who.name)
        self.second.setText(who.second)
        self._has_badge = who.badge is not None
        if who.badge:
            self.badge.say(*who.badge)
        self._show_facts(who.facts, who.loud)
        self._arrange()
        self._show_warnings(who)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where the facts would leave the name too little room, they go beneath it."""
        super().resizeEvent(event)
        self._arrange()

    def event(self, event: QEvent) -> bool:
        """New facts tell how much room they need only once they are shown."""
        if event.type() is QEvent.Type.LayoutRequest:
            self._arrange()
        return super().event(event)

    def _arrange(self) -> None:
        """Facts beneath the name and the badge beside it, or all in one line, as the room allows."""
        self.badge.setVisible(self._has_badge)
        badge = self.badge.sizeHint().width() if self._has_badge else 0
        crowded = self._facts.sizeHint().width() + badge > self.width() * FACTS_SHARE
        if crowded is self._crowded:
            return
        self._crowded = crowded
        self._across.setDirection(QBoxLayout.Direction.TopToBottom if crowded else QBoxLayout.Direction.LeftToRight)
        self._across.setAlignment(self._facts, Qt.AlignmentFlag(0) if crowded else Qt.AlignmentFlag.AlignVCenter)
        (self._first if crowded else self._across).addWidget(self.badge, 0, Qt.AlignmentFlag.AlignVCenter)

    def _frame(self) -> QFrame:
        frame = QFrame()
        frame.setProperty("surface", "card")
        self._across = QBoxLayout(QBoxLayout.Direction.LeftToRight, frame)
        self._across.setContentsMargins(theme.PAD, 9, theme.PAD, 9)
        self._across.setSpacing(theme.PAD)
        self._first = QHBoxLayout()
        self._first.setSpacing(theme.PAD)
        names = QVBoxLayout()
        names.setSpacing(3)
        names.addStretch(1)
        names.addWidget(self.name)
        names.addWidget(self.second)
        names.addStretch(1)
        self._first.addWidget(self.disc)
        self._first.addLayout(names, 1)
        self._across.addLayout(self._first, 1)
        self._across.addLayout(self._facts)
        self._across.setAlignment(self._facts, Qt.AlignmentFlag.AlignVCenter)
        self._across.addWidget(self.badge, 0, Qt.AlignmentFlag.AlignVCenter)
        return frame

    def _show_facts(self, facts: Sequence[tuple[str, str]], loud: Sequence[str]) -> None:
        _empty(self._facts)
        for name, value in facts:
            pair = QWidget()
            column = QVBoxLayout(pair)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(4)
            column.addWidget(label(name, Type.SECOND, tone="soft"))
            column.addWidget(label(value, tone="loud" if name in loud else "ink", strong=True))
            self._facts.addWidget(pair)

    def _show_warnings(self, who: Identity) -> None:
        while (item := self._lines.takeAt(1)) is not None:
            discard(item.widget())
        if who.missing:
            self._lines.addWidget(MissingLine(who.missing))
        for place, (text, detail) in enumerate(who.warnings):
            self._lines.addWidget(WarningLine(text, detail, who.urgent if place == 0 else ""))


def _empty(layout: Flow) -> None:
    while (item := layout.takeAt(0)) is not None:
        discard(item.widget())
