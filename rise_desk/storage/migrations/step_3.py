"""Schema 3: assessments, their sign-offs, health checklists, boards' own instruments, and the risk that lists show."""

from rise_desk.storage.database import Vault

STATEMENTS = (
    """
    CREATE TABLE "assessment" ("id" INTEGER NOT NULL PRIMARY KEY, "version" INTEGER NOT NULL,
    "recorded_at" TEXT NOT NULL, "recorded_by" TEXT NOT NULL, "owner_agency" TEXT NOT NULL, "source"
    TEXT NOT NULL, "references" TEXT NOT NULL, "corrects" INTEGER NOT NULL, "withdrawn" TEXT,
    "sealed" BLOB, "subject" INTEGER NOT NULL, "assessed_on" TEXT NOT NULL, "instrument" TEXT NOT
    NULL, "scores" TEXT NOT NULL, "evidence" TEXT NOT NULL, "mentions" TEXT NOT NULL, "judgement"
    INTEGER NOT NULL, "judgement_comment" TEXT NOT NULL, "harm_happening" INTEGER, "harm_signs" TEXT
    NOT NULL, "missing_now" INTEGER, "sexual_activity_under_13" INTEGER, "protective" TEXT NOT NULL,
    "strategy_asked" INTEGER, "strategy_at" TEXT NOT NULL, "strategy_by" TEXT NOT NULL,
    "strategy_because" TEXT NOT NULL, "band" TEXT NOT NULL, "band_reason" TEXT NOT NULL, "lead" TEXT
    NOT NULL, "told_on" TEXT NOT NULL, "told_why" TEXT NOT NULL)
    """,
    """
    CREATE TABLE "sign_off" ("id" INTEGER NOT NULL PRIMARY KEY, "version" INTEGER NOT NULL,
    "recorded_at" TEXT NOT NULL, "recorded_by" TEXT NOT NULL, "owner_agency" TEXT NOT NULL, "source"
    TEXT NOT NULL, "references" TEXT NOT NULL, "corrects" INTEGER NOT NULL, "withdrawn" TEXT,
    "sealed" BLOB, "subject" INTEGER NOT NULL, "assessment" INTEGER NOT NULL, "decided_at" TEXT NOT
    NULL, "decision" TEXT NOT NULL, "comments" TEXT NOT NULL)
    """,
    """
    CREATE TABLE "checklist" ("id" INTEGER NOT NULL PRIMARY KEY, "version" INTEGER NOT NULL,
    "recorded_at" TEXT NOT NULL, "recorded_by" TEXT NOT NULL, "owner_agency" TEXT NOT NULL, "source"
    TEXT NOT NULL, "references" TEXT NOT NULL, "corrects" INTEGER NOT NULL, "withdrawn" TEXT,
    "sealed" BLOB, "subject" INTEGER NOT NULL, "completed_on" TEXT NOT NULL, "completed_by" TEXT NOT
    NULL, "came_with" TEXT NOT NULL, "signs" TEXT NOT NULL, "comment" TEXT NOT NULL, "lead_told_at"
    TEXT NOT NULL, "lead_told" TEXT NOT NULL, "referred_at" TEXT NOT NULL, "referred_to" TEXT NOT
    NULL)
    """,
    """
    CREATE TABLE "instrument" ("key" TEXT NOT NULL PRIMARY KEY, "text" TEXT NOT NULL, "added_by"
    TEXT NOT NULL, "added_at" TEXT NOT NULL)
    """,
    """
    ALTER TABLE "due" ADD COLUMN "why" TEXT NOT NULL DEFAULT ''
    """,
    """
    ALTER TABLE "card" ADD COLUMN "band" TEXT NOT NULL DEFAULT ''
    """,
    """
    ALTER TABLE "card" ADD COLUMN "risk" TEXT NOT NULL DEFAULT ''
    """,
    """
    ALTER TABLE "card" ADD COLUMN "overall" TEXT NOT NULL DEFAULT ''
    """,
    """
    ALTER TABLE "card" ADD COLUMN "assessed_on" TEXT NOT NULL DEFAULT ''
    """,
    """
    ALTER TABLE "card" ADD COLUMN "assess_by" TEXT NOT NULL DEFAULT ''
    """,
    """
    ALTER TABLE "card" ADD COLUMN "waits" INTEGER NOT NULL DEFAULT 0
    """,
    """
    CREATE INDEX "card_at_risk_risk_subject" ON "card" ("at_risk", "risk", "subject")
    """,
    """
    CREATE INDEX "card_at_risk_assess_by_subject" ON "card" ("at_risk", "assess_by", "subject")
    """,
)


def apply(vault: Vault) -> None:
    """Add the tables, columns and indexes of schema 3; nothing that was recorded is changed."""
    for statement in STATEMENTS:
        vault.sql(" ".join(statement.split()))
