"""The pages of a finished paper on the screen: one at a time, larger or smaller, or the same words as plain text."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPixmap, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPlainTextEdit, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from ui import theme
from ui.widgets.buttons import Button, IconButton
from ui.widgets.words import label

INCHES = 8.27
STEPS = (0.5, 0.67, 0.8, 1.0, 1.25, 1.5, 2.0)
LEAST_DPI, MOST_DPI = 40, 250

Picture = Callable[[int, int], bytes]
"""The picture (PNG) of a page, the first is 0, at so many dots to the inch."""


class PreviewPages(QWidget):
    """Shows page n of N; `turned` tells the page, counted from 0."""

    turned = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture: Picture | None = None
        self.pages, self.page, self.zoom = 0, 0, 1.0
        self.sheet = QLabel()
        self.sheet.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.area = QScrollArea()
        self.text = QPlainTextEdit()
        self.stack = QStackedWidget()
        self.place = label("", strong=True)
        self.back_button = IconButton("back", "Page before (Page Up)")
        self.on_button = Button("Next page", "quiet")
        self.smaller_button = Button("Smaller", "quiet")
        self.larger_button = Button("Larger", "quiet")
        self.fit_button = Button("Whole width", "quiet")
        self.text_button = Button("As plain text", "quiet")
        self._build()
        self._connect()

    def show_pages(self, pages: int, picture: Picture, text: str) -> None:
        """Show a finished paper, at the page that was in view as far as there is one."""
        self.pages, self._picture = pages, picture
        self.text.setPlainText(text)
        self.turn(min(self.page, pages - 1))

    def turn(self, page: int) -> None:
        """Show a page; before the first and after the last there is none."""
        if self._picture is None or not 0 <= page < self.pages:
            return
        moved, self.page = page != self.page, page
        self.place.setText(f"Page {page + 1} of {self.pages}")
        self.sheet.setAccessibleName(f"Page {page + 1} of {self.pages}. The same words are under ‘As plain text’.")
        self.back_button.setEnabled(page > 0)
        self.on_button.setEnabled(page < self.pages - 1)
        pixmap = QPixmap()
        pixmap.loadFromData(self._picture(page, self.dpi()))
        self.sheet.setPixmap(pixmap)
        if moved:
            self.area.verticalScrollBar().setValue(0)
        self.turned.emit(page)

    def dpi(self) -> int:
        """How many dots to the inch make the page as broad as is wanted."""
        broad = max(self.area.viewport().width() - 2 * theme.GAP, 200) / INCHES
        return round(min(max(broad * self.zoom, LEAST_DPI), MOST_DPI))

    def step(self, by: int) -> None:
        """Larger (+1) or smaller (-1)."""
        place = min(range(len(STEPS)), key=lambda at: abs(STEPS[at] - self.zoom)) + by
        self.magnify(STEPS[min(max(place, 0), len(STEPS) - 1)])

    def magnify(self, zoom: float) -> None:
        """Show the page so many times as broad as the window."""
        self.zoom = zoom
        self.turn(self.page)

    def read_as_text(self, on: bool) -> None:
        """Show the words alone, or the pages again."""
        self.stack.setCurrentWidget(self.text if on else self.area)
        for button in (self.back_button, self.on_button, self.smaller_button, self.larger_button, self.fit_button):
            button.setVisible(not on)
        self.place.setVisible(not on)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width makes another picture."""
        super().resizeEvent(event)
        self.turn(self.page)

    def _connect(self) -> None:
        self.back_button.clicked.connect(lambda: self.turn(self.page - 1))
        self.on_button.clicked.connect(lambda: self.turn(self.page + 1))
        self.smaller_button.clicked.connect(lambda: self.step(-1))
        self.larger_button.clicked.connect(lambda: self.step(1))
        self.fit_button.clicked.connect(lambda: self.magnify(1.0))
        self.text_button.toggled.connect(self.read_as_text)

    def _build(self) -> None:
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName("The paper as plain text")
        self.text_button.setCheckable(True)
        self.area.setWidget(self.sheet)
        self.area.setWidgetResizable(True)
        self.area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.area.setAccessibleName("The page")
        self.stack.addWidget(self.area)
        self.stack.addWidget(self.text)
        row = QHBoxLayout()
        row.setSpacing(theme.TIGHT)
        for widget in (self.back_button, self.place, self.on_button):
            row.addWidget(widget)
        row.addStretch(1)
        for widget in (self.smaller_button, self.fit_button, self.larger_button, self.text_button):
            row.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.TIGHT)
        column.addLayout(row)
        column.addWidget(self.stack, 1)
