"""How the desk looks: the type scale, the spacing, the colours for light and dark, all in this one place.

Painters ask `theme.current()`; everything else gets its looks from the palette and the one stylesheet that
`apply` makes of these tokens. `apply` may be called again at any time, for another colour scheme or text size.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, replace
from enum import StrEnum
from types import MappingProxyType

from PySide6.QtCore import QLocale, QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontInfo
from PySide6.QtWidgets import QApplication

from ui import focus_ring, icons, palette, stylesheet


class Type(StrEnum):
    """The sizes of type on the desk, each for one purpose."""

    PAGE = "page"
    NAME = "name"
    CARD = "card"
    TEXT = "text"
    SECOND = "second"


POINTS: Mapping[Type, float] = MappingProxyType(
    {Type.PAGE: 17.0, Type.NAME: 15.0, Type.CARD: 11.5, Type.TEXT: 10.0, Type.SECOND: 9.0}
)
REGULAR = QFont.Weight.Normal
STRONG = QFont.Weight.DemiBold
OPTICAL: Mapping[str, float] = MappingProxyType({"DejaVu Sans": 0.92, "Verdana": 0.92})
"""How much smaller a broad typeface is set so that it looks the size of Inter."""

GAP = 12
MARGIN = 18
PAD = 16
TIGHT = 6
RADIUS = 8
RADIUS_SMALL = 5
CONTROL_HEIGHT = 30
RAIL_WIDTH = 204
SMALLEST, LARGEST = 1.0, 2.0


@dataclass(frozen=True, kw_only=True)
class Colours:
    """Every colour of the desk in one scheme; a pair `x` and `x_ground` is text on its own ground."""

    ground: str
    card: str
    field: str
    line: str
    edge: str
    ink: str
    soft: str
    hover: str
    accent: str
    on_accent: str
    accent_hover: str
    accent_ground: str
    selection: str
    on_selection: str
    ring: str
    rail: str
    rail_ink: str
    rail_current: str
    rail_count: str
    rail_ring: str
    loud: str
    loud_fill: str
    on_loud: str
    error: str
    high: str
    high_ground: str
    medium: str
    medium_ground: str
    low: str
    low_ground: str
    info: str
    info_ground: str
    closed: str
    closed_ground: str

    def __getitem__(self, name: str) -> str:
        value: str = getattr(self, name)
        return value

    def names(self) -> tuple[str, ...]:
        """The names of all colours."""
        return tuple(each.name for each in fields(self))


LIGHT = Colours(
    ground="#f5f6f8",
    card="#ffffff",
    field="#ffffff",
    line="#dfe3e8",
    edge="#7d8993",
    ink="#14202b",
    soft="#55636f",
    hover="#eef2f5",
    accent="#1d5f8a",
    on_accent="#ffffff",
    accent_hover="#174d70",
    accent_ground="#e1eef6",
    selection="#1d70b8",
    on_selection="#ffffff",
    ring="#1d5f8a",
    rail="#102a3a",
    rail_ink="#dbe6ed",
    rail_current="#1d4a63",
    rail_count="#34505f",
    rail_ring="#ffdd00",
    loud="#b3261e",
    loud_fill="#b3261e",
    on_loud="#ffffff",
    error="#b3261e",
    high="#651b1b",
    high_ground="#f4d7d7",
    medium="#7a3c1c",
    medium_ground="#fde4d7",
    low="#083d29",
    low_ground="#cfe4dc",
    info="#0f385c",
    info_ground="#d2e2f1",
    closed="#484949",
    closed_ground="#dcdfe2",
)
DARK = Colours(
    ground="#14191e",
    card="#1d242b",
    field="#161c22",
    line="#33404b",
    edge="#6f7f8c",
    ink="#e8edf1",
    soft="#a3b1bc",
    hover="#28323b",
    accent="#6bb4e0",
    on_accent="#0b151c",
    accent_hover="#8cc6ea",
    accent_ground="#1b3a4e",
    selection="#1d70b8",
    on_selection="#ffffff",
    ring="#6bb4e0",
    rail="#0d1318",
    rail_ink="#cfd9e0",
    rail_current="#1b3442",
    rail_count="#323d46",
    rail_ring="#ffdd00",
    loud="#ff8a80",
    loud_fill="#b3261e",
    on_loud="#ffffff",
    error="#ff8a80",
    high="#f6a9a0",
    high_ground="#4d1f1f",
    medium="#f2b58f",
    medium_ground="#4a2e1d",
    low="#8fd3b0",
    low_ground="#1d3a2f",
    info="#a9cdec",
    info_ground="#1c3548",
    closed="#c3c8cc",
    closed_ground="#3a434b",
)


@dataclass(frozen=True, kw_only=True)
class Theme:
    """One look: a colour scheme, a size of text and a typeface."""

    dark: bool = False
    scale: float = 1.0
    family: str = ""
    optical: float = 1.0
    colours: Colours = LIGHT

    def points(self, size: Type) -> float:
        """The size of type in points, at this text size and for this typeface."""
        return round(POINTS[size] * self.scale * self.optical, 2)

    def font(self, size: Type = Type.TEXT, *, strong: bool = False) -> QFont:
        """The font of one size of type."""
        font = QFont(self.family)
        font.setPointSizeF(self.points(size))
        font.setWeight(STRONG if strong else REGULAR)
        return font

    def px(self, length: float) -> int:
        """A length on the screen, growing with the text but more slowly, so that large text keeps its room."""
        return round(length * (1 + (self.scale - 1) * 0.6))

    def tall(self, length: float) -> int:
        """A height that must hold a line of text: it grows as fast as the text."""
        return round(length * self.scale)

    @property
    def control(self) -> int:
        """How tall a button or a line to write on is."""
        return max(CONTROL_HEIGHT, self.tall(20) + 10)

    def colour(self, name: str) -> QColor:
        """The colour of that name, for a painter."""
        return QColor(self.colours[name])


class Shown:
    """The one look that the desk has at a time."""

    theme: Theme = Theme()


class Herald(QObject):
    """Tells those who measure by the theme that there is another one."""

    changed = Signal()


HERALD = Herald()


def when_changed(slot: Callable[[], object]) -> None:
    """Call this, a method of a widget, after every change of the look; it ends with the widget."""
    HERALD.changed.connect(slot)


def current() -> Theme:
    """The look that the desk has now."""
    return Shown.theme


def system_is_dark(app: QApplication) -> bool:
    """Whether the computer is set to a dark scheme; light where it does not say."""
    return app.styleHints().colorScheme() == Qt.ColorScheme.Dark


def wants_contrast(app: QApplication) -> bool:
    """Whether the computer is set to high contrast; no where this Qt can't tell."""
    style = app.styleHints()
    hints = getattr(style, "accessibility", lambda: None)()
    preference = getattr(hints, "contrastPreference", lambda: None)()
    return getattr(preference, "name", "") == "HighContrast"


