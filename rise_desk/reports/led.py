"""Text that is led by a shape: a box to tick, or a band's own shape, so that a band is seen without colour."""

BOX, TICKED = "box", "ticked"
"""What leads a text that can be ticked."""


class Led(str):
    """A text led by a shape: a box to tick, a ticked one, or a band's own, so that a band is seen without colour.

    `shape` is `BOX`, `TICKED` or the key of a band: green a circle, amber a diamond, red a triangle.
    """

    __slots__ = ("shape",)
    shape: str

    def __new__(cls, text: str, shape: str) -> "Led":
        """The text with its shape; plain text says a tick only, for a band has its word."""
        made = super().__new__(cls, text)
        made.shape = shape
        return made


def tick(text: str, ticked: bool = False) -> Led:
    """Something that can be ticked."""
    return Led(text, TICKED if ticked else BOX)


def plain(text: str) -> str:
    """The text as it reads without shapes: '[x] yes', '[ ] no'."""
    shape = text.shape if isinstance(text, Led) else ""
    return {BOX: f"[ ] {text}", TICKED: f"[x] {text}"}.get(shape, text)
