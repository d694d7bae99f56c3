"""A list that is about to leave, for the tests of the dialog that asks about it."""

from typing import Any

from rise_desk.domain.access import State
from rise_desk.services.exchange.listing import Listing
from ui.leaving import Leaving


def listing(rows: int = 2, **known: Any) -> Listing:
    """So many invented young people."""
    said = {"title": "Young people", "kind": "young people", "columns": ("Name", "Born"), "of": rows, **known}
    return Listing(rows=tuple((f"Child {place}", "2012") for place in range(rows)), **said)


def leaving(rows: int = 2, **known: Any) -> Leaving:
    """The same list, as a page hands it over."""
    said: dict[str, Any] = {
        "title": "Young people",
        "of": rows,
        "columns": ("Name", "Born"),
        "filters": "",
        "state": State.TEAM,
        "read": lambda _desk, _told: listing(rows),
        **known,
    }
    return Leaving(rows=rows, **said)
