"""Real encrypted vaults, a second program and an account without rights, for the tests of storage."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest

from rise_desk.storage.database import Vault, close_vault, create_vault
from rise_desk.storage.keys import new_data_key

ROOT = Path(__file__).parents[2]
NOBODY = 65534
Program = Callable[..., "subprocess.Popen[str]"]
AsNobody = Callable[[], AbstractContextManager[None]]


@pytest.fixture
def key() -> bytes:
    """A data key of its own for each test."""
    return new_data_key()


@pytest.fixture
def vault(tmp_path: Path, key: bytes) -> Iterator[Vault]:
    """An open vault with one table of notes."""
    made = create_vault(tmp_path / "desk.vault", key)
    made.sql("CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT)")
    yield made
    close_vault(made)


@pytest.fixture
def program() -> Iterator[Program]:
    """Start another Python program from its source; it has printed its first line when this returns."""
    started: list[subprocess.Popen[str]] = []

    def start(source: str, *words: object) -> "subprocess.Popen[str]":
        command = [sys.executable, "-c", source, *map(str, words)]
        pipe = subprocess.PIPE
        running = subprocess.Popen(command, cwd=ROOT, stdin=pipe, stdout=pipe, text=True)
        started.append(running)
        assert running.stdout is not None
        assert running.stdout.readline() == "ready\n"
        return running

    yield start
    for running in started:
        running.kill()
        running.communicate()


@pytest.fixture
def as_nobody() -> AsNobody:
    """A stretch of work as an account without rights, because root may do anything."""
    if os.name != "posix" or os.geteuid() != 0:
        pytest.skip("only root can become somebody else")

    @contextmanager
    def stretch() -> Iterator[None]:
        os.seteuid(NOBODY)
        try:
            yield
        finally:
            os.seteuid(0)

    return stretch


@pytest.fixture
def public_place() -> Iterator[Path]:
    """A folder that every account can reach, unlike pytest's own."""
    place = Path(tempfile.mkdtemp(prefix="rise-desk-test-"))
    place.chmod(0o755)
    yield place
    shutil.rmtree(place)
