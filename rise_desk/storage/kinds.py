"""The kinds of record and the tables that hold them."""

from dataclasses import dataclass

from rise_desk.domain.action import Action
from rise_desk.domain.assessment import Assessment
from rise_desk.domain.breach import Breach
from rise_desk.domain.checklist import Checklist
from rise_desk.domain.contact import ContactNote
from rise_desk.domain.disruption import DisruptionAction
from rise_desk.domain.grading import Grading
from rise_desk.domain.handle import Handle
from rise_desk.domain.information import InformationReport
from rise_desk.domain.interview import ReturnInterview
from rise_desk.domain.investigation import Investigation
from rise_desk.domain.link import Link
from rise_desk.domain.missing import MissingEpisode
from rise_desk.domain.notice import Notice
from rise_desk.domain.notice_review import NoticeReview
from rise_desk.domain.open_question import OpenQuestion
from rise_desk.domain.order import Order
from rise_desk.domain.person import Person
from rise_desk.domain.place import Place
from rise_desk.domain.record import Record
from rise_desk.domain.sign_off import SignOff
from rise_desk.domain.vehicle import Vehicle
from rise_desk.storage import around_rows, protecting_rows, record_rows
from rise_desk.storage.record_rows import RecordRow


@dataclass(frozen=True)
class Kind:
    """A kind of record and the table that holds it."""

    record: type[Record]
    row: type[RecordRow]


THINGS = (
    Kind(Place, around_rows.PlaceRow),
    Kind(Vehicle, around_rows.VehicleRow),
    Kind(Handle, around_rows.HandleRow),
)
"""Places, vehicles, phones and names online: what people are linked with."""

KINDS = (
    Kind(Person, record_rows.PersonRow),
    *THINGS,
    Kind(ContactNote, record_rows.ContactNoteRow),
    Kind(Assessment, record_rows.AssessmentRow),
    Kind(SignOff, record_rows.SignOffRow),
    Kind(Checklist, record_rows.ChecklistRow),
    Kind(MissingEpisode, record_rows.MissingEpisodeRow),
    Kind(ReturnInterview, record_rows.ReturnInterviewRow),
    Kind(Action, record_rows.ActionRow),
    Kind(Link, around_rows.LinkRow),
    Kind(Notice, protecting_rows.NoticeRow),
    Kind(NoticeReview, protecting_rows.NoticeReviewRow),
    Kind(Breach, protecting_rows.BreachRow),
    Kind(Order, protecting_rows.OrderRow),
    Kind(Investigation, protecting_rows.InvestigationRow),
    Kind(DisruptionAction, protecting_rows.DisruptionActionRow),
    Kind(InformationReport, protecting_rows.InformationReportRow),
    Kind(Grading, protecting_rows.GradingRow),
    Kind(OpenQuestion, protecting_rows.OpenQuestionRow),
)
"""Every kind of record, in an order in which subjects come before what concerns them."""
