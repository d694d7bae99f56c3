"""A demonstration as its folder tells of it: how large it is, of which day, and how to sign in there."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from rise_desk.domain.staff import Role
from rise_desk.errors import Invalid
from rise_desk.places import DataFolder

PEOPLE, NOTES, SEED = 120, 1_500, 1
MOST_PEOPLE, MOST_NOTES = 100_000, 2_000_000


@dataclass(frozen=True, kw_only=True)
class SignIn:
    """An invented person and how to sign in as them."""

    name: str
    role: Role
    password: str


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """How large a demonstration is, and which of all possible ones."""

    people: int = PEOPLE
    notes: int = NOTES
    seed: int = SEED

    def check(self) -> None:
        """`Invalid`, a sentence for each number that is out of bounds."""
        wrong = {}
        if not 0 <= self.people <= MOST_PEOPLE:
            wrong["people"] = f"The number of young people must be between 0 and {MOST_PEOPLE:,}."
        if not 0 <= self.notes <= MOST_NOTES:
            wrong["notes"] = f"The number of notes must be between 0 and {MOST_NOTES:,}."
        if self.notes and not self.people:
            wrong.setdefault("notes", "There can be no notes where there are no young people.")
        if wrong:
            raise Invalid(wrong)


@dataclass(frozen=True, kw_only=True)
class Demonstration:
    """A demonstration that is there: where, of what size, of which day, and how to sign in."""

    path: Path
    wanted: Wanted
    day: str
    users: tuple[SignIn, ...]
    made_now: bool = False

    def user(self, role: Role) -> SignIn:
        """Whoever shows the desk in this role."""
        return next(each for each in self.users if each.role is role)


def sign_ins(path: Path) -> Demonstration | None:
    """What a folder says of its own demonstration; None where it says nothing that can be read."""
    folder = DataFolder(path.absolute())
    try:
        said = json.loads(folder.sign_ins.read_text("utf-8"))
        users = tuple(SignIn(**{**each, "role": Role(each["role"])}) for each in said["users"])
        return Demonstration(path=folder.path, wanted=Wanted(**said["wanted"]), day=said["day"], users=users)
    except (OSError, ValueError, TypeError, KeyError):
        return None


def told(demonstration: Demonstration) -> dict[str, Any]:
    """A demonstration as plain data: its sign-ins first."""
    return {
        "users": [{**asdict(each), "role": str(each.role)} for each in demonstration.users],
        "wanted": asdict(demonstration.wanted),
        "day": demonstration.day,
    }
