"""Restoring in tests: who does it, and what a store holds afterwards."""

from pathlib import Path

from rise_desk.domain.record import plain
from rise_desk.services import restoring, signing_in, upkeep
from rise_desk.services.clock import Clock
from tests.build import PASSWORD

ROOT = Path(__file__).parents[2]
LENA = "Lena Osei"


def restored(file: Path, to: Path, clock: Clock, password: str = PASSWORD, name: str = LENA) -> restoring.Restored:
    """Put a backup into a folder, as Lena Osei unless another is named."""
    return restoring.restore(file, to, name, password, clock)


def held(path: Path, clock: Clock) -> tuple[list[object], list[str]]:
    """Every record of a store as plain data, and what is wrong with it."""
    desk = signing_in.sign_in(path, LENA, PASSWORD, clock)
    try:
        return [plain(each) for each in desk.store.everything()], upkeep.check(desk)
    finally:
        signing_in.leave(desk)
