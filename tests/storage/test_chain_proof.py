"""Whoever touches the audit is found out, and the row is named; also where keys are a thousand rows old."""

import random
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from rise_desk.domain.moments import Moment
from rise_desk.domain.record import Id
from rise_desk.storage import audit, chain, chain_proof, guard
from rise_desk.storage.audit import Entry
from rise_desk.storage.database import Vault, close_vault, create_vault
from rise_desk.storage.migrations import STEPS

ROWS = 2_345
BROKEN = "audit: row {} is not as it was written"


def _sql(text: str, *values: object) -> Callable[[Vault], object]:
    """A statement to tamper with."""
    return lambda vault: vault.sql(text, values)


def _forging(start: int, key: bytes | None = None) -> Callable[[Vault], object]:
    """Sealing again from a row, with the present key or another."""
    return lambda vault: _forge(vault, key or chain.present(vault)[1], start)


class Undone(Exception):
    """So that what was tried is taken back."""


def _entry(number: int) -> Entry:
    return Entry(
        at=Moment("2026-11-21T10:00:00.000+00:00"),
        account="Lena Osei",
        session=Id(7),
        pc="desk-1",
        deed="file opened",
        kind="person",
        record=Id(number),
        subject=Id(number),
    )


def _fill(vault: Vault, rows: int) -> None:
    with vault.atomic():
        for number in range(rows):
            audit.append(vault, _entry(number + 1))


def _unguard(vault: Vault) -> None:
    with guard.lifted(vault):
        for name in ("audit_no_update", "audit_no_delete", "audit_in_order"):
            vault.sql(f"DROP TRIGGER {name}")


@pytest.fixture(scope="module")
def chained(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Vault, bytes]]:
    """A vault of three stretches without its guards, and the seed of its chain."""
    vault = create_vault(tmp_path_factory.mktemp("chain") / "records.vault", bytes(range(32)))
    with guard.lifted(vault):
        for step in STEPS:
            step(vault)
    seed = chain.begin(vault)
    _fill(vault, ROWS)
    _unguard(vault)
    yield vault, seed
    close_vault(vault)


def _found(chained: tuple[Vault, bytes], tamper: Callable[[Vault], object], *, as_worker: bool = False) -> list[str]:
    """What is found after somebody tampered; then all is as before."""
    vault, seed = chained
    found: list[str] = []
    try:
        with vault.atomic():
            tamper(vault)
            found = chain_proof.problems(vault, b"" if as_worker else seed)
            raise Undone
    except Undone:
        return found


def test_what_nobody_touched_is_sound_for_everybody(chained: tuple[Vault, bytes]) -> None:
    vault, seed = chained
    assert chain_proof.problems(vault) == chain_proof.problems(vault, seed) == chain_proof.lately(vault) == []


def test_the_key_of_a_stretch_is_overwritten_by_the_next(chained: tuple[Vault, bytes]) -> None:
    vault, seed = chained
    made = chain.keys_from(vault, seed, ROWS)
    assert chain.present(vault) == (2, made[2])
    assert len(set(made.values())) == 3
    settings = str(vault.sql("SELECT value FROM setting"))
    assert made[0].hex() not in settings
    assert made[1].hex() not in settings


@pytest.mark.parametrize("as_worker", [False, True])
@pytest.mark.parametrize("column", audit.COLUMNS[1:])
def test_each_column_of_any_row_is_guarded(chained: tuple[Vault, bytes], column: str, as_worker: bool) -> None:
    rng = random.Random(column)
    for seq in (1, 999, 1_000, 1_001, 2_000, 2_001, *(rng.randrange(1, ROWS) for _ in range(4))):
        found = _found(
            chained,
            _sql(f'UPDATE audit SET "{column}" = "{column}" || \'1\' WHERE seq = ?', seq),
            as_worker=as_worker,
        )
        assert BROKEN.format(seq) in found


@pytest.mark.parametrize("column", ["pc", "hash", "digest"])
def test_bytes_and_strange_letters_are_named_like_anything_else(chained: tuple[Vault, bytes], column: str) -> None:
    for value in (b"\x00", "\u00e9"):
        assert BROKEN.format(5) in _found(chained, _sql(f"UPDATE audit SET {column} = ? WHERE seq = 5", value))


