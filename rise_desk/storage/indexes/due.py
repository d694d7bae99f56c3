"""Due: the lines of every open file's rules, so that Today costs the size of its answer."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

import peewee as pw

from rise_desk.domain import announced, early_review, interview_due, missing_now
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
_FOLDED = "SELECT {}, count(*) FROM due WHERE {{}} GROUP BY subject, owner ORDER BY subject".format(
    ", ".join('min("by")' if name == "by" else f'"{name}"' for name in _FIELDS)
)
"""The other columns are those of the row that has the smallest `by`, as SQLite does with a single min()."""

_AHEAD, _TIMED = (", ".join("?" * len(rules)) for rules in (announced.ANNOUNCED, announced.TIMED))
_NOT_NOW = f"(rule IN ({_TIMED}) AND (since > ? OR (until <> '' AND until < ?)))"


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


def lines(
    vault: Vault,
    subjects: tuple[Id, ...] | None = None,
    until: str = "",
    *,
    old: str = "",
    began: str = "",
    today: str = "",
) -> list[Due]:
    """What is due, missing now first and then the earliest; of these subjects, or of everybody.

    With `until`, what is due before that day, and besides every prompt, whatever is announced ahead, and of the return
    interviews those for returns on the day `began` or later. Return interviews due before the instant `old` are left
    out: `folded` has them. With `today`, so is what is not announced yet on that London day, or no longer counts.
    """
    conditions, values = _among(subjects)
    if until:
        conditions.append(f'("by" < ? OR rule = ? OR (rule = ? AND since >= ?) OR rule IN ({_AHEAD}))')
        values += [until, early_review.RULE, interview_due.RULE, began or until, *announced.ANNOUNCED]
    if old:
        conditions.append('NOT (rule = ? AND "by" < ?)')
        values += [interview_due.RULE, old]
    if today:
        conditions.append(f"NOT {_NOT_NOW}")
        values += [*announced.TIMED, today, today]
    narrowed = f"WHERE {' AND '.join(conditions)}" if conditions else ""
    order = 'ORDER BY rule <> ?, "by", subject'
    return [_due(row) for row in vault.sql(f"{_SELECT} {narrowed} {order}", (*values, missing_now.RULE))]


@dataclass(frozen=True, kw_only=True)
class Fold:
    """The earliest of somebody's old lines, how many there are, and everybody whose they are."""

    first: Due
    many: int
    owners: tuple[str, ...]


def folded(vault: Vault, before: str, subjects: tuple[Id, ...] | None = None) -> list[Fold]:
    """The return interviews due before this instant, one for each of these subjects, or of everybody."""
    conditions, values = _among(subjects)
    conditions += ["rule = ?", '"by" < ?']
    rows = vault.sql(_FOLDED.format(" AND ".join(conditions)), (*values, interview_due.RULE, before))
    found = ((_due(row[:-1]), int(row[-1])) for row in rows)
    return [_fold(list(own)) for _subject, own in groupby(found, key=lambda each: each[0].subject)]


def _fold(own: list[tuple[Due, int]]) -> Fold:
    """One subject's, of which each is the earliest of one owner's."""
    owners = tuple(sorted({each.owner for each, _many in own if each.owner}))
    first = min((each for each, _many in own), key=lambda each: each.by)
    return Fold(first=first, many=sum(many for _each, many in own), owners=owners)


def _among(subjects: tuple[Id, ...] | None) -> tuple[list[str], list[object]]:
    return ([], []) if subjects is None else ([f"subject IN ({', '.join('?' * len(subjects))})"], [*subjects])


def _due(row: Sequence[Any]) -> Due:
    """A line as its class would make it, in a third of the time: Today makes thousands at once."""
    made = object.__new__(Due)
    made.__dict__.update(zip(_FIELDS, row, strict=True))
    return made


def _rows(lines: Iterable[Due]) -> list[tuple[object, ...]]:
    return [tuple(getattr(each, name) for name in _FIELDS) for each in lines]
