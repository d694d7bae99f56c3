"""Words: the full text of files and notes for search, folded so that accents and apostrophes don't matter (FTS5).

Beside the words each row is marked with whom it is about, so that 'siobhan clinic' is one question to the index.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rise_desk.domain import names
from rise_desk.domain.action import Action
from rise_desk.domain.assessment import Assessment
from rise_desk.domain.checklist import Checklist
from rise_desk.domain.contact import ContactNote
from rise_desk.domain.interview import ReturnInterview
from rise_desk.domain.missing import MissingEpisode
from rise_desk.domain.person import Person
from rise_desk.domain.record import NO_ID, Id, Record
from rise_desk.domain.sign_off import SignOff
from rise_desk.domain.thing import Thing
from rise_desk.storage import guard
from rise_desk.storage.database import Vault

OPTIONS = "content='', contentless_delete=1, prefix='1 2 3', tokenize='unicode61 remove_diacritics 0'"
ABOUT, FILE, RESERVED, FOR, THING = "\ue000", "\ue001", "\ue002", "\ue003", "\ue004"
"""Marks nobody can type: whom a row is about, a person's file, that it is reserved, for whom, a thing's own record."""

_ADD = "INSERT INTO words (rowid, text, marks) VALUES (?, ?, ?)"
_FIND = (
    "SELECT rowid FROM words WHERE words MATCH ? AND rowid < ? AND NOT EXISTS (SELECT 1 FROM involvement line "
    "WHERE line.record = words.rowid AND line.reserved NOT IN ({})) ORDER BY rowid DESC LIMIT ?"
)
NEWEST = Id((1 << 63) - 1)


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """Parts that must all stand in a text: words, or several that stand together; the last may be unfinished.

    `about`: only notes about one of these people. `unfinished`: every part may be.
    """

    parts: tuple[str, ...]
    about: tuple[Id, ...] = ()
    unfinished: bool = False


def stretches(record: Record) -> tuple[tuple[str, str], ...]:
    """What a search should find a record by, each stretch of text with what it is called; nothing of a restricted one.

    What was withdrawn is found, and whoever shows it says so; a withdrawn file is not.
    """
    if isinstance(record, Person):
        return () if record.restricted or record.withdrawn else _of_file(record)
    if isinstance(record, Assessment):
        return _of_assessment(record)
    if isinstance(record, SignOff):
        return (("comments", record.comments),)
    if isinstance(record, Checklist):
        return (("comment", record.comment), *(("note on a sign", each.note) for each in record.signs))
    if isinstance(record, MissingEpisode):
        return _of_episode(record)
    if isinstance(record, ReturnInterview):
        return _of_interview(record)
    if isinstance(record, Action):
        return (("what is to be done", record.what), ("what came of it", record.outcome))
    if isinstance(record, Thing):
        return () if record.withdrawn else _of_thing(record)
    if not isinstance(record, ContactNote):
        return record.stretches()
    return (
        ("what happened", record.text),
        ("own words", record.own_words),
        ("where", record.place),
        ("who else was there", record.also_present),
    )


def _of_assessment(made: Assessment) -> tuple[tuple[str, str], ...]:
    return (
        *(("evidence", each.text) for each in made.evidence),
        *(("how it will be found out", each.find_out) for each in made.scores),
        ("professional judgement", made.judgement_comment),
        ("why this band", made.band_reason),
        ("protective factors", made.protective),
        *(("risky people", f"{each.name} {each.known}") for each in made.mentions),
        ("strategy discussion", f"{made.strategy_by} {made.strategy_because}"),
    )


def _of_episode(episode: MissingEpisode) -> tuple[tuple[str, str], ...]:
    return (
        ("circumstances", f"{episode.wearing} {episode.circumstances}"),
        ("police reference", episode.police_ref),
        ("missing from", episode.missing_from_name),
        ("how they came back", episode.how_found),
        ("where found", episode.found_place),
        *(("with whom", f"{each.name} {each.known}") for each in episode.found_with),
        *(("harm", each.note) for each in episode.harms),
        *(("police prevention interview", f"{each.officer} {each.told}") for each in episode.prevention),
    )


def _of_interview(held: ReturnInterview) -> tuple[tuple[str, str], ...]:
    return (
        ("own words", held.own_words),
        ("push and pull", f"{held.push} {held.pull}"),
        ("what happened", f"{held.stayed} {held.travelled} {held.told_happened} {held.threats} {held.phones}"),
        ("what would help", f"{held.came_back} {held.would_help}"),
        *(("harm", each.note) for each in held.harms),
        *(("named", f"{each.name} {each.known}") for each in held.mentions),
        *(("attempt", each.outcome) for each in held.attempts),
        ("why not", f"{held.declined_because} {held.decided_because} {held.late_because}"),
        ("parents or carers", held.carers_said),
    )


def _of_thing(thing: Thing) -> tuple[tuple[str, str], ...]:
    return (("name", " ".join(thing.called())), ("description", thing.description), *thing.stretches())


def _of_file(person: Person) -> tuple[tuple[str, str], ...]:
    return (
        *(("address", f"{each.lines} {each.provider}") for each in person.addresses),
        *(("parent or carer", f"{each.name} {each.number}") for each in person.carers),
        *(("child of the household", each.name) for each in person.household),
        *(("school or college", each.name) for each in person.schools),
        *(("professional", f"{each.name} {each.agency} {each.phone}") for each in person.professionals),
        ("description", person.description),
        ("background", person.background),
        ("risk", person.risk),
        *(("position of authority", f"{each.detail} {each.officer_told}") for each in person.positions),
        *(("status", f"{each.why} {each.basis}") for each in person.statuses),
    )


def text_of(record: Record) -> str:
    """All the words a record is found by, folded."""
    return names.words(" ".join(text for _called, text in stretches(record)))


def marks_of(record: Record) -> str:
    """The marks of a record's row."""
    if isinstance(record, Person):
        return f"{FILE} {mark(record.id)}"
    if isinstance(record, Thing):
        return f"{THING} {mark(record.id)}"
    reserved = record.reserved_for()
    kept = (RESERVED, f"{FOR}{reserved}") if reserved else ()
    return " ".join((*(mark(subject) for subject, _role in record.involved()), *kept))


