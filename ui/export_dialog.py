"""Exporting the list in view: what will leave, as which file, why, and with whom; then it is saved and written down."""

from pathlib import Path
from threading import Event

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QFrame, QVBoxLayout, QWidget

from rise_desk.errors import DeskError, WrongKey
from rise_desk.services.exchange import exporting
from rise_desk.services.exchange.exporting import CSV, XLSX, Exported, Second
from ui import asking, formats
from ui.desk import ScreenDesk
from ui.leaving import Leaving
from ui.password_fields import SecretField
from ui.small_dialog import SmallDialog
from ui.widgets.buttons import Button
from ui.widgets.field_row import FieldRow
from ui.widgets.fields import Field
from ui.widgets.radio_row import RadioRow
from ui.widgets.text_fields import LineField
from ui.widgets.words import label

FORMAT, REASON, SECOND, PASSWORD = "file", "reason", "second", "second_password"
FORMATS = ((XLSX, "Excel workbook (XLSX)"), (CSV, "CSV"))
FOLDER = "export folder"
READABLE = (
    "Whoever has this file can read it. It is marked OFFICIAL-SENSITIVE, and it is written down that you exported it. "
    "Keep it only where it is needed, and delete it afterwards."
)
WHY = Field(name=REASON, label="Why it is exported, and for whom", required=True)
HOW = Field(name=FORMAT, label="File")
WHO = Field(name=SECOND, label="Name of the second person", required=True)
HINT = "They type it here themselves. It proves that they are here, and is not kept."
SECRET = Field(name=PASSWORD, label="Password of the second person", hint=HINT, required=True)


class ExportDialog(SmallDialog):
    """Asks how and why; `exported` brings the sentence that tells what was saved."""

    exported = Signal(str)
    _read = Signal(int, int)

    def __init__(self, desk: ScreenDesk, leaving: Leaving, parent: QWidget | None = None) -> None:
        super().__init__(
            "Export · RISE Desk",
            Button("Choose where…", "primary", icon="save"),
            Button("Cancel", keys="Esc"),
            parent,
        )
        self.desk, self.leaving = desk, leaving
        self._stop = Event()
        self.format = FieldRow(HOW, RadioRow(FORMATS, unanswered=False))
        self.reason = FieldRow(WHY, LineField())
        self.why_two = label("", strong=True, wrap=True)
        self.second = FieldRow(WHO, LineField())
        self.password = FieldRow(SECRET, SecretField())
        self.build(f"Export: {leaving.title}", "", *self._told(), self.format, self.reason, *self._two(), _warning())
        self.verb.clicked.connect(self.choose)
        self.busy.cancelled.connect(self._stop.set)
        self._read.connect(self.busy.advance, Qt.ConnectionType.QueuedConnection)
        self._ask_second(exporting.needs_second(desk.at.who, leaving.rows, leaving.state))
        self.reason.editor.field_widget().setFocus()

    def choose(self) -> None:
        """Ask where to, and save it there; or say what is missing."""
        problems = self._problems()
        self.say(problems)
        if problems:
            return
        kind = str(self.format.value())
        named = str(Path(str(self.desk.preference(FOLDER, ""))) / f"{self.leaving.title}{kind}")
        chosen, _kind = QFileDialog.getSaveFileName(self, "Export", named, f"{dict(FORMATS)[kind]} (*{kind})")
        if chosen:
            self._take(Path(chosen), kind)

    def save(self, path: Path) -> None:
        """Read the list whole and save it here, on the worker's thread."""
        desk, leaving, reason, second = self.desk.at, self.leaving, str(self.reason.value()), self._second()
        self._stop.clear()
        self.work("Reading the list")
        self.busy.start("Reading the list", may_cancel=True)
        self.desk.tasks.run(
            lambda: exporting.export(desk, leaving.read(desk, self._go_on), path, reason, second),
            done=self._saved,
            failed=self._failed,
            desk=desk,
        )

    def reject(self) -> None:
        """Leave it; while the list is being read, stop that first, so that nobody is left wondering what was saved."""
        self._stop.set()
        if not self.working:
            super().reject()

    def _take(self, path: Path, kind: str) -> None:
        """Save under this name, which may lack its ending."""
        if path.suffix.lower() != kind:
            path = path.with_name(path.name + kind)
            if path.exists() and not asking.confirmed(self, f"{path.name} exists already. Replace it?", "Replace"):
                return
        self.desk.prefer(FOLDER, str(path.parent))
        self.save(path)

    def _go_on(self, done: int, of: int) -> bool:
        self._read.emit(done, of)
        return not self._stop.is_set()

    def _saved(self, made: Exported) -> None:
        self.work("")
        self.exported.emit(told(made))
        self.accept()

    def _failed(self, failure: DeskError) -> None:
        if not self.is_open:
            return
        self.fail(failure)
        if isinstance(failure, WrongKey):
            self.password.editor.set_value("")
            self.say({PASSWORD: str(failure)})
        elif self.second.isHidden() and SECOND in self.summary.links:
            self._ask_second(str(failure))

    def _problems(self) -> dict[str, str]:
        wrong = {REASON: exporting.reason_problem(str(self.reason.value()))}
        if not self.second.isHidden():
            wrong[SECOND] = "" if self.second.value() else "Enter the name of the second person."
            wrong[PASSWORD] = "" if self.password.value() else "The second person types their password."
        return {name: sentence for name, sentence in wrong.items() if sentence}

    def _second(self) -> Second | None:
        if self.second.isHidden():
            return None
        return Second(name=str(self.second.value()), password=str(self.password.value()))

    def _ask_second(self, why: str) -> None:
        self.why_two.setText(why)
        for part in (self.why_two, self.second, self.password):
            part.setVisible(bool(why))
        self.grow()

    def _told(self) -> list[QWidget]:
        """What will leave: how much of what, in which columns."""
        leaving = self.leaving
        rows = formats.count(leaving.rows, "row")
        much = rows if leaving.rows == leaving.of else f"{rows} of {leaving.of:,}"
        lines = (
            formats.joined(much, f"Filters: {leaving.filters}" if leaving.filters else "no filters"),
            f"Columns: {', '.join(leaving.columns)}",
        )
        return [label(line, tone="soft", wrap=True) for line in lines]

    def _two(self) -> tuple[QWidget, ...]:
        return self.why_two, self.second, self.password


def told(made: Exported) -> str:
    """What was saved, in a sentence or two for the notice."""
    parts = [f"Saved as {made.path.name}: {formats.count(made.rows, 'row')}."]
    if made.withheld:
        parts.append(f"{formats.count(made.withheld, 'reserved entry', 'reserved entries')} stayed here.")
    if made.cut:
        parts.append(f"{formats.count(made.cut, 'long text was', 'long texts were')} cut; a CSV file holds the whole.")
    return " ".join((*parts, "Whoever has the file can read it: delete it after use."))


def _warning() -> QWidget:
    frame = QFrame()
    frame.setProperty("surface", "warning")
    QVBoxLayout(frame).addWidget(label(READABLE, tone="medium", wrap=True))
    return frame
