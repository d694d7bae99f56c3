"""Bare ground: the same encrypted file under nothing but the engine's own cursor, as the floor of everything."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from rise_desk.places import DataFolder
from rise_desk.storage.database import PRAGMAS, Vault

Statement = tuple[str, tuple[Any, ...]]


def connect(store: Path, key: bytes) -> Any:
    """A connection with the program's own settings, and a table for commits of one row."""
    connection = dbapi2.connect(str(DataFolder(store).vault), isolation_level=None)
    connection.execute(f"PRAGMA key=\"x'{key.hex()}'\"")
    for name, value in PRAGMAS:
        connection.execute(f"PRAGMA {name}={value}")
    connection.execute("CREATE TABLE IF NOT EXISTS bench (number INTEGER PRIMARY KEY, text TEXT)")
    return connection


def ask(connection: Any, statements: Sequence[Statement]) -> None:
    """Ask everything again, and take all answers."""
    cursor = connection.cursor()
    for text, values in statements:
        cursor.execute(text, values).fetchall()


def commit(connection: Any, text: str = "One row.") -> None:
    """Commit one row."""
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("INSERT INTO bench (text) VALUES (?)", (text,))
    connection.execute("COMMIT")


@contextmanager
def overheard(vault: Vault) -> Iterator[list[Statement]]:
    """Every statement that the program runs meanwhile, with its values."""
    peewee: Any = vault
    said: list[Statement] = []
    plain = peewee.execute_sql

    def listen(text: str, values: Any = None) -> Any:
        said.append((text, tuple(values or ())))
        return plain(text, values)

    peewee.execute_sql = listen
    try:
        yield said
    finally:
        del peewee.execute_sql


def questions(said: Sequence[Statement]) -> list[Statement]:
    """What was only read, each question once."""
    return list(dict.fromkeys(each for each in said if each[0].lstrip().upper().startswith("SELECT")))
