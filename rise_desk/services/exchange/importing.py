"""Importing: first what a file would do, row by row and with reasons; then all of it is done in one act, or nothing."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rise_desk.domain.access import Deed
from rise_desk.domain.act import Act
from rise_desk.domain.names import fold
from rise_desk.domain.record import Record
from rise_desk.errors import Conflict, Invalid
from rise_desk.services import casework
from rise_desk.services.desk import Desk
from rise_desk.services.exchange import reading
from rise_desk.services.exchange.columns import layout
from rise_desk.services.exchange.planning import Fate, Preview, plan
from rise_desk.storage import history


@dataclass(frozen=True, kw_only=True)
class Result:
    """What an import did: how many rows met each fate, and the records it saved."""

    created: int
    matched: int
    refused: int
    saved: tuple[Record, ...]


def preview(desk: Desk, path: Path, *, kind: str = "", source: str = "") -> Preview:
    """What importing this file would do; `source` names the system it comes from, else its folder's name does.

    Raises `NotAllowed`, `NotFound`, `Unavailable`, or `Invalid` with a sentence on why the file can't be read.
    """
    desk.demand(Deed.IMPORT)
    table = reading.read(path)
    named = " ".join((source or path.resolve().parent.name or path.stem).split())
    if not fold(named):
        raise Invalid({"source": "Give the name of the system this file comes from."})
    return plan(desk, table, layout(table.header, kind), named)


def commit(desk: Desk, seen: Preview) -> Result:
    """Do what a preview shows, in one act; `Conflict` where what was saved since makes it untrue."""
    desk.demand(Deed.IMPORT)
    true = seen
    if history.count(desk.store.vault) != seen.acts:
        true = plan(desk, seen.table, seen.layout, seen.source)
    if true.outcomes != seen.outcomes:
        raise Conflict("Records were saved since this preview was made, so it is no longer true. Make a new one.")
    saved: tuple[Record, ...] = ()
    if true.saves:
        title = f"Import of {seen.table.name}"
        act = Act(title=title, saves=true.saves, batch=f"{seen.table.name} from {seen.source}")
        saved = casework.perform(desk, act, acts_seen=true.acts)
    return Result(
        created=true.count(Fate.CREATED),
        matched=true.count(Fate.MATCHED),
        refused=true.count(Fate.REFUSED),
        saved=saved,
    )


def told(seen: Preview) -> dict[str, Any]:
    """A preview as plain data, for the command line."""
    return {
        "file": seen.table.name,
        "kind": seen.kind,
        "source": seen.source,
        "encoding": seen.encoding,
        "columns": dict(seen.layout.recognised),
        "columns_not_recognised": list(seen.layout.not_recognised),
        "rows": len(seen.outcomes),
        **{str(fate): seen.count(fate) for fate in Fate},
        "outcomes": [
            {"line": each.line, "outcome": str(each.fate), "name": each.name, "file": each.file, "reason": each.reason}
            for each in seen.outcomes
        ],
    }
