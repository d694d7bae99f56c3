"""The tour's steps within the window: to a tab of a file, and to whatever a verb opens over it."""

from collections.abc import Callable

from PySide6.QtWidgets import QApplication, QDialog

from rise_desk.domain.record import Id
from ui.case_page import CasePage
from ui.main_window import CASE, MainWindow
from ui.pages import Place
from ui.tour_camera import Camera, settle


def to_tab(window: MainWindow, subject: Id, tab: str) -> None:
    """Show a tab of somebody's file, without what was said before."""
    window.go(Place(CASE, subject))
    page = window.pages.currentWidget()
    assert isinstance(page, CasePage)
    page.tabs.set_current(tab)
    window.notice.close_notice()


def shoot_opened(window: MainWindow, camera: Camera, name: str, ask: Callable[[], object]) -> None:
    """Ask for a window and take its picture."""
    ask()
    shoot_over(window, camera, name)


def shoot_over(window: MainWindow, camera: Camera, name: str) -> None:
    """Take the picture of the window over the desk, once everything in it has arrived, and let nothing of it stay."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    settle(app, lambda: not window.desk.tasks.busy())
    dialog = next(each for each in window.findChildren(QDialog) if each.isVisible())
    camera.shoot(name, window, dialog)
    drafting = getattr(dialog, "drafting", None)
    if drafting is not None:
        drafting.drop()
    dialog.hide()
    dialog.deleteLater()
    QApplication.processEvents()
