"""A step towards a return interview, in a few seconds: offered, attempted, answered, or decided against.

Which one opens is said by whoever asks, or follows from how far the interview has come.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Signal

from rise_desk.domain.hearing import heard
from rise_desk.domain.interview import ARRANGED, DECLINED, Attempt, ReturnInterview
from rise_desk.domain.language import nudges
from rise_desk.domain.missing import MissingEpisode
from rise_desk.domain.record import Id, Part, Record
from rise_desk.errors import DeskError, Invalid
from rise_desk.services import interviewing
from rise_desk.services.unfinished import Draft
from ui import formats
from ui.desk import ScreenDesk
from ui.drafting import Drafting
from ui.interview_clock import InterviewClock
from ui.interview_fields import answer
from ui.interview_words import attempt_words
from ui.records.question import ask
from ui.records.words import capitalised
from ui.small_dialog import SmallDialog
from ui.widgets import editors
from ui.widgets.buttons import Button
from ui.widgets.field_row import FieldRow
from ui.widgets.fields import Field, Kind, Surroundings
from ui.widgets.words import label

OFFERED, ATTEMPT, ANSWER, DECIDED = "offered", "attempt", "answer", "decided"
EPISODE, STEP = "episode", "step"
"""In a draft: the missing episode that the step is about, and which step it is."""

WIDE = 620
WITHIN = "Somebody independent offers it after every return, within 72 hours of it. Weekends count."
CARERS = ("carers_offered_at", "carers_said")
ONLY_DECLINED = ("declined_because", *CARERS)


EMPTY = {
    "offered_at": "Enter when it was offered.",
    "at": "Enter when it was attempted.",
    "answer": "Say whether they accepted or declined.",
    "answered_at": "Enter when they answered.",
    "decided_at": "Enter when it was decided against.",
    "decided_because": "Say why it was decided against.",
}


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What the dialog of one step asks: its heading, why, the verb, and its fields."""

    heading: str
    explained: str
    verb: str
    fields: tuple[Field, ...]
    part: type[Part] | None = None


STEPS: Mapping[str, Asked] = {
    OFFERED: Asked(
        heading="Return interview offered",
        explained=WITHIN,
        verb="Save the offer",
        fields=(
            ask(ReturnInterview, "offered_at", time=True, required=True, hint="Ctrl+D is now"),
            ask(ReturnInterview, "offered_by"),
            ask(ReturnInterview, "assigned_to", hint="Somebody who is neither a carer nor works for the council"),
        ),
    ),
    ATTEMPT: Asked(
        heading="An attempt to see them",
        explained="Each attempt is listed. Nobody being in, or not wanting to talk that day, is not declining.",
        verb="Add the attempt",
        fields=(
            ask(Attempt, "at", time=True, hint="Ctrl+D is now"),
            ask(Attempt, "by"),
            ask(Attempt, "how", hint="Such as: a visit, a call, a message"),
            ask(Attempt, "outcome", Kind.LONG, rows=2, nudge=nudges),
        ),
        part=Attempt,
    ),
    ANSWER: Asked(
        heading="What they answered",
        explained="The talk is theirs to take or leave. If they decline it, parents or carers can be offered it.",
        verb="Save the answer",
        fields=(
            answer(required=True),
            ask(ReturnInterview, "answered_at", time=True, required=True, hint="Ctrl+D is now"),
            ask(ReturnInterview, "declined_because", hint="In their words"),
            ask(ReturnInterview, "carers_offered_at", time=True),
            ask(ReturnInterview, "carers_said", rows=2, nudge=nudges),
        ),
    ),
    DECIDED: Asked(
        heading="Decided against a return interview",
        explained="For the rare case in which the talk itself would do harm; not for one that was declined.",
        verb="Save the decision",
        fields=(
            ask(ReturnInterview, "decided_at", time=True, required=True, hint="Ctrl+D is now"),
            ask(ReturnInterview, "decided_by"),
            ask(ReturnInterview, "decided_because", Kind.LONG, required=True, rows=3, nudge=nudges),
        ),
    ),
}


