"""The open questions about somebody or something: what is not known, who finds it out, by when, and the answers."""

from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from rise_desk.domain import moments
from rise_desk.domain.open_question import OpenQuestion
from rise_desk.domain.record import Id
from rise_desk.services import overview, questions
from ui import formats, theme
from ui.desk import ScreenDesk
from ui.link_windows import question as question_window
from ui.theme import Type
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.words import discard, label

ASK, ANSWER, CHANGE = "Ask a question…", "Answer…", "Change…"
NONE = "No question is open. What do we not know, and who could find it out?"
ANSWERED = 3
"""How many answered ones are shown at once."""


class QuestionList(Card):
    """One row a question, the open ones first; `counted` tells how many are open."""

    counted = Signal(int)

    def __init__(self, desk: ScreenDesk, subject: Id, parent: QWidget | None = None) -> None:
        super().__init__("Open questions", parent=parent)
        self.desk, self.subject = desk, subject
        self.found: tuple[OpenQuestion, ...] = ()
        self.all_shown = False
        self.ask_button = Button(ASK, "quiet")
        self.add_verb(self.ask_button)
        self.ask_button.clicked.connect(self.ask)

    def refresh(self) -> None:
        """Read the questions again."""
        self.found = questions.about(self.desk.at, self.subject)
        while (item := self.body.takeAt(0)) is not None:
            discard(item.widget())
        waiting = [each for each in self.found if each.is_open]
        answered = [each for each in self.found if not each.is_open]
        self.entitle("Open questions", formats.count(len(waiting), "open one") if waiting else "")
        if not waiting:
            self.add(label(NONE, tone="soft", wrap=True))
        shown = [*waiting, *(answered if self.all_shown else answered[:ANSWERED])]
        names = overview.names_of(self.desk.at, {each.subject for held in shown for each in held.about})
        for place, each in enumerate(shown):
            if place or not waiting:
                self.add_rule()
            self.add(self._row(each, names))
        if len(answered) > ANSWERED and not self.all_shown:
            more = Button(f"{formats.count(len(answered) - ANSWERED, 'more answered question')}", "quiet")
            more.clicked.connect(self._show_all)
            self.add(more)
        self.counted.emit(len(waiting))

    def ask(self) -> None:
        """Write down a further question."""
        self._open(question_window(self.desk, self.subject))

    def _show_all(self) -> None:
        self.all_shown = True
        self.refresh()
        self.ask_button.setFocus()

    def _row(self, each: OpenQuestion, names: dict[Id, str]) -> QWidget:
        row, words = QWidget(), QVBoxLayout()
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(theme.GAP)
        words.setSpacing(1)
        words.addWidget(label(each.question.strip(), strong=each.is_open, wrap=True))
        if not each.is_open:
            words.addWidget(label(each.answer.strip(), wrap=True))
        late = self._is_late(each)
        words.addWidget(
            label(formats.joined(*self._facts(each, names)), Type.SECOND, tone="loud" if late else "soft", wrap=True)
        )
        across.addLayout(words, 1)
        verb = Button(ANSWER if each.is_open else CHANGE, "quiet")
        verb.setAccessibleName(f"{verb.text().removesuffix('…')}: {' '.join(each.question.split())}")
        verb.clicked.connect(lambda: self._open(question_window(self.desk, self.subject, each.id)))
        across.addWidget(verb, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _is_late(self, each: OpenQuestion) -> bool:
        return each.is_open and bool(each.due_on) and moments.latest(each.due_on) < self.desk.now()

    def _facts(self, each: OpenQuestion, names: dict[Id, str]) -> Iterator[str]:
        others = [names.get(about.subject, "") for about in each.about if about.subject != self.subject]
        yield each.owner or ("nobody named to find it out" if each.is_open else "")
        if each.is_open:
            yield f"{'was due' if self._is_late(each) else 'by'} {formats.when(each.due_on)}" if each.due_on else ""
            yield f"asked {moments.shown(each.asked_on)}" if each.asked_on else ""
        else:
            yield f"answered {moments.shown(each.answered_on)}" if each.answered_on else "answered"
        yield f"also about {', '.join(filter(None, others))}" if any(others) else ""

    def _open(self, dialog: QDialog) -> None:
        dialog.setParent(self.window(), Qt.WindowType.Dialog)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
