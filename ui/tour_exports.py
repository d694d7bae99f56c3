"""The tour's stop at lists that leave: what is asked before one does, and who must stand by for a long one."""

from dataclasses import replace

from ui.export_dialog import ExportDialog
from ui.main_window import PEOPLE, MainWindow
from ui.pages import Place
from ui.tour_camera import Camera

MANY, EVERYBODY = 104, 120


def shoot_exports(window: MainWindow, camera: Camera) -> None:
    """The list of young people about to leave: alone, and with a second person."""
    window.go(Place(PEOPLE))
    asked = window.exports.export()
    assert asked is not None
    camera.shoot("export", window, asked)
    long = ExportDialog(asked.desk, replace(asked.leaving, rows=MANY, of=EVERYBODY, filters="Status: open"), window)
    asked.reject()
    long.open()
    long.choose()
    camera.shoot("export-with-a-second-person", window, long)
    long.reject()
