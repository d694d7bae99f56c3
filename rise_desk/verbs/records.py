"""Verbs for records: see a file, list a kind, save one record, read many from a table."""

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from rise_desk.domain import access, moments
from rise_desk.domain.access import Deed
from rise_desk.domain.card import Card, Wanted
from rise_desk.domain.chronology import Sieve
from rise_desk.domain.person import ADULT, AT_RISK, OF_CONCERN, YOUNG_PERSON, Person
from rise_desk.domain.record import Id, Record
from rise_desk.domain.schema import of_kind
from rise_desk.domain.thing import Thing
from rise_desk.errors import Invalid, NotFound
from rise_desk.services import casework, merged, overview, references, restricted, things
from rise_desk.services.desk import Desk
from rise_desk.services.overview import ChronologyEntry
from rise_desk.services.practice import general
from rise_desk.services.saving import save_file
from rise_desk.verbs import told
from rise_desk.verbs.command import LEFT, Command, Words, text_of


def add_words(verbs: Words) -> None:
    """The words of these verbs."""
    made = verbs.add_parser(
        "import",
        help="read people, notes, assessments, episodes, interviews, links, notices and more from a file "
        "(a dry run without --commit)",
    )
    made.add_argument("file", metavar="FILE", help="a workbook (.xlsx) or a CSV file")
    made.add_argument("--kind", default="")
    made.add_argument("--sheet", default="", help="the sheet of a workbook (else the first that holds something)")
    made.add_argument("--map", action="append", default=[], metavar="THEIRS=OURS", help="which column is which field")
    made.add_argument("--source", default="", help="the name of the system it comes from (else the folder's name)")
    made.add_argument("--who", action="append", default=[], metavar="NAME=FILE", help="who a child asked about is")
    made.add_argument("--late-unexplained", action="store_true", help="late interviews come in without a reason")
    made.add_argument("--commit", action="store_true")
    made.add_argument("--refused", metavar="FILE", help="write the refused rows here, each with its reason")
    made = verbs.add_parser("schema", help="the fields of a kind of record")
    made.add_argument("kind", nargs="?", default="")
    made = verbs.add_parser("record", help="save one record from a JSON file")
    made.add_argument("kind")
    made.add_argument("file", metavar="FILE.json", help="- for standard input")
    made.add_argument("--reason", default="", help="why, where somebody on file is likely the same person")
    made = verbs.add_parser("list", help="every record of a kind")
    made.add_argument("kind")
    made = verbs.add_parser("show", help="the file of somebody, or of a place or thing: every record, what is due")
    made.add_argument("ref", metavar="REF")


def schema(command: Command) -> Any:
    """The fields of one kind, or of all."""
    practice = general()
    wanted = [command.said.kind] if command.said.kind else list(casework.kinds())
    described = [{"kind": kind, **of_kind(casework.class_of(kind), practice)} for kind in wanted]
    return described[0] if command.said.kind else described


def read_table(desk: Desk, said: argparse.Namespace, command: Command) -> dict[str, Any]:
    """What a table would bring, or brought."""
    from rise_desk.services.exchange import asking, importing, refused

    seen = importing.preview(
        desk,
        Path(said.file),
        kind=said.kind,
        source=said.source,
        sheet=said.sheet,
        said=_mapped(said.map),
        answers=asking.Answers(who=asking.understood(said.who), late_unexplained=said.late_unexplained),
    )
    if said.refused:
        save_file(Path(said.refused), refused.refused_csv(seen))
    if said.commit:
        importing.commit(desk, seen)
    done = {"committed": bool(said.commit), **importing.told(seen)}
    return {**done, "warning": LEFT} if said.refused else done


def _mapped(said: list[str]) -> dict[str, str]:
    """The columns and fields that `--map` names; the field is what comes after the last sign of equality."""
    mapped = {}
    for each in said:
        column, sign, field = each.rpartition("=")
        if not (sign and column.strip()):
            raise Invalid({"map": f"“{each[:60]}” is not a column and a field, such as “Born on=date of birth”."})
        mapped[column] = field
    return mapped


def record(desk: Desk, said: argparse.Namespace, command: Command) -> dict[str, Any]:
    """Save one record; as it now stands."""
    try:
        text = sys.stdin.buffer.read().decode("utf-8-sig") if said.file == "-" else text_of(Path(said.file))
        data = json.loads(text)
    except (ValueError, RecursionError):
        raise Invalid({"file": "This file is not JSON."}) from None
    if not isinstance(data, dict):
        raise Invalid({"file": "This file must hold one record: an object with named fields."})
    return told.one(desk, casework.record(desk, said.kind, data, reason=said.reason))


