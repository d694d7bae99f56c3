"""An action: something somebody has agreed to do for a child, by when, and what came of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, ClassVar

from rise_desk.domain.moments import Moment
from rise_desk.domain.record import NO_ID, Id, Record, attribute

if TYPE_CHECKING:
    from rise_desk.domain.practice import Practice

TO_DO, DONE, NOT_NEEDED = "to_do", "done", "not_needed"


@dataclass(frozen=True, kw_only=True)
class Action(Record):
    """One thing to do: who does it, by when, and the record it was agreed about (an episode, an interview)."""

    KIND: ClassVar[str] = "action"
    TITLE: ClassVar[str] = "Action"
    CALLED: ClassVar[str] = "Action"
    LIVING: ClassVar[bool] = True

    subject: Id = attribute("Young person", default=NO_ID, required=True)
    what: str = attribute("What is to be done", required=True)
    owner: str = attribute("Who does it")
    agency: str = attribute("Agency", vocabulary="agency")
    agreed_at: Moment = attribute("Agreed at", default=Moment(""), required=True, past=True)
    agreed_in: str = attribute("Agreed in")
    about: Id = attribute("About", default=NO_ID)
    due_on: Moment = attribute("By when", default=Moment(""))
    status: str = attribute("How it stands", default=TO_DO, vocabulary="action_status", required=True)
    ended_at: Moment = attribute("Done or ended at", default=Moment(""), past=True)
    outcome: str = attribute("What came of it", long=True)

    def involved(self) -> tuple[tuple[Id, str], ...]:
        """The young person for whom it is done."""
        return ((self.subject, "about"),)

    def happened(self) -> Moment:
        """When it was agreed; once it is done, when it was done."""
        return self.ended_at or self.agreed_at

    @property
    def is_open(self) -> bool:
        """Whether it is still to be done."""
        return self.status == TO_DO and not self.withdrawn

    def problems(self, practice: "Practice", now: datetime) -> dict[str, str]:
        """What is no longer needed says why."""
        found = super().problems(practice, now)
        if self.status == NOT_NEEDED and not self.outcome.strip():
            found["outcome"] = "Say why it is no longer needed."
        return found

    @classmethod
    def said(cls, data: Mapping[str, Any], practice: "Practice") -> dict[str, Any]:
        """As other programs say it: the young person under that name."""
        return {("subject" if name == "young_person" else name): value for name, value in data.items()}
