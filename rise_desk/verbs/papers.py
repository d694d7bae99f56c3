"""Verbs for paper: a case summary as PDF."""

import argparse
from pathlib import Path
from typing import Any

from rise_desk.domain import moments
from rise_desk.domain.moments import Moment
from rise_desk.errors import Invalid
from rise_desk.services.desk import Desk
from rise_desk.services.saving import save_file
from rise_desk.verbs.command import LEFT, Command, Words, secret_in
from rise_desk.verbs.records import person_called


def add_words(verbs: Words) -> None:
    """The words of these verbs."""
    made = verbs.add_parser("summary", help="a case summary as PDF")
    made.add_argument("ref", metavar="REF")
    made.add_argument("--out", required=True, metavar="F.pdf")
    made.add_argument("--from", dest="since", default="", metavar="D")
    made.add_argument("--to", dest="until", default="", metavar="D")
    made.add_argument("--recipient", default="", help="who the copy is for")
    made.add_argument(
        "--pdf-password-file", dest="lock", type=Path, metavar="FILE", help="lock the PDF with the first line of FILE"
    )


def summary(desk: Desk, said: argparse.Namespace, command: Command) -> dict[str, Any]:
    """Put somebody's case summary into a file: a numbered copy, locked where a password is given."""
    from rise_desk.services import packs

    password = _password(said.lock)
    days = [_day(desk, text, name) for text, name in ((said.since, "from"), (said.until, "to"))]
    subject = person_called(desk, said.ref)
    made = packs.saved(desk, subject, since=days[0], until=days[1], recipient=said.recipient, password=password)
    save_file(Path(said.out), made.pdf)
    told = {"out": said.out, "pages": made.pages, "copy": made.copy, "locked": bool(password)}
    return told if password else {**told, "warning": LEFT}


def _password(path: Path | None) -> str:
    """The password for the PDF, '' where none is asked for; `Invalid` where the file has none."""
    password = secret_in(path) if path is not None else ""
    if path is not None and not password.strip():
        raise Invalid(
            {"pdf-password-file": f"The first line of {path.name} is empty. Put the password for the PDF there."}
        )
    return password


def _day(desk: Desk, text: str, name: str) -> Moment:
    try:
        return moments.read(text, now=desk.now(), called=f"--{name}")
    except ValueError as unreadable:
        raise Invalid({name: str(unreadable)}) from None
