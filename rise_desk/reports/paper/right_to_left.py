"""Arabic and Hebrew on paper: letters joined by their presentation forms, lines in the order they are drawn.

The forms and their letters come from Unicode's own table. The ordering is the Unicode bidirectional
algorithm (UAX 9) without explicit embeddings, which people don't type.
"""

import re
import unicodedata
from collections.abc import Callable
from functools import cache
from itertools import groupby, pairwise

from rise_desk.reports.paper.letters import is_mark

SCRIPT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
"""Finds text that needs any of this."""

ZERO_WIDTH_JOINER = "\u200d"
TATWEEL = "\u0640"
_MIRRORED = str.maketrans("()[]{}<>«»‹›≤≥", ")(][}{><»«›‹≥≤")
_BRACKETS = {"(": ")", "[": "]", "{": "}"}
_UNITS = re.compile("\u0644[\u0622\u0623\u0625\u0627]|.", re.DOTALL)
_LEFT, _RIGHT, _NUMBER, _NEUTRAL = "L", "R", "N", "-"
_STRENGTHS = {
    "L": _LEFT,
    "R": _RIGHT,
    "AL": _RIGHT,
    "EN": "EN",
    "AN": _NUMBER,
    "ES": "ES",
    "CS": "ES",
    "ET": "ET",
}


@cache
def forms() -> dict[tuple[str, str], str]:
    """The presentation form of each letter (or lam with alef) in each place ('initial', 'final' …)."""
    found: dict[tuple[str, str], str] = {}
    for code in (
        *range(0xFB50, 0xFBB2),
        *range(0xFBD3, 0xFBEA),
        *range(0xFBFC, 0xFC00),
        *range(0xFE80, 0xFEFD),
    ):
        place, *letters = unicodedata.decomposition(chr(code)).split()
        found["".join(chr(int(each, 16)) for each in letters), place.strip("<>")] = chr(code)
    return found


def joined(text: str, has_glyph: Callable[[str], bool]) -> str:
    """The text with each Arabic letter in the form that its neighbours ask for, as far as the font has it."""
    units = _UNITS.findall(text)
    solid = [at for at, unit in enumerate(units) if not is_mark(unit[0])]
    meets = {
        (at, after)
        for at, after in pairwise(solid)
        if _reaches(units[at], "initial") and _reaches(units[after], "final")
    }
    before, after = {second for _, second in meets}, {first for first, _ in meets}
    places = ("isolated", "initial", "final", "medial")
    shown = []
    for at, unit in enumerate(units):
        form = forms().get((unit, places[(at in before) * 2 + (at in after)]), unit)
        shown.append(form if has_glyph(form) else unit)
    return "".join(shown)


def _reaches(unit: str, place: str) -> bool:
    return (unit, place) in forms() or unit in (ZERO_WIDTH_JOINER, TATWEEL)


def starts_right(paragraph: str) -> bool:
    """Whether a paragraph runs from right to left: its first letter with a direction says so."""
    classes = (unicodedata.bidirectional(char) for char in paragraph)
    return next((each != "L" for each in classes if each in ("L", "R", "AL")), False)


def drawn_order(line: str, *, right: bool) -> str:
    """A line's letters in the order they are drawn; `right` where its paragraph runs from right to left."""
    clusters = _clusters(line)
    levels = [_level(each, right=right) for each in _directions(clusters, right=right)]
    placed = [
        (level, each.translate(_MIRRORED) if level % 2 else each) for level, each in zip(levels, clusters, strict=True)
    ]
    for depth in (2, 1):
        placed = _reversed_from(depth, placed)
    return "".join(each for _, each in placed)


def _clusters(line: str) -> list[str]:
    clusters: list[str] = []
    for char in line:
        if clusters and is_mark(char):
            clusters[-1] += char
        else:
            clusters.append(char)
    return clusters


def _level(direction: str, *, right: bool) -> int:
    if direction == _RIGHT:
        return 1
    return 2 if right or direction == _NUMBER else 0


def _reversed_from(depth: int, placed: list[tuple[int, str]]) -> list[tuple[int, str]]:
    turned: list[tuple[int, str]] = []
    for deep, run in groupby(placed, lambda each: each[0] >= depth):
        members = list(run)
        turned += reversed(members) if deep else members
    return turned


def _directions(clusters: list[str], *, right: bool) -> list[str]:
    """Left, right or number for each cluster; the neutral take after their surroundings (rules W4–W7, N0–N2)."""
    base = _RIGHT if right else _LEFT
    kinds = [_STRENGTHS.get(unicodedata.bidirectional(each[0]), _NEUTRAL) for each in clusters]
    settled = _numbers_settled(kinds, base)
    for opening, closing in _bracket_pairs(clusters):
        settled[opening] = settled[closing] = _bracket_side(settled, opening, closing, base)
    return _neutrals_settled(settled, base)


def _bracket_pairs(clusters: list[str]) -> list[tuple[int, int]]:
    """Where each bracket opens and closes, the first opened first."""
    opened: list[tuple[str, int]] = []
    pairs = []
    for at, cluster in enumerate(clusters):
        if cluster in _BRACKETS:
            opened.append((_BRACKETS[cluster], at))
        while opened and cluster in _BRACKETS.values():
            closes, opening = opened.pop()
            if closes == cluster:
                pairs.append((opening, at))
                break
    return sorted(pairs)


def _bracket_side(settled: list[str], opening: int, closing: int, base: str) -> str:
    """A pair of brackets goes with the line if anything inside does, else with what is inside and before it."""
    inside = {_side(each) for each in settled[opening + 1 : closing]} - {_NEUTRAL}
    if not inside or base in inside:
        return base if inside else _NEUTRAL
    before = (_side(each) for each in reversed(settled[:opening]))
    return next((each for each in before if each != _NEUTRAL), base)


def _side(direction: str) -> str:
    return _RIGHT if direction == _NUMBER else direction


def _numbers_settled(kinds: list[str], base: str) -> list[str]:
    """European numbers with their signs: left where the last strong letter was left, else numbers."""
    strong, settled = base, []
    text = list(kinds)
    for at in range(1, len(text) - 1):
        if text[at] == "ES" and text[at - 1] == text[at + 1] == "EN":
            text[at] = "EN"
    for signs, run in groupby(text, lambda each: each in ("EN", "ET")):
        members = list(run)
        if signs and "EN" in members:
            settled += [_LEFT if strong == _LEFT else _NUMBER] * len(members)
            continue
        strong = next((each for each in reversed(members) if each in (_LEFT, _RIGHT)), strong)
        settled += [_NEUTRAL if each in ("ES", "ET") else each for each in members]
    return settled


def _neutrals_settled(kinds: list[str], base: str) -> list[str]:
    """Neutrals between two of one direction go with them (a number counts as right), else with the line."""
    runs = [(kind, len(list(run))) for kind, run in groupby(kinds)]
    sides = [_side(kind) for kind, _ in runs]
    settled: list[str] = []
    for at, (kind, length) in enumerate(runs):
        before = sides[at - 1] if at else base
        after = sides[at + 1] if at + 1 < len(runs) else base
        neutral = before if before == after else base
        settled += [neutral if kind == _NEUTRAL else kind] * length
    return settled
