"""Instruments that a team added: the text of each, kept for ever, as assessments were made with it."""

from rise_desk.domain.moments import Moment
from rise_desk.storage.database import Vault
from rise_desk.storage.tables import InstrumentRow


def add(vault: Vault, key: str, text: str, account: str, at: Moment) -> None:
    """Keep an instrument's text under its key; one that is kept already is never written over."""
    vault.do(InstrumentRow.insert(key=key, text=text, added_by=account, added_at=at))


def every(vault: Vault) -> dict[str, str]:
    """The text of every instrument that was added, by its key."""
    row = InstrumentRow
    return {str(key): str(text) for key, text in vault.rows(row.select(row.key, row.text).order_by(row.key))}
