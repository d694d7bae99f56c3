"""Signatures: each time a supervisor signs in, they sign how the audit ended, and later rows can't unsay it."""

from rise_desk.domain.moments import Moment
from rise_desk.storage import audit, keys
from rise_desk.storage.database import Vault
from rise_desk.storage.rows import to_json
from rise_desk.storage.tables import AuditSignatureRow

_ALL = (
    "SELECT seq, account, at, hash, CAST(public_key AS BLOB), CAST(signature AS BLOB) FROM audit_signature ORDER BY seq"
)


def sign(vault: Vault, account: str, at: Moment, private_key: bytes) -> None:
    """Put a supervisor's signature under the newest row of the audit."""
    seq, sealed = audit.last(vault)
    public, signature = keys.sign(_text(seq, account, at, sealed), private_key)
    values = {"account": account, "at": at, "hash": sealed, "public_key": public, "signature": signature}
    vault.do(AuditSignatureRow.insert(seq=seq, **values).on_conflict("REPLACE"))


def problems(vault: Vault) -> list[str]:
    """Each signed row that is not as it was signed, and each signature that is not whose it says."""
    found = []
    for seq, account, at, sealed, public, signature in vault.sql(_ALL):
        if not keys.is_signed(_text(seq, account, at, sealed), bytes(public), bytes(signature)):
            found.append(f"audit: the signature of {account} under row {seq} was altered")
        elif audit.hash_at(vault, seq) != sealed:
            found.append(f"audit: row {seq} is not the one that {account} signed")
    return found


def _text(seq: int, account: str, at: str, sealed: str) -> bytes:
    return to_json({"seq": seq, "account": account, "at": at, "hash": sealed}).encode()
