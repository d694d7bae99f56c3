"""A child who is missing, with a file to look for her by, for the tests of the missing pack."""

from datetime import UTC, datetime
from io import BytesIO
from typing import Any

from PIL import Image

from rise_desk.domain.access import NAMELESS
from rise_desk.domain.casefile import CaseFile
from rise_desk.domain.interview import Covered, ReturnInterview
from rise_desk.domain.mention import Mention
from rise_desk.domain.missing import MissingEpisode
from rise_desk.domain.moments import Moment
from rise_desk.domain.person import Person
from rise_desk.domain.practice import Practice
from rise_desk.domain.record import Id, Record
from rise_desk.reports import missing_pack
from rise_desk.reports.blocks import Document, Facts, Heading, Portrait, Table
from rise_desk.reports.missing_story import ROOMS, Room, Story

MAISIE, KAZ, JADE, SEALED = Id(1), Id(50), Id(51), Id(52)
NAMES = {KAZ: "Karl Smith", JADE: "Jade Kelly", SEALED: NAMELESS}
NOW = datetime(2026, 11, 21, 14, 3, tzinfo=UTC)


def photo(wide: int = 90, tall: int = 120) -> bytes:
    """A small JPEG."""
    made = BytesIO()
    Image.new("RGB", (wide, tall), "#aa8866").save(made, "JPEG")
    return made.getvalue()


def episode(number: int, day: str, back: str = "", **values: Any) -> MissingEpisode:
    """An episode from 23:00 of a day to seven in the morning of another."""
    returned = Moment(f"{back}T07:00+00:00") if back else Moment("")
    known: dict[str, Any] = {"subject": MAISIE, "reported_at": Moment(f"{day}T23:00+00:00"), **values}
    return MissingEpisode(id=Id(number), returned_at=returned, **known)


def interview(number: int, about: MissingEpisode, day: str, *mentions: Mention, **values: Any) -> ReturnInterview:
    """A return interview that was held on a day at noon."""
    return ReturnInterview(
        id=Id(number),
        subject=MAISIE,
        episodes=(Covered(episode=about.id),),
        done_at=Moment(f"{day}T12:00+00:00"),
        mentions=mentions,
        **values,
    )


GONE = episode(9, "2026-11-20", missing_from="childrens_home", missing_from_name="Oak House", grade="medium")
FIRST = episode(2, "2026-10-01", "2026-10-02", grade="low")
SECOND = episode(3, "2026-11-03", "2026-11-04", grade="high")


def story(*records: Record, names: dict[Id, str] | None = None, picture: bytes = b"", **person: Any) -> Story:
    """What is told of Maisie with these records."""
    who = Person(id=MAISIE, given_name="Maisie", family_name="Okafor", file_number="26-0147", **person)
    file = CaseFile(subject=who, records=records)
    return Story(file=file, names=NAMES if names is None else names, children=frozenset({JADE, SEALED}), photo=picture)


def pack(told: Story, practice: Practice, room: Room = ROOMS[0]) -> Document:
    """The pack of a story."""
    return missing_pack.build(told, room, practice=practice, now=NOW, printed_by="Priya Nair", copy="copy 2")


def _after(document: Document, heading: str) -> Any:
    place = next(at for at, each in enumerate(document.blocks) if isinstance(each, Heading) and each.text == heading)
    return document.blocks[place + 1]


def aside(document: Document, heading: str) -> str:
    """What a heading says at the other end of its line."""
    return next(each.aside for each in document.blocks if isinstance(each, Heading) and each.text == heading)


def rows(document: Document, heading: str) -> tuple[tuple[str, ...], ...]:
    """The rows of the table under a heading."""
    found = _after(document, heading)
    assert isinstance(found, Table)
    return found.rows


def known(document: Document, heading: str) -> dict[str, str]:
    """The facts under a heading, in a block of their own or beside a photo."""
    found = _after(document, heading)
    assert isinstance(found, Facts | Portrait)
    return {each.label: each.value for each in found.facts}
