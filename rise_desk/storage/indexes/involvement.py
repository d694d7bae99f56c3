"""Involvement: which records concern whom, in which role, when, by whom; the chronology is this index alone."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields
from typing import Any

import peewee as pw

from rise_desk.domain import moments
from rise_desk.domain.chronology import Line, Sieve
from rise_desk.domain.record import Id, Record
from rise_desk.storage.database import Vault
from rise_desk.storage.indexes import words
from rise_desk.storage.tables import Row, adding


class InvolvementRow(Row):
    """One subject of one record."""

    subject = pw.BigIntegerField()
    role = pw.TextField()
    kind = pw.TextField()
    record = pw.BigIntegerField(index=True)
    day = pw.TextField()
    at = pw.TextField()
    author = pw.TextField()
    withdrawn = pw.BooleanField()
    reserved = pw.TextField()
    seen = pw.BooleanField()
    spoke = pw.BooleanField()
    corrects = pw.BigIntegerField(index=True)

    class Meta:
        """Involvement."""

        table_name = "involvement"
        primary_key = pw.CompositeKey("subject", "record")
        indexes = ((("subject", "day", "at", "record"), False),)


_BY_DAY = ("missing_episode", "return_interview")
"""Kinds of which everybody's are asked for by day: who was missing the same night, what became of a month's returns."""

InvolvementRow.add_index(
    InvolvementRow.index(
        InvolvementRow.kind, InvolvementRow.day, where=InvolvementRow.kind.in_(_BY_DAY), name="involvement_by_day"
    )
)

ROWS = (InvolvementRow,)
AT_ONCE = 500
"""How many records one query asks for."""

_FIELDS = tuple(each.name for each in fields(Line))
_COLUMNS = tuple(getattr(InvolvementRow, name) for name in _FIELDS)

_ADD = adding(InvolvementRow, _FIELDS)
_SELECT = f"SELECT {', '.join(_FIELDS)} FROM involvement"
_NEWEST = (
    "SELECT line.day FROM involvement line WHERE line.subject = ? AND NOT line.withdrawn AND line.reserved = '' "
    "{} AND NOT EXISTS (SELECT 1 FROM involvement later WHERE later.corrects = line.record AND NOT later.withdrawn) "
    "ORDER BY line.day DESC LIMIT 1"
)
_SEEN, _ENTRY = _NEWEST.format("AND line.seen"), _NEWEST.format("")
"""Text, because it runs for every subject of every save, where building it would cost more than running it."""

_BESIDE_UNLISTED = (
    "SELECT DISTINCT line.record, beside.subject FROM involvement line "
    "JOIN involvement beside ON beside.record = line.record JOIN person ON person.id = beside.subject "
    "LEFT JOIN card ON card.subject = CASE person.merged_into WHEN 0 THEN person.id ELSE person.merged_into END "
    "WHERE line.subject IN ({0}) AND line.kind IN ({1}) AND beside.subject NOT IN ({0}) AND card.subject IS NULL"
)

_ONE = {"seen": "max(seen)", "spoke": "max(spoke)", "subject": "min(subject)"}
_ONCE = f"SELECT {', '.join(_ONE.get(name, name) for name in _FIELDS)} FROM involvement"
"""Each record once, though it concerns several files of one human being."""


def lines_of(record: Record) -> tuple[Line, ...]:
    """The lines a record puts into the chronologies of those it concerns."""
    at = record.happened()
    return tuple(
        Line(
            subject=subject,
            role=role,
            kind=record.KIND,
            record=record.id,
            day=moments.london_day(at),
            at=at,
            author=record.recorded_by,
            withdrawn=record.withdrawn is not None,
            reserved=record.reserved_for(),
            seen=subject in record.saw(),
            spoke=subject in record.spoke(),
            corrects=record.corrects,
        )
        for subject, role in record.involved()
    )


def write(vault: Vault, record: Record, before: Record | None) -> None:
    """Bring the index up to a record's new state."""
    if before is not None:
        vault.do(InvolvementRow.delete().where(InvolvementRow.record == record.id))
    for row in _rows([record]):
        vault.sql(_ADD, row)


def differences(vault: Vault, records: Iterable[Record]) -> list[str]:
    """What the index says differently from a rebuild, one sentence each; empty when they are equal."""
    held = {tuple(row) for row in vault.rows(InvolvementRow.select(*_COLUMNS))}
    wanted = set(_rows(records))
    return [f"involvement: {len(held - wanted)} too many, {len(wanted - held)} missing"] if held != wanted else []


def page(
    vault: Vault,
    subjects: tuple[Id, ...],
    sieve: Sieve,
    grants: frozenset[str],
    limit: int,
    after: Line | None,
    hidden: Sequence[Id] = (),
) -> list[Line]:
    """The next lines of a chronology, newest first, without what is reserved for grants not held, and without `hidden`.

    `subjects` are the numbers of one human being: a record that concerns several of them is one line.
    """
    conditions, values = _readable(subjects, sieve, grants, hidden)
    if after is not None:
        conditions.append("(day, at, record) < (?, ?, ?)")
        values += after.place
    once = _ONCE if len(subjects) > 1 else _SELECT
    each = "GROUP BY record" if len(subjects) > 1 else ""
    text = f"{once} WHERE {' AND '.join(conditions)} {each} ORDER BY day DESC, at DESC, record DESC LIMIT ?"
    return [_line(each) for each in vault.sql(text, (*values, limit))]


