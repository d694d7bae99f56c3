"""Looks at the screen, and tells whether a control looks different with the keyboard's focus than without."""

import ctypes
from dataclasses import dataclass

Box = tuple[int, int, int, int]
"""Left, top, width, height."""

REACH = 12
"""How far round a control its focus may be shown; the bus tells of a box to tick only where it can be clicked."""

RING = 6
"""How far round the control that has the focus now its ring may reach."""

CONTRAST = 3.0
"""How much a pixel must change to be seen to (WCAG 2.4.13)."""


class _Image(ctypes.Structure):
    _fields_ = (
        ("width", ctypes.c_int),
        ("height", ctypes.c_int),
        ("xoffset", ctypes.c_int),
        ("format", ctypes.c_int),
        ("data", ctypes.POINTER(ctypes.c_char)),
        ("byte_order", ctypes.c_int),
        ("bitmap_unit", ctypes.c_int),
        ("bitmap_bit_order", ctypes.c_int),
        ("bitmap_pad", ctypes.c_int),
        ("depth", ctypes.c_int),
        ("bytes_per_line", ctypes.c_int),
        ("bits_per_pixel", ctypes.c_int),
    )


@dataclass(frozen=True)
class Picture:
    """The whole screen at one instant, four bytes a pixel: blue, green, red, nothing."""

    width: int
    height: int
    stride: int
    pixels: bytes

    def row(self, left: int, top: int, width: int) -> bytes:
        """Some pixels side by side."""
        start = top * self.stride + left * 4
        return self.pixels[start : start + width * 4]


class Eye:
    """Takes pictures of the display that the environment names."""

    def __init__(self) -> None:
        self._x = ctypes.CDLL("libX11.so.6")
        self._x.XOpenDisplay.restype = ctypes.c_void_p
        self._x.XDefaultRootWindow.argtypes = [ctypes.c_void_p]
        self._x.XDefaultRootWindow.restype = ctypes.c_ulong
        self._x.XGetImage.restype = ctypes.POINTER(_Image)
        self._x.XGetImage.argtypes = [
            ctypes.c_void_p, ctypes.c_ulong, *[ctypes.c_int] * 2, *[ctypes.c_uint] * 2, ctypes.c_ulong, ctypes.c_int,
        ]  # fmt: skip
        self._x.XDestroyImage.argtypes = [ctypes.c_void_p]
        self._x.XDisplayWidth.argtypes = self._x.XDisplayHeight.argtypes = [ctypes.c_void_p, ctypes.c_int]
        self._display = self._x.XOpenDisplay(None)
        self._root = self._x.XDefaultRootWindow(self._display)
        self._size = self._x.XDisplayWidth(self._display, 0), self._x.XDisplayHeight(self._display, 0)

    def look(self) -> Picture:
        """The screen as it is now."""
        every_plane, by_pixel = 0xFFFFFFFF, 2
        image = self._x.XGetImage(self._display, self._root, 0, 0, *self._size, every_plane, by_pixel)
        seen = image.contents
        held = ctypes.string_at(seen.data, seen.bytes_per_line * seen.height)
        picture = Picture(seen.width, seen.height, seen.bytes_per_line, held)
        self._x.XDestroyImage(image)
        return picture


def changed(one: Picture, there: Box, other: Picture, here: Box, enough: int, but: Box) -> int:
    """How many pixels in and round a control differ visibly between two pictures; counting ends at `enough`.

    The control may have moved between the pictures. What lies outside the screen in either is not compared, nor
    what lies in or round the control `but`, which has the focus in the other picture.
    """
    left, top = (min(REACH, there[side], here[side]) for side in (0, 1))
    right = min(REACH, *(one.width - place[0] - place[2] for place in (there, here)))
    below = min(REACH, *(one.height - place[1] - place[3] for place in (there, here)))
    across = there[2] + left + right
    found = 0
    for line in range(-top, there[3] + below):
        first = one.row(there[0] - left, there[1] + line, across)
        second = other.row(here[0] - left, here[1] + line, across)
        if but[1] - RING <= here[1] + line < but[1] + but[3] + RING:
            first, second = (
                _without(row, but[0] - RING - here[0] + left, but[2] + 2 * RING) for row in (first, second)
            )
        if first != second:
            found += _differing(first, second)
            if found >= enough:
                break
    return found


def _without(row: bytes, left: int, width: int) -> bytes:
    return row[: max(left, 0) * 4] + row[max(left + width, 0) * 4 :]


def _differing(first: bytes, second: bytes) -> int:
    pairs: dict[tuple[bytes, bytes], bool] = {}
    count = 0
    for place in range(0, len(first), 4):
        pair = first[place : place + 3], second[place : place + 3]
        if pair[0] != pair[1]:
            if pair not in pairs:
                pairs[pair] = contrast(*pair) >= CONTRAST
            count += pairs[pair]
    return count


def contrast(one: bytes, other: bytes) -> float:
    """The contrast of two colours, as WCAG measures it."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(pixel: bytes) -> float:
    blue, green, red = (_linear(each / 255) for each in pixel)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4
