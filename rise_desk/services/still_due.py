"""Still due: what is withdrawn takes nothing off Today that others still have to do.

A disruption action is due in the file of its first target, an order in that of whom or what it binds, a report that
was not sent in that of whom or what it is about first. In a withdrawn file nobody would see it any more, so the act
says so and is not done. A question goes with what it is about, and stands in the file of anybody else it is about.
"""

from collections.abc import Sequence
from dataclasses import replace

from rise_desk.domain import disruption_due, information_due, moments, order_due
from rise_desk.domain.casefile import CaseFile, ThingFile
from rise_desk.domain.chronology import Sieve
from rise_desk.domain.disruption import DisruptionAction
from rise_desk.domain.due import Due
from rise_desk.domain.information import InformationReport
from rise_desk.domain.moments import Moment
from rise_desk.domain.order import Order
from rise_desk.domain.person import Person
from rise_desk.domain.record import Record
from rise_desk.domain.thing import Thing
from rise_desk.errors import Invalid
from rise_desk.services import restricted
from rise_desk.services.desk import Desk

RULES = (disruption_due.lines, order_due.lines, information_due.lines)
KINDS = (DisruptionAction.KIND, Order.KIND, InformationReport.KIND)
LEFT = (
    "“{what}” ({by}){more} still due about {name}, and nobody would see {it} on Today any more. Finish {it}, withdraw "
    "{it}, or name somebody or something else in {it} first."
)
NOWHERE = "{} was withdrawn, so nobody would see on Today that this is due. Name somebody or something on file first."


def demand_seen(desk: Desk, saved: Sequence[Record]) -> None:
    """Raise `Invalid` where an act would leave something due in a file that is withdrawn, and so on nobody's Today."""
    for each in saved:
        if isinstance(each, Person | Thing):
            _nothing_left(desk, each)
        elif each.KIND in KINDS and each.version > 1:  # a new one names nobody who was withdrawn: `pointing` sees to it
            _due_somewhere(desk, each)


def _nothing_left(desk: Desk, gone: Person | Thing) -> None:
    """What this reader may not know of stands in nobody's way: nobody saw it on Today before."""
    if not gone.withdrawn:
        return
    file = _file(desk, gone)
    found = _lines(desk, replace(file, records=restricted.open_to(desk, file.records)))
    if found:
        more = f" and {len(found) - 1} more are" if found[1:] else " is"
        it = "them" if found[1:] else "it"
        by = moments.shown(Moment(found[0].by))
        raise Invalid({"withdrawn": LEFT.format(what=found[0].what, by=by, more=more, name=gone.name, it=it)})


def _due_somewhere(desk: Desk, record: Record) -> None:
    """What is changed, or put back, is due with somebody or something that is on file."""
    named = {subject for subject, _role in record.involved() if subject}
    held: tuple[Person | Thing, ...] = (*desk.store.several(Person, named), *desk.store.things(named))
    for each in held:
        if each.withdrawn and _lines(desk, _alone(each, record)):
            raise Invalid({"concerns": NOWHERE.format(each.name)})


def _file(desk: Desk, subject: Person | Thing) -> CaseFile | ThingFile:
    if isinstance(subject, Thing):
        return desk.store.thing_file(subject, desk.who.grants, KINDS)
    return desk.store.case_file(subject.id, desk.who.grants, Sieve(kinds=KINDS))


def _alone(subject: Person | Thing, record: Record) -> CaseFile | ThingFile:
    if isinstance(subject, Thing):
        return ThingFile(subject=subject, records=(record,))
    return CaseFile(subject=subject, records=(record,))


def _lines(desk: Desk, file: CaseFile | ThingFile) -> list[Due]:
    """What is due there and still shows, the earliest first."""
    today = moments.london_day(moments.stamp(desk.now()))
    every = (line for rule in RULES for line in rule(file, desk.practice))
    return sorted((each for each in every if not each.until or each.until >= today), key=lambda each: each.by)
