"""A list that somebody wants to take out of the desk: what will leave, and how it is read whole when it does."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rise_desk.domain.access import State
from rise_desk.services.desk import Desk

if TYPE_CHECKING:
    from rise_desk.services.exchange.listing import Listing, Progress


@dataclass(frozen=True, kw_only=True)
class Leaving:
    """A list as it is shown now: its rows (`of` how many without the filters), its columns, and what it is to whom.

    `read` makes the whole of it, on the worker's thread, and tells how far it is.
    """

    title: str
    rows: int
    of: int
    columns: tuple[str, ...]
    filters: str
    state: State
    read: "Callable[[Desk, Progress], Listing]"


def whole(listing: "Listing") -> Leaving:
    """A list that was read already."""
    return Leaving(
        title=listing.title,
        rows=len(listing.rows),
        of=listing.of,
        columns=listing.columns,
        filters=listing.filters,
        state=listing.state,
        read=lambda _desk, _told: listing,
    )
