"""The pages of a paper one below the other, as large as wanted, for the keyboard as much as for the wheel."""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPalette, QPixmap, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from ui import theme
from ui.preview_pictures import Picture, Pictures

WIDE, TALL = 8.27, 11.69
"""Every sheet is A4 upright; in inches."""

WHOLE_PAGE, WHOLE_WIDTH = "page", "width"
PERCENTS = (50, 67, 80, 100, 125, 150, 200)
MOST_DPI, KEPT = 300, 6
PAPER, PAPER_EDGE = "#ffffff", "#9aa5ae"
SAME = "The same words are under ‘As plain text’."


class PagesView(QAbstractScrollArea):
    """Shows as many pages as fit; `turned` tells which one (from 0) is the current one, `zoomed` how large they are.

    `_above` is how many pages, with fractions, lie above the top: what stays when the window or the zoom changes.
    """

    turned = Signal(int)
    zoomed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.count, self.page, self.zoom = 0, 0, WHOLE_WIDTH
        self.pictures = Pictures(KEPT, self)
        self.pictures.drawn.connect(lambda _page: self.viewport().update())
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.viewport().setBackgroundRole(QPalette.ColorRole.Window)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        self._moving, self._above = False, 0.0
        self._name()

    def show_pages(self, count: int, picture: Picture) -> None:
        """Show a finished paper, at the page that was in view as far as there is one."""
        self.count = count
        self.pictures.show_paper(picture)
        self.turn(min(self.page, count - 1))

    def turn(self, page: int) -> None:
        """Bring a page to the top; before the first and after the last there is none."""
        if 0 <= page < self.count:
            self._above = float(page)
            self._measure()
            self._now_at(page)

    def magnify(self, zoom: str) -> None:
        """Show the page whole, as broad as the window, or at so many percent; the place in the text stays."""
        if zoom != self.zoom:
            self.zoom = zoom
            self._measure()
            self.zoomed.emit(zoom)

    def step(self, by: int) -> None:
        """Larger (+1) or smaller (-1), by the next of the usual steps."""
        now = round(self.sheet_width() * 100 / (WIDE * self.logicalDpiX()))
        steps = [each for each in PERCENTS if (each > now if by > 0 else each < now)]
        if steps:
            self.magnify(str(min(steps) if by > 0 else max(steps)))

    def sheet_width(self) -> int:
        """How broad a page is on the screen."""
        if self.zoom not in (WHOLE_PAGE, WHOLE_WIDTH):
            return round(WIDE * self.logicalDpiX() * int(self.zoom) / 100)
        room = max(self.viewport().width() - 2 * theme.GAP, 100)
        if self.zoom == WHOLE_WIDTH:
            return room
        return min(room, round(max(self.viewport().height() - 2 * theme.GAP, 100) * WIDE / TALL))

    def sheet_height(self) -> int:
        """How tall a page is on the screen."""
        return round(self.sheet_width() * TALL / WIDE)

    def dpi(self) -> int:
        """How many dots to the inch make a page as sharp as this screen can show it."""
        return min(round(self.sheet_width() * self.sharpness() / WIDE), MOST_DPI)

    def sharpness(self) -> float:
        """How many dots of this screen make one of its units, such as 1.5 where Windows scales by 150 %."""
        return self.devicePixelRatioF()

    def shown(self, page: int) -> QPixmap | None:
        """The picture of a page, if it was drawn already."""
        return self.pictures.of(page, self.dpi())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Home and End go to the first and the last page; arrows and Page Up and Down scroll on across pages."""
        ways = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: self.verticalScrollBar().maximum()}
        if event.key() in ways:
            self.verticalScrollBar().setValue(ways[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another size of the window; the place in the text stays."""
        super().resizeEvent(event)
        self._measure()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Every page in view: its picture, or a white sheet until there is one."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for page in reversed(self._in_view()):
            place = self._sheet(page)
            painter.fillRect(place.adjusted(-1, -1, 1, 1), PAPER_EDGE)
            painter.fillRect(place, PAPER)
            picture = self.shown(page)
            if picture is not None:
                painter.drawPixmap(place, picture)

    def _in_view(self) -> range:
        if not self.count:
            return range(0)
        stride, top = self.sheet_height() + theme.GAP, self.verticalScrollBar().value()
        first = max(top - theme.GAP, 0) // stride
        last = (top + self.viewport().height()) // stride
        return range(min(first, self.count), min(last + 1, self.count))

    def _sheet(self, page: int) -> QRect:
        width, room = self.sheet_width(), self.viewport().width()
        left = (room - width) // 2 if width <= room else theme.GAP - self.horizontalScrollBar().value()
        return QRect(left, self._top(page) - self.verticalScrollBar().value(), width, self.sheet_height())

    def _top(self, page: int) -> int:
        return theme.GAP + page * (self.sheet_height() + theme.GAP)

    def _measure(self) -> None:
        room, bar, across = self.viewport().size(), self.verticalScrollBar(), self.horizontalScrollBar()
        self._moving = True
        bar.setRange(0, max(self._top(self.count) - room.height(), 0))
        fits = self.sheet_height() + theme.GAP <= room.height()
        bar.setPageStep(self.sheet_height() + theme.GAP if fits else max(room.height() - 2 * theme.MARGIN, 1))
        bar.setSingleStep(theme.current().tall(40))
        too_broad = self.sheet_width() > room.width()
        across.setRange(0, self.sheet_width() + 2 * theme.GAP - room.width() if too_broad else 0)
        across.setPageStep(room.width())
        across.setSingleStep(theme.current().tall(40))
        bar.setValue(round(self._above * (self.sheet_height() + theme.GAP)))
        self._moving = False
        self.viewport().update()

    def _scrolled(self, value: int) -> None:
        if self._moving or not self.count:
            return
        self._above = value / (self.sheet_height() + theme.GAP)
        bar, stride = self.verticalScrollBar(), self.sheet_height() + theme.GAP
        middle = (value + self.viewport().height() // 2) // stride
        at_end = {bar.maximum(): self.count - 1, bar.minimum(): 0}
        self._now_at(at_end.get(value, min(middle, self.count - 1)))

    def _now_at(self, page: int) -> None:
        moved, self.page = page != self.page, page
        self._name()
        if moved:
            self.turned.emit(page)

    def _name(self) -> None:
        self.setAccessibleName(f"Page {self.page + 1} of {self.count}. {SAME}" if self.count else "The pages")
