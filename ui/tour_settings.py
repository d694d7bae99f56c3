"""The settings about assessments, on the tour: the wordings on file, and a board's own before it is added."""

from PySide6.QtWidgets import QApplication, QScrollArea

from rise_desk.services import instruments
from rise_desk.services.practice import OURS
from ui.instrument_preview import InstrumentPreview
from ui.main_window import SETTINGS, MainWindow
from ui.pages import Place
from ui.settings import Settings
from ui.tour_camera import Camera


def shoot_settings(window: MainWindow, camera: Camera) -> None:
    """The card on the page, and what a file with another version of the wording would hold."""
    window.go(Place(SETTINGS))
    page = window.pages.currentWidget()
    assert isinstance(page, Settings)
    page.findChildren(QScrollArea)[0].ensureWidgetVisible(page.assessments.save_button)
    QApplication.processEvents()
    camera.shoot("settings-assessments", window)
    text = instruments.template(window.desk.at, OURS).replace('"version": "2015"', '"version": "2026"')
    asked = InstrumentPreview(instruments.preview(window.desk.at, text).instrument, window)
    asked.open()
    camera.shoot("add-wording", window, asked)
    asked.hide()
    asked.deleteLater()
