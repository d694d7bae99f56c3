"""The chronology of a file: newest first, narrowed by kind, author and period, read page by page as it is scrolled."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from PySide6.QtCore import QModelIndex, QPoint, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from rise_desk.domain import moments
from rise_desk.domain.chronology import Sieve
from rise_desk.domain.person import Person
from rise_desk.domain.record import NO_ID, Id
from rise_desk.services import interviewing, overview, signing_off
from rise_desk.services.overview import ChronologyEntry
from ui import chronology_list, formats, notice_told, records, theme
from ui.desk import ScreenDesk
from ui.leaving import Leaving
from ui.records import plainly
from ui.records.shown import Reading
from ui.widgets.card import Card
from ui.widgets.date_field import DateField
from ui.widgets.empty_state import EmptyState
from ui.widgets.filter_row import TEXT, Filter, FilterRow
from ui.widgets.timeline import ITEM, Entry, Timeline
from ui.widgets.words import label

KIND, AUTHOR, PERIOD, BETWEEN = "kind", "author", "period", "between"
PERIODS = {"7": "Last 7 days", "30": "Last 30 days", "183": "Last 6 months", "365": "Last 12 months"}
EMPTY = ("Nothing is recorded in this file yet.", "Every contact, in person or not, belongs here.", "Add a note")
NOTHING_FITS = ("No entry fits these filters.", "Take a filter away, or clear them all.", "Clear filters")


class Chronology(QWidget):
    """The line itself; `opened` brings an entry that somebody wants to read whole, `note_asked` wants a first note.

    `export_asked` wants it taken out, as it is narrowed now.
    """

    opened = Signal(object)
    note_asked = Signal()
    export_asked = Signal()

    def __init__(self, desk: ScreenDesk, subject: Id, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk, self.subject = desk, subject
        self.found: dict[Id, ChronologyEntry] = {}
        self.filters = FilterRow(self._filters(), hint="Filter by words")
        self.since = DateField("From", desk.now)
        self.until = DateField("To", desk.now)
        self.dates = QWidget()
        self.wrong = label(tone="error", wrap=True)
        self.empty = EmptyState(*EMPTY[:2], icon="clock", verb=EMPTY[2], keys="Ctrl+N")
        self.timeline = Timeline(self._fetch, page=overview.PAGE, empty=self.empty)
        self._build()
        self.filters.changed.connect(lambda _asked: self._narrow())
        self.since.changed.connect(self._narrow)
        self.until.changed.connect(self._narrow)
        self.empty.acted.connect(self._act_on_empty)
        self.timeline.opened.connect(self._open)
        self.timeline.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.timeline.view.customContextMenuRequested.connect(self._open_menu)

    def refresh(self) -> None:
        """Read again as far as it was read, and stay at the same place."""
        self._offer_authors()
        bar = self.timeline.view.verticalScrollBar()
        at, read = bar.value(), len(self.timeline.model.items)
        chosen = self._chosen()
        self._read()
        model = self.timeline.model
        while len(model.items) < read and model.canFetchMore(QModelIndex()):
            model.fetchMore(QModelIndex())
        self._choose(chosen)
        self.timeline.view.doItemsLayout()
        bar.setValue(at)

    def sieve(self) -> Sieve:
        """What is asked for."""
        asked = self.filters.value()
        since, until = self._period(asked[PERIOD])
        kinds = (asked[KIND],) if asked[KIND] else ()
        return Sieve(kinds=kinds, author=asked[AUTHOR], since=since, until=until, text=asked[TEXT])

    def filter(self) -> None:
        """Put the cursor where it is narrowed."""
        self.filters.text.setFocus()
        self.filters.text.selectAll()

    def listing(self, person: Person) -> Leaving | None:
        """All of it as it is narrowed now, to be taken out; None where there is nothing."""
        told = [self.filters.in_words(), *self._between()]
        return chronology_list.leaving(self.desk.at, person, self.sieve(), "; ".join(each for each in told if each))

    def menu(self) -> QMenu:
        """What can be done with the chosen entry, and with all of them."""
        menu = QMenu(self)
        chosen = self._chosen()
        if chosen is not None:
            menu.addAction("Read the entry", lambda: self._open(chosen))
            menu.addSeparator()
        menu.addAction("Export this list…", self.export_asked.emit)
        return menu

    def reading(self, entries: Sequence[ChronologyEntry]) -> Reading:
        """What these entries are read with."""
        who = {subject for each in entries for subject, _role in each.record.involved()}
        return Reading(
            subject=self.subject,
            names=overview.names_of(self.desk.at, who) | self._sources(entries),
            practice=self.desk.practice,
            now=self.desk.now(),
            assessed=signing_off.assessed_in(self.desk.at, self.subject, entries),
            episodes=interviewing.episodes_of(self.desk.at, (each.record for each in entries)),
            notices=notice_told.among(self.desk.at, self.subject, entries),
        )

    def _sources(self, entries: Sequence[ChronologyEntry]) -> dict[Id, str]:
        """What the records are called that these entries come from or are about."""
        wanted = {getattr(each.record, name, NO_ID) for each in entries for name in plainly.POINTERS} - {NO_ID}
        if not wanted:
            return {}
        from rise_desk.services import said_in

        return said_in.records(self.desk.at, wanted)

    def _read(self) -> None:
        self.found = {}
        self.timeline.reload()
        every = overview.how_many_entries(self.desk.at, self.subject)
        narrowed = self.filters.is_narrowed()
        shown = overview.how_many_entries(self.desk.at, self.subject, self.sieve()) if narrowed else every
        self.filters.set_count(f"{formats.count_of(shown, every)} {'entry' if every == 1 else 'entries'}")
        self.filters.setVisible(bool(every))
        self.empty.say(*(NOTHING_FITS if every else EMPTY))

    def _fetch(self, after: Entry | None) -> Sequence[Entry]:
        last = self._found(after.key) if after else None
        line = last.line if last else None
        page = overview.chronology(self.desk.at, self.subject, self.sieve(), line)
        reading = self.reading(page)
        self.found |= {each.line.record: each for each in page}
        return [chronology_list.shown(each, reading) for each in page]

    def _narrow(self) -> None:
        self.dates.setVisible(self.filters.value()[PERIOD] == BETWEEN)
        self.wrong.setText(self.since.unreadable() or self.until.unreadable())
        self.wrong.setVisible(bool(self.wrong.text()) and not self.dates.isHidden())
        self._read()

    def _period(self, key: str) -> tuple[str, str]:
        if key == BETWEEN:
            until = self.until.value()
            last = moments.latest(until).astimezone(moments.LONDON).date().isoformat() if until else ""
            return moments.london_day(self.since.value()), last
        if not key:
            return "", ""
        today = self.desk.now().astimezone(moments.LONDON).date()
        return (today - timedelta(days=int(key) - 1)).isoformat(), ""

    def _between(self) -> list[str]:
        """The days between which it is narrowed, in words."""
        fields = (("from", self.since), ("to", self.until)) if self.filters.value()[PERIOD] == BETWEEN else ()
        return [f"{word} {formats.when_full(field.value())}" for word, field in fields if field.value()]

    def _open_menu(self, at: QPoint) -> None:
        self.menu().popup(self.timeline.view.viewport().mapToGlobal(at))

    def _act_on_empty(self) -> None:
        if self.filters.is_narrowed():
            self.filters.clear()
        else:
            self.note_asked.emit()

    def _open(self, key: object) -> None:
        found = self._found(key)
        if found is not None:
            self.opened.emit(found)

    def _found(self, key: object) -> ChronologyEntry | None:
        return self.found.get(Id(key)) if isinstance(key, int) else None

    def _chosen(self) -> Any:
        item = self.timeline.view.currentIndex().data(ITEM)
        return item.key if isinstance(item, Entry) else None

    def _choose(self, key: Any) -> None:
        model = self.timeline.model
        place = next((at for at, each in enumerate(model.items) if isinstance(each, Entry) and each.key == key), -1)
        if place >= 0:
            self.timeline.view.setCurrentIndex(model.index(place))

    def _filters(self) -> list[Filter]:
        kinds = [(each.kind, each.title) for each in records.KINDS if each.entry is not None]
        return [
            Filter(key=KIND, label="Kind", choices=kinds),
            Filter(key=AUTHOR, label="Written by", choices=self._authors()),
            Filter(key=PERIOD, label="Period", choices=[*PERIODS.items(), (BETWEEN, "Between dates")]),
        ]

    def _authors(self) -> list[tuple[str, str]]:
        return [(each, each) for each in overview.authors(self.desk.at, self.subject)]

    def _offer_authors(self) -> None:
        """Let somebody who has written here since be asked for too."""
        box = self.filters.boxes[AUTHOR]
        with QSignalBlocker(box):
            for key, words in self._authors():
                if box.findData(key) < 0:
                    box.addItem(words, key)

    def _build(self) -> None:
        row = QHBoxLayout(self.dates)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.GAP)
        for text, field in (("From", self.since), ("To", self.until)):
            called = label(text)
            called.setBuddy(field.line)
            field.line.setAccessibleName(f"Period: {text.lower()}")
            row.addWidget(called)
            row.addWidget(field, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.TIGHT + 2)
        column.addWidget(self.filters)
        column.addWidget(self.dates)
        column.addWidget(self.wrong)
        frame = Card()
        frame.add(self.timeline, 1)
        column.addWidget(frame, 1)
        self.dates.hide()
        self.wrong.hide()
