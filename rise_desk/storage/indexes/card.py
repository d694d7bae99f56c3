"""Card: one row for each subject with every column a list is sorted by; a page of a list is read by key."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, replace
from typing import Any

import peewee as pw

from rise_desk.domain import names
from rise_desk.domain.agenda import Ruled
from rise_desk.domain.card import NO_BAND, SORTABLE, Card, Face, Wanted, card_of
from rise_desk.domain.merging import Whole
from rise_desk.domain.person import AT_RISK, Person
from rise_desk.domain.record import Id, Record
from rise_desk.storage.database import Vault
from rise_desk.storage.indexes import involvement
from rise_desk.storage.tables import EMPTY, Row


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
    band = pw.TextField(constraints=[EMPTY])
    risk = pw.TextField(constraints=[EMPTY])
    overall = pw.TextField(constraints=[EMPTY])
    assessed_on = pw.TextField(constraints=[EMPTY])
    assess_by = pw.TextField(constraints=[EMPTY])
    waits = pw.BooleanField(constraints=[pw.SQL("DEFAULT 0")])
    missing_since = pw.TextField(constraints=[EMPTY])
    interview_by = pw.TextField(constraints=[EMPTY])
    known = pw.TextField(constraints=[EMPTY])
    status = pw.TextField(constraints=[EMPTY])
    concern_role = pw.TextField(constraints=[EMPTY])

    class Meta:
        """Cards; each sortable column has its index among those at risk."""

        table_name = "card"
        indexes = (
            *((("at_risk", column, "subject"), False) for column in SORTABLE),
            (("of_concern", "sort_name", "subject"), False),
        )


CardRow.add_index(
    CardRow.index(CardRow.at_risk, CardRow.missing_since, where=CardRow.missing_since != "", name="card_missing")
)


ROWS = (CardRow,)
AT_ONCE = 500
"""How many cards one query asks for."""

_FIELDS = tuple(each.name for each in fields(Card))
_COLUMNS = tuple(getattr(CardRow, name) for name in _FIELDS)
_ADD = f"INSERT INTO card ({', '.join(_FIELDS)}) VALUES ({', '.join('?' * len(_FIELDS))})"
_CHANGE = f"UPDATE card SET {' = ?, '.join(_FIELDS)} = ? WHERE subject = ?"
_HAS = "SELECT 1 FROM card WHERE subject = ?"
_SELECT = f"SELECT {', '.join(_FIELDS)} FROM card"
_FACES = f"SELECT {', '.join(Face._fields)} FROM card"
_MISSING_NOW = "SELECT subject FROM card INDEXED BY card_missing WHERE at_risk IN (0, 1) AND missing_since <> ''"
_MISSING = f"{_SELECT} INDEXED BY card_missing WHERE at_risk IN (0, 1) AND missing_since <> ''"
"""Text, because these run for every save and every page, where building them would cost more than running them."""


def write(vault: Vault, file: Whole, ruled: Ruled) -> None:
    """Bring a person's card up to the new state of their file; a restricted or withdrawn person has none."""
    if not _listed(file.person):
        remove(vault, file.main.id)
        return
    card = _made(file, involvement.last_days(vault, file.ids), ruled)
    if vault.sql(_HAS, (card.subject,)):
        vault.sql(_CHANGE, (*_values(card), card.subject))
    else:  # never REPLACE: it opens a savepoint, at each of which the full text is written out
        vault.sql(_ADD, _values(card))


def begin(vault: Vault, file: Whole, ruled: Ruled) -> None:
    """Make the card of a file that begins, in which nothing was written yet."""
    if _listed(file.person):
        vault.sql(_ADD, _values(card_of(file.person, "", "", ruled=ruled)))


def _values(card: Card) -> list[Any]:
    return [getattr(card, name) for name in _FIELDS]


def remove(vault: Vault, subject: Id) -> None:
    """Take away somebody's card, as a file that was merged into another has none of its own."""
    vault.do(CardRow.delete().where(CardRow.subject == subject))


def touch(vault: Vault, file: Whole) -> None:
    """Bring the two days of a card up to date after a record about its subject was saved."""
    seen, entry = involvement.last_days(vault, file.ids)
    vault.sql("UPDATE card SET last_seen = ?, last_entry = ? WHERE subject = ?", (seen, entry, file.main.id))


def differences(
    vault: Vault, records: Sequence[Record], files: Sequence[Whole], ruled: Mapping[Id, Ruled]
) -> list[str]:
    """What the index says differently from a rebuild; `ruled` is what the rules make of the files, by main number."""
    held = {tuple(row) for row in vault.rows(CardRow.select(*_COLUMNS))}
    days = _days(records)
    cards = [_made(each, _latest(days, each.ids), ruled[each.main.id]) for each in files if _listed(each.person)]
    wanted = {tuple(getattr(card, name) for name in _FIELDS) for card in cards}
    return [f"card: {len(held - wanted)} too many, {len(wanted - held)} missing"] if held != wanted else []


def _made(file: Whole, days: tuple[str, str], ruled: Ruled) -> Card:
    return card_of(file.person, *days, file.numbers, ruled)


def _latest(days: Mapping[Id, tuple[str, str]], subjects: Sequence[Id]) -> tuple[str, str]:
    seen, entry = (max(each) for each in zip(*(days[subject] for subject in subjects), strict=True))
    return seen, entry


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
    """One page of a list: missing now first, then in order, subjects without a value in the sorted column last."""
    from_the_top = wanted.after is None or wanted.among_missing
    found = _missing(vault, wanted)[: wanted.limit] if from_the_top else []
    rest = replace(wanted, after=None) if from_the_top else wanted
    for part in _parts(rest):
        if len(found) < wanted.limit:
            found += map(_card, _slice(vault, rest, part, wanted.limit - len(found)))
    return found


