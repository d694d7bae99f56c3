"""The fonts on paper: the first that can be read, the others for letters it lacks, reportlab's own Vera last.

The caller says which font files there may be; a file that is missing, damaged or must not be embedded is
passed over. A font is read once in the life of the program.
"""

import struct
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from rise_desk.errors import SetUp
from rise_desk.reports.paper.letters import can_stand_alone

Candidate = tuple[str, str | Path, str | Path]
"""A font that may be on this computer: its name, the path of the regular file, the path of the bold one."""


FORBIDDEN = 0x0302
"""Restricted licence, no subsetting, bitmap embedding only."""
_PLAIN = frozenset(map(chr, range(0x20, 0x7F)))


@dataclass(frozen=True, kw_only=True, eq=False)
class Face:
    """One weight of one font: the name to draw with, and its letters' widths in thousandths of the size."""

    name: str
    widths: dict[str, float]


@dataclass(frozen=True, kw_only=True, eq=False)
class Family:
    """A font in its two weights."""

    regular: Face
    bold: Face


class Fonts:
    """The fonts of one computer, the preferred first; a later one is read only when a letter asks for it."""

    def __init__(self, families: Iterator[Family]) -> None:
        self._waiting = families
        self._read: list[Family] = []

    @property
    def usable(self) -> bool:
        """Whether there is a font with the plain alphabet; those without only help out."""
        return any(map(_is_plain, self._families()))

    @property
    def first(self) -> Family:
        """The font that everything is set in, as far as its letters reach."""
        return next(filter(_is_plain, self._families()))

    def _families(self) -> Iterator[Family]:
        yield from tuple(self._read)
        for family in self._waiting:
            self._read.append(family)
            yield family

    def face_for(self, char: str, *, bold: bool) -> Face | None:
        """The face that draws this letter, in the asked weight where one has it; None where no font can."""
        for family in self._families():
            for face in (family.bold, family.regular) if bold else (family.regular,):
                if char in face.widths:
                    return face
        return None


def _is_plain(family: Family) -> bool:
    return all(face.widths.keys() >= _PLAIN for face in (family.regular, family.bold))


def choose(candidates: Iterable[Candidate], bundled: Candidate | None = None) -> Fonts:
    """The usable fonts among the candidates, the bundled one (Vera) last; SetUp where there is none."""
    every = (*candidates, bundled or _vera())
    fonts = Fonts(family for family in map(_family, dict.fromkeys(every)) if family)
    if not fonts.usable:
        raise SetUp("No font for printing could be read on this computer; install DejaVu Sans.")
    return fonts


def _vera() -> Candidate:
    import reportlab

    folder = Path(reportlab.__file__).parent / "fonts"
    return "Vera", str(folder / "Vera.ttf"), str(folder / "VeraBd.ttf")


@cache
def _family(candidate: Candidate) -> Family | None:
    name, regular, bold = candidate
    faces = _face(f"{name} {regular}", regular), _face(f"{name} bold {bold}", bold)
    return Family(regular=faces[0], bold=faces[1]) if faces[0] and faces[1] else None


def _face(name: str, path: str | Path) -> Face | None:
    from reportlab.pdfbase.pdfmetrics import registerFont
    from reportlab.pdfbase.ttfonts import TTFError, TTFont

    try:
        font = TTFont(name, str(path))
        _must_be_whole(font.face, Path(path).stat().st_size)
    except (TTFError, OSError, struct.error, ValueError, LookupError, ArithmeticError):
        return None
    registerFont(font)
    return Face(name=name, widths=_widths(font.face))


def _must_be_whole(face: Any, size: int) -> None:
    """Notice a file cut short, or whose maker forbids embedding it in part, before anything is set in it."""
    cut_short = any(table["offset"] + table["length"] > size for table in face.tables)
    if cut_short or _embedding_rights(face) & FORBIDDEN:
        raise ValueError(face.name)
    face.makeSubset([ord(char) for char in " Aa"])


def _embedding_rights(face: Any) -> int:
    """The licence bits of the font (fsType in OS/2); a font without that table sets no limits."""
    return struct.unpack_from(">H", face.get_table("OS/2"), 8)[0] if "OS/2" in face.table else 0


def _widths(face: Any) -> dict[str, float]:
    printable = (chr(code) for code, glyph in face.charToGlyph.items() if glyph)
    return {char: face.getCharWidth(ord(char)) for char in printable if can_stand_alone(char)}
