"""Files of young people for the tests of importing, and what becomes of their rows."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from rise_desk.domain.person import Person
from rise_desk.services.desk import Desk
from rise_desk.services.exchange import importing
from rise_desk.services.exchange.planning import Outcome, Preview

Write = Callable[..., Path]
Said = Callable[[str], Preview]
R = TypeVar("R")
PEOPLE = "ref,given_name,family_name,date_of_birth\nV1,Jade,Whitlock,2010-03-27\n"
ADULTS = "ref,given_name,how_well_known,role,status\nO1,Darren,full name,abuser,charged\n"
LINKS = "from_ref,link,to_ref,since,confidence\n"
HEAD = "ref,given_name,family_name,date_of_birth\n"


def imported(desk: Desk, path: Path, **said: Any) -> Preview:
    """Import a file; what its preview said."""
    seen = importing.preview(desk, path, **said)
    importing.commit(desk, seen)
    return seen


def fates(seen: Preview) -> list[str]:
    """What becomes of each row."""
    return [str(each.fate) for each in seen.outcomes]


def people(desk: Desk) -> list[Person]:
    """Everybody on file."""
    return [each for each in desk.store.everything() if isinstance(each, Person)]


def last(seen: Preview) -> Outcome:
    """What becomes of the last row."""
    return seen.outcomes[-1]


def held(desk: Desk, cls: type[R]) -> list[R]:
    """Everything of a kind that is on file."""
    return [each for each in desk.store.everything() if isinstance(each, cls)]


def reasons(seen: Preview) -> list[str]:
    """Why each row stays out, or what is said of it."""
    return [each.reason for each in seen.outcomes]
