"""Today: what is overdue and what is due soon, each with its way into the file, and what was left unfinished."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from rise_desk.domain import moments
from rise_desk.domain.moments import Moment
from rise_desk.domain.names import fold
from rise_desk.domain.record import Id
from rise_desk.domain.staff import Role
from rise_desk.services import overview, today, unfinished
from rise_desk.services.exchange import due_list
from rise_desk.services.exchange.listing import Listing
from rise_desk.services.today import Waiting
from rise_desk.services.unfinished import Draft
from ui import formats, theme
from ui.desk import ScreenDesk
from ui.pages import Page
from ui.theme import Type
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.filter_row import TEXT, FilterRow
from ui.widgets.words import Elided, discard, label

WHOSE = "today whose"
AT_ONCE = 25
FEW = 3
"""So many lines are seen at a glance: no filter stands over them."""
NOTHING_FITS = ("Nothing that is due fits this filter.", "Take the filter away to see what there is.", "Clear filters")
CALM = ("Nothing is overdue or due in the next four weeks.", "What comes up is shown here by itself.")


class Today(Page):
    """The first page; `opened` brings a subject, `resumed` an unfinished form, `counted` how many lines are overdue."""

    title = "Today"
    opened = Signal(object)
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
        self._build()
        self.filters.changed.connect(lambda _asked: self._narrow())
        self.calm.acted.connect(self.filters.clear)
        desk.drafted.connect(self._drafted)

    def refresh(self) -> None:
        """Read what is due and what is unfinished."""
        now = self.desk.now()
        self.date.setText(formats.day(now.astimezone(moments.LONDON).date()))
        every = today.waiting(self.desk.at, mine=self.mine.isChecked())
        text = self.filters.value()[TEXT]
        lines = [each for each in every if due_list.holds(each, text)]
        self.filters.setVisible(len(every) > FEW or bool(text))
        self.filters.set_count(f"{formats.count_of(len(lines), len(every))} {'line' if len(every) == 1 else 'lines'}")
        self._clear()
        for title, loud, group in _groups(lines):
            if group:
                self._put(_due_card(title, group, self.desk, self.opened.emit, loud=loud))
        self._put_drafts(text)
        self.calm.setVisible(not lines)
        self.calm.say(*(NOTHING_FITS if every else CALM))
        self.counted.emit(len(every), sum(each.overdue for each in every))

    def filter(self) -> bool:
        """Put the cursor where the lines are narrowed; False where there are too few to narrow."""
        self.filters.text.setFocus()
        return not self.filters.isHidden()

    def listing(self) -> Listing | None:
        """What is due, as it is shown now; None where nothing is."""
        text = self.filters.value()[TEXT]
        made = due_list.due(self.desk.at, mine=self.mine.isChecked(), text=text, filters=self.filters.in_words())
        return made if made.rows else None

    def _narrow(self) -> None:
        if self.desk.desk is not None:  # it may have been locked between the last key and the pause after it
            self.refresh()

    def _drafted(self) -> None:
        self._hear(None)

    def _put_drafts(self, text: str) -> None:
        """Those unfinished forms whose title holds the text."""
        every = unfinished.mine(self.desk.at)
        about = overview.names_of(self.desk.at, {each.subject for each in every if each.subject})
        titled = [(formats.joined(unfinished.titled(each.kind), about.get(each.subject, "")), each) for each in every]
        shown = [(title, each) for title, each in titled if all(part in fold(title) for part in fold(text).split())]
        if shown:
            count = f"{formats.count_of(len(shown), len(every))}, " if len(shown) < len(every) else ""
            self._put(self._drafts_card(shown, f"{count}kept as you typed"))

    def _drafts_card(self, drafts: Sequence[tuple[str, Draft]], aside: str) -> Card:
        card = Card("Unfinished", aside)
        for title, draft in drafts[:AT_ONCE]:
            kept = f"kept {formats.when(draft.saved_at)}"
            verb = Button("Go on writing")
            verb.setAccessibleName(f"Go on writing: {title}")
            verb.clicked.connect(lambda _=False, each=draft: self.resumed.emit(each))
            card.add(line(title, kept, "", verb))
        return card

    def _put(self, card: Card) -> None:
        self.cards.append(card)
        self._column.insertWidget(len(self.cards) - 1, card)

    def _clear(self) -> None:
        for card in self.cards:
            self._column.removeWidget(card)
            discard(card)
        self.cards = []

    def _choose(self) -> None:
        self.desk.prefer(WHOSE, "mine" if self.mine.isChecked() else "team")
        self.refresh()

    def _build(self) -> None:
        usual = "mine" if self.desk.at.who.role is Role.WORKER else "team"
        mine = self.desk.preference(WHOSE, usual) == "mine"
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
        area.setWidget(inside)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.MARGIN, theme.GAP, theme.MARGIN, theme.GAP)
        column.setSpacing(theme.GAP)
        column.addLayout(head)
        column.addWidget(self.filters)
        column.addWidget(area, 1)


def line(title: str, second: str, fact: str, verb: QWidget, *, loud: bool = False) -> QWidget:
    """One row of a card: who, what is known in a soft second line, the fact that matters, and one verb."""
    row = QWidget()
    across = QHBoxLayout(row)
    across.setContentsMargins(0, 2, 0, 2)
    across.setSpacing(theme.GAP)
    words = QVBoxLayout()
    words.setSpacing(1)
    first = Elided(title)
    first.setProperty("strong", "true")
    words.addWidget(first)
    words.addWidget(Elided(second, Type.SECOND, tone="soft"))
    across.addLayout(words, 3)
    across.addWidget(label(fact, tone="loud" if loud else "ink", strong=True, wrap=True), 2)
    across.addWidget(verb)
    return row


def lateness(days_left: int, by: str) -> str:
    """How late or how soon, as people say it: 'Overdue 3 days · was due Wed 18 Nov'."""
    day = formats.when(Moment(moments.london_day(Moment(by))))
    if days_left < 0:
        return f"Overdue {formats.count(-days_left, 'day')} · was due {day}"
    if days_left == 0:
        return "Due today"
    return f"Due tomorrow · {day}" if days_left == 1 else f"Due in {days_left} days · {day}"


def _groups(lines: Sequence[Waiting]) -> list[tuple[str, bool, list[Waiting]]]:
    return [
        ("Overdue", True, [each for each in lines if each.overdue]),
        ("Due today", False, [each for each in lines if each.days_left == 0]),
        ("Due in the next 7 days", False, [each for each in lines if 1 <= each.days_left <= 7]),
        ("Later", False, [each for each in lines if each.days_left > 7]),
    ]


def _due_card(
    title: str, lines: Sequence[Waiting], desk: ScreenDesk, open_file: Callable[[Id], object], *, loud: bool
) -> Card:
    card = Card(title, formats.count(len(lines), "line"), loud=loud)
    for place, each in enumerate(lines[:AT_ONCE]):
        if place:
            card.add_rule()
        verb = Button("Open file")
        verb.setAccessibleName(f"Open the file of {each.name}")
        verb.clicked.connect(lambda _=False, subject=each.due.subject: open_file(subject))
        who = formats.name_and_age(each.name, each.date_of_birth, desk.now())
        worker = f"key worker {each.key_worker}" if each.key_worker else "no key worker"
        fact = lateness(each.days_left, each.due.by)
        card.add(line(who, formats.joined(each.due.what, worker), fact, verb, loud=each.overdue))
    if len(lines) > AT_ONCE:
        card.add(label(f"and {len(lines) - AT_ONCE} more", tone="soft"))
    return card
