"""A list that is about to leave, for the tests of the dialog that asks about it, and what is known of it after."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QLabel, QWidget

from rise_desk.domain.access import Deed, State
from rise_desk.services.exchange.listing import Listing
from rise_desk.storage import audit
from ui.desk import ScreenDesk
from ui.leaving import Leaving

Choose = Callable[[Path], None]


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


def rows_of(screen: ScreenDesk, deed: str = Deed.EXPORT) -> list[dict[str, Any]]:
    """The rows of the audit for a deed, the newest first."""
    return [each for each in audit.entries(screen.at.store.vault) if each["deed"] == deed]


def words(widget: QWidget) -> str:
    """Everything a widget says."""
    return "\n".join(each.text() for each in widget.findChildren(QLabel))
