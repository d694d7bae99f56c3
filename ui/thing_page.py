"""The page of a place, a vehicle, a phone or a name online: what it is stays in view, and beneath it all about it."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QStackedWidget, QVBoxLayout, QWidget

from rise_desk.domain import moments
from rise_desk.domain.act import Announcement
from rise_desk.domain.casefile import ThingFile
from rise_desk.domain.link import Link
from rise_desk.domain.moments import Moment
from rise_desk.domain.record import Id, Record
from rise_desk.domain.thing import Thing
from rise_desk.errors import DeskError
from rise_desk.services import casework, interviewing, overview, photos, thing_merging, things
from rise_desk.services.exchange import thing_list
from rise_desk.services.overview import ChronologyEntry
from rise_desk.services.unfinished import Draft
from ui import chronology_list, entries, formats, theme, thing_windows
from ui.desk import ScreenDesk
from ui.history_dialog import HistoryDialog
from ui.pages import Page
from ui.records.marks import withdrawn_words
from ui.records.shown import Reading
from ui.resuming import thrown_away
from ui.thing_overview import LATEST, ThingOverview, last_day, may_withdraw, standing
from ui.thing_verbs import CHRONOLOGY, OVERVIEW, TABS, ThingVerbs
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.identity import Identity, IdentityStrip
from ui.widgets.notice_bar import NoticeBar
from ui.widgets.timeline import Entry, Timeline

if TYPE_CHECKING:
    from ui.forms import Forms

GONE = "It was withdrawn, so nothing new is recorded about it. Whoever withdrew it, or a manager, can restore it."
EMPTY = ("Nothing is recorded about it yet.", "Links, actions and questions about it stand here, the newest first.")


class ThingPage(Page):
    """One thing, opened (and written down) when the page is made; `closed` asks to leave it, `opened` brings a subject.

    Raises `NotFound` where there is no such thing.
    """

    closed = Signal()
    opened = Signal(object)

    def __init__(self, desk: ScreenDesk, subject: Id, forms: "Forms", parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.thing: Thing = things.open_thing(desk.at, subject)
        self.subject, self.title, self.forms = self.thing.id, self.thing.name, forms
        self.file = ThingFile(subject=self.thing)
        self.found: dict[Id, ChronologyEntry] = {}
        self.joined: dict[Id, Thing] = {}
        self.setProperty("surface", "ground")
        self.strip, self.notice = IdentityStrip(), NoticeBar()
        self.verbs = ThingVerbs()
        self.tabs = self.verbs.tabs
        self.overview = ThingOverview(desk)
        self.timeline = Timeline(self._fetch, page=overview.PAGE, empty=EmptyState(*EMPTY, icon="clock"))
        self._stack = QStackedWidget()
        self._build()
        self._connect()

    def refresh(self) -> None:
        """Read everything shown again; what stands against it is said, and what was shown stays."""
        try:
            self.file = things.file(self.desk.at, self.subject)
            self.thing = self.file.subject
            self.subject, self.title = self.thing.id, self.thing.name
            self.joined = {each.id: each for each in thing_merging.joined_to(self.desk.at, self.thing)}
            self.strip.show_identity(self._identity())
            self.verbs.show_for(stands=not self.thing.withdrawn, may_restore=may_withdraw(self.desk, self.thing))
            self.tabs.set_count(CHRONOLOGY, len(self.file.records))
            self._show(self.tabs.current())
        except DeskError as failure:
            self.say(failure)

    def add(self) -> None:
        """Link it with somebody or something."""
        if self._stands():
            self.forms.protecting.link(self.subject)

    def change(self) -> None:
        """Change what is known of it."""
        if self._stands():
            self.forms.protecting.thing(self.thing.KIND, self.subject)

    def ask(self) -> None:
        """Write down what is not known about it."""
        self.forms.protecting.question(self.subject)

    def act(self) -> None:
        """Write down what is done about it."""
        self.forms.protecting.disruption(self.subject)

    def history(self) -> None:
        """Show who changed it, when and how."""
        self._try(lambda: HistoryDialog(self.desk, self.subject, self.thing.name))

    def read_record(self, record: Id) -> None:
        """Read an entry whole."""
        self._try(lambda: self._reader(things.entry(self.desk.at, self.subject, record)))

    def correct(self, record: Record) -> None:
        """Write a further entry that puts one right."""
        self._try(lambda: entries.correction(self.desk, self.subject, record))

    def separate(self, other: Id) -> None:
        """Let a record that is read as one with this be by itself again."""
        self._try(lambda: thing_windows.apart(self.desk, self.joined[other]))

    def withdraw(self) -> None:
        """Ask why it should not be on file, and take it off every list."""
        self._try(lambda: thing_windows.withdrawn(self.desk, self.thing))

    def restore(self) -> None:
        """Let it count again, and be in every list."""
        desk, thing = self.desk.at, self.thing
        self.desk.tasks.attempt(lambda: casework.restore(desk, thing), lambda _thing: self.tabs.setFocus(), self.say)

    def resume(self, draft: Draft) -> None:
        """Go on with an unfinished form."""
        self.forms.resume(draft)

    def say(self, failure: DeskError) -> None:
        """Say in a line what could not be done."""
        self.notice.say(str(failure), stays=True)

    def reading(self, found: Sequence[ChronologyEntry]) -> Reading:
        """What these entries are read with."""
        who = {subject for each in found for subject, _role in each.record.involved()}
        return Reading(
            subject=self.subject,
            names=overview.names_of(self.desk.at, who),
            practice=self.desk.practice,
            now=self.desk.now(),
            episodes=interviewing.episodes_of(self.desk.at, (each.record for each in found)),
        )

    def _stands(self) -> bool:
        """Whether it counts; where it was withdrawn, that is said."""
        if self.thing.withdrawn:
            self.notice.say(GONE)
        return not self.thing.withdrawn

    def _identity(self) -> Identity:
        what = thing_list.what(self.thing, self.desk.practice)
        card = things.card_of(self.desk.at, self.subject)
        last = card.last_entry if card else last_day(self.file.records)
        gone = withdrawn_words(self.thing)
        return Identity(
            name=self.thing.name,
            second=formats.joined(what, self.thing.detail),
            photo=photos.of(self.desk.at, self.thing),
            facts=(
                ("Links", str(len(standing(self.file.of(Link))) or "None yet")),
                ("Last entry", moments.shown(Moment(last)) or "None yet"),
            ),
            warnings=((gone, "It is in no list"),) if gone else (),
        )

    def _reader(self, found: ChronologyEntry) -> QDialog:
        dialog = entries.reader(self.desk, found, self.reading([found]))
        dialog.correction_asked.connect(self.correct)
        dialog.another_asked.connect(self.read_record)
        return dialog

    def _fetch(self, after: Entry | None) -> Sequence[Entry]:
        if self.desk.desk is None:  # still painted while the desk is being locked
            return []
        last = self.found.get(cast(Id, after.key)) if after else None
        page = things.chronology(self.desk.at, self.subject, after=last.line if last else None)
        reading = self.reading(page)
        self.found |= {each.line.record: each for each in page}
        return [chronology_list.shown(each, reading) for each in page]

    def _show(self, key: str) -> None:
        if key == CHRONOLOGY:
            self.found = {}
            self.timeline.reload()
        else:
            latest = things.chronology(self.desk.at, self.subject, limit=LATEST)
            self.overview.show_thing(self.file, latest, self.reading(latest))
        self._stack.setCurrentIndex([each for each, _text in TABS].index(key))

    def _turn(self, key: str) -> None:
        try:
            self._show(key)
        except DeskError as failure:
            self.say(failure)

    def _hear(self, said: object) -> None:
        """What concerns neither this nor anything beside it is not this page's news."""
        if isinstance(said, Announcement) and (said.elsewhere or self._concerned(said)):
            super()._hear(said)

    def _concerned(self, said: Announcement) -> bool:
        beside = {subject for each in self.file.records for subject, _role in each.involved()}
        joined = {each.merged_into for each in said.records if isinstance(each, Thing)}
        return bool(said.subjects & {self.subject, *self.joined, *beside}) or self.subject in joined

    def _try(self, make: Callable[[], QDialog]) -> None:
        """Open a window over the page, or say why it can't be."""
        try:
            dialog = make()
        except DeskError as failure:
            self.say(failure)
            return
        dialog.setParent(self.window(), Qt.WindowType.Dialog)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.finished.connect(lambda _result: QTimer.singleShot(0, self, self._returned))
        dialog.open()

    def _returned(self) -> None:
        """Where the button that opened a window went with what it stood on, the keyboard is at the tabs."""
        self.window().activateWindow()
        held = cast("QWidget | None", self.window().focusWidget())
        if held is None or not self.isAncestorOf(held):
            self.tabs.setFocus()

    def _connect(self) -> None:
        self.tabs.chosen.connect(self._turn)
        self.verbs.change.clicked.connect(self.change)
        self.verbs.question.clicked.connect(self.ask)
        self.verbs.action.clicked.connect(self.act)
        self.verbs.link.clicked.connect(self.add)
        self.verbs.restore.clicked.connect(self.restore)
        self.timeline.opened.connect(lambda key: self.read_record(cast(Id, key)))
        self.overview.opened.connect(self.opened)
        self.overview.read.connect(self.read_record)
        self.overview.link_asked.connect(lambda link: self.forms.protecting.link(self.subject, link))
        self.overview.question_asked.connect(lambda asked: self.forms.protecting.question(self.subject, asked))
        self.overview.chronology_asked.connect(lambda: self.tabs.set_current(CHRONOLOGY))
        self.overview.same_asked.connect(lambda: self.forms.protecting.same_thing(self.subject))
        self.overview.apart_asked.connect(self.separate)
        self.overview.withdraw_asked.connect(self.withdraw)
        self.overview.order_asked.connect(lambda: self.forms.protecting.order(self.subject))
        self.overview.resumed.connect(self.resume)
        self.overview.thrown_away.connect(lambda draft: thrown_away(self, draft))
        self.desk.drafted.connect(self._drafted)
        for keys, act in (
            ("F2", self.change),
            ("Ctrl+Tab", lambda: self.tabs.step(1)),
            ("Ctrl+Shift+Tab", lambda: self.tabs.step(-1)),
            ("Esc", self.closed.emit),
        ):
            QShortcut(QKeySequence(keys), self, act, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def _drafted(self) -> None:
        """An unfinished form came or went."""
        if self.desk.desk is not None and self.isVisible() and self.tabs.current() == OVERVIEW:
            self._turn(OVERVIEW)

    def _build(self) -> None:
        self._stack.addWidget(self.overview)
        frame = Card()
        frame.add(self.timeline, 1)
        self._stack.addWidget(frame)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.MARGIN, theme.GAP, theme.MARGIN, theme.GAP)
        column.setSpacing(theme.TIGHT + 4)
        column.addWidget(self.strip)
        column.addWidget(self.notice)
        column.addWidget(self.verbs)
        column.addWidget(self._stack, 1)
