"""Numbers and marks by which other systems know a person or thing: checked, and normalised for matching."""

import re
import unicodedata
from collections.abc import Callable, Mapping

from nhs_number.validate import is_valid

from rise_desk.domain.names import fold

UPN_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"
"""The 23 letters a pupil number may use, in the order of their value (I, O and S are left out)."""

UPN = re.compile(rf"([{UPN_LETTERS}])([0-9]{{11}})([0-9{UPN_LETTERS}])")
PHONE = re.compile(r"\+?[0-9](?:[\s().\-]*[0-9])*")
COUNTED = re.compile(r"\b[0-9]{1,2}[^\W\d_]+")
"""'2nd', '3x': a number of things, not the start of a phone number."""

SHORTEST_PHONE = 6
LONGEST_BRITISH_PHONE = 11
POSTCODE = re.compile(r"\b(GIR|[A-Z]{1,2}[0-9][A-Z0-9]?)\s*([0-9][A-Z]{2})\b")
OUTWARD = re.compile("GIR|[A-Z]{1,2}[0-9][A-Z0-9]?")
INWARD = re.compile("([0-9][A-Z]{0,2})?")
LONGEST_PLATE = 8
PLATE = re.compile(r"\b([a-z]{2}[0-9]{2})[ -]?(?!(?:bus|cab|car|van)\b)([a-z]{3})\b", re.ASCII | re.IGNORECASE)
"""A whole plate within a longer text; 'the NN14 van' is a van of that postcode."""


def nhs_problem(value: str) -> str:
    """Why this can't be an NHS number (ten digits, the last a check on the others); '' when it can."""
    digits = _bare(value)
    if not re.fullmatch("[0-9]{10}", digits):
        return "An NHS number must have 10 digits, such as 999 000 0018."
    if len(set(digits)) == 1 or not is_valid(digits):
        return "This is not a real NHS number; check each digit."
    return ""


def upn_problem(value: str) -> str:
    """Why this can't be an English pupil number (a check letter, 12 digits; Department for Education)."""
    match = UPN.fullmatch(_bare(value))
    if not match:
        return "A pupil number must have a letter and 12 digits, such as B801200005001."
    check, digits, last = match.groups()
    values = [*map(int, digits), int(last) if last.isdecimal() else UPN_LETTERS.index(last)]
    total = sum(weight * each for weight, each in enumerate(values, 2))
    return "" if UPN_LETTERS[total % 23] == check else "This is not a real pupil number; check each character."


def normal(system: str, value: str) -> str:
    """The identifier as the keys index holds it: spaces, dashes and capitals never part two equal ones."""
    return _NORMAL.get(system, _reference)(value)


def phone(text: str) -> str:
    """The digits of the phone number in a text, +44 as 0; '' where there are fewer than six."""
    spoken = COUNTED.sub(" ", _ascii_digits(text))
    runs = [_national(run) for run in PHONE.findall(spoken)]
    best = max(runs, key=len, default="")
    return best if len(best) >= SHORTEST_PHONE else ""


def _national(run: str) -> str:
    digits = re.sub("[^0-9]", "", run)
    if run[0] == "+" or digits.startswith("00"):
        digits = digits.removeprefix("00")
        if not digits.startswith("44"):
            return digits
    if digits.startswith("44"):
        digits = "0" + digits[2:].removeprefix("0")
    return digits[:LONGEST_BRITISH_PHONE] if digits.startswith("0") else digits


def plate(text: str) -> str:
    """A number plate, or the part of one that was seen: capitals and digits; '' where it can't be one.

    Of a longer text, such as 'silver Astra AB12 CDE', the whole plate in it.
    """
    bare = re.sub("[^A-Z0-9]", "", _ascii_digits(text).upper())
    return bare if len(bare) <= LONGEST_PLATE else "".join(plate_and_rest(text)[0].split())


def plate_and_rest(text: str) -> tuple[str, str]:
    """The whole plate in a text, as 'AB12 CDE', and what is said beside it; '' and the text where there is none."""
    found = PLATE.search(text)
    if found is None:
        return "", text.strip()
    beside = (each.strip(" ,;:-()") for each in (text[: found.start()], text[found.end() :]))
    return " ".join(found.groups()).upper(), ", ".join(filter(None, beside))


def postcode(text: str) -> str:
    """The postcode in a text, as 'NN1 4AB'; '' where there is none."""
    match = POSTCODE.search(text.upper())
    return " ".join(match.groups()) if match else ""


def part_of_postcode(text: str) -> tuple[tuple[str, str], ...]:
    """What text may be the beginning of, as outward and inward part: 'nn14' is NN14, or NN1 and 4; else nothing."""
    outward, space, inward = text.strip().upper().partition(" ")
    splits = [(outward, inward)] if space else [(outward[:at], outward[at:]) for at in (4, 3, 2)]
    fitting = [each for each in splits if OUTWARD.fullmatch(each[0]) and INWARD.fullmatch(each[1])]
    return tuple(dict.fromkeys(fitting))


def handle(text: str) -> str:
    """A name on an online service, without @, spaces or capitals; its dots and underscores are part of it."""
    whole = text.encode("utf-8", "ignore").decode()
    joined = "".join(unicodedata.normalize("NFKC", whole).casefold().split())
    return unicodedata.normalize("NFKC", joined).lstrip("@")


def _bare(value: str) -> str:
    return re.sub(r"[\s\-–.]", "", _ascii_digits(value)).upper()


def _ascii_digits(text: str) -> str:
    return "".join(str(unicodedata.decimal(each, each)) for each in text)


def _nhs(value: str) -> str:
    return re.sub("[^0-9]", "", _ascii_digits(value))


def _reference(value: str) -> str:
    return fold(value).replace(" ", "")


_NORMAL: Mapping[str, Callable[[str], str]] = {"nhs": _nhs, "upn": _bare}