@pytest.mark.parametrize("as_worker", [False, True])
def test_deleted_rows_are_missing(chained: tuple[Vault, bytes], as_worker: bool) -> None:
    rng = random.Random(4)
    for seq in (1, *(rng.randrange(2, ROWS - 9) for _ in range(20))):
        one = _found(chained, _sql("DELETE FROM audit WHERE seq = ?", seq), as_worker=as_worker)
        assert one == [f"audit: row {seq} is missing"]
        more = _found(
            chained,
            _sql("DELETE FROM audit WHERE seq BETWEEN ? AND ?", seq, seq + 4),
            as_worker=as_worker,
        )
        assert more == [f"audit: rows {seq} to {seq + 4} are missing"]


@pytest.mark.parametrize("as_worker", [False, True])
def test_rows_that_changed_places_are_both_named(chained: tuple[Vault, bytes], as_worker: bool) -> None:
    rng = random.Random(5)

    def swapping(one: int, other: int) -> Callable[[Vault], object]:
        steps = [(-1, one), (one, other), (other, -1)]
        return lambda vault: [vault.sql("UPDATE audit SET seq = ? WHERE seq = ?", step) for step in steps]

    for _ in range(20):
        one, other = rng.sample(range(1, ROWS), 2)
        found = _found(chained, swapping(one, other), as_worker=as_worker)
        assert {BROKEN.format(one), BROKEN.format(other)} <= set(found)


def _forge(vault: Vault, key: bytes, start: int) -> None:
    """Rewrite a row and seal it and all that follow again, as somebody who holds one key can."""
    prev, before = audit.seals_at(vault, start - 1)
    columns = ", ".join(audit.COLUMNS[:-3])
    for row in vault.sql(f"SELECT {columns} FROM audit WHERE seq >= ? ORDER BY seq", (start,)):
        values = [*row, prev]
        values[2] = "Somebody" if row[0] == start else row[2]
        before = audit.digest_of(values, before)
        sealed = audit.seal_of(key, before)
        vault.sql(
            "UPDATE audit SET account = ?, prev = ?, hash = ?, digest = ? WHERE seq = ?",
            (values[2], prev, sealed, before, row[0]),
        )
        prev = sealed


def test_rows_sealed_again_with_the_present_key_are_named_to_a_supervisor(chained: tuple[Vault, bytes]) -> None:
    for start in (1, 700, 1_000, 1_500, 2_000):
        found = _found(chained, _forging(start))
        assert found[0] == BROKEN.format(start)


def test_rows_sealed_again_with_a_made_up_key_are_named_to_anybody(chained: tuple[Vault, bytes]) -> None:
    for start in (1, 1_500, 2_100):
        found = _found(chained, _forging(start, bytes(32)), as_worker=True)
        assert found[0] == BROKEN.format(max(start, 2_001))


def test_a_row_appended_by_hand_is_named(chained: tuple[Vault, bytes]) -> None:
    def add(vault: Vault) -> None:
        seq, prev = audit.last(vault)
        values = [seq + 1, *vars(_entry(9)).values(), prev]
        digest = audit.digest_of(values, audit.seals_at(vault, seq)[1])
        marks = ", ".join("?" * len(audit.COLUMNS))
        vault.sql(
            f"INSERT INTO audit ({', '.join(audit.COLUMNS)}) VALUES ({marks})",
            [*values, audit.seal_of(b"guessed", digest), digest],
        )

    assert _found(chained, add, as_worker=True) == [BROKEN.format(ROWS + 1)]


def test_rows_cut_into_an_older_stretch_can_not_be_gone_on_from(chained: tuple[Vault, bytes]) -> None:
    def cut(vault: Vault) -> None:
        vault.sql("DELETE FROM audit WHERE seq > 990")
        _fill(vault, 2)

    assert _found(chained, cut)[-2:] == [BROKEN.format(991), BROKEN.format(992)]


def test_another_key_in_place_of_the_present_one_is_named(chained: tuple[Vault, bytes]) -> None:
    def replace(vault: Vault) -> None:
        vault.sql("UPDATE setting SET value = ? WHERE name = 'chain_key'", (f"2 {bytes(32).hex()}",))

    assert _found(chained, replace)[0] == "audit: the present key does not come from the first one"
    assert BROKEN.format(2_001) in _found(chained, replace, as_worker=True)


