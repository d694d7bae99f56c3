"""The verbs of the command line: each turns what was asked into one call of a service and a plain answer."""

import argparse
from collections.abc import Callable, Mapping
from typing import Any

from rise_desk.services import signing_in
from rise_desk.services.desk import Desk
from rise_desk.verbs import (
    backups,
    due,
    exports,
    history,
    network,
    papers,
    records,
    search,
    settings,
    stores,
    trail,
    users,
)
from rise_desk.verbs.command import Command, Words, sign_in

PARTS = (stores, records, due, search, network, history, exports, papers, trail, backups, settings, users)
"""The modules that have verbs, in the order in which `--help` tells them."""

ALONE: Mapping[str, Callable[[Command], Any]] = {
    "create": stores.create,
    "demo": stores.demo,
    "restore": backups.restore,
    "schema": records.schema,
    "users recover": users.recover,
}
"""The verbs for which nobody signs in first."""

SIGNED_IN: Mapping[str, Callable[[Desk, argparse.Namespace, Command], Any]] = {
    "import": records.read_table,
    "record": records.record,
    "list": records.list_kind,
    "show": records.show,
    "due": due.due,
    "search": search.search,
    "network": network.around,
    "known": network.is_known,
    "history": history.history,
    "export": exports.export,
    "summary": papers.summary,
    "assessment-form": papers.assessment_form,
    "information-sheet": papers.information_sheet,
    "missing-pack": papers.missing_pack,
    "notice-sheet": papers.notice_sheet,
    "pattern": papers.pattern,
    "network-sheet": papers.network_sheet,
    "audit": trail.audit,
    "backup": backups.backup,
    "check": stores.check,
    "settings": settings.change,
    "users": users.change,
}
"""The verbs that somebody does at a desk of theirs."""


def add_words(verbs: Words) -> None:
    """Every verb with the words that may follow it."""
    for part in PARTS:
        part.add_words(verbs)


def carry_out(command: Command) -> Any:
    """Do what was asked; plain data, or `Findings`."""
    said = command.said
    named = f"{said.verb} {said.what}" if said.verb == "users" else said.verb
    if named in ALONE:
        return ALONE[named](command)
    desk = sign_in(command, code_ok=named == "users password")
    try:
        return SIGNED_IN[said.verb](desk, said, command)
    finally:
        signing_in.leave(desk)