def heightened(colours: Colours) -> Colours:
    """The same scheme for people who need more contrast: no soft text, no faint lines."""
    return replace(colours, soft=colours.ink, line=colours.edge, edge=colours.ink)


def typeface() -> tuple[str, float]:
    """The family the desk is set in, Inter where it is installed, and how much it is shrunk to look the same size."""
    if "Inter" in QFontDatabase.families():
        return "Inter", 1.0
    family = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()
    return family, OPTICAL.get(QFontInfo(QFont(family)).family(), 1.0)


def make(*, dark: bool, scale: float, contrast: bool = False) -> Theme:
    """The look for a scheme and a text size between 100 and 200 %."""
    family, optical = typeface()
    colours = DARK if dark else LIGHT
    return Theme(
        dark=dark,
        scale=min(max(scale, SMALLEST), LARGEST),
        family=family,
        optical=optical,
        colours=heightened(colours) if contrast else colours,
    )


def apply(app: QApplication, *, dark: bool, scale: float = 1.0) -> Theme:
    """Give the whole desk this look, now and for every window opened later."""
    look = make(dark=dark, scale=scale, contrast=wants_contrast(app))
    Shown.theme = look
    QLocale.setDefault(QLocale("en_GB"))
    app.setStyle("Fusion")
    app.setFont(look.font())
    app.setPalette(palette.build(look.colours))
    app.setStyleSheet(stylesheet.sheet(look))
    focus_ring.install(app)
    icons.refresh_all()
    HERALD.changed.emit()
    return look


def follow_system(app: QApplication, *, scale: float = 1.0) -> Theme:
    """Give the desk the scheme that the computer is set to."""
    return apply(app, dark=system_is_dark(app), scale=scale)
