"""How the network's page shares its room: beside each other where it is wide, else one after another."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from ui import theme
from ui.network_filters import NetworkFilters
from ui.network_side import Legend
from ui.records.link_words import NO_PROOF
from ui.theme import Type
from ui.widgets.buttons import Button
from ui.widgets.words import Elided

SIDE = 320
WIDE_FROM = 900
"""From so many units on, which grow with the text, there is room for what stands beside the picture."""
TALL_FROM = 460
DETAILS, HIDE_DETAILS, PICTURE = "Details", "Hide details", "Back to the picture"


class NetworkRoom(QWidget):
    """The head, the choices, the picture or list, and the details: beside it on a wide page, else in its place.

    `turned` tells that the details came or went.
    """

    turned = Signal()

    def __init__(
        self, title: str, filters: NetworkFilters, verbs: Sequence[Button], stack: QStackedWidget, legend: Legend
    ) -> None:
        super().__init__()
        self.filters, self._verbs, self.stack, self.legend = filters, list(verbs), stack, legend
        self._keys = [button.keys for button in self._verbs]
        self.title = Elided(title, Type.PAGE)
        self.how_much = Elided(size=Type.SECOND, tone="soft")
        self.told, self._proof = Elided(), Elided(NO_PROOF, Type.SECOND, tone="soft")
        self.details_button = Button(DETAILS)
        self.details_button.clicked.connect(self.turn_details)
        self.cards = QVBoxLayout()
        self.side = self._side()
        self._narrow, self._open = False, True
        self._build()
        self._arrange()
        self.filters.folded.connect(self._arrange)
        theme.when_changed(self._arrange)

    def add_beside(self, card: QWidget) -> None:
        """Put a card beside the picture, below those that are there."""
        self.cards.insertWidget(self.cards.count() - (self.cards.indexOf(self.legend) >= 0), card)

    def shows_details(self) -> bool:
        """Whether the details can be seen."""
        return self._open

    def shows_picture(self) -> bool:
        """Whether the picture, or the list in its place, can be seen."""
        return not (self._narrow and self._open)

    def turn_details(self) -> None:
        """Bring the details, or take them away: then the picture has all the room."""
        self._open = not self._open
        self._arrange()
        shown = self.side if self._open else self.stack.currentWidget()
        if shown is not None:
            shown.setFocus()
        self.turned.emit()

    def show_picture(self) -> None:
        """Have the picture, or the list, in view, and nothing in its place."""
        if not self.shows_picture():
            self._open = False
            self._arrange()
            self.turned.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A wide page shows both; one that has become narrow shows the picture."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        look = theme.current()
        narrow = self.width() < look.px(WIDE_FROM)
        if narrow is not self._narrow:
            self._narrow, self._open = narrow, not narrow
        low = self.height() < look.tall(TALL_FROM)
        self._place_verbs()
        self._place_legend(beside=narrow or low)
        self.filters.fold(narrow)
        self.side.setVisible(self._open)
        self.stack.setVisible(self.shows_picture())
        self._across.setStretch(0, int(self.shows_picture()))
        self._across.setStretch(1, int(narrow))
        self.told.setVisible(not self._open and not self.filters.is_unfolded())
        self.side.setMinimumWidth(0 if narrow else look.px(SIDE))
        self.side.setMaximumWidth(16777215 if narrow else look.px(SIDE))
        self._say_details()
        self._place_how_much()

    def _say_details(self) -> None:
        shut = DETAILS if not self._open else PICTURE if self._narrow else HIDE_DETAILS
        self.details_button.say(shut)

    def _place_verbs(self) -> None:
        """On a narrow page the buttons stand beside how far it reaches, else at the right of the title."""
        inside = self.details_button.parentWidget() is self.filters
        if self._narrow and not inside:
            for button in (*self._verbs, self.details_button):
                self._head.removeWidget(button)
            self.filters.take_in((self.details_button, *reversed(self._verbs)))
        elif not self._narrow and (inside or self._head.indexOf(self.details_button) < 0):
            self.filters.give_back((*self._verbs, self.details_button))
            for button in (*self._verbs, self.details_button):
                self._head.addWidget(button)
                button.show()

    def _say_keys(self, *, shown: bool) -> None:
        """A narrow page leaves the keys off its buttons."""
        for button, keys in zip(self._verbs, self._keys, strict=True):
            if button.keys != (keys if shown else ""):
                button.keys = keys if shown else ""
                button.say(button.accessibleName())

    def _place_legend(self, *, beside: bool) -> None:
        """What the signs mean stands below the picture; where that has no room, among the details."""
        column = self.cards if beside else self._left
        if column.indexOf(self.legend) < 0:
            (self._left if beside else self.cards).removeWidget(self.legend)
            column.insertWidget(column.count() if beside else 1, self.legend)
        self.legend.setVisible(self._open or not self._narrow)

    def _place_how_much(self) -> None:
        """How much there is stands after the title; where that has no room, at the foot, which costs no line."""
        roomy = not self._narrow and self._is_roomy()
        self._say_keys(shown=roomy)
        line, other = (self._head, self._foot) if roomy else (self._foot, self._head)
        if line.indexOf(self.how_much) < 0:
            other.removeWidget(self.how_much)
            line.insertWidget(int(roomy), self.how_much)
        self._head.setStretch(0, int(not roomy))
        self._head.setStretch(1, int(roomy))
        self._proof.setText(NO_PROOF if roomy else f"{NO_PROOF.split('. ')[0]}.")

    def _is_roomy(self) -> bool:
        """Whether the title, how much there is and every button with its keys fit in one line."""
        wide = self.title.sizeHint().width() + self.how_much.sizeHint().width() + theme.GAP
        for button, keys in zip((*self._verbs, self.details_button), (*self._keys, ""), strict=True):
            written = button.fontMetrics().horizontalAdvance(f"   {keys}") if keys and not button.keys else 0
            wide += button.sizeHint().width() + written + self._head.spacing()
        return wide <= self.width()

    def tell_how_much(self, told: str) -> None:
        """Say how much there is."""
        self.how_much.setText(told)
        self._place_how_much()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.TIGHT + 2)
        self._head = QHBoxLayout()
        self._head.setSpacing(theme.TIGHT + 2)
        self._head.addWidget(self.title)
        column.addLayout(self._head)
        column.addWidget(self.filters)
        self._left = QVBoxLayout()
        self._left.setSpacing(theme.TIGHT)
        self._left.addWidget(self.stack, 1)
        self._across = QHBoxLayout()
        self._across.setSpacing(theme.GAP)
        self._across.addLayout(self._left, 1)
        self._across.addWidget(self.side)
        self._foot = QHBoxLayout()
        self._foot.setSpacing(theme.GAP)
        self._foot.addWidget(self._proof, 1)
        column.addLayout(self._across, 1)
        column.addWidget(self.told)
        column.addLayout(self._foot)

    def _side(self) -> QScrollArea:
        area, inside = QScrollArea(), QWidget()
        inside.setProperty("surface", "scrolled")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, theme.TIGHT, 0)
        column.setSpacing(theme.GAP)
        self.cards.setSpacing(theme.GAP)
        column.addLayout(self.cards)
        column.addStretch(1)
        area.setWidgetResizable(True)
        area.setAccessibleName("Details of the chosen one")
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        return area
