"""What comes next once a notice is prepared: it is printed for the officers to check, and served."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from rise_desk.domain.notice import Notice
from ui.desk import ScreenDesk
from ui.missing_next import forms_of
from ui.widgets.notice_bar import Next

PREPARED = "The notice is prepared. It is printed for officers to check and sign, and its service is recorded."
SERVICE, PAPER = "Record the service", "Look at the notice"


def offer_service(below: QWidget | None, screen: ScreenDesk, notice: Notice) -> None:
    """Say so, with both, in the place of the line that it was saved."""
    forms = forms_of(below)
    if forms is None:
        return
    served = Next(text=SERVICE, act=lambda: forms.protecting.serve(notice.id))
    paper = Next(text=PAPER, act=lambda: forms.protecting.notice_paper(notice.id))
    QTimer.singleShot(
        0, forms, lambda: forms.offered.emit(PREPARED, (served, paper)) if screen.desk is not None else None
    )
