"""The tables of the encrypted file besides the records' own, one model each.

The models carry no database: every query is handed to the vault that should run it, so several stores can be open.
"""

from functools import cache

import peewee as pw

EMPTY = pw.SQL("DEFAULT ''")
"""Of a column that a later step added: the rows from before have nothing in it."""

NONE = pw.SQL("DEFAULT '[]'")
"""Of a column of parts that a later step added: the rows from before have none."""


class Row(pw.Model):
    """A row of the vault; parts and lists lie in text columns as JSON."""

    class Meta:
        """Table names are the classes' nouns; no database is bound."""

        legacy_table_names = False


@cache
def adding(row: type[Row], columns: tuple[str, ...]) -> str:
    """The statement that adds a row, its values in the order of these columns.

    What every save runs is text made once: to build a statement costs more than to run it.
    """
    names = ", ".join(f'"{each}"' for each in columns)
    return f'INSERT INTO "{row._meta.table_name}" ({names}) VALUES ({", ".join("?" * len(columns))})'


class ActRow(Row):
    """One act: who did what in one go, in the user's words."""

    id = pw.BigIntegerField(primary_key=True)
    at = pw.TextField()
    account = pw.TextField()
    title = pw.TextField()
    reason = pw.TextField()
    batch = pw.TextField()

    class Meta:
        """Acts."""

        table_name = "act"
        indexes = ((("batch", "at"), False),)


class SavedRow(Row):
    """One record that an act saved, and the version it then had."""

    act = pw.BigIntegerField()
    record = pw.BigIntegerField()
    kind = pw.TextField()
    version = pw.IntegerField()

    class Meta:
        """Saved records."""

        table_name = "saved"
        primary_key = pw.CompositeKey("act", "record")
        without_rowid = True
        indexes = ((("record",), False),)


class HistoryRow(Row):
    """A whole superseded state of a record, under the act that superseded it."""

    record = pw.BigIntegerField()
    version = pw.IntegerField()
    kind = pw.TextField()
    act = pw.BigIntegerField(index=True)
    state = pw.TextField()

    class Meta:
        """History."""

        table_name = "history"
        primary_key = pw.CompositeKey("record", "version")


class AuditRow(Row):
    """One line of the audit: who, when, which deed, which fields by name, never contents; chained by hash."""

    seq = pw.IntegerField(primary_key=True)
    at = pw.TextField()
    account = pw.TextField()
    session = pw.BigIntegerField()
    pc = pw.TextField()
    deed = pw.TextField()
    kind = pw.TextField()
    record = pw.BigIntegerField(index=True)
    subject = pw.BigIntegerField(index=True)
    fields = pw.TextField()
    reason = pw.TextField()
    recipient = pw.TextField()
    prev = pw.TextField()
    hash = pw.TextField()
    digest = pw.TextField(constraints=[EMPTY])

    class Meta:
        """Audit."""

        table_name = "audit"


class AuditSignatureRow(Row):
    """A supervisor's signature under the audit as it ended when they signed in."""

    seq = pw.IntegerField(primary_key=True)
    account = pw.TextField()
    at = pw.TextField()
    hash = pw.TextField()
    public_key = pw.BlobField()
    signature = pw.BlobField()

    class Meta:
        """Signatures."""

        table_name = "audit_signature"


class ChainSealRow(Row):
    """The first key of the audit's chain, sealed to one supervisor."""

    account = pw.BigIntegerField(primary_key=True)
    sealed = pw.BlobField()

    class Meta:
        """Seals of the chain's first key."""

        table_name = "chain_seal"


class DraftRow(Row):
    """An unfinished form: no record, no index, no audit."""

    id = pw.BigIntegerField(primary_key=True)
    account = pw.TextField(index=True)
    kind = pw.TextField()
    subject = pw.BigIntegerField()
    record = pw.BigIntegerField()
    base_version = pw.IntegerField()
    saved_at = pw.TextField()
    state = pw.TextField()

    class Meta:
        """Drafts."""

        table_name = "draft"


class SessionRow(Row):
    """One sitting at the desk, from sign-in to leaving."""

    id = pw.BigIntegerField(primary_key=True)
    account = pw.TextField()
    pc = pw.TextField()
    opened_at = pw.TextField()
    seen_at = pw.TextField()
    closed_at = pw.TextField()
    doing = pw.TextField(constraints=[EMPTY])

    class Meta:
        """Sessions."""

        table_name = "session"


class AttachmentRow(Row):
    """A file kept with a record: a photo, later a document; its bytes lie in the vault alone."""

    id = pw.BigIntegerField(primary_key=True)
    subject = pw.BigIntegerField(index=True)
    media_type = pw.TextField()
    sha256 = pw.TextField()
    recorded_at = pw.TextField()
    recorded_by = pw.TextField()
    content = pw.BlobField()

    class Meta:
        """Attachments."""

        table_name = "attachment"


class AccountRow(Row):
    """Somebody who may sign in; the public key that the data key is sealed to lies here, inside the vault."""

    id = pw.BigIntegerField(primary_key=True)
    name = pw.TextField()
    folded = pw.TextField(unique=True)
    role = pw.TextField()
    grants = pw.TextField()
    standing = pw.TextField()
    code_until = pw.TextField()
    public_key = pw.BlobField()

    class Meta:
        """Accounts."""

        table_name = "account"


class PreferenceRow(Row):
    """What somebody chose for their own screen: columns, widths, text size."""

    account = pw.TextField()
    name = pw.TextField()
    value = pw.TextField()

    class Meta:
        """Preferences."""

        table_name = "preference"
        primary_key = pw.CompositeKey("account", "name")


class SettingRow(Row):
    """What holds for the whole store: its id, the key of the audit chain, the team's settings."""

    name = pw.TextField(primary_key=True)
    value = pw.TextField()

    class Meta:
        """Settings."""

        table_name = "setting"


class CounterRow(Row):
    """The last file number given out in a year."""

    name = pw.TextField(primary_key=True)
    value = pw.IntegerField()

    class Meta:
        """Counters."""

        table_name = "counter"


class InstrumentRow(Row):
    """An instrument that the team added, as its file said it."""

    key = pw.TextField(primary_key=True)
    text = pw.TextField()
    added_by = pw.TextField()
    added_at = pw.TextField()

    class Meta:
        """Instruments."""

        table_name = "instrument"


class SealRow(Row):
    """A restricted subject's own key, sealed to one named person."""

    subject = pw.BigIntegerField()
    account = pw.BigIntegerField()
    sealed_key = pw.BlobField()

    class Meta:
        """Seals."""

        table_name = "seal"
        primary_key = pw.CompositeKey("subject", "account")


ROWS: tuple[type[Row], ...] = (
    ActRow,
    SavedRow,
    HistoryRow,
    AuditRow,
    AuditSignatureRow,
    ChainSealRow,
    DraftRow,
    SessionRow,
    AttachmentRow,
    AccountRow,
    PreferenceRow,
    SettingRow,
    CounterRow,
    InstrumentRow,
    SealRow,
)
"""Every table but those of the records and the indexes."""
