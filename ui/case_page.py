"""The case page: who this is stays in view, and beneath it the overview, the chronology and the details of the file."""

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QDialog, QStackedWidget, QVBoxLayout, QWidget

from rise_desk.domain.act import Announcement
from rise_desk.domain.person import AT_RISK, Person
from rise_desk.domain.record import Id, Record
from rise_desk.errors import DeskError
from rise_desk.services import missing_picture, overview
from rise_desk.services.overview import ChronologyEntry
from rise_desk.services.unfinished import Draft
from ui import case_identity, entries, theme
from ui.case_details import CaseDetails
from ui.case_joined import CaseJoined
from ui.case_overview import CaseOverview
from ui.case_tabs import CHRONOLOGY, DETAILS, MISSING, OVERVIEW, TABS, FurtherTabs
from ui.case_verbs import CaseVerbs
from ui.chronology import Chronology
from ui.desk import ScreenDesk
from ui.flag_row import FlagRow
from ui.history_dialog import HistoryDialog
from ui.leaving import Leaving
from ui.note_form import NoteForm
from ui.pages import Page
from ui.person_form import PersonForm
from ui.preview import PreviewDialog
from ui.resuming import thrown_away, window_of
from ui.widgets.identity import Identity, IdentityStrip
from ui.widgets.notice_bar import NoticeBar

if TYPE_CHECKING:
    from ui.case_missing import CaseMissing

LOW = 460
"""Below this, in units that grow with the text, a page is low."""


