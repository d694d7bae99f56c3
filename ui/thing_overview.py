"""The overview of a thing: what is known, its links, what is done about it, what nobody knows yet, what happened."""

from collections.abc import Iterable, Sequence
from typing import cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QScrollArea, QVBoxLayout, QWidget

from rise_desk.domain import access, linking, moments
from rise_desk.domain.access import Deed, State
from rise_desk.domain.casefile import ThingFile
from rise_desk.domain.link import Link
from rise_desk.domain.open_question import OpenQuestion
from rise_desk.domain.place import Place
from rise_desk.domain.record import Id, Record
from rise_desk.domain.thing import Thing
from rise_desk.services import disruption, subjects, thing_merging, unfinished
from rise_desk.services.overview import ChronologyEntry
from rise_desk.services.unfinished import Draft
from ui import formats, theme, thing_cards
from ui.chronology_list import shown
from ui.cross_hit_bar import CrossHitBar
from ui.desk import ScreenDesk
from ui.records.shown import Reading
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.words import Elided, label

LATEST = 5
TWO_COLUMNS_FROM = 110
"""How many letters of text both columns need together."""


class ThingOverview(QScrollArea):
    """`opened` brings a subject, `read` a record to be read, `link_asked` and `question_asked` one to be changed.

    `resumed` and `thrown_away` bring an unfinished form; `same_asked` looks for another record of it, `apart_asked`
    brings one that is to be read by itself again; `withdraw_asked` wants it off file, `order_asked` a new order.
    """

    opened = Signal(object)
    read = Signal(object)
    link_asked = Signal(object)
    question_asked = Signal(object)
    chronology_asked = Signal()
    same_asked = Signal()
    apart_asked = Signal(object)
    withdraw_asked = Signal()
    order_asked = Signal()
    resumed = Signal(object)
    thrown_away = Signal(object)

    def __init__(self, desk: ScreenDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._across: QBoxLayout | None = None

    def show_thing(self, file: ThingFile, latest: Sequence[ChronologyEntry], reading: Reading) -> None:
        """Show it as it stands; stay scrolled where it was, and the keyboard on the button of the same name."""
        at, held = self.verticalScrollBar().value(), self._held()
        inside = QWidget()
        inside.setProperty("surface", "scrolled")
        self._across = QBoxLayout(QBoxLayout.Direction.LeftToRight, inside)
        self._across.setContentsMargins(0, 0, theme.TIGHT, 0)
        self._across.setSpacing(theme.GAP)
        left = [*self._drafts(file.subject.id), self._links(file), self._known(file.subject)]
        right = [self._plan(file), self._questions(file), *self._elsewhere(file.subject), self._latest(latest, reading)]
        for cards, breadth in ((left, 3), (right, 2)):
            column = QVBoxLayout()
            column.setSpacing(theme.GAP)
            for card in cards:
                column.addWidget(card)
            column.addStretch(1)
            self._across.addLayout(column, breadth)
        self.setWidget(inside)
        self._arrange()
        self.verticalScrollBar().setValue(at)
        again = (each for each in inside.findChildren(Button) if held and each.accessibleName() == held)
        if (button := next(again, None)) is not None:
            button.setFocus()

    def _held(self) -> str:
        """What the button is called that has the keyboard, or has it again once a window over the page has gone."""
        held = cast("QWidget | None", self.window().focusWidget())
        return held.accessibleName() if held is not None and self.isAncestorOf(held) else ""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Two columns where both have room."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        needed = TWO_COLUMNS_FROM * self.fontMetrics().averageCharWidth()
        beside = self.viewport().width() >= needed
        if self._across is not None:
            self._across.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)

    def _known(self, thing: Thing) -> Card:
        joined = thing_merging.joined_to(self.desk.at, thing)
        card = thing_cards.known(self.desk, thing, joined, self.apart_asked.emit)
        if not thing.withdrawn:
            if access.may(self.desk.at.who, Deed.MERGE):
                thing_cards.verb(card, "Same as another record…", self.same_asked.emit)
            if may_withdraw(self.desk, thing):
                thing_cards.verb(card, "Withdraw…", self.withdraw_asked.emit)
        return card

    def _elsewhere(self, thing: Thing) -> list[Card]:
        """Where its plate, number or name stands in other records."""
        bar = CrossHitBar(self.desk, self)
        bar.show_record(thing)
        return [bar] if bar.found else []

    def _links(self, file: ThingFile) -> Card:
        found = sorted(standing(file.of(Link)), key=lambda each: linking.place(each.confidence))
        names = subjects.named(self.desk.at, {each.other_end(file.subject.id) for each in found})
        return thing_cards.links(self.desk, file.subject, found, names, self.opened.emit, self.link_asked.emit)

    def _plan(self, file: ThingFile) -> Card:
        card = thing_cards.plan(self.desk, disruption.plan(self.desk.at, file.subject.id), self.read.emit)
        if isinstance(file.subject, Place) and not file.subject.withdrawn:
            thing_cards.verb(card, "Add an order…", self.order_asked.emit)
        return card

    def _questions(self, file: ThingFile) -> Card:
        found = [each for each in file.of(OpenQuestion) if not each.withdrawn]
        return thing_cards.questions(found, self.question_asked.emit)

    def _latest(self, entries: Sequence[ChronologyEntry], reading: Reading) -> Card:
        card = Card("Latest")
        if not entries:
            card.add(label("Nothing is recorded about it yet.", tone="soft", wrap=True))
            return card
        every = Button("Whole chronology", "quiet")
        every.clicked.connect(self.chronology_asked)
        card.add_verb(every)
        for each in entries[:LATEST]:
            entry = shown(each, reading)
            card.add(thing_cards.line(entry.title, entry.when, entry.withdrawn or "", each.line.record, self.read.emit))
        return card

    def _drafts(self, thing: Id) -> list[Card]:
        mine = [each for each in unfinished.mine(self.desk.at) if thing in (each.subject, each.record)]
        if not mine:
            return []
        card = Card("Unfinished", "kept as you typed")
        for each in mine:
            card.add(self._draft(each))
        return [card]

    def _draft(self, draft: Draft) -> QWidget:
        row = QWidget()
        across = QBoxLayout(QBoxLayout.Direction.LeftToRight, row)
        across.setContentsMargins(0, 0, 0, 0)
        about = f"{unfinished.titled(draft.kind)}, kept {formats.when(draft.saved_at)}"
        across.addWidget(Elided(about), 1)
        for verb, told in (("Go on writing", self.resumed), ("Throw away…", self.thrown_away)):
            button = Button(verb, "quiet")
            button.setAccessibleName(f"{verb.rstrip('…')}: {about}")
            button.clicked.connect(lambda _=False, told=told: told.emit(draft))
            across.addWidget(button)
        return row


def may_withdraw(desk: ScreenDesk, thing: Thing) -> bool:
    """Whether this person may withdraw it; of one that was withdrawn, whether they may restore it."""
    who, gone = desk.at.who, thing.withdrawn
    if gone is None:
        return access.may(who, Deed.WITHDRAW, access.state_of(who, thing))
    return access.may(who, Deed.REINSTATE, State.MINE if gone.by == who.name else State.TEAM)


def standing(found: Sequence[Link]) -> list[Link]:
    """The links that count."""
    return [each for each in found if not each.withdrawn]


def last_day(found: Iterable[Record]) -> str:
    """The newest London day of the records that count; '' for none."""
    return max((moments.london_day(each.happened()) for each in found if not each.withdrawn), default="")
