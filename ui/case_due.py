"""What is due in one file: each line with its reason, its day, and the one verb that answers it."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from rise_desk.domain import announced
from rise_desk.domain.moments import Moment
from rise_desk.domain.record import Id
from rise_desk.services import due_now, today, unfinished
from rise_desk.services.today import Part, Waiting
from rise_desk.services.unfinished import Draft
from ui import formats, theme, today_asks
from ui.desk import ScreenDesk
from ui.due_words import coming, due_by, lasting, lateness, left, short_day
from ui.records.words import capitalised
from ui.theme import Type
from ui.today_asks import Ask, Opens
from ui.today_rows import RowVerb
from ui.widgets.card import Card
from ui.widgets.drain import Drain
from ui.widgets.words import label, retone

ASSESSED = (Part.REASSESS, Part.SENT_BACK)
"""Parts whose day is said in few words, since the line says what they are."""

CLOCKED, AGAIN_MS = (Part.MISSING, Part.INTERVIEW), 20_000
"""Parts whose time runs in hours, and after how long it is told again."""


class DueCard(Card):
    """Over one file; loud where something is late, which a prompt never is."""

    def __init__(
        self,
        desk: ScreenDesk,
        subject: Id,
        *,
        assess: Callable[[], object],
        read: Callable[[Id], object],
        resume: Callable[[Draft], object],
    ) -> None:
        self.lines = today.in_file(desk.at, subject)
        super().__init__("What is due", loud=any(each.presses for each in self.lines))
        self._desk = desk
        self._facts: list[tuple[Waiting, QLabel]] = []
        self._drains: dict[Waiting, Drain] = {}
        self._assess, self._read, self._resume = assess, read, resume
        drafts = unfinished.mine(desk.at) if self.lines else []
        if not self.lines:
            self.add(label("Nothing is due.", tone="soft"))
        for place, each in enumerate(self.lines):
            if place:
                self.add_rule()
            self.add(self._row(each, drafts))
        self.tell()
        hints = QTimer(self, singleShot=True, interval=0)
        hints.timeout.connect(self._hint)
        hints.start()
        again = QTimer(self, interval=AGAIN_MS)
        again.timeout.connect(self.tell)
        again.start()

    def _row(self, each: Waiting, drafts: Sequence[Draft]) -> QWidget:
        row = QWidget()
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(theme.GAP)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(label(capitalised(each.due.what), strong=True, wrap=True))
        if each.due.why:
            words.addWidget(label(each.due.why, Type.SECOND, tone="soft", wrap=True))
        fact = label(_fact(each), tone="loud" if each.presses else "soft", wrap=True)
        self._facts.append((each, fact))
        words.addWidget(fact)
        if each.part is Part.INTERVIEW and each.folded == 1:
            self._drains[each] = Drain()
            words.addWidget(self._drains[each])
        across.addLayout(words, 1)
        verb = today_asks.answer(each, drafts)
        if verb is not None:
            button = RowVerb(verb, "quiet")
            button.asked.connect(self._open)
            across.addWidget(button)
        return row

    def tell(self) -> None:
        """Say anew what goes by the clock: for how long somebody is missing, how much time an interview has left."""
        for each, fact in self._facts if self._desk.desk is not None else ():
            minutes = due_now.minutes_left(each.due, self._desk.now())
            if each.part not in CLOCKED or minutes is None:
                continue
            now = replace(each, minutes_left=minutes)
            fact.setText(_fact(now))
            retone(fact, "loud" if now.presses else "soft")
            if each in self._drains:
                self._drains[each].say(minutes)

    def _open(self, ask: Ask) -> None:
        """Open what a line asks for: here, or what belongs to the whole window there."""
        if ask.opens is Opens.ASSESSMENT:
            self._assess()
        elif ask.opens is Opens.ENTRY:
            self._read(ask.record)
        elif ask.draft is not None:
            self._resume(ask.draft)
        else:
            from ui.first_page import open_from

            open_from(self, ask)

    def _hint(self) -> None:
        """Say by which working day what is due on none is to be done."""
        for each, fact in self._facts if self._desk.desk is not None else ():
            last = today.do_by(self._desk.at, each.due) if not each.overdue else ""
            if last:
                fact.setText(due_by(each.days_left, each.due.by, last))


def _fact(each: Waiting) -> str:
    """When it is due; of a prompt, that the day of the next assessment stands."""
    if each.part is Part.REVIEW:
        return f"The next one stays due {short_day(each.due.by)}"
    if each.part is Part.WITH_MANAGER:
        return "With a manager"
    if each.part in ASSESSED:
        return due_by(each.days_left, each.due.by)
    if each.part is Part.MISSING and each.minutes_left is not None:
        return f"for {lasting(-each.minutes_left)}, since {formats.when(Moment(each.due.since))}"
    if each.part is Part.INTERVIEW and each.folded == 1:
        by = f"{'was due' if each.overdue else 'due'} {formats.when(Moment(each.due.by))}"
        return formats.joined(left(each.minutes_left or 0), by)
    return (coming if each.due.rule in announced.ANNOUNCED else lateness)(each.days_left, each.due.by)
