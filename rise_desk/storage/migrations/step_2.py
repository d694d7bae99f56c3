"""Schema 2: what an act saved, who does what at which desk, an audit that seals itself, and files that were joined."""

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
    """Add the tables, columns and indexes of schema 2; nothing that was kept is changed."""
    for statement in STATEMENTS:
        vault.sql(" ".join(statement.split()))
