"""Due: the lines of every open file's rules, so that Today costs the size of its answer."""

from collections.abc import Iterable

import peewee as pw

from rise_desk.domain.due import Due
from rise_desk.domain.record import Id
from rise_desk.storage.database import Vault
from rise_desk.storage.tables import EMPTY, Row, adding


class DueRow(Row):
    """One line that is due for one subject."""

    subject = pw.BigIntegerField(index=True)
    rule = pw.TextField()
    record = pw.BigIntegerField()
    what = pw.TextField()
    since = pw.TextField()
    by = pw.TextField(index=True)
    until = pw.TextField()
    answered_by = pw.TextField()
    why = pw.TextField(constraints=[EMPTY])
    state = pw.TextField(constraints=[EMPTY])
    owner = pw.TextField(constraints=[EMPTY])

    class Meta:
        """Due."""

        table_name = "due"
        primary_key = False


ROWS = (DueRow,)
_FIELDS = ("subject", "rule", "record", "what", "since", "by", "until", "answered_by", "why", "state", "owner")
_ADD = adding(DueRow, _FIELDS)
_SELECT = "SELECT {} FROM due".format(", ".join(f'"{name}"' for name in _FIELDS))
_COLUMNS = tuple(getattr(DueRow, name) for name in _FIELDS)


def write(vault: Vault, subject: Id, lines: Iterable[Due]) -> None:
    """Replace what is due for one subject."""
    vault.sql("DELETE FROM due WHERE subject = ?", (subject,))
    add(vault, lines)


def add(vault: Vault, lines: Iterable[Due]) -> None:
    """Add lines of a subject for whom nothing was due."""
    for row in _rows(lines):
        vault.sql(_ADD, row)


def differences(vault: Vault, lines: Iterable[Due]) -> list[str]:
    """What the index says differently from a rebuild; empty when they are equal."""
    held, wanted = sorted(vault.rows(DueRow.select(*_COLUMNS))), sorted(_rows(lines))
    return [f"due: {len(held)} lines held, {len(wanted)} wanted"] if held != wanted else []


def lines(vault: Vault, subjects: tuple[Id, ...] | None = None, until: str = "") -> list[Due]:
    """What is due, the earliest first; of these subjects, or of everybody; with `until`, before that day alone."""
    among = [f"subject IN ({', '.join('?' * len(subjects))})"] if subjects is not None else []
    early = ['"by" < ?'] if until else []
    narrowed = f"WHERE {' AND '.join((*among, *early))}" if among or early else ""
    values = (*(subjects or ()), *([until] if until else []))
    rows = vault.sql(f'{_SELECT} {narrowed} ORDER BY "by", subject', values)
    return [Due(**dict(zip(_FIELDS, row, strict=True))) for row in rows]


def _rows(lines: Iterable[Due]) -> list[tuple[object, ...]]:
    return [tuple(getattr(each, name) for name in _FIELDS) for each in lines]
