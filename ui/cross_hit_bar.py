"""Cross-hits: that a phone, plate, name online, nickname or address stands in other records too, and in which."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from rise_desk.domain.record import Record
from rise_desk.services import cross_hits
from rise_desk.services.cross_hits import Hit, Hits
from ui import going, theme
from ui.desk import ScreenDesk
from ui.theme import Type
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.flow import Flow
from ui.widgets.words import Elided, discard, label

TITLE = "Also in other records"
AT_MOST = 6
"""How many of them are shown; each of them names a few records."""
NOT_THE_SAME = "The same number or name elsewhere doesn’t mean the same person."


class CrossHitBar(Card):
    """One row for each; without any there is no bar."""

    def __init__(self, desk: ScreenDesk, parent: QWidget | None = None) -> None:
        super().__init__(TITLE, parent=parent)
        self._desk = desk
        self.found: tuple[tuple[str, Hits], ...] = ()

    def show_record(self, record: Record) -> None:
        """Look where what stands in this record stands elsewhere."""
        self.show_hits(cross_hits.of_record(self._desk.at, record))

    def show_hits(self, found: Sequence[tuple[str, Hits]]) -> None:
        """Show these."""
        self.found = tuple(found)
        self.setVisible(bool(self.found))
        while (item := self.body.takeAt(0)) is not None:
            discard(item.widget())
        for text, hits in self.found[:AT_MOST]:
            self.add(self._row(text, hits))
        if len(self.found) > AT_MOST:
            self.add(label(f"{len(self.found) - AT_MOST} more of this record stand elsewhere too.", tone="soft"))
        self.add(label(NOT_THE_SAME, Type.SECOND, tone="soft", wrap=True))

    def _row(self, text: str, hits: Hits) -> QWidget:
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = QWidget()
        said = Flow(head, spacing=theme.TIGHT)
        called = Elided(text)
        called.setProperty("strong", "true")
        said.addWidget(called)
        said.addWidget(label(hits.words, tone="soft"))
        column.addWidget(head)
        where = QWidget()
        flow = Flow(where, spacing=theme.TIGHT)
        for each in hits.shown:
            flow.addWidget(self._way(each))
        column.addWidget(where)
        return row

    def _way(self, each: Hit) -> QWidget:
        """The way there, and after it where it stands, as far as there is room."""
        way = QWidget()
        across = QHBoxLayout(way)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        button = Button(each.name, "quiet")
        button.setAccessibleName(f"{each.name}, {each.where}")
        button.clicked.connect(lambda: going.subject(self, each.subject))
        across.addWidget(button)
        across.addWidget(Elided(each.where, tone="soft"))
        return way
