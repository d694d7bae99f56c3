"""Leads through the windows as a person would, and takes a picture at every stop."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtWidgets import QApplication, QDialog, QWidget

from rise_desk.services import packs
from rise_desk.services.clock import Clock
from ui import theme
from ui.add_staff import AddStaff, OneDayCode
from ui.caseload import Caseload
from ui.failure import FailureDialog, details
from ui.gallery import Gallery
from ui.gap_bar import AcceptLoss
from ui.import_dialog import ImportDialog
from ui.main_window import ADULTS, CASE, HELP, PEOPLE, SETTINGS, STAFF, TODAY, MainWindow
from ui.note_form import NoteForm
from ui.pages import Place
from ui.password_fields import AGAIN, NEW
from ui.preview_save import SaveDialog
from ui.print_dialog import NoPrinter, PrintDialog
from ui.program import Program, application
from ui.recovery_key import KeyGroups, ShowKey
from ui.set_up import SetUp
from ui.sign_in import NAME, AskPassword, ChoosePassword, SignIn
from ui.sign_in import PASSWORD as SECRET
from ui.staff_page import StaffPage
from ui.step import Steps
from ui.tour_camera import SIZE, Camera, settle
from ui.tour_story import LIST, SUPERVISOR, WORKER, Story
from ui.welcome import OWN, ROLE, WISH, Welcome

WEAK_MIB = 8
PASSWORD = "bodim-takel-runov 7"
PAPER_DPI = 110
MISSING = "2 entries saved up to 21 November 2026 at 10:42am are missing"
Shown = TypeVar("Shown", bound=QWidget)


class Guide:
    """One round: setting up, an empty desk, a desk at work, what can go wrong, large text, paper, the lock."""

    def __init__(self, folder: Path, place: Path, clock: Clock) -> None:
        self.app: QApplication = application()
        self.camera = Camera(self.app, folder)
        self._place = place.parent
        self.program = Program(self.app, place, clock, mib=WEAK_MIB)
        self.story: Story | None = None

    def go_round(self) -> list[Path]:
        """The whole tour; the pictures."""
        look = theme.current()
        theme.apply(self.app, dark=False, scale=1.0)
        try:
            for stop in (self.set_up, self.empty_desk, self.desk_at_work, self.a_file, self.accounts, self.amiss):
                stop()
            for stop in (self.large_text, self.paper, self.lock, self.gallery):
                stop()
        finally:
            self._end()
            theme.apply(self.app, dark=look.dark, scale=look.scale)
        return self.camera.taken

    # Stops

    def set_up(self) -> None:
        """From an empty folder to a desk."""
        self.program.start()
        welcome = self._window(Welcome)
        self.camera.shoot("welcome", welcome)
        assert welcome.step is not None
        for name, value in ((WISH, OWN), (ROLE, "supervisor")):
            welcome.step.rows[name].editor.set_value(value)
        self.camera.shoot("welcome-own-records", welcome)
        self._press(welcome)
        door = self._window(SetUp)
        first = door.step
        self.camera.shoot("set-up", door)
        self._press(door)
        self.camera.shoot("set-up-problems", door)
        self._type(door, {NAME: SUPERVISOR, NEW: PASSWORD, AGAIN: PASSWORD})
        self._press(door)
        settle(self.app, lambda: door.step is not first)
        self.camera.shoot("recovery-key", door)
        shown = door.step
        assert isinstance(shown, ShowKey)
        self._type(door, {"group_3": shown.groups[2], "group_7": shown.groups[6]})
        self._press(door)
        settle(self.app, lambda: self.program.desk.desk is not None)

    def empty_desk(self) -> None:
        """What each page says before anything is on file."""
        self._go(TODAY, "today-empty")
        self._go(PEOPLE, "young-people-empty")

    def desk_at_work(self) -> None:
        """The pages with the story on file."""
        self.story = Story(self.program.desk.at)
        self.story.tell()
        settle(self.app)
        self._go(TODAY, "today")
        self._go(PEOPLE, "young-people")
        self._narrowed()
        self._searched()
        for key, name in ((ADULTS, "adults-of-concern"), (SETTINGS, "settings"), (HELP, "help")):
            self._go(key, name)

    def a_file(self) -> None:
        """A young person's file, and every form over it."""
        assert self.story is not None
        window, maisie = self._window(MainWindow), self.story.maisie
        window.go(Place(CASE, maisie))
        self.camera.shoot("case", window)
        self._case_tabs(window)
        self._form("new-young-person", window.forms.new_person)
        self._form("note", lambda: window.forms.note(maisie), with_problems=True)
        self._form("import", window.forms.import_list)
        self._form("summary-preview", lambda: window.forms.summary(maisie))
        self._dialog("print", PrintDialog(["Office"], 12, packs.MOST_COPIES, window))
        self._dialog("no-printer", NoPrinter(window))
        saving = SaveDialog(lambda _secret: None, window)
        saving.show_made_up(PASSWORD)
        self._dialog("save-as-pdf", saving)
        self._form("change-password", window.forms.change_password)

    def accounts(self) -> None:
        """Who may sign in."""
        self._go(STAFF, "accounts")
        window = self._window(MainWindow)
        page = window.pages.currentWidget()
        assert isinstance(page, StaffPage)
        self._dialog("add-somebody", AddStaff(self.program.desk, page))
        self._dialog("one-day-code", OneDayCode("Ama Boateng", "K7QM2-XRD9T-FW4HN", page))

    def amiss(self) -> None:
        """What is said when something is wrong."""
        window = self._window(MainWindow)
        window.go(Place(TODAY))
        self._dialog("recovery-groups", KeyGroups(self.program.desk, (3, 7), window))
        self._dialog("failure", FailureDialog(details(IndexError, None), window))
        store = self.program.desk.at.store
        store.missing = MISSING
        window.gap.refresh()
        self.camera.shoot("entries-missing", window)
        self._dialog("accept-the-loss", AcceptLoss(self.program.desk, window))
        store.missing = ""
        window.gap.refresh()
        window.notice.say("Somebody else changed this file a moment ago. It has been read again.")
        self.camera.shoot("notice", window)
        window.notice.close_notice()

    def large_text(self) -> None:
        """Text at 200 %, on a window made for it."""
        assert self.story is not None
        look = self.program.appearance
        look.choose_size(200)
        self._go(TODAY, "today-large-text")
        self._go(PEOPLE, "young-people-large-text")
        window = self._window(MainWindow)
        window.go(Place(CASE, self.story.maisie))
        self.camera.shoot("case-large-text", window)
        look.choose_size(100)

    def paper(self) -> None:
        """Each page of a case summary."""
        assert self.story is not None
        made = packs.summary(self.program.desk.at, self.story.maisie, recipient="Ruth Penn")
        for place in range(made.pages):
            self.camera.keep_page(f"paper-summary-{place + 1}", packs.page_png(made.pdf, place, PAPER_DPI))

    def lock(self) -> None:
        """The locked desk, and the ways in."""
        assert self.story is not None
        self.program.lock.lock()
        door = self._window(SignIn)
        self.camera.shoot("sign-in", door)
        self._type(door, {SECRET: "not the password"})
        self._press(door)
        settle(self.app, lambda: bool(door.step and door.step.rows[SECRET].problem))
        self.camera.shoot("sign-in-wrong-password", door)
        door.ask_key(SUPERVISOR)
        self.camera.shoot("recovery", door)
        door.ask(WORKER, code=True)
        self.camera.shoot("one-day-code-sign-in", door)
        self._type(door, {SECRET: self.story.codes[WORKER]})
        step = door.step
        assert isinstance(step, AskPassword)
        self._press(door)
        settle(self.app, lambda: isinstance(door.step, ChoosePassword))
        self.camera.shoot("choose-password", door)

    def gallery(self) -> None:
        """Every widget in every state."""
        gallery = Gallery()
        gallery.resize(*SIZE)
        gallery.show()
        self.camera.shoot_whole("gallery", gallery, gallery.whole_height())
        gallery.hide()
        gallery.deleteLater()

    # Ways and means

    def _narrowed(self) -> None:
        window = self._window(MainWindow)
        page = window.pages.currentWidget()
        assert isinstance(page, Caseload)
        for name, asked in (
            ("filtered", {"case_state": "open", "key_worker": SUPERVISOR}),
            ("none-fit", {"text": "nobody of this name"}),
        ):
            page.filters.set_value(asked)
            page.refresh()
            self.camera.shoot(f"young-people-{name}", window)
        page.filters.set_value({})
        page.refresh()
        columns = page.table.choose_columns()
        self.camera.shoot("choose-columns", window, columns)
        columns.reject()

    def _searched(self) -> None:
        window = self._window(MainWindow)
        box = window.top.search
        box.setFocus()
        box.setText("phone")
        window.search.ask("phone")
        self.camera.shoot("search", window)
        box.clear()
        box.close_answers()

    def _case_tabs(self, window: MainWindow) -> None:
        page = window.pages.currentWidget()
        tabs = getattr(page, "tabs", None)
        if tabs is None:
            return
        for place in range(1, tabs.count()):
            tabs.setCurrentIndex(place)
            name = tabs.tabText(place).split(" ")[0].casefold()
            self.camera.shoot(f"case-{name}", window)
        tabs.setCurrentIndex(0)

    def _form(self, name: str, ask: Callable[[], None], *, with_problems: bool = False) -> None:
        window = self._window(MainWindow)
        ask()
        form = next(each for each in window.findChildren(QDialog) if each.isVisible())
        settle(self.app, lambda: not self.program.desk.tasks.busy())
        self.camera.shoot(name, window, form)
        if with_problems and isinstance(form, NoteForm):
            form.save()
            self.camera.shoot(f"{name}-problems", window, form)
            form.panel.settle()
        if isinstance(form, ImportDialog):
            form.take(self._list())
            settle(self.app, lambda: not self.program.desk.tasks.busy())
            self.camera.shoot(f"{name}-looked-at", window, form)
        form.hide()
        form.deleteLater()
        settle(self.app)

    def _list(self) -> Path:
        path = self._place / "mosaic" / "young_people.csv"
        path.parent.mkdir(exist_ok=True)
        path.write_text(LIST, "utf-8")
        return path

    def _dialog(self, name: str, dialog: QDialog) -> None:
        dialog.open()
        self.camera.shoot(name, self._window(MainWindow), dialog)
        dialog.hide()
        dialog.deleteLater()
        settle(self.app)

    def _go(self, key: str, name: str) -> None:
        window = self._window(MainWindow)
        window.go(Place(key))
        self.camera.shoot(name, window)

    def _window(self, kind: type[Shown]) -> Shown:
        window = self.program.window
        assert isinstance(window, kind)
        return window

    def _type(self, door: SignIn, typed: dict[str, str]) -> None:
        assert door.step is not None
        for name, text in typed.items():
            door.step.rows[name].editor.set_value(text)

    def _press(self, door: Steps) -> None:
        assert door.step is not None
        door.step.verb.click()

    def _end(self) -> None:
        window, self.program.window = self.program.window, None
        self.program.desk.leave()
        if window is not None:
            window.close()
            window.deleteLater()
        self.program.desk.tasks.close()
