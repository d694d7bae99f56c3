"""Scrutiny: what speaks against saving a record; permission first, then problems, then what only the store knows."""

from collections.abc import Mapping
from dataclasses import replace

from rise_desk.domain import access, link_problems
from rise_desk.domain.access import Deed, State
from rise_desk.domain.assessment import Assessment
from rise_desk.domain.casefile import CaseFile, ThingFile
from rise_desk.domain.disruption import IMMIGRATION, DisruptionAction
from rise_desk.domain.link import Link
from rise_desk.domain.person import Person
from rise_desk.domain.record import Id, Record
from rise_desk.domain.sign_off import SignOff
from rise_desk.domain.thing import Thing
from rise_desk.errors import Invalid, NotAllowed
from rise_desk.services import merged, pointing
from rise_desk.services.desk import Desk
from rise_desk.storage import attachments
from rise_desk.storage.indexes import keys
from rise_desk.storage.writing import Writing

People = Mapping[Id, Person]


def people_of(work: Writing, record: Record) -> dict[Id, Person]:
    """The people a record concerns; `Invalid` where somebody or something it concerns is not on file."""
    wanted = {subject for subject, _ in record.involved() if subject}
    found = {each.id: each for each in work.people(wanted)}
    others = wanted - set(found)
    if others and others - {each.id for each in work.store.things(others)}:
        raise Invalid({"concerns": "Somebody named here has no file."})
    return found


def permit(desk: Desk, deed: Deed, record: Record, before: Record | None, people: People) -> None:
    """Raise `NotAllowed` unless the table lets this person do this to this record."""
    access.demand(desk.who, deed, _state(desk, deed, before))
    for person in people.values():
        if access.state_of(desk.who, person) is State.RESTRICTED:
            access.demand(desk.who, deed, State.RESTRICTED)
    if any(isinstance(each, DisruptionAction) and each.tactic == IMMIGRATION for each in (record, before)):
        access.demand(desk.who, Deed.IMMIGRATION)
    for reserved in {record.reserved_for(), before.reserved_for() if before else ""}:
        if not access.may_read(desk.who, reserved):
            raise NotAllowed(f"Only somebody with the {reserved} grant may save a note that is reserved for it.")


def permit_reading(desk: Desk, deed: Deed, record: Record, people: People) -> None:
    """Raise `NotAllowed` where a deed would tell of a file or a note that this person may not read."""
    for person in (*people.values(), *([record] if isinstance(record, Person) else [])):
        if access.state_of(desk.who, person) is State.RESTRICTED:
            access.demand(desk.who, deed, State.RESTRICTED)
    if not access.may_read(desk.who, record.reserved_for()):
        raise NotAllowed(f"This note is reserved for people with the {record.reserved_for()} grant.")


def against_restoring(desk: Desk, target: Record, now: Record) -> dict[str, str]:
    """What the store holds by now that a former state can't stand beside: its reference again, its day again."""
    problems = dict[str, str]()
    if target.JUDGED_WITH and bool(target.withdrawn) != bool(now.withdrawn):
        for person in desk.store.several(Person, {subject for subject, _ in target.involved()}):
            problems |= target.clashes(_file(desk, target, person))
    known = None if now.withdrawn else now
    return problems if target.withdrawn else problems | _reference_problems(desk, target, known)


def _state(desk: Desk, deed: Deed, before: Record | None) -> State:
    """What the record is to the person; nobody's own are a whole file, and what somebody else withdrew."""
    if before is None:
        return State.TEAM
    theirs = before.withdrawn is not None and before.withdrawn.by != desk.who.name
    if deed in (Deed.WITHDRAW, Deed.REINSTATE) and (theirs or isinstance(before, Person)):
        return State.TEAM
    return access.state_of(desk.who, before)


