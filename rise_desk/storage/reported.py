"""Reported: everybody's information reports in the order they were recorded, read by number.

Numbers rise with time, so a page costs its own size; where the list is narrowed, that of the reports passed over too.
"""

from collections.abc import Iterator, Sequence

from rise_desk.domain.record import Id
from rise_desk.domain.reporting import ANSWERED, AWAITED, SENT, UNSENT, WITHDRAWN, Wanted
from rise_desk.storage.database import Vault
from rise_desk.storage.indexes import words

_BLANK = "' ' || char(9) || char(10) || char(13)"
_SENT = "report.withdrawn IS NULL AND report.sent_at <> ''"
_TOLD = f"(trim(report.feedback, {_BLANK}) <> '' OR report.feedback_on <> '')"
_STATES = {
    UNSENT: "report.withdrawn IS NULL AND report.sent_at = ''",
    SENT: _SENT,
    AWAITED: f"{_SENT} AND NOT {_TOLD}",
    ANSWERED: f"{_SENT} AND {_TOLD}",
    WITHDRAWN: "report.withdrawn IS NOT NULL",
}
_FROM = "FROM information_report report"
_BESIDE = (
    "JOIN involvement line ON line.record = report.id JOIN person ON person.id = line.subject "
    "LEFT JOIN card ON card.subject = CASE person.merged_into WHEN 0 THEN person.id ELSE person.merged_into END"
)


def page(vault: Vault, wanted: Wanted, about: Sequence[Id]) -> list[Id]:
    """The numbers of the next reports; `about` are the files of whoever and whatever the text of the question names."""
    conditions, values = _asked(wanted, about)
    way, beyond = ("ASC", ">") if wanted.oldest_first else ("DESC", "<")
    if wanted.after:
        conditions.append(f"report.id {beyond} ?")
        values.append(wanted.after)
    text = f"SELECT report.id {_FROM} WHERE {' AND '.join(conditions)} ORDER BY report.id {way} LIMIT ?"
    return [Id(row[0]) for row in vault.sql(text, (*values, wanted.limit))]


def count(vault: Vault, wanted: Wanted, about: Sequence[Id]) -> int:
    """How many reports the whole list has, whomever they are about."""
    conditions, values = _asked(wanted, about)
    return int(vault.sql(f"SELECT count(*) {_FROM} WHERE {' AND '.join(conditions)}", values)[0][0])


def about_unlisted(vault: Vault, wanted: Wanted, about: Sequence[Id]) -> list[tuple[Id, Id]]:
    """Those of the whole list that are about a person who is on no list, and which person that is."""
    conditions, values = _asked(wanted, about)
    text = f"SELECT DISTINCT report.id, person.id {_FROM} {_BESIDE} WHERE card.subject IS NULL"
    return [(Id(report), Id(person)) for report, person in vault.sql(" AND ".join((text, *conditions)), values)]


def _asked(wanted: Wanted, about: Sequence[Id]) -> tuple[list[str], list[object]]:
    """The conditions of a list, and their values; what is sealed is on none."""
    conditions, values = ["report.sealed IS NULL"], list[object]()
    if wanted.state:
        conditions.append(_STATES[wanted.state])
    if wanted.recorded_by:
        conditions.append("report.recorded_by = ?")
        values.append(wanted.recorded_by)
    if wanted.text.strip():
        ways = list(_worded(wanted.text, about))
        conditions.append(f"({' OR '.join(condition for condition, _given in ways)})")
        values += [value for _condition, given in ways for value in given]
    return conditions, values


def _worded(text: str, about: Sequence[Id]) -> Iterator[tuple[str, Sequence[object]]]:
    """The ways in which a report answers to a text: by who made it, its words, or whom it is about."""
    asked = text.strip().lower()
    yield "instr(lower(report.recorded_by), ?) > 0 OR instr(lower(report.reporter), ?) > 0", (asked, asked)
    question = words.question(text, ())
    if question:
        yield "report.id IN (SELECT rowid FROM words WHERE words MATCH ?)", (question,)
    if about:
        yield f"report.id IN (SELECT record FROM involvement WHERE subject IN ({', '.join('?' * len(about))}))", about
