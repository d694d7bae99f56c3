"""Schema 5: places, vehicles, phones and names online, links, and what is done to protect."""

from rise_desk.storage.database import Vault

STATEMENTS = (
    """
    CREATE TABLE "place" ("id" INTEGER NOT NULL PRIMARY KEY, "version" INTEGER NOT NULL,
    "recorded_at" TEXT NOT NULL, "recorded_by" TEXT NOT NULL, "owner_agency" TEXT NOT NULL, "source"
    TEXT NOT NULL, "references" TEXT NOT NULL, "corrects" INTEGER NOT NULL, "withdrawn" TEXT,
    "sealed" BLOB, "description" TEXT NOT NULL, "photo" INTEGER NOT NULL, "photo_on" TEXT NOT NULL,
    "merged_into" INTEGER NOT NULL, "place_name" TEXT NOT NULL, "other_names" TEXT NOT NULL,
    "place_type" TEXT NOT NULL, "lines" TEXT NOT NULL, "postcode" TEXT NOT NULL, "outside_county"
    INTEGER, "online_service" TEXT NOT NULL, "web_address" TEXT NOT NULL, "run_by" TEXT NOT NULL,
    "licence" TEXT NOT NULL, "concern" TEXT NOT NULL)
    """,
    """
    CREATE INDEX "place_merged_into" ON "place" ("merged_into")
    """,
    """
    CREATE TABLE "vehicle" ("id" INTEGER NOT NULL PRIMARY KEY, "version" INTEGER NOT NULL,
    "recorded_at" TEXT NOT NULL, "recorded_by" TEXT NOT NULL, "owner_agency" TEXT NOT NULL, "source"
    TEXT NOT NULL, "references" TEXT NOT NULL, "corrects" INTEGER NOT NULL, "withdrawn" TEXT,
    "sealed" BLOB, "description" TEXT NOT NULL, "photo" INTEGER NOT NULL, "photo_on" TEXT NOT NULL,
    "merged_into" INTEGER NOT NULL, "plate" TEXT NOT NULL, "make" TEXT NOT NULL, "model" TEXT NOT
    NULL, "colour" TEXT NOT NULL, "body" TEXT NOT NULL, "taxi_licence" TEXT NOT NULL)
    """,
    """
    CREATE INDEX "vehicle_merged_into" ON "vehicle" ("merged_into")
    """,
    """
    CREATE TABLE "handle" ("id" INTEGER NOT NULL PRIMARY KEY, "version" INTEGER NOT NULL,
    "recorded_at" TEXT NOT NULL, "recorded_by" TEXT NOT NULL, "owner_agency" TEXT NOT NULL, "source"
    TEXT NOT NULL, "references" TEXT NOT NULL, "corrects" INTEGER NOT NULL, "withdrawn" TEXT,
    "sealed" BLOB, "description" TEXT NOT NULL, "photo" INTEGER NOT NULL, "photo_on" TEXT NOT NULL,
    "merged_into" INTEGER NOT NULL, "handle_sort" TEXT NOT NULL, "value" TEXT NOT NULL, "service"
    TEXT NOT NULL)
    """,
    """
    CREATE INDEX "handle_merged_into" ON "handle" ("merged_into")
    """,
    """
    CREATE TABLE "link" ("id" INTEGER NOT NULL PRIMARY KEY, "version" INTEGER NOT NULL,
    "recorded_at" TEXT NOT NULL, "recorded_by" TEXT NOT NULL, "owner_agency" TEXT NOT NULL, "source"
    TEXT NOT NULL, "references" TEXT NOT NULL, "corrects" INTEGER NOT NULL, "withdrawn" TEXT,
    "sealed" BLOB, "subject" INTEGER NOT NULL, "link_type" TEXT NOT NULL, "other" INTEGER NOT NULL,
    "detail" TEXT NOT NULL, "since" TEXT NOT NULL, "until" TEXT NOT NULL, "confidence" TEXT NOT
    NULL, "said_by" TEXT NOT NULL, "said_in" INTEGER NOT NULL, "note" TEXT NOT NULL)
    """,
    """
    CREATE INDEX "link_subject" ON "link" ("subject")
    """,
    """
    CREATE INDEX "link_other" ON "link" ("other")
    """,
    """
    CREATE TABLE "notice" ("id" INTEGER NOT NULL PRIMARY KEY, "version" INTEGER NOT NULL,
    "recorded_at" TEXT NOT NULL, "recorded_by" TEXT NOT NULL, "owner_agency" TEXT NOT NULL, "source"
    TEXT NOT NULL, "references" TEXT NOT NULL, "corrects" INTEGER NOT NULL, "withdrawn" TEXT,
    "sealed" BLOB, "child" INTEGER NOT NULL, "adult" INTEGER NOT NULL, "law" TEXT NOT NULL,
    "grounds" TEXT NOT NULL, "requested_by" TEXT NOT NULL, "statement_of" TEXT NOT NULL, "statement"
    TEXT NOT NULL, "statement_on" TEXT NOT NULL, "authorised_by" TEXT NOT NULL, "issued_on" TEXT NOT
    NULL, "police_ref" TEXT NOT NULL, "served_at" TEXT NOT NULL, "served_by" TEXT NOT NULL,
    "served_where" TEXT NOT NULL, "served_how" TEXT NOT NULL, "acknowledged" TEXT NOT NULL,
    "acknowledged_age" TEXT NOT NULL, "adult_said" TEXT NOT NULL, "signed_by_parent" INTEGER,
    "copies_to" TEXT NOT NULL, "safety_plan" TEXT NOT NULL, "review_on" TEXT NOT NULL, "note" TEXT
    NOT NULL)
    """,
    """
    CREATE TABLE "notice_review" ("id" INTEGER NOT NULL PRIMARY KEY, "version" INTEGER NOT NULL,
    "recorded_at" TEXT NOT NULL, "recorded_by" TEXT NOT NULL, "owner_agency" TEXT NOT NULL, "source"
    TEXT NOT NULL, "references" TEXT NOT NULL, "corrects" INTEGER NOT NULL, "withdrawn" TEXT,
    "sealed" BLOB, "notice" INTEGER NOT NULL, "child" INTEGER NOT NULL, "adult" INTEGER NOT NULL,
    "reviewed_at" TEXT NOT NULL, "reviewed_by" TEXT NOT NULL, "decision" TEXT NOT NULL, "why" TEXT
    NOT NULL, "adult_told_on" TEXT NOT NULL, "review_on" TEXT NOT NULL)
    """,
    """
    CREATE TABLE "breach" ("id" INTEGER NOT NULL PRIMARY KEY, "version" INTEGER NOT NULL,
    "recorded_at" TEXT NOT NULL, "recorded_by" TEXT NOT NULL, "owner_agency" TEXT NOT NULL, "source"
    TEXT NOT NULL, "references" TEXT NOT NULL, "corrects" INTEGER NOT NULL, "withdrawn" TEXT,
    "sealed" BLOB, "notice" INTEGER NOT NULL, "child" INTEGER NOT NULL, "adult" INTEGER NOT NULL,
    "happened_at" TEXT NOT NULL, "what" TEXT NOT NULL, "place" TEXT NOT NULL, "seen_by" TEXT NOT
    NULL, "evidence" TEXT NOT NULL, "outcome" TEXT NOT NULL, "episode" INTEGER NOT NULL)
    """,
    """
    CREATE TABLE "order" ("id" INTEGER NOT NULL PRIMARY KEY, "version" INTEGER NOT NULL,
    "recorded_at" TEXT NOT NULL, "recorded_by" TEXT NOT NULL, "owner_agency" TEXT NOT NULL, "source"
    TEXT NOT NULL, "references" TEXT NOT NULL, "corrects" INTEGER NOT NULL, "withdrawn" TEXT,
    "sealed" BLOB, "subject" INTEGER NOT NULL, "order_type" TEXT NOT NULL, "applied_on" TEXT NOT
    NULL, "made_on" TEXT NOT NULL, "interim" INTEGER, "court" TEXT NOT NULL, "reference" TEXT NOT
    NULL, "ends_on" TEXT NOT NULL, "until_further" INTEGER, "prohibitions" TEXT NOT NULL, "protects"
    TEXT NOT NULL, "ended_on" TEXT NOT NULL, "ended_because" TEXT NOT NULL, "note" TEXT NOT NULL)
    """,
    """
    CREATE TABLE "investigation" ("id" INTEGER NOT NULL PRIMARY KEY, "version" INTEGER NOT NULL,
    "recorded_at" TEXT NOT NULL, "recorded_by" TEXT NOT NULL, "owner_agency" TEXT NOT NULL, "source"
    TEXT NOT NULL, "references" TEXT NOT NULL, "corrects" INTEGER NOT NULL, "withdrawn" TEXT,
    "sealed" BLOB, "children" TEXT NOT NULL, "suspects" TEXT NOT NULL, "reported_on" TEXT NOT NULL,
    "crime_ref" TEXT NOT NULL, "officer" TEXT NOT NULL, "offences" TEXT NOT NULL,
    "exploitation_type" TEXT NOT NULL, "setting" TEXT NOT NULL, "online_service" TEXT NOT NULL,
    "methods" TEXT NOT NULL, "recorded_place" TEXT NOT NULL, "recorded_place_type" TEXT NOT NULL,
    "happened_place" INTEGER NOT NULL, "happened_where" TEXT NOT NULL, "happened_place_type" TEXT
    NOT NULL, "outcome" TEXT NOT NULL, "outcome_on" TEXT NOT NULL, "outcome_why" TEXT NOT NULL,
    "note" TEXT NOT NULL)
    """,
    """
    CREATE TABLE "disruption_action" ("id" INTEGER NOT NULL PRIMARY KEY, "version" INTEGER NOT NULL,
    "recorded_at" TEXT NOT NULL, "recorded_by" TEXT NOT NULL, "owner_agency" TEXT NOT NULL, "source"
    TEXT NOT NULL, "references" TEXT NOT NULL, "corrects" INTEGER NOT NULL, "withdrawn" TEXT,
    "sealed" BLOB, "targets" TEXT NOT NULL, "protects" TEXT NOT NULL, "tactic" TEXT NOT NULL, "what"
    TEXT NOT NULL, "owner" TEXT NOT NULL, "agency" TEXT NOT NULL, "agreed_on" TEXT NOT NULL,
    "due_on" TEXT NOT NULL, "status" TEXT NOT NULL, "done_on" TEXT NOT NULL, "outcome" TEXT NOT
    NULL, "review_on" TEXT NOT NULL, "spoke_to" TEXT NOT NULL, "staff_briefed" INTEGER,
    "paid_in_cash" TEXT NOT NULL)
    """,
    """
    CREATE TABLE "information_report" ("id" INTEGER NOT NULL PRIMARY KEY, "version" INTEGER NOT
    NULL, "recorded_at" TEXT NOT NULL, "recorded_by" TEXT NOT NULL, "owner_agency" TEXT NOT NULL,
    "source" TEXT NOT NULL, "references" TEXT NOT NULL, "corrects" INTEGER NOT NULL, "withdrawn"
    TEXT, "sealed" BLOB, "about" TEXT NOT NULL, "reporter" TEXT NOT NULL, "reporter_agency" TEXT NOT
    NULL, "learned_at" TEXT NOT NULL, "what" TEXT NOT NULL, "when_happened" TEXT NOT NULL, "place"
    TEXT NOT NULL, "how_known" TEXT NOT NULL, "phones" TEXT NOT NULL, "vehicles" TEXT NOT NULL,
    "risk_to_source" TEXT NOT NULL, "said_in" INTEGER NOT NULL, "sent_at" TEXT NOT NULL, "sent_to"
    TEXT NOT NULL, "sent_by" TEXT NOT NULL, "police_ref" TEXT NOT NULL, "feedback" TEXT NOT NULL,
    "feedback_on" TEXT NOT NULL)
    """,
    """
    CREATE TABLE "grading" ("id" INTEGER NOT NULL PRIMARY KEY, "version" INTEGER NOT NULL,
    "recorded_at" TEXT NOT NULL, "recorded_by" TEXT NOT NULL, "owner_agency" TEXT NOT NULL, "source"
    TEXT NOT NULL, "references" TEXT NOT NULL, "corrects" INTEGER NOT NULL, "withdrawn" TEXT,
    "sealed" BLOB, "report" INTEGER NOT NULL, "subject" INTEGER NOT NULL, "graded_at" TEXT NOT NULL,
    "source_grade" TEXT NOT NULL, "information_grade" TEXT NOT NULL, "handling" TEXT NOT NULL,
    "conditions" TEXT NOT NULL, "sanitised" TEXT NOT NULL)
    """,
    """
    CREATE TABLE "open_question" ("id" INTEGER NOT NULL PRIMARY KEY, "version" INTEGER NOT NULL,
    "recorded_at" TEXT NOT NULL, "recorded_by" TEXT NOT NULL, "owner_agency" TEXT NOT NULL, "source"
    TEXT NOT NULL, "references" TEXT NOT NULL, "corrects" INTEGER NOT NULL, "withdrawn" TEXT,
    "sealed" BLOB, "about" TEXT NOT NULL, "question" TEXT NOT NULL, "owner" TEXT NOT NULL,
    "asked_on" TEXT NOT NULL, "due_on" TEXT NOT NULL, "answer" TEXT NOT NULL, "answered_on" TEXT NOT
    NULL)
    """,
    """
    CREATE TABLE "thing_card" ("subject" INTEGER NOT NULL PRIMARY KEY, "kind" TEXT NOT NULL, "sort"
    TEXT NOT NULL, "name" TEXT NOT NULL, "sort_name" TEXT NOT NULL, "detail" TEXT NOT NULL, "folded"
    TEXT NOT NULL, "links" INTEGER NOT NULL, "last_entry" TEXT NOT NULL)
    """,
    """
    CREATE INDEX "thing_card_kind_sort_name_subject" ON "thing_card" ("kind", "sort_name",
    "subject")
    """,
    """
    ALTER TABLE "person" ADD COLUMN "statuses" TEXT NOT NULL DEFAULT '[]'
    """,
    """
    ALTER TABLE "person" ADD COLUMN "concern_roles" TEXT NOT NULL DEFAULT '[]'
    """,
    """
    ALTER TABLE "person" ADD COLUMN "positions" TEXT NOT NULL DEFAULT '[]'
    """,
    """
    ALTER TABLE "person" ADD COLUMN "police_groups" TEXT NOT NULL DEFAULT '[]'
    """,
    """
    ALTER TABLE "person" ADD COLUMN "risk" TEXT NOT NULL DEFAULT ''
    """,
    """
    ALTER TABLE "card" ADD COLUMN "known" TEXT NOT NULL DEFAULT ''
    """,
    """
    ALTER TABLE "card" ADD COLUMN "status" TEXT NOT NULL DEFAULT ''
    """,
    """
    ALTER TABLE "card" ADD COLUMN "concern_role" TEXT NOT NULL DEFAULT ''
    """,
    """
    CREATE INDEX "missing_ends" ON "missing_episode" ("id", "returned_at")
    """,
)


def apply(vault: Vault) -> None:
    """Add the tables, columns and indexes of schema 5; nothing that was recorded is changed."""
    for statement in STATEMENTS:
        vault.sql(" ".join(statement.split()))
