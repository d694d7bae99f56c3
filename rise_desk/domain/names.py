"""Names and words made comparable: so that no search, match or sort hangs on an accent."""

import re
import unicodedata
from functools import cache

APOSTROPHES = frozenset("'’‘‛`´ʹʻʼʽʾʿˈ′＇՚׳ꞌ")

LETTERS = str.maketrans(
    {
        "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ħ": "h", "ı": "i",
        "ŋ": "ng", "ŧ": "t", "ĸ": "k", "ə": "e", "ɛ": "e", "ɔ": "o", "ɓ": "b", "ɗ": "d", "ƙ": "k", "ƴ": "y",
        "ی": "ي", "ى": "ي", "ک": "ك", "ہ": "ه", "ھ": "ه", "ة": "ه",
    }
)  # fmt: skip
"""Letters that Unicode does not take apart, and Arabic letters that Urdu and Persian write another way."""

TATWEEL = "ـ"

POSTCODE = re.compile(r"\b([a-z]{1,2}[0-9][a-z0-9]?) ?([0-9][a-z]{2})\b")
PLATE = re.compile(r"\b([a-z]{2}[0-9]{2}) ?([a-z]{3})\b")
NHS_GROUPS = re.compile(r"\b([0-9]{3}) ([0-9]{3}) ([0-9]{4})\b")
PHONE_GROUPS = re.compile(r"\b(?:(?:00 ?)?44 ?(?:0 ?)?[0-9]{2,10}|0[0-9]{2,10})(?: [0-9]+){0,9}\b")
INTERNATIONAL = re.compile(r"(?:00)?440?")
DIGITS = re.compile("[0-9]+")
LONGEST_PHONE = 11
SHORTEST_PHONE = 6
NEAR = 0.5
"""How alike in letters two names must be that share a sound: Siobhan and Shivaun are, Smith and Sand are not."""

Run = tuple[tuple[int, int], tuple[str, ...], str]
"""Words of a folded text that are one thing: where they stand, its parts, and the joined form."""


_PLAIN = {
    code: None if chr(code) in APOSTROPHES else chr(code).lower() if chr(code).isalnum() else " " for code in range(128)
}
"""What `fold` makes of each letter of plain English, for which no more is needed."""


def fold(text: str) -> str:
    """The text as every comparison sees it: no case, accents or apostrophes, other marks as single spaces."""
    if text.isascii():
        return " ".join(text.translate(_PLAIN).split())
    bare = "".join(letter for letter in text if letter not in APOSTROPHES)
    spread = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", bare).casefold()).translate(LETTERS)
    return " ".join("".join(_folded(letter) for letter in spread).split())


@cache
def _folded(letter: str) -> str:
    if letter.isascii():
        return letter if letter.isalnum() else " "
    if letter in APOSTROPHES or letter == TATWEEL or unicodedata.combining(letter):
        return ""
    category = unicodedata.category(letter)
    if category == "Nd":
        return str(unicodedata.decimal(letter))
    if category == "Cf":
        return ""
    return letter if category[0] in "LMN" else " "


def words(text: str) -> str:
    """The folded words for the full-text index; phones, NHS numbers, postcodes, plates also joined."""
    folded = fold(text)
    extra = [word for _, parts, joined in _joinable(folded) for word in (*parts, joined)]
    present = set(folded.split())
    return " ".join([folded, *dict.fromkeys(word for word in extra if word not in present)]).strip()


def sought(text: str) -> str:
    """The folded words a search asks the index for: what belongs together only in its joined form."""
    folded, end, asked = fold(text), 0, []
    for span, _, joined in _joinable(folded):
        if span[0] >= end:
            asked += [folded[end : span[0]], joined]
            end = span[1]
    return " ".join(" ".join([*asked, folded[end:]]).split())


def _joinable(folded: str) -> list[Run]:
    """Every phone, NHS number, postcode and plate of a folded text, in its order; each has a digit."""
    if not DIGITS.search(folded):
        return []
    found = _phones(folded)
    for pattern in (NHS_GROUPS, POSTCODE, PLATE):
        found += [(each.span(), each.groups(), "".join(each.groups())) for each in pattern.finditer(folded)]
    return sorted(found)


def _phones(folded: str) -> list[Run]:
    """The runs of digits that can be a British number; one ends where the next group would make it too long."""
    found: list[Run] = []
    run = PHONE_GROUPS.search(folded)
    while run:
        taken: list[str] = []
        end = run.end()
        for group in DIGITS.finditer(folded, run.start(), run.end()):
            if taken and len(_national("".join((*taken, group.group())))) > LONGEST_PHONE:
                break
            taken.append(group.group())
            end = group.end()
        joined = _national("".join(taken))
        if len(joined) >= SHORTEST_PHONE:
            found.append(((run.start(), end), tuple(taken), joined))
        run = PHONE_GROUPS.search(folded, end)
    return found


def _national(digits: str) -> str:
    return digits if digits[:1] == "0" and digits[:2] != "00" else INTERNATIONAL.sub("0", digits, count=1)


def sounds(name: str) -> tuple[str, ...]:
    """What each part of a name sounds like, by soundex and metaphone; others as they are folded."""
    heard = [sound for part in fold(name).split() for sound in _sounds_of(part)]
    return tuple(dict.fromkeys(heard))


def _sounds_of(part: str) -> tuple[str, ...]:
    if len(part) < 2 or not (part.isascii() and part.isalpha()):
        return (part,)
    import jellyfish

    return tuple(sound for sound in (jellyfish.soundex(part), jellyfish.metaphone(part)) if sound)


def closeness(one: str, other: str) -> float:
    """How nearly alike two names are spelled, from 0 to 1, whatever the order of their parts."""
    from rapidfuzz import fuzz

    return fuzz.token_sort_ratio(fold(one), fold(other)) / 100


def sounds_like(one: str, other: str, *, told: bool = False) -> bool:
    """Whether two folded names that share a sound are near enough in letters too, or are `told` to be alike."""
    from rapidfuzz import fuzz

    return told or fuzz.ratio(one, other) >= 100 * NEAR


def sort_key(family: str, given: str) -> str:
    """The key that puts people in order: family name, then given, folded; a name alone serves as family."""
    first, second = fold(family), fold(given)
    return f"{first or second} {second if first else ''}".strip()


def full_name(given: str, family: str, known_as: str = "") -> str:
    """The name in one line, with what the person is called where that is another name."""
    written = " ".join(part for part in (given.strip(), family.strip()) if part)
    called = known_as.strip()
    if not called or fold(called) in (fold(given), fold(written)):
        return written or called
    return f"{written} (known as {called})" if written else called


def initials(given: str, family: str) -> str:
    """The first letter of each name in capitals, for places where a name must not stand."""
    letters = (next((each for each in name if each.isalnum()), "") for name in (given, family))
    return "".join(letters).upper()
