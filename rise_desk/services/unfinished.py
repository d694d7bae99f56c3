"""Unfinished forms: what somebody was typing is kept in the vault and offered back."""

from collections.abc import Mapping
from typing import Any

from rise_desk.domain import moments
from rise_desk.domain.record import NO_ID, Id
from rise_desk.services.desk import Desk
from rise_desk.storage import drafts
from rise_desk.storage.drafts import Draft

__all__ = ["Draft", "drop", "keep", "mine"]


def keep(
    desk: Desk,
    draft: Id,
    kind: str,
    subject: Id,
    typed: Mapping[str, Any],
    *,
    record: Id = NO_ID,
    version: int = 0,
) -> Id:
    """Keep what is typed in a form, under its own number (a new one where `draft` is 0)."""
    number = draft if drafts.is_of(desk.store.vault, draft, desk.who.name) else desk.clock.new_id()
    drafts.keep(
        desk.store.vault,
        Draft(
            id=number,
            account=desk.who.name,
            kind=kind,
            subject=subject,
            record=record,
            base_version=version,
            saved_at=moments.stamp(desk.now()),
            typed=typed,
        ),
    )
    return number


def drop(desk: Desk, draft: Id) -> None:
    """Forget an unfinished form: its record was saved, or its author gave it up."""
    drafts.drop(desk.store.vault, draft, desk.who.name)


def mine(desk: Desk) -> list[Draft]:
    """The signed-in person's unfinished forms, the newest first."""
    return drafts.of(desk.store.vault, desk.who.name)
