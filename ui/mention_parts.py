"""Whoever and whatever is named in a record: typed once or picked from the files, each with what sort it is."""

from typing import Any

from PySide6.QtWidgets import QWidget

from rise_desk.domain.mention import Mention
from ui.desk import ScreenDesk
from ui.records.question import ask
from ui.widgets.fields import Field, Kind, Surroundings
from ui.widgets.parts import PartsField

SORTS = ("", "place", "vehicle", "phone", "handle")
"""What can be named; '' is a person."""


class MentionsField(PartsField):
    """Shows what is named, a row each; one more is typed on a line, or picked from the files."""


def mentions_field(screen: ScreenDesk, name: str, label: str, *, people_only: bool = False, **about: Any) -> Field:
    """The question who and what is named, for a form's panel; its value is a tuple of `Mention`."""
    sorts = SORTS[:1] if people_only else SORTS

    def make(field: Field, around: Surroundings) -> QWidget:
        return MentionsField(field, around)

    assert sorts
    return Field(
        name=name,
        label=label,
        kind=Kind.OWN,
        part=Mention,
        whole=True,
        make=make,
        fields=(ask(Mention, "name"), ask(Mention, "known")),
        noun="person" if people_only else "name",
        **about,
    )
