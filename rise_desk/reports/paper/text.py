"""Lines of type: what was typed becomes lines that fit a width, each made of runs of one font.

Measuring needs no page, so a whole document can be set before the first page is drawn.
"""

from dataclasses import dataclass
from itertools import groupby

from rise_desk.reports.paper import letters, right_to_left
from rise_desk.reports.paper.fonts import Face, Fonts
from rise_desk.reports.paper.sheet import Style

ELLIPSIS = "…"


@dataclass(frozen=True, slots=True)
class Run:
    """Letters of one font, and where in the line they start (points from its left end)."""

    font: str
    text: str
    at: float


@dataclass(frozen=True, slots=True)
class Line:
    """One line of type in its style; `right` where its paragraph runs from right to left."""

    runs: tuple[Run, ...]
    width: float
    style: Style
    right: bool = False


class _Weight:
    """One weight across all fonts: which face draws a letter, and how wide words are."""

    def __init__(self, fonts: Fonts, *, bold: bool) -> None:
        self._fonts = fonts
        self._bold = bold
        self.main = fonts.first.bold if bold else fonts.first.regular
        self._others: dict[str, Face] = {}
        self._words: dict[str, float] = {}
        self.printable = letters.Printable(self.has_glyph)

    def face(self, char: str) -> Face:
        """The face that draws this letter, or the main one where none can."""
        if char in self.main.widths:
            return self.main
        if char not in self._others:
            self._others[char] = self._fonts.face_for(char, bold=self._bold) or self.main
        return self._others[char]

    def has_glyph(self, char: str) -> bool:
        """Whether any font can draw this letter."""
        return char in self.face(char).widths

    def width(self, word: str) -> float:
        """How wide a word is, in thousandths of the size of type."""
        known = self._words.get(word)
        if known is None:
            try:
                known = sum(map(self.main.widths.__getitem__, word))
            except KeyError:
                known = sum(self.face(char).widths[char] for char in word)
            self._words[word] = known
        return known


class Typesetter:
    """Sets text in one choice of fonts; made for one document, so nothing of a file outlives its printing."""

    def __init__(self, fonts: Fonts) -> None:
        self._weights = {bold: _Weight(fonts, bold=bold) for bold in (False, True)}

    def width(self, text: str, style: Style) -> float:
        """How wide the widest typed line of a text is where nothing limits it, in points."""
        return max(line.width for line in self.lines(text, style, float("inf")))

    def plain(self, text: str) -> str:
        """The text on one line as far as letters can be printed, for the file's properties."""
        return _shown(" ".join(letters.paragraphs(text)), self._weights[False])

    def lines(self, text: str, style: Style, measure: float) -> list[Line]:
        """The text in lines no wider than `measure` points; line breaks as typed, one line at least."""
        weight = self._weights[style.bold]
        room = measure * 1000 / style.size
        found: list[Line] = []
        for paragraph in letters.paragraphs(text):
            if right_to_left.SCRIPT.search(paragraph):
                found += _lines_with_right_to_left(paragraph, weight, style, room)
            else:
                shown = _shown(paragraph, weight)
                found += [_line(piece, weight, style) for piece in _wrapped(shown, weight, room)]
        return found

    def cut(self, text: str, style: Style, measure: float, most: int) -> list[Line]:
        """The text in at most so many lines, an ellipsis at the end of the last where it goes on."""
        found = self.lines(" ".join(text.split()), style, measure)
        if len(found) <= most:
            return found
        ending = "".join(run.text for run in found[most - 1].runs)[:-2] + ELLIPSIS
        return [*found[: most - 1], _line(ending, self._weights[style.bold], style)]


def _shown(paragraph: str, weight: _Weight) -> str:
    plain = paragraph.isascii() and paragraph.isprintable()
    return paragraph if plain else letters.with_marks_seen(paragraph).translate(weight.printable)


def _lines_with_right_to_left(paragraph: str, weight: _Weight, style: Style, room: float) -> list[Line]:
    shown = _shown(right_to_left.joined(paragraph, weight.has_glyph), weight)
    right = right_to_left.starts_right(shown)
    drawn = (right_to_left.drawn_order(piece, right=right) for piece in _wrapped(shown, weight, room))
    return [_line(piece, weight, style, right=right) for piece in drawn]


def _wrapped(text: str, weight: _Weight, room: float) -> list[str]:
    """The text broken between words so that each piece fits, and inside words that fit no line."""
    space = weight.width(" ")
    pieces: list[str] = []
    first, *rest = text.rstrip(" ").split(" ")
    line, used = _started(first, weight, room, pieces)
    for word in rest:
        width = weight.width(word)
        if used + space + width <= room:
            line.append(word)
            used += space + width
        elif word:
            pieces.append(" ".join(line).rstrip(" "))
            line, used = _started(word, weight, room, pieces)
    return [*pieces, " ".join(line)]


def _started(word: str, weight: _Weight, room: float, pieces: list[str]) -> tuple[list[str], float]:
    """A new line that begins with this word; what is too long for one goes to the finished pieces first."""
    if weight.width(word) > room:
        *full, word = _chopped(word, weight, room)
        pieces += full
    return [word], weight.width(word)


def _chopped(word: str, weight: _Weight, room: float) -> list[str]:
    """A word in pieces that fit: cut after a hyphen or slash where there is one, else between two letters."""
    chopped, start, better, used = [], 0, 0, 0.0
    for at, char in enumerate(word):
        used += weight.face(char).widths[char]
        if used > room and at > start:
            cut = better if better > start and weight.width(word[better : at + 1]) <= room else at
            chopped.append(word[start:cut])
            start, used = cut, weight.width(word[cut : at + 1])
        if char in "-/":
            better = at + 1
    return [*chopped, word[start:]]


def _line(text: str, weight: _Weight, style: Style, *, right: bool = False) -> Line:
    scale = style.size / 1000
    try:
        width = sum(map(weight.main.widths.__getitem__, text)) * scale
        return Line((Run(weight.main.name, text, 0.0),), width, style, right)
    except KeyError:
        return _mixed_line(text, weight, style, right=right)


def _mixed_line(text: str, weight: _Weight, style: Style, *, right: bool) -> Line:
    """A line for which more than one font is needed."""
    scale = style.size / 1000
    runs, at = [], 0.0
    for face, group in groupby(text, weight.face):
        part = "".join(group)
        runs.append(Run(face.name, part, at))
        at += sum(map(face.widths.__getitem__, part)) * scale
    return Line(tuple(runs), at, style, right)
