"""What is due in one file: each line with its reason, its day, and the one verb that answers it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from rise_desk.domain.moments import Moment
from rise_desk.domain.record import Id
from rise_desk.services import today, unfinished
from rise_desk.services.today import Part, Waiting
from rise_desk.services.unfinished import Draft
from ui import formats, theme, today_asks
from ui.desk import ScreenDesk
from ui.due_words import due_by, lasting, lateness, left, short_day
from ui.records.words import capitalised
from ui.theme import Type
from ui.today_asks import Ask, Opens
from ui.today_rows import RowVerb
from ui.widgets.card import Card
from ui.widgets.drain import Drain
from ui.widgets.words import label

ASSESSED = (Part.REASSESS, Part.SENT_BACK)
"""Parts whose day is said in few words, since the line says what they are."""


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
        self._assess, self._read, self._resume = assess, read, resume
        drafts = unfinished.mine(desk.at) if self.lines else []
        if not self.lines:
            self.add(label("Nothing is due.", tone="soft"))
        for place, each in enumerate(self.lines):
            if place:
                self.add_rule()
            self.add(self._row(each, drafts))
        hints = QTimer(self, singleShot=True, interval=0)
        hints.timeout.connect(self._hint)
        hints.start()

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
            drain = Drain()
            drain.say(each.minutes_left or 0)
            words.addWidget(drain)
        across.addLayout(words, 1)
        verb = today_asks.answer(each, drafts)
        if verb is not None:
            button = RowVerb(verb, "quiet")
            button.asked.connect(self._open)
            across.addWidget(button)
        return row

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
    return lateness(each.days_left, each.due.by)
