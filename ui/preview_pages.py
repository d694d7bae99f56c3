"""A finished paper on the screen: small pages to choose from, the pages themselves, or the same words as plain text."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from ui import theme
from ui.preview_pictures import Picture
from ui.preview_thumbnails import Thumbnails
from ui.preview_view import PERCENTS, WHOLE_PAGE, WHOLE_WIDTH, PagesView
from ui.widgets.buttons import Button, IconButton
from ui.widgets.plain_choice import ArrowBox
from ui.widgets.text_fields import LineField
from ui.widgets.words import label

ZOOMS = (
    (WHOLE_PAGE, "Whole page"),
    (WHOLE_WIDTH, "Whole width"),
    *((str(each), f"{each} %") for each in PERCENTS),
)


class PageField(LineField):
    """The number of a page; Enter goes there, and is not the Enter that the window would print with."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter ends here."""
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()


class PreviewPages(QWidget):
    """Shows page n of N; `turned` tells the page, counted from 0."""

    turned = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = ""
        self.view = PagesView()
        self.thumbnails = Thumbnails()
        self.text = QPlainTextEdit()
        self.stack = QStackedWidget()
        self.place = PageField()
        self.of = label("", tone="soft")
        self.wrong = label("", tone="error", strong=True)
        self.back_button = IconButton("back", "Page before (Ctrl+Page Up)")
        self.on_button = IconButton("forward", "Next page (Ctrl+Page Down)")
        self.smaller_button = _sign("\u2212", "Smaller (Ctrl+-)")
        self.larger_button = _sign("+", "Larger (Ctrl++)")
        self.zoom = ArrowBox()
        self.text_button = Button("As plain text", "quiet")
        self._tools = QWidget()
        self._build()
        self._connect()

    @property
    def page(self) -> int:
        """The current page, counted from 0."""
        return self.view.page

    def show_pages(self, pages: int, picture: Picture, text: str) -> None:
        """Show a finished paper, at the page that was in view as far as there is one."""
        self._words = text
        self.text.clear()
        self.view.show_pages(pages, picture)
        self.thumbnails.show_pages(pages, picture, self.view.page)
        self._say_page(self.view.page)
        self.read_as_text(self.text_button.isChecked())

    def turn(self, page: int) -> None:
        """Show a page; before the first and after the last there is none."""
        self.view.turn(page)

    def go_to_typed(self) -> None:
        """Show the page whose number was typed, or say which pages there are."""
        typed, there = self.place.value(), self.view.count
        if typed.isdecimal() and len(typed) < 6 and 1 <= int(typed) <= there:
            self.view.turn(int(typed) - 1)
            self._say_page(self.view.page)
        elif there:
            self.wrong.setText("There is only page 1." if there == 1 else f"There are pages 1 to {there}.")
            self.wrong.show()

    def ask_page(self) -> None:
        """Let a number be typed."""
        self.place.setFocus()
        self.place.selectAll()

    def read_as_text(self, on: bool) -> None:
        """Show the words alone, or the pages again; the words are laid out when somebody wants to read them."""
        if on and not self.text.toPlainText():
            self.text.setPlainText(self._words)
        self.stack.setCurrentWidget(self.text if on else self.view)
        self._tools.setVisible(not on)
        self.thumbnails.setVisible(not on)

    def _say_page(self, page: int) -> None:
        there = self.view.count
        self.wrong.hide()
        self.place.set_value(page + 1)
        self.place.setAccessibleName(f"Page, of {there}")
        self.of.setText(f"of {there}")
        self.back_button.setEnabled(page > 0)
        self.on_button.setEnabled(page < there - 1)

    def _turned(self, page: int) -> None:
        self._say_page(page)
        self.thumbnails.mark(page)
        self.turned.emit(page)

    def _say_zoom(self, zoom: str) -> None:
        self.zoom.setCurrentIndex(self.zoom.findData(zoom))

    def _connect(self) -> None:
        self.back_button.clicked.connect(lambda: self.turn(self.page - 1))
        self.on_button.clicked.connect(lambda: self.turn(self.page + 1))
        self.smaller_button.clicked.connect(lambda: self.view.step(-1))
        self.larger_button.clicked.connect(lambda: self.view.step(1))
        self.zoom.currentIndexChanged.connect(lambda _place: self.view.magnify(str(self.zoom.currentData())))
        self.place.returnPressed.connect(self.go_to_typed)
        self.text_button.toggled.connect(self.read_as_text)
        self.view.turned.connect(self._turned)
        self.view.zoomed.connect(self._say_zoom)
        self.thumbnails.chosen.connect(self.turn)

    def _build(self) -> None:
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName("The paper as plain text")
        self.text_button.setCheckable(True)
        self.zoom.setAccessibleName("Size of the pages")
        for key, words in ZOOMS:
            self.zoom.addItem(words, key)
        self._say_zoom(WHOLE_WIDTH)
        theme.when_changed(self._fit)
        self._fit()
        self.stack.addWidget(self.view)
        self.stack.addWidget(self.text)
        self._lay_tools()
        head = QHBoxLayout()
        head.setSpacing(theme.GAP)
        head.addWidget(self._tools, 1)
        head.addWidget(self.text_button, 0, Qt.AlignmentFlag.AlignRight)
        below = QHBoxLayout()
        below.setSpacing(0)
        below.addWidget(self.thumbnails)
        below.addWidget(self.stack, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.TIGHT)
        column.addLayout(head)
        column.addWidget(self.wrong)
        column.addLayout(below, 1)
        self.wrong.hide()

    def _lay_tools(self) -> None:
        row = QHBoxLayout(self._tools)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.TIGHT)
        page = label("Page")
        page.setBuddy(self.place)
        left: tuple[QWidget, ...] = (self.back_button, page, self.place, self.of, self.on_button)
        right: tuple[QWidget, ...] = (self.smaller_button, self.zoom, self.larger_button)
        for widget in left:
            row.addWidget(widget)
        row.addStretch(1)
        for widget in right:
            row.addWidget(widget)
        for button in (self.back_button, self.on_button):
            button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def _fit(self) -> None:
        self.place.setFixedWidth(theme.current().tall(58))
        self.zoom.setFixedWidth(theme.current().tall(140))


def _sign(sign: str, name: str) -> Button:
    made = Button(sign, "quiet", hint=name)
    made.setAccessibleName(name)
    return made
