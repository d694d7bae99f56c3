"""Cross-hits in one line: told at once where something was just saved that stands in other records too."""

from rise_desk.domain.act import Announcement
from rise_desk.errors import DeskError
from rise_desk.services import cross_hits
from ui.desk import ScreenDesk

AT_MOST = 2
"""How many are told in the line; the file has them all under People and links."""
LONGEST = 40


def told(desk: ScreenDesk, said: Announcement) -> str:
    """' 07700 900123: also in 3 records.' for what one record gained; '' for none, and of acts of several."""
    if len(said.records) != 1 or said.undoes:
        return ""
    try:
        found = cross_hits.added(desk.at, said.act, said.records[0])
    except DeskError:
        return ""
    shown = "".join(f" {_short(text)}: {hits.words}." for text, hits in found[:AT_MOST])
    return f"{shown} And {len(found) - AT_MOST} more." if len(found) > AT_MOST else shown


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= LONGEST else f"{line[:LONGEST].rstrip()}…"
