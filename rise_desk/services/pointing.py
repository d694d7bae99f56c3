"""Pointing: whether what a record names is of the right sort: a child is a person, a grading has a report."""

from collections.abc import Iterator, Mapping

from rise_desk.domain import access
from rise_desk.domain.breach import Breach
from rise_desk.domain.disruption import DisruptionAction
from rise_desk.domain.grading import Grading
from rise_desk.domain.information import InformationReport
from rise_desk.domain.investigation import Investigation
from rise_desk.domain.joining import JOINING
from rise_desk.domain.link import Link
from rise_desk.domain.missing import MissingEpisode
from rise_desk.domain.notice import Notice
from rise_desk.domain.notice_review import NoticeReview
from rise_desk.domain.order import Order
from rise_desk.domain.person import Person
from rise_desk.domain.place import Place
from rise_desk.domain.record import Id, Record
from rise_desk.domain.thing import Thing
from rise_desk.services import merged
from rise_desk.services.desk import Desk

PERSON = "This must be a person, not a place, vehicle, phone or name online."
PAIR = "A notice is between one adult and one child: name the two whom this notice is about."
SAID_IN = "There is no such record for you to read. Choose the note, interview or assessment it comes from."
EPISODE = "This must be one of the child’s missing episodes."
REPORT = "This must be an information report that is on file."
PLACE = "This must be a place that is on file."


def problems(desk: Desk, record: Record, before: Record | None, people: Mapping[Id, Person]) -> dict[str, str]:
    """A sentence for each field that names something of the wrong sort; what stood before is not asked again."""
    found = {field: PERSON for field, number in _persons(record) if number and number not in people}
    if isinstance(record, Notice | NoticeReview | Breach) and record.child == record.adult:
        found["adult"] = PAIR
    found |= _merge(desk, record) | _said_in(desk, record, before) | _withdrawn(desk, record, before)
    if found or isinstance(record, Person | Thing):
        return found
    return _pair(desk, record) | _episode(desk, record) | _report(desk, record) | _place(desk, record)


def _persons(record: Record) -> Iterator[tuple[str, Id]]:
    """Where only a person may stand, and who stands there."""
    if isinstance(record, Notice | NoticeReview | Breach):
        yield from (("child", record.child), ("adult", record.adult))
    if isinstance(record, Order | DisruptionAction):
        yield from (("protects", each.child) for each in record.protects)
    if isinstance(record, Investigation):
        yield from (("children", each.person) for each in record.children)
        yield from (("suspects", each.person) for each in record.suspects)


def _withdrawn(desk: Desk, record: Record, before: Record | None) -> dict[str, str]:
    """Nothing new begins about what was withdrawn, and no notice is served; what follows on a record still may."""
    begins = before is None or (record.settled and not before.settled)
    if not (begins and isinstance(record, JOINING)) or isinstance(record, Grading | NoticeReview | Breach):
        return {}
    wanted = {subject for subject, _role in record.involved() if subject}
    held: tuple[Person | Thing, ...] = (*desk.store.several(Person, wanted), *desk.store.things(wanted))
    gone = next((each for each in held if each.withdrawn), None)
    return {"concerns": f"{gone.name} was withdrawn. Choose somebody or something that is on file."} if gone else {}


def _merge(desk: Desk, record: Record) -> dict[str, str]:
    """Whatever is merged is merged into another of its kind."""
    into = record.merged_into if isinstance(record, Person | Thing) else None
    if not into or isinstance(desk.store.find(into), type(record)):
        return {}
    return {"merged_into": f"There is no such {record.CALLED.lower()} to merge into."}


def _said_in(desk: Desk, record: Record, before: Record | None) -> dict[str, str]:
    """What something is said in is a record, no file, that its author may read."""
    if not isinstance(record, Link | InformationReport) or not record.said_in:
        return {}
    if isinstance(before, Link | InformationReport) and before.said_in == record.said_in:
        return {}
    said = desk.store.find(record.said_in)
    fits = said is not None and not isinstance(said, Person | Thing) and said.id != record.id
    return {} if said and fits and access.may_read(desk.who, said.reserved_for()) else {"said_in": SAID_IN}


def _pair(desk: Desk, record: Record) -> dict[str, str]:
    """A review or breach never turns the two of its notice round; who is no party to it shows in the files."""
    held = desk.store.find(record.notice) if isinstance(record, NoticeReview | Breach) else None
    if not isinstance(record, NoticeReview | Breach) or not isinstance(held, Notice):
        return {}
    heads = merged.head_of(desk, (held.child, held.adult, record.child, record.adult))
    turned = heads[held.child] == heads[record.adult] or heads[held.adult] == heads[record.child]
    return dict.fromkeys(("child", "adult"), PAIR) if turned else {}


def _episode(desk: Desk, record: Record) -> dict[str, str]:
    """A breach happened in an episode of the child it names."""
    if not isinstance(record, Breach) or not record.episode:
        return {}
    held = desk.store.find(record.episode)
    if not isinstance(held, MissingEpisode):
        return {"episode": EPISODE}
    heads = merged.head_of(desk, (held.subject, record.child))
    return {} if heads[held.subject] == heads[record.child] else {"episode": EPISODE}


def _report(desk: Desk, record: Record) -> dict[str, str]:
    """What is graded is an information report."""
    graded = isinstance(record, Grading) and not isinstance(desk.store.find(record.report), InformationReport)
    return {"report": REPORT} if graded else {}


def _place(desk: Desk, record: Record) -> dict[str, str]:
    """Where something is investigated to have happened is a place."""
    number = record.happened_place if isinstance(record, Investigation) else None
    return {"happened_place": PLACE} if number and not isinstance(desk.store.find(number), Place) else {}
