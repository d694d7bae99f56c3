"""The missing episodes on a file: missing now, interviews owed, the year and its pattern, who else, and every one."""

from collections.abc import Mapping, Sequence
from operator import attrgetter
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QScrollArea, QVBoxLayout, QWidget

from rise_desk.domain.record import NO_ID, Id
from rise_desk.services import due_now, missing_picture, today
from rise_desk.services.missing_picture import Picture, Told
from rise_desk.services.today import Part, Waiting
from ui import missing_columns, theme
from ui.copying import watch
from ui.desk import ScreenDesk
from ui.missing_cards import READ, REGRADE, FiguresCard, NowCard, OthersCard, OwedCard
from ui.missing_year import PatternCard, YearCard
from ui.today_asks import Ask
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.record_table import RecordTable, Verb

if TYPE_CHECKING:
    from ui.case_page import CasePage

AGAIN_MS = 20_000
LAYOUT = "list missing"
ROWS = 12
BESIDE_FROM = 150
"""How many letters of text the pattern and who else was missing need beside each other."""
NEW, ADD = "Record missing", "Add an episode…"
EMPTY = (
    "No missing episode is recorded.",
    "Every time counts: missing, away without permission, late home, gone from school. Ctrl+M records one in a minute.",
)


class CaseMissing(QScrollArea):
    """Every missing episode of one young person; `read` brings the number of one to be read, `file_asked` a file.

    `form_asked` brings the name of a method of the window's forms and an episode (0 for none), `said` a sentence.
    """

    title = "Missing episodes"
    said = Signal(str)
    read = Signal(object)
    file_asked = Signal(object)
    form_asked = Signal(str, object)

    def __init__(self, desk: ScreenDesk, subject: Id, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk, self.subject = desk, subject
        self.picture = Picture()
        self.now, self.owed, self.figures = NowCard(desk), OwedCard(), FiguresCard()
        self.year, self.pattern, self.others = YearCard(desk), PatternCard(), OthersCard()
        self.empty = EmptyState(*EMPTY, icon="calendar", verb=NEW, keys="Ctrl+M")
        self.table = RecordTable(
            missing_columns.columns(desk),
            self._fetch,
            name="Missing episodes",
            two_lines=True,
            verbs=(Verb(text=READ, act=self._open, keys="Enter"), Verb(text="Change the episode…", act=self._change)),
        )
        self.list = Card("Every episode")
        self._build()
        self._connect()

    def show_person(self) -> None:
        """Read everything again, and stay scrolled where it was."""
        at = self.verticalScrollBar().value()
        self.picture = missing_picture.picture(self.desk.at, self.subject)
        found = self.picture
        self.now.show_missing(found.missing_now)
        self.owed.show_owed(self._lines(), self._left)
        self.figures.show_figures(found)
        self.year.show_year(found)
        self.pattern.show_pattern(found.went, found.came_back)
        self.others.show_others(found.companions, found.found_with)
        self.table.reload()
        self._fit_table()
        for each in (self.year, self.pattern, self.others, self.list):
            each.setVisible(bool(found.told))
        self.empty.setVisible(not found.told)
        self.verticalScrollBar().setValue(at)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The pattern and who else was missing stand side by side where both have room."""
        super().resizeEvent(event)
        beside = self.viewport().width() >= BESIDE_FROM * self.fontMetrics().averageCharWidth()
        self._across.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)

    def _tick(self) -> None:
        """The time goes on while somebody looks."""
        if self.desk.desk is not None and self.isVisible():
            self.now.tell()
            self.owed.tell(self._left)

    def _lines(self) -> list[Waiting]:
        return [each for each in today.in_file(self.desk.at, self.subject) if each.part is Part.INTERVIEW]

    def _left(self, line: Waiting) -> int:
        return due_now.minutes_left(line.due, self.desk.now()) or 0

    def _fetch(self, _sort: str, _descending: bool, after: Told | None) -> Sequence[Told]:
        """All of them at once: they are read already for the picture."""
        return self.picture.told if after is None else ()

    def _fit_table(self) -> None:
        """As tall as its rows, up to a dozen; more are reached by scrolling in it."""
        rows = min(max(len(self.picture.told), 1), ROWS)
        view = self.table.view
        tall = view.verticalHeader().defaultSectionSize() * rows + view.horizontalHeader().sizeHint().height()
        self.table.setFixedHeight(tall + view.horizontalScrollBar().sizeHint().height() + 4)

    def _open(self, row: Told) -> None:
        self.read.emit(row.episode.id)

    def _change(self, row: Told) -> None:
        self.form_asked.emit("episode", row.episode.id)

    def _ask(self, ask: Ask) -> None:
        from ui.first_page import open_from

        open_from(self, ask)

    def _call(self, verb: str, episode: Id) -> None:
        if verb == READ:
            self.read.emit(episode)
        elif verb == REGRADE:
            self.form_asked.emit("regrade", episode)

    def _connect(self) -> None:
        self.now.asked.connect(self._ask)
        self.now.called.connect(self._call)
        self.owed.asked.connect(self._ask)
        self.year.opened.connect(self.read)
        self.others.file_asked.connect(self.file_asked)
        self.table.opened.connect(self._open)
        self.empty.acted.connect(lambda: self.form_asked.emit("missing", NO_ID))
        self.add_button.clicked.connect(lambda: self.form_asked.emit("episode", NO_ID))
        watch(self.table, self)
        kept = self.desk.preference(LAYOUT, {})
        if isinstance(kept, Mapping):
            self.table.restore(cast(Mapping[str, object], kept))
        self.table.layout_changed.connect(lambda state: self.desk.prefer(LAYOUT, state))
        again = QTimer(self, interval=AGAIN_MS)
        again.timeout.connect(self._tick)
        again.start()
        theme.when_changed(self._fit_table)

    def _build(self) -> None:
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.add_button = Button(ADD, "quiet", hint="One that is over, with everything that is known of it")
        self.list.add_verb(self.add_button)
        self.table.view.setItemDelegate(missing_columns.EpisodeDelegate(self.table.view))
        self.list.add(self.table)
        inside = QWidget()
        inside.setProperty("surface", "scrolled")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, theme.TIGHT, 0)
        column.setSpacing(theme.GAP)
        self._across = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._across.setSpacing(theme.GAP)
        self._across.addWidget(self.pattern, 3)
        self._across.addWidget(self.others, 2)
        for each in (self.empty, self.now, self.owed, self.year, self.figures):
            column.addWidget(each)
        column.addLayout(self._across)
        column.addWidget(self.list)
        column.addStretch(1)
        self.setWidget(inside)


def of(page: "CasePage") -> CaseMissing:
    """The missing episodes of the file that a page shows, with what they ask of it and of its window."""
    made = CaseMissing(page.desk, page.subject)
    made.read.connect(page.read_record)
    made.said.connect(page.said)
    made.file_asked.connect(lambda subject: _of_window(page, "open_file", subject))
    made.form_asked.connect(lambda form, episode: _form(page, form, episode))
    return made


def _form(page: "CasePage", form: str, episode: Id) -> None:
    """Open one of the window's forms: about the child, and about an episode where it is about one."""
    _of_window(page, f"forms.{form}", page.subject, *((episode,) if episode else ()))


def _of_window(page: "CasePage", path: str, *about: Id) -> None:
    """Have the desk's window do something."""
    attrgetter(path)(page.window())(*about)
