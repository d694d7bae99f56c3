"""Card: one row for each subject with every column a list is sorted by; a page of a list is read by key."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import fields
from typing import Any

import peewee as pw

from rise_desk.domain import names
from rise_desk.domain.card import SORTABLE, Card, Wanted, card_of
from rise_desk.domain.person import AT_RISK, Person
from rise_desk.domain.record import Id, Record
from rise_desk.storage.database import Vault
from rise_desk.storage.indexes import involvement
from rise_desk.storage.tables import Row


class CardRow(Row):
    """One subject."""

    subject = pw.BigIntegerField(primary_key=True)
    at_risk = pw.BooleanField()
    of_concern = pw.BooleanField()
    sort_name = pw.TextField()
    name = pw.TextField()
    known_as = pw.TextField()
    file_number = pw.TextField()
    date_of_birth = pw.TextField()
    gender = pw.TextField()
    lives = pw.TextField()
    legal = pw.TextField()
    case_state = pw.TextField()
    key_worker = pw.TextField()
    flags = pw.TextField()
    warnings = pw.IntegerField()
    last_seen = pw.TextField()
    last_entry = pw.TextField()
    folded = pw.TextField()

    class Meta:
        """Cards; each sortable column has its index among those at risk."""

        table_name = "card"
        indexes = (
            *((("at_risk", column, "subject"), False) for column in SORTABLE),
            (("of_concern", "sort_name", "subject"), False),
        )


ROWS = (CardRow,)
_FIELDS = tuple(each.name for each in fields(Card))
_COLUMNS = tuple(getattr(CardRow, name) for name in _FIELDS)
_PUT = f"INSERT OR REPLACE INTO card ({', '.join(_FIELDS)}) VALUES ({', '.join('?' * len(_FIELDS))})"
"""Written as text because it runs for every save of a person, where building it would cost more than running it."""


def write(vault: Vault, person: Person) -> None:
    """Bring a person's card up to their new state; a restricted, withdrawn or merged person has none."""
    if not _listed(person):
        vault.do(CardRow.delete().where(CardRow.subject == person.id))
        return
    card = card_of(person, *involvement.last_days(vault, person.id))
    vault.sql(_PUT, [getattr(card, name) for name in _FIELDS])


def touch(vault: Vault, subject: Id) -> None:
    """Bring the two days of a card up to date after a record about its subject was saved."""
    seen, entry = involvement.last_days(vault, subject)
    vault.sql("UPDATE card SET last_seen = ?, last_entry = ? WHERE subject = ?", (seen, entry, subject))


def differences(vault: Vault, records: Sequence[Record]) -> list[str]:
    """What the index says differently from a rebuild; empty when they are equal."""
    held = {tuple(row) for row in vault.rows(CardRow.select(*_COLUMNS))}
    days = _days(records)
    cards = [card_of(each, *days[each.id]) for each in records if isinstance(each, Person) and _listed(each)]
    wanted = {tuple(getattr(card, name) for name in _FIELDS) for card in cards}
    return [f"card: {len(held - wanted)} too many, {len(wanted - held)} missing"] if held != wanted else []


def _days(records: Sequence[Record]) -> dict[Id, tuple[str, str]]:
    seen: dict[Id, str] = defaultdict(str)
    entry: dict[Id, str] = defaultdict(str)
    put_right = {each.corrects for each in records if not each.withdrawn}
    for each in records:
        if each.withdrawn or each.id in put_right:
            continue
        for line in involvement.lines_of(each) if not each.reserved_for() else ():
            entry[line.subject] = max(entry[line.subject], line.day)
            seen[line.subject] = max(seen[line.subject], line.day if line.seen else "")
    return {each.id: (seen[each.id], entry[each.id]) for each in records if isinstance(each, Person)}


def page(vault: Vault, wanted: Wanted) -> list[Card]:
    """One page of a list, in order, subjects without a value in the sorted column last."""
    column = getattr(CardRow, wanted.sort)
    found: list[Any] = []
    if wanted.after is None or wanted.after[0]:
        found = vault.rows(_slice(wanted, column, column > "", wanted.after, wanted.limit))
    if len(found) < wanted.limit:
        after = wanted.after if wanted.after and not wanted.after[0] else None
        found += vault.rows(_slice(wanted, column, column == "", after, wanted.limit - len(found)))
    return [_card(row) for row in found]


def count(vault: Vault, wanted: Wanted) -> int:
    """How many cards the whole list has."""
    query = CardRow.select(pw.fn.COUNT(CardRow.subject)).where(_condition(wanted))
    return int(vault.rows(query)[0][0])


def get(vault: Vault, subject: Id) -> Card | None:
    """One subject's card; None where it has none."""
    rows = vault.rows(CardRow.select(*_COLUMNS).where(CardRow.subject == subject))
    return _card(rows[0]) if rows else None


def find(vault: Vault, text: str, limit: int) -> list[Card]:
    """The people, in either list, whose names, aliases or file number hold every part of the text."""
    condition: Any = CardRow.subject > 0
    parts = text.split() if text.replace("-", "").isdecimal() else names.fold(text).split()
    for part in parts:
        condition &= CardRow.folded.contains(part)
    query = CardRow.select(*_COLUMNS).where(condition).order_by(CardRow.last_entry.desc(), CardRow.sort_name)
    return [_card(row) for row in vault.rows(query.limit(limit))] if parts else []


def _slice(wanted: Wanted, column: Any, part: Any, after: tuple[str, Id] | None, limit: int) -> Any:
    condition = _condition(wanted) & part
    place = pw.Tuple(column, CardRow.subject)
    if after is not None:
        here = pw.Tuple(*after)
        condition &= place < here if wanted.descending else place > here
    order = (column.desc(), CardRow.subject.desc()) if wanted.descending else (column, CardRow.subject)
    return CardRow.select(*_COLUMNS).where(condition).order_by(*order).limit(limit)


def _condition(wanted: Wanted) -> Any:
    condition: Any = CardRow.at_risk if wanted.role == AT_RISK else CardRow.of_concern
    condition = condition == True  # noqa: E712 - a column compared, not a truth value
    for part in names.fold(wanted.text).split():
        condition &= CardRow.folded.contains(part)
    if wanted.case_state:
        condition &= CardRow.case_state == wanted.case_state
    if wanted.key_worker:
        condition &= CardRow.key_worker == wanted.key_worker
    return condition


def _listed(person: Person) -> bool:
    return not (person.restricted or person.withdrawn or person.merged_into)


def _card(row: tuple[Any, ...]) -> Card:
    values = dict(zip(_FIELDS, row, strict=True))
    return Card(**values | {"at_risk": bool(values["at_risk"]), "of_concern": bool(values["of_concern"])})
