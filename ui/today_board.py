"""The board of Today: its cards across the page, and calm ones in two columns; the arrow keys go through its rows."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QVBoxLayout, QWidget

from ui import theme
from ui.today_card import AT_ONCE, BoardCard, Key, Rest, Shown
from ui.today_cards import Place
from ui.today_rows import Row
from ui.widgets.words import discard

TWO_FROM = 140
"""How many letters of text two columns of cards need beside each other."""


class Board(QWidget):
    """Cards across the page, and calm ones in two columns where there is room; `reached` brings what has the cursor."""

    asked = Signal(object)
    reached = Signal(object)
    left_above = Signal()
    more_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("surface", "scrolled")
        self.cards: list[BoardCard] = []
        self._most: dict[str, int] = {}
        self._order: tuple[object, ...] = ()
        self._chained: tuple[int, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.GAP)
        self._beside = QHBoxLayout()
        self._beside.setSpacing(theme.GAP)
        self._sides = {Place.LEFT: QVBoxLayout(), Place.RIGHT: QVBoxLayout()}
        for side in self._sides.values():
            side.setSpacing(theme.GAP)
            self._beside.addLayout(side, 1)
        self._column.addLayout(self._beside)
        self._column.addStretch(1)

    def tell(self, shown: Sequence[Shown]) -> None:
        """Show these cards, in this order; the cursor stays on its row, on the next one where the row has gone."""
        with self._keeping_the_cursor():
            held = {each.shown.title: each for each in self.cards}
            self.cards = [self._card(each, held.pop(each.title, None)) for each in shown]
            for each in held.values():
                discard(each)
            self._lay_out()

    def most(self, title: str) -> int:
        """How many lines of the card of this title are shown; more once they are asked for."""
        return self._most.get(title, AT_ONCE)

    def rows(self) -> list[Row]:
        """Every row in view, from top to bottom."""
        return [each for each in self._lines() if isinstance(each, Row)]

    def begin(self) -> bool:
        """Put the cursor on the first row's verb; False where there is none."""
        lines = self._lines()
        if lines:
            self._reach(lines[0].stops()[-1])
        return bool(lines)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrower page has one column."""
        super().resizeEvent(event)
        self._lay_out()

    def _card(self, shown: Shown, held: BoardCard | None) -> BoardCard:
        if held is None:
            held = BoardCard(shown)
            held.asked.connect(self.asked)
            held.stepped.connect(self._step)
            held.more_asked.connect(lambda card=held: self._show_more(card))
        held.tell(shown)
        return held

    def _show_more(self, card: BoardCard) -> None:
        self._most[card.shown.title] = self.most(card.shown.title) + AT_ONCE
        self.more_asked.emit(card.shown.title)

    def _lines(self) -> list[Row | Rest]:
        return [line for card in self._in_order() for line in card.lines()]

    def _in_order(self) -> list[BoardCard]:
        """The cards as the eye goes: across the page first, then down the columns."""
        places = list(Place)
        two = self._is_two()
        return sorted(self.cards, key=lambda each: places.index(each.shown.place) if two else 0)

    def _is_two(self) -> bool:
        """Whether calm cards stand in two columns: there is room, and something for both."""
        room = self.width() >= TWO_FROM * self.fontMetrics().averageCharWidth()
        return room and len({each.shown.place for each in self.cards} & set(self._sides)) == len(self._sides)

    def _lay_out(self) -> None:
        two, cards = self._is_two(), self._in_order()
        order = (two, *((id(each), each.shown.place) for each in cards))
        lines = tuple(id(line) for line in self._lines())
        if order != self._order:
            self._order = order
            self._place_cards(cards, two=two)
        if lines != self._chained:
            self._chained = lines
            self._chain()

    def _place_cards(self, cards: Sequence[BoardCard], *, two: bool) -> None:
        wide = 0
        for each in cards:
            side = self._sides.get(each.shown.place) if two else None
            if side is None:
                self._column.insertWidget(wide, each)
                wide += 1
            else:
                side.addWidget(each)
        for side in self._sides.values():
            self._stretch_end(side)

    def _stretch_end(self, side: QVBoxLayout) -> None:
        """What is left of a column stays empty beneath its cards."""
        for place in reversed(range(side.count())):
            item = side.itemAt(place)
            if item is not None and item.spacerItem() is not None:
                side.takeAt(place)
        if side.count():
            side.addStretch(1)

    def _chain(self) -> None:
        """Tab goes where the eye goes."""
        stops = [stop for line in self._lines() for stop in line.stops()]
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

    def _step(self, stop: QAbstractButton, down: int, along: int) -> None:
        """Go to the same verb of another row, or to another verb of the same row."""
        lines = self._lines()
        here, from_end = _place(stop, lines)
        if along and here >= 0:
            stops = lines[here].stops()
            place = len(stops) - from_end + along
            if 0 <= place < len(stops):
                self._reach(stops[place])
        elif here + down < 0:
            self.left_above.emit()
        elif here + down < len(lines):
            there = lines[here + down].stops()
            self._reach(there[max(len(there) - from_end, 0)])

    def _reach(self, stop: QAbstractButton) -> None:
        stop.setFocus(Qt.FocusReason.TabFocusReason)
        self.reached.emit(stop)

    @contextmanager
    def _keeping_the_cursor(self) -> Iterator[None]:
        """The cursor stays on its line while cards change; on the next one, where the line has gone."""
        before = self._lines()
        held = self.window().focusWidget()
        here, from_end = _place(held, before)
        key = _key(before[here]) if here >= 0 else ()
        yield
        after = self._lines()
        if here < 0 or _place(held, after)[0] >= 0:
            return
        if not after:
            self.left_above.emit()
            return
        same = next((each for each in after if _key(each) == key), after[min(here, len(after) - 1)])
        stops = same.stops()
        stops[max(len(stops) - from_end, 0)].setFocus(Qt.FocusReason.OtherFocusReason)


def _place(widget: QWidget | None, lines: Sequence[Row | Rest]) -> tuple[int, int]:
    """In which line a widget is, and how many stops from its end; -1 where it is in none."""
    for place, line in enumerate(lines):
        stops = line.stops()
        for number, stop in enumerate(stops):
            if stop is widget:
                return place, len(stops) - number
    return -1, 0


def _key(line: Row | Rest) -> Key:
    return line.line.key if isinstance(line, Row) else ("more",)
