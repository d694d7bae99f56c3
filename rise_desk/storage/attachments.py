"""Attachments: photos and other files kept with a person; their bytes lie in the vault and nowhere else."""

import hashlib
from dataclasses import dataclass

from rise_desk.domain.record import NO_ID, Id
from rise_desk.errors import NotFound
from rise_desk.storage.database import Vault
from rise_desk.storage.tables import AttachmentRow
from rise_desk.storage.writing import Writing


@dataclass(frozen=True, kw_only=True)
class Attachment:
    """One file: what it is, and its bytes."""

    media_type: str
    content: bytes


def put(work: Writing, number: Id, subject: Id, attachment: Attachment) -> None:
    """Keep a file with somebody, inside the running act; it is never changed afterwards."""
    row = AttachmentRow.insert(
        id=number,
        subject=subject,
        media_type=attachment.media_type,
        sha256=hashlib.sha256(attachment.content).hexdigest(),
        recorded_at=work.at,
        recorded_by=work.author.account,
        content=attachment.content,
    )
    work.store.vault.do(row)


def subject_of(vault: Vault, number: Id) -> Id:
    """Whose file a picture belongs to; 0 where there is no such picture."""
    row = AttachmentRow
    found = vault.rows(row.select(row.subject).where(row.id == number))
    return Id(found[0][0]) if found else NO_ID


def get(vault: Vault, number: Id) -> Attachment:
    """The file of this number; `NotFound` where there is none."""
    row = AttachmentRow
    found = vault.rows(row.select(row.media_type, row.content).where(row.id == number))
    if not found:
        raise NotFound("That picture is not on file.")
    return Attachment(media_type=str(found[0][0]), content=bytes(found[0][1]))
