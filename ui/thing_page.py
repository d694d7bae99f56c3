"""The page of a place, a vehicle, a phone or a name online: what it is stays in view, and beneath it all about it."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from rise_desk.domain import moments
from rise_desk.domain.act import Announcement
from rise_desk.domain.casefile import ThingFile
from rise_desk.domain.link import Link
from rise_desk.domain.moments import Moment
from rise_desk.domain.record import Id, Record
from rise_desk.domain.thing import Thing
from rise_desk.errors import DeskError
from rise_desk.services import interviewing, overview, photos, thing_merging, things
from rise_desk.services.exchange import thing_list
from rise_desk.services.overview import ChronologyEntry
from rise_desk.services.unfinished import Draft
from ui import chronology_list, entries, formats, theme, thing_windows
from ui.case_verbs import KEYS_FROM
from ui.desk import ScreenDesk
from ui.history_dialog import HistoryDialog
from ui.pages import Page
from ui.records.marks import withdrawn_words
from ui.records.shown import Reading
from ui.resuming import thrown_away
from ui.thing_overview import LATEST, ThingOverview, standing
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.identity import Identity, IdentityStrip
from ui.widgets.notice_bar import NoticeBar
from ui.widgets.tabs import Tabs
from ui.widgets.timeline import Entry, Timeline

if TYPE_CHECKING:
    from ui.forms import Forms

OVERVIEW, CHRONOLOGY = "overview", "chronology"
TABS = ((OVERVIEW, "Overview"), (CHRONOLOGY, "Chronology"))
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
        self.tabs = Tabs(TABS, name="Sections of the page")
        self.change_button = Button("Change…")
        self.question_button = Button("Question…", hint="What is not known about it, and who finds it out")
        self.action_button = Button("Action…", hint="What is done about it to protect children")
        self.link_button = Button("Link with…", "primary", icon="add")
        self.overview = ThingOverview(desk)
        self.timeline = Timeline(self._fetch, page=overview.PAGE, empty=EmptyState(*EMPTY, icon="clock"))
        self._stack, self._verbs = QStackedWidget(), QWidget()
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._build()
        self._connect()
        theme.when_changed(self._fit)

    def refresh(self) -> None:
        """Read everything shown again; what stands against it is said, and what was shown stays."""
        try:
            self.file = things.file(self.desk.at, self.subject)
            self.thing = self.file.subject
            self.subject, self.title = self.thing.id, self.thing.name
            self.joined = {each.id: each for each in thing_merging.joined_to(self.desk.at, self.thing)}
            self.strip.show_identity(self._identity())
            self.tabs.set_count(CHRONOLOGY, len(self.file.records))
            self._show(self.tabs.current())
        except DeskError as failure:
            self.say(failure)

    def add(self) -> None:
        """Link it with somebody or something."""
        self.forms.protecting.link(self.subject)

    def change(self) -> None:
        """Change what is known of it."""
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

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow page leaves the keys off its buttons, and has them beneath the tabs."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Keys on the buttons where there is room, by the size of the text that holds now."""
        roomy = self.width() > theme.current().px(KEYS_FROM)
        for button, text, keys in ((self.change_button, "Change…", "F2"), (self.link_button, "Link with…", "Ctrl+N")):
            button.keys = keys if roomy else ""
            button.say(text)
        needed = self.tabs.sizeHint().width() + self._verbs.sizeHint().width() + 2 * theme.MARGIN
        beside = self.width() > needed
        self._head.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)

    def _identity(self) -> Identity:
        card = things.card_of(self.desk.at, self.subject)
        what = thing_list.what(self.thing, self.desk.practice)
        last = moments.shown(Moment(card.last_entry)) if card and card.last_entry else "None yet"
        gone = withdrawn_words(self.thing)
        return Identity(
            name=self.thing.name,
            second=formats.joined(what, self.thing.detail),
            photo=photos.of(self.desk.at, self.thing),
            facts=(("Links", str(len(standing(self.file.of(Link))) or "None yet")), ("Last entry", last)),
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
        dialog.open()

    def _connect(self) -> None:
        self.tabs.chosen.connect(self._turn)
        self.change_button.clicked.connect(self.change)
        self.question_button.clicked.connect(self.ask)
        self.action_button.clicked.connect(self.act)
        self.link_button.clicked.connect(self.add)
        self.timeline.opened.connect(lambda key: self.read_record(cast(Id, key)))
        self.overview.opened.connect(self.opened)
        self.overview.read.connect(self.read_record)
        self.overview.link_asked.connect(lambda link: self.forms.protecting.link(self.subject, link))
        self.overview.question_asked.connect(lambda asked: self.forms.protecting.question(self.subject, asked))
        self.overview.chronology_asked.connect(lambda: self.tabs.set_current(CHRONOLOGY))
        self.overview.same_asked.connect(lambda: self.forms.protecting.same_thing(self.subject))
        self.overview.apart_asked.connect(self.separate)
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
        verbs = QHBoxLayout(self._verbs)
        verbs.setContentsMargins(0, 0, 0, 0)
        verbs.setSpacing(theme.TIGHT + 2)
        verbs.addStretch(1)
        for button in (self.change_button, self.question_button, self.action_button, self.link_button):
            verbs.addWidget(button)
        self._head.setSpacing(theme.TIGHT)
        self._head.addWidget(self.tabs, 1)
        self._head.addWidget(self._verbs)
        column.addWidget(self.strip)
        column.addWidget(self.notice)
        column.addLayout(self._head)
        column.addWidget(self._stack, 1)
