"""Verbs for paper: a case summary as PDF."""

import argparse
from pathlib import Path
from typing import Any

from rise_desk.domain import moments
from rise_desk.domain.moments import Moment
from rise_desk.errors import Invalid
from rise_desk.services.desk import Desk
from rise_desk.services.saving import save_file
from rise_desk.verbs.command import LEFT, Command, Words
from rise_desk.verbs.records import person_called


def add_words(verbs: Words) -> None:
    """The words of these verbs."""
    made = verbs.add_parser("summary", help="a case summary as PDF")
    made.add_argument("ref", metavar="REF")
    made.add_argument("--out", required=True, metavar="F.pdf")
    made.add_argument("--from", dest="since", default="", metavar="D")
    made.add_argument("--to", dest="until", default="", metavar="D")
    made.add_argument("--recipient", default="", help="who the copy is for")


def summary(desk: Desk, said: argparse.Namespace, command: Command) -> dict[str, Any]:
    """Put somebody's case summary into a file: a numbered copy."""
    from rise_desk.services import packs

    days = [_day(desk, text, name) for text, name in ((said.since, "from"), (said.until, "to"))]
    made = packs.summary(desk, person_called(desk, said.ref), since=days[0], until=days[1], recipient=said.recipient)
    save_file(Path(said.out), made.pdf)
    return {"out": said.out, "pages": made.pages, "copy": made.copy, "warning": LEFT}


def _day(desk: Desk, text: str, name: str) -> Moment:
    try:
        return moments.read(text, now=desk.now(), called=f"--{name}")
    except ValueError as unreadable:
        raise Invalid({name: str(unreadable)}) from None
