"""The windows about what is named and about information reports: new, over what is on file, or gone on with."""

from collections.abc import Callable

from PySide6.QtWidgets import QDialog

from rise_desk.domain.information import InformationReport
from rise_desk.domain.record import NO_ID, Id, Record
from rise_desk.errors import NotFound
from rise_desk.services import naming, unfinished
from rise_desk.services.unfinished import Draft
from ui.desk import ScreenDesk

NOBODY = "Everybody and everything named here is on file and linked."


KINDS = frozenset({InformationReport.KIND})
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


def reports(screen: ScreenDesk, subject: Id, opened: Opened) -> QDialog:
    """The information reports about somebody or something, or everybody's."""
    from ui.information_list import InformationList

    return InformationList(screen, subject, opened)


def resumed(screen: ScreenDesk, draft: Draft) -> QDialog:
    """An unfinished information report, as it was left."""
    from ui.information_form import InformationForm

    held = _report(screen, draft.record) if draft.record else None
    return InformationForm(screen, draft.subject, held, draft=draft)


def _report(screen: ScreenDesk, number: Id) -> InformationReport:
    found = unfinished.on_file(screen.at, number)
    if not isinstance(found, InformationReport):
        raise NotFound(unfinished.GONE)
    return found
