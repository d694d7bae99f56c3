"""Passwords, seals and the recovery key open what they should and nothing else."""

import base64
import time
from collections.abc import Callable
from typing import Any

import argon2.exceptions
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rise_desk.errors import Damaged, Invalid, Unavailable, WrongKey
from rise_desk.storage import keys
from rise_desk.storage.keys import (
    RFC_MINIMUM,
    STRONG,
    TEST,
    KeyPair,
    Strength,
    key_check,
    new_data_key,
    new_recovery_key,
    read_strength,
    seal,
    slot_aad,
    slot_id,
    unseal,
    unwrap_data_key,
    unwrap_private,
    wrap_data_key,
    wrap_private,
)

AAD = slot_aad("vault-1", 7)
PASSWORD = "bodim takel runov"
PRIVATE = bytes(range(32))


@pytest.fixture(scope="module")
def slot() -> dict[str, Any]:
    """A private key locked under PASSWORD."""
    return wrap_private(PRIVATE, PASSWORD, TEST, AAD)


class TestPassword:
    def test_the_password_opens_the_private_key(self, slot: dict[str, Any]) -> None:
        assert unwrap_private(slot, PASSWORD, AAD) == PRIVATE

    def test_the_real_strength_opens_too_and_costs_what_it_should(self) -> None:
        began = time.perf_counter()
        strong = wrap_private(PRIVATE, PASSWORD, STRONG, AAD)
        assert time.perf_counter() - began > 0.1
        assert (strong["memory_kib"], strong["time_cost"], strong["lanes"]) == (262_144, 3, 4)
        assert unwrap_private(strong, PASSWORD, AAD) == PRIVATE

    @pytest.mark.parametrize("wrong", ["", "bodim takel runow", "Bodim takel runov", "bodim takel runov "])
    def test_any_other_password_is_wrong(self, slot: dict[str, Any], wrong: str) -> None:
        with pytest.raises(WrongKey, match="name or the password is wrong"):
            unwrap_private(slot, wrong, AAD)

    def test_an_accent_is_the_same_however_it_was_typed(self) -> None:
        locked = wrap_private(PRIVATE, "caf\u00e9 caf\u00e9 caf\u00e9", TEST, AAD)
        assert unwrap_private(locked, "cafe\u0301 cafe\u0301 cafe\u0301", AAD) == PRIVATE

    def test_a_broken_character_is_just_another_password(self, slot: dict[str, Any]) -> None:
        with pytest.raises(WrongKey):
            unwrap_private(slot, "\ud800" * 12, AAD)

    def test_every_lock_is_a_new_one(self, slot: dict[str, Any]) -> None:
        again = wrap_private(PRIVATE, PASSWORD, TEST, AAD)
        assert {name for name in slot if slot[name] == again[name]} == {
            "version",
            "memory_kib",
            "time_cost",
            "lanes",
        }

    @pytest.mark.parametrize("aad", [slot_aad("vault-2", 7), slot_aad("vault-1", 8), slot_aad("vault-17", "")])
    def test_a_slot_moved_to_another_person_or_vault_does_not_open(self, slot: dict[str, Any], aad: bytes) -> None:
        with pytest.raises(WrongKey):
            unwrap_private(slot, PASSWORD, aad)

    @pytest.mark.parametrize("field", ["salt", "nonce", "locked"])
    def test_no_altered_bit_opens(self, slot: dict[str, Any], field: str) -> None:
        for place in range(0, len(base64.b64decode(slot[field])), 5):
            content = bytearray(base64.b64decode(slot[field]))
            content[place] ^= 4
            with pytest.raises(WrongKey):
                unwrap_private({**slot, field: base64.b64encode(content).decode()}, PASSWORD, AAD)

    def test_a_slot_whose_price_was_lowered_or_that_gained_a_field_does_not_open(self, slot: dict[str, Any]) -> None:
        dearer = wrap_private(PRIVATE, PASSWORD, Strength(memory_kib=16_384, time_cost=1, lanes=1), AAD)
        with pytest.raises(WrongKey):
            unwrap_private({**dearer, "memory_kib": 8192}, PASSWORD, AAD)
        with pytest.raises(WrongKey):
            unwrap_private({**slot, "note": "x"}, PASSWORD, AAD)

    @pytest.mark.parametrize("field", ["salt", "nonce", "locked"])
    @pytest.mark.parametrize("value", [None, "", "?", 7, "AAAA", ["AAAA"]])
    def test_a_mangled_slot_is_damaged(self, slot: dict[str, Any], field: str, value: object) -> None:
        with pytest.raises(Damaged):
            unwrap_private({**slot, field: value}, PASSWORD, AAD)
        with pytest.raises(Damaged):
            unwrap_private({name: slot[name] for name in slot if name != field}, PASSWORD, AAD)

    @pytest.mark.parametrize("fault", [MemoryError(), argon2.exceptions.HashingError("Memory allocation error")])
    def test_too_little_memory_is_said_plainly(
        self, slot: dict[str, Any], monkeypatch: pytest.MonkeyPatch, fault: Exception
    ) -> None:
        def no_room(*_words: object) -> bytes:
            raise fault

        monkeypatch.setattr(keys, "hash_secret_raw", no_room)
        with pytest.raises(Unavailable, match="needs 8 MB of free memory"):
            unwrap_private(slot, PASSWORD, AAD)


