"""The desk's window: the rail, the search box, one page at a time, and a line that says how things stand."""

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QVBoxLayout, QWidget

from rise_desk.domain.person import ADULT, AT_RISK, OF_CONCERN
from rise_desk.domain.record import Id
from rise_desk.errors import DeskError
from rise_desk.services import accounts
from rise_desk.services.backups import Standing
from ui import around_pages, menus, placing, theme
from ui.appearance import Appearance
from ui.backups import BackupBar, Backups
from ui.caseload import Caseload
from ui.demonstration import Banner
from ui.desk import ScreenDesk
from ui.exports import Exports
from ui.first_page import TodayCount, first_page
from ui.forms import Forms
from ui.gap_bar import GapBar
from ui.help_menu import DeskHelp
from ui.lock import Lock
from ui.menus import Menus
from ui.pages import Page, Pages, Place
from ui.search import Search, read_entry
from ui.status_line import StatusLine
from ui.undo import Undo
from ui.widgets.notice_bar import NoticeBar
from ui.widgets.rail import Rail, Section
from ui.widgets.top_bar import TopBar

TODAY, PEOPLE, ADULTS, CASE, SETTINGS, HELP, STAFF = "today", "people", "adults", "case", "settings", "help", "staff"
TRAIL = "audit"
SECTIONS = (
    Section(key=TODAY, text="Today", icon="today", keys="Ctrl+1"),
    Section(key=PEOPLE, text="Young people", icon="people", keys="Ctrl+2"),
    Section(key=ADULTS, text="Adults of concern", icon="adults", keys="Ctrl+3"),
    Section(key=around_pages.THINGS, text="Places and things", icon="places", keys="Ctrl+4"),
)
FOOT = (
    Section(key=SETTINGS, text="Settings", icon="settings", keys="Ctrl+,"),
    Section(key=HELP, text="Help", icon="help", keys="F1"),
)
IN_RAIL = {STAFF: SETTINGS, TRAIL: SETTINGS, around_pages.THING: around_pages.THINGS}
WINDOW, PAGE = "window", "page"
LOCKS_SOON = "The desk locks in a moment because nobody is using it. Move the mouse to stay."


