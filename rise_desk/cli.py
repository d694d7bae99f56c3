"""The command line, for IT people and for checks: the same services, permissions and audit as the window.

Exit code 0: done. 1: one sentence on stderr says what was wrong. 2: usage, or something missing on this computer.
"""

import argparse
import json
import os
import sys
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any, NoReturn, TextIO

from rise_desk import __version__, places, verbs
from rise_desk.errors import DeskError, Invalid, SetUp
from rise_desk.services.clock import Clock

Window = Callable[[Path, Clock, str], int]
Tour = Callable[[Path, Clock], list[Path]]

DONE, WRONG, USAGE = 0, 1, 2


class Usage(Exception):
    """The words of a command are off."""


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise Usage(f"{message[0].upper()}{message[1:]}. `{self.prog} --help` shows how.")


def run(argv: Sequence[str], window: Window, tour: Tour, out: TextIO = sys.stdout, err: TextIO = sys.stderr) -> int:
    """Carry out one command, or open the window where no verb is given; the exit code."""
    try:
        said = _parser().parse_args(argv)
        clock = Clock(_instant(said.now))
        data = Path(said.data) if said.data else places.default_data_dir()
        if said.verb is None:
            return window(data, clock, said.user)
        if said.verb == "tour":
            return _print(said, {"pictures": [str(path) for path in tour(Path(said.dir), clock)]}, out)
        answer = verbs.carry_out(verbs.Command(said=said, data=data, clock=clock, password=_password(said)))
    except Usage as off:
        print(off, file=err)
        return USAGE
    except DeskError as wrong:
        return _say_wrong(wrong, "--json" in argv, out, err)
    _print(said, answer, out)
    return WRONG if isinstance(answer, verbs.Findings) and answer.problems else DONE


def _say_wrong(wrong: DeskError, as_json: bool, out: TextIO, err: TextIO) -> int:
    fields = wrong.fields if isinstance(wrong, Invalid) else {}
    if as_json:
        print(json.dumps({"error": str(wrong), "problems": fields}, ensure_ascii=False), file=out)
    if len(fields) > 1:
        print("\n".join(f"{name}: {sentence}" for name, sentence in fields.items()), file=err)
    else:
        print(wrong, file=err)
    return USAGE if isinstance(wrong, SetUp) else WRONG


def _print(said: argparse.Namespace, answer: Any, out: TextIO) -> int:
    plain = answer.plain() if isinstance(answer, verbs.Findings) else answer
    if said.json:
        print(json.dumps(plain, ensure_ascii=False, indent=1), file=out)
    else:
        print(verbs.as_words(plain), file=out)
    return DONE


def _instant(text: str | None) -> datetime | None:
    if not text:
        return None
    from rise_desk.domain import moments

    try:
        said = moments.read(text, now=Clock().now(), called="--now")
    except ValueError as unreadable:
        raise Usage(str(unreadable)) from None
    return moments.earliest(said)


def _password(said: argparse.Namespace) -> str:
    if not said.password_file:
        return os.environ.get("RISE_DESK_PASSWORD", "")
    return verbs.secret_in(Path(said.password_file))


def _parser() -> _Parser:
    parser = _Parser(prog="rise-desk", description="The case files of a team that protects young people.")
    parser.add_argument("--version", action="version", version=f"RISE Desk {__version__}")
    parser.add_argument("--data", metavar="DIR", help="the folder of the records (else this person's own)")
    parser.add_argument("--user", metavar="NAME", default="", help="who signs in")
    parser.add_argument("--password-file", metavar="FILE", help="the password (else from RISE_DESK_PASSWORD)")
    parser.add_argument("--now", metavar="ISO", help="the time to go by; London where no offset is given")
    parser.add_argument("--json", action="store_true", help="one JSON document and nothing else")
    _add_verbs(parser.add_subparsers(dest="verb", metavar="VERB", parser_class=_Parser))
    return parser


def _add_verbs(verb: "argparse._SubParsersAction[_Parser]") -> None:
    made = verb.add_parser("create", help="make a new store; prints the recovery key")
    made.add_argument("--kdf-mib", type=int, default=256, metavar="N", help="memory of one password guess, in MiB")
    made = verb.add_parser("import", help="read young people or notes from a CSV file (a dry run without --commit)")
    made.add_argument("file", metavar="FILE")
    made.add_argument("--kind", default="")
    made.add_argument("--source", default="", help="the name of the system it comes from (else the folder's name)")
    made.add_argument("--commit", action="store_true")
    made.add_argument("--refused", metavar="FILE", help="write the refused rows here, each with its reason")
    made = verb.add_parser("schema", help="the fields of a kind of record")
    made.add_argument("kind", nargs="?", default="")
    made = verb.add_parser("record", help="save one record from a JSON file")
    made.add_argument("kind")
    made.add_argument("file", metavar="FILE.json", help="- for standard input")
    made = verb.add_parser("list", help="every record of a kind")
    made.add_argument("kind")
    made = verb.add_parser("show", help="somebody's file: who they are, every record, what is due")
    made.add_argument("ref", metavar="REF")
    made = verb.add_parser("summary", help="a case summary as PDF")
    made.add_argument("ref", metavar="REF")
    made.add_argument("--out", required=True, metavar="F.pdf")
    made.add_argument("--from", dest="since", default="", metavar="D")
    made.add_argument("--to", dest="until", default="", metavar="D")
    made.add_argument("--recipient", default="", help="who the copy is for")
    made = verb.add_parser("check", help="is everything sound?")
    made.add_argument("--accept-loss", default="", metavar="REASON", help="go on although entries are missing")
    made = verb.add_parser("tour", help="every screen and page as a picture")
    made.add_argument("dir", metavar="DIR")
    _add_users(verb.add_parser("users", help="who may sign in"))


def _add_users(users: _Parser) -> None:
    what = users.add_subparsers(dest="what", metavar="WHAT", required=True, parser_class=_Parser)
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
