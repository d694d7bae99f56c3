"""Records told to other programs: every field as it is stored, and beside it what is worked out and never stored."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from rise_desk.domain import checklist
from rise_desk.domain.assessment import Assessment
from rise_desk.domain.casefile import CaseFile
from rise_desk.domain.checklist import Checklist
from rise_desk.domain.chronology import Sieve
from rise_desk.domain.interview import ReturnInterview
from rise_desk.domain.missing import MissingEpisode
from rise_desk.domain.person import Person
from rise_desk.domain.reckoned import Reckoned, reckoned
from rise_desk.domain.record import Id, Record, plain
from rise_desk.domain.sign_off import SignOff
from rise_desk.services import merged, overview
from rise_desk.services.desk import Desk
from rise_desk.verbs import told_around, told_missing


def told(desk: Desk, records: Sequence[Record], among: Iterable[Record]) -> list[dict[str, Any]]:
    """Records as plain data; `among`: all that is worked out together in the files they are in."""
    beside = list(among)
    worked_out = _worked_out(desk, beside) if any(isinstance(each, Assessment) for each in records) else {}
    returned = told_missing.returned(desk, records, beside)
    named = told_around.names(desk, records)
    return [
        {**_plain(each), **_derived(desk, each, worked_out), **returned.of(each), **named.of(each)} for each in records
    ]


def one(desk: Desk, record: Record) -> dict[str, Any]:
    """One record, as it now stands."""
    if not isinstance(record, Assessment | MissingEpisode | ReturnInterview):
        return told(desk, [record], ())[0]
    kinds = (Assessment, SignOff) if isinstance(record, Assessment) else told_missing.KINDS
    file = overview.case_file(desk, record.subject, Sieve(kinds=tuple(each.KIND for each in kinds)))
    return told(desk, [record], file.records)[0]


def _plain(record: Record) -> dict[str, Any]:
    named = {"name": record.name} if isinstance(record, Person) else {}
    return {"kind": record.kind, **plain(record), **named}


def _derived(desk: Desk, record: Record, worked_out: Mapping[Id, Reckoned]) -> dict[str, Any]:
    if isinstance(record, Assessment):
        found = asdict(worked_out[record.id])
        return {name: list(value) if isinstance(value, tuple) else value for name, value in found.items()}
    if isinstance(record, Checklist):
        asked = checklist.result((each.sign for each in record.signs), desk.practice.vocabulary(checklist.SIGNS))
        return {"asks_full_assessment": asked.full_assessment, "asks_same_day": asked.same_day}
    return {}


def _worked_out(desk: Desk, among: Iterable[Record]) -> dict[Id, Reckoned]:
    """What every assessment comes to, read with all that is in the same child’s file."""
    made = [each for each in among if isinstance(each, Assessment | SignOff)]
    heads = merged.head_of(desk, {each.subject for each in made})
    files: dict[Id, list[Record]] = defaultdict(list)
    for each in made:
        files[heads[each.subject]].append(each)
    return {
        number: found
        for records in files.values()
        for number, found in reckoned(CaseFile(subject=Person(), records=tuple(records)), desk.practice).items()
    }
