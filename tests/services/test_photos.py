"""Photos: small, upright, without what cameras write into them, and nowhere but in the vault."""

import io
from pathlib import Path

import pytest
from PIL import Image

from rise_desk.domain.moments import Moment
from rise_desk.errors import Invalid, NotFound, Unavailable
from rise_desk.services import overview, photos, upkeep
from rise_desk.services.desk import Desk
from rise_desk.storage import attachments
from tests import build


def _picture(path: Path, size: tuple[int, int] = (2400, 600), form: str = "JPEG") -> Path:
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x010E] = "taken at home"
    Image.new("RGB", size, "navy").save(path, form, exif=exif)
    return path


def test_a_photo_is_made_small_upright_and_bare(desk: Desk, tmp_path: Path) -> None:
    person = build.young_person(desk)
    assert photos.of(desk, person) == b""
    with_photo = photos.add(desk, person, _picture(tmp_path / "p.jpg"), Moment("2026-11"))
    held = photos.of(desk, with_photo)
    with Image.open(io.BytesIO(held)) as shown:
        assert shown.size == (300, 1200)
        assert not shown.getexif()
    assert b"taken at home" not in held
    assert with_photo.photo_on == "2026-11"
    assert overview.earlier_states(desk, with_photo) == [person]
    assert upkeep.check(desk) == []
    with pytest.raises(NotFound):
        attachments.get(desk.store.vault, person.id)


@pytest.mark.parametrize("content", [b"", b"GIF89a", b"not a picture", b"\x89PNG\r\n\x1a\n broken", b"\xff\xd8\xff"])
def test_what_is_no_picture_is_refused(content: bytes) -> None:
    with pytest.raises(Invalid, match="not a picture"):
        photos.tidy(content)


def test_a_picture_too_large_is_refused(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = _picture(tmp_path / "p.png", (100, 100), "PNG")
    monkeypatch.setattr(photos, "MOST_PIXELS", 100 * 100)
    assert photos.tidy(path.read_bytes())
    monkeypatch.setattr(photos, "MOST_PIXELS", 100 * 100 - 1)
    with pytest.raises(Invalid, match="too large"):
        photos.tidy(path.read_bytes())
    person = build.young_person(desk)
    monkeypatch.setattr(photos, "MOST_BYTES", path.stat().st_size - 1)
    with pytest.raises(Invalid, match="20 MB"):
        photos.add(desk, person, path)
    with pytest.raises(Unavailable, match="can't be read"):
        photos.add(desk, person, tmp_path / "nowhere.jpg")
