"""Drawings: the pictograms that come with the program, as the screen asks for them."""

from functools import cache

from rise_desk import places


@cache
def icon(name: str) -> bytes:
    """The drawing of this file name, as SVG."""
    return places.resource_bytes("icons", name)
