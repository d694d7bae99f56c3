"""A sign-off: a manager's answer to a submitted assessment: signed off, or sent back with comments."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from rise_desk.domain.moments import Moment
from rise_desk.domain.record import NO_ID, Id, Record, attribute

if TYPE_CHECKING:
    from rise_desk.domain.casefile import CaseFile
    from rise_desk.domain.practice import Practice

SIGNED_OFF, SENT_BACK = "signed_off", "sent_back"


@dataclass(frozen=True, kw_only=True)
class SignOff(Record):
    """What a manager decided about one assessment, when, and what they say to it."""

    KIND: ClassVar[str] = "sign_off"
    TITLE: ClassVar[str] = "Sign-off"
    CALLED: ClassVar[str] = "Sign-off"
    DEED: ClassVar[str] = "assessment signed off"
    JUDGED_WITH: ClassVar[tuple[str, ...]] = ("assessment", "sign_off")

    subject: Id = attribute("Young person", default=NO_ID, required=True)
    assessment: Id = attribute("Assessment", default=NO_ID, required=True)
    decided_at: Moment = attribute("Decided at", default=Moment(""), required=True, past=True)
    decision: str = attribute("Decision", vocabulary="sign_off_decision", required=True)
    comments: str = attribute("Comments", long=True)

    def involved(self) -> tuple[tuple[Id, str], ...]:
        """The young person whose assessment it is."""
        return ((self.subject, "assessed"),)

    def happened(self) -> Moment:
        """When it was decided."""
        return self.decided_at

    def problems(self, practice: "Practice", now: datetime) -> dict[str, str]:
        """Nothing is sent back without a word on what should be put right."""
        found = super().problems(practice, now)
        if self.decision == SENT_BACK and not self.comments.strip():
            found["comments"] = "Say what should be put right."
        return found

    def file_problems(self, file: "CaseFile", practice: "Practice", now: datetime) -> dict[str, str]:
        """It answers an assessment of this young person that stands and has no answer yet."""
        from rise_desk.domain.standing import counting

        if not self.withdrawn and self.assessment not in {each.id for each in counting(file)}:
            return {"assessment": "There is no such assessment in this file, or a later one puts it right."}
        return self.clashes(file)

    def clashes(self, file: "CaseFile") -> dict[str, str]:
        """Another standing answer to the same assessment."""
        from rise_desk.domain.standing import answers

        held = None if self.withdrawn else answers(file).get(self.assessment)
        if held is not None and held.id not in (self.id, self.corrects) and held.corrects != self.id:
            return {"assessment": f"{held.recorded_by} has answered this assessment already."}
        return {}
