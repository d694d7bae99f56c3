"""Opens the forms and windows that lie over the desk, and tells what came of them."""

from collections.abc import Callable
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from rise_desk.domain.person import AT_RISK
from rise_desk.domain.record import NO_ID, Id
from rise_desk.errors import DeskError
from rise_desk.services.unfinished import Draft
from ui.desk import ScreenDesk
from ui.protecting import Protecting

if TYPE_CHECKING:
    from rise_desk.domain.assessment import Assessment
    from ui.papers import Paper


class Forms(QObject):
    """One method for each form; `opened_file` brings the subject of a file that should be shown next."""

    opened_file = Signal(object)
    said = Signal(str)
    failed = Signal(str)
    offered = Signal(str, object)
    """A sentence, and what can be done next: for each its words, its keys and its act."""

    def __init__(self, desk: ScreenDesk, over: QWidget) -> None:
        super().__init__(over)
        self._desk, self._over = desk, over
        self.protecting = Protecting(desk, self._try)

    def new_person(self, role: str = AT_RISK) -> None:
        """A file for somebody new, in this role."""
        from ui.person_form import PersonForm

        form = PersonForm(self._desk, role=role)
        form.saved.connect(lambda person: self.opened_file.emit(person.id))
        form.opened_instead.connect(self.opened_file)
        self._open(form)

    def note(self, subject: Id) -> None:
        """A contact note about somebody."""
        from ui.note_form import NoteForm

        self._open(NoteForm(self._desk, subject))

    def assess(self, subject: Id) -> None:
        """The assessment of a young person."""
        from ui.assessment_form import AssessmentForm

        try:
            self._open(AssessmentForm(self._desk, subject))
        except DeskError as failure:
            self.failed.emit(str(failure))

    def interview(self, subject: Id, episode: Id = NO_ID) -> None:
        """The return interview about a missing episode; where none is named, about the return that is owed first."""
        from ui import interview_windows

        try:
            self._open(interview_windows.form(self._desk, subject, episode))
        except DeskError as failure:
            self.failed.emit(str(failure))

    def interview_step(self, subject: Id, episode: Id, step: str = "") -> None:
        """A step towards it (offered, attempt, answer, decided); where none is named, the one that comes next."""
        from ui import interview_windows

        try:
            self._open(interview_windows.step(self._desk, subject, episode, step))
        except DeskError as failure:
            self.failed.emit(str(failure))

    def missing(self, subject: Id = NO_ID) -> None:
        """Somebody is missing: the few questions of the first minute, about this child if one is in view."""
        from ui import missing_windows

        self._try(lambda: missing_windows.quick(self._desk, subject))

    def episode(self, subject: Id, episode: Id = NO_ID) -> None:
        """A missing episode with everything that is known of it; a new one where none is named."""
        from ui import missing_windows

        self._try(lambda: missing_windows.whole(self._desk, subject, episode))

    def returned(self, subject: Id, episode: Id) -> None:
        """A missing child is back."""
        from ui import missing_windows

        self._try(lambda: missing_windows.returned(self._desk, episode))

    def regrade(self, subject: Id, episode: Id) -> None:
        """The police grade an episode anew."""
        from ui import missing_windows

        self._try(lambda: missing_windows.regrade(self._desk, episode))

    def action(self, subject: Id, action: Id = NO_ID, about: Id = NO_ID) -> None:
        """Something that somebody does for a child; `about` is the record it was agreed about."""
        from ui import missing_windows

        self._try(lambda: missing_windows.action(self._desk, subject, action, about))

    def end_action(self, subject: Id, action: Id, ending: str) -> None:
        """An action is done, or no longer needed: what came of it."""
        from ui import missing_windows

        self._try(lambda: missing_windows.action(self._desk, subject, action, ending=ending))

    def resume(self, draft: Draft) -> None:
        """Go on with an unfinished form."""
        from ui.resuming import window_of

        try:
            self._open(window_of(self._desk, draft))
        except DeskError as failure:
            self.failed.emit(str(failure))

    def import_list(self) -> None:
        """Young people or notes from a file."""
        from ui.import_dialog import ImportDialog

        self._open(ImportDialog(self._desk))

    def summary(self, subject: Id) -> None:
        """The case summary, to look at, print and save."""
        from ui.preview import PreviewDialog

        try:
            self._open(PreviewDialog(self._desk, subject))
        except DeskError as failure:
            self.failed.emit(str(failure))

    def assessment_paper(self, made: "Assessment") -> None:
        """One assessment on its form, to look at, print and save."""
        from ui import papers

        self._paper(lambda: papers.assessment(self._desk, made))

    def missing_pack(self, subject: Id) -> None:
        """What the police need to find a missing child, ready to be printed."""
        from ui import papers

        self._paper(lambda: papers.missing_pack(self._desk, subject))

    def blank_form(self, instrument: str = "") -> None:
        """The empty assessment form, to look at, print and save."""
        from ui import papers

        self._paper(lambda: papers.blank_form(instrument))

    def blank_checklist(self) -> None:
        """The empty health checklist, to look at, print and save."""
        from ui import papers

        self._paper(papers.blank_checklist)

    def _paper(self, of: Callable[[], "Paper"]) -> None:
        from ui.preview import PreviewDialog

        try:
            self._open(PreviewDialog(self._desk, of()))
        except DeskError as failure:
            self.failed.emit(str(failure))

    def change_password(self) -> None:
        """One's own password."""
        from ui.change_password import ChangePassword

        dialog = ChangePassword(self._desk)
        dialog.accepted.connect(lambda: self.said.emit("Your password is changed."))
        self._open(dialog)

    def _try(self, make: Callable[[], QDialog]) -> None:
        """Open a window, or say why it can't be."""
        try:
            self._open(make())
        except DeskError as failure:
            self.failed.emit(str(failure))

    def _open(self, dialog: QDialog) -> None:
        dialog.setParent(self._over, Qt.WindowType.Dialog)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.finished.connect(lambda _result: QTimer.singleShot(0, self, self._returned))
        dialog.open()

    def _returned(self) -> None:
        """The keyboard is the desk's again; where the button that opened a form has gone, at the file's tabs."""
        if QApplication.activeModalWidget() is None:
            self._over.activateWindow()
        pages = getattr(self._over, "pages", None)
        page = pages.currentWidget() if pages is not None else None
        tabs = getattr(page, "tabs", None)
        held = cast("QWidget | None", self._over.focusWidget())
        if page is not None and tabs is not None and (held is None or not page.isAncestorOf(held)):
            tabs.setFocus()
