"""The anchor: two small files that remember the last audit entry, so that a lost end is noticed.

The database engine can't see that its newest pages are gone, nor that an older copy was put back; the anchor
can.
"""

import json
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from rise_desk.errors import Unavailable
from rise_desk.storage.faults import faults
from rise_desk.storage.files import one_at_a_time, write_whole


@dataclass(frozen=True)
class Anchor:
    """The last audit entry known to be saved: its number, its hash and when."""

    seq: int
    hash: str
    at: str


def write(paths: Sequence[Path], anchor: Anchor, *, sync: bool) -> bool:
    """Move the anchor up, in every place where it is lower; with `sync`, wait for the disk.

    False when a place could not be written: what was saved stands all the same, and an older anchor is no
    alarm.
    """
    written = [_raise_one(path, anchor, sync) for path in paths]
    return all(written)


def _raise_one(path: Path, anchor: Anchor, sync: bool) -> bool:
    try:
        with faults("the anchor"), one_at_a_time(path):
            standing = _read_one(path)
            if standing is None or standing.seq < anchor.seq or (sync and standing == anchor):
                write_whole(path, _to_bytes(anchor), sync=sync)
    except Unavailable:
        return False
    return True


def accept(paths: Sequence[Path], anchor: Anchor) -> None:
    """Put the anchor where the records now end, even lower: after a supervisor has accepted or restored."""
    with faults("the anchor"):
        for path in paths:
            with one_at_a_time(path):
                write_whole(path, _to_bytes(anchor))


def read(paths: Sequence[Path]) -> Anchor | None:
    """The highest anchor that can be read; None when there is none."""
    return max((found for path in paths if (found := _read_one(path))), key=lambda found: found.seq, default=None)


def gap(anchor: Anchor | None, last_seq: int, hash_at: Callable[[int], str | None], shown_at: str = "") -> str:
    """What is missing from the records, by their audit trail's last number and hashes; '' when nothing is.

    `shown_at` is the anchor's time as the reader should see it.
    """
    if anchor is None:
        return ""
    at = shown_at or anchor.at
    missing = anchor.seq - last_seq
    if missing > 0:
        noun, verb = ("entry", "is") if missing == 1 else ("entries", "are")
        return f"{missing} {noun} saved up to {at} {verb} missing"
    if hash_at(anchor.seq) != anchor.hash:
        return f"The entries saved up to {at} are not the ones that were saved then"
    return ""


def _to_bytes(anchor: Anchor) -> bytes:
    return json.dumps(asdict(anchor)).encode()


def _read_one(path: Path) -> Anchor | None:
    try:
        found = json.loads(path.read_bytes())
        seq, sealed, at = found["seq"], found["hash"], found["at"]
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        return None
    whole = type(seq) is int and isinstance(sealed, str) and isinstance(at, str)
    return Anchor(seq=seq, hash=sealed, at=at) if whole else None
