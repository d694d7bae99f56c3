"""One command as it was given, what a check answers, and the person who signs in for it."""

import argparse
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

from rise_desk.errors import Invalid, SetUp, Unavailable
from rise_desk.services import signing_in
from rise_desk.services.clock import Clock
from rise_desk.services.desk import Desk


class Words(Protocol):
    """Where a verb says its words: what may follow it on the command line."""

    def add_parser(self, name: str, *, help: str) -> argparse.ArgumentParser:  # noqa: A002 - argparse calls it so
        """A new verb of this name, with a line about it."""


LEFT = (
    "This file has left the encrypted store: whoever has it can read it. Keep it locked away, and delete it after use."
)


@dataclass(frozen=True, kw_only=True)
class Command:
    """One command: what was said, which store it is for, the clock to go by, and the password given."""

    said: argparse.Namespace
    data: Path
    clock: Clock
    password: str = field(repr=False)


@dataclass(frozen=True, kw_only=True)
class Findings:
    """What `check` found; no problems means that all is sound."""

    problems: tuple[str, ...]

    def plain(self) -> dict[str, Any]:
        """The findings as plain data."""
        return {"sound": not self.problems, "problems": list(self.problems)}


def sign_in(command: Command, *, code_ok: bool = False) -> Desk:
    """The desk of whoever the command says signs in."""
    need_user(command, "Say who signs in with --user NAME.")
    need_password(command)
    return signing_in.sign_in(command.data, command.said.user, command.password, command.clock, code_ok=code_ok)


def need_user(command: Command, otherwise: str) -> None:
    """`SetUp` with this sentence where nobody was named."""
    if not command.said.user:
        raise SetUp(otherwise)


def need_password(command: Command) -> None:
    """`SetUp` where no password was given."""
    if not command.password:
        raise SetUp("Give the password in RISE_DESK_PASSWORD or with --password-file FILE.")


def secret_in(path: Path) -> str:
    """The first line of a file that holds a password, a code or a recovery key."""
    return text_of(path).partition("\n")[0].rstrip("\r")


def text_of(path: Path) -> str:
    """What a file of text holds; one sentence where it can't be read."""
    try:
        return path.read_text(encoding="utf-8-sig")
    except OSError:
        raise Unavailable(f"The file {path.name} can't be read.") from None
    except UnicodeDecodeError:
        raise Invalid({"file": f"The file {path.name} is not text in UTF-8."}) from None
