"""What stands between who a file is about and its tab in view: the tabs, and at their right what is done most."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QMenu, QWidget

from ui import theme
from ui.widgets.buttons import Button
from ui.widgets.tabs import Tabs

PRINT, ASSESS, ADD = "Print summary", "Assess", "Add note"
KEYS_FROM = 960
"""Below this, in units that grow with the text, a page is too narrow for keys on its buttons."""


class CaseVerbs(QWidget):
    """The tabs of a file, and the buttons that print, assess and add.

    Where both lack the room the buttons go without their keys, and where that is too little, beneath the tabs. Where
    even the tabs alone lack it, so that some are out of sight, a button with a list of all of them stands there too.
    """

    def __init__(self, tabs: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self.tabs = Tabs(tabs)
        self.every = Button(f"All {len(tabs)} tabs", icon="more", hint="Every tab of this file, with its number")
        self.menu = QMenu(self)
        self.print = Button(PRINT, icon="print")
        self.assess = Button(ASSESS, hint="The assessment of the ten indicators")
        self.add = Button(ADD, "primary", icon="add")
        self._verbs = ((self.print, PRINT, "Ctrl+P"), (self.assess, ASSESS, "Ctrl+Shift+A"), (self.add, ADD, "Ctrl+N"))
        self._widths: dict[tuple[Button, bool], int] = {}
        buttons = QWidget()
        beside = QHBoxLayout(buttons)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(theme.TIGHT + 2)
        beside.addWidget(self.every)
        beside.addStretch(1)
        self.every.hide()
        self.every.clicked.connect(self._list)
        for button, _text, _keys in self._verbs:
            beside.addWidget(button)
        self._across = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._across.setContentsMargins(0, 0, 0, 0)
        self._across.setSpacing(theme.TIGHT + 2)
        self._across.addWidget(self.tabs, 1)
        self._across.addWidget(buttons)
        self._measure()
        theme.when_changed(self._measure)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow page leaves the keys off its buttons."""
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        """A tab that tells a longer number needs more room, and a button that is hidden needs none."""
        if event.type() is QEvent.Type.LayoutRequest:
            self._fit()
        return super().event(event)

    def _list(self) -> None:
        """Open the list of all tabs, on the one in view."""
        self.menu.clear()
        for key, text in self.tabs.choices():
            action = self.menu.addAction(text.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(key == self.tabs.current())
            action.triggered.connect(lambda _on=False, key=key: self.tabs.set_current(key))
            if action.isChecked():
                self.menu.setActiveAction(action)
        self.menu.popup(self.every.mapToGlobal(QPoint(0, self.every.height())))

    def _measure(self) -> None:
        """How broad each button is with its keys and without, in the text that holds now."""
        for keys in (True, False):
            self._say(keys=keys)
            for button, _text, _keys in self._verbs:
                self._widths[button, keys] = button.sizeHint().width()
        self._fit()

    def _fit(self) -> None:
        """Keys on the buttons where every tab has room beside them; else, where need be, a line of their own."""
        roomy = self.width() + 2 * theme.MARGIN > theme.current().px(KEYS_FROM)
        self._say(keys=roomy and self._fits(keys=True))
        beside = self._fits(keys=False)
        self.every.setVisible(self.tabs.sizeHint().width() > self.width())
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if way != self._across.direction():
            self._across.setDirection(way)

    def _fits(self, *, keys: bool) -> bool:
        """Whether every tab can be seen beside the buttons."""
        shown = [self._widths[button, keys] for button, _text, _keys in self._verbs if not button.isHidden()]
        gaps = len(shown) * self._across.spacing()
        return self.tabs.sizeHint().width() + sum(shown) + gaps <= self.width()

    def _say(self, *, keys: bool) -> None:
        for button, text, pressed in self._verbs:
            if button.keys != (pressed if keys else ""):
                button.keys = pressed if keys else ""
                button.say(text)
