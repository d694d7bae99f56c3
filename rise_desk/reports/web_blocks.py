"""A block that draws a network: who and what stands where, and the links between them; the tables below it tell all."""

from collections.abc import Iterator
from dataclasses import dataclass

SOLID, DASHED, DOTTED = "solid", "dashed", "dotted"


@dataclass(frozen=True, kw_only=True)
class Dot:
    """Somebody or something: where it stands (right, down), its shape by kind, and what is written under it."""

    at: tuple[float, float]
    kind: str
    name: str
    centre: bool = False


@dataclass(frozen=True, kw_only=True)
class Thread:
    """A link between two dots by their places in the web; `arrow` points to the second, `faded` is long ago."""

    one: int
    other: int
    line: str = DOTTED
    arrow: bool = False
    faded: bool = False


@dataclass(frozen=True, kw_only=True)
class Web:
    """A network as a drawing; one unit of length is about the room that a dot and its name need."""

    dots: tuple[Dot, ...]
    threads: tuple[Thread, ...]


def web_lines(web: Web) -> Iterator[str]:
    """How a drawing reads in plain text: as much as its tables don't say."""
    yield f"A drawing of {len(web.dots)} people, places and things and {len(web.threads)} links; they are listed below."