class CasePage(Page):
    """Somebody's file, opened (and written down) when the page is made; `closed` asks to leave it.

    It reads again only when something of this file changed. Raises `NotAllowed` or `NotFound` where it can't be opened.
    """

    closed = Signal()

    def __init__(self, desk: ScreenDesk, subject: Id, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.person: Person = overview.open_file(desk.at, subject)
        self.subject, self.title = self.person.id, self.person.name
        self.setProperty("surface", "ground")
        self.strip = IdentityStrip()
        self._who: Identity | None = None
        self._low = False
        self.flags = FlagRow()
        self.notice = NoticeBar()
        self._verbs = CaseVerbs(TABS)
        self.tabs, self.print_button = self._verbs.tabs, self._verbs.print
        self.assess_button, self.add_button = self._verbs.assess, self._verbs.add
        self.overview = CaseOverview(desk, self.subject)
        self.joined = CaseJoined(self)
        self._stack = QStackedWidget()
        self.further = FurtherTabs(self, self._stack)
        self._build()
        self._connect()
        case_identity.follow(self)

    @cached_property
    def chronology(self) -> Chronology:
        """Every entry; made when somebody first turns to it, so that a file opens sooner."""
        made = Chronology(self.desk, self.subject)
        made.opened.connect(self.read)
        made.note_asked.connect(self.add)
        made.export_asked.connect(self.export_asked)
        self._stack.addWidget(made)
        return made

    @cached_property
    def missing(self) -> "CaseMissing":
        """Every missing episode; made when somebody first turns to it."""
        from ui import case_missing

        made = case_missing.of(self)
        self._stack.addWidget(made)
        return made

    @cached_property
    def details(self) -> CaseDetails:
        """All that is known, section by section; made when somebody first turns to it."""
        made = CaseDetails(self.desk)
        made.change_asked.connect(self.change)
        made.merge_asked.connect(self.joined.merge)
        made.history_asked.connect(self.history)
        self._stack.addWidget(made)
        return made

    def refresh(self) -> None:
        """Read everything shown again; what stands against it is said, and what was shown stays."""
        desk = self.desk.at
        try:
            self.person = self.joined.read()
            self.assess_button.setVisible(self.person.has_role(AT_RISK))
            self._who = case_identity.identity(desk, self.person)
            self._show_who()
            self.tabs.set_count(CHRONOLOGY, overview.how_many_entries(desk, self.subject))
            self.tabs.set_count(MISSING, missing_picture.how_many(desk, self.subject))
            self.further.count()
            self._show_tab(self.tabs.current())
        except DeskError as failure:
            self.say(failure)

    def move_to(self, subject: Id) -> None:
        """Go on as another file: this one was merged into it."""
        self.subject = self.overview.subject = subject
        for tab in {CHRONOLOGY, MISSING} & vars(self).keys():
            vars(self)[tab].subject = subject
        self.further.move_to(subject)

    def add(self) -> None:
        """Write a note."""
        self._open(NoteForm(self.desk, self.subject))

    def assess(self) -> None:
        """Make an assessment."""
        from ui.assessment_form import AssessmentForm

        self.show_form(lambda: AssessmentForm(self.desk, self.subject))

    def filter(self) -> bool:
        """Narrow the chronology."""
        self.tabs.set_current(CHRONOLOGY)
        self.chronology.filter()
        return True

    def listing(self) -> Leaving | None:
        """The chronology as it is narrowed; None where another tab is in view."""
        return self.chronology.listing(self.person) if self.tabs.current() == CHRONOLOGY else None

    def change(self, section: str = "") -> None:
        """Change the file, beginning with one of its sections."""
        try:
            person = overview.person(self.desk.at, self.subject)
        except DeskError as failure:
            self.say(failure)
            return
        self._open(PersonForm(self.desk, person, section=section))

    def history(self) -> None:
        """Show who changed what in this file, and when."""
        self.show_form(lambda: HistoryDialog(self.desk, self.subject, f"{self.person.name}’s file"))

    def print_summary(self) -> None:
        """Look at the case summary, print and save it."""
        self.show_form(lambda: PreviewDialog(self.desk, self.subject))

    def read(self, found: ChronologyEntry) -> None:
        """Read an entry whole."""
        dialog = entries.reader(self.desk, found, self.chronology.reading([found]))
        dialog.correction_asked.connect(self.correct)
        dialog.another_asked.connect(self.read_record)
        self._open(dialog)

    def read_record(self, record: Id) -> None:
        """Read the entry with this number."""
        try:
            found = overview.entry(self.desk.at, self.subject, record)
        except DeskError as failure:
            self.say(failure)
            return
        self.read(found)

    def correct(self, record: Record) -> None:
        """Write a further entry that puts one right."""
        self.show_form(lambda: entries.correction(self.desk, self.subject, record))

    def check(self) -> None:
        """Fill in the health checklist."""
        self.show_form(lambda: entries.checklist(self.desk, self.subject))

    def show_form(self, make: Callable[[], QDialog]) -> None:
        """Open a window over the file, or say why it can't be."""
        try:
            self._open(make())
        except DeskError as failure:
            self.say(failure)

    def resume(self, draft: Draft) -> None:
        """Go on with an unfinished form."""
        self.show_form(lambda: window_of(self.desk, draft))

    def say(self, failure: DeskError) -> None:
        """Say in a line what could not be done."""
        self.notice.say(str(failure), stays=True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """On a low page who this is takes fewer lines."""
        super().resizeEvent(event)
        if self._low != self._is_low():
            self._show_who()

    def tell_again(self) -> None:
        """Say anew how long somebody has been missing, and how much time an interview has left."""
        if self._who is not None and self._who.runs and self.desk.desk is not None and self.isVisible():
            self._who = case_identity.identity(self.desk.at, self.person)
            self._show_who()

    def _is_low(self) -> bool:
        return self.height() < theme.current().tall(LOW)

    def _show_who(self) -> None:
        self._low = self._is_low()
        if self._who is not None:
            flags = case_identity.flags(self.person, self.desk.practice, self.desk.now())
            self.strip.show_identity(case_identity.short(self._who, flags) if self._low else self._who)
            self.flags.show_flags(() if self._low else flags)

    def _hear(self, said: object) -> None:
        """Another file's news is not this page's."""
        if isinstance(said, Announcement) and self.joined.concerned(said):
            super()._hear(said)

    def _show_tab(self, key: str) -> None:
        if key == CHRONOLOGY:
            self.chronology.refresh()
            self._stack.setCurrentWidget(self.chronology)
        elif key == MISSING:
            self.missing.show_person()
            self._stack.setCurrentWidget(self.missing)
        elif self.further.has(key):
            self.further.show(key)
        elif key == DETAILS:
            self.details.show_person(self.person)
            self._stack.setCurrentWidget(self.details)
        else:
            self.overview.show_person(self.person)
            self._stack.setCurrentWidget(self.overview)

    def _turn(self, key: str) -> None:
        try:
            self._show_tab(key)
        except DeskError as failure:
            self.say(failure)

    def _open(self, dialog: QDialog) -> None:
        dialog.setParent(self.window(), Qt.WindowType.Dialog)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.finished.connect(lambda _result: self._returned())
        dialog.open()

    def _returned(self) -> None:
        """A form was closed: an unfinished one may have come or gone, and the button that opened it too."""
        if self.desk.desk is not None and self.isVisible() and self.tabs.current() == OVERVIEW:
            self._turn(OVERVIEW)
        held = cast("QWidget | None", self.window().focusWidget())
        if held is None or not held.isVisibleTo(self.window()):
            self.tabs.setFocus()

    def _connect(self) -> None:
        self.tabs.chosen.connect(self._turn)
        self.print_button.clicked.connect(self.print_summary)
        self.assess_button.clicked.connect(self.assess)
        self.add_button.clicked.connect(self.add)
        self.joined.dialog_asked.connect(self._open)
        self.overview.opened.connect(self.read)
        self.overview.record_opened.connect(self.read_record)
        self.overview.assess_asked.connect(self.assess)
        self.overview.resumed.connect(self.resume)
        self.overview.thrown_away.connect(lambda draft: thrown_away(self, draft))
        self.overview.chronology_asked.connect(lambda: self.tabs.set_current(CHRONOLOGY))
        self.overview.missing_asked.connect(lambda: self.tabs.set_current(MISSING))
        self.overview.details_asked.connect(lambda: self.tabs.set_current(DETAILS))
        for keys, act in (
            ("Ctrl+P", self.print_summary),
            ("F2", self.change),
            ("Ctrl+Tab", lambda: self.tabs.step(1)),
            ("Ctrl+Shift+Tab", lambda: self.tabs.step(-1)),
            ("Esc", self.closed.emit),
        ):
            QShortcut(QKeySequence(keys), self, act, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def _build(self) -> None:
        self._stack.addWidget(self.overview)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.MARGIN, theme.GAP, theme.MARGIN, theme.GAP)
        column.setSpacing(theme.TIGHT + 4)
        for widget in (self.strip, self.flags, self.joined, self.notice, self._verbs):
            column.addWidget(widget)
        column.addWidget(self._stack, 1)
        self.flags.hide()
