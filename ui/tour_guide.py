"""Leads through the windows as a person would, and takes a picture at every stop."""

from pathlib import Path

from PySide6.QtWidgets import QScrollArea

from rise_desk.services import backups, copies
from ui import (
    theme,
    tour_acts,
    tour_assessed,
    tour_assessing,
    tour_disruption,
    tour_exports,
    tour_help,
    tour_information,
    tour_links,
    tour_missing,
    tour_notices,
    tour_papers,
    tour_same,
    tour_settings,
    tour_things,
    tour_two,
)
from ui.add_staff import AddStaff, OneDayCode
from ui.failure import FailureDialog, details
from ui.gallery import Gallery
from ui.gap_bar import AcceptLoss
from ui.main_window import ADULTS, CASE, HELP, PEOPLE, SETTINGS, STAFF, TODAY, TRAIL, MainWindow
from ui.pages import Place
from ui.password_fields import AGAIN, NEW
from ui.preview_save import SaveDialog
from ui.print_dialog import NoPrinter, PrintDialog
from ui.recovery_key import KeyGroups, ShowKey
from ui.restore_dialog import RestoreDialog
from ui.set_up import SetUp
from ui.sign_in import NAME, AskPassword, ChoosePassword, SignIn
from ui.sign_in import PASSWORD as SECRET
from ui.staff_page import StaffPage
from ui.tour_camera import SIZE, settle
from ui.tour_missing_story import MissingStory
from ui.tour_story import SUPERVISOR, WORKER, Story
from ui.tour_walk import Walk
from ui.welcome import OWN, ROLE, WISH, Welcome

PASSWORD = "bodim-takel-runov 7"
PAPER_DPI = 110
LOW = 10_000
"""Further down than any page reaches."""
MISSING = "2 entries saved up to 21 November 2026 at 10:42am are missing"


class Guide(Walk):
    """One round: setting up, an empty desk, a desk at work, what can go wrong, large text, paper, the lock."""

    def go_round(self) -> list[Path]:
        """The whole tour; the pictures."""
        look = theme.current()
        theme.apply(self.app, dark=False, scale=1.0)
        try:
            for stop in (
                self.set_up,
                self.empty_desk,
                self.desk_at_work,
                self.a_file,
                self.help,
                self.accounts,
                self.backups,
                self.amiss,
            ):
                stop()
            for stop in (self.large_text, self.paper, self.lock, self.gallery):
                stop()
        finally:
            self._end()
            theme.apply(self.app, dark=look.dark, scale=look.scale)
        return self.camera.taken

    @property
    def missing(self) -> MissingStory:
        """The missing children of the story."""
        assert self.story is not None
        assert self.story.missing is not None
        return self.story.missing

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
        self._window(MainWindow).notice.close_notice()
        self._go(TODAY, "today")
        tour_missing.shoot_today(self._window(MainWindow), self.camera)
        self._go(PEOPLE, "young-people")
        self._narrowed()
        self._searched()
        tour_exports.shoot_exports(self._window(MainWindow), self.camera)
        for key, name in ((ADULTS, "adults-of-concern"), (SETTINGS, "settings"), (HELP, "help")):
            self._go(key, name)

    def a_file(self) -> None:
        """A young person's file, and every form over it."""
        assert self.story is not None
        window, maisie = self._window(MainWindow), self.story.maisie
        window.go(Place(CASE, maisie))
        self.camera.shoot("case", window)
        self._case_tabs(window)
        tour_acts.shoot_acts(window, self.camera, maisie)
        tour_two.shoot_two(window, self.camera, maisie)
        tour_same.shoot_same(window, self.camera, maisie)
        tour_assessed.shoot_assessed(window, self.camera, maisie)
        tour_assessing.shoot_assessing(window, self.camera, maisie)
        tour_missing.shoot_file(window, self.camera, self.missing)
        tour_missing.shoot_forms(window, self.camera, self.missing)
        tour_notices.shoot_notices(window, self.camera, maisie, self.missing.jade)
        tour_disruption.shoot_disruption(window, self.camera, maisie)
        tour_information.shoot_information(window, self.camera, maisie, self.missing.held)
        tour_things.shoot_things(window, self.camera, maisie)
        tour_links.shoot_links(window, self.camera, maisie, self.missing.jade)
        window.go(Place(CASE, maisie))
        self._form("new-young-person", window.forms.new_person)
        self._form("note", lambda: window.forms.note(maisie), with_problems=True)
        self._form("import", window.forms.import_list)
        self._form("summary-preview", lambda: window.forms.summary(maisie))
        self._form("blank-form-preview", window.forms.blank_form)
        self._dialog("print", PrintDialog(["Office"], 12, copies.MOST_COPIES, window))
        self._dialog("no-printer", NoPrinter(window))
        saving = SaveDialog(lambda _secret: None, window)
        saving.show_made_up(PASSWORD)
        self._dialog("save-as-pdf", saving)
        self._form("change-password", window.forms.change_password)

    def help(self) -> None:
        """Help for what is in view, what can be looked up, the keys, and where one can go."""
        assert self.story is not None
        tour_help.shoot_help(self._window(MainWindow), self.camera, Place(CASE, self.story.maisie))

    def accounts(self) -> None:
        """Who may sign in, and who did what."""
        self._go(TRAIL, "audit")
        self._go(STAFF, "accounts")
        window = self._window(MainWindow)
        page = window.pages.currentWidget()
        assert isinstance(page, StaffPage)
        self._dialog("add-somebody", AddStaff(self.program.desk, page))
        self._dialog("one-day-code", OneDayCode("Ama Boateng", "K7QM2-XRD9T-FW4HN", page))

    def backups(self) -> None:
        """What the team agreed on, how the records are backed up, and one put back."""
        window = self._window(MainWindow)
        tour_settings.shoot_settings(window, self.camera)
        tour_missing.shoot_settings(window, self.camera)
        backups.take(self.program.desk.at)
        window.go(Place(SETTINGS))
        window.backups.look()
        settle(self.app, lambda: not self.program.desk.tasks.busy())
        page = window.pages.currentWidget()
        assert page is not None
        page.findChildren(QScrollArea)[0].verticalScrollBar().setValue(LOW)
        self.camera.shoot("settings-backups", window)
        asked = RestoreDialog(self.program.desk, window)
        settle(self.app, lambda: not self.program.desk.tasks.busy())
        asked.which.setCurrentIndex(1)
        self._dialog("restore", asked)

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
        tour_assessing.shoot_large(window, self.camera, self.story.maisie)
        tour_missing.shoot_large(window, self.camera, self.missing)
        tour_help.shoot_large(window, self.camera)
        tour_links.shoot_large(window, self.camera, self.story.maisie)
        look.choose_size(100)

    def paper(self) -> None:
        """Each page of a case summary, of an assessment, of the blank forms, and the key sheet."""
        assert self.story is not None
        tour_papers.keep(self.program.desk.at, self.story.maisie, self.camera, PAPER_DPI)
        tour_help.keep_sheet(self._window(MainWindow), self.camera, PAPER_DPI)

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
