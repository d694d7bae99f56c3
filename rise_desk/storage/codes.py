"""Secrets that people read from paper and type: the recovery key and the one-day code.

Both use Crockford's base 32, which has no letter that looks like a digit, and both forgive case, spaces and
dashes.
"""

import re
import secrets

from rise_desk.errors import Invalid

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LOOKALIKES = str.maketrans("OIL", "011")
KEY_LENGTH = 26  # 130 bits
CODE_LENGTH = 15  # 75 bits


def new_recovery_key() -> str:
    """130 random bits and a check character, in nine groups of three, for the sealed envelopes."""
    key = _random(KEY_LENGTH)
    return _grouped(key + _check_character(key), 3)


def read_recovery_key(text: str) -> str:
    """A recovery key as somebody typed it, in its printed form; Invalid says what is wrong with it."""
    typed = _plain(text)
    if strange := sorted(set(typed) - set(ALPHABET)):
        raise Invalid({"recovery_key": f"A recovery key never has the character {strange[0]}. Check the paper."})
    if len(typed) != KEY_LENGTH + 1:
        raise Invalid({"recovery_key": f"A recovery key has {KEY_LENGTH + 1} characters; this has {len(typed)}."})
    if _check_character(typed[:-1]) != typed[-1]:
        raise Invalid({"recovery_key": "This recovery key has a slip in it. Check each group against the paper."})
    return _grouped(typed, 3)


def new_code() -> str:
    """A one-day code of 75 random bits, in three groups of five, that a supervisor gives to somebody."""
    return _grouped(_random(CODE_LENGTH), 5)


def read_code(text: str) -> str:
    """A one-day code as somebody typed it, in its printed form; other text comes back as it was."""
    typed = _plain(text)
    return _grouped(typed, 5) if len(typed) == CODE_LENGTH and set(typed) <= set(ALPHABET) else text


def _random(length: int) -> str:
    return "".join(secrets.choice(ALPHABET) for _ in range(length))


def _plain(text: str) -> str:
    return re.sub(r"[\s\-\u2010-\u2015\u2212]+", "", text).upper().translate(LOOKALIKES)


def _grouped(text: str, size: int) -> str:
    return "-".join(text[start : start + size] for start in range(0, len(text), size))


def _check_character(key: str) -> str:
    """One character that gives away any single wrong character and any two that changed places.

    Each character is a number of the field with 32 elements, weighted by its own power of the generator
    (x^5+x^2+1).
    """
    total = 0
    for character in key:
        total = _doubled(total) ^ ALPHABET.index(character)
    return ALPHABET[_doubled(total)]


def _doubled(number: int) -> int:
    return (number << 1) ^ (0b100101 if number & 0b10000 else 0)
