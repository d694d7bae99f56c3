"""The form of an open question: about whom, what is not known, who finds it out and by when; later, the answer."""

from collections.abc import Sequence
from typing import Any

from rise_desk.domain.disruption import Target
from rise_desk.domain.open_question import OpenQuestion
from rise_desk.domain.record import NO_ID, Id
from rise_desk.services import accounts, overview
from rise_desk.services.unfinished import Draft
from ui import formats
from ui.desk import ScreenDesk
from ui.drafting import as_it_was
from ui.fitting import fit
from ui.named_parts import NamedSubjects
from ui.record_form import RecordForm
from ui.records.question import ask
from ui.widgets.fields import Kind, Section, Surroundings
from ui.widgets.suggesting_line import SuggestingLine


def sections(screen: ScreenDesk) -> tuple[Section, ...]:
    """What the form asks, and the answer in the same window."""
    return (
        Section(
            "The question",
            (
                ask(OpenQuestion, "question", rows=3, hint="One thing that somebody can find out"),
                ask(
                    OpenQuestion,
                    "about",
                    Kind.OWN,
                    whole=True,
                    make=lambda field, _around: NamedSubjects(screen, field.label),
                    describe=lambda value, _around: _named(screen, value),
                ),
                ask(
                    OpenQuestion,
                    "owner",
                    Kind.OWN,
                    make=lambda _field, _around: SuggestingLine(accounts.colleagues(screen.at)),
                    describe=lambda value, _around: str(value),
                    hint="A colleague, or anybody else by name",
                ),
                ask(OpenQuestion, "due_on", hint="A day. +1w is in a week"),
                ask(OpenQuestion, "asked_on"),
            ),
        ),
        Section(
            "The answer",
            (ask(OpenQuestion, "answer", rows=3, hint="Once there is one"), ask(OpenQuestion, "answered_on")),
        ),
    )


class QuestionForm(RecordForm):
    """A new question about somebody or something, one on file with its answer, or the rest of an unfinished form."""

    kind = OpenQuestion.KIND
    base: OpenQuestion | None

    def __init__(
        self,
        screen: ScreenDesk,
        subject: Id,
        question: OpenQuestion | None = None,
        *,
        others: Sequence[Id] = (),
        draft: Draft | None = None,
    ) -> None:
        """`others`: whom a new question is about as well, such as the rest of a group."""
        desk = screen.at
        self.subject, self.number, self._others = subject, desk.clock.new_id(), tuple(others)
        name = overview.names_of(desk, [subject]).get(subject, "")
        more = f" and {formats.count(len(others), 'other')}" if others else ""
        named = f"Open question about {name}{more}" if name else "Open question"
        super().__init__(screen, named, sections(screen), Surroundings(desk.practice, screen.now))
        self.base = as_it_was(screen, question, draft.base_version) if question and draft else question
        self.panel.set_value(self.shown(self.base or self._new()))
        if draft is not None:
            self.take_up(draft)
        fit(self, 820, 660)
        self.panel.focus_field("answer" if question else "question")

    def made(self) -> OpenQuestion:
        """The question as the form says it."""
        base = self.base or self._new()
        return base.changed(**self.read_panel(base))

    def to_keep(self) -> dict[str, Any]:
        """What was typed, and the whole group: a draft knows one subject alone."""
        kept = super().to_keep()
        return kept | {"panel": {"about": self.panel.typed()["about"], **kept["panel"]}} if self._others else kept

    def over(self) -> tuple[Id, int]:
        """The question that is being changed or answered."""
        return (self.base.id, self.base.version) if self.base else (NO_ID, 0)

    def _new(self) -> OpenQuestion:
        about = tuple(Target(subject=each) for each in (self.subject, *self._others) if each)
        return OpenQuestion(id=self.number, about=about)


def _named(screen: ScreenDesk, about: tuple[Target, ...]) -> str:
    """Whom a question is about, for telling what somebody else chose there."""
    ids = [each.subject for each in about]
    known = overview.names_of(screen.at, ids)
    return ", ".join(known.get(each, "") for each in ids)
