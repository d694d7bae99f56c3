"""Ways and means of the tour: how a window is led to a page, a form filled in, a dialog opened and put away."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtWidgets import QApplication, QDialog, QWidget

from rise_desk.services.clock import Clock
from ui.caseload import Caseload
from ui.import_dialog import ImportDialog
from ui.main_window import MainWindow
from ui.note_form import NoteForm
from ui.pages import Place
from ui.program import Program, application
from ui.sign_in import SignIn
from ui.step import Steps
from ui.tour_camera import Camera, settle
from ui.tour_story import LIST, SUPERVISOR, Story

WEAK_MIB = 8
Shown = TypeVar("Shown", bound=QWidget)


class Walk:
    """A program of its own, with a camera before it."""

    def __init__(self, folder: Path, place: Path, clock: Clock) -> None:
        self.app: QApplication = application()
        self._place = place.parent
        self.program = Program(self.app, place, clock, mib=WEAK_MIB)
        self.camera = Camera(self.app, folder, self.program.lock.stir)
        self.story: Story | None = None

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
            for step in ("columns", "looked-at"):
                form.forward()
                settle(self.app, lambda: not self.program.desk.tasks.busy())
                self.camera.shoot(f"{name}-{step}", window, form)
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
