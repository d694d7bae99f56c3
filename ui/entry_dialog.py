"""One entry of a chronology, read whole; from here it is corrected by a further one, or withdrawn with a reason."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from rise_desk.domain import access
from rise_desk.domain.access import Deed
from rise_desk.domain.record import Id
from rise_desk.domain.sign_off import SignOff
from rise_desk.errors import DeskError
from rise_desk.services.overview import ChronologyEntry
from ui import records, theme
from ui.desk import ScreenDesk
from ui.facts import Fact, Facts
from ui.fitting import fit
from ui.history_dialog import HistoryDialog
from ui.records.marks import withdrawn_words
from ui.records.shown import Reading
from ui.theme import Type
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.flow import Flow
from ui.widgets.notice_bar import NoticeBar
from ui.widgets.words import label
from ui.withdraw import WithdrawDialog

CORRECTED = "A later entry corrects this one."
CORRECTION = "This entry corrects an earlier one."
LATER, EARLIER, ANSWERED = "Read the later entry", "Read the earlier entry", "Read the assessment"


class EntryDialog(QDialog):
    """Shows an entry; `correction_asked` brings the record to be corrected, `another_asked` the entry to be read.

    A kind that has more to show than its text and facts has a window of its own, made from this one.
    """

    correction_asked = Signal(object)
    another_asked = Signal(object)
    size_asked = (780, 600)

    def __init__(self, screen: ScreenDesk, found: ChronologyEntry, reading: Reading) -> None:
        super().__init__()
        self.desk, self.found, self.note, self.reading = screen, found, found.record, reading
        shown = records.shown(found.line.kind)
        assert shown.entry is not None
        assert shown.facts is not None
        self._shown = shown
        self._entry, self._facts = shown.entry(found, reading), shown.facts(found.told, reading)
        self.setWindowTitle(f"{self._entry.title} · {self._entry.when}")
        self.correct_button = Button("Correct…", icon="note")
        self.withdraw_button = Button("Withdraw…", icon="remove")
        self.history_button = Button("History…", "quiet")
        self.other_button = Button(self._other()[1], "quiet")
        self.close_button = Button("Close", "primary", keys="Esc")
        self.notice = NoticeBar()
        self._build()
        self.correct_button.clicked.connect(self._correct)
        self.withdraw_button.clicked.connect(self.withdraw)
        self.history_button.clicked.connect(self.history)
        self.other_button.clicked.connect(self._read_other)
        self.close_button.clicked.connect(self.accept)
        self.close_button.setFocus()
        fit(self, *self.size_asked)

    def withdraw(self) -> None:
        """Ask why, and withdraw the entry."""
        dialog = WithdrawDialog(self.desk, self.note, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.withdrawn.connect(self.accept)
        dialog.open()

    def done(self, result: int) -> None:
        """Give the keyboard back to the desk: it is lost where this window closes together with one above it."""
        super().done(result)
        below = self.parentWidget()
        if below is not None:
            below.activateWindow()

    def history(self) -> None:
        """Show who recorded, withdrew and restored the entry."""
        try:
            dialog = HistoryDialog(self.desk, self.note.id, f"this {self.note.TITLE.lower()}", self)
        except DeskError as failure:
            self.notice.say(str(failure), stays=True)
            return
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def may_withdraw(self) -> bool:
        """Whether this person may withdraw this entry, which is not withdrawn yet."""
        state = access.state_of(self.desk.at.who, self.note)
        return self.note.withdrawn is None and access.may(self.desk.at.who, Deed.WITHDRAW, state)

    def _correct(self) -> None:
        self.accept()
        self.correction_asked.emit(self.note)

    def _read_other(self) -> None:
        self.accept()
        self.another_asked.emit(self._other()[0])

    def _other(self) -> tuple[Id, str]:
        """The entry that this one leads on to, and the verb for it: the later one, the earlier, what was answered."""
        if self.found.corrected_by:
            return self.found.corrected_by, LATER
        if isinstance(self.note, SignOff):
            return self.note.assessment, ANSWERED
        return self.note.corrects, EARLIER

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.MARGIN, theme.PAD, theme.MARGIN, theme.GAP)
        column.setSpacing(theme.GAP)
        head = QHBoxLayout()
        head.addWidget(label(self._entry.title, Type.NAME, wrap=True), 1)
        head.addWidget(label(self._entry.when, tone="soft"))
        column.addLayout(head)
        column.addWidget(self.notice)
        column.addWidget(self._area(), 1)
        foot, verbs = QHBoxLayout(), QWidget()
        foot.setSpacing(theme.TIGHT + 2)
        row = Flow(verbs, spacing=theme.TIGHT + 2)
        usual = (self.correct_button, self.withdraw_button, self.other_button, self.history_button)
        for button in (*self.verbs(), *usual):
            row.addWidget(button)
        foot.addWidget(verbs, 1)
        foot.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignBottom)
        column.addLayout(foot)
        stands = self.note.withdrawn is None and not self.found.corrected_by
        self.correct_button.setVisible(stands and self._shown.corrected)
        self.withdraw_button.setVisible(self.may_withdraw())
        self.other_button.setVisible(bool(self._other()[0]))

    def verbs(self) -> Sequence[Button]:
        """What else can be done with an entry of this kind, before anything that every entry has."""
        return ()

    def parts(self) -> Iterator[QWidget]:
        """What is shown of it, one beneath the other."""
        if self._entry.quote:
            words = Card("In their own words")
            words.add(_copied(f"“{self._entry.quote}”"))
            yield words
        if self._entry.text:
            happened = Card(self._shown.heads)
            happened.add(_copied(self._entry.text))
            yield happened
        yield self.around()

    def around(self) -> Card:
        """Everything that is recorded around it, with labels."""
        around = Card("Around it")
        around.add(Facts([Fact(label=name, value=value, whole=name == "Concerns") for name, value in self._facts]))
        return around

    def _area(self) -> QScrollArea:
        inside = QWidget()
        inside.setProperty("surface", "scrolled")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, theme.TIGHT, 0)
        column.setSpacing(theme.GAP)
        for text in self._standing():
            column.addWidget(label(text, tone="loud", strong=True, wrap=True))
        for part in self.parts():
            column.addWidget(part)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setAccessibleName("The entry")
        area.setWidget(inside)
        return area

    def _standing(self) -> list[str]:
        said = [withdrawn_words(self.note)] if self.note.withdrawn else []
        if self.found.corrected_by:
            said.append(CORRECTED)
        return [*said, CORRECTION] if self.note.corrects else said


def _copied(text: str) -> QWidget:
    words = label(text, wrap=True)
    words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return words
