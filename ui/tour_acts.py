"""What was done, on the tour: a withdrawn note with Undo in its place, and the history of a file."""

from PySide6.QtWidgets import QApplication

from rise_desk.domain.record import Id
from rise_desk.services import casework, overview
from ui.history_dialog import HistoryDialog
from ui.main_window import MainWindow
from ui.tour_camera import Camera


def shoot_acts(window: MainWindow, camera: Camera, subject: Id) -> None:
    """A note is withdrawn by mistake and that is undone; the file is changed, and its history tells so."""
    desk = window.desk.at
    casework.withdraw(desk, overview.chronology(desk, subject)[0].record, "Written into the wrong file")
    QApplication.processEvents()
    camera.shoot("undo", window)
    window.undo.undo()
    QApplication.processEvents()
    camera.shoot("undone", window)
    person = overview.person(desk, subject)
    casework.save(desk, person.changed(known_as="Mae", contact_numbers=(), background=f"{person.background} No more."))
    QApplication.processEvents()
    dialog = HistoryDialog(window.desk, subject, f"{person.name}’s file", window)
    dialog.open()
    camera.shoot("history", window, dialog)
    dialog.hide()
    dialog.deleteLater()
    window.undo.undo()
    QApplication.processEvents()
    window.notice.close_notice()
