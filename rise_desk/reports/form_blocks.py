"""The blocks of a form: what is asked, with room to write by hand, or with what was written."""

from collections.abc import Iterator
from dataclasses import dataclass

from rise_desk.reports.led import plain


@dataclass(frozen=True, kw_only=True)
class Blank:
    """One thing to fill in: its label, its share of the line, and what was filled in ('' leaves a rule to write on)."""

    label: str
    share: float = 1.0
    value: str = ""


@dataclass(frozen=True, kw_only=True)
class Blanks:
    """Things to fill in, beside each other on one line."""

    fields: tuple[Blank, ...]


@dataclass(frozen=True, kw_only=True)
class Choices:
    """A question with answers to tick, one after the other."""

    label: str
    options: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Question:
    """A question whose answers stand below each other, with what it rests on beside them.

    `asks` is a short question more, with a rule for its answer; `room`: so many lines to write on at least; `said` is
    what was written; `also` stands below it.
    """

    label: str
    asks: str = ""
    options: tuple[str, ...]
    prompt: str
    room: int = 0
    said: str = ""
    also: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Writing:
    """Something to be told in one's own words: so many lines to write on, or what was written."""

    label: str
    room: int = 0
    said: str = ""


@dataclass(frozen=True, kw_only=True)
class Frame:
    """Blocks of a form in a frame, because they matter most."""

    label: str
    inside: tuple[Blanks | Choices | Writing, ...]


FormBlock = Blanks | Choices | Question | Writing | Frame


def form_lines(block: FormBlock) -> Iterator[str]:
    """A block of a form in plain text; what is not filled in has only its label."""
    match block:
        case Blanks(fields=fields):
            yield from (_field(each.label, each.value) for each in fields)
        case Choices(label=label, options=options):
            yield " ".join(filter(None, (label, "; ".join(map(plain, options)))))
        case Question():
            yield block.label
            yield from filter(None, (block.asks,))
            yield from map(plain, block.options)
            yield _field(block.prompt, block.said)
            yield from map(plain, block.also)
        case Writing(label=label, said=said):
            yield _field(label, said)
        case _:
            yield block.label
            for each in block.inside:
                yield from form_lines(each)


def _field(label: str, value: str) -> str:
    return f"{label}: {value}" if value else f"{label}:"
