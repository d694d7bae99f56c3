"""What follows once an interview or an assessment is saved that names somebody: one small step, which may be left."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from rise_desk.domain.assessment import Assessment
from rise_desk.domain.interview import ReturnInterview
from rise_desk.domain.record import Record
from rise_desk.errors import DeskError
from rise_desk.services import naming
from ui.desk import ScreenDesk
from ui.missing_next import forms_of


def ask(below: QWidget | None, screen: ScreenDesk, record: Record) -> None:
    """Ask who and what a record names that was just saved; nothing where it names nobody new."""
    forms = forms_of(below)
    if forms is None or not isinstance(record, ReturnInterview | Assessment) or not record.mentions:
        return

    def open_it() -> None:
        if _waits(screen, record):
            forms.protecting.names(record.subject, record.id)

    QTimer.singleShot(0, forms, open_it)


def _waits(screen: ScreenDesk, record: ReturnInterview | Assessment) -> bool:
    """Whether anything in it is still to be taken up; somebody who has left the desk is asked nothing."""
    try:
        return screen.desk is not None and bool(naming.of_record(screen.at, record.subject, record.id))
    except DeskError as trouble:
        screen.troubled.emit(str(trouble))
        return False