class MainWindow(QMainWindow):
    """Everything somebody works with once they have signed in; `closing` asks for the end of the program."""

    closing = Signal()
    set_up_asked = Signal()
    restore_asked = Signal()

    def __init__(self, desk: ScreenDesk, appearance: Appearance, lock: Lock) -> None:
        super().__init__()
        self.setWindowTitle("RISE Desk")
        self.desk, self._appearance, self._lock = desk, appearance, lock
        self.rail = Rail(SECTIONS, FOOT)
        self.top = TopBar()
        self.gap = GapBar(desk)
        self.notice = NoticeBar()
        self.backups = Backups(desk, self)
        self.backup_bar = BackupBar()
        self.may_close: Callable[[], bool] = lambda: True
        self.pages = Pages(
            {
                TODAY: lambda _none: first_page(self),
                PEOPLE: lambda _none: self._list(AT_RISK),
                ADULTS: lambda _none: self._list(OF_CONCERN),
                CASE: self._case,
                SETTINGS: lambda _none: self._settings(),
                HELP: lambda _none: self._help(),
                STAFF: lambda _none: self._staff(),
                TRAIL: self._trail,
                **around_pages.makers(self),
            }
        )
        self.status = StatusLine(desk)
        self.forms = Forms(desk, self)
        self.exports = Exports(desk, self.pages, self.notice, self)
        self.help = DeskHelp(self)
        self.search = Search(desk, self.top.search, self.help.places)
        self.undo = Undo(desk, self.notice, self)
        self.today_count = TodayCount(self)
        self.menus = Menus(self, menus.of(self, appearance, lock))
        self.undo.show_in(self.menus)
        self._build()
        self._connect()

    def arrive(self) -> None:
        """The desk as its owner left it: place, page, and what they must know first."""
        who = self.desk.at.who
        self.top.show_user(who.name, who.role)
        placing.restore(self, self.desk.preference(WINDOW))
        self.gap.refresh()
        self.status.refresh()
        page = self.desk.preference(PAGE, TODAY)
        self.go(Place(page if isinstance(page, str) and page in [each.key for each in SECTIONS] else TODAY))
        self.top.search.setFocus()
        wanted = accounts.recovery_groups_wanted(self.desk.at)
        if wanted:
            from ui.recovery_key import KeyGroups

            KeyGroups(self.desk, wanted, self).open()

    def go(self, place: Place) -> None:
        """Show a page; what forbids it is said, and the page before stays."""
        try:
            self.pages.go(place)
        except DeskError as failure:
            self.say(str(failure))
            self.rail.set_current(self._in_rail(self.pages.place))

    def open_file(self, subject: object) -> None:
        """Show somebody's file, or the page of a place or thing."""
        self.go(around_pages.place_of(self, cast(Id, subject)))

    def say(self, sentence: str) -> None:
        """Tell something in a line that goes away by itself."""
        self.notice.say(sentence)

    def refresh(self) -> None:
        """Read the page in view again, and look what others have saved."""
        self.desk.look()
        self.gap.refresh()
        self.status.refresh()
        page = self.pages.currentWidget()
        if page is not None:
            cast(Page, page).refresh()

    def closeEvent(self, event: QCloseEvent) -> None:
        """The program ends with its window, once what must be done first is done."""
        if not self.may_close():
            event.ignore()
            return
        super().closeEvent(event)
        self.closing.emit()

    # What the window is made of

    def _build(self) -> None:
        right = QWidget()
        right.setProperty("surface", "ground")
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        bars = QVBoxLayout()
        bars.setContentsMargins(theme.MARGIN, 6, theme.MARGIN, 0)
        bars.setSpacing(theme.TIGHT)
        if self.desk.at.demonstration:
            bars.addWidget(Banner())
        bars.addWidget(self.gap)
        bars.addWidget(self.backup_bar)
        bars.addWidget(self.notice)
        column.addWidget(self.top)
        column.addLayout(bars)
        column.addWidget(self.pages, 1)
        column.addWidget(self.status)
        middle = QWidget()
        across = QHBoxLayout(middle)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(self.rail)
        across.addWidget(right, 1)
        self.setCentralWidget(middle)

    def _connect(self) -> None:
        self.backups.told.connect(self._tell_backups)
        self.backups.said.connect(lambda sentence: self.notice.say(sentence, stays=True))
        self.backups.may_leave.connect(self.close)
        self.rail.chosen.connect(lambda key: self.go(Place(key)))
        self.top.lock_asked.connect(self._lock.lock)
        self.search.opened.connect(self.open_file)
        self.search.entry_opened.connect(lambda subject, record: read_entry(self, subject, record))
        self.pages.moved.connect(self._moved)
        self.gap.accepted.connect(self.refresh)
        self.forms.opened_file.connect(self.open_file)
        self.forms.said.connect(self.say)
        self.forms.failed.connect(self.say)
        self.forms.offered.connect(lambda sentence, nexts: self.notice.offer(sentence, *nexts))
        self._lock.warned.connect(lambda soon: self.notice.say(LOCKS_SOON, stays=True) if soon else self.notice.hide())
        self.desk.leaving.connect(self._remember)

    def goer(self, key: str) -> Callable[[], None]:
        """What goes to a section when it is called."""
        return lambda: self.go(Place(key))

    # The pages: each is loaded when somebody first goes there, so the first is there sooner

    def _list(self, role: str) -> Caseload:
        page = Caseload(self.desk, role)
        page.opened.connect(self.open_file)
        page.note_asked.connect(self.forms.note)
        page.summary_asked.connect(self.forms.summary)
        page.new_asked.connect(self.forms.new_person)
        page.import_asked.connect(self.forms.import_list)
        return page

    def _case(self, subject: Id) -> QWidget:
        from ui.case_page import CasePage

        page = CasePage(self.desk, subject)
        page.closed.connect(lambda: self.pages.close_place(Place(CASE, subject)))
        return page

    def _help(self) -> Page:
        from ui.help_page import HelpPage

        return HelpPage(self.desk)

    def _staff(self) -> Page:
        from ui.staff_page import StaffPage

        return StaffPage(self.desk)

    def _trail(self, about: Id) -> Page:
        from ui.trail_page import TrailPage

        return TrailPage(self.desk, self.open_file, about)

    def _settings(self) -> Page:
        from ui.settings import Settings

        page = Settings(self.desk, self._appearance, self._lock, self.backups)
        page.password_asked.connect(self.forms.change_password)
        page.accounts_asked.connect(self.goer(STAFF))
        page.audit_asked.connect(self.goer(TRAIL))
        return page

    # Small acts

    def new(self) -> None:
        """Something new where one is: an entry in a file, else a file for somebody."""
        add = getattr(self.pages.currentWidget(), "add", None)
        if callable(add):
            add()
        else:
            self.forms.new_person()

    def filter(self) -> None:
        """Narrow the list in view; where there is none, search."""
        narrow = getattr(self.pages.currentWidget(), "filter", None)
        if not (callable(narrow) and narrow()):
            self.top.search.setFocus()

    def next_part(self) -> None:
        """Take the cursor to the next part of the window: rail, search box, page."""
        page = self.pages.currentWidget()
        if page is None:
            return
        parts: tuple[QWidget, ...] = (self.rail.items[self.rail.current() or TODAY], self.top.search, page)
        focus = self.focusWidget()
        here = next((place for place, part in enumerate(parts) if _within(focus, part)), -1)
        part = parts[(here + 1) % len(parts)]
        first = _first_control(page) if part is page else part
        first.setFocus(Qt.FocusReason.TabFocusReason)

    def _moved(self, place: Place) -> None:
        if place.page == CASE:
            self.search.remember(place.subject)
        back, forward = self.pages.may_go()
        self.menus.set_enabled("back", back)
        self.menus.set_enabled("forward", forward)
        self.menus.set_enabled("history", place.page in (CASE, around_pages.THING))
        self.rail.set_current(self._in_rail(place))
        self.status.refresh()

    def _in_rail(self, place: Place | None) -> str:
        if place is None:
            return ""
        current = self.rail.current()
        person = getattr(self.pages.currentWidget(), "person", None)
        own = ADULTS if person is not None and person.kind == ADULT else PEOPLE
        in_list = current if current in (PEOPLE, ADULTS, TODAY) else own
        return in_list if place.page == CASE else IN_RAIL.get(place.page, place.page)

    def _tell_backups(self, standing: Standing) -> None:
        self.status.show_backups(standing)
        self.backup_bar.show_standing(standing, self.desk.now())

    def _remember(self) -> None:
        self.desk.prefer(WINDOW, placing.of(self))
        self.desk.prefer(PAGE, self.rail.current())


def _within(widget: QWidget, part: QWidget) -> bool:
    return widget is part or part.isAncestorOf(widget)


def _first_control(page: QWidget) -> QWidget:
    inside = page.findChildren(QWidget)
    return next((each for each in inside if each.isVisible() and each.focusPolicy() & Qt.FocusPolicy.TabFocus), page)
