"""The program: which window is open. Setting up, signing in, the desk, and signing in again once it was locked."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, Qt
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from rise_desk.errors import DeskError
from rise_desk.services import drawings, signing_in, upkeep, whereabouts
from rise_desk.services.clock import Clock
from rise_desk.services.desk import Desk
from ui import icons, theme
from ui.appearance import Appearance
from ui.desk import ScreenDesk
from ui.failure import Failures
from ui.help_at_hand import HelpAtHand
from ui.lock import Lock, close_dialogs
from ui.main_window import MainWindow
from ui.sign_in import SignIn
from ui.step import Step, Steps

if TYPE_CHECKING:
    from rise_desk.services.restoring import Restored
    from ui.restore_dialog import RestoreDialog

USUAL_SIZE = (1366, 768)
USUAL_MIB = 256
"""The memory that one guess at a password costs, in MiB."""


def run(data: Path, clock: Clock, name: str) -> int:
    """Run the window until it is closed."""
    app = application()
    program = Program(app, data, clock, name)
    program.failures.install()
    program.start()
    try:
        return app.exec()
    finally:
        program.failures.remove()
        program.desk.tasks.close()


def application() -> QApplication:
    """The Qt application, dressed; the one there is, where there is one."""
    running = QApplication.instance()
    app = running if isinstance(running, QApplication) else QApplication(sys.argv[:1])
    app.setApplicationName("RISE Desk")
    app.setDesktopFileName("rise-desk")
    icons.read_with(drawings.icon)
    theme.follow_system(app)
    return app


class Program(QObject):
    """Holds the desk for the screens, and one window at a time."""

    def __init__(self, app: QApplication, data: Path, clock: Clock, name: str = "", *, mib: int = USUAL_MIB) -> None:
        super().__init__()
        self._app, self._data, self._name, self._mib = app, data, name, mib
        self.desk = ScreenDesk(clock, self)
        self.appearance = Appearance(self.desk, app)
        self.lock = Lock(self.desk, app)
        self.help = HelpAtHand(app)
        self.failures = Failures(self.keep, self.say)
        self.window: QWidget | None = None
        self._closing = False
        self.desk.left.connect(self._left)

    def start(self) -> None:
        """Open the first window: setting up where there are no records yet, else signing in."""
        try:
            if signing_in.has_store(self._data):
                self._enter_by(SignIn(self.desk, self._data, self._name))
            else:
                self.welcome()
        except DeskError as failure:
            self._open(_refusal(failure))

    def welcome(self) -> None:
        """Ask what somebody wants who has no records yet, or who wants to start again elsewhere."""
        from ui.welcome import Welcome

        self.desk.leave()
        page = Welcome(self.desk, self._data, back=signing_in.has_store(self._data))
        page.own_wanted.connect(self._start_at)
        page.demonstration.connect(self._look_around)
        page.back_wanted.connect(self.start)
        self._open(page, self.window.geometry() if self.window else None)

    def _start_at(self, folder: Path) -> None:
        from ui.set_up import SetUp

        self._move_to(folder)
        where = self.window.geometry() if self.window else None
        if signing_in.has_store(folder):
            self._enter_by(SignIn(self.desk, folder, self._name), where)
        else:
            self._enter_by(SetUp(self.desk, folder, self._name, mib=self._mib), where)

    def _look_around(self, folder: Path, desk: Desk) -> None:
        self._move_to(folder)
        self.sit(desk)

    def _move_to(self, folder: Path) -> None:
        """Work in this folder, and begin there next time unless another was named at the start."""
        usual, self._data = self._data == whereabouts.usual(), folder
        if usual:
            try:
                whereabouts.remember(folder)
            except DeskError as failure:
                self.say(failure)

    def say(self, failure: DeskError) -> None:
        """Show a sentence that no screen has shown."""
        box = QMessageBox(self.window)
        box.setWindowTitle("RISE Desk")
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(str(failure))
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()

    def keep(self, told: str) -> None:
        """Something failed: keep every draft, and where it was."""
        self.desk.leaving.emit()
        if self.desk.desk is not None:
            upkeep.log_failure(self.desk.desk, told)

    def sit(self, desk: Desk) -> None:
        """Somebody has signed in: open the desk."""
        self._name = desk.who.name
        self.desk.sit(desk)
        window = MainWindow(self.desk, self.appearance, self.lock)
        window.closing.connect(self._close)
        window.set_up_asked.connect(self.welcome)
        window.restore_asked.connect(self.ask_for_backup)
        window.may_close = window.backups.may_close
        self._open(window, self.window.geometry() if self.window else None)
        window.arrive()
        window.backups.arrive()

    def ask_for_backup(self) -> "RestoreDialog":
        """Ask a supervisor which backup to put back."""
        from ui.restore_dialog import RestoreDialog

        dialog = RestoreDialog(self.desk, self.window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.chosen.connect(self.restore)
        dialog.open()
        return dialog

    def restore(self, file: Path, password: str) -> None:
        """Leave the desk, put the backup back, and let people sign in to what it held."""
        from rise_desk.services import restoring

        self.desk.leave("locked")
        door, name = self.window, self._name
        assert isinstance(door, SignIn)
        assert door.step is not None
        door.step.work("Restoring the backup")
        self.desk.tasks.run(
            lambda: restoring.restore(file, self._data, name, password, self.desk.clock),
            done=self._restored,
            failed=door.step.show_failure,
        )

    def _restored(self, done: "Restored") -> None:
        door = SignIn(self.desk, self._data, self._name)
        self._enter_by(door, self.window.geometry() if self.window else None)
        door.say(done.told())

    def _enter_by(self, door: SignIn, where: QRect | None = None) -> None:
        door.signed_in.connect(self.sit)
        self._open(door, where)

    def _open(self, window: QWidget, where: QRect | None = None) -> None:
        before, self.window = self.window, window
        window.setGeometry(where or _middle(self._app))
        window.show()
        if before is not None:
            before.hide()
            before.deleteLater()

    def _left(self) -> None:
        close_dialogs(self._app)
        if not self._closing and self.window is not None:
            self.appearance.apply()
            self._enter_by(SignIn(self.desk, self._data, self._name), self.window.geometry())

    def _close(self) -> None:
        self._closing = True
        self.desk.leave()
        self._app.quit()


def _refusal(failure: DeskError) -> Steps:
    page = Steps()
    step = Step("The records can’t be opened here", str(failure), (), "Close RISE Desk")
    step.submitted.connect(page.close)
    page.show_step(step)
    return page


def _middle(app: QApplication) -> QRect:
    room = app.primaryScreen().availableGeometry()
    place = QRect(0, 0, min(USUAL_SIZE[0], room.width()), min(USUAL_SIZE[1], room.height()))
    place.moveCenter(room.center())
    return place
