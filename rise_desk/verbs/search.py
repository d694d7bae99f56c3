"""The verb that finds: people by anything known of them, places and things, and entries by their words."""

import argparse
from typing import Any

from rise_desk.services import finding
from rise_desk.services.desk import Desk
from rise_desk.services.finding import Hit
from rise_desk.verbs.command import Command, Words

AT_MOST = 500


def add_words(verbs: Words) -> None:
    """The words of this verb."""
    made = verbs.add_parser(
        "search", help="find people by anything known of them, places and things, and entries by words"
    )
    made.add_argument("text", metavar="TEXT", nargs="+", help='names, numbers or words; "a phrase" and -without')
    made.add_argument("--limit", type=_number, default=20, help=f"how many of each at most (else 20, up to {AT_MOST})")


def search(desk: Desk, said: argparse.Namespace, command: Command) -> dict[str, Any]:
    """What answers to a text, each with where the words were; the search is written down."""
    text = " ".join(said.text)
    found = finding.find(desk, text, files=said.limit, notes=said.limit)
    finding.note(desk, text)
    return {
        "files": [_told(each) for each in found.files],
        "things": [_told(each) for each in found.things],
        "sounds_alike": [_told(each) for each in found.sounding],
        "notes": [_told(each) for each in found.notes],
        "more_notes": found.more,
    }


def _told(hit: Hit) -> dict[str, Any]:
    told = {"name": hit.name, "found_in": hit.found_in, "excerpt": hit.excerpt, "standing": hit.standing}
    at = "file_number" if hit.record == hit.subject else "when"
    away = {"missing_since": hit.missing_since} if hit.missing_since else {}
    return {**told, **away, at: hit.aside, "kind": hit.kind, "id": str(hit.record), "subject": str(hit.subject)}


def _number(text: str) -> int:
    number = int(text)
    if not 0 < number <= AT_MOST:
        raise ValueError(text)
    return number
