"""The command line, for IT people and for checks: the same services, permissions and audit as the window.

Exit code 0: done. 1: one sentence on stderr says what was wrong. 2: usage, or something missing on this computer.
"""

import argparse
import json
import os
import re
import sys
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any, NoReturn, TextIO

from rise_desk import __version__, places
from rise_desk.errors import DeskError, Invalid, SetUp
from rise_desk.services.clock import Clock

Window = Callable[[Path, Clock, str], int]
Tour = Callable[[Path, Clock], list[Path]]

NAME = "rise-desk"
DONE, WRONG, USAGE = 0, 1, 2
BROKEN = "A word of the command has a letter that can’t be read. Type it again."
_UNPRINTABLE = re.compile("[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\ud800-\\udfff]")


class Usage(Exception):
    """The words of a command are off."""


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise Usage(f"{message[0].upper()}{message[1:]}. `{self.prog} --help` shows how.")


def run(argv: Sequence[str], window: Window, tour: Tour, out: TextIO = sys.stdout, err: TextIO = sys.stderr) -> int:
    """Carry out one command, or open the window where no verb is given; the exit code."""
    try:
        said = _said(argv)
        clock = Clock(_instant(said.now))
        data = Path(said.data) if said.data else places.usual_data_dir()
        if said.verb is None:
            return window(data, clock, said.user)
        if said.verb == "tour":
            return _print(said, {"pictures": [str(path) for path in tour(Path(said.dir), clock)]}, out)
        return _carry_out(said, data, clock, out)
    except Usage as off:
        print(off, file=err)
        return USAGE
    except DeskError as wrong:
        return _say_wrong(wrong, "--json" in argv, out, err)
    except UnicodeEncodeError:
        if all(_is_text(word) for word in argv):
            raise
        return _say_wrong(DeskError(BROKEN), "--json" in argv, out, err)


def _carry_out(said: argparse.Namespace, data: Path, clock: Clock, out: TextIO) -> int:
    from rise_desk import verbs
    from rise_desk.verbs.command import Command, Findings

    answer = verbs.carry_out(Command(said=said, data=data, clock=clock, password=_password(said)))
    if isinstance(answer, Findings):
        _print(said, answer.plain(), out)
        return WRONG if answer.problems else DONE
    return _print(said, answer, out)


def _say_wrong(wrong: DeskError, as_json: bool, out: TextIO, err: TextIO) -> int:
    fields = wrong.fields if isinstance(wrong, Invalid) else {}
    if as_json:
        print(_as_json({"error": str(wrong), "problems": fields}), file=out)
    if len(fields) > 1:
        print(_harmless("\n".join(f"{name}: {sentence}" for name, sentence in fields.items())), file=err)
    else:
        print(_harmless(str(wrong)), file=err)
    return USAGE if isinstance(wrong, SetUp) else WRONG


def _print(said: argparse.Namespace, answer: Any, out: TextIO) -> int:
    from rise_desk.verbs.answers import as_words

    print(_as_json(answer, indent=1) if said.json else _harmless(as_words(answer)), file=out)
    return DONE


def _as_json(answer: Any, *, indent: int | None = None) -> str:
    text = json.dumps(answer, ensure_ascii=False, indent=indent)
    return _UNPRINTABLE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def _is_text(word: str) -> bool:
    """Whether a word of the command is whole text; half a letter is what is left of a byte that is none."""
    return not any("\ud800" <= letter <= "\udfff" for letter in word)


def _harmless(text: str) -> str:
    """Words of records for a terminal, to which none of their characters is a command."""
    return _UNPRINTABLE.sub("\ufffd", text.replace("\r\n", "\n"))


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
    from rise_desk.verbs.command import secret_in

    return secret_in(Path(said.password_file))


def _said(argv: Sequence[str]) -> argparse.Namespace:
    """What the command line says; the options of all verbs stand before the verb or after it.

    The verbs are loaded only where more was said than those options.
    """
    options = _Parser(prog=NAME, add_help=False, allow_abbrev=False)
    _add_options(options)
    said, further = options.parse_known_args(argv, argparse.Namespace(verb=None))
    return _parser().parse_args(further, said) if further else said


def _parser() -> _Parser:
    from rise_desk import verbs

    parser = _Parser(prog=NAME, description="The case files of a team that protects young people.")
    parser.add_argument("--version", action="version", version=f"RISE Desk {__version__}")
    _add_options(parser)
    words = parser.add_subparsers(dest="verb", metavar="VERB", parser_class=_Parser)
    verbs.add_words(words)
    words.add_parser("tour", help="every screen and page as a picture").add_argument("dir", metavar="DIR")
    return parser


def _add_options(parser: _Parser) -> None:
    parser.add_argument("--data", metavar="DIR", help="the folder of the records (else this person's own)")
    parser.add_argument("--user", metavar="NAME", default="", help="who signs in")
    parser.add_argument("--password-file", metavar="FILE", help="the password (else from RISE_DESK_PASSWORD)")
    parser.add_argument("--now", metavar="ISO", help="the time to go by; London where no offset is given")
    parser.add_argument("--json", action="store_true", help="one JSON document and nothing else")
