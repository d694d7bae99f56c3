"""The ground of a run: both stores on working copies, each with somebody signed in and a bare connection beside."""

from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rise_desk.services import signing_in
from rise_desk.services.clock import Clock
from rise_desk.services.desk import Desk
from tests.bench import bare
from tests.bench.kept import PLACE, Kept, Size, data, working_copy

SMALL_PEOPLE, SMALL_NOTES = 200, 2_000


@dataclass(frozen=True, kw_only=True)
class Ground:
    """One store to measure on."""

    kept: Kept
    store: Path
    proof: signing_in.Proof
    desk: Desk
    bare: Any

    @property
    def key(self) -> bytes:
        """The key of this invented data."""
        return self.proof.data_key


@contextmanager
def laid(size: Size, place: Path = PLACE) -> Iterator[Ground]:
    """A working copy of the data of this size, with a desk and a bare connection open on it."""
    kept = data(size, place)
    with ExitStack() as open_now:
        store = open_now.enter_context(working_copy(kept, place))
        proof = signing_in.prove(store, kept.name, kept.password)
        desk = signing_in.sit_down(proof, Clock())
        open_now.callback(signing_in.leave, desk)
        connection = open_now.enter_context(closing(bare.connect(store, proof.data_key)))
        desk.store.prefer(desk.who.name, "page", "people")
        yield Ground(kept=kept, store=store, proof=proof, desk=desk, bare=connection)


def small(seed: int) -> Size:
    """The store that the large one is compared with."""
    return Size(people=SMALL_PEOPLE, notes=SMALL_NOTES, seed=seed)
