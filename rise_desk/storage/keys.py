"""Locks and keys: how a password opens one person's private key, and that key the key of the records.

A random data key encrypts the vault. It is sealed to each person's public key (HPKE, RFC 9180), and each
private key is locked under that person's password (Argon2id, RFC 9106, then AES-256-GCM). So a password
changes without touching the vault, and a supervisor lets somebody in without knowing anybody's password. The
only module that knows cryptography.
"""

import base64
import hmac
import json
import os
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Self

from argon2.exceptions import HashingError
from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidSignature, InvalidTag
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from rise_desk.errors import Damaged, Unavailable, WrongKey
from rise_desk.storage.codes import new_code, new_recovery_key, read_code, read_recovery_key
from rise_desk.storage.passwords import password_problem, suggest_password

__all__ = [
    "RFC_MINIMUM",
    "STRONG",
    "TEST",
    "KeyPair",
    "Strength",
    "is_signed",
    "key_check",
    "new_code",
    "new_data_key",
    "new_recovery_key",
    "password_problem",
    "read_code",
    "read_recovery_key",
    "read_strength",
    "seal",
    "sign",
    "slot_aad",
    "slot_id",
    "suggest_password",
    "unseal",
    "unwrap_data_key",
    "unwrap_private",
    "wrap_data_key",
    "wrap_private",
]

KEY_BYTES, SALT_BYTES, NONCE_BYTES = 32, 16, 12
SLOT_VERSION = 1
SUITE = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)
SEAL_INFO = b"RISE Desk data key 1"
RECOVERY_INFO = b"RISE Desk recovery key 1"
SIGNING_INFO = b"RISE Desk audit signature 1"
TAMPERED = "The key file is damaged or was tampered with. Restore the latest backup."


@dataclass(frozen=True)
class Strength:
    """What one guess at a password costs: memory in KiB, passes over it, and lanes (threads)."""

    memory_kib: int
    time_cost: int
    lanes: int

    def is_at_least(self, other: "Strength") -> bool:
        """Whether no part of it is weaker than the other's."""
        return self.memory_kib >= other.memory_kib and self.time_cost >= other.time_cost and self.lanes >= other.lanes


STRONG = Strength(memory_kib=256 * 1024, time_cost=3, lanes=4)
RFC_MINIMUM = Strength(memory_kib=64 * 1024, time_cost=3, lanes=4)  # RFC 9106's second choice: never weaker in real use
TEST = Strength(memory_kib=8 * 1024, time_cost=1, lanes=1)  # for tests alone, and only where it is asked for by name
MOST = Strength(memory_kib=1024 * 1024, time_cost=16, lanes=16)  # a tampered slot can't take the computer down


@dataclass(frozen=True)
class KeyPair:
    """One person's X25519 keys: anybody can seal with the public one, only the private one opens."""

    private: bytes = field(repr=False)
    public: bytes

    @classmethod
    def new(cls) -> Self:
        """A fresh pair."""
        private = X25519PrivateKey.generate()
        return cls(private=private.private_bytes_raw(), public=private.public_key().public_bytes_raw())


def new_data_key() -> bytes:
    """A fresh key for a vault: 32 random bytes."""
    return os.urandom(KEY_BYTES)


def key_check(data_key: bytes) -> str:
    """A fingerprint that proves the key right before the vault is touched, and tells nothing about it."""
    return hmac.digest(data_key, b"check", "sha256").hex()


def slot_id(vault_id: str, login: str) -> str:
    """Whose slot it is, without the name; capitals and the way an accent was typed make no difference."""
    folded = unicodedata.normalize("NFC", unicodedata.normalize("NFC", login).strip().casefold())
    return hmac.digest(vault_id.encode(), folded.encode("utf-8", "surrogatepass"), "sha256").hex()


def slot_aad(vault_id: str, user_id: int | str) -> bytes:
    """What ties a slot to one vault and one person, so that it can't be moved to another."""
    return json.dumps([vault_id, str(user_id)]).encode()


def seal(data_key: bytes, public: bytes) -> bytes:
    """The data key so that only the holder of the private key can open it (80 bytes).

    Take public keys from inside the vault, never from the key file: there, anybody could put their own.
    """
    return SUITE.encrypt(data_key, X25519PublicKey.from_public_bytes(public), SEAL_INFO)


def unseal(sealed: bytes, private: bytes) -> bytes:
    """The data key out of its seal; WrongKey when it was sealed to somebody else or altered."""
    try:
        return SUITE.decrypt(sealed, X25519PrivateKey.from_private_bytes(private), SEAL_INFO)
    except (InvalidTag, ValueError):
        raise WrongKey("This account's key does not open the records. Ask a supervisor to reset it.") from None


def sign(text: bytes, private: bytes) -> tuple[bytes, bytes]:
    """Somebody's signature under a text, by a key that comes from their private one: the public part, the signature."""
    derived = HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=None, info=SIGNING_INFO).derive(private)
    key = Ed25519PrivateKey.from_private_bytes(derived)
    return key.public_key().public_bytes_raw(), key.sign(text)