def count(
    vault: Vault, subjects: tuple[Id, ...], sieve: Sieve, grants: frozenset[str], hidden: Sequence[Id] = ()
) -> int:
    """How many lines the whole of such a chronology has."""
    conditions, values = _readable(subjects, sieve, grants, hidden)
    each = "*" if len(subjects) == 1 else "DISTINCT record"
    return int(vault.sql(f"SELECT count({each}) FROM involvement WHERE {' AND '.join(conditions)}", values)[0][0])


def beside_unlisted(vault: Vault, subjects: tuple[Id, ...], kinds: Iterable[str]) -> list[tuple[Id, Id]]:
    """The records of these kinds in somebody's file that name a person beside them who is on no list, and whom."""
    among, sorts = ", ".join("?" * len(subjects)), tuple(kinds)
    text = _BESIDE_UNLISTED.format(among, ", ".join("?" * len(sorts)))
    return [(Id(record), Id(beside)) for record, beside in vault.sql(text, (*subjects, *sorts, *subjects))]


def _readable(
    subjects: tuple[Id, ...], sieve: Sieve, grants: frozenset[str], hidden: Sequence[Id] = ()
) -> tuple[list[str], list[object]]:
    """The conditions for what may be read and is asked for, as text because every screen asks, and their values."""
    conditions, values = list[str](), list[object]()
    asked = (*_sieved(sieve), *_worded(sieve.text, subjects))
    for condition, *given in (_among("subject", subjects), _among("reserved", ("", *grants)), *asked):
        conditions.append(str(condition))
        values += given
    if hidden:
        conditions.append(f"record NOT IN ({', '.join('?' * len(hidden))})")
        values += hidden
    return conditions, values


def _among(column: str, values: Sequence[object]) -> tuple[object, ...]:
    return f"{column} IN ({', '.join('?' * len(values))})", *values


def _sieved(sieve: Sieve) -> Iterator[tuple[object, ...]]:
    """What a sieve lets through: each condition with its values."""
    if sieve.kinds:
        yield _among("kind", sieve.kinds)
    if sieve.author:
        yield "author = ?", sieve.author
    if sieve.since:
        year, month = sieve.since[:4], sieve.since[:7]
        within = "(length(at) = ? AND at >= ?)"
        yield f"(day >= ? OR {within} OR {within})", sieve.since, len(year), year, len(month), month
    if sieve.until:
        yield "day <= ?", sieve.until
    if sieve.own_words:
        yield ("spoke = 1",)


def _worded(text: str, subjects: Sequence[Id]) -> Iterator[tuple[object, ...]]:
    """That a record holds these words, by the index of words."""
    question = words.question(text, subjects)
    if question:
        yield "record IN (SELECT rowid FROM words WHERE words MATCH ?)", question


def authors(vault: Vault, subjects: tuple[Id, ...], grants: frozenset[str]) -> list[str]:
    """Everybody who wrote in somebody's file what these grants let one read, in order of name."""
    conditions, values = _readable(subjects, Sieve(), grants)
    text = f"SELECT DISTINCT author FROM involvement WHERE {' AND '.join(conditions)} ORDER BY author"
    return [str(name) for (name,) in vault.sql(text, values)]


def last_days(vault: Vault, subjects: tuple[Id, ...]) -> tuple[str, str]:
    """The London days of when somebody (whatever numbers they have) was last seen and of their last entry.

    '' for never. What was withdrawn, or put right by a later entry, does not count; nor what is reserved, as everybody
    sees these.
    """
    seen, entry = (
        max(str(row[0]) for subject in subjects for row in vault.sql(text, (subject,)) or [("",)])
        for text in (_SEEN, _ENTRY)
    )
    return seen, entry


def corrections(vault: Vault, records: Iterable[Id]) -> dict[Id, Id]:
    """Which of these records a later entry puts right, and which entry that is (the newest)."""
    wanted = list(records)
    marks = ", ".join("?" * len(wanted))
    text = f"SELECT corrects, record FROM involvement WHERE corrects IN ({marks}) AND NOT withdrawn ORDER BY record"
    return {Id(old): Id(new) for old, new in vault.sql(text, wanted)}


def authors_of(vault: Vault, records: Iterable[Id]) -> dict[Id, str]:
    """Who wrote each of these records; one that concerns nobody is left out."""
    wanted, found = list(records), dict[Id, str]()
    for start in range(0, len(wanted), AT_ONCE):
        part = wanted[start : start + AT_ONCE]
        text = f"SELECT record, author FROM involvement WHERE record IN ({', '.join('?' * len(part))})"
        found |= {Id(record): str(author) for record, author in vault.sql(text, part)}
    return found


def kinds_of(vault: Vault, records: Iterable[Id]) -> dict[Id, str]:
    """What kind of record each of these is; one that concerns nobody, as a person's own, is left out."""
    wanted, found = list(records), dict[Id, str]()
    for start in range(0, len(wanted), AT_ONCE):
        part = wanted[start : start + AT_ONCE]
        text = f"SELECT record, kind FROM involvement WHERE record IN ({', '.join('?' * len(part))})"
        found |= {Id(record): str(kind) for record, kind in vault.sql(text, part)}
    return found


def _line(row: tuple[Any, ...]) -> Line:
    values = dict(zip(_FIELDS, row, strict=True))
    return Line(**values | {name: bool(values[name]) for name in ("withdrawn", "seen", "spoke")})


def _rows(records: Iterable[Record]) -> list[tuple[Any, ...]]:
    return [tuple(getattr(line, name) for name in _FIELDS) for record in records for line in lines_of(record)]
