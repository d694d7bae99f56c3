"""The verb that tells what is due: for everybody, for one worker or in one file, the earliest first."""

import argparse
from typing import Any

from rise_desk.domain.access import Deed
from rise_desk.domain.record import NO_ID
from rise_desk.services import due_lines
from rise_desk.services.desk import Desk
from rise_desk.services.due_lines import DueLine
from rise_desk.verbs.command import Command, Words
from rise_desk.verbs.records import subject_called

LONGEST = 36_500


def add_words(verbs: Words) -> None:
    """The words of this verb."""
    made = verbs.add_parser("due", help="what is due, the earliest first: whose, by when, how late, and why")
    made.add_argument("ref", metavar="REF", nargs="?", default="", help="only in this file")
    whose = made.add_mutually_exclusive_group()
    whose.add_argument(
        "--mine",
        action="store_true",
        help="only what falls to whoever signs in: their files, and what is theirs by name",
    )
    whose.add_argument("--worker", metavar="NAME", default="", help="the same of somebody else")
    made.add_argument("--within", metavar="DAYS", type=_days, help="only what is overdue, or due in so many days")


def due(desk: Desk, said: argparse.Namespace, command: Command) -> list[dict[str, Any]]:
    """Everything that is due, a line for each."""
    subject = subject_called(desk, said.ref) if said.ref else None
    worker = desk.who.name if said.mine else said.worker
    found = due_lines.due(desk, subject, worker=worker, within=said.within)
    desk.note(Deed.LIST, kind="due", subject=subject or NO_ID)
    return [_told(each) for each in found]


def _told(line: DueLine) -> dict[str, Any]:
    return {
        "what": line.due.what,
        "name": line.name,
        "file_number": line.file_number,
        "key_worker": line.key_worker,
        "from": line.due.since,
        "by": line.due.by,
        "do_by": line.do_by,
        "until": line.due.until,
        "days_left": line.days_left,
        "hours_left": line.hours_left,
        "overdue": line.overdue,
        "how_late": line.lateness,
        "why": line.due.why,
        "state": line.due.state,
        "owner": line.due.owner,
        "folded": line.folded,
        "rule": line.due.rule,
        "answered_by": line.due.answered_by,
        "record": str(line.due.record),
        "record_kind": line.kind,
        "subject": str(line.due.subject),
    }


def _days(text: str) -> int:
    number = int(text)
    if not 0 <= number <= LONGEST:
        raise ValueError(text)
    return number
