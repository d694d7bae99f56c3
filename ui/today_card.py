"""One card of Today with its rows: those that are still there stay the same widgets, so that no cursor is lost."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QWidget

from ui.theme import Type
from ui.today_asks import Ask, Opens, Verb
from ui.today_cards import Place
from ui.today_rows import Row, RowVerb
from ui.today_words import Line
from ui.widgets.card import Card, rule
from ui.widgets.words import discard, label

AT_ONCE = 25
Key = tuple[object, ...]


@dataclass(frozen=True, kw_only=True)
class Shown:
    """A card as it is shown: its title and what stands beside it, and its lines under their headings.

    A `bare` card has no heading, and says itself how many lines there are besides.
    """

    title: str
    aside: str
    lines: tuple[tuple[str, Line], ...]
    loud: bool = False
    badges: bool = False
    place: Place = Place.WIDE
    bare: bool = False


class Rest(QWidget):
    """How many lines there are besides, and the way to them."""

    def __init__(self, title: str, rest: int) -> None:
        super().__init__()
        more = f"Show {min(rest, AT_ONCE)} more"
        self.button = RowVerb(Verb(text=more, spoken=f"{more}: {title}", ask=Ask(opens=Opens.MORE)), "quiet")
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.addWidget(label(f"and {rest:,} more", tone="soft"))
        across.addWidget(self.button)
        across.addStretch(1)

    def stops(self) -> list[QAbstractButton]:
        """What takes the keyboard."""
        return [self.button]


class BoardCard(Card):
    """One card; rows that are still there stay the same widgets."""

    asked = Signal(object)
    stepped = Signal(object, int, int)
    more_asked = Signal()

    def __init__(self, shown: Shown) -> None:
        super().__init__(shown.title, shown.aside, loud=shown.loud)
        self.shown, self.most = shown, AT_ONCE
        self.rows: dict[Key, Row] = {}
        self.rest: Rest | None = None
        self._parts: list[QWidget] = []
        self._order: tuple[object, ...] = ()

    def tell(self, shown: Shown) -> None:
        """Show these lines; only what has changed is made anew."""
        self.entitle(*(("", "") if shown.bare else (shown.title, shown.aside)))
        if self.property("loud") != ("true" if shown.loud else "false"):
            self.set_loud(shown.loud)
        self.shown = shown
        lines, left = shown.lines[: self.most], len(shown.lines) - self.most
        kept = {line.key: self._row(line) for _head, line in lines}
        order = (*((head, id(kept[line.key])) for head, line in lines), max(left, 0))
        if order != self._order:
            self._lay_out([(head, kept[line.key]) for head, line in lines], left, set(map(id, kept.values())))
            self._order = order
        self.rows = kept

    def lines(self) -> Iterator[Row | Rest]:
        """Everything the arrow keys go through, from top to bottom."""
        yield from self.rows.values()
        if self.rest is not None:
            yield self.rest

    def _row(self, line: Line) -> Row:
        held = self.rows.get(line.key)
        if held is not None and held.takes(line):
            held.tell(line)
            return held
        row = Row(line, badges=self.shown.badges, compact=self.shown.place is not Place.WIDE)
        row.asked.connect(self._pass_on)
        row.stepped.connect(self.stepped)
        return row

    def _pass_on(self, ask: Ask) -> None:
        if ask.opens is Opens.MORE:
            self.more_asked.emit()
        else:
            self.asked.emit(ask)

    def _lay_out(self, rows: Sequence[tuple[str, Row]], left: int, kept: set[int]) -> None:
        for each in self._parts:
            self.body.removeWidget(each)
            if id(each) not in kept:
                discard(each)
        self._parts, heading = [], ""
        for place, (head, row) in enumerate(rows):
            if head != heading:
                heading = head
                self._put(label(head, Type.SECOND, tone="soft"))
            elif place:
                self._put(rule())
            self._put(row)
        self.rest = None
        if left > 0:
            self.rest = Rest(self.shown.title, left)
            self.rest.button.asked.connect(self._pass_on)
            button = self.rest.button
            button.stepped.connect(lambda down, along: self.stepped.emit(button, down, along))
            self._put(self.rest)

    def _put(self, part: QWidget) -> None:
        self._parts.append(part)
        self.add(part)