class InterviewStep(SmallDialog):
    """One step; `saved` brings the interview as it then stands. What is typed is kept as a draft while it is open."""

    saved = Signal(object)
    kind = ReturnInterview.KIND

    def __init__(
        self, screen: ScreenDesk, subject: Id, episode: Id, step: str = "", *, draft: Draft | None = None
    ) -> None:
        self.opening = interviewing.opening(screen.at, subject, episode)
        held = self.opening.interview
        if held.done_at:
            raise Invalid({"": interviewing.HELD})
        self.step = step or next_step(held)
        self.asked = STEPS[self.step]
        verb, leave = Button(self.asked.verb, "primary", keys="Ctrl+Enter"), Button("Cancel", keys="Esc")
        super().__init__("Return interview", verb, leave)
        self.desk, self.subject, self.episode = screen, held.subject, episode
        self.around = Surroundings(screen.practice, screen.now)
        self.clock = InterviewClock(screen)
        self._lay_out()
        self._show()
        self.drafting = Drafting(self, self)
        if draft is not None:
            self._take_up(draft)
        for row in self.rows.values():
            row.editor.changed.connect(self._changed)
        self._fit()
        next(iter(self.rows.values())).editor.field_widget().setFocus()

    # Drafts

    def unsaved(self) -> bool:
        """Whether anything was typed."""
        return self._typed() != self._clean

    def to_keep(self) -> dict[str, Any]:
        """What was typed, in which step, about which episode."""
        typed = {name: typed for name, typed in self._typed().items() if typed != self._clean[name]}
        return {"panel": typed, EPISODE: str(self.episode), STEP: self.step}

    def over(self) -> tuple[Id, int]:
        """The interview on file, where there is one."""
        held = self.opening.interview
        return (held.id, held.version) if held.version else (Id(0), 0)

    def reject(self) -> None:
        """Leave it, and forget what was typed."""
        self.drafting.drop()
        super().reject()

    # Saving

    def save(self) -> None:
        """Save the step, or say what stands against it."""
        try:
            said = self._said()
        except Invalid as wrong:
            self.fail(wrong)
            return
        self.say({})
        self.work("Saving")
        self.desk.tasks.attempt(lambda: self._keep(said), self._saved, self._failed)

    def _keep(self, said: dict[str, Any]) -> ReturnInterview:
        attempt = Attempt(**said) if self.asked.part else None
        fields = {} if attempt else said
        return interviewing.step(
            self.desk.at,
            self.subject,
            self.episode,
            over=self.opening.interview,
            attempt=attempt,
            draft=self.drafting.draft,
            **fields,
        )

    def _saved(self, record: Record) -> None:
        self.drafting.saved()
        self.accept()
        self.saved.emit(record)

    def _failed(self, failure: DeskError) -> None:
        """Problems of an attempt come under its place in the list; here it is the only one."""
        if self.is_open:
            self.drafting.keep()
        if isinstance(failure, Invalid):
            failure = Invalid({name.rpartition(".")[2]: sentence for name, sentence in failure.fields.items()})
        self.fail(failure)

    def _said(self) -> dict[str, Any]:
        """What the fields say, read as everything that people write is read; `Invalid` names the fields."""
        wrong = {name: row.editor.unreadable() for name, row in self.rows.items() if row.editor.unreadable()}
        empty = {name: EMPTY[name] for name, row in self.rows.items() if row.field.required and not row.value()}
        if wrong or empty:
            raise Invalid({**empty, **wrong})
        said = {name: "" if name in self._unasked() else row.value() for name, row in self.rows.items()}
        made = heard(self.asked.part or ReturnInterview, said, self.around.practice, self.around.now())
        return {name: getattr(made, name) for name in said}

    def _unasked(self) -> tuple[str, ...]:
        """What is only asked of those who declined."""
        if self.step != ANSWER or self.rows["answer"].value() == DECLINED:
            return ()
        return ONLY_DECLINED

    # What it shows

    def _lay_out(self) -> None:
        rows = [FieldRow(each, editors.make(each, self.around)) for each in self.asked.fields]
        told = [label(each, tone="soft", wrap=True) for each in self._told()]
        self.build(self.asked.heading, self.asked.explained, self.clock, *told, *rows, wide=WIDE)
        self.also_by("Ctrl+Return")
        self.verb.clicked.connect(self.save)
        self.clock.say(self.opening.by(self.opening.interview.covers))

    def _told(self) -> list[str]:
        """About whom and which return it is, who owes it, and the attempts that were made before."""
        opened = self.opening
        about = [each for each in opened.episodes if each.id in opened.interview.covers]
        earlier = opened.interview.attempts if self.step == ATTEMPT else ()
        return [
            *(f"{opened.person.name}: {_back(each)}" for each in about),
            *([capitalised(opened.owed_by)] if opened.owed_by else []),
            *(f"{place}. {attempt_words(each)}" for place, each in enumerate(earlier, 1)),
        ]

    def _show(self) -> None:
        """Show what is on file of this step; an attempt is always a new one."""
        held = self.opening.interview
        if not self.asked.part:
            for name, row in self.rows.items():
                row.editor.set_value(getattr(held, name))
        self._clean = self._typed()

    def _take_up(self, draft: Draft) -> None:
        self.drafting.take_up(draft)
        for name, typed in draft.typed.get("panel", {}).items():
            if name in self.rows:
                self.rows[name].editor.restore(typed)

    def _typed(self) -> dict[str, Any]:
        return {name: row.editor.typed() for name, row in self.rows.items()}

    def _changed(self) -> None:
        self.drafting.typing()
        self._fit()

    def _fit(self) -> None:
        """Ask only those things that belong to the answer."""
        unasked = self._unasked()
        for name in ONLY_DECLINED if self.step == ANSWER else ():
            self.rows[name].setVisible(name not in unasked)
        self.grow()


def next_step(held: ReturnInterview) -> str:
    """The step that comes next: an offer first; then each attempt, until there is an answer."""
    return OFFERED if held.state == ARRANGED else ANSWER if held.answer else ATTEMPT


def _back(episode: MissingEpisode) -> str:
    return f"back {formats.when_spoken(episode.returned_at)}"