def _missing(vault: Vault, wanted: Wanted) -> list[Card]:
    """Those of a list who are missing now, in its order; they are few, whatever the length of the list."""
    condition, values = _condition(wanted)
    places = {_place(card, wanted): card for card in map(_card, vault.sql(f"{_MISSING} AND {condition}", values))}
    ordered = sorted(places, reverse=wanted.descending)
    ordered.sort(key=lambda place: not place[0])
    return [places[each] for each in ordered if wanted.after is None or _beyond(each, wanted.after, wanted)]


def _place(card: Card, wanted: Wanted) -> tuple[str, Id]:
    return str(getattr(card, _column(wanted))), card.subject


def _beyond(place: tuple[str, Id], last: tuple[str, Id], wanted: Wanted) -> bool:
    """Whether somebody comes after this place; those without a value come last in either direction."""
    if bool(place[0]) != bool(last[0]):
        return not place[0]
    return place < last if wanted.descending else place > last


def count(vault: Vault, wanted: Wanted) -> int:
    """How many cards the whole list has."""
    condition, values = _condition(wanted)
    return int(vault.sql(f"SELECT count(*) FROM card WHERE {condition}", values)[0][0])


def get(vault: Vault, subject: Id) -> Card | None:
    """One subject's card; None where it has none."""
    rows = vault.sql(f"{_SELECT} WHERE subject = ?", (subject,))
    return _card(rows[0]) if rows else None


def several(vault: Vault, subjects: Iterable[Id]) -> dict[Id, Card]:
    """The cards of these people; those without one are left out."""
    return {card.subject: card for card in map(_card, _several(vault, _SELECT, subjects))}


def faces(vault: Vault, subjects: Iterable[Id]) -> dict[Id, Face]:
    """As much of these people's cards as a line shows; those without one are left out."""
    return {face.subject: face for face in map(_face, _several(vault, _FACES, subjects))}


def _several(vault: Vault, select: str, subjects: Iterable[Id]) -> Iterator[tuple[Any, ...]]:
    wanted = list(subjects)
    for start in range(0, len(wanted), AT_ONCE):
        part = wanted[start : start + AT_ONCE]
        yield from vault.sql(f"{select} WHERE subject IN ({', '.join('?' * len(part))})", part)


def missing(vault: Vault) -> set[Id]:
    """Everybody who is missing now, in either list."""
    return {Id(row[0]) for row in vault.sql(_MISSING_NOW)}


def find(vault: Vault, text: str, limit: int) -> list[Card]:
    """The people, in either list, whose names, aliases or file number hold every part of the text; missing first."""
    condition: Any = CardRow.subject > 0
    parts = text.split() if text.replace("-", "").isdecimal() else names.fold(text).split()
    for part in parts:
        condition &= CardRow.folded.contains(part)
    missing: Any = CardRow.missing_since != ""
    ordered = (missing.desc(), CardRow.last_entry.desc(), CardRow.sort_name)
    query = CardRow.select(*_COLUMNS).where(condition).order_by(*ordered)
    return [_card(row) for row in vault.rows(query.limit(limit))] if parts else []


_Part = tuple[str, tuple[object, ...]]
"""A condition as text, and its values."""


def _slice(vault: Vault, wanted: Wanted, part: _Part, limit: int) -> list[Any]:
    condition, values = _condition(wanted)
    way = "DESC" if wanted.descending else "ASC"
    order = f"ORDER BY {_column(wanted)} {way}, subject {way} LIMIT ?"
    text = f"{_SELECT} WHERE {condition} AND missing_since = '' AND {part[0]} {order}"
    return vault.sql(text, (*values, *part[1], limit))


def _parts(wanted: Wanted) -> tuple[_Part, ...]:
    """A list from the asked place on, in parts to which the index leads straight, however far down they begin."""
    column = _column(wanted)
    beyond = "<" if wanted.descending else ">"
    blank = (f"{column} = ''", ())
    if wanted.after is None:
        return (f"{column} > ''", ()), blank
    value, subject = wanted.after
    alike = (f"{column} = ? AND subject {beyond} ?", (value, subject))
    return (alike, (f"{column} {beyond} ? AND {column} > ''", (value,)), blank) if value else (alike,)


def _column(wanted: Wanted) -> str:
    return SORTABLE[SORTABLE.index(wanted.sort)]


def _condition(wanted: Wanted) -> _Part:
    conditions = ["at_risk = 1" if wanted.role == AT_RISK else "of_concern = 1"]
    values: list[object] = []
    for part in names.fold(wanted.text).split():
        conditions.append("instr(folded, ?) > 0")
        values.append(part)
    exactly = {
        "case_state": wanted.case_state,
        "key_worker": wanted.key_worker,
        "band": wanted.band,
        "known": wanted.known,
        "status": wanted.status,
    }
    for column, value in exactly.items():
        if value:
            conditions.append(f"{column} = ?")
            values.append("" if (column, value) == ("band", NO_BAND) else value)
    return " AND ".join(conditions), tuple(values)


def _listed(person: Person) -> bool:
    return not (person.restricted or person.withdrawn)


def _face(row: tuple[Any, ...]) -> Face:
    *known, waits, at_risk = row
    return Face._make((*known, bool(waits), bool(at_risk)))


def _card(row: tuple[Any, ...]) -> Card:
    values = dict(zip(_FIELDS, row, strict=True))
    return Card(**values | {name: bool(values[name]) for name in ("at_risk", "of_concern", "waits")})
