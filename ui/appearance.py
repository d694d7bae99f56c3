"""How somebody likes the desk to look: light, dark or as the computer is set, and how large the text is."""

from typing import Literal

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from ui import theme
from ui.desk import ScreenDesk

Scheme = Literal["system", "light", "dark"]
SCHEMES: tuple[tuple[Scheme, str], ...] = (("system", "As the computer is set"), ("light", "Light"), ("dark", "Dark"))
SIZES = (100, 110, 125, 150, 175, 200)
SCHEME, SIZE = "scheme", "text_size"


class Appearance(QObject):
    """Keeps the look in step with what was chosen, and with the computer where nothing was."""

    changed = Signal()

    def __init__(self, screen: ScreenDesk, app: QApplication, scheme: Scheme = "system") -> None:
        super().__init__(screen)
        self._screen, self._app, self._usual = screen, app, scheme
        screen.seated.connect(self.apply)
        app.styleHints().colorSchemeChanged.connect(lambda _scheme: self.apply())

    @property
    def scheme(self) -> Scheme:
        """Which colours were chosen."""
        kept = self._screen.preference(SCHEME, self._usual)
        return next((scheme for scheme, _ in SCHEMES if scheme == kept), "system")

    @property
    def size(self) -> int:
        """How large the text is, in percent."""
        kept = self._screen.preference(SIZE, SIZES[0])
        return kept if kept in SIZES and isinstance(kept, int) else SIZES[0]

    def choose_scheme(self, scheme: Scheme) -> None:
        """Light, dark, or as the computer is set."""
        self._screen.prefer(SCHEME, scheme)
        self.apply()

    def choose_size(self, percent: int) -> None:
        """Another size of text."""
        self._screen.prefer(SIZE, percent)
        self.apply()

    def step(self, by: int) -> None:
        """One size larger or smaller, within the sizes there are."""
        place = SIZES.index(self.size) + by
        self.choose_size(SIZES[min(max(place, 0), len(SIZES) - 1)])

    def apply(self) -> None:
        """Give the whole desk the look that was chosen."""
        dark = theme.system_is_dark(self._app) if self.scheme == "system" else self.scheme == "dark"
        look = theme.current()
        if (look.dark, look.scale) != (dark, self.size / 100) or not self._app.styleSheet():
            theme.apply(self._app, dark=dark, scale=self.size / 100)
            self.changed.emit()
