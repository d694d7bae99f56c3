"""Which fonts paper is set in: the first that can be read, others for what it lacks, and Vera where there is none."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
import reportlab

from rise_desk import places
from rise_desk.errors import SetUp
from rise_desk.reports.paper import fonts

VERA = Path(reportlab.__file__).parent / "fonts" / "Vera.ttf"
VERA_BOLD = VERA.with_name("VeraBd.ttf")


def _candidate(folder: Path, name: str = "Copy") -> fonts.Candidate:
    shutil.copy(VERA, folder / f"{name}.ttf")
    shutil.copy(VERA_BOLD, folder / f"{name}-Bold.ttf")
    return name, str(folder / f"{name}.ttf"), folder / f"{name}-Bold.ttf"


def test_the_first_usable_candidate_is_taken(tmp_path: Path) -> None:
    first, second = _candidate(tmp_path, "First"), _candidate(tmp_path, "Second")
    assert fonts.choose([first, second]).first.regular.name.startswith("First ")
    assert fonts.choose([second, first]).first.bold.name.startswith("Second bold ")


def test_a_font_is_read_once(tmp_path: Path) -> None:
    candidate = _candidate(tmp_path)
    assert fonts.choose([candidate]).first is fonts.choose([candidate]).first


def _missing(path: Path) -> None:
    path.unlink()


def _empty(path: Path) -> None:
    path.write_bytes(b"")


def _text(path: Path) -> None:
    path.write_text("This is not a font.")


def _cut_short(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: VERA.stat().st_size // 2])


def _without_directory(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:40])


@pytest.mark.parametrize("spoil", [_missing, _empty, _text, _cut_short, _without_directory])
@pytest.mark.parametrize("which", [1, 2])
def test_a_file_that_cannot_be_read_is_passed_over(tmp_path: Path, spoil: Callable[[Path], None], which: int) -> None:
    spoiled, sound = _candidate(tmp_path, "Spoiled"), _candidate(tmp_path, "Sound")
    spoil(Path(spoiled[which]))
    assert fonts.choose([spoiled, sound]).first.regular.name.startswith("Sound ")


def _table(font: bytearray, tag: bytes) -> int:
    return next(at for at in range(12, 300, 16) if font[at : at + 4] == tag)


@pytest.mark.parametrize(("rights", "taken"), [(0x0000, True), (0x0008, True), (0x0002, False), (0x0100, False)])
def test_a_font_is_taken_only_where_its_maker_lets_it_be_embedded(tmp_path: Path, rights: int, taken: bool) -> None:
    marked = _candidate(tmp_path, "Marked")
    font = bytearray(Path(marked[1]).read_bytes())
    start = _table(font, b"OS/2") + 8
    licence = int.from_bytes(font[start : start + 4], "big") + 8
    font[licence : licence + 2] = rights.to_bytes(2, "big")
    Path(marked[1]).write_bytes(font)
    assert fonts.choose([marked]).first.regular.name.startswith("Marked ") is taken


def test_a_font_without_a_licence_table_is_taken(tmp_path: Path) -> None:
    unmarked = _candidate(tmp_path, "Unmarked")
    font = bytearray(Path(unmarked[1]).read_bytes())
    entry = _table(font, b"OS/2")
    font[entry : entry + 4] = b"xxxx"
    Path(unmarked[1]).write_bytes(font)
    assert fonts.choose([unmarked]).first.regular.name.startswith("Unmarked ")


def test_vera_is_there_where_the_computer_has_nothing() -> None:
    assert fonts.choose(()).first.regular.name.startswith("Vera ")


def test_without_any_font_one_sentence_says_so(tmp_path: Path) -> None:
    nowhere = ("None", str(tmp_path / "none.ttf"), str(tmp_path / "none-bold.ttf"))
    with pytest.raises(SetUp, match="No font for printing could be read on this computer"):
        fonts.choose((), bundled=nowhere)


def _computers_own() -> fonts.Candidate:
    found = next(each for each in places.font_files() if each.name in ("DejaVu Sans", "Segoe UI", "Arial"))
    return found.name, found.regular, found.bold


def test_letters_that_the_first_font_lacks_come_from_the_next(tmp_path: Path) -> None:
    plain, wide = _candidate(tmp_path), _computers_own()
    chosen = fonts.choose([plain, wide])
    assert chosen.first.regular.name.startswith("Copy ")
    found = [chosen.face_for(char, bold=bold) for char in "aж" for bold in (False, True)]
    names = [face.name.split(" /")[0] for face in found if face]
    assert names == ["Copy", "Copy bold", wide[0], f"{wide[0]} bold"]
    assert chosen.face_for("\ue000", bold=False) is None


def test_a_bold_letter_may_come_from_the_regular_weight(tmp_path: Path) -> None:
    _, regular, _ = _computers_own()
    mixed = fonts.choose([("Mixed", regular, VERA_BOLD)])
    face = mixed.face_for("ж", bold=True)
    assert face is mixed.first.regular


def test_a_font_without_the_plain_alphabet_only_helps(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    helper = fonts.Family(
        regular=fonts.Face(name="Helper", widths={"ł": 500.0}),
        bold=fonts.Face(name="Helper bold", widths={"ł": 500.0}),
    )
    vera = fonts.choose(()).first
    both = fonts.Fonts(iter([helper, vera]))
    assert both.usable
    assert both.first is vera
    face = both.face_for("ł", bold=False)
    assert face is helper.regular
    assert not fonts.Fonts(iter([helper])).usable
