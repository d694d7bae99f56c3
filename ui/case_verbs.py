"""What stands between who a file is about and its tab in view: the tabs, and at their right what is done most."""

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui import theme
from ui.widgets.buttons import Button
from ui.widgets.tabs import Tabs

PRINT, ASSESS, ADD = "Print summary", "Assess", "Add note"
KEYS_FROM = 960
"""Below this, in units that grow with the text, a page is too narrow for keys on its buttons."""


class CaseVerbs(QWidget):
    """The tabs of a file, and the buttons that print, assess and add."""

    def __init__(self, tabs: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self.tabs = Tabs(tabs)
        self.print = Button(PRINT, icon="print")
        self.assess = Button(ASSESS, hint="The assessment of the ten indicators")
        self.add = Button(ADD, "primary", icon="add")
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(theme.TIGHT + 2)
        across.addWidget(self.tabs, 1)
        for button in (self.print, self.assess, self.add):
            across.addWidget(button)

        theme.when_changed(self._fit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow page leaves the keys off its buttons."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Keys on the buttons where there is room, by the size of the text that holds now."""
        roomy = self.width() + 2 * theme.MARGIN > theme.current().px(KEYS_FROM)
        verbs = ((self.print, PRINT, "Ctrl+P"), (self.assess, ASSESS, "Ctrl+Shift+A"), (self.add, ADD, "Ctrl+N"))
        for button, text, keys in verbs:
            button.keys = keys if roomy else ""
            button.say(text)
