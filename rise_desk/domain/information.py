"""An information report: what a worker passes to the police in a shape they can take in; it is not a referral."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from rise_desk.domain.moments import Moment
from rise_desk.domain.problems import is_said
from rise_desk.domain.record import NO_ID, Id, Part, Record, attribute

if TYPE_CHECKING:
    from rise_desk.domain.practice import Practice


@dataclass(frozen=True, kw_only=True)
class ReportAbout(Part):
    """Somebody or something a report is about; without a file, as it is called."""

    LABEL: ClassVar[str] = "About"
    subject: Id = attribute("Who or what", default=NO_ID)
    called: str = attribute("As it is called")


@dataclass(frozen=True, kw_only=True)
class InformationReport(Record):
    """One report: who says what about whom, when and where, how they know it, and what became of it."""

    KIND: ClassVar[str] = "information_report"
    TITLE: ClassVar[str] = "Information report"
    CALLED: ClassVar[str] = "Information report"
    LIVING: ClassVar[bool] = True

    about: tuple[ReportAbout, ...] = attribute("About whom or what", default=(), required=True)
    reporter: str = attribute("Who reports")
    reporter_agency: str = attribute("Agency", vocabulary="agency")
    learned_at: Moment = attribute("When it was learned", default=Moment(""), past=True)
    what: str = attribute("What", required=True, long=True)
    when_happened: str = attribute("When it happened")
    place: str = attribute("Where")
    how_known: str = attribute("How they know it", long=True)
    phones: str = attribute("Phones and names online")
    vehicles: str = attribute("Vehicles")
    risk_to_source: str = attribute("Risk to whoever told it", long=True)
    said_in: Id = attribute("Record it was drawn from", default=NO_ID)
    sent_at: Moment = attribute("Sent at", default=Moment(""), past=True)
    sent_to: str = attribute("Sent to")
    sent_by: str = attribute("Sent by")
    police_ref: str = attribute("Police reference")
    feedback: str = attribute("What came of it", long=True)
    feedback_on: Moment = attribute("Feedback on", default=Moment(""), past=True)

    def involved(self) -> tuple[tuple[Id, str], ...]:
        """Those it is about who have a file or record."""
        return tuple((each.subject, "about") for each in self.about if each.subject)

    def happened(self) -> Moment:
        """When it was sent; until then when it was learned or recorded."""
        return self.sent_at or self.learned_at or self.recorded_at

    def stretches(self) -> tuple[tuple[str, str], ...]:
        """What a search finds it by."""
        return (
            ("what", f"{self.what} {self.how_known}"),
            ("where", f"{self.place} {self.phones} {self.vehicles}"),
            *(("about", each.called) for each in self.about),
            ("what came of it", f"{self.police_ref} {self.feedback}"),
        )

    def problems(self, practice: "Practice", now: datetime) -> dict[str, str]:
        """Everything it is about has a name or a file, and nobody is named twice."""
        found = super().problems(practice, now)
        who = [each.subject for each in self.about if each.subject]
        if any(not (each.subject or is_said(each.called)) for each in self.about):
            found["about"] = "Say who or what the report is about, by a file or in words."
        elif len(set(who)) < len(who):
            found["about"] = "Name everybody once."
        if self.sent_at and not self.sent_to.strip():
            found["sent_to"] = "Say to whom it was sent."
        return found
