"""Verbs for a whole store: make one, and find out whether it is sound."""

import argparse
import sys
from typing import Any

from rise_desk.errors import Invalid
from rise_desk.services import accounts, upkeep
from rise_desk.services.desk import Desk
from rise_desk.verbs.command import Command, Findings, Words, need_password, need_user

LOW_STRENGTH = 64


def add_words(verbs: Words) -> None:
    """The words of these verbs."""
    made = verbs.add_parser("create", help="make a new store; prints the recovery key")
    made.add_argument("--kdf-mib", type=int, default=256, metavar="N", help="memory of one password guess, in MiB")
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


def check(desk: Desk, said: argparse.Namespace, command: Command) -> Findings:
    """Everything wrong with the store; with a reason, its missing entries are accepted first."""
    if said.accept_loss:
        upkeep.accept_loss(desk, said.accept_loss)
    return Findings(problems=tuple(upkeep.check(desk)))
