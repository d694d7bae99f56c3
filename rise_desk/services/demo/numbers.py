"""Numbers that nobody has: phones kept free for drama, NHS numbers of the test range, a council that isn't there."""

from rise_desk.domain.identifiers import UPN_LETTERS

WEIGHTS = range(10, 1, -1)
RANGE = 1000
"""How many mobile, and how many landline numbers are kept free for drama."""


def nhs(place: int) -> str:
    """An NHS number of the test range 999, whose last digit is a true check on the others; its own for each place."""
    nine = (f"999{(place * 11 + step) % 1_000_000:06}" for step in range(11))
    digits, check = next(found for found in ((each, _check(each)) for each in nine) if found[1] < 10)
    return f"{digits[:3]} {digits[3:6]} {digits[6:]}{check}"


def _check(digits: str) -> int:
    return -sum(weight * int(digit) for weight, digit in zip(WEIGHTS, digits, strict=True)) % 11


def upn(place: int, year: int) -> str:
    """A pupil number of a council numbered 000, which is none, with its true check letter."""
    digits = f"000{4000 + place // 1000 % 1000:04}{year % 100:02}{place % 1000:03}"
    total = sum(weight * int(digit) for weight, digit in enumerate(digits, 2))
    return f"{UPN_LETTERS[total % 23]}{digits}"


def mobile(place: int) -> str:
    """A mobile number of the range kept free for drama; the first thousand differ."""
    return f"07700 900{place * 7 % RANGE:03}"


def landline(place: int) -> str:
    """A landline number of the range kept free for drama."""
    return f"01632 960{place * 13 % RANGE:03}"