class TestStrength:
    @pytest.mark.parametrize("strength", [TEST, RFC_MINIMUM, STRONG, Strength(1024 * 1024, 16, 16)])
    def test_reasonable_strengths_are_read(self, strength: Strength) -> None:
        assert read_strength({"version": 1, **vars(strength)}) == strength

    @pytest.mark.parametrize(
        "change",
        [
            {"memory_kib": 1024 * 1024 + 1},
            {"memory_kib": 100 * 1024 * 1024},
            {"memory_kib": 8 * 1024 - 1},
            {"time_cost": 17},
            {"time_cost": 0},
            {"lanes": 17},
            {"lanes": 0},
            {"lanes": True},
            {"memory_kib": "65536"},
            {"memory_kib": None},
            {"version": 2},
        ],
    )
    def test_prices_nobody_would_set_are_damage(self, change: dict[str, object]) -> None:
        with pytest.raises(Damaged):
            read_strength({"version": 1, **vars(RFC_MINIMUM), **change})

    @pytest.mark.parametrize("change", [{"memory_kib": 65_535}, {"time_cost": 2}, {"lanes": 3}])
    def test_weaker_than_asked_for_is_damage(self, change: dict[str, int]) -> None:
        lowered = {"version": 1, **vars(RFC_MINIMUM), **change}
        read_strength(lowered)
        with pytest.raises(Damaged):
            read_strength(lowered, RFC_MINIMUM)


class TestSeal:
    def test_only_the_private_key_opens_it(self) -> None:
        data_key, pair, other = new_data_key(), KeyPair.new(), KeyPair.new()
        sealed = seal(data_key, pair.public)
        assert len(sealed) == 80
        assert data_key not in sealed
        assert unseal(sealed, pair.private) == data_key
        with pytest.raises(WrongKey, match="Ask a supervisor"):
            unseal(sealed, other.private)

    def test_no_altered_bit_opens(self) -> None:
        pair = KeyPair.new()
        sealed = seal(new_data_key(), pair.public)
        for place in range(80):
            content = bytearray(sealed)
            content[place] ^= 1
            with pytest.raises(WrongKey):
                unseal(bytes(content), pair.private)

    @pytest.mark.parametrize("sealed", [b"", b"x" * 10, bytes(80)])
    def test_rubbish_does_not_open(self, sealed: bytes) -> None:
        with pytest.raises(WrongKey):
            unseal(sealed, KeyPair.new().private)

    def test_a_pair_does_not_show_its_private_half(self) -> None:
        pair = KeyPair.new()
        assert repr(pair.private) not in repr(pair)
        assert repr(pair.public) in repr(pair)


class TestRecovery:
    def test_the_recovery_key_opens_the_data_key_however_it_is_typed(self) -> None:
        data_key, recovery = new_data_key(), new_recovery_key()
        locked = wrap_data_key(data_key, recovery, AAD)
        typed = recovery.lower().replace("-", " ").replace("0", "o").replace("1", "l")
        assert unwrap_data_key(locked, typed, AAD) == data_key

    def test_another_vaults_recovery_key_is_wrong_and_a_slip_is_named(self) -> None:
        recovery = new_recovery_key()
        locked = wrap_data_key(new_data_key(), recovery, AAD)
        with pytest.raises(WrongKey, match="not the one for these records"):
            unwrap_data_key(locked, new_recovery_key(), AAD)
        with pytest.raises(WrongKey):
            unwrap_data_key(locked, recovery, slot_aad("vault-2", "recovery"))
        with pytest.raises(Invalid):
            unwrap_data_key(locked, recovery[:-1], AAD)

    @pytest.mark.parametrize("mangled", [{}, {"version": 2}, {"version": 1}, {"version": 1, "salt": "AAAA"}])
    def test_a_mangled_slot_is_damaged(self, mangled: dict[str, object]) -> None:
        with pytest.raises(Damaged):
            unwrap_data_key(mangled, new_recovery_key(), AAD)


class TestNames:
    def test_a_check_proves_a_key_without_telling_it(self) -> None:
        one, other = new_data_key(), new_data_key()
        assert key_check(one) == key_check(one) != key_check(other)
        assert one.hex() not in key_check(one)

    @pytest.mark.parametrize("same", ["ZOË", "zoe\u0308", "  Zoë "])
    def test_a_login_is_found_however_it_was_typed(self, same: str) -> None:
        assert slot_id("vault-1", same) == slot_id("vault-1", "zoë")

    def test_a_slot_id_hides_the_name_and_differs_by_vault(self) -> None:
        assert slot_id("vault-1", "zoe") != slot_id("vault-2", "zoe") != slot_id("vault-2", "zoé")
        assert "zoe" not in slot_id("vault-1", "zoe")


TYPABLE = st.text(min_size=0, max_size=40)


@pytest.mark.parametrize("read", [keys.read_code, keys.password_problem])
@settings(max_examples=100, deadline=None)
@given(typed=TYPABLE)
def test_nothing_typed_upsets(read: Callable[..., str], typed: str) -> None:
    assert isinstance(read(typed) if read is keys.read_code else read(typed, typed, [typed]), str)
