"""A column: a field that a file can fill, and every name by which its column is recognised."""

from dataclasses import dataclass

from rise_desk.domain.names import fold


@dataclass(frozen=True)
class Column:
    """A field that a file can fill, with the names its column may have; the first is what people read.

    `joined`: several columns may fill it together, with this between their values.
    """

    field: str
    names: tuple[str, ...]
    joined: str = ""


def key_of(name: str) -> str:
    """A name as two ways of writing it agree."""
    return fold(name).replace(" ", "")
