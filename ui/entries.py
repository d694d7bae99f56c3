"""The entries of a file, whatever kind they are: the window that shows one whole, and the form that puts it right."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from rise_desk.domain.action import Action
from rise_desk.domain.assessment import Assessment
from rise_desk.domain.breach import Breach
from rise_desk.domain.checklist import Checklist
from rise_desk.domain.contact import ContactNote
from rise_desk.domain.disruption import DisruptionAction
from rise_desk.domain.information import InformationReport
from rise_desk.domain.interview import ReturnInterview
from rise_desk.domain.investigation import Investigation
from rise_desk.domain.missing import MissingEpisode
from rise_desk.domain.notice import Notice
from rise_desk.domain.notice_review import NoticeReview
from rise_desk.domain.order import Order
from rise_desk.domain.record import Id, Record
from rise_desk.services import overview, signing_off
from rise_desk.services.overview import ChronologyEntry
from rise_desk.services.unfinished import Draft
from ui.desk import ScreenDesk
from ui.entry_dialog import EntryDialog
from ui.record_form import RecordForm
from ui.records.shown import Reading


def reader(screen: ScreenDesk, found: ChronologyEntry, reading: Reading) -> EntryDialog:
    """What shows an entry whole: an assessment has a window of its own, from which named people's files are opened."""
    if isinstance(found.record, MissingEpisode | Action):
        from ui.living_reading import ActionReading, EpisodeReading

        window = EpisodeReading if isinstance(found.record, MissingEpisode) else ActionReading
        return window(screen, found, reading)
    if isinstance(found.record, ReturnInterview):
        from ui.interview_reading import InterviewReading

        return InterviewReading(screen, found, reading)
    if isinstance(found.record, InformationReport):
        from ui.information_reading import InformationReading

        return InformationReading(screen, found, reading)
    if isinstance(found.record, Order | Investigation | DisruptionAction):
        from ui.protecting_reading import ProtectingReading

        return ProtectingReading(screen, found, reading)
    if isinstance(found.record, Notice | NoticeReview | Breach):
        from ui.notice_reading import AfterReading, NoticeReading

        return (NoticeReading if isinstance(found.record, Notice) else AfterReading)(screen, found, reading)
    if not isinstance(found.record, Assessment):
        return EntryDialog(screen, found, reading)
    from ui.assessment_reading import AssessmentReading

    made = AssessmentReading(screen, found, reading)
    made.file_asked.connect(lambda subject: _open_file(made.parentWidget(), subject))
    return made


def correction(screen: ScreenDesk, subject: Id, record: Record) -> QDialog:
    """The form of a further entry that puts one right; an assessment's is made in the file it was filed in."""
    from ui.note_form import NoteForm

    if isinstance(record, ReturnInterview):
        from ui import interview_windows

        return interview_windows.correction(screen, record)
    if isinstance(record, Notice | NoticeReview | Breach):
        from ui import notice_windows

        return notice_windows.correction(screen, subject, record)
    if isinstance(record, Assessment):
        from ui.assessment_form import AssessmentForm

        return AssessmentForm(screen, record.subject, corrects=record)
    if isinstance(record, Checklist):
        from ui.checklist_form import ChecklistForm

        return ChecklistForm(screen, record.subject, corrects=record)
    assert isinstance(record, ContactNote)
    return NoteForm(screen, subject, corrects=record)


def checklist(screen: ScreenDesk, subject: Id) -> RecordForm:
    """A new health checklist about somebody."""
    from ui.checklist_form import ChecklistForm

    return ChecklistForm(screen, subject)


def answering(screen: ScreenDesk, draft: Draft) -> QDialog:
    """An assessment with the unfinished answer to it, wherever that was asked for."""
    from ui.assessment_reading import AssessmentReading

    desk = screen.at
    found = overview.entry(desk, draft.subject, draft.record)
    reading = Reading(
        subject=draft.subject,
        names=overview.names_of(desk, [draft.subject]),
        practice=desk.practice,
        now=desk.now(),
        assessed=signing_off.assessed(desk, draft.subject),
    )
    made = AssessmentReading(screen, found, reading, draft=draft)
    made.file_asked.connect(lambda subject: _open_file(made.parentWidget(), subject))
    made.correction_asked.connect(
        lambda record: _open_over(made.parentWidget(), correction(screen, draft.subject, record))
    )
    return made


def _open_over(below: QWidget | None, dialog: QDialog) -> None:
    dialog.setParent(below, Qt.WindowType.Dialog)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()


def _open_file(below: QWidget | None, subject: Id) -> None:
    """Have the desk's window show somebody's file."""
    show: Callable[[Id], None] | None = getattr(below, "open_file", None)
    if show is not None:
        show(subject)