def list_kind(desk: Desk, said: argparse.Namespace, command: Command) -> list[dict[str, Any]]:
    """Every record of a kind that this person may read."""
    cls = casework.class_of(said.kind)
    if cls is Person:
        return _people(desk, AT_RISK if said.kind == YOUNG_PERSON else OF_CONCERN)
    desk.demand(Deed.LIST)
    desk.note(Deed.LIST, kind=said.kind)
    everything = desk.store.everything()
    found = (each for each in everything if isinstance(each, cls) and access.may_read(desk.who, each.reserved_for()))
    return told.told(desk, restricted.open_to(desk, found), everything)


def _people(desk: Desk, role: str) -> list[dict[str, Any]]:
    listed: list[dict[str, Any]] = []
    desk.note(Deed.LIST, kind=YOUNG_PERSON if role == AT_RISK else ADULT)
    wanted = Wanted(role=role, limit=500)
    while True:
        page = overview.people(desk, wanted)
        listed += [_carded(each) for each in page]
        if len(page) < wanted.limit:
            return listed
        wanted = wanted.following(page[-1])


def _carded(card: Card) -> dict[str, Any]:
    listed = {"kind": YOUNG_PERSON if card.at_risk else ADULT, "id": str(card.subject), **asdict(card)}
    return {name: value for name, value in listed.items() if name not in ("subject", "sort_name", "folded", "risk")}


def show(desk: Desk, said: argparse.Namespace, command: Command) -> dict[str, Any]:
    """A file: who or what it is of, every record newest first, what is due."""
    subject = references.resolve(desk, said.ref)
    if things.is_thing(desk, subject):
        return _thing(desk, subject)
    person = overview.open_file(desk, person_called(desk, said.ref))
    file = overview.case_file(desk, person.id, Sieve())
    entries = overview.chronology(desk, person.id, Sieve(), limit=len(file.records) or 1)
    joined = merged.joined(desk, person.id)
    return {
        "subject": {**told.one(desk, person), "age": moments.age_words(person.date_of_birth, desk.now())},
        "joined_files": [
            {**told.one(desk, each.person), "merged_at": each.at, "merged_by": each.by} for each in joined
        ],
        "records": _records(desk, entries, file.records),
        "due": _due(desk, person.id),
    }


def _thing(desk: Desk, subject: Id) -> dict[str, Any]:
    """The same of a place, a vehicle, a phone or a name online."""
    found = things.open_thing(desk, subject)
    records = things.file(desk, found.id).records
    entries = things.chronology(desk, found.id, limit=len(records) or 1)
    joined = desk.store.things(desk.store.thing_ids(found.id)[1:])
    return {
        "subject": told.one(desk, found),
        "joined_files": told.told(desk, joined, ()),
        "records": _records(desk, entries, records),
        "due": _due(desk, found.id),
    }


def _records(desk: Desk, entries: Sequence[ChronologyEntry], among: Sequence[Record]) -> list[dict[str, Any]]:
    """The entries of a file, without what joins it to somebody whose file is restricted."""
    readable = restricted.tellable(desk, (each.record for each in entries))
    shown = [each for each in entries if each.record.id in readable]
    return [
        {**each, "corrected_by": str(entry.corrected_by or "")}
        for each, entry in zip(told.told(desk, [each.record for each in shown], among), shown, strict=True)
    ]


def _due(desk: Desk, subject: Id) -> list[dict[str, Any]]:
    return [
        {**asdict(each), "subject": str(each.subject), "record": str(each.record)}
        for each in overview.due_lines(desk, (subject,))
    ]


def person_called(desk: Desk, ref: str) -> Id:
    """The number of the person whom a reference means; `NotFound` where it means something else."""
    found = references.resolve(desk, ref)
    if not isinstance(desk.store.find(found), Person):
        raise NotFound(f"“{ref[:60]}” is not a person's file.")
    return found


def subject_called(desk: Desk, ref: str) -> Id:
    """The number of the person, place or thing that a reference means; `NotFound` where it means something else."""
    found = references.resolve(desk, ref)
    if not isinstance(desk.store.find(found), Person | Thing):
        raise NotFound(f"“{ref[:60]}” is not the file of somebody, or of a place or thing.")
    return found
