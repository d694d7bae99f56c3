"""An information report as a file for the police: for whom it is, that it lies open, and where it is saved."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from rise_desk.domain.record import Id
from rise_desk.services import information_papers
from rise_desk.services.saving import save_file
from ui.desk import ScreenDesk
from ui.missing_next import forms_of
from ui.small_dialog import SmallDialog
from ui.widgets.buttons import Button
from ui.widgets.field_row import FieldRow
from ui.widgets.fields import Field
from ui.widgets.text_fields import LineField

TITLE = "Information report as a file for the police"
EXPLAINED = (
    "The file is not encrypted: whoever has it can read it. Send it only by a secure way, and delete it afterwards. "
    "It is numbered, and who saved it for whom is written down."
)
FOR = Field(name="recipient", label="Copy for", hint="Who gets it, such as DS Cole, force intelligence", required=True)
WHO = "Enter who gets the file."
NAME, KIND = "information report.csv", ".csv"
SAVED = "Saved as {}. It is not encrypted: delete it after use."


class PoliceFileDialog(SmallDialog):
    """Asks for whom, then where to; the window's notice says that it was saved."""

    def __init__(self, screen: ScreenDesk, report: Id) -> None:
        super().__init__(TITLE, Button("Save…", "primary", keys="Enter", icon="save"), Button("Cancel", keys="Esc"))
        self.desk, self.report = screen, report
        self.recipient = FieldRow(FOR, LineField())
        self.build(TITLE, EXPLAINED, self.recipient)
        self.verb.clicked.connect(self.choose)
        self.recipient.editor.field_widget().setFocus()

    def choose(self) -> None:
        """Ask where to, and save it there; or say what is missing."""
        who = str(self.recipient.value()).strip()
        self.say({} if who else {"recipient": WHO})
        if not who or self.working:
            return
        chosen, _kind = QFileDialog.getSaveFileName(self, TITLE, NAME, f"CSV (*{KIND})")
        if chosen:
            self._save(Path(chosen).with_suffix(KIND), who)

    def _save(self, path: Path, who: str) -> None:
        desk, report = self.desk.at, self.report
        self.work("Saving")
        self.desk.tasks.attempt(
            lambda: save_file(path, information_papers.exported(desk, report, recipient=who)),
            lambda _none: self._saved(path),
            self.fail,
        )

    def _saved(self, path: Path) -> None:
        forms = forms_of(self.parentWidget())
        self.work("")
        self.accept()
        if forms is not None:
            forms.said.emit(SAVED.format(path.name))
