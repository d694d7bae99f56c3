"""An assessment being made, on the tour: begun, half filled with something that outranks the score, its second page."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from rise_desk.domain.record import Id
from ui.assessment_evidence import EvidenceField
from ui.assessment_form import AssessmentForm
from ui.assessment_panel import MORE
from ui.fitting import AROUND
from ui.main_window import MainWindow
from ui.tour_camera import Camera

SCORES = "3424233225"
WRITTEN = "In on nine days of fourteen. Left at two on 10 November; her tutor rang the placement."


def shoot_assessing(window: MainWindow, camera: Camera, subject: Id) -> None:
    """The form as it opens, and as it is when nearly done; nothing of it is saved."""
    form = _opened(window, subject)
    camera.shoot("assessment", window, form)
    _half_fill(form)
    form.sheet.focus_line("education")
    camera.shoot("assessment-half-filled", window, form)
    form.sheet.lines.choice.buttons["amber"].click()
    form.sheet.focus_line("band")
    camera.shoot("assessment-band", window, form)
    form.sheet.tabs.set_current(MORE)
    camera.shoot("assessment-second-page", window, form)
    _put_away(form)


def shoot_large(window: MainWindow, camera: Camera, subject: Id) -> None:
    """The same form with large text."""
    form = _opened(window, subject)
    _half_fill(form)
    form.sheet.focus_line("substances")
    camera.shoot("assessment-large-text", window, form)
    _put_away(form)


def _opened(window: MainWindow, subject: Id) -> AssessmentForm:
    """The form as large as on a screen of the window's size, however small the screen is that nobody sees."""
    form = AssessmentForm(window.desk, subject)
    form.setParent(window, Qt.WindowType.Dialog)
    form.open()
    form.resize(window.width() - AROUND, window.height() - AROUND)
    QApplication.processEvents()
    return form


def _put_away(form: AssessmentForm) -> None:
    form.hide()
    form.drafting.drop()
    form.deleteLater()
    QApplication.processEvents()


def _half_fill(form: AssessmentForm) -> None:
    sheet = form.sheet
    sheet.rows["assessed_on"].editor.restore("21 November 2026")
    for each, digit in zip(sheet.lines.scored.values(), f"{SCORES}6", strict=True):
        each.levels.choose(int(digit))
    for key in ("missing", "substances", "family", "accommodation"):
        widget = sheet.rows[f"evidence.{key}"].widget
        assert isinstance(widget, EvidenceField)
        widget.confirm()
    sheet.rows["answer.education"].editor.restore("Northfield Academy")
    widget = sheet.rows["evidence.education"].widget
    assert isinstance(widget, EvidenceField)
    widget.text.restore(WRITTEN)
