"""An open question: what the team does not know, who finds it out, by when, and the answer once there is one."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from rise_desk.domain.disruption import Target
from rise_desk.domain.moments import Moment
from rise_desk.domain.record import Id, Record, attribute

if TYPE_CHECKING:
    from rise_desk.domain.practice import Practice


@dataclass(frozen=True, kw_only=True)
class OpenQuestion(Record):
    """One question about a child, an adult, a place or several of them (a group)."""

    KIND: ClassVar[str] = "open_question"
    TITLE: ClassVar[str] = "Open question"
    CALLED: ClassVar[str] = "Open question"
    LIVING: ClassVar[bool] = True

    about: tuple[Target, ...] = attribute("About whom or what", default=(), required=True)
    question: str = attribute("What do we not know", required=True, long=True)
    owner: str = attribute("Who finds it out")
    asked_on: Moment = attribute("Asked on", default=Moment(""), past=True)
    due_on: Moment = attribute("By when", default=Moment(""))
    answer: str = attribute("Answer", long=True)
    answered_on: Moment = attribute("Answered on", default=Moment(""), past=True)

    def involved(self) -> tuple[tuple[Id, str], ...]:
        """Everybody and everything it is about."""
        return tuple((each.subject, "about") for each in self.about)

    def happened(self) -> Moment:
        """When it was answered; until then when it was asked, or recorded."""
        return self.answered_on or self.asked_on or self.recorded_at

    @property
    def is_open(self) -> bool:
        """Whether nobody has answered it."""
        return not (self.answer.strip() or self.withdrawn)

    def stretches(self) -> tuple[tuple[str, str], ...]:
        """What a search finds it by."""
        return (("question", self.question), ("answer", self.answer))

    def problems(self, practice: "Practice", now: datetime) -> dict[str, str]:
        """Nobody is named twice, and a day on which it was answered comes with the answer."""
        found = super().problems(practice, now)
        who = [each.subject for each in self.about]
        if len(set(who)) < len(who):
            found["about"] = "Name everybody once."
        if self.answered_on and not self.answer.strip():
            found["answer"] = "Enter the answer."
        return found
