"""Photos: made small, freed of whatever the camera wrote into them, and kept in the vault."""

import io
import warnings
from pathlib import Path
from typing import TypeVar, cast

from rise_desk.domain.act import Act
from rise_desk.domain.moments import Moment
from rise_desk.domain.person import Person
from rise_desk.domain.record import NO_ID, Id
from rise_desk.domain.thing import Thing
from rise_desk.errors import Invalid, Unavailable
from rise_desk.services import casework, overview, things
from rise_desk.services.desk import Desk
from rise_desk.storage import attachments
from rise_desk.storage.attachments import Attachment
from rise_desk.storage.writing import Writing

LONGEST_SIDE = 1200
MOST_BYTES = 20 << 20
MOST_PIXELS = 80_000_000
NOT_A_PICTURE = "This file is not a picture that RISE Desk can read. Use a JPEG or PNG file."


Pictured = TypeVar("Pictured", Person, Thing)
"""Whoever or whatever has a picture of its own."""


def add(desk: Desk, subject: Pictured, path: Path, taken_on: Moment = Moment("")) -> Pictured:
    """Keep this picture as the subject's photo; earlier ones stay in the history."""
    small = tidy(_read(path))
    number = desk.clock.new_id()

    def keep(work: Writing) -> None:
        attachments.put(work, number, subject.id, Attachment(media_type="image/jpeg", content=small))

    with_photo = subject.changed(photo=number, photo_on=taken_on)
    title = "Photo changed" if subject.photo else "Photo added"
    casework.perform(desk, Act(title=title, saves=(with_photo,)), first=keep)
    return cast(Pictured, _read_again(desk, subject, subject.id))


def of(desk: Desk, subject: Person | Thing) -> bytes:
    """The subject's photo as JPEG bytes; b'' where there is none."""
    _read_again(desk, subject, subject.id)
    return b"" if subject.photo == NO_ID else attachments.get(desk.store.vault, subject.photo).content


def _read_again(desk: Desk, subject: Person | Thing, number: Id) -> Person | Thing:
    """The subject as it stands, for somebody who may open its file."""
    return things.thing(desk, number) if isinstance(subject, Thing) else overview.person(desk, number)


def tidy(content: bytes) -> bytes:
    """The picture as a small JPEG, upright, without the place and time that cameras and phones write into it."""
    from PIL import Image, ImageOps

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(content), formats=("JPEG", "PNG")) as opened:
                if opened.width * opened.height > MOST_PIXELS:
                    raise Invalid({"photo": "This picture is too large. Use one of 80 megapixels or fewer."})
                upright = ImageOps.exif_transpose(opened).convert("RGB")
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise Invalid({"photo": NOT_A_PICTURE}) from None
    upright.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    written = io.BytesIO()
    clean = Image.new("RGB", upright.size)
    clean.paste(upright)
    clean.save(written, "JPEG", quality=85)
    return written.getvalue()


def _read(path: Path) -> bytes:
    try:
        if path.stat().st_size > MOST_BYTES:
            raise Invalid({"photo": "This picture is too large. Use a file of 20 MB or less."})
        return path.read_bytes()
    except OSError:
        raise Unavailable(f"The file {path.name} can't be read.") from None
