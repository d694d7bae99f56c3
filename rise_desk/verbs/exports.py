"""The verb by which a list leaves the desk: as CSV or XLSX, for a reason, and a long one with a second person."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rise_desk.errors import Invalid
from rise_desk.services.desk import Desk
from rise_desk.verbs.command import LEFT, Command, Words, secret_in

if TYPE_CHECKING:
    from rise_desk.services.exchange.exporting import Second


def add_words(verbs: Words) -> None:
    """The words of this verb."""
    made = verbs.add_parser("export", help="save a list as CSV or XLSX; it is written down who did it and why")
    made.add_argument("kind", help="young_person, adult, contact_note, missing_episode, link, notice, place …")
    made.add_argument("file", metavar="FILE.csv|.xlsx")
    made.add_argument("--reason", default="", metavar="TEXT", help="why, and for whom")
    made.add_argument("--text", default="", metavar="FILTER", help="only what holds these words")
    made.add_argument(
        "--second", default="", metavar="NAME", help="a manager or supervisor beside you: needed for more than 100 rows"
    )
    made.add_argument("--second-password-file", type=Path, metavar="FILE", help="their password")


def export(desk: Desk, said: argparse.Namespace, command: Command) -> dict[str, Any]:
    """Save a list as a file; what it holds, and what it means that it left."""
    from rise_desk.services.exchange import exporting, lists

    second = _second(said)
    listing = lists.of_kind(desk, said.kind, said.text)
    made = exporting.export(desk, listing, Path(said.file), said.reason, second)
    return {
        "out": said.file,
        "kind": said.kind,
        "rows": made.rows,
        "of": listing.of,
        "withheld": made.withheld,
        "second": made.second,
        **({"cut": made.cut} if made.cut else {}),
        "warning": LEFT,
    }


def _second(said: argparse.Namespace) -> "Second | None":
    from rise_desk.services.exchange.exporting import Second

    if not said.second:
        if said.second_password_file is not None:
            raise Invalid({"second": "Say who the second person is with --second NAME."})
        return None
    if said.second_password_file is None:
        raise Invalid({"second": "Give the second person's password with --second-password-file FILE."})
    return Second(name=said.second, password=secret_in(said.second_password_file))
