"""The questions of the front sheet, all in view at once: an answer to each, and a line for its detail."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from rise_desk.domain.life import FrontSheetAnswer
from rise_desk.domain.record import plain, stored
from ui import formats, theme
from ui.records.words import capitalised
from ui.widgets.choice import ChoiceField
from ui.widgets.fields import Surroundings
from ui.widgets.radio_row import AnswerGroup
from ui.widgets.words import label

QUESTIONS, ANSWERS = "front_sheet", "answer"


class FrontSheet(AnswerGroup):
    """Answers by question; a question that nobody has answered is in no record."""

    changed = Signal()

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._around = around
        self.answers: dict[str, ChoiceField] = {}
        self.details: dict[str, QLineEdit] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.GAP)
        self._grid.setVerticalSpacing(theme.TIGHT)
        self._grid.setColumnStretch(2, 1)
        for entry in around.practice.vocabulary(QUESTIONS).choices():
            self._ask(entry.key)

    def value(self) -> tuple[FrontSheetAnswer, ...]:
        """The questions that have an answer or a detail."""
        made = (
            FrontSheetAnswer(question=key, answer=box.value(), detail=self.details[key].text().strip())
            for key, box in self.answers.items()
        )
        return tuple(each for each in made if each.answer or each.detail)

    def set_value(self, value: Any) -> None:
        """Show these answers, and none else."""
        given = {each.question: each for each in value or ()}
        for key in (each for each in given if each not in self.answers):
            self._ask(key)
        for key, box in self.answers.items():
            each = given.get(key, FrontSheetAnswer())
            box.set_value(each.answer)
            self.details[key].setText(each.detail)

    def typed(self) -> Any:
        """The answers as plain data."""
        return [plain(each) for each in self.value()]

    def restore(self, typed: Any) -> None:
        """Show the answers that a draft kept."""
        self.set_value(tuple(stored(FrontSheetAnswer, each) for each in typed or ()))

    def unreadable(self) -> str:
        """An answer is chosen, so it can be read; a detail wants one."""
        lacking = [each.question for each in self.value() if not each.answer]
        if not lacking:
            return ""
        words = self._around.practice.label(QUESTIONS, lacking[0])
        return f"Choose an answer to “{capitalised(words)}”, or take its detail away."

    def field_widget(self) -> QWidget:
        """The first answer."""
        return next(iter(self.answers.values()))

    def _ask(self, key: str) -> None:
        question = capitalised(self._around.practice.label(QUESTIONS, key))
        answer, detail = ChoiceField(self._around.practice.vocabulary(ANSWERS), question), QLineEdit()
        answer.setAccessibleName(question)
        detail.setAccessibleName(f"{question}: detail")
        detail.setPlaceholderText("Detail")
        place = self._grid.rowCount()
        self._grid.addWidget(label(question, wrap=True), place, 0)
        self._grid.addWidget(answer, place, 1)
        self._grid.addWidget(detail, place, 2)
        self.answers[key], self.details[key] = answer, detail
        answer.changed.connect(self.changed)
        detail.textChanged.connect(lambda _text: self.changed.emit())


def answers_in_words(value: Any, around: Surroundings) -> str:
    """The answers that were given, one on each line."""
    practice = around.practice
    return "\n".join(
        formats.joined(
            f"{capitalised(practice.label(QUESTIONS, each.question))}: {practice.label(ANSWERS, each.answer)}",
            each.detail,
        )
        for each in value
    )
