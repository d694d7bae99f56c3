"""The published Northamptonshire case on file, and the windows of disruption, orders and investigations over it."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QDialog

from rise_desk.domain import lado_due
from rise_desk.domain.disruption import DisruptionAction
from rise_desk.domain.investigation import AllegedOffence, Investigation, Side
from rise_desk.domain.moments import Moment
from rise_desk.domain.of_concern import Position
from rise_desk.domain.order import Order, Prohibition, Protected
from rise_desk.domain.person import Person
from rise_desk.domain.record import Record
from rise_desk.services import casework, overview, today
from rise_desk.services.desk import Desk
from tests import build
from ui import entries
from ui.chronology import Chronology
from ui.desk import ScreenDesk
from ui.disruption_form import DisruptionForm
from ui.investigation_form import InvestigationForm
from ui.order_form import OrderForm
from ui.protecting_reading import ProtectingReading
from ui.told_dialog import ToldDialog

DONE = (
    ("arrest_for_other_offences", "2026-03-02", "Arrested"),
    ("search_warrant", "2026-03-02", "Home searched"),
    ("tenancy_action", "2026-04-14", "Evicted"),
    ("bail_conditions_or_court_order_enforced", "2026-04-20", "To live in London, no contact, keep out of the county"),
    ("suspect_flagged_to_other_forces_or_agencies", "2026-04-21", "Flagged"),
    ("information_shared", "2026-04-21", "Shared with the Metropolitan Police"),
)
"""What was done against S1; the days are invented."""


def northants(desk: Desk) -> tuple[Person, Person]:
    """The pupil and the suspect of the case, with the six actions that protect her."""
    pupil = build.young_person(desk, "Pupil", "Northants", date_of_birth=Moment("2012-09-10"), gender="female")
    suspect = build.adult(desk, "Suspect", "Northants")
    for tactic, day, outcome in DONE:
        build.disruption(
            desk,
            suspect,
            protects=(pupil,),
            tactic=tactic,
            status="done",
            done_on=day,
            outcome=outcome,
            agency="police",
        )
    return pupil, suspect


def visit(desk: Desk, suspect: Person, pupil: Person, **values: Any) -> DisruptionAction:
    """A visit to a hotel that is planned and late."""
    known: dict[str, Any] = {
        "tactic": "hotel_watch",
        "what": "Ask the night manager who books the rooms on the second floor.",
        "owner": "PC Hale",
        "agency": "police",
        "due_on": "2026-11-18",
        **values,
    }
    return build.disruption(desk, build.place(desk, "The Gate Hotel"), suspect, protects=(pupil,), **known)


def order(desk: Desk, suspect: Person, pupil: Person, **values: Any) -> Order:
    """A sexual risk order that ends within twelve weeks, with two prohibitions."""
    made = Order(
        id=desk.clock.new_id(),
        subject=suspect.id,
        order_type="sexual_risk_order",
        made_on=Moment("2025-01-10"),
        ends_on=Moment("2027-01-10"),
        court="Northampton Magistrates’ Court",
        reference="SRO/7",
        prohibitions=(
            Prohibition(text="Not to be in a room or vehicle with anybody under 18"),
            Prohibition(text="Not to own more than one phone", until=Moment("2026-12-31")),
        ),
        protects=(Protected(child=pupil.id),),
    )
    return casework.save(desk, made.changed(**values))


def investigation(desk: Desk, suspect: Person, pupil: Person, **values: Any) -> Investigation:
    """An investigation that ended without a charge."""
    offence = AllegedOffence(offence="soa_s9", since=Moment("2025-09"), until=Moment("2026-01-20"))
    made = Investigation(
        id=desk.clock.new_id(),
        children=(Side(person=pupil.id),),
        suspects=(Side(person=suspect.id),),
        reported_on=Moment("2026-02-03"),
        crime_ref="26000/114",
        officer="DC Moss",
        offences=(offence,),
        setting="online_leading_to_offline",
        recorded_place="Her home",
        happened_where="A flat in Kettering",
        outcome="evidential_difficulties",
        outcome_on=Moment("2026-06-01"),
    )
    return casework.save(desk, made.changed(**values))


def reading(screen: ScreenDesk, record: Record) -> ProtectingReading:
    """The window that shows one of these records, in the file of the last whom it concerns."""
    subject = record.involved()[-1][0]
    found = overview.entry(screen.at, subject, record.id)
    made = entries.reader(screen, found, Chronology(screen, subject).reading([found]))
    assert isinstance(made, ProtectingReading)
    return made


def caretaker(desk: Desk, *more: Position, **values: Any) -> Person:
    """Dan Reed, of concern, whom the team learned to be the caretaker of a school on 17 November 2026."""
    held = Position(position="school", detail="caretaker, Weavers", learned_on=Moment("2026-11-17"))
    return build.adult(desk, "Dan", "Reed", positions=(held, *more), **values)


def told(screen: ScreenDesk, _person: Person) -> ToldDialog:
    """The window that records that the designated officer was told of him."""
    adult = caretaker(screen.at)
    (line,) = (each for each in today.in_file(screen.at, adult.id) if each.due.rule == lado_due.RULE)
    return ToldDialog(screen, adult.id, line.due.rule, line.due.what)


WINDOWS: dict[type[QDialog], Callable[[ScreenDesk, Person], QDialog]] = {
    DisruptionForm: lambda screen, person: DisruptionForm(screen, person.id),
    InvestigationForm: lambda screen, person: InvestigationForm(screen, person.id),
    OrderForm: lambda screen, person: OrderForm(screen, person.id),
    ToldDialog: told,
    ProtectingReading: lambda screen, person: reading(screen, order(screen.at, build.adult(screen.at), person)),
}
"""Each window over the desk, as it begins about a child."""