def mark(subject: Id) -> str:
    """The mark of what is about this person."""
    return f"{ABOUT}{subject}"


def create(vault: Vault) -> None:
    """Make the index afresh, with nothing in it."""
    with guard.lifted(vault):
        vault.sql("DROP TABLE IF EXISTS words")
    vault.sql(f"CREATE VIRTUAL TABLE words USING fts5(text, marks, {OPTIONS})")


def write(vault: Vault, record: Record, before: Record | None) -> None:
    """Bring the index up to a record's new state."""
    if before is not None:
        vault.sql("DELETE FROM words WHERE rowid = ?", (record.id,))
    text = text_of(record)
    if text:
        vault.sql(_ADD, (record.id, text, marks_of(record)))


def differences(vault: Vault, records: Iterable[Record]) -> list[str]:
    """What the index says differently from a rebuild, word by word; empty when they are equal."""
    vault.sql(f"CREATE VIRTUAL TABLE temp.words_again USING fts5(text, marks, {OPTIONS})")
    try:
        for record in records:
            text = text_of(record)
            if text:
                again = _ADD.replace("words", "words_again", 1)
                vault.sql(again, (record.id, text, marks_of(record)))
        vault.sql("CREATE VIRTUAL TABLE temp.words_held USING fts5vocab('main', 'words', 'instance')")
        vault.sql("CREATE VIRTUAL TABLE temp.words_due USING fts5vocab('temp', 'words_again', 'instance')")
        extra = _count(vault, "words_held", "words_due")
        missing = _count(vault, "words_due", "words_held")
    finally:
        for name in ("words_held", "words_due", "words_again"):
            vault.sql(f"DROP TABLE IF EXISTS temp.{name}")
    return [f"words: {extra} too many, {missing} missing"] if extra or missing else []


def notes(
    vault: Vault,
    wanted: Sequence[Wanted],
    without: Sequence[str],
    limit: int,
    grants: frozenset[str],
    *,
    whole: bool = False,
    before: Id = NO_ID,
) -> list[Id]:
    """The newest notes that answer to any of these, the last word of each perhaps unfinished (unless `whole`).

    What is reserved for grants not held is passed over (the marks make it quick, the involvement makes it sure);
    `before` asks for older ones than that.
    """
    answers = " OR ".join(f"({_asked(each, whole)})" for each in wanted if each.parts)
    kept_out = "".join(f' NOT text : "{each}"' for each in without)
    open_to_all = f"(({answers}) NOT marks : {FILE} NOT marks : {THING} NOT marks : {RESERVED}{kept_out})"
    granted = "".join(f' OR (({answers}) AND marks : "{FOR}{grant}"{kept_out})' for grant in sorted(grants))
    query = open_to_all + granted
    return _rows(vault, query, limit, grants, before) if answers else []


def files(vault: Vault, wanted: Sequence[Wanted], limit: int, *, whole: bool = False) -> list[Id]:
    """The newest files whose addresses, schools, people around them or background answer to any of these."""
    answers = " OR ".join(f"({_asked(each, whole)})" for each in wanted)
    return _rows(vault, f"({answers}) AND marks : {FILE}", limit, frozenset(), NO_ID)


def things(vault: Vault, wanted: Sequence[Wanted], limit: int, *, whole: bool = False) -> list[Id]:
    """The newest places, vehicles, phones and names online whose names or descriptions answer to any of these."""
    answers = " OR ".join(f"({_asked(each, whole)})" for each in wanted)
    return _rows(vault, f"({answers}) AND marks : {THING}", limit, frozenset(), NO_ID)


def question(text: str, about: Sequence[Id]) -> str:
    """How the index is asked for the notes about one of these people that hold these words; '' for no words.

    The last word may be unfinished. It costs the size of its answer: the notes of others are not looked at.
    """
    parts = tuple(names.sought(text).split())
    return _asked(Wanted(parts=parts, about=tuple(about)), whole=False) if parts else ""


def _asked(wanted: Wanted, whole: bool) -> str:
    parts = (" * " if wanted.unfinished else " ").join(f'"{each}"' for each in wanted.parts) + ("" if whole else " *")
    about = " OR ".join(mark(each) for each in wanted.about)
    return f"(text : ({parts}))" + (f" AND (marks : ({about}))" if about else "")


def _rows(vault: Vault, query: str, limit: int, grants: frozenset[str], before: Id) -> list[Id]:
    open_to = ["", *sorted(grants)]
    sql = _FIND.format(", ".join("?" * len(open_to)))
    return [Id(row[0]) for row in vault.sql(sql, (query, before or NEWEST, *open_to, limit))]


def _count(vault: Vault, one: str, other: str) -> int:
    sql = f"SELECT count(*) FROM (SELECT * FROM temp.{one} EXCEPT SELECT * FROM temp.{other})"
    return int(vault.sql(sql)[0][0])
