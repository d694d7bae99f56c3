"""Files of another system for the tests of importing, a backup for those of restoring, two files of one girl."""

from pathlib import Path

import pytest

from rise_desk.domain import life
from rise_desk.domain.moments import Moment
from rise_desk.domain.person import Person
from rise_desk.services import backups, signing_in
from rise_desk.services.backups import Taken
from rise_desk.services.desk import Desk
from tests import build
from tests.services.rows import Write


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Put a CSV file into the folder of a system."""

    def put(text: str, source: str = "mosaic") -> Path:
        path = tmp_path / source / "people.csv"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    return put


@pytest.fixture
def taken(desk: Desk) -> Taken:
    """A backup of one young person with a note; afterwards another was recorded, and the desk is left."""
    person = build.young_person(desk)
    build.note(desk, person.id)
    made = backups.take(desk)
    build.young_person(desk, "Jade")
    signing_in.leave(desk)
    return made


@pytest.fixture
def main(desk: Desk) -> Person:
    """Maisie's file."""
    return build.young_person(desk, date_of_birth=Moment("2010-03-27"), gender="female")


@pytest.fixture
def other(desk: Desk) -> Person:
    """A second file, opened for the same girl under another spelling."""
    warning = life.StandingWarning(warning="do_not_tell_family", review_on=Moment("2026-11-25"))
    return build.young_person(
        desk,
        "Maisy",
        "Okafor",
        date_of_birth=Moment("2010-03-28"),
        nationality="gb",
        warnings=(warning,),
        known_as="Mimi",
    )
