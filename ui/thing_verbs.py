"""What stands between what a thing is and its tab in view: the tabs, and at their right what is done most."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from ui import theme
from ui.case_verbs import KEYS_FROM
from ui.widgets.buttons import Button
from ui.widgets.tabs import Tabs

OVERVIEW, CHRONOLOGY = "overview", "chronology"
TABS = ((OVERVIEW, "Overview"), (CHRONOLOGY, "Chronology"))
CHANGE, LINK = "Change…", "Link with…"


class ThingVerbs(QWidget):
    """The tabs of a thing's page and its buttons; of one that was withdrawn, the button that restores it alone."""

    def __init__(self) -> None:
        super().__init__()
        self.tabs = Tabs(TABS, name="Sections of the page")
        self.change = Button(CHANGE)
        self.question = Button("Question…", hint="What is not known about it, and who finds it out")
        self.action = Button("Action…", hint="What is done about it to protect children")
        self.link = Button(LINK, "primary", icon="add")
        self.restore = Button("Restore", "primary", hint="It is in every list again, and counts")
        self._buttons = QWidget()
        beside = QHBoxLayout(self._buttons)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(theme.TIGHT + 2)
        beside.addStretch(1)
        for button in (self.change, self.question, self.action, self.link, self.restore):
            beside.addWidget(button)
        self._across = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._across.setContentsMargins(0, 0, 0, 0)
        self._across.setSpacing(theme.TIGHT)
        self._across.addWidget(self.tabs, 1)
        self._across.addWidget(self._buttons)
        self.show_for(stands=True, may_restore=False)
        theme.when_changed(self._fit)

    def show_for(self, *, stands: bool, may_restore: bool) -> None:
        """Offer what can be done with one that stands, or with one that was withdrawn."""
        for button in (self.change, self.question, self.action, self.link):
            button.setVisible(stands)
        self.restore.setVisible(not stands and may_restore)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow page leaves the keys off its buttons, and has them beneath the tabs."""
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        """A tab that tells a longer number needs more room."""
        if event.type() is QEvent.Type.LayoutRequest:
            self._fit()
        return super().event(event)

    def _fit(self) -> None:
        """Keys on the buttons where there is room, by the size of the text that holds now."""
        roomy = self.width() + 2 * theme.MARGIN > theme.current().px(KEYS_FROM)
        for button, text, keys in ((self.change, CHANGE, "F2"), (self.link, LINK, "Ctrl+N")):
            wanted = keys if roomy else ""
            if button.keys != wanted or not button.text():
                button.keys = wanted
                button.say(text)
        beside = self.tabs.sizeHint().width() + self._buttons.sizeHint().width() + self._across.spacing()
        way = QBoxLayout.Direction.LeftToRight if beside <= self.width() else QBoxLayout.Direction.TopToBottom
        if way != self._across.direction():
            self._across.setDirection(way)
