"""The tables of the encrypted file, one model each; a record's columns bear its fields' own names.

The models carry no database: every query is handed to the vault that should run it, so several stores can be open.
"""

from dataclasses import dataclass

import peewee as pw

from rise_desk.domain.contact import ContactNote
from rise_desk.domain.person import Person
from rise_desk.domain.record import Record


class Row(pw.Model):
    """A row of the vault; parts and lists lie in text columns as JSON."""

    class Meta:
        """Table names are the classes' nouns; no database is bound."""

        legacy_table_names = False


class RecordRow(Row):
    """The envelope's columns. A restricted subject's row keeps id, kind, version, and the rest sealed."""

    id = pw.BigIntegerField(primary_key=True)
    version = pw.IntegerField()
    recorded_at = pw.TextField()
    recorded_by = pw.TextField()
    owner_agency = pw.TextField()
    source = pw.TextField()
    references = pw.TextField()
    corrects = pw.BigIntegerField()
    withdrawn = pw.TextField(null=True)
    sealed = pw.BlobField(null=True)


class PersonRow(RecordRow):
    """One human being."""

    file_number = pw.TextField(unique=True)
    given_name = pw.TextField()
    family_name = pw.TextField()
    known_as = pw.TextField()
    aliases = pw.TextField()
    roles = pw.TextField()
    date_of_birth = pw.TextField()
    approximate_age = pw.TextField()
    gender = pw.TextField()
    ethnicity = pw.TextField()
    ethnicity_basis = pw.TextField()
    nationality = pw.TextField()
    first_language = pw.TextField()
    sexuality = pw.TextField()
    how_well_known = pw.TextField()
    case_spells = pw.TextField()
    allocations = pw.TextField()
    placing_authority = pw.TextField()
    host_authority = pw.TextField()
    addresses = pw.TextField()
    legal_spells = pw.TextField()
    contact_numbers = pw.TextField()
    schools = pw.TextField()
    exclusions = pw.TextField()
    carers = pw.TextField()
    household = pw.TextField()
    professionals = pw.TextField()
    needs = pw.TextField()
    front_sheet = pw.TextField()
    identifiers = pw.TextField()
    flags = pw.TextField()
    warnings = pw.TextField()
    photo = pw.BigIntegerField()
    photo_on = pw.TextField()
    background = pw.TextField()
    restricted = pw.BooleanField(null=True)
    merged_into = pw.BigIntegerField()

    class Meta:
        """People."""

        table_name = "person"


class ContactNoteRow(RecordRow):
    """One contact note."""

    concerns = pw.TextField()
    happened_at = pw.TextField()
    contact_type = pw.TextField()
    place = pw.TextField()
    also_present = pw.TextField()
    own_words = pw.TextField()
    own_words_of = pw.BigIntegerField()
    text = pw.TextField()
    told = pw.TextField()
    told_why = pw.TextField()
    reserved = pw.TextField()

    class Meta:
        """Contact notes."""

        table_name = "contact_note"


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

    class Meta:
        """Audit."""

        table_name = "audit"


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


class SealRow(Row):
    """A restricted subject's own key, sealed to one named person."""

    subject = pw.BigIntegerField()
    account = pw.BigIntegerField()
    sealed_key = pw.BlobField()

    class Meta:
        """Seals."""

        table_name = "seal"
        primary_key = pw.CompositeKey("subject", "account")


@dataclass(frozen=True)
class Kind:
    """A kind of record and the table that holds it."""

    record: type[Record]
    row: type[RecordRow]


KINDS = (Kind(Person, PersonRow), Kind(ContactNote, ContactNoteRow))
"""Every kind of record, in an order in which people come before what concerns them."""

ROWS: tuple[type[Row], ...] = (
    *(each.row for each in KINDS),
    ActRow,
    HistoryRow,
    AuditRow,
    DraftRow,
    SessionRow,
    AttachmentRow,
    AccountRow,
    PreferenceRow,
    SettingRow,
    CounterRow,
    SealRow,
)
"""Every table but the indexes' own."""
