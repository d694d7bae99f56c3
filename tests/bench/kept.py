"""The bench's data: demonstrations with absences and links, made once, kept by schema, story, size and seed."""

import hashlib
import json
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from time import perf_counter

from rise_desk.domain.staff import Role
from rise_desk.services import signing_in
from rise_desk.services.clock import Clock
from rise_desk.services.demo import making
from rise_desk.services.demo.demonstration import SignIn, Wanted
from rise_desk.storage import keys
from rise_desk.storage.migrations import STEPS
from tests.bench import absences, linkage

ROOT = Path(__file__).parents[2]
PLACE = ROOT / ".bench"
STORE, WHOLE = "store", "made.json"
RUN = "run-"
"""Begins the name of whatever one run alone uses; the number of its process follows."""


@dataclass(frozen=True, kw_only=True)
class Size:
    """How large a demonstration is, and which one."""

    people: int
    notes: int
    seed: int


@dataclass(frozen=True, kw_only=True)
class Kept:
    """A whole demonstration: where its store is, who signs in, and how long it took to write."""

    store: Path
    size: Size
    name: str
    password: str
    seconds: float


def data(size: Size, place: Path = PLACE) -> Kept:
    """The demonstration of this size; made now unless a whole one is kept."""
    folder = place / name_of(size)
    if not (folder / WHOLE).exists():
        place.mkdir(exist_ok=True)
        _forget_outdated(place)
        _make(folder, size)
    kept = _read(folder, size)
    _make_ready(kept)
    return kept


def name_of(size: Size) -> str:
    """What a demonstration's folder is called: anything that would make it another one is in it."""
    return f"{_version()}-{size.people}-{size.notes}-{size.seed}"


@contextmanager
def working_copy(kept: Kept, place: Path = PLACE) -> Iterator[Path]:
    """A copy of the store to measure on; it goes when the run ends."""
    _clear_away(place)
    copy = place / f"{RUN}{os.getpid()}-{kept.size.people}"
    try:
        shutil.copytree(kept.store, copy)
        _settle()
        yield copy
    finally:
        shutil.rmtree(copy, ignore_errors=True)


def _make(folder: Path, size: Size) -> None:
    part = folder.with_name(f"{RUN}{os.getpid()}-{folder.name}")
    shutil.rmtree(part, ignore_errors=True)
    part.mkdir()
    wanted = Wanted(people=size.people, notes=size.notes, seed=size.seed)
    print(f"Making {size.people:,} people with {size.notes:,} notes; they are kept for the next run.", file=sys.stderr)
    started = perf_counter()
    made = making.make(part / STORE, Clock(), wanted, strength=keys.TEST)
    seconds = perf_counter() - started
    user = made.user(Role.WORKER)
    _more(part / STORE, user, size)
    said = {"name": user.name, "password": user.password, "seconds": round(seconds, 1), "size": asdict(size)}
    (part / WHOLE).write_text(json.dumps(said), "utf-8")
    part.rename(folder)


def _more(store: Path, user: SignIn, size: Size) -> None:
    """Add the missing episodes of ten years, adults and links; what they take isn't counted as the demonstration's."""
    desk = signing_in.sign_in(store, user.name, user.password, Clock())
    try:
        absences.fill(desk, size.people, size.seed)
        linkage.fill(desk, size.people, size.seed)
    finally:
        signing_in.leave(desk)


def _make_ready(kept: Kept) -> None:
    """Data that an earlier program made is brought up to this one where it lies, so that no run waits for it again."""
    proof = signing_in.prove(kept.store, kept.name, kept.password)
    if signing_in.is_older(proof):
        print("Bringing the kept data up to this program, once.", file=sys.stderr)
        signing_in.make_ready(proof)


def _read(folder: Path, size: Size) -> Kept:
    said = json.loads((folder / WHOLE).read_text("utf-8"))
    return Kept(store=folder / STORE, size=size, name=said["name"], password=said["password"], seconds=said["seconds"])


def _forget_outdated(place: Path) -> None:
    """Data of another schema or story is never asked for again."""
    _clear_away(place)
    for old in place.glob("schema*"):
        if not old.name.startswith(f"{_version()}-"):
            shutil.rmtree(old, ignore_errors=True)


def _settle() -> None:
    """Let the copy reach the disk before anything is measured on it."""
    if hasattr(os, "sync"):
        os.sync()


def _clear_away(place: Path) -> None:
    """What a run left behind that was killed."""
    for old in place.glob(f"{RUN}*"):
        if not Path(f"/proc/{old.name.split('-')[1]}").exists():
            shutil.rmtree(old, ignore_errors=True)


def _version() -> str:
    told = hashlib.sha256(Path(absences.__file__).read_bytes() + Path(linkage.__file__).read_bytes())
    for path in sorted(Path(making.__file__).parent.rglob("*.*")):
        if "__pycache__" not in path.parts:
            told.update(path.read_bytes())
    return f"schema{len(STEPS)}-demo{told.hexdigest()[:8]}"
