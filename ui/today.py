"""Today: who is missing, what is owed by the hour, what is due, each with the one key that does it; never out of date.

It reads the store when something is announced. Between two readings a clock re-says, each minute, how much is left.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from rise_desk.domain import moments
from rise_desk.domain.names import fold
from rise_desk.services import due_now, overnight, overview, today, unfinished
from rise_desk.services.exchange import due_list
from rise_desk.services.exchange.listing import Listing
from rise_desk.services.today import Part, Waiting
from rise_desk.services.unfinished import Draft
from ui import formats, theme, today_cards, today_words
from ui.desk import ScreenDesk
from ui.due_words import due_by
from ui.pages import Page
from ui.theme import Type
from ui.today_board import Board
from ui.today_card import BoardCard, Shown
from ui.today_cards import Group
from ui.today_rows import Row
from ui.today_whose import Whose, whose
from ui.today_words import Around
from ui.widgets.buttons import Button
from ui.widgets.empty_state import EmptyState
from ui.widgets.filter_row import TEXT, FilterRow
from ui.widgets.words import Elided, label

FEW = 3
"""So many lines are seen at a glance: no filter stands over them."""
MINUTE_MS = 60_000
HEAD = 125
"""How many letters of text the head of the page needs on one line."""
UNFINISHED = "Unfinished"
NOTHING_FITS = ("Nothing that is due fits this filter.", "Take the filter away to see what there is.", "Clear filters")
CALM = ("Nobody is missing, and nothing is due in the next four weeks.", "What comes up is shown here by itself.")


class Today(Page):
    """The first page; `asked` brings what a line asks for (`today_asks.Ask`).

    `missing_asked` and `meeting_asked` come from the head; `counted` tells how many lines there are to do, and how
    many of them press.
    """

    title = "Today"
    asked = Signal(object)
    missing_asked = Signal()
    meeting_asked = Signal()
    counted = Signal(int, int)

    def __init__(self, desk: ScreenDesk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.setProperty("surface", "ground")
        self.date = Elided(tone="soft")
        self.whose = Whose(desk)
        self.meeting = Button("Meeting view", hint="The team’s Today for the morning meeting, large, line by line")
        self.missing = Button("Record missing", "primary", keys="Ctrl+M")
        self.filters = FilterRow(hint="Filter by name or words")
        self.calm = EmptyState(*CALM, icon="check")
        self.board = Board()
        self._area, self._head = QScrollArea(), QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lines: list[Waiting] = []
        self._around = Around(practice=desk.practice, now=desk.now())
        self._titled: Sequence[tuple[str, Draft]] = ()
        self._every_form = False
        self._hints = QTimer(self, singleShot=True, interval=0)
        self._clock = QTimer(self, singleShot=True)
        self._build()
        self._connect()

    @property
    def cards(self) -> list[BoardCard]:
        """The cards in view, in their order."""
        return self.board.cards

    def refresh(self) -> None:
        """Read what is due and what is unfinished."""
        desk = self.desk.at
        self._lines = today.waiting(desk, whose(self.desk))
        self._read_drafts(unfinished.mine(desk))
        self._read_overnight()
        self._show(self.desk.now())

    def tick(self) -> None:
        """Say anew how much is left of every clock, of what was read already; on a new day everything is read."""
        if self.desk.desk is None:
            return
        now = self.desk.now()
        if _day(now) != _day(self._around.now):
            self.refresh()
            return
        clocked = ((each, due_now.minutes_left(each.due, now)) for each in self._lines)
        self._lines = [each if left is None else replace(each, minutes_left=left) for each, left in clocked]
        self._show(now)

    def filter(self) -> bool:
        """Put the cursor where the lines are narrowed; False where there are too few to narrow."""
        self.filters.text.setFocus()
        return not self.filters.isHidden()

    def listing(self) -> Listing | None:
        """What is due, as it is shown now; None where nothing is."""
        text = self.filters.value()[TEXT]
        made = due_list.due(self.desk.at, whose(self.desk), text=text, filters=self.filters.in_words())
        return made if made.rows else None

    def showEvent(self, event: QShowEvent) -> None:
        """What was hidden for a while tells the time as it is now."""
        fresh = not self._stale
        super().showEvent(event)
        if fresh:
            self.tick()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window the verbs of the page stand beneath its name."""
        super().resizeEvent(event)
        narrow = self.width() < HEAD * self.fontMetrics().averageCharWidth()
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        self._head.setDirection(way)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down goes from the head of the page to its first line."""
        if event.key() != Qt.Key.Key_Down or not self.board.begin():
            super().keyPressEvent(event)

    def _show(self, now: datetime) -> None:
        """Show what was read, as it is at this instant."""
        self._around = replace(self._around, now=now)
        self.date.setText(formats.day(now.astimezone(moments.LONDON).date()))
        every, text = self._lines, self.filters.value()[TEXT]
        lines = [each for each in every if due_list.holds(each, text)]
        self.filters.setVisible(len(every) > FEW or bool(text))
        self.filters.set_count(f"{formats.count_of(len(lines), len(every))} {'line' if len(every) == 1 else 'lines'}")
        groups = today_cards.groups(lines, self.desk.at.who.name, now)
        shown = [self._card(each) for each in groups]
        loudest = sum(each.title == today_cards.MISSING for each in shown)
        self.board.tell([*shown[:loudest], *self._unfinished(text), *shown[loudest:]])
        self.calm.setVisible(not lines)
        self.calm.say(*(NOTHING_FITS if every else CALM))
        count = today.count(every)
        self.counted.emit(count.every, count.late)
        self._hints.start()
        self._clock.start(MINUTE_MS - (now.second * 1000 + now.microsecond // 1000))

    def _card(self, group: Group) -> Shown:
        most = self.board.most(group.title)
        return Shown(
            title=group.title,
            aside=group.aside,
            lines=tuple(
                (head, today_words.told(each, self._around, overnight=group.overnight))
                for head, each in group.lines[:most]
            ),
            rest=max(len(group.lines) - most, 0),
            loud=group.loud,
            badges=group.badges,
            place=group.place,
        )

    def _read_drafts(self, drafts: Sequence[Draft]) -> None:
        about = overview.names_of(self.desk.at, {each.subject for each in drafts if each.subject})
        titles = (formats.joined(unfinished.titled(each.kind), about.get(each.subject, "")) for each in drafts)
        self._titled = tuple(zip(titles, drafts, strict=True))
        self._around = replace(self._around, practice=self.desk.practice, drafts=tuple(drafts))

    def _read_overnight(self) -> None:
        fresh = today.overnight([each for each in self._lines if each.part is Part.INTERVIEW], self.desk.now())
        away = overnight.told(self.desk.at, [each.due.record for each in fresh]) if fresh else {}
        self._around = replace(self._around, away=tuple(away.items()))

    def _unfinished(self, text: str) -> list[Shown]:
        """Those unfinished forms whose title holds the text, near the top: nobody must look for them."""
        wanted = fold(text).split()
        shown = [(title, each) for title, each in self._titled if all(part in fold(title) for part in wanted)]
        if not shown:
            return []
        at_once = shown if self._every_form else shown[:1]
        more = len(shown) - len(at_once)
        lines = (today_words.unfinished_line(each, title, self._around.now, more) for title, each in at_once)
        return [Shown(title=UNFINISHED, aside="", lines=tuple(("", each) for each in lines), bare=True)]

    def _show_more(self, title: str) -> None:
        self._every_form |= title == UNFINISHED
        self._show(self.desk.now())

    def _hint(self) -> None:
        """Say by which working day what is due on none is to be done."""
        if self.desk.desk is None:
            return
        held = {today_words.key_of(each): each for each in self._lines if each.part is Part.REASSESS}
        for row in self.board.rows():
            each = held.get(row.line.key)
            last = today.do_by(self.desk.at, each.due) if each and not each.overdue else ""
            if each and last:
                row.hint(due_by(each.days_left, each.due.by, last))

    def _narrow(self) -> None:
        if self.desk.desk is not None:  # it may have been locked between the last key and the pause after it
            self._show(self.desk.now())

    def _above(self) -> None:
        """The cursor went up over the first line."""
        (self.filters.text if not self.filters.isHidden() else self.missing).setFocus(Qt.FocusReason.TabFocusReason)

    def _connect(self) -> None:
        self._hints.timeout.connect(self._hint)
        self._clock.timeout.connect(self._pass)
        self.whose.changed.connect(self.refresh)
        self.missing.clicked.connect(lambda _checked=False: self.missing_asked.emit())
        self.meeting.clicked.connect(lambda _checked=False: self.meeting_asked.emit())
        self.filters.changed.connect(lambda _asked: self._narrow())
        self.calm.acted.connect(self.filters.clear)
        self.board.asked.connect(self.asked)
        self.board.reached.connect(lambda stop: self._area.ensureWidgetVisible(_line(stop)))
        self.board.left_above.connect(self._above)
        self.board.more_asked.connect(self._show_more)
        self.desk.drafted.connect(lambda: self._hear(None))

    def _pass(self) -> None:
        """A minute has gone by."""
        if self.isVisible():
            self.tick()

    def _build(self) -> None:
        called, verbs = QHBoxLayout(), QHBoxLayout()
        called.addWidget(label("Today", Type.PAGE))
        called.addWidget(self.date, 1)
        for each in (self.whose, self.meeting, self.missing):
            verbs.addWidget(each)
        verbs.addStretch(1)
        self._head.addLayout(called, 1)
        self._head.addLayout(verbs)
        for layout in (called, verbs, self._head):
            layout.setSpacing(theme.GAP)
        inside = QWidget()
        inside.setProperty("surface", "scrolled")
        within = QVBoxLayout(inside)
        within.setContentsMargins(0, 0, 0, 0)
        within.addWidget(self.board)
        within.addWidget(self.calm, 1)
        self._area.setWidgetResizable(True)
        self._area.setAccessibleName("What is due")
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(inside)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.MARGIN, theme.GAP, theme.MARGIN, theme.GAP)
        column.setSpacing(theme.GAP)
        column.addWidget(_Head(self._head, verbs))
        column.addWidget(self.filters)
        column.addWidget(self._area, 1)


class _Head(QWidget):
    """The name of the page and its verbs: it needs no more room than the verbs, as they can stand beneath the name."""

    def __init__(self, layout: QBoxLayout, verbs: QBoxLayout) -> None:
        super().__init__()
        layout.setContentsMargins(0, 0, 0, 0)
        self.setLayout(layout)
        self._verbs = verbs

    def minimumSizeHint(self) -> QSize:
        """As broad as the verbs alone."""
        return QSize(self._verbs.minimumSize().width(), super().minimumSizeHint().height())


def _line(stop: QWidget) -> QWidget:
    """The whole row a verb is in."""
    return next((each for each in _above_of(stop) if isinstance(each, Row)), stop)


def _above_of(widget: QWidget) -> list[QWidget]:
    found, above = list[QWidget](), widget.parentWidget()
    while above is not None:
        found.append(above)
        above = above.parentWidget()
    return found


def _day(now: datetime) -> str:
    return now.astimezone(moments.LONDON).date().isoformat()
