"""The tour's stops at the same person twice: who it may be while typing, merging two files, and what is joined."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog

from rise_desk.domain import life
from rise_desk.domain.moments import Moment
from rise_desk.domain.person import Person
from rise_desk.domain.record import Id
from rise_desk.services import casework, merging, overview
from ui.joined_files import JoinedFiles
from ui.main_window import CASE, MainWindow
from ui.merge_dialog import MergeDialog
from ui.pages import Place
from ui.person_form import PersonForm
from ui.separate import SeparateDialog
from ui.tour_camera import Camera


def shoot_same(window: MainWindow, camera: Camera, maisie: Id) -> None:
    """Both ways, from a second file being opened to two files read as one and separated again."""
    desk, at = window.desk, window.desk.at
    form = PersonForm(desk)
    form.setParent(window, Qt.WindowType.Dialog)
    form.open()
    for name, value in (("given_name", "Maysie"), ("family_name", "Okafor")):
        form.panel.rows[name].editor.restore(value)
    born = overview.person(at, maisie).date_of_birth
    form.panel.rows["date_of_birth"].editor.set_value(born)
    form.look()
    camera.shoot("same-person-while-typing", window, form)
    form.drafting.drop()
    _put_away(form)
    second = casework.save(at, _second(at.clock.new_id(), born), reason="The tour shows how two files are merged")
    dialog = MergeDialog(desk, overview.person(at, maisie), window)
    dialog.open()
    dialog.list.setCurrentRow(0)
    camera.shoot("merge-files", window, dialog)
    _put_away(dialog)
    merging.merge(at, overview.person(at, maisie), second, "Same NHS number")
    window.go(Place(CASE, maisie))
    camera.shoot("case-joined", window)
    files = JoinedFiles(desk, maisie, window)
    files.open()
    camera.shoot("joined-files", window, files)
    _put_away(files)
    asked = SeparateDialog(desk, merging.as_filed(at, second.id), window)
    asked.open()
    camera.shoot("separate-files", window, asked)
    _put_away(asked)
    merging.separate(at, merging.as_filed(at, second.id), "The tour goes on with one file")
    casework.withdraw(at, merging.as_filed(at, second.id), "Made for the tour")
    window.go(Place(CASE, maisie))
    window.notice.close_notice()


def _put_away(dialog: QDialog) -> None:
    dialog.hide()
    dialog.deleteLater()


def _second(number: Id, born: Moment) -> Person:
    """A second file of the same girl, as somebody else opened it."""
    return Person(
        id=number,
        given_name="Maisy",
        family_name="Okafor",
        known_as="Mimi",
        date_of_birth=born,
        roles=(life.DatedRole(role="at_risk"),),
        contact_numbers=(life.ContactNumber(number="07700 900173", whose="a friend's"),),
    )
