"""Two people changed one record: what is on file now beside what was typed, field by field, nothing overwritten."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui import formats, theme
from ui.fitting import fit
from ui.theme import Type
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.tick import Tick
from ui.widgets.words import label

EXPLAINED = (
    "Changes of theirs to fields that you did not touch are taken over. Where both of you changed the same field, "
    "yours stays in the form unless you tick theirs. Nothing is saved until you press Save."
)
NO_DIFFERENCE = "Nothing in this form differs from what is on file."


@dataclass(frozen=True, kw_only=True)
class Difference:
    """One field that differs: its name and label, what is on file now, what was typed, and whether both changed it."""

    name: str
    label: str
    theirs: str
    mine: str
    both: bool


class ConflictDialog(QDialog):
    """Shows the differences side by side; accepted, it means that the form goes on from what is on file now."""

    def __init__(self, by: str, differences: Sequence[Difference], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("What is on file now")
        self.boxes: dict[str, Tick] = {}
        self.go_on_button = Button("Go on with my changes", "primary")
        self.close_button = Button("Close", keys="Esc")
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.MARGIN, theme.PAD, theme.MARGIN, theme.GAP)
        column.setSpacing(theme.GAP)
        column.addWidget(label(f"What is on file now, by {by}", Type.NAME, wrap=True))
        column.addWidget(label(EXPLAINED if differences else NO_DIFFERENCE, tone="soft", wrap=True))
        column.addWidget(self._list(differences), 1)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        foot.addWidget(self.go_on_button)
        column.addLayout(foot)
        self.go_on_button.clicked.connect(self.accept)
        self.close_button.clicked.connect(self.reject)
        self.go_on_button.setFocus()
        fit(self, 860, 520)

    def theirs_wanted(self) -> frozenset[str]:
        """The fields in which what is on file shall stand, though both changed them."""
        return frozenset(name for name, box in self.boxes.items() if box.isChecked())

    def _list(self, differences: Sequence[Difference]) -> QScrollArea:
        inside = QWidget()
        inside.setProperty("surface", "scrolled")
        column = QVBoxLayout(inside)
        column.setContentsMargins(4, 4, theme.TIGHT, 4)
        column.setSpacing(theme.GAP)
        for each in differences:
            column.addWidget(self._card(each))
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setAccessibleName("What differs")
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        return area

    def _card(self, each: Difference) -> Card:
        card = Card(each.label)
        sides = QHBoxLayout()
        sides.setSpacing(theme.PAD)
        for title, words in (("On file now", each.theirs), ("What you typed", each.mine)):
            side = QVBoxLayout()
            side.setSpacing(2)
            side.addWidget(label(title, Type.SECOND, tone="soft"))
            side.addWidget(label(words or formats.NOT_RECORDED, tone="ink" if words else "soft", wrap=True))
            side.addStretch(1)
            sides.addLayout(side, 1)
        card.body.addLayout(sides)
        if each.both:
            box = Tick("Use what is on file")
            box.setAccessibleName(f"{each.label}: use what is on file")
            self.boxes[each.name] = box
            card.add(box)
        return card
