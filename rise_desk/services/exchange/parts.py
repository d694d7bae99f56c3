"""Parts in one cell: several things between semicolons or on lines of their own, each with its fields between bars."""

import re
from collections.abc import Iterable, Sequence

_APART = re.compile(r"[;\n\r]+")


def parts_in(cell: str, fields: Sequence[str]) -> list[dict[str, str]]:
    """Each thing that a cell holds, by the names of its fields in order; what is empty is left out.

    What is more than the last field belongs to it.
    """
    found = []
    for text in filter(None, map(str.strip, _APART.split(cell))):
        values = [each.strip() for each in text.split("|", len(fields) - 1)]
        part = {name: value for name, value in zip(fields, values, strict=False) if value}
        if part.get(fields[0]):
            found.append(part)
    return found


def told_parts(parts: Iterable[Sequence[str]]) -> str:
    """Parts as a cell that `parts_in` reads back, as far as no text in it holds a bar, a semicolon or a line's end."""
    return "; ".join(" | ".join(map(_plain, _without_last_gaps(each))) for each in parts)


def _without_last_gaps(values: Sequence[str]) -> list[str]:
    kept = list(values)
    while kept and not kept[-1]:
        kept.pop()
    return kept


def _plain(text: str) -> str:
    return " ".join(text.replace("|", "/").replace(";", ",").split())
