"""Those who are named in an assessment: as they are called, their file where they have one, and why they are listed."""

from typing import Any

from rise_desk.domain.mention import Mention
from ui import formats
from ui.desk import ScreenDesk
from ui.people_box import FileField, PeopleBox
from ui.records.question import ask
from ui.widgets.buttons import Button
from ui.widgets.fields import Field, Kind, Surroundings

NOBODY = "Nobody on file answers to this. They can be listed by name alone."
UNSAID = "not_recorded"


class FileOf(FileField):
    """The file of somebody who is named, found by any part of their name; none for most."""

    def __init__(self, screen: ScreenDesk) -> None:
        without = Button("No file", "quiet", hint="Leave them without a file of their own")
        super().__init__(screen, PeopleBox(screen, "Any part of their name", NOBODY), without)


def mentions(screen: ScreenDesk, label: str) -> Field:
    """The question who is known: one part for each of them."""
    asked = (
        ask(Mention, "name", hint="As they are called; a nickname will do"),
        ask(Mention, "person", Kind.OWN, make=lambda field, around: FileOf(screen), hint="If they have one here"),
        ask(Mention, "risk"),
        ask(Mention, "known", Kind.LONG, rows=3),
    )
    return Field(
        name="mentions",
        label=label,
        kind=Kind.PARTS,
        part=Mention,
        fields=asked,
        noun="person",
        describe=_described,
    )


def _described(part: Any, around: Surroundings) -> str:
    risk = around.practice.label("mention_risk", part.risk) if part.risk != UNSAID else ""
    on_file = "has a file" if part.person else ""
    return formats.joined(part.name, on_file, risk, " ".join(part.known.split()))
