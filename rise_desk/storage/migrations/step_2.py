"""Schema 2: what an act saved, who does what at which desk, an audit that seals itself, and files that were joined."""

import hashlib
import secrets

from rise_desk.storage.database import Vault

STATEMENTS = (
    """
    CREATE TABLE "saved" ("act" INTEGER NOT NULL, "record" INTEGER NOT NULL, "kind" TEXT NOT NULL,
    "version" INTEGER NOT NULL, PRIMARY KEY ("act", "record")) WITHOUT ROWID
    """,
    """
    CREATE INDEX "saved_record" ON "saved" ("record")
    """,
    """
    CREATE INDEX "act_batch_at" ON "act" ("batch", "at")
    """,
    """
    ALTER TABLE "session" ADD COLUMN "doing" TEXT NOT NULL DEFAULT ''
    """,
    """
    ALTER TABLE "audit" ADD COLUMN "digest" TEXT NOT NULL DEFAULT ''
    """,
    """
    CREATE TABLE "audit_signature" ("seq" INTEGER NOT NULL PRIMARY KEY, "account" TEXT NOT NULL, "at"
    TEXT NOT NULL, "hash" TEXT NOT NULL, "public_key" BLOB NOT NULL, "signature" BLOB NOT NULL)
    """,
    """
    CREATE TABLE "chain_seal" ("account" INTEGER NOT NULL PRIMARY KEY, "sealed" BLOB NOT NULL)
    """,
    """
    CREATE INDEX "person_merged_into" ON "person" ("merged_into")
    """,
    """
    DROP TABLE words
    """,
    """
    CREATE VIRTUAL TABLE words USING fts5(text, marks, content='', contentless_delete=1, prefix='1 2 3',
    tokenize='unicode61 remove_diacritics 0')
    """,
)


def apply(vault: Vault) -> None:
    """Add the tables, columns and indexes of schema 2; nothing that was recorded is changed."""
    for statement in STATEMENTS:
        vault.sql(" ".join(statement.split()))
    _begin_chain(vault)


def _begin_chain(vault: Vault) -> None:
    """Where there is an audit, its one key stays for the rows it sealed; the rows that follow get keys that evolve."""
    held = vault.sql("SELECT value FROM setting WHERE name = 'chain_key'")
    if not held:
        return
    rows = int(vault.sql("SELECT coalesce(max(seq), 0) FROM audit")[0][0])
    seed, old = secrets.token_bytes(32), f"{rows} {held[0][0]}"
    first = hashlib.sha256(seed + old.encode()).hexdigest()
    vault.sql("UPDATE setting SET value = ? WHERE name = 'chain_key'", (f"{rows // 1_000} {first}",))
    for name, value in (("chain_old", old), ("chain_seed", seed.hex())):
        vault.sql("INSERT INTO setting (name, value) VALUES (?, ?)", (name, value))