def is_signed(text: bytes, public: bytes, signature: bytes) -> bool:
    """Whether this is the signature under a text that belongs to the public part."""
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, text)
    except (InvalidSignature, ValueError):
        return False
    return True


def wrap_private(private: bytes, password: str, strength: Strength, aad: bytes) -> dict[str, Any]:
    """A private key locked under a password, as the plain values that go into the key file."""
    slot: dict[str, Any] = {
        "version": SLOT_VERSION,
        "memory_kib": strength.memory_kib,
        "time_cost": strength.time_cost,
        "lanes": strength.lanes,
        "salt": _text(os.urandom(SALT_BYTES)),
    }
    return _lock(slot, _stretch(password, slot), private, aad)


def unwrap_private(slot: Mapping[str, Any], password: str, aad: bytes) -> bytes:
    """The private key out of its slot; WrongKey when the password is wrong or any of it was altered."""
    try:
        return _unlock(slot, _stretch(password, slot), aad)
    except InvalidTag:
        raise WrongKey("The name or the password is wrong.") from None


def wrap_data_key(data_key: bytes, recovery_key: str, aad: bytes) -> dict[str, Any]:
    """The data key locked under the recovery key; its 130 random bits need no stretching."""
    slot: dict[str, Any] = {"version": SLOT_VERSION, "salt": _text(os.urandom(SALT_BYTES))}
    return _lock(slot, _derive(recovery_key, slot), data_key, aad)


def unwrap_data_key(slot: Mapping[str, Any], recovery_key: str, aad: bytes) -> bytes:
    """The data key out of the recovery slot; Invalid for a slip, WrongKey for another vault's key."""
    try:
        return _unlock(slot, _derive(recovery_key, slot), aad)
    except InvalidTag:
        raise WrongKey("This recovery key is not the one for these records, or it has been replaced since.") from None


def read_strength(slot: Mapping[str, Any], weakest: Strength = TEST) -> Strength:
    """A slot's strength; Damaged when it asks for too much, or is weaker than `weakest`."""
    numbers = [slot.get(name) for name in ("memory_kib", "time_cost", "lanes")]
    if slot.get("version") != SLOT_VERSION or not all(type(number) is int for number in numbers):
        raise Damaged(TAMPERED)
    strength = Strength(*numbers)  # type: ignore[arg-type]  # three ints, as just proved
    if not (strength.is_at_least(weakest) and MOST.is_at_least(strength)):
        raise Damaged(TAMPERED)
    return strength


def _stretch(password: str, slot: Mapping[str, Any]) -> bytes:
    """The key that a password makes, at the slot's price."""
    strength, salt = read_strength(slot), _bytes(slot, "salt", SALT_BYTES)
    secret = unicodedata.normalize("NFC", password).encode("utf-8", "surrogatepass")
    try:
        return hash_secret_raw(
            secret, salt, strength.time_cost, strength.memory_kib, strength.lanes, KEY_BYTES, Type.ID
        )
    except (MemoryError, HashingError):
        needed = strength.memory_kib // 1024
        raise Unavailable(f"Signing in needs {needed} MB of free memory. Close other programs and try again.") from None


def _derive(recovery_key: str, slot: Mapping[str, Any]) -> bytes:
    if slot.get("version") != SLOT_VERSION:
        raise Damaged(TAMPERED)
    salt = _bytes(slot, "salt", SALT_BYTES)
    return HKDF(SHA256(), KEY_BYTES, salt, RECOVERY_INFO).derive(read_recovery_key(recovery_key).encode())


def _lock(slot: dict[str, Any], key: bytes, secret: bytes, aad: bytes) -> dict[str, Any]:
    nonce = os.urandom(NONCE_BYTES)
    return {
        **slot,
        "nonce": _text(nonce),
        "locked": _text(AESGCM(key).encrypt(nonce, secret, _bound(slot, aad))),
    }


def _unlock(slot: Mapping[str, Any], key: bytes, aad: bytes) -> bytes:
    return AESGCM(key).decrypt(
        _bytes(slot, "nonce", NONCE_BYTES), _bytes(slot, "locked", KEY_BYTES + 16), _bound(slot, aad)
    )


def _bound(slot: Mapping[str, Any], aad: bytes) -> bytes:
    """What the lock is tied to besides the key: vault, person, version, parameters and salt."""
    own = sorted((name, value) for name, value in slot.items() if name not in ("nonce", "locked"))
    return json.dumps([_text(aad), own]).encode()


def _text(data: bytes) -> str:
    return base64.b64encode(data).decode()


def _bytes(slot: Mapping[str, Any], name: str, length: int) -> bytes:
    try:
        found = base64.b64decode(slot[name], validate=True)
    except (KeyError, TypeError, ValueError):
        found = b""
    if len(found) != length:
        raise Damaged(TAMPERED)
    return found
