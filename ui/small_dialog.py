"""The small dialog: one question in a window of its own. Heading, why it is asked, what is wrong, fields, and a foot.

Enter does what it asks for, Esc leaves it; problems stand in the summary and beside their fields; while it works,
nothing can be typed. It is as tall as what it says, and scrolls where the screen is lower than that.
"""

from collections.abc import Mapping

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QLayout, QScrollArea, QVBoxLayout, QWidget

from rise_desk.errors import DeskError, Invalid
from ui import theme
from ui.fitting import AROUND
from ui.theme import Type
from ui.widgets.busy_line import BusyLine
from ui.widgets.buttons import Button
from ui.widgets.error_summary import ErrorSummary
from ui.widgets.field_row import FieldRow
from ui.widgets.saving_keys import SavingKeys
from ui.widgets.words import label

WIDE = 480
RING = 4
"""Room inside the scrolled part for the ring around whatever has the focus."""
Content = QWidget | QLayout


class SmallDialog(QDialog):
    """What every small dialog has; a subclass makes its fields, calls `build`, and does its deed with `work` and `say`.

    `verb` does it and `leave` doesn't; a `danger` is never done by Enter alone. `places` tells which widget a problem
    belongs to that is no row's.
    """

    def __init__(self, title: str, verb: Button, leave: Button, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.verb, self.leave = verb, leave
        self.summary = ErrorSummary()
        self.busy = BusyLine()
        self.rows: dict[str, FieldRow] = {}
        self.places: dict[str, QWidget] = {}
        self.is_open = True
        self.working = False
        self._wide = WIDE
        self._inside = QWidget()
        self._column = QVBoxLayout(self._inside)
        self._area = QScrollArea()
        self._body: list[QWidget] = []

    def build(self, heading: str, explained: str, *body: Content, wide: int = WIDE) -> None:
        """Lay it out: the rows among its parts are known by the names of their fields."""
        self._wide = wide
        self._column.setContentsMargins(RING, 0, RING, RING)
        self._column.setSpacing(theme.TIGHT + 2)
        self._column.addWidget(label(heading, Type.NAME, wrap=True))
        if explained:
            self._column.addWidget(label(explained, tone="soft", wrap=True))
        self._column.addWidget(self.summary)
        for part in body:
            self._put(part)
        self._column.addWidget(self.busy)
        self._column.addStretch(1)
        self._frame()
        self.summary.asked.connect(self.go_to)
        self.leave.clicked.connect(self.reject)
        self.verb.setDefault(self.verb.property("kind") != "danger")
        self.grow()

    def also_by(self, keys: str) -> None:
        """Let these keys do it too, where Enter belongs to what is written."""
        SavingKeys(keys, self, self.verb.click)

    def work(self, doing: str) -> None:
        """Say what is being done, and let nothing be changed meanwhile; '' is the end of it."""
        self.working = bool(doing)
        for part in (*self._body, self.verb):
            part.setEnabled(not doing)
        if doing:
            self.busy.start(doing)
        else:
            self.busy.finish()
        self.grow()

    def say(self, problems: Mapping[str, str]) -> None:
        """Say what is wrong, above and beside each field; nothing is wrong where there are no problems."""
        for name, row in self.rows.items():
            row.show_problem(problems.get(name, ""))
        known = {*self.rows, *self.places}
        self.summary.show_problems(problems, {name: name if name in known else "" for name in problems})
        self.grow()
        QTimer.singleShot(0, self, self.grow)  # what was just shown tells its true height only now
        if problems:
            self._area.ensureWidgetVisible(self.summary)

    def fail(self, failure: DeskError) -> None:
        """Say what could not be done; whoever has left the dialog is told nothing."""
        if self.is_open:
            self.work("")
            self.say(failure.fields if isinstance(failure, Invalid) else {"": str(failure)})

    def go_to(self, name: str) -> None:
        """Put the cursor where a problem is."""
        place = self.rows[name].editor.field_widget() if name in self.rows else self.places[name]
        place.setFocus(Qt.FocusReason.OtherFocusReason)
        self._area.ensureWidgetVisible(place)

    def grow(self) -> None:
        """Be as tall as everything that is said needs, as far as the screen allows."""
        foot = self.layout()
        if foot is None:
            return
        self._column.activate()
        around, room = foot.contentsMargins(), QGuiApplication.primaryScreen().availableGeometry()
        edges = around.left() + around.right()
        narrowest = self._column.totalMinimumSize().width() + edges + self._area.verticalScrollBar().sizeHint().width()
        wide = max(self.width() if self.isVisible() else 0, theme.current().px(self._wide), narrowest)
        wide = min(wide, room.width() - AROUND)
        buttons = max(each.sizeHint().height() for each in (self.verb, self.leave))
        tall = self._tall(wide - edges) + buttons + foot.spacing() + around.top() + around.bottom()
        tall = max(tall, self.height() if self.isVisible() else 0)
        self.resize(wide, min(tall, room.height() - AROUND))

    def _tall(self, wide: int) -> int:
        if self._column.hasHeightForWidth():
            return self._column.totalHeightForWidth(wide)
        return self._column.totalSizeHint().height()

    def done(self, result: int) -> None:
        """What still runs is told to nobody."""
        self.is_open = False
        super().done(result)

    def _put(self, part: Content) -> None:
        if isinstance(part, QLayout):
            self._column.addLayout(part)
            items = (part.itemAt(place) for place in range(part.count()))
            self._body += [widget for item in items if item is not None and (widget := item.widget()) is not None]
            return
        self._column.addWidget(part)
        self._body.append(part)
        if isinstance(part, FieldRow):
            self.rows[part.field.name] = part

    def _frame(self) -> None:
        self._inside.setProperty("surface", "scrolled")
        self._area.setWidget(self._inside)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.MARGIN - RING, theme.PAD, theme.MARGIN - RING, theme.GAP)
        column.setSpacing(theme.GAP)
        column.addWidget(self._area, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(RING, 0, RING, 0)
        foot.setSpacing(theme.TIGHT + 2)
        foot.addStretch(1)
        foot.addWidget(self.leave)
        foot.addWidget(self.verb)
        column.addLayout(foot)
