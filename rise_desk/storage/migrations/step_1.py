"""Schema 1: the tables, indexes and guards of the first released store. A released step never changes."""

from rise_desk.storage.database import Vault

STATEMENTS = (
    """
    CREATE TABLE "person" ("id" INTEGER NOT NULL PRIMARY KEY, "version" INTEGER NOT NULL, "recorded_at"
    TEXT NOT NULL, "recorded_by" TEXT NOT NULL, "owner_agency" TEXT NOT NULL, "source" TEXT NOT NULL,
    "references" TEXT NOT NULL, "corrects" INTEGER NOT NULL, "withdrawn" TEXT, "sealed" BLOB,
    "file_number" TEXT NOT NULL, "given_name" TEXT NOT NULL, "family_name" TEXT NOT NULL, "known_as"
    TEXT NOT NULL, "aliases" TEXT NOT NULL, "roles" TEXT NOT NULL, "date_of_birth" TEXT NOT NULL,
    "approximate_age" TEXT NOT NULL, "gender" TEXT NOT NULL, "ethnicity" TEXT NOT NULL,
    "ethnicity_basis" TEXT NOT NULL, "nationality" TEXT NOT NULL, "first_language" TEXT NOT NULL,
    "sexuality" TEXT NOT NULL, "how_well_known" TEXT NOT NULL, "case_spells" TEXT NOT NULL,
    "allocations" TEXT NOT NULL, "placing_authority" TEXT NOT NULL, "host_authority" TEXT NOT NULL,
    "addresses" TEXT NOT NULL, "legal_spells" TEXT NOT NULL, "contact_numbers" TEXT NOT NULL, "schools"
    TEXT NOT NULL, "exclusions" TEXT NOT NULL, "carers" TEXT NOT NULL, "household" TEXT NOT NULL,
    "professionals" TEXT NOT NULL, "needs" TEXT NOT NULL, "front_sheet" TEXT NOT NULL, "identifiers"
    TEXT NOT NULL, "flags" TEXT NOT NULL, "warnings" TEXT NOT NULL, "photo" INTEGER NOT NULL, "photo_on"
    TEXT NOT NULL, "background" TEXT NOT NULL, "restricted" INTEGER, "merged_into" INTEGER NOT NULL)
    """,
    """
    CREATE UNIQUE INDEX "person_file_number" ON "person" ("file_number")
    """,
    """
    CREATE TABLE "contact_note" ("id" INTEGER NOT NULL PRIMARY KEY, "version" INTEGER NOT NULL,
    "recorded_at" TEXT NOT NULL, "recorded_by" TEXT NOT NULL, "owner_agency" TEXT NOT NULL, "source"
    TEXT NOT NULL, "references" TEXT NOT NULL, "corrects" INTEGER NOT NULL, "withdrawn" TEXT, "sealed"
    BLOB, "concerns" TEXT NOT NULL, "happened_at" TEXT NOT NULL, "contact_type" TEXT NOT NULL, "place"
    TEXT NOT NULL, "also_present" TEXT NOT NULL, "own_words" TEXT NOT NULL, "own_words_of" INTEGER NOT
    NULL, "text" TEXT NOT NULL, "told" TEXT NOT NULL, "told_why" TEXT NOT NULL, "reserved" TEXT NOT
    NULL)
    """,
    """
    CREATE TABLE "act" ("id" INTEGER NOT NULL PRIMARY KEY, "at" TEXT NOT NULL, "account" TEXT NOT NULL,
    "title" TEXT NOT NULL, "reason" TEXT NOT NULL, "batch" TEXT NOT NULL)
    """,
    """
    CREATE TABLE "history" ("record" INTEGER NOT NULL, "version" INTEGER NOT NULL, "kind" TEXT NOT NULL,
    "act" INTEGER NOT NULL, "state" TEXT NOT NULL, PRIMARY KEY ("record", "version"))
    """,
    """
    CREATE INDEX "history_act" ON "history" ("act")
    """,
    """
    CREATE TABLE "audit" ("seq" INTEGER NOT NULL PRIMARY KEY, "at" TEXT NOT NULL, "account" TEXT NOT
    NULL, "session" INTEGER NOT NULL, "pc" TEXT NOT NULL, "deed" TEXT NOT NULL, "kind" TEXT NOT NULL,
    "record" INTEGER NOT NULL, "subject" INTEGER NOT NULL, "fields" TEXT NOT NULL, "reason" TEXT NOT
    NULL, "recipient" TEXT NOT NULL, "prev" TEXT NOT NULL, "hash" TEXT NOT NULL)
    """,
    """
    CREATE INDEX "audit_record" ON "audit" ("record")
    """,
    """
    CREATE INDEX "audit_subject" ON "audit" ("subject")
    """,
    """
    CREATE TABLE "draft" ("id" INTEGER NOT NULL PRIMARY KEY, "account" TEXT NOT NULL, "kind" TEXT NOT
    NULL, "subject" INTEGER NOT NULL, "record" INTEGER NOT NULL, "base_version" INTEGER NOT NULL,
    "saved_at" TEXT NOT NULL, "state" TEXT NOT NULL)
    """,
    """
    CREATE INDEX "draft_account" ON "draft" ("account")
    """,
    """
    CREATE TABLE "session" ("id" INTEGER NOT NULL PRIMARY KEY, "account" TEXT NOT NULL, "pc" TEXT NOT
    NULL, "opened_at" TEXT NOT NULL, "seen_at" TEXT NOT NULL, "closed_at" TEXT NOT NULL)
    """,
    """
    CREATE TABLE "attachment" ("id" INTEGER NOT NULL PRIMARY KEY, "subject" INTEGER NOT NULL,
    "media_type" TEXT NOT NULL, "sha256" TEXT NOT NULL, "recorded_at" TEXT NOT NULL, "recorded_by" TEXT
    NOT NULL, "content" BLOB NOT NULL)
    """,
    """
    CREATE INDEX "attachment_subject" ON "attachment" ("subject")
    """,
    """
    CREATE TABLE "account" ("id" INTEGER NOT NULL PRIMARY KEY, "name" TEXT NOT NULL, "folded" TEXT NOT
    NULL, "role" TEXT NOT NULL, "grants" TEXT NOT NULL, "standing" TEXT NOT NULL, "code_until" TEXT NOT
    NULL, "public_key" BLOB NOT NULL)
    """,
    """
    CREATE UNIQUE INDEX "account_folded" ON "account" ("folded")
    """,
    """
    CREATE TABLE "preference" ("account" TEXT NOT NULL, "name" TEXT NOT NULL, "value" TEXT NOT NULL,
    PRIMARY KEY ("account", "name"))
    """,
    """
    CREATE TABLE "setting" ("name" TEXT NOT NULL PRIMARY KEY, "value" TEXT NOT NULL)
    """,
    """
    CREATE TABLE "counter" ("name" TEXT NOT NULL PRIMARY KEY, "value" INTEGER NOT NULL)
    """,
    """
    CREATE TABLE "seal" ("subject" INTEGER NOT NULL, "account" INTEGER NOT NULL, "sealed_key" BLOB NOT
    NULL, PRIMARY KEY ("subject", "account"))
    """,
    """
    CREATE TABLE "involvement" ("subject" INTEGER NOT NULL, "role" TEXT NOT NULL, "kind" TEXT NOT NULL,
    "record" INTEGER NOT NULL, "day" TEXT NOT NULL, "at" TEXT NOT NULL, "author" TEXT NOT NULL,
    "withdrawn" INTEGER NOT NULL, "reserved" TEXT NOT NULL, "seen" INTEGER NOT NULL, "spoke" INTEGER NOT
    NULL, "corrects" INTEGER NOT NULL, PRIMARY KEY ("subject", "record"))
    """,
    """
    CREATE INDEX "involvement_record" ON "involvement" ("record")
    """,
    """
    CREATE INDEX "involvement_corrects" ON "involvement" ("corrects")
    """,
    """
    CREATE INDEX "involvement_subject_day_at_record" ON "involvement" ("subject", "day", "at", "record")
    """,
    """
    CREATE TABLE "keys" ("sort" TEXT NOT NULL, "value" TEXT NOT NULL, "record" INTEGER NOT NULL, PRIMARY
    KEY ("sort", "value", "record"))
    """,
    """
    CREATE INDEX "keys_record" ON "keys" ("record")
    """,
    """
    CREATE TABLE "due" ("subject" INTEGER NOT NULL, "rule" TEXT NOT NULL, "record" INTEGER NOT NULL,
    "what" TEXT NOT NULL, "since" TEXT NOT NULL, "by" TEXT NOT NULL, "until" TEXT NOT NULL,
    "answered_by" TEXT NOT NULL)
    """,
    """
    CREATE INDEX "due_subject" ON "due" ("subject")
    """,
    """
    CREATE INDEX "due_by" ON "due" ("by")
    """,
    """
    CREATE TABLE "card" ("subject" INTEGER NOT NULL PRIMARY KEY, "at_risk" INTEGER NOT NULL,
    "of_concern" INTEGER NOT NULL, "sort_name" TEXT NOT NULL, "name" TEXT NOT NULL, "known_as" TEXT NOT
    NULL, "file_number" TEXT NOT NULL, "date_of_birth" TEXT NOT NULL, "gender" TEXT NOT NULL, "lives"
    TEXT NOT NULL, "legal" TEXT NOT NULL, "case_state" TEXT NOT NULL, "key_worker" TEXT NOT NULL,
    "flags" TEXT NOT NULL, "warnings" INTEGER NOT NULL, "last_seen" TEXT NOT NULL, "last_entry" TEXT NOT
    NULL, "folded" TEXT NOT NULL)
    """,
    """
    CREATE INDEX "card_at_risk_sort_name_subject" ON "card" ("at_risk", "sort_name", "subject")
    """,
    """
    CREATE INDEX "card_at_risk_file_number_subject" ON "card" ("at_risk", "file_number", "subject")
    """,
    """
    CREATE INDEX "card_at_risk_date_of_birth_subject" ON "card" ("at_risk", "date_of_birth", "subject")
    """,
    """
    CREATE INDEX "card_at_risk_gender_subject" ON "card" ("at_risk", "gender", "subject")
    """,
    """
    CREATE INDEX "card_at_risk_lives_subject" ON "card" ("at_risk", "lives", "subject")
    """,
    """
    CREATE INDEX "card_at_risk_legal_subject" ON "card" ("at_risk", "legal", "subject")
    """,
    """
    CREATE INDEX "card_at_risk_case_state_subject" ON "card" ("at_risk", "case_state", "subject")
    """,
    """
    CREATE INDEX "card_at_risk_key_worker_subject" ON "card" ("at_risk", "key_worker", "subject")
    """,
    """
    CREATE INDEX "card_at_risk_last_seen_subject" ON "card" ("at_risk", "last_seen", "subject")
    """,
    """
    CREATE INDEX "card_at_risk_last_entry_subject" ON "card" ("at_risk", "last_entry", "subject")
    """,
    """
    CREATE INDEX "card_of_concern_sort_name_subject" ON "card" ("of_concern", "sort_name", "subject")
    """,
    """
    CREATE VIRTUAL TABLE words USING fts5(text, content='', contentless_delete=1, prefix='1 2 3',
    tokenize='unicode61 remove_diacritics 0')
    """,
    """
    CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'the audit is never
    changed'); END
    """,
    """
    CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'the audit is never
    shortened'); END
    """,
    """
    CREATE TRIGGER audit_in_order BEFORE INSERT ON audit WHEN NEW.seq IS NOT (SELECT coalesce(max(seq),
    0) + 1 FROM audit) BEGIN SELECT RAISE(ABORT, 'the audit has no gaps'); END
    """,
)


def apply(vault: Vault) -> None:
    """Make every table of schema 1 in an empty store."""
    for statement in STATEMENTS:
        vault.sql(" ".join(statement.split()))
