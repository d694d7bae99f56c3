"""Verbs for backups: make one in a folder, and put one back."""

import argparse
from pathlib import Path
from typing import Any

from rise_desk.domain import moments
from rise_desk.services.desk import Desk
from rise_desk.verbs.command import Command, Words, need_password, need_user


def add_words(verbs: Words) -> None:
    """The words of these verbs."""
    made = verbs.add_parser("backup", help="a verified copy of the records, with its key file beside it")
    made.add_argument("dir", metavar="DIR")
    made = verbs.add_parser("restore", help="put a backup into a data folder; what is there is copied first")
    made.add_argument("file", metavar="FILE")
    made.add_argument("dir", metavar="DIR")


def backup(desk: Desk, said: argparse.Namespace, command: Command) -> dict[str, Any]:
    """Make a backup in a folder."""
    from rise_desk.services import backups

    copy = backups.take_into(desk, Path(said.dir)).copy
    return {
        "backup": str(copy.path),
        "keys": str(copy.keys),
        "records": copy.records,
        "entries": copy.entries,
        "checked": True,
    }


def restore(command: Command) -> dict[str, Any]:
    """Put a backup into a data folder."""
    from rise_desk.services import restoring

    said = command.said
    need_user(command, "Say who restores it with --user NAME: a supervisor in the backup.")
    need_password(command)
    done = restoring.restore(Path(said.file), Path(said.dir), said.user, command.password, command.clock)
    return {
        "restored": said.file,
        "data": said.dir,
        "of": moments.stamp(done.at) if done.at else "",
        "records": done.records,
        "given_up": done.given_up,
        "kept": str(done.kept or ""),
        "accounts_changed": list(done.changed),
        "said": done.told(),
    }
