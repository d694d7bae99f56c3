"""An excerpt: the words of a text around the first place that answers to a question, and which of them answer."""

from collections.abc import Sequence
from dataclasses import dataclass

from rise_desk.domain import names

STRETCH = 64
"""How many words are looked through at once: word for word, a note of ten pages takes too long."""

BEFORE = 4
LONGEST = 140
Span = tuple[int, int]


@dataclass(frozen=True, kw_only=True)
class Excerpt:
    """A short piece of text, and where in it stands what was looked for: from a letter, up to another."""

    text: str
    spans: tuple[Span, ...] = ()


def around(text: str, words: Sequence[str]) -> Excerpt:
    """The piece around the first word that answers, cut at whole words."""
    spoken = text.split()
    start = max(_first(spoken, words) - BEFORE, 0)
    cut = " ".join(spoken[start : start + LONGEST])
    if len(cut) > LONGEST or len(spoken) > start + LONGEST:
        cut = cut[:LONGEST].rsplit(" ", 1)[0] + " …"
    return marked(f"… {cut}" if start else cut, words)


def marked(text: str, words: Sequence[str]) -> Excerpt:
    """A whole text, with the words in it that answer."""
    found: list[Span] = []
    at = 0
    for each in text.split(" "):
        if _answers(each, words):
            found.append((at, at + len(each)))
        at += len(each) + 1
    return Excerpt(text=text, spans=tuple(found))


def how_many(text: str, words: Sequence[str]) -> int:
    """How many of the words stand in a text."""
    together = f" {names.words(text)}"
    return sum(f" {word}" in together for word in words)


def _first(spoken: Sequence[str], words: Sequence[str]) -> int:
    """Where the first word is that answers; 0 for nowhere."""
    for start in range(0, len(spoken), STRETCH):
        stretch = spoken[start : start + STRETCH]
        if how_many(" ".join(stretch), words):
            answering = (place for place, word in enumerate(stretch, start) if _answers(word, words))
            return next(answering, start)
    return 0


def _answers(written: str, words: Sequence[str]) -> bool:
    said = names.fold(written)
    return bool(said) and any(f" {word}" in f" {said}" or _is_part(said, word) for word in words)


def _is_part(said: str, word: str) -> bool:
    """Whether this is a group of a number or postcode that was asked for in one."""
    return len(said) > 1 and any(each.isdigit() for each in said) and said in word
