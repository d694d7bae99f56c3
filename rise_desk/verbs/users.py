"""Verbs for accounts: who may sign in, and with what."""

import argparse
from pathlib import Path
from typing import Any

from rise_desk.domain.access import Deed
from rise_desk.domain.staff import Role, StaffMember
from rise_desk.services import accounts
from rise_desk.services.desk import Desk
from rise_desk.verbs.command import Command, Words, secret_in


def add_words(verbs: Words) -> None:
    """The words of these verbs."""
    users = verbs.add_parser("users", help="who may sign in")
    what = users.add_subparsers(dest="what", metavar="WHAT", required=True)
    what.add_parser("list", help="everybody with an account")
    made = what.add_parser("add", help="add somebody; prints a one-day code")
    made.add_argument("name")
    made.add_argument("--role", required=True, choices=["worker", "manager", "supervisor"])
    made.add_argument("--grant", action="append", default=[], choices=["health", "intelligence"])
    for word, help_ in (
        ("suspend", "close somebody's way in"),
        ("reset", "let somebody in again by a one-day code"),
    ):
        what.add_parser(word, help=help_).add_argument("name")
    made = what.add_parser("password", help="change one's own password, or choose one after a code")
    made.add_argument("--new-password-file", required=True, metavar="FILE")
    made = what.add_parser("recover", help="a new password for a supervisor, by the recovery key")
    made.add_argument("--recovery-key-file", required=True, metavar="FILE")
    made.add_argument("--new-password-file", required=True, metavar="FILE")


def change(desk: Desk, said: argparse.Namespace, command: Command) -> Any:
    """Do what is said about accounts."""
    if said.what == "list":
        desk.note(Deed.STAFF_LIST)
        return [_staff(each) for each in accounts.everybody(desk)]
    if said.what == "add":
        return {"name": said.name, "code": accounts.add(desk, said.name, Role(said.role), said.grant)}
    if said.what == "reset":
        return {"name": said.name, "code": accounts.reset(desk, said.name)}
    if said.what == "entrust":
        accounts.entrust(desk, said.name, Role(said.role), said.grant)
        return {"done": f"{said.name} is now a {said.role}."}
    if said.what == "suspend":
        accounts.suspend(desk, said.name)
        return {"done": f"{said.name} can no longer sign in."}
    accounts.change_password(desk, command.password, secret_in(Path(said.new_password_file)))
    return {"done": "The password is changed."}


def recover(command: Command) -> dict[str, Any]:
    """Let a supervisor in by the recovery key; the new one that takes its place."""
    key, new = (secret_in(Path(name)) for name in (command.said.recovery_key_file, command.said.new_password_file))
    return {"recovery_key": accounts.recover(command.data, command.said.user, key, new, command.clock)}


def _staff(who: StaffMember) -> dict[str, Any]:
    return {
        "name": who.name,
        "role": str(who.role),
        "grants": sorted(who.grants),
        "standing": str(who.standing),
    }
