"""Verbs for a whole store: make one, and find out whether it is sound."""

import argparse
import sys
from typing import Any

from rise_desk import places
from rise_desk.errors import Invalid
from rise_desk.services import accounts, upkeep
from rise_desk.services.desk import Desk
from rise_desk.verbs.command import Command, Findings, Words, need_password, need_user

LOW_STRENGTH = 64


def add_words(verbs: Words) -> None:
    """The words of these verbs."""
    made = verbs.add_parser("create", help="make a new store; prints the recovery key")
    made.add_argument("--kdf-mib", type=int, default=256, metavar="N", help="memory of one password guess, in MiB")
    made = verbs.add_parser("demo", help="an invented team and caseload to try things with; prints its sign-ins")
    made.add_argument("--people", type=int, default=120, metavar="N", help="how many young people (else 120)")
    made.add_argument("--notes", type=int, default=1_500, metavar="N", help="how many contact notes (else 1,500)")
    made.add_argument("--seed", type=int, default=1, metavar="S", help="which of all demonstrations (else 1)")
    made.add_argument("--again", action="store_true", help="put a new one in the place of the one that is there")
    made = verbs.add_parser("check", help="is everything sound?")
    made.add_argument("--accept-loss", default="", metavar="REASON", help="go on although entries are missing")


def create(command: Command) -> dict[str, Any]:
    """Make a new store with its first supervisor; the recovery key, shown once."""
    mib = command.said.kdf_mib
    if not 8 <= mib <= 1024:
        raise Invalid({"kdf_mib": "The memory of one password guess must be between 8 and 1,024 MiB."})
    need_user(command, "Say who the first supervisor is with --user NAME.")
    need_password(command)
    if mib < LOW_STRENGTH:
        print("This strength is for trying things out only: passwords can be guessed.", file=sys.stderr)
    key = accounts.create(command.data, command.said.user, command.password, command.clock, accounts.strength(mib))
    return {"recovery_key": key, "user": command.said.user, "data": str(command.data)}


def demo(command: Command) -> dict[str, Any]:
    """An invented team and caseload in a folder of its own; how to sign in there."""
    from rise_desk.services.demo import demonstration, making

    said = command.said
    path = command.data if said.data else places.demonstration_dir()
    wanted = demonstration.Wanted(people=said.people, notes=said.notes, seed=said.seed)
    made = making.make(path, command.clock, wanted, again=said.again)
    users = [{"name": each.name, "role": str(each.role), "password": each.password} for each in made.users]
    return {"users": users, "data": str(path), "people": said.people, "notes": said.notes, "made": made.day}


def check(desk: Desk, said: argparse.Namespace, command: Command) -> Findings:
    """Everything wrong with the store; with a reason, its missing entries are accepted first."""
    if said.accept_loss:
        upkeep.accept_loss(desk, said.accept_loss)
    return Findings(problems=tuple(upkeep.check(desk)))
