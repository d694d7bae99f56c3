"""Importing: first what a file would do, row by row and with reasons; then all of it is done in one act, or nothing."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rise_desk.domain.access import Deed
from rise_desk.domain.act import Act
from rise_desk.domain.names import fold
from rise_desk.domain.record import NO_ID, Id, Record
from rise_desk.errors import Busy, Conflict, DeskError, Invalid, Unavailable
from rise_desk.services import backups, casework, presence
from rise_desk.services.desk import Desk
from rise_desk.services.exchange import mapping, reading
from rise_desk.services.exchange.asking import NO_ANSWERS, Answers
from rise_desk.services.exchange.columns import NOTHING, Layout, guess_kind, kind_named, layout
from rise_desk.services.exchange.mapping import Offer
from rise_desk.services.exchange.planning import Fate, Preview, plan
from rise_desk.services.exchange.rows import Table
from rise_desk.services.watch import STOPPED, UNWATCHED, Stopped, Watch
from rise_desk.storage import batches, history
from rise_desk.storage.writing import Writing

TITLE = "Import of "
SAVING, BACKING_UP = "Saving", "Making a backup first"


@dataclass(frozen=True, kw_only=True)
class Result:
    """What an import did: how many rows met each fate, the records it saved, and the act by which it is undone."""

    created: int
    matched: int
    asked: int
    refused: int
    saved: tuple[Record, ...]
    act: Id = NO_ID


def opened(desk: Desk, path: Path, sheet: str = "", watch: Watch = UNWATCHED) -> Table:
    """The rows of a file, or of one sheet of it, as they stand there.

    Raises `NotAllowed`, `NotFound`, `Unavailable`, or `Invalid` with a sentence on why the file can't be read.
    """
    desk.demand(Deed.IMPORT)
    return reading.read(path, sheet, watch)


def source_of(path: Path, said: str = "") -> str:
    """The name of the system a file comes from: as somebody says, else its folder's; `Invalid` for none."""
    named = " ".join((said or path.resolve().parent.name or path.stem).split())
    if not fold(named):
        raise Invalid({"source": "Give the name of the system this file comes from."})
    return named


def proposed(desk: Desk, table: Table, source: str) -> Offer:
    """How a file's columns would be read: as they were chosen before, else by their names alone.

    The kind is '' where they can't tell.
    """
    offer = mapping.offered(desk, source, table.header)
    if offer.kind:
        return offer
    with suppress(Invalid):
        return Offer(kind=guess_kind(table.header))
    return offer


def preview(
    desk: Desk,
    path: Path,
    *,
    kind: str = "",
    source: str = "",
    sheet: str = "",
    said: Mapping[str, str] = NOTHING,
    watch: Watch = UNWATCHED,
    answers: Answers = NO_ANSWERS,
) -> Preview:
    """What importing this file would do, its columns read as they were chosen for its source before.

    `source` names the system it comes from, else its folder's name does; `said` names columns and the fields they
    are, in the user's words, and goes before all else; `answers` is what the file alone can't say. Raises
    what `opened` raises, and `Invalid` about the columns.
    """
    table = opened(desk, path, sheet, watch)
    named = source_of(path, source)
    offer = mapping.offered(desk, named, table.header, kind_named(kind))
    wanted = kind_named(kind) or offer.kind or mapping.kind_meant(table.header, said)
    chosen = {**offer.chosen, **mapping.understood(wanted, table.header, said)}
    return plan(desk, table, layout(table.header, wanted, chosen), named, watch, offer.notice, answers)


def seen_as(
    desk: Desk,
    table: Table,
    laid: Layout,
    source: str,
    watch: Watch = UNWATCHED,
    notice: str = "",
    answers: Answers = NO_ANSWERS,
) -> Preview:
    """What importing rows already read would do, with this layout and no other."""
    desk.demand(Deed.IMPORT)
    return plan(desk, table, laid, source, watch, notice, answers)


def commit(desk: Desk, seen: Preview, watch: Watch = UNWATCHED) -> Result:
    """Do what a preview shows, in one act and after a backup; `Conflict` where what was saved since makes it untrue.

    `Unavailable` where no backup could be made, `Stopped` where somebody stopped it; then nothing was saved.
    """
    desk.demand(Deed.IMPORT)
    true = seen
    if history.count(desk.store.vault) != seen.acts:
        true = plan(desk, seen.table, seen.layout, seen.source, watch, answers=seen.answers)
    if true.outcomes != seen.outcomes:
        raise Conflict("Records were saved since this preview was made, so it is no longer true. Make a new one.")
    saved, act = _save(desk, true, watch) if true.saves else ((), NO_ID)
    return Result(
        created=true.count(Fate.CREATED),
        matched=true.count(Fate.MATCHED),
        asked=true.count(Fate.ASKED),
        refused=true.count(Fate.REFUSED),
        saved=saved,
        act=act,
    )


def _save(desk: Desk, true: Preview, watch: Watch) -> tuple[tuple[Record, ...], Id]:
    begun: list[Writing] = []

    def first(work: Writing) -> None:
        begun.append(work)
        mapping.remember(work, desk, true.source, true.table.header, true.layout)

    name, count = true.table.name, len(true.saves)
    act = Act(title=f"{TITLE}{name}", saves=true.saves, batch=f"{name} from {true.source}")
    with presence.doing(desk, f"importing {name}"), batches.room(desk.store.vault):
        back_up(desk, "imported", watch)
        step = lambda done: watch.step(SAVING, done, count)  # noqa: E731 - said where it is used
        saved = casework.perform(desk, act, acts_seen=true.acts, first=first, step=step)
    return saved, begun[0].act


def back_up(desk: Desk, done: str, watch: Watch) -> None:
    """Make a backup, unless the last one holds everything; `Unavailable` says that nothing was done without one."""
    if not backups.is_changed(desk):
        return
    watch.step(BACKING_UP, 0)
    try:
        backups.take(desk, watch.stopped)
    except Busy:
        raise
    except DeskError as failure:
        if watch.stopped():
            raise Stopped(STOPPED) from None
        raise Unavailable(f"Nothing was {done}, as no backup could be made first. {failure}") from None


def told(seen: Preview) -> dict[str, Any]:
    """A preview as plain data, for the command line."""
    return {
        "file": seen.table.name,
        "kind": seen.kind,
        "source": seen.source,
        "encoding": seen.encoding,
        "sheet": seen.table.sheet,
        "sheets": list(seen.table.sheets),
        "columns": dict(seen.layout.recognised),
        "columns_not_recognised": list(seen.layout.not_recognised),
        "notices": list(seen.notices),
        "rows": len(seen.outcomes),
        **{str(fate): seen.count(fate) for fate in Fate},
        "warned": sum(1 for each in seen.outcomes if each.warning),
        "outcomes": [
            {
                "line": each.line,
                "outcome": str(each.fate),
                "name": each.name,
                "file": each.file,
                "reason": each.reason,
                "warning": each.warning,
                **({"asks": each.asks, "may_be": [one.text for one in each.may_be]} if each.asks else {}),
            }
            for each in seen.outcomes
        ],
    }