def judge(desk: Desk, record: Record, before: Record | None, people: People, work: Writing) -> None:
    """Raise `Invalid`, a sentence for each field, where the record alone, its file or the store speaks against it."""
    if before is not None and before.settled and replace(record, withdrawn=before.withdrawn) != before:
        raise Invalid({"text": "An entry is never changed. Correct it by a further entry, and both can be read."})
    if before is None and record.withdrawn:
        raise Invalid({"withdrawn": "Save the record first, then withdraw it."})
    problems = record.problems(desk.practice, desk.now())
    problems = problems or pointing.problems(desk, record, before, people)
    if not problems:
        for person in people.values():
            file = work.case_file(person, record.JUDGED_WITH) if record.JUDGED_WITH else CaseFile(subject=person)
            problems |= record.file_problems(file, desk.practice, desk.now())
        problems |= _thing_problems(desk, record, people, work)
        problems = link_problems.told_once(problems) if isinstance(record, Link) else problems
        problems |= _own_work_problems(desk, record, before)
        problems |= _correction_problems(desk, record, before)
        problems |= _reference_problems(desk, record, before)
        problems |= _photo_problems(desk, record, before)
    if problems:
        raise Invalid(problems)


def _thing_problems(desk: Desk, record: Record, people: People, work: Writing) -> dict[str, str]:
    """What the places and things that a record concerns speak against it."""
    problems = dict[str, str]()
    others = {subject for subject, _ in record.involved() if subject} - set(people)
    for thing in work.store.things(others):
        kinds = record.JUDGED_WITH
        file = work.store.thing_file(thing, kinds=kinds) if kinds else ThingFile(subject=thing)
        problems |= record.thing_problems(file, desk.practice, desk.now())
    return problems


def _file(desk: Desk, record: Record, person: Person) -> CaseFile:
    """As much of somebody's file as a record of this kind is judged with."""
    return replace(desk.store.judged_file(person.id, record.JUDGED_WITH), subject=person)


def _own_work_problems(desk: Desk, record: Record, before: Record | None) -> dict[str, str]:
    """Nobody signs off an assessment that they made themselves."""
    made = desk.store.find(record.assessment) if isinstance(record, SignOff) and before is None else None
    if not isinstance(made, Assessment) or made.recorded_by != desk.who.name:
        return {}
    return {"assessment": "You made this assessment. Another manager or a supervisor signs it off."}


def _correction_problems(desk: Desk, record: Record, before: Record | None) -> dict[str, str]:
    """A correction puts right an entry of the same sort, about the same people, for the same readers."""
    if not record.corrects or before is not None:
        return {}
    target = desk.store.find(record.corrects)
    readable = target is not None and access.may_read(desk.who, target.reserved_for())
    if target is None or not readable or type(target) is not type(record) or not target.settled:
        return {"corrects": "There is no such entry to correct."}
    theirs, ours = (merged.head_of(desk, [subject for subject, _ in each.involved()]) for each in (target, record))
    if not {*theirs.values()} & {*ours.values()}:
        return {"corrects": "A correction must concern somebody whom the entry it corrects concerns."}
    if target.reserved_for() != record.reserved_for():
        return {"corrects": "A correction is for the same readers as the entry it corrects."}
    return {}


def _reference_problems(desk: Desk, record: Record, before: Record | None) -> dict[str, str]:
    known = before.references if before else ()
    for each in record.references:
        taken = keys.find(desk.store.vault, keys.REFERENCE, keys.reference_key(each.source, each.ref))
        others = desk.store.several(type(record), set(taken) - {record.id}) if each not in known else []
        if any(not other.withdrawn for other in others):
            return {"references": f"{each.source}/{each.ref} is another record's reference already."}
    return {}


def _photo_problems(desk: Desk, record: Record, before: Record | None) -> dict[str, str]:
    if not isinstance(record, Person | Thing) or not record.photo:
        return {}
    if isinstance(before, Person | Thing) and before.photo == record.photo:
        return {}
    if attachments.subject_of(desk.store.vault, record.photo) != record.id:
        return {"photo": "A photo is added from a picture file."}
    return {}