def test_no_more_than_twenty_places_are_named(chained: tuple[Vault, bytes]) -> None:
    found = _found(chained, lambda vault: vault.sql("UPDATE audit SET pc = 'x' WHERE seq <= 50"))
    assert len(found) == chain_proof.MOST_NAMED + 1
    assert found[-1] == "audit: and 30 more places"


def test_the_newest_thousand_are_proved_alone(chained: tuple[Vault, bytes]) -> None:
    start = ROWS - chain_proof.LATELY
    for seq, named in ((start, []), (start + 1, [BROKEN.format(start + 1)])):
        found: list[str] = []

        def touch(vault: Vault, seq: int = seq, found: list[str] = found) -> None:
            vault.sql("UPDATE audit SET pc = 'x' WHERE seq = ?", (seq,))
            found += chain_proof.lately(vault)

        _found(chained, touch)
        assert found == named


def test_an_undone_transaction_does_not_lose_a_key(chained: tuple[Vault, bytes]) -> None:
    _found(chained, lambda vault: _fill(vault, 900))
    found = _found(chained, lambda vault: _fill(vault, 900))
    assert found == []


def _as_schema_1(path: Path, rows: int) -> Vault:
    """A store of schema 1 with rows under its one key, brought up to schema 2, and rows that follow."""
    import hashlib
    import hmac

    from rise_desk.storage.rows import to_json

    vault = create_vault(path, bytes(32))
    with guard.lifted(vault):
        STEPS[0](vault)
    key, prev = b"k" * 32, ""
    vault.sql("INSERT INTO setting (name, value) VALUES ('chain_key', ?)", (key.hex(),))
    names = audit.COLUMNS[:-1]
    for seq in range(1, rows + 1):
        values = {"seq": seq, **vars(_entry(seq)), "prev": prev}
        prev = hmac.digest(key, to_json(values).encode(), hashlib.sha256).hex()
        marks = ", ".join("?" * len(names))
        vault.sql(f"INSERT INTO audit ({', '.join(names)}) VALUES ({marks})", [*values.values(), prev])
    with guard.lifted(vault):
        STEPS[1](vault)
    _fill(vault, 5)
    _unguard(vault)
    return vault


def test_the_rows_of_schema_1_are_proved_by_their_own_rule(tmp_path: Path) -> None:
    vault = _as_schema_1(tmp_path / "old.vault", 1_998)
    seed = chain.unsealed(vault)
    chained = vault, seed
    assert chain_proof.problems(vault) == chain_proof.problems(vault, seed) == []
    for seq in (1, 1_000, 1_998, 1_999, 2_001):
        for as_worker in (False, True):
            change = "UPDATE audit SET account = 'Somebody' WHERE seq = ?"
            found = _found(chained, _sql(change, seq), as_worker=as_worker)
            assert found == [BROKEN.format(seq)]
    # Whoever passes new rows off as old ones would need a first key that was bound to them.
    moved = _found(chained, lambda vault: vault.sql("UPDATE setting SET value = '2000 00' WHERE name = 'chain_old'"))
    assert "audit: the present key does not come from the first one" in moved
    close_vault(vault)


def test_letters_that_nobody_can_read_are_named_like_any_other_change(chained: tuple[Vault, bytes]) -> None:
    found = _found(chained, _sql("UPDATE audit SET reason = CAST(x'ff41' AS TEXT) WHERE seq = 2"))
    assert found[0] == "audit: row 2 is not as it was written"


def test_a_key_of_an_earlier_stretch_still_proves_what_follows_from_it(chained: tuple[Vault, bytes]) -> None:
    vault, seed = chained
    earlier = chain.keys_from(vault, seed, 1)[0]
    back = _sql("UPDATE setting SET value = ? WHERE name = 'chain_key'", f"0 {earlier.hex()}")
    assert _found(chained, back) == _found(chained, back, as_worker=True) == []

    def also(vault: Vault) -> None:
        back(vault)
        vault.sql("UPDATE audit SET hash = ? WHERE seq = 3", ("ab" * 32,))

    assert "audit: row 3 is not as it was written" in _found(chained, also, as_worker=True)
