"""What the tests of the assessment's form share: the form open at 1366x768, keys pressed, lines filled in."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea
from pytestqt.qtbot import QtBot

from rise_desk.domain.assessment import Assessment
from rise_desk.domain.instrument import INDICATORS
from rise_desk.domain.record import Id
from tests.ui.screen import show
from ui.assessment_evidence import EvidenceField
from ui.assessment_form import AssessmentForm
from ui.assessment_levels import Levels
from ui.desk import ScreenDesk

ROOM = (1326, 728)
"""What a window has of a screen of 1366 by 768."""


def opened(qtbot: QtBot, screen: ScreenDesk, subject: Id) -> AssessmentForm:
    """A fresh form in view."""
    return shown(qtbot, AssessmentForm(screen, subject))


def shown(qtbot: QtBot, form: AssessmentForm) -> AssessmentForm:
    """A form in view, as large as on the smallest screen."""
    show(qtbot, form, *ROOM)
    QApplication.processEvents()
    return form


def press(key: Qt.Key | str, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key where the keyboard is."""
    where = QApplication.focusWidget()
    assert where is not None
    if isinstance(key, str):
        QTest.keyClicks(where, key)
    else:
        QTest.keyClick(where, key, held)
    QApplication.processEvents()


def levels(form: AssessmentForm, key: str) -> Levels:
    """The buttons of one line."""
    return form.sheet.lines.scored[key].levels


def evidence(form: AssessmentForm, key: str) -> EvidenceField:
    """The evidence of one line."""
    widget = form.sheet.rows[f"evidence.{key}"].widget
    assert isinstance(widget, EvidenceField)
    return widget


def type_in(form: AssessmentForm, **typed: object) -> None:
    """Type into fields, by their names."""
    for name, value in typed.items():
        form.sheet.rows[name].editor.restore(value)


def score(form: AssessmentForm, scores: str, judgement: int = 5) -> None:
    """Score every line: a digit for each indicator, 0 for not yet known."""
    for key, digit in zip(INDICATORS, scores, strict=True):
        levels(form, key).choose(int(digit))
    levels(form, "judgement").choose(judgement)


def fill(form: AssessmentForm, scores: str = "3333333333", judgement: int = 5, **typed: object) -> None:
    """Everything that must be there, but the band."""
    score(form, scores, judgement)
    for key, digit in zip(INDICATORS, scores, strict=True):
        evidence(form, key).text.restore(f"Seen of {key}.")
        form.sheet.rows[f"find_out.{key}"].editor.restore("" if int(digit) else "Ask school.")
    type_in(form, assessed_on="20 11 2026", judgement_comment="As I see it.", **typed)


def choose(form: AssessmentForm, band: str) -> None:
    """Click a band."""
    form.sheet.lines.choice.buttons[band].click()
    QApplication.processEvents()


def offered(form: AssessmentForm) -> list[str]:
    """The bands from left to right, with what is said beside each."""
    buttons = form.sheet.lines.choice.buttons
    return [buttons[key].told() for key in form.sheet.lines.choice.order()]


def scrolls(form: AssessmentForm) -> list[int]:
    """How far the form, its lines and what is beside them can be scrolled."""
    areas = [form.area, *(each for each in form.sheet.findChildren(QScrollArea) if each.isVisible())]
    return [each.verticalScrollBar().maximum() for each in areas]


def saved(qtbot: QtBot, form: AssessmentForm) -> Assessment:
    """Submit; what is on file then."""
    with qtbot.waitSignal(form.saved) as told:
        form.save_button.click()
    made = told.args[0]
    assert isinstance(made, Assessment)
    return made
