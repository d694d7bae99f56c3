"""Which pages, and how many copies: what somebody types before printing, read strictly."""

import re

SUCH_AS = "such as 1-3, 5"
RANGE = re.compile(r"([0-9]{1,6})(-([0-9]{1,6})?)?")
DASH = re.compile(r"\s*[-\u2010-\u2015\u2212]\s*")
LONGEST = 20


def pages_asked(text: str, of: int) -> tuple[int, ...]:
    """The pages that were typed ('1-3, 5'; '4-' is from 4 to the end), counted from 0, in order, each once.

    `ValueError` with a sentence where it can't be read, or where there is no such page among so many.
    """
    asked: set[int] = set()
    for part in re.split(r"[,;\s]+", DASH.sub("-", text.strip()).strip(",; ")):
        if not part:
            raise ValueError(f"Enter which pages, {SUCH_AS}.")
        asked.update(_range(part, of))
    return tuple(sorted(asked))


def copies_asked(text: str, most: int) -> int:
    """How many copies were typed; `ValueError` with a sentence where that is no number from 1 to the most."""
    typed = text.strip()
    if not re.fullmatch(r"[0-9]{1,6}", typed) or not 1 <= int(typed) <= most:
        raise ValueError(f"Enter a number from 1 to {most}.")
    return int(typed)


def _range(part: str, of: int) -> range:
    read = RANGE.fullmatch(part)
    if read is None:
        shown = part if len(part) <= LONGEST else f"{part[:LONGEST]}…"
        raise ValueError(f"“{shown}” can't be read as pages. Write them {SUCH_AS}.")
    first = int(read[1])
    last = first if read[2] is None else of if read[3] is None else int(read[3])
    for page in (first, last):
        if not 1 <= page <= of:
            there = "one page" if of == 1 else f"{of} pages"
            raise ValueError(f"There is no page {page}: this paper has {there}.")
    if last < first:
        raise ValueError(f"“{part}” runs backwards. Write {last}-{first}.")
    return range(first - 1, last)
