"""Where the records are when nobody names a folder: this person's own, until another was chosen."""

from pathlib import Path

import pytest

from rise_desk import places
from rise_desk.errors import Unavailable
from rise_desk.services import whereabouts


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """This person's own folder, in the test's."""
    own = tmp_path / "own" / "rise-desk"
    monkeypatch.setattr(places, "default_data_dir", lambda: own)
    return own


def test_the_own_folder_until_another_is_chosen(own: Path, tmp_path: Path) -> None:
    assert whereabouts.own() == whereabouts.usual() == own
    whereabouts.remember(tmp_path / "Träger Ω")
    assert whereabouts.usual() == tmp_path / "Träger Ω"
    assert whereabouts.own() == own


def test_the_demonstration_is_beside_it_and_never_in_it(own: Path) -> None:
    assert whereabouts.demonstration().parent == own.parent
    assert whereabouts.demonstration() != own


@pytest.mark.parametrize("content", [b"", b"\n", b"\xff\xfe\xff"])
def test_a_note_that_says_nothing_is_passed_over(own: Path, content: bytes) -> None:
    own.mkdir(parents=True)
    (own / places.CHOSEN).write_bytes(content)
    assert whereabouts.usual() == own


def test_a_choice_that_cannot_be_noted_is_said(own: Path) -> None:
    own.parent.mkdir(parents=True)
    own.write_text("a file in the way")
    with pytest.raises(Unavailable, match="--data"):
        whereabouts.remember(own.parent)
