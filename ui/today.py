"""Today: what is overdue and what is due soon, each with its way into the file, and what was left unfinished."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from rise_desk.domain import moments
from rise_desk.domain.names import fold
from rise_desk.domain.staff import Role
from rise_desk.services import overview, today, unfinished
from rise_desk.services.exchange import due_list
from rise_desk.services.exchange.listing import Listing
from rise_desk.services.today import Waiting
from rise_desk.services.unfinished import Draft
from ui import formats, theme, today_cards
from ui.desk import ScreenDesk
from ui.due_words import due_by
from ui.pages import Page
from ui.theme import Type
from ui.today_cards import Asks, Group
from ui.today_rows import Line, Row, RowVerb, Verb
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.filter_row import TEXT, FilterRow
from ui.widgets.words import discard, label

WHOSE = "today whose"
AT_ONCE = 25
BESIDE_FROM = 110
"""How many letters of text who a line is about, its day and its verbs need beside each other."""
FEW = 3
"""So many lines are seen at a glance: no filter stands over them."""
NOTHING_FITS = ("Nothing that is due fits this filter.", "Take the filter away to see what there is.", "Clear filters")
CALM = ("Nothing is overdue or due in the next four weeks.", "What comes up is shown here by itself.")


class Today(Page):
    """The first page; `opened` and `assess_asked` bring a subject, `entry_asked` a subject and a record of theirs.

    `resumed` brings an unfinished form, `counted` how many lines there are to do and how many of them are overdue.
    """

    title = "Today"
    opened = Signal(object)
    assess_asked = Signal(object)
    entry_asked = Signal(object, object)
    resumed = Signal(object)
    counted = Signal(int, int)

    def __init__(self, desk: ScreenDesk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.setProperty("surface", "ground")
        self.date = label(tone="soft")
        self.mine, self.team = Button("Mine"), Button("Team")
        self._whose = QButtonGroup(self)
        self.filters = FilterRow(hint="Filter by name, what is due or key worker")
        self.calm = EmptyState(*CALM, icon="check")
        self.cards: list[Card] = []
        self.verbs: list[RowVerb] = []
        self._shown: dict[Row, Waiting] = {}
        self._most: dict[str, int] = {}
        self._asks = Asks(
            open_file=self.opened.emit,
            assess=self.assess_asked.emit,
            read=self.entry_asked.emit,
            resume=self.resumed.emit,
        )
        self._hints = QTimer(self, singleShot=True, interval=0)
        self._build()
        self._hints.timeout.connect(self._hint)
        self.filters.changed.connect(lambda _asked: self._narrow())
        self.calm.acted.connect(self.filters.clear)
        desk.drafted.connect(self._drafted)

    def refresh(self) -> None:
        """Read what is due and what is unfinished."""
        now = self.desk.now()
        self.date.setText(formats.day(now.astimezone(moments.LONDON).date()))
        every = today.waiting(self.desk.at, self._of())
        text = self.filters.value()[TEXT]
        lines = [each for each in every if due_list.holds(each, text)]
        self.filters.setVisible(len(every) > FEW or bool(text))
        self.filters.set_count(f"{formats.count_of(len(lines), len(every))} {'line' if len(every) == 1 else 'lines'}")
        with self._keeping_the_cursor():
            self._clear()
            drafts = unfinished.mine(self.desk.at)
            for group in today_cards.groups(lines, self.desk.at.who.name):
                self._put(self._due_card(group, drafts))
            self._put_drafts(text, drafts)
        self.calm.setVisible(not lines)
        self.calm.say(*(NOTHING_FITS if every else CALM))
        count = today.count(every)
        self.counted.emit(count.every, count.late)
        self._hints.start()

    def filter(self) -> bool:
        """Put the cursor where the lines are narrowed; False where there are too few to narrow."""
        self.filters.text.setFocus()
        return not self.filters.isHidden()

    def listing(self) -> Listing | None:
        """What is due, as it is shown now; None where nothing is."""
        text = self.filters.value()[TEXT]
        made = due_list.due(self.desk.at, self._of(), text=text, filters=self.filters.in_words())
        return made if made.rows else None

    def _of(self) -> str | None:
        """Whose lines are shown; None for the whole team's."""
        return self.desk.at.who.name if self.mine.isChecked() else None

    def _narrow(self) -> None:
        if self.desk.desk is not None:  # it may have been locked between the last key and the pause after it
            self.refresh()

    def _drafted(self) -> None:
        self._hear(None)

    def _put_drafts(self, text: str, every: Sequence[Draft]) -> None:
        """Those unfinished forms whose title holds the text."""
        about = overview.names_of(self.desk.at, {each.subject for each in every if each.subject})
        titled = [(formats.joined(unfinished.titled(each.kind), about.get(each.subject, "")), each) for each in every]
        shown = [(title, each) for title, each in titled if all(part in fold(title) for part in fold(text).split())]
        if shown:
            count = f"{formats.count_of(len(shown), len(every))}, " if len(shown) < len(every) else ""
            self._put(self._drafts_card(shown, f"{count}kept as you typed"))

    def _drafts_card(self, drafts: Sequence[tuple[str, Draft]], aside: str) -> Card:
        card = Card("Unfinished", aside)
        for title, draft in drafts[:AT_ONCE]:
            act = partial(self.resumed.emit, draft)
            verb = Verb(text="Go on writing", spoken=f"Go on writing: {title}", act=act)
            kept = f"kept {formats.when(draft.saved_at)}"
            self._add_row(card, Row(Line(key=("draft", draft.id), title=title, second=kept, fact="", verbs=(verb,))))
        return card

    def _due_card(self, group: Group, drafts: Sequence[Draft]) -> Card:
        card, heading = Card(group.title, group.aside, loud=group.loud), ""
        most = self._most.get(group.title, AT_ONCE)
        for place, (head, each) in enumerate(group.lines[:most]):
            if head != heading:
                heading = head
                card.add(label(head, Type.SECOND, tone="soft"))
            elif place:
                card.add_rule()
            row = Row(today_cards.told(self.desk, self._asks, each, drafts), badges=group.badges)
            self._shown[row] = each
            self._add_row(card, row)
        if len(group.lines) > most:
            card.add(self._rest(group, len(group.lines) - most))
        return card

    def _rest(self, group: Group, rest: int) -> QWidget:
        """How many lines there are besides, and the way to them."""
        foot = QWidget()
        across = QHBoxLayout(foot)
        across.setContentsMargins(0, 0, 0, 0)
        across.addWidget(label(f"and {rest:,} more", tone="soft"))
        show = Verb(
            text=f"Show {min(rest, AT_ONCE)} more",
            spoken=f"Show {min(rest, AT_ONCE)} more: {group.title}",
            act=partial(self._show_more, group.title),
        )
        button = RowVerb(show, ("more", group.title), "quiet")
        self._take(button)
        across.addWidget(button)
        across.addStretch(1)
        return foot

    def _show_more(self, title: str) -> None:
        self._most[title] = self._most.get(title, AT_ONCE) + AT_ONCE
        self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow page the day and the verbs of a line go beneath who it is."""
        super().resizeEvent(event)
        for row in self.findChildren(Row):
            row.set_narrow(self._is_narrow())

    def _is_narrow(self) -> bool:
        return self.width() < BESIDE_FROM * self.fontMetrics().averageCharWidth()

    def _add_row(self, card: Card, row: Row) -> None:
        row.set_narrow(self._is_narrow())
        card.add(row)
        self._take(row.verbs[-1])

    def _take(self, verb: RowVerb) -> None:
        """Let the arrow keys reach a verb."""
        self.verbs.append(verb)
        verb.stepped.connect(partial(self._step, verb))

    def _step(self, verb: RowVerb, by: int) -> None:
        place = self.verbs.index(verb) + by
        if 0 <= place < len(self.verbs):
            self.verbs[place].setFocus(Qt.FocusReason.TabFocusReason)

    @contextmanager
    def _keeping_the_cursor(self) -> Iterator[None]:
        """The cursor stays on its line while the cards are made anew; on the next one, where the line has gone."""
        inside = self.window().focusWidget()
        here = next((place for place, each in enumerate(self.verbs) if inside in (each, *_beside(each))), -1)
        key = self.verbs[here].key if here >= 0 else ()
        yield
        if here >= 0 and self.verbs:
            same = (place for place, each in enumerate(self.verbs) if each.key == key)
            self.verbs[next(same, min(here, len(self.verbs) - 1))].setFocus(Qt.FocusReason.OtherFocusReason)
        elif here >= 0:
            self.filters.text.setFocus()

    def _hint(self) -> None:
        """Say by which working day what is due on none is to be done."""
        if self.desk.desk is None:
            return
        for row, each in self._shown.items():
            last = today.do_by(self.desk.at, each.due) if not each.overdue else ""
            if last:
                row.fact.setText(due_by(each.days_left, each.due.by, last))

    def _put(self, card: Card) -> None:
        self.cards.append(card)
        self._column.insertWidget(len(self.cards) - 1, card)

    def _clear(self) -> None:
        for card in self.cards:
            self._column.removeWidget(card)
            discard(card)
        self.cards, self.verbs, self._shown = [], [], {}

    def _choose(self) -> None:
        self.desk.prefer(WHOSE, "mine" if self.mine.isChecked() else "team")
        self.refresh()

    def _build(self) -> None:
        mine = is_mine(self.desk)
        for button, checked in ((self.mine, mine), (self.team, not mine)):
            button.setCheckable(True)
            button.setChecked(checked)
            button.setAutoExclusive(True)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if checked else Qt.FocusPolicy.ClickFocus)
            self._whose.addButton(button)
            button.clicked.connect(self._choose)
        head = QHBoxLayout()
        head.setSpacing(theme.GAP)
        head.addWidget(label("Today", Type.PAGE))
        head.addWidget(self.date)
        head.addStretch(1)
        head.addWidget(self.mine)
        head.addWidget(self.team)
        inside = QWidget()
        inside.setProperty("surface", "scrolled")
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.GAP)
        self._column.addWidget(self.calm, 1)
        self._column.addStretch(0)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setAccessibleName("What is due")
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.MARGIN, theme.GAP, theme.MARGIN, theme.GAP)
        column.setSpacing(theme.GAP)
        column.addLayout(head)
        column.addWidget(self.filters)
        column.addWidget(area, 1)


def is_mine(desk: ScreenDesk) -> bool:
    """Whether somebody looks at their own files here, or at the whole team's."""
    usual = "mine" if desk.at.who.role is Role.WORKER else "team"
    return desk.preference(WHOSE, usual) == "mine"


def _beside(verb: RowVerb) -> tuple[RowVerb, ...]:
    """Every verb of the same row."""
    row = verb.parentWidget()
    return tuple(row.verbs) if isinstance(row, Row) else ()
