"""Words: the full text of names and notes for search, folded so that accents and apostrophes don't matter (FTS5)."""

from collections.abc import Iterable

from rise_desk.domain import names
from rise_desk.domain.contact import ContactNote
from rise_desk.domain.person import Person
from rise_desk.domain.record import Id, Record
from rise_desk.storage.database import Vault

STRETCH = 64
OPTIONS = "content='', contentless_delete=1, prefix='1 2 3', tokenize='unicode61 remove_diacritics 0'"


def text_of(record: Record) -> str:
    """What a search should find a record by; nothing of a restricted or withdrawn one."""
    if record.withdrawn is not None:
        return ""
    if isinstance(record, Person):
        called = (
            record.given_name,
            record.family_name,
            record.known_as,
            *(each.name for each in record.aliases),
        )
        return "" if record.restricted else names.words(" ".join((*called, record.background)))
    assert isinstance(record, ContactNote)
    return names.words(f"{record.text} {record.own_words} {record.place} {record.also_present}")


def write(vault: Vault, record: Record, before: Record | None) -> None:
    """Bring the index up to a record's new state."""
    if before is not None:
        vault.sql("DELETE FROM words WHERE rowid = ?", (record.id,))
    text = text_of(record)
    if text:
        vault.sql("INSERT INTO words (rowid, text) VALUES (?, ?)", (record.id, text))


def differences(vault: Vault, records: Iterable[Record]) -> list[str]:
    """What the index says differently from a rebuild, word by word; empty when they are equal."""
    vault.sql(f"CREATE VIRTUAL TABLE temp.words_again USING fts5(text, {OPTIONS})")
    try:
        for record in records:
            text = text_of(record)
            if text:
                vault.sql("INSERT INTO words_again (rowid, text) VALUES (?, ?)", (record.id, text))
        vault.sql("CREATE VIRTUAL TABLE temp.words_held USING fts5vocab('main', 'words', 'instance')")
        vault.sql("CREATE VIRTUAL TABLE temp.words_due USING fts5vocab('temp', 'words_again', 'instance')")
        extra = _count(vault, "words_held", "words_due")
        missing = _count(vault, "words_due", "words_held")
    finally:
        for name in ("words_held", "words_due", "words_again"):
            vault.sql(f"DROP TABLE IF EXISTS temp.{name}")
    return [f"words: {extra} too many, {missing} missing"] if extra or missing else []


def find(vault: Vault, text: str, limit: int, grants: frozenset[str] = frozenset()) -> list[Id]:
    """The newest records that hold every word of the text, the last word perhaps unfinished; any text is safe.

    What is reserved for grants not held is passed over.
    """
    parts = names.sought(text).split()
    if not parts:
        return []
    query = " ".join(f'"{part}"' for part in parts) + "*"
    open_to = ["", *sorted(grants)]
    sql = (
        "SELECT rowid FROM words WHERE words MATCH ? AND NOT EXISTS (SELECT 1 FROM involvement line WHERE "
        f"line.record = words.rowid AND line.reserved NOT IN ({', '.join('?' * len(open_to))})) "
        "ORDER BY rowid DESC LIMIT ?"
    )
    return [Id(row[0]) for row in vault.sql(sql, (query, *open_to, limit))]


def excerpt(text: str, sought: str, around: int = 60) -> str:
    """The words of a record around the first place that answers to what was sought, cut at whole words."""
    spoken = text.split()
    place = _first(spoken, names.sought(sought).split())
    start = max(place - 4, 0)
    cut = " ".join(spoken[start:])
    short = cut if len(cut) <= 2 * around else cut[: 2 * around].rsplit(" ", 1)[0] + " …"
    return f"… {short}" if start else short


def _first(spoken: list[str], parts: list[str]) -> int:
    """Where the first word is that answers to any of the parts; 0 for nowhere.

    Whole stretches are looked through at once: word for word, a note of ten pages takes too long.
    """
    for start in range(0, len(spoken), STRETCH):
        stretch = spoken[start : start + STRETCH]
        together = names.words(" ".join(stretch))
        if any(part in together for part in parts):
            for place, word in enumerate(stretch, start):
                if any(part in names.words(word) for part in parts):
                    return place
    return 0


def _count(vault: Vault, one: str, other: str) -> int:
    sql = f"SELECT count(*) FROM (SELECT * FROM temp.{one} EXCEPT SELECT * FROM temp.{other})"
    return int(vault.sql(sql)[0][0])
