"""The tour's stops at what is named, information reports and the list of everybody's, and the quick question."""

from dataclasses import replace
from typing import TypeVar

from PySide6.QtWidgets import QApplication, QDialog

from rise_desk.domain.information import InformationReport, ReportAbout
from rise_desk.domain.moments import Moment
from rise_desk.domain.record import Id
from rise_desk.services import casework
from rise_desk.services.desk import Desk
from ui.around_pages import REPORTS
from ui.known_dialog import KnownDialog
from ui.main_window import MainWindow
from ui.naming_dialog import NamingDialog
from ui.pages import Place
from ui.search import read_entry
from ui.tour_camera import Camera
from ui.tour_shots import shoot_over

Kind = TypeVar("Kind", bound=QDialog)
ASKS = "PC Imogen Hale 2210"


def shoot_information(window: MainWindow, camera: Camera, child: Id, interview: Id) -> None:
    """What waits in a file, a report drawn from an interview, the lists, one read, its grading and its paper."""
    forms, desk = window.forms.protecting, window.desk.at
    forms.names(child)
    for row in _dialog(window, NamingDialog).lines:
        row.choice.set_value(list(row.choice.buttons)[-1])
    shoot_over(window, camera, "named")
    forms.information(child, drawn_from=interview)
    shoot_over(window, camera, "information-report")
    report = _report(desk, child)
    forms.information_reports(child)
    shoot_over(window, camera, "information-reports")
    read_entry(window, child, report)
    shoot_over(window, camera, "information-report-read")
    forms.information_paper(report)
    shoot_over(window, camera, "information-report-preview")
    who = desk.who
    desk.who = replace(who, grants=who.grants | {"intelligence"})
    try:
        forms.grading(report)
        shoot_over(window, camera, "information-grading")
    finally:
        desk.who = who
    forms.known(lambda _subject: None)
    asking = _dialog(window, KnownDialog)
    asking.who.editor.set_value(ASKS)
    asking.what.editor.set_value("Maisie")
    asking.ask()
    shoot_over(window, camera, "known")
    window.go(Place(REPORTS))
    QApplication.processEvents()
    camera.shoot("all-information-reports", window)


def _report(desk: Desk, child: Id) -> Id:
    """One that was sent, with what came of it."""
    made = InformationReport(
        id=desk.clock.new_id(),
        about=(ReportAbout(subject=child), ReportAbout(called="A man in a grey hatchback")),
        reporter=desk.who.name,
        what="The grey hatchback waits at the corner on Friday evenings, lights off. A neighbour has seen it twice.",
        how_known="Told by the neighbour, who does not want to be named",
        risk_to_source="Only one house looks out on that corner.",
        sent_at=Moment("2026-11-12T09:20+00:00"),
        sent_to="Police intelligence",
        police_ref="INT-26-118",
        feedback="A patrol passes on Fridays.",
    )
    return casework.save(desk, made).id


def _dialog(window: MainWindow, kind: type[Kind]) -> Kind:
    return next(each for each in window.findChildren(kind) if each.isVisible())
