"""Who and what a record names, a row each: who that may be on file, what it becomes, how it is linked; in one act.

Nothing is chosen for anybody but what bears the same number, and a link that tells of harm is never suggested. What is
left stays named in the file, and this can be opened again from there.
"""

from collections.abc import Sequence

from PySide6.QtCore import Signal

from rise_desk.domain import naming as rules
from rise_desk.domain.recognising import PERSON
from rise_desk.domain.record import Record
from rise_desk.errors import DeskError, Invalid
from rise_desk.services import naming, overview
from rise_desk.services.named import Named
from ui.desk import ScreenDesk
from ui.naming_row import NamingRow
from ui.small_dialog import SmallDialog
from ui.widgets.buttons import Button
from ui.widgets.tick import Tick

TITLE = "Who and what is named"
HEADING, IN_ONE = "Named in the file of {}", "Named in the {}: {}"
EXPLAINED = (
    "Say who or what each one is. Only what you choose is recorded, each linked with {} and with the entry it comes "
    "from. A link proves nothing. What you leave stays named in the file and waits there."
)
DRAFT = "Then draft an information report from this"
WIDE = 820


class NamingDialog(SmallDialog):
    """`settled` brings the records that were made; `report_asked` the record an information report is drawn from."""

    settled = Signal(object)
    report_asked = Signal(object)

    def __init__(self, screen: ScreenDesk, named: Sequence[Named]) -> None:
        super().__init__(TITLE, Button("Record", "primary", keys="Ctrl+S"), Button("Later", keys="Esc"))
        self.desk, self.named = screen, tuple(named)
        child = self.named[0].child
        name = overview.names_of(screen.at, [child])[child]
        self.lines = [self._row(each, name) for each in self.named]
        self.draft = Tick(DRAFT)
        self.build(_heading(self.named, name), EXPLAINED.format(name), *self.lines, self.draft, wide=WIDE)
        for place, row in enumerate(self.lines):
            self.places[f"answers.{place}"] = row.choice
            row.changed.connect(self._offer)
        self._offer()
        self.verb.clicked.connect(self.record)
        for keys in ("Ctrl+S", "Ctrl+Return", "Ctrl+Enter"):
            self.also_by(keys)
        self.lines[0].choice.field_widget().setFocus()

    def record(self) -> None:
        """Record and link what was chosen, or say what is missing."""
        if self.working:
            return
        unsaid = {f"answers.{place}": row.unsaid() for place, row in enumerate(self.lines) if row.unsaid()}
        if unsaid:
            self.fail(Invalid(unsaid))
            return
        answers = [each.answer() for each in self.lines]
        if not any(each.taken_up for each in answers) and self.draft.isChecked():
            self._done(())
            return
        self.say_rows({})
        self.work("Saving")
        self.desk.tasks.attempt(lambda: naming.settle(self.desk.at, answers), self._done, self.fail)

    def fail(self, failure: DeskError) -> None:
        """What speaks against one of them is said beside it."""
        super().fail(failure)
        if self.is_open:
            self.say_rows(failure.fields if isinstance(failure, Invalid) else {})

    def say_rows(self, problems: dict[str, str]) -> None:
        """Say beside each what is wrong with it."""
        for place, row in enumerate(self.lines):
            row.show_problem(problems.get(f"answers.{place}", ""))
        self.grow()

    def _row(self, named: Named, child: str) -> NamingRow:
        """One of them; where they are from several records, with its own."""
        source = rules.source(named.record) if len(_sources(self.named)) > 1 else ""
        return NamingRow(self.desk, named, child, naming.likely(self.desk.at, named), source)

    def _offer(self) -> None:
        """A thing may be that of anybody here who becomes somebody on file."""
        people = [
            (place, row.named.mention.name)
            for place, row in enumerate(self.lines)
            if row.named.sort == PERSON and row.answer().taken_up
        ]
        for row in self.lines:
            row.offer_people(people)
        self.grow()

    def _done(self, saved: tuple[Record, ...]) -> None:
        self.work("")
        self.accept()
        self.settled.emit(saved)
        if self.draft.isChecked():
            self.report_asked.emit(self.named[0].record)


def _sources(named: Sequence[Named]) -> set[str]:
    return {rules.source(each.record) for each in named}


def _heading(named: Sequence[Named], child: str) -> str:
    sources = _sources(named)
    return IN_ONE.format(sources.pop(), child) if len(sources) == 1 else HEADING.format(child)
