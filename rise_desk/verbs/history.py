"""The verb for the history of a record: who changed what when, before and after."""

import argparse
from typing import Any

from rise_desk.domain.changes import Change
from rise_desk.domain.record import Part, Record, plain
from rise_desk.services import changes, references
from rise_desk.services.changes import Version
from rise_desk.services.desk import Desk
from rise_desk.verbs.command import Command, Words


def add_words(verbs: Words) -> None:
    """The words of this verb."""
    made = verbs.add_parser("history", help="who changed what in a record, and when, newest first")
    made.add_argument("ref", metavar="REF", help="a file number, a reference, or a record's own number")


def history(desk: Desk, said: argparse.Namespace, command: Command) -> dict[str, Any]:
    """Every state of a record with what changed each time."""
    versions = changes.of(desk, references.resolve(desk, said.ref))
    return {"versions": [_told(each) for each in versions]}


def _told(version: Version) -> dict[str, Any]:
    return {
        "kind": version.record.kind,
        "id": str(version.record.id),
        "version": version.record.version,
        "at": version.at,
        "by": version.by,
        "act": version.title,
        "reason": version.reason,
        "changes": [_change(each, version.record) for each in version.changes],
    }


def _change(change: Change, after: Record) -> dict[str, Any]:
    name = change.attribute.name
    was = plain(after.changed(**{name: change.before}))[name]
    told = {"field": name, "label": change.attribute.label, "before": was, "after": plain(after)[name]}
    if change.attribute.sort == "parts":
        told["added"] = [plain(each.after) for each in change.items if each.after and not each.before]
        told["taken_away"] = [plain(each.before) for each in change.items if each.before and not each.after]
        told["changed"] = [_both(each.before, each.after) for each in change.items if each.before and each.after]
    return told


def _both(before: Part, after: Part) -> dict[str, Any]:
    return {"before": plain(before), "after": plain(after)}
