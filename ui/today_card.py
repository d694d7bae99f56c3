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

    `rest`: how many lines there are besides. A `bare` card has no heading, and says itself what there is besides.
    """

    title: str
    aside: str
    lines: tuple[tuple[str, Line], ...]
    loud: bool = False
    badges: bool = False
    place: Place = Place.WIDE
    bare: bool = False
    rest: int = 0


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
        self.shown = shown
        self.rows: dict[Key, Row] = {}
        self.rest: Rest | None = None
        self._above: dict[object, QWidget] = {}
        self._order: tuple[object, ...] = ()

    def tell(self, shown: Shown) -> None:
        """Show these lines; only what has changed is made anew."""
        self.entitle(*(("", "") if shown.bare else (shown.title, shown.aside)))
        if self.property("loud") != ("true" if shown.loud else "false"):
            self.set_loud(shown.loud)
        self.shown = shown
        before, self.rows = self.rows, {line.key: self._row(line) for _head, line in shown.lines}
        order = (*((head, line.key, id(self.rows[line.key])) for head, line in shown.lines), shown.rest)
        if order != self._order:
            self._order = order
            self._lay_out([(head, line.key) for head, line in shown.lines])
            for key, row in before.items():
                if self.rows.get(key) is not row:
                    discard(row)

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

    def _lay_out(self, lines: Sequence[tuple[str, Key]]) -> None:
        """Put headings, hairlines and rows where they belong; what stands there already is not touched."""
        wanted, heading = list[QWidget](), ""
        above: dict[object, QWidget] = {}
        for place, (head, key) in enumerate(lines):
            name: object = None
            if head != heading:
                heading = name = head
            elif place:
                name = key
            if name is not None:
                held = self._above.pop(name, None)
                above[name] = _between(name) if held is None else held
                wanted.append(above[name])
            wanted.append(self.rows[key])
        gone, self._above, old = self._above, above, self.rest
        self.rest = self._make_rest() if self.shown.rest else None
        wanted += [self.rest] if self.rest is not None else []
        for each in (*gone.values(), old):
            discard(each)
        for place, part in enumerate(wanted):
            item = self.body.itemAt(place)
            if item is None or item.widget() is not part:
                self.body.insertWidget(place, part)

    def _make_rest(self) -> Rest:
        made = Rest(self.shown.title, self.shown.rest)
        made.button.asked.connect(self._pass_on)
        made.button.stepped.connect(lambda down, along: self.stepped.emit(made.button, down, along))
        return made


def _between(name: object) -> QWidget:
    """A heading, or the hairline above a row."""
    return label(name, Type.SECOND, tone="soft") if isinstance(name, str) else rule()
