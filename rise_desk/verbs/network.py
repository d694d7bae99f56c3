"""Verbs about who is linked with whom, and for the quick question whether a child is known."""

import argparse
from dataclasses import asdict
from typing import Any

from rise_desk.services import known, network, references
from rise_desk.services.desk import Desk
from rise_desk.services.known import Match
from rise_desk.verbs.command import Command, Words


def add_words(verbs: Words) -> None:
    """The words of these verbs."""
    made = verbs.add_parser(
        "network", help="who and what is linked around a person, place, vehicle, phone or name online"
    )
    made.add_argument("ref", metavar="REF")
    made.add_argument(
        "--steps",
        type=_steps,
        default=network.STEPS,
        help=f"how far (else {network.STEPS}, up to {network.MOST_STEPS})",
    )
    made = verbs.add_parser("known", help="whether a child is known, by name, nickname, phone or plate; written down")
    made.add_argument("text", metavar="TEXT", nargs="+", help="a name, a nickname, a phone or a number plate")
    made.add_argument("--asked-by", metavar="WHO", default="", help="who asks: name, number and agency")


def around(desk: Desk, said: argparse.Namespace, command: Command) -> dict[str, Any]:
    """Nodes, links and groups."""
    return network.told(desk, network.around(desk, references.resolve(desk, said.ref), said.steps))


def is_known(desk: Desk, said: argparse.Namespace, command: Command) -> dict[str, Any]:
    """The answer, and of whom it tells."""
    found = known.known(desk, " ".join(said.text), said.asked_by)
    return {
        "answer": found.answer,
        "words": found.words,
        "matches": [_told(each) for each in found.matches],
        "perhaps": [_told(each) for each in found.perhaps],
        "more": found.more,
    }


def _told(match: Match) -> dict[str, Any]:
    return {**asdict(match), "subject": str(match.subject), "warnings": list(match.warnings)}


def _steps(text: str) -> int:
    number = int(text)
    if not 0 < number <= network.MOST_STEPS:
        raise ValueError(text)
    return number
