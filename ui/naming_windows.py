"""The windows about what is named and about information reports: new, over what is on file, or gone on with."""

from collections.abc import Callable

from PySide6.QtWidgets import QDialog

from rise_desk.domain.grading import Grading
from rise_desk.domain.information import InformationReport
from rise_desk.domain.record import NO_ID, Id, Record
from rise_desk.errors import NotFound
from rise_desk.services import information as information_reports
from rise_desk.services import naming
from rise_desk.services.unfinished import Draft
from ui.desk import ScreenDesk

NOBODY = "Everybody and everything named here is on file and linked."


KINDS = frozenset({InformationReport.KIND, Grading.KIND})
Opened = Callable[[Id], None]
Draw = Callable[[Record], None]


def names(screen: ScreenDesk, subject: Id, record: Id = NO_ID, draw: Draw | None = None) -> QDialog:
    """Who and what waits in a file, or in one record of it; `draw` draws an information report from a record."""
    from ui.naming_dialog import NamingDialog

    found = naming.of_record(screen.at, subject, record) if record else naming.waiting(screen.at, subject)
    if not found:
        raise NotFound(NOBODY)
    dialog = NamingDialog(screen, found)
    if draw is not None:
        dialog.report_asked.connect(draw)
    return dialog


def information(screen: ScreenDesk, subject: Id, report: Id = NO_ID, drawn_from: Id = NO_ID) -> QDialog:
    """An information report: a new one about somebody, one on file, or one drawn from a record."""
    from ui.information_form import InformationForm

    held = _report(screen, report) if report else None
    return InformationForm(screen, subject, held, drawn_from=drawn_from)


def grading(screen: ScreenDesk, report: Id) -> QDialog:
    """The police grading of an information report, for holders of the grant."""
    from ui.grading_dialog import GradingDialog

    return GradingDialog(screen, _report(screen, report))


def reports(screen: ScreenDesk, subject: Id, opened: Opened, new: Callable[[], None]) -> QDialog:
    """The information reports about somebody or something; `opened` and `new` take it from there."""
    from ui.information_list import InformationList

    dialog = InformationList(screen, subject)
    dialog.opened.connect(opened)
    dialog.new_asked.connect(new)
    return dialog


def known(screen: ScreenDesk, opened: Opened) -> QDialog:
    """Whether a child is known to the team; `opened` brings a file that is to be shown."""
    from ui.known_dialog import KnownDialog

    dialog = KnownDialog(screen)
    dialog.opened.connect(opened)
    return dialog


def paper(screen: ScreenDesk, report: Id, *, clean: bool) -> QDialog:
    """An information report on paper, to look at, print and save; `clean`: what may be passed on alone."""
    from ui import information_paper
    from ui.preview import PreviewDialog

    return PreviewDialog(screen, information_paper.sheet(_report(screen, report), clean=clean))


def police_file(screen: ScreenDesk, report: Id) -> QDialog:
    """An information report as a file for the police."""
    from ui.police_file import PoliceFileDialog

    return PoliceFileDialog(screen, _report(screen, report).id)


def resumed(screen: ScreenDesk, draft: Draft) -> QDialog:
    """An unfinished information report, or grading of one, as it was left."""
    if draft.kind == Grading.KIND:
        from ui.grading_dialog import REPORT, GradingDialog

        return GradingDialog(screen, _report(screen, Id(int(draft.typed.get(REPORT) or 0))), draft=draft)
    from ui.information_form import InformationForm

    held = _report(screen, draft.record) if draft.record else None
    return InformationForm(screen, draft.subject, held, draft=draft)


def _report(screen: ScreenDesk, number: Id) -> InformationReport:
    return information_reports.report(screen.at, number)
