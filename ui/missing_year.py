"""The year of a child's missing episodes: the calendar of nights, the same in words, and the weekdays and hours."""

from collections.abc import Callable
from functools import cached_property

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from rise_desk.domain import missing_pattern, moments
from rise_desk.domain.missing import MissingEpisode
from rise_desk.domain.missing_pattern import Pattern
from rise_desk.domain.nights import Night, is_away
from rise_desk.domain.nights_told import sentences, summary, title
from rise_desk.services.missing_picture import Picture
from ui import theme
from ui.desk import ScreenDesk
from ui.missing_columns import lasting_now
from ui.records.missing_episode import how_long
from ui.theme import Type
from ui.widgets.beside import Beside
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.hour_pattern import Bars
from ui.widgets.night_calendar import NightCalendar
from ui.widgets.words import Elided, label

IN_WORDS, AS_CALENDAR, READ = "In words", "As a calendar", "Read the episode"
LEGEND = "Filled: away overnight. Ring: away for a time. Small hours belong to the evening before."
READ_TALL, BARS_FROM = 240, 78
FEW = f"Of fewer than {missing_pattern.ENOUGH} episodes no pattern is told."


class YearCard(Card):
    """Twelve months of nights; `opened` tells the number of an episode that somebody wants to read."""

    opened = Signal(object)

    def __init__(self, desk: ScreenDesk) -> None:
        super().__init__("Nights away")
        self._desk = desk
        self.calendar = NightCalendar()
        self.in_words = Button(IN_WORDS, "quiet", hint="The same in sentences, to read, listen to or copy")
        self.day = Elided()
        self.summed = label(tone="soft", wrap=True)
        self.add_verb(self.in_words)
        self.add(self.summed)
        self.add(self.calendar)
        self.read = Button(READ, "quiet")
        told = QWidget()
        across = QHBoxLayout(told)
        across.setContentsMargins(0, 0, 0, 0)
        across.addWidget(self.day, 1)
        across.addWidget(self.read)
        self.add(told)
        self.add(label(LEGEND, Type.SECOND, tone="soft", wrap=True))
        self.in_words.clicked.connect(lambda: self._turn(not self.calendar.isHidden()))
        self.calendar.opened.connect(self.opened)
        self.calendar.told.connect(self._tell)
        self.read.clicked.connect(self.calendar.open)
        self._sentences: tuple[str, ...] = ()

    @cached_property
    def words(self) -> QPlainTextEdit:
        """What the calendar shows, in sentences that can be walked by the keyboard; made when first wanted."""
        made = QPlainTextEdit()
        made.setReadOnly(True)
        made.setTabChangesFocus(True)
        made.setAccessibleName("The nights away in words")
        made.setFixedHeight(theme.current().tall(READ_TALL))
        self.body.insertWidget(1, made)
        return made

    def show_year(self, found: Picture) -> None:
        """Show the year of this picture."""
        today = self._desk.now().astimezone(moments.LONDON).date()
        self._sentences = sentences(found.year)
        self.summed.setText(f"{title(found.year)}: {summary(found.year)}")
        self.calendar.show_year(found.year, today, self._by(found))
        if "words" in vars(self):
            self._write()

    def _tell(self, words: str) -> None:
        self.day.setText(words)
        self.read.setEnabled(self.calendar.is_away())

    def _by(self, found: Picture) -> Callable[[Night], str]:
        """Says by which episodes somebody was away on a night."""
        by_id = {each.episode.id: each.episode for each in found.told}

        def words(night: Night) -> str:
            held = [by_id[each] for each in night.episodes if each in by_id]
            return "; ".join(_span(each, self._desk) for each in held)

        return words

    def _write(self) -> None:
        self.words.setPlainText("\n\n".join(self._sentences))

    def _turn(self, in_words: bool) -> None:
        self.words.setVisible(in_words)
        self._write()
        self.calendar.setVisible(not in_words)
        self.day.setVisible(not in_words)
        self.read.setVisible(not in_words)
        self.in_words.say(AS_CALENDAR if in_words else IN_WORDS)
        (self.words if in_words else self.calendar).setFocus()


class PatternCard(Card):
    """On which weekdays and at which hours they went and came back, with what stands out in a sentence."""

    def __init__(self) -> None:
        super().__init__("Weekdays and hours")
        self._parts = [_Part("Went"), _Part("Came back")]
        for each in self._parts:
            self.add(each)

    def show_pattern(self, went: Pattern, came_back: Pattern) -> None:
        """Show these counts."""
        for part, pattern in zip(self._parts, (went, came_back), strict=True):
            part.show_pattern(pattern)


class _Part(QWidget):
    """One of the two: the sentence, then the bars."""

    def __init__(self, called: str) -> None:
        super().__init__()
        self._called = called
        self.told = label(wrap=True)
        self.weekdays = Bars(f"{called}, by weekday")
        self.hours = Bars(f"{called}, by hour")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, theme.TIGHT)
        column.setSpacing(theme.TIGHT)
        head = QHBoxLayout()
        head.setSpacing(theme.TIGHT)
        head.addWidget(label(called, strong=True))
        head.addWidget(self.told, 1)
        column.addLayout(head)
        column.addWidget(Beside(((self.weekdays, 7), (self.hours, 14)), BARS_FROM, spacing=theme.PAD))

    def show_pattern(self, pattern: Pattern) -> None:
        self.told.setText(pattern.told or FEW)
        self.weekdays.show_weekdays(pattern.weekdays)
        self.hours.show_hours(pattern.hours)
        self.setVisible(bool(pattern.counted))


def _span(episode: MissingEpisode, desk: ScreenDesk) -> str:
    """From when to when, and how long: 'Fri 6 Nov 20:00 to Sat 7 Nov 08:00 (12 h)'."""
    since = moments.shown_short(episode.since)
    if is_away(episode, desk.now()):
        return f"{since}, not back yet ({lasting_now(episode, desk)})"
    long = how_long(episode, desk.now())
    return f"{since} to {moments.shown_short(episode.returned_at)}{f' ({long})' if long else ''}"
