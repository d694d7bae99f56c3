"""Help on the tour: a page for a screen, the pages to look up, the keys over a file, where one can go, the sheet."""

from PySide6.QtCore import Qt

from rise_desk.domain.record import Id
from rise_desk.services import key_sheet
from ui import help_at_hand, keys_list
from ui.help_window import HelpWindow
from ui.keys_dialog import KeysDialog
from ui.keys_sheet import sheet
from ui.main_window import MainWindow
from ui.note_form import NoteForm
from ui.pages import Place
from ui.tour_camera import Camera


def shoot_help(window: MainWindow, camera: Camera, place: Place) -> None:
    """Help for a file and over a form, the glossary, what is promised; then the keys and where one can go."""
    window.go(place)
    window.help.for_screen()
    camera.shoot("help-for-a-file", window)
    for name in ("glossary", "promises"):
        window.help.show(name)
        camera.shoot(name, window)
    window.go(place)
    keys = KeysDialog(keys_list.here(("CasePage",), window.menuBar()), window)
    keys.show()
    camera.shoot("keys", window, keys)
    keys.hide()
    keys.deleteLater()
    window.search.begin()
    camera.shoot("last-files", window)
    window.top.search.setText("backup")
    window.search.ask("backup")
    camera.shoot("go-anywhere", window)
    window.top.search.clear()
    window.top.search.close_answers()
    _shoot_over_a_form(window, camera, place.subject)


def _shoot_over_a_form(window: MainWindow, camera: Camera, subject: Id) -> None:
    form = NoteForm(window.desk, subject)
    form.setParent(window, Qt.WindowType.Dialog)
    form.open()
    help_at_hand.show_help(form)
    opened = form.findChild(HelpWindow)
    assert isinstance(opened, HelpWindow)
    camera.shoot("help-over-a-form", window, opened)
    form.hide()
    form.deleteLater()


def shoot_large(window: MainWindow, camera: Camera) -> None:
    """Help with large text."""
    window.help.show("note")
    camera.shoot("help-large-text", window)


def keep_sheet(window: MainWindow, camera: Camera, dpi: int) -> None:
    """The key sheet as a page."""
    pdf = sheet(keys_list.every(window.menuBar()), window.desk.now())
    camera.keep_page("paper-key-sheet", key_sheet.picture(pdf, dpi))
