"""The verb for the audit: who did what, or who has seen one file."""

import argparse
from dataclasses import asdict
from typing import Any

from rise_desk.domain import moments
from rise_desk.domain.moments import Moment
from rise_desk.domain.record import NO_ID
from rise_desk.errors import Invalid
from rise_desk.services import trail
from rise_desk.services.desk import Desk
from rise_desk.services.trail import Asked, Told
from rise_desk.verbs.command import Command, Words
from rise_desk.verbs.records import person_called

USUAL, MOST = 100, 10_000


def add_words(verbs: Words) -> None:
    """The words of this verb."""
    made = verbs.add_parser("audit", help="who did what, newest first; with REF, who has seen that file")
    made.add_argument("ref", nargs="?", default="", metavar="REF")
    made.add_argument("--by", default="", metavar="NAME", help="only what this account did")
    made.add_argument("--deed", default="", help="only this, such as “file opened”")
    made.add_argument("--from", dest="since", default="", metavar="D")
    made.add_argument("--to", dest="until", default="", metavar="D")
    made.add_argument("--limit", type=int, default=USUAL, help=f"how many (else {USUAL})")


def audit(desk: Desk, said: argparse.Namespace, command: Command) -> dict[str, Any]:
    """The steps asked for, and how the audit ends."""
    if not 1 <= said.limit <= MOST:
        raise Invalid({"limit": f"Ask for between 1 and {MOST:,} steps."})
    if said.deed and said.deed not in trail.deeds():
        raise Invalid({"deed": f"The audit tells of no “{said.deed[:40]}”. It tells of: {', '.join(trail.deeds())}."})
    about = person_called(desk, said.ref) if said.ref else NO_ID
    asked = Asked(
        about=about,
        account=said.by,
        deed=said.deed,
        since=_day(desk, said.since, "from"),
        until=_day(desk, said.until, "to"),
    )
    trail.begin(desk, about)
    ends = trail.head(desk)
    return {
        "head": {"row": ends.seq, "mark": ends.mark},
        "steps": [_plain(each) for each in trail.page(desk, asked, limit=said.limit)],
    }


def _plain(told: Told) -> dict[str, Any]:
    step = asdict(told.step)
    return {**step, "record": str(told.step.record or ""), "subject": str(told.step.subject or ""), "name": told.name}


def _day(desk: Desk, text: str, name: str) -> Moment:
    try:
        return moments.read(text, now=desk.now(), called=f"--{name}", time=False)
    except ValueError as unreadable:
        raise Invalid({name: str(unreadable)}) from None
