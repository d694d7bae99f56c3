"""Drafts: unfinished forms, kept in the vault while somebody types; no record, no index, no audit."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from rise_desk.domain.moments import Moment
from rise_desk.domain.record import NO_ID, Id
from rise_desk.storage.database import Vault
from rise_desk.storage.faults import faults
from rise_desk.storage.rows import to_json
from rise_desk.storage.tables import DraftRow


@dataclass(frozen=True, kw_only=True)
class Draft:
    """What somebody has typed so far: for which kind, about whom, over which version of which record."""

    id: Id
    account: str
    kind: str
    subject: Id
    record: Id = NO_ID
    base_version: int = 0
    saved_at: Moment = Moment("")
    typed: Mapping[str, Any]


_FIELDS = ("id", "account", "kind", "subject", "record", "base_version", "saved_at")
_OF = f"SELECT {', '.join(_FIELDS)}, state FROM draft WHERE account = ? ORDER BY saved_at DESC"


def add(vault: Vault, draft: Draft) -> None:
    """Keep what is typed under a number of its own."""
    with faults():
        vault.do(DraftRow.insert(id=draft.id, **_values(draft)))


def replace(vault: Vault, draft: Draft, last: Mapping[str, Any] | None) -> bool:
    """Keep what is typed in place of what was typed before; False where that is gone, or is not as `last` left it."""
    there = (DraftRow.id == draft.id) & (DraftRow.account == draft.account)
    if last is not None:
        there &= DraftRow.state == to_json(dict(last))
    with faults():
        return vault.do(DraftRow.update(**_values(draft)).where(there)) == 1


def drop(vault: Vault, draft: Id, account: str) -> None:
    """Forget a draft whose record was saved, or which its author gave up; nobody else's."""
    with faults():
        vault.do(DraftRow.delete().where((DraftRow.id == draft) & (DraftRow.account == account)))


def of(vault: Vault, account: str) -> list[Draft]:
    """Somebody's unfinished forms, the newest first."""
    rows = vault.sql(_OF, (account,))
    return [Draft(**dict(zip(_FIELDS, row[:-1], strict=True)), typed=json.loads(row[-1])) for row in rows]


def _values(draft: Draft) -> dict[str, Any]:
    return {name: getattr(draft, name) for name in _FIELDS[1:]} | {"state": to_json(dict(draft.typed))}
