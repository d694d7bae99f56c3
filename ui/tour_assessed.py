"""The tour's stops at an assessment on file: read whole and answered beside its evidence; and at the checklist."""

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog

from rise_desk.domain import moments
from rise_desk.domain.assessment import Assessment, Evidence, Score
from rise_desk.domain.instrument import INDICATORS
from rise_desk.domain.moments import Moment
from rise_desk.domain.record import Id
from rise_desk.domain.sign_off import SENT_BACK
from rise_desk.domain.staff import Role
from rise_desk.services import accounts, casework, overview, signing_in, signing_off
from rise_desk.services.desk import Desk
from ui.assessment_reading import AssessmentReading
from ui.checklist_form import ChecklistForm, FullAssessment
from ui.main_window import CASE, MainWindow
from ui.pages import Place
from ui.records.shown import Reading
from ui.records.sign_ticks import SignTicks
from ui.tour_camera import Camera

ASSESSOR, SECRET = "Sam Reid", "bodim-takel-runov 8"
TOLD = {
    "missing": "The placement reported her missing on four evenings; each time she was back by eleven.",
    "education": "School: in on 12 of 20 days. Her tutor sees her each morning.",
    "substances": "She says that she was given drink at the flat, and has had none since.",
    "family": "Sees her mother weekly, with her worker. Both were tired and kind.",
    "accommodation": "Likes Elm House. The placement is under review.",
    "recognition": "Calls what happened at the flat ‘not right’, and does not call it abuse.",
    "engagement": "Came to both sessions, early to one of them.",
    "sexual_health": "Has seen the clinic once and wants to go again with her worker.",
    "associates": "Still hears from D. Has blocked two numbers herself.",
    "exploitation": "The police look into the flat. Nothing new is known since October.",
}
WHY = "Both high scores rest on one weekend. School and placement see her daily, and she tells us where she is."


def shoot_assessed(window: MainWindow, camera: Camera, subject: Id) -> None:
    """A worker assesses twice; the supervisor reads the second, and begins to send it back. Then a checklist."""
    screen, desk = window.desk, window.desk.at
    newest = _assess(desk, subject)
    window.go(Place(CASE, subject))
    window.refresh()
    camera.shoot("case-assessed", window)
    names = overview.names_of(desk, [subject])
    assessed = signing_off.assessed(desk, subject)
    reading = Reading(subject=subject, names=names, practice=desk.practice, now=desk.now(), assessed=assessed)
    dialog = AssessmentReading(screen, overview.entry(desk, subject, newest), reading)
    _open(dialog, window)
    camera.shoot("assessment-read", window, dialog)
    dialog.answer(SENT_BACK)
    if dialog.answering is not None:
        camera.shoot("assessment-sent-back", window, dialog.answering)
        dialog.answering.reject()
    _put_away(dialog)
    form = ChecklistForm(screen, subject)
    _open(form, window)
    form.panel.rows["completed_on"].editor.restore("21 November 2026")
    ticks = form.panel.rows["signs"].widget
    if isinstance(ticks, SignTicks):
        for key in ("low_self_esteem", "unknown_adults"):
            ticks.ticks[key].setChecked(True)
    camera.shoot("health-checklist", window, form)
    asked = FullAssessment(screen, subject, form.asked())
    form.drafting.drop()
    _put_away(form)
    _open(asked, window)
    camera.shoot("health-checklist-asks", window, asked)
    _put_away(asked)


def _assess(desk: Desk, subject: Id) -> Id:
    """Two assessments by somebody else than whoever sits here; the number of the newest."""
    code = accounts.add(desk, ASSESSOR, Role.WORKER, ())
    place = desk.store.folder.path
    first = signing_in.sign_in(place, ASSESSOR, code, desk.clock, code_ok=True)
    accounts.change_password(first, code, SECRET)
    signing_in.leave(first)
    at = signing_in.sign_in(place, ASSESSOR, SECRET, desk.clock)
    today = desk.now().astimezone(moments.LONDON).date()
    earlier, later = (Moment((today - timedelta(days=days)).isoformat()) for days in (43, 1))
    casework.save(at, _made(at, subject, earlier, "5433244353", 7, "red", ""))
    newest = casework.save(at, _made(at, subject, later, "4333243343", 6, "amber", WHY))
    signing_in.leave(at)
    return newest.id


def _made(desk: Desk, subject: Id, day: Moment, levels: str, judgement: int, band: str, why: str) -> Assessment:
    scored = zip(INDICATORS, levels, strict=True)
    return Assessment(
        id=desk.clock.new_id(),
        subject=subject,
        assessed_on=day,
        instrument=desk.practice.instrument,
        scores=tuple(Score(indicator=key, score=int(level)) for key, level in scored),
        evidence=tuple(Evidence(indicator=key, text=text) for key, text in TOLD.items()),
        judgement=judgement,
        judgement_comment="She begins to trust her worker. The risk from the adults at the flat has not gone.",
        harm_happening=False,
        missing_now=False,
        protective="Her worker at Elm House, and her brother, whom she rings every evening.",
        band=band,
        band_reason=why,
        told_on=day,
    )


def _open(dialog: QDialog, window: MainWindow) -> None:
    dialog.setParent(window, Qt.WindowType.Dialog)
    dialog.open()


def _put_away(dialog: QDialog) -> None:
    dialog.hide()
    dialog.deleteLater()
