"""Cells: text that leaves for a spreadsheet can't act as a formula there, and comes back as it was."""

import re

MARK = "RISE Desk export"
"""How the name of the last column ends in a file whose texts were escaped here; only there is one taken back."""

_IGNORED = (
    "\\x00-\\x20\\x7f-\\xa0\\xad\\u061c\\u180e"
    "\\u200b-\\u200f\\u2028-\\u202f\\u205f-\\u2064\\u2066-\\u2069\\u3000\\ufeff"
)
"""Controls, spaces, zero-width letters and marks of direction, which a spreadsheet looks past."""

_RISKY = re.compile(f"[{_IGNORED}]*[=+\\-@|%＝＋－＠]|[\\t\\r\\n\\v\\f]")
_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?")


def escaped(text: str) -> str:
    """The text as a spreadsheet may have it: whatever it could take for a formula gets an apostrophe in front."""
    kept = text.replace("\x00", "")
    return f"'{kept}" if _risky(kept.lstrip("'")) else kept


def unescaped(text: str) -> str:
    """The text that `escaped` was given."""
    return text[1:] if text.startswith("'") and _risky(text.lstrip("'")) else text


def _risky(bare: str) -> bool:
    return _RISKY.match(bare) is not None and _NUMBER.fullmatch(bare) is None
