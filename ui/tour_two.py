"""Two people at one file, on the tour: what the second to save is shown, and what is left without its file."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from rise_desk.domain import life
from rise_desk.domain.record import Id
from rise_desk.services import casework, overview
from ui.conflict import ConflictDialog
from ui.leftover import Leftover
from ui.main_window import MainWindow
from ui.person_form import PersonForm
from ui.tour_camera import Camera

GONE = "Ama Boateng withdrew this file on 20 November 2026: Opened twice. What you typed is kept, and can be copied."
TYPED = "Background\nShe wants to be asked before her mother is rung."


def shoot_two(window: MainWindow, camera: Camera, subject: Id) -> None:
    """Somebody else saves the file that is being changed; nothing is saved over it."""
    desk = window.desk.at
    person = overview.person(desk, subject)
    form = PersonForm(window.desk, person)
    form.setParent(window, Qt.WindowType.Dialog)
    form.open()
    form.panel.rows["known_as"].editor.restore("Maisy")
    form.panel.rows["aliases"].editor.restore([{"name": "Emmie"}])
    theirs = {"known_as": "Mae", "aliases": (*person.aliases, life.Alias(name="Mimi")), "placing_authority": "Leeds"}
    casework.save(desk, person.changed(**theirs))
    form.save()
    QApplication.processEvents()
    camera.shoot("two-people", window, form)
    form.dispute.show()
    dialog = next(each for each in form.findChildren(ConflictDialog) if each.isVisible())
    camera.shoot("two-people-compared", window, dialog)
    dialog.hide()
    form.drafting.drop()
    form.hide()
    form.deleteLater()
    leftover = Leftover(GONE, TYPED, parent=window)
    leftover.open()
    camera.shoot("left-over", window, leftover)
    leftover.hide()
    leftover.deleteLater()
    window.undo.undo()
    QApplication.processEvents()
    window.notice.close_notice()
