"""What the form of a place, a vehicle, a phone or a name online asks, and its page shows."""

from typing import cast

from rise_desk.domain.record import Record
from rise_desk.domain.thing import Thing
from ui.records.photo import PhotoField
from ui.records.question import ask
from ui.widgets.fields import Field, Kind, Section

PHOTO = "photo"


def picture(cls: type[Thing], hint: str) -> Section:
    """How it looks: in words, and on a photo."""
    return Section(
        "Description and photo",
        (
            ask(cls, "description", rows=3, whole=True, hint=hint),
            ask(
                cls,
                PHOTO,
                Kind.OWN,
                make=lambda field, around: PhotoField(),
                whole=True,
                describe=lambda value, around: "On file" if value else "",
            ),
            ask(cls, "photo_on"),
        ),
    )


def origin(cls: type[Thing]) -> Section:
    """Whose record it is, and where it came from."""
    return Section("This record", asked(cls, "owner_agency", "source"))


def asked(cls: type[Thing], *fields: str) -> tuple[Field, ...]:
    """The fields for these attributes, as they are usually asked."""
    return tuple(ask(cast(type[Record], cls), each) for each in fields)
