"""The proof of the audit: is every row as it was written, and which is not?

Anybody can prove the digests, the links, the order and the seals of the present stretch. With the seed, which a
supervisor's own key opens, every seal is proved.
"""

import hashlib
import hmac
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from rise_desk.errors import Damaged
from rise_desk.storage import audit, chain
from rise_desk.storage.database import Vault
from rise_desk.storage.rows import to_json

AT_ONCE = 10_000
MOST_NAMED = 20
LATELY = 1_000
"""How many of the newest rows are proved when somebody signs in."""

_PAGE = f"SELECT {', '.join(audit.COLUMNS)} FROM audit WHERE seq > ? ORDER BY seq LIMIT {AT_ONCE}"
_ROW = f"SELECT {', '.join(audit.COLUMNS)} FROM audit WHERE seq = ?"
_NUMBERS = f"SELECT seq FROM audit WHERE seq > ? ORDER BY seq LIMIT {AT_ONCE}"
_HASH, _DIGEST = audit.COLUMNS.index("hash"), audit.COLUMNS.index("digest")
_PREV = audit.COLUMNS.index("prev")


def problems(vault: Vault, seed: bytes = b"", after: int = 0) -> list[str]:
    """Each place at which the chain breaks, in words, the first twenty; empty when all is as it was written."""
    walk = _Walk(vault=vault, seed=seed, after=after)
    named = list(dict.fromkeys(walk.broken()))
    more = len(named) - MOST_NAMED
    return [*named[:MOST_NAMED], *([f"audit: and {more} more places"] if more > 0 else [])]


def lately(vault: Vault) -> list[str]:
    """What is broken in the newest thousand rows: a quick look for whoever signs in."""
    return problems(vault, after=max(0, audit.last(vault)[0] - LATELY))


@dataclass(kw_only=True)
class _Walk:
    vault: Vault
    seed: bytes
    after: int
    prev: str = ""
    digests: tuple[str, ...] = ("",)
    keys: Mapping[int, bytes] = field(default_factory=dict)
    old: tuple[int, bytes] = (0, b"")

    def broken(self) -> Iterator[str]:
        """Go through the rows and name what is wrong, in their order."""
        self._set_out()
        yield from self._wrong_key()
        expected = self.after + 1
        for row in _rows(self.vault, self.after):
            seq, missing = row[0], row[0] - expected
            if missing > 0:
                yield _missing(expected, seq - 1)
                self.digests = (row[_DIGEST],)
            else:
                yield from self._any_row(seq, row)
            self.prev = row[_HASH]
            expected = seq + 1

    def _set_out(self) -> None:
        last = audit.last(self.vault)[0]
        self.old = chain.old(self.vault)
        held, key = chain.present(self.vault)
        made = {held: key}
        for stretch in range(held, chain.stretch_of(last)):
            made[stretch + 1] = chain.following(made[stretch])
        self.keys = made | (chain.keys_from(self.vault, self.seed, last) if self.seed else {})
        if self.after:
            self.prev, digest = audit.seals_at(self.vault, self.after)
            self.digests = (digest,)

    def _wrong_key(self) -> Iterator[str]:
        held, key = chain.present(self.vault)
        if self.seed and not hmac.compare_digest(self.keys.get(held, b""), key):
            yield "audit: the present key does not come from the first one"

    def _any_row(self, seq: int, row: tuple[Any, ...]) -> list[str]:
        try:
            return list(self._row(seq, row))
        except TypeError:  # bytes, or other letters, where the program never writes any
            self.digests = (row[_DIGEST],)
            return [_touched(seq)]

    def _row(self, seq: int, row: tuple[Any, ...]) -> Iterator[str]:
        """What is wrong with one row, and with the hash of the one before, which this one remembers."""
        if seq <= self.old[0]:
            whole, self.digests = self._as_schema_1(row), ("",)
        else:
            whole = self._digested(row)
        if whole and row[_PREV] != self.prev:
            yield _touched(seq - 1)
        if not whole or not self._sealed(seq, row):
            yield _touched(seq)

    def _digested(self, row: tuple[Any, ...]) -> bool:
        """Whether a row's digest is right after that of the row before, as kept or as it must have been."""
        right = [audit.digest_of(row[:_HASH], before) for before in self.digests]
        kept = row[_DIGEST]
        self.digests = (kept,) if kept == right[0] else (kept, right[0])
        return kept in right

    def _sealed(self, seq: int, row: tuple[Any, ...]) -> bool:
        if seq <= self.old[0]:
            return True
        key = self.keys.get(chain.stretch_of(seq))
        return key is None or hmac.compare_digest(audit.seal_of(key, row[_DIGEST]), row[_HASH])

    def _as_schema_1(self, row: tuple[Any, ...]) -> bool:
        values = dict(zip(audit.COLUMNS, row[:_HASH], strict=False))
        sealed = hmac.digest(self.old[1], to_json(values).encode(), hashlib.sha256).hex()
        return row[_DIGEST] == "" and hmac.compare_digest(sealed, row[_HASH])


def _rows(vault: Vault, after: int) -> Iterator[tuple[Any, ...]]:
    page = _page(vault, after)
    while page:
        yield from page
        page = _page(vault, page[-1][0]) if len(page) == AT_ONCE else []


def _page(vault: Vault, after: int) -> list[tuple[Any, ...]]:
    """The next rows; one that can't even be read, as no program wrote such letters, comes as a row of nothing."""
    try:
        return vault.sql(_PAGE, (after,))
    except Damaged:
        return [_one(vault, seq) for (seq,) in vault.sql(_NUMBERS, (after,))]


def _one(vault: Vault, seq: int) -> tuple[Any, ...]:
    try:
        return vault.sql(_ROW, (seq,))[0]
    except Damaged:
        return (seq, *([""] * (len(audit.COLUMNS) - 1)))


def _touched(seq: int) -> str:
    return f"audit: row {seq} is not as it was written"


def _missing(start: int, end: int) -> str:
    return f"audit: row {start} is missing" if start == end else f"audit: rows {start} to {end} are missing"
