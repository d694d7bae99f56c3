"""The second step of an import: which column is which field, with what the first rows hold."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from rise_desk.domain.assessment import Assessment
from rise_desk.domain.breach import Breach
from rise_desk.domain.contact import ContactNote
from rise_desk.domain.disruption import DisruptionAction
from rise_desk.domain.handle import Handle
from rise_desk.domain.interview import ReturnInterview
from rise_desk.domain.link import Link
from rise_desk.domain.missing import MissingEpisode
from rise_desk.domain.notice import Notice
from rise_desk.domain.person import ADULT, YOUNG_PERSON
from rise_desk.domain.place import Place
from rise_desk.domain.vehicle import Vehicle
from rise_desk.services.exchange import mapping
from rise_desk.services.exchange.columns import called
from rise_desk.services.exchange.mapping import Offer
from rise_desk.services.exchange.rows import REASON, Table
from ui import theme
from ui.widgets.card import Card
from ui.widgets.plain_choice import PlainChoice
from ui.widgets.words import Elided, discard, label

KINDS = (
    (YOUNG_PERSON, "Young people"),
    (ContactNote.KIND, "Contact notes"),
    (Assessment.KIND, "Past assessments"),
    (MissingEpisode.KIND, "Missing episodes"),
    (ReturnInterview.KIND, "Past return interviews"),
    (ADULT, "Adults of concern"),
    (Place.KIND, "Places"),
    (Vehicle.KIND, "Vehicles"),
    (Handle.KIND, "Phones and names online"),
    (Link.KIND, "Links"),
    (Notice.KIND, "Abduction notices"),
    (Breach.KIND, "Breaches of notices"),
    (DisruptionAction.KIND, "Disruption actions"),
)
SAMPLES, LONGEST = 3, 60
EXPLAINED = "Say which column is which. What you choose is remembered for the next file from here."


class ColumnsPage(QWidget):
    """A line for each column: its name, what its first rows hold, and what it is; `kind_chosen`: of another kind."""

    kind_chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.kind = PlainChoice(KINDS, "What the file holds", all_="Choose what the file holds")
        self.notice = label("", wrap=True, strong=True)
        self.boxes: dict[str, PlainChoice] = {}
        self._table: Table | None = None
        self._lines = QWidget()
        self._grid = QGridLayout(self._lines)
        self._area = QScrollArea()
        self._build()
        self.kind.changed.connect(self._another_kind)

    def show_columns(self, table: Table, offer: Offer) -> None:
        """Offer a choice for each column of a file, beginning with what was chosen before."""
        self._table = table
        self.kind.blockSignals(True)
        self.kind.set_value(offer.kind)
        self.kind.blockSignals(False)
        self.notice.setText(offer.notice)
        self.notice.setVisible(bool(offer.notice))
        self._fill(offer.chosen)

    def chosen(self) -> dict[str, str]:
        """What differs from what the columns' names say."""
        if self._table is None:
            return {}
        wanted = {name: box.value() for name, box in self.boxes.items()}
        return mapping.chosen_by_hand(self.kind.value(), self._table.header, wanted)

    def _another_kind(self) -> None:
        self._fill({})
        self.kind_chosen.emit()

    def _fill(self, chosen: Mapping[str, str]) -> None:
        self._empty()
        table, kind = self._table, self.kind.value()
        if table is None or not kind:
            return
        said = mapping.read_as(kind, table.header, chosen)
        fields = [(each, words[:1].upper() + words[1:]) for each, words in mapping.fields(kind)]
        names = called(table.header)
        for line, name in enumerate(names, 1):
            if table.returned and line == len(names) and table.header[-1] == REASON:
                continue
            box = self.boxes[name] = PlainChoice(fields, f"{name} is", all_="Leave out")
            box.set_value(said[name])
            self._grid.addWidget(Elided(name), line, 0)
            self._grid.addWidget(Elided(_sample(table, line - 1), tone="soft"), line, 1)
            self._grid.addWidget(box, line, 2)

    def _empty(self) -> None:
        self.boxes = {}
        while self._grid.count() > len(HEADS):
            item = self._grid.takeAt(self._grid.count() - 1)
            discard(item.widget() if item else None)

    def _build(self) -> None:
        self._grid.setContentsMargins(0, 0, theme.GAP, 0)
        self._grid.setHorizontalSpacing(theme.GAP)
        self._grid.setVerticalSpacing(theme.TIGHT)
        for place, (words, stretch) in enumerate(HEADS):
            self._grid.addWidget(label(words, tone="soft"), 0, place)
            self._grid.setColumnStretch(place, stretch)
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._lines.setProperty("surface", "scrolled")
        inside = QVBoxLayout()
        around = QWidget()
        around.setProperty("surface", "scrolled")
        around.setLayout(inside)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self._lines)
        inside.addStretch(1)
        self._area.setWidget(around)
        asked = Card()
        first = QHBoxLayout()
        first.setSpacing(theme.GAP)
        first.addWidget(label(EXPLAINED, tone="soft", wrap=True), 1)
        first.addWidget(self.kind)
        self.kind.setMinimumContentsLength(18)
        asked.body.addLayout(first)
        asked.add(self.notice)
        asked.add(self._area, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(asked)


HEADS = (("Column of the file", 2), ("First rows", 3), ("What it is here", 2))


def _sample(table: Table, place: int) -> str:
    """The first few values of a column."""
    held = (row.cells[place].strip() for row in table.rows if place < len(row.cells))
    texts: list[str] = []
    for text in held:
        if text and text not in texts:
            texts.append(" ".join(text.split())[:LONGEST])
        if len(texts) == SAMPLES:
            break
    return "   ·   ".join(texts) or "Nothing in any row"
