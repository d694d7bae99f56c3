"""Schema 4: missing episodes, return interviews, actions, what lists show of them, and what people look like."""

from datetime import datetime
from zoneinfo import ZoneInfo

from rise_desk.storage.database import Vault

STATEMENTS = (
    """
    CREATE TABLE "missing_episode" ("id" INTEGER NOT NULL PRIMARY KEY, "version" INTEGER NOT NULL,
    "recorded_at" TEXT NOT NULL, "recorded_by" TEXT NOT NULL, "owner_agency" TEXT NOT NULL, "source"
    TEXT NOT NULL, "references" TEXT NOT NULL, "corrects" INTEGER NOT NULL, "withdrawn" TEXT,
    "sealed" BLOB, "subject" INTEGER NOT NULL, "missing_type" TEXT NOT NULL, "last_seen_at" TEXT NOT
    NULL, "reported_at" TEXT NOT NULL, "reported_by" TEXT NOT NULL, "missing_from" TEXT NOT NULL,
    "missing_from_name" TEXT NOT NULL, "grade" TEXT NOT NULL, "regrades" TEXT NOT NULL, "police_ref"
    TEXT NOT NULL, "officer" TEXT NOT NULL, "told" TEXT NOT NULL, "wearing" TEXT NOT NULL,
    "circumstances" TEXT NOT NULL,
    "returned_at" TEXT NOT NULL, "how_found" TEXT NOT NULL, "found_place_type" TEXT NOT NULL,
    "found_place" TEXT NOT NULL, "outside_county" INTEGER, "found_with" TEXT NOT NULL, "reasons"
    TEXT NOT NULL, "harms" TEXT NOT NULL, "prevention" TEXT NOT NULL)
    """,
    """
    CREATE TABLE "return_interview" ("id" INTEGER NOT NULL PRIMARY KEY, "version" INTEGER NOT NULL,
    "recorded_at" TEXT NOT NULL, "recorded_by" TEXT NOT NULL, "owner_agency" TEXT NOT NULL, "source"
    TEXT NOT NULL, "references" TEXT NOT NULL, "corrects" INTEGER NOT NULL, "withdrawn" TEXT,
    "sealed" BLOB, "subject" INTEGER NOT NULL, "episodes" TEXT NOT NULL, "assigned_to" TEXT NOT
    NULL, "offered_at" TEXT NOT NULL, "offered_by" TEXT NOT NULL, "attempts" TEXT NOT NULL, "answer"
    TEXT NOT NULL, "answered_at" TEXT NOT NULL, "declined_because" TEXT NOT NULL,
    "carers_offered_at" TEXT NOT NULL, "carers_said" TEXT NOT NULL, "decided_at" TEXT NOT NULL,
    "decided_by" TEXT NOT NULL, "decided_because" TEXT NOT NULL, "done_at" TEXT NOT NULL,
    "late_because" TEXT NOT NULL, "interviewer" TEXT NOT NULL, "independent" INTEGER, "asked_for"
    TEXT NOT NULL, "place" TEXT NOT NULL, "seen" TEXT NOT NULL, "own_words" TEXT NOT NULL, "push"
    TEXT NOT NULL, "pull" TEXT NOT NULL, "reasons" TEXT NOT NULL, "stayed" TEXT NOT NULL,
    "travelled" TEXT NOT NULL, "told_happened" TEXT NOT NULL, "harms" TEXT NOT NULL, "threats" TEXT
    NOT NULL, "phones" TEXT NOT NULL, "came_back" TEXT NOT NULL, "would_help" TEXT NOT NULL,
    "mentions" TEXT NOT NULL, "agreed" TEXT NOT NULL)
    """,
    """
    CREATE TABLE "action" ("id" INTEGER NOT NULL PRIMARY KEY, "version" INTEGER NOT NULL,
    "recorded_at" TEXT NOT NULL, "recorded_by" TEXT NOT NULL, "owner_agency" TEXT NOT NULL, "source"
    TEXT NOT NULL, "references" TEXT NOT NULL, "corrects" INTEGER NOT NULL, "withdrawn" TEXT,
    "sealed" BLOB, "subject" INTEGER NOT NULL, "what" TEXT NOT NULL, "owner" TEXT NOT NULL, "agency"
    TEXT NOT NULL, "agreed_at" TEXT NOT NULL, "agreed_in" TEXT NOT NULL, "about" INTEGER NOT NULL,
    "due_on" TEXT NOT NULL, "status" TEXT NOT NULL, "ended_at" TEXT NOT NULL, "outcome" TEXT NOT
    NULL)
    """,
    """
    ALTER TABLE "person" ADD COLUMN "description" TEXT NOT NULL DEFAULT ''
    """,
    """
    ALTER TABLE "due" ADD COLUMN "state" TEXT NOT NULL DEFAULT ''
    """,
    """
    ALTER TABLE "due" ADD COLUMN "owner" TEXT NOT NULL DEFAULT ''
    """,
    """
    ALTER TABLE "card" ADD COLUMN "missing_since" TEXT NOT NULL DEFAULT ''
    """,
    """
    ALTER TABLE "card" ADD COLUMN "interview_by" TEXT NOT NULL DEFAULT ''
    """,
    """
    CREATE INDEX "card_at_risk_interview_by_subject" ON "card" ("at_risk", "interview_by",
    "subject")
    """,
    """
    CREATE INDEX "card_missing" ON "card" ("at_risk", "missing_since") WHERE ("missing_since" != '')
    """,
    """
    CREATE INDEX "involvement_by_day" ON "involvement" ("kind", "day") WHERE ("kind" IN
    ('missing_episode', 'return_interview'))
    """,
)


def apply(vault: Vault) -> None:
    """Add the tables, columns and indexes of schema 4; nothing that was recorded is changed."""
    for statement in STATEMENTS:
        vault.sql(" ".join(statement.split()))
    _remember_made(vault)


def _remember_made(vault: Vault) -> None:
    """The London day on which this store was made, as its audit's first row tells; a new one has none yet."""
    first = vault.sql("SELECT at FROM audit ORDER BY seq LIMIT 1")
    if first:
        day = datetime.fromisoformat(str(first[0][0])).astimezone(ZoneInfo("Europe/London")).date().isoformat()
        vault.sql("INSERT INTO setting (name, value) VALUES ('made_on', ?)", (day,))
