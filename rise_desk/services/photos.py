"""Photos of young people: made small, freed of whatever the camera wrote into them, and kept in the vault."""

import io
import warnings
from pathlib import Path

from rise_desk.domain.act import Act
from rise_desk.domain.moments import Moment
from rise_desk.domain.person import Person
from rise_desk.domain.record import NO_ID
from rise_desk.errors import Invalid, Unavailable
from rise_desk.services import casework, overview
from rise_desk.services.desk import Desk
from rise_desk.storage import attachments
from rise_desk.storage.attachments import Attachment
from rise_desk.storage.writing import Writing

LONGEST_SIDE = 1200
MOST_BYTES = 20 << 20
MOST_PIXELS = 80_000_000
NOT_A_PICTURE = "This file is not a picture that RISE Desk can read. Use a JPEG or PNG file."


def add(desk: Desk, person: Person, path: Path, taken_on: Moment = Moment("")) -> Person:
    """Keep this picture as the person's photo; earlier ones stay in the history."""
    small = tidy(_read(path))
    number = desk.clock.new_id()

    def keep(work: Writing) -> None:
        attachments.put(work, number, person.id, Attachment(media_type="image/jpeg", content=small))

    with_photo = person.changed(photo=number, photo_on=taken_on)
    title = "Photo changed" if person.photo else "Photo added"
    casework.perform(desk, Act(title=title, saves=(with_photo,)), first=keep)
    return overview.person(desk, person.id)


def of(desk: Desk, person: Person) -> bytes:
    """The person's photo as JPEG bytes; b'' where there is none."""
    overview.person(desk, person.id)
    return b"" if person.photo == NO_ID else attachments.get(desk.store.vault, person.photo).content


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
