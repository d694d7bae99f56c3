"""Which letters can be printed, and what is printed for those that can't: their Unicode name in brackets."""

import re
import unicodedata
from collections.abc import Callable

BREAKS = re.compile("\r\n|[\r\n\v\f\x85\u2028\u2029]")
"""Everything by which people and their programs end a line."""

UNSEEN = frozenset(
    map(chr, (0xAD, 0x34F, 0x61C, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2065)))
) | frozenset(map(chr, (*range(0x2066, 0x2070), *range(0xFE00, 0xFE10), 0xFEFF)))
"""Letters without shape of their own: joiners, direction marks, soft hyphens, variants."""

SHAPED = re.compile(
    "[\u0700-\u074f\u07c0-\u07ff\u0840-\u085f\u0900-\u0dff\u0f00-\u109f\u1100-\u11ff\u1700-\u18af"
    "\u1900-\u194f\u1a00-\u1aaf\u1b00-\u1c4f\ua800-\ua8ff\ua930-\ua9ff\uaa00-\uaa5f\uaa80-\uaaff"
    "\uabc0-\uabff\ud7b0-\ud7ff]"
)
"""Scripts whose letters change shape and order as they meet: set letter by letter they can't be read."""

BLANK = frozenset("\u115f\u1160\u2800\u3164\uffa0\ufffc")
"""Letters that fonts draw as nothing, or that stand for something lost."""


def can_stand_alone(char: str) -> bool:
    """Whether a glyph for this letter, set by itself, is legible and is read back from the page as typed."""
    if char == " ":
        return True
    unfit = char > "\uffff" or char in BLANK or SHAPED.match(char) is not None
    return not unfit and unicodedata.category(char)[0] not in "CZ"


def name_of(char: str) -> str:
    """What a letter is called, in square brackets: `[grinning face]`, `[character 0007]`."""
    name = unicodedata.name(char, "").lower()
    if not name:
        return f"[character {ord(char):04X}]"
    name = re.sub("-[0-9a-f]{4,}$", lambda code: code.group().upper(), name)
    return f"[{re.sub('^cjk ', 'CJK ', name)}]"


class Printable(dict[int, str]):
    """A table for `str.translate` that fills itself: each letter as it is printed."""

    def __init__(self, has_glyph: Callable[[str], bool]) -> None:
        super().__init__({ord(each): "" for each in UNSEEN} | {ord("\t"): "    ", 0x2800: " "})
        self._has_glyph = has_glyph

    def __missing__(self, code: int) -> str:
        """The letter itself where a font has it, a space for every sort of space, else its name."""
        char = chr(code)
        blank = unicodedata.category(char) == "Zs"
        self[code] = " " if blank else char if self._has_glyph(char) else name_of(char)
        return self[code]


def paragraphs(text: str) -> list[str]:
    """The lines as they were typed, with accents composed as fonts hold them."""
    return BREAKS.split(unicodedata.normalize("NFC", text))


def with_marks_seen(text: str) -> str:
    """The text with the name of each mark that would not be seen: it has no letter to stand on, or stands twice."""
    if not any(map(is_mark, set(text))):
        return text
    shown: list[str] = []
    below: str = ""
    for char in text:
        if is_mark(char):
            hidden = not below or char in below
            shown.append(name_of(char) if hidden else char)
            below = "]" if hidden else below + char
        else:
            shown.append(char)
            below = below if char in UNSEEN else char.strip()
    return "".join(shown)


def is_mark(char: str) -> bool:
    """Whether a letter is an accent, point or other mark that stands on the letter before it."""
    return char not in UNSEEN and unicodedata.category(char) in ("Mn", "Me")
