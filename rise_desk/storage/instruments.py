"""Instruments that a team added: the text of each, kept for ever, as assessments were made with it."""

from dataclasses import dataclass

from rise_desk.domain.moments import Moment
from rise_desk.storage.database import Vault
from rise_desk.storage.tables import InstrumentRow


@dataclass(frozen=True, kw_only=True)
class Kept:
    """An instrument that was added: its key, and by whom and when."""

    key: str
    added_by: str
    added_at: Moment


def add(vault: Vault, key: str, text: str, account: str, at: Moment) -> None:
    """Keep an instrument's text under its key; one that is kept already is never written over."""
    vault.do(InstrumentRow.insert(key=key, text=text, added_by=account, added_at=at))


def text_of(vault: Vault, key: str) -> str | None:
    """The text of the instrument with this key, as its file said it; None where none was added."""
    row = InstrumentRow
    found = vault.rows(row.select(row.text).where(row.key == key))
    return str(found[0][0]) if found else None


def every(vault: Vault) -> tuple[Kept, ...]:
    """Every instrument that was added, the first added first."""
    row = InstrumentRow
    found = vault.rows(row.select(row.key, row.added_by, row.added_at).order_by(row.added_at, row.key))
    return tuple(Kept(key=str(key), added_by=str(by), added_at=Moment(str(at))) for key, by, at in found)
