"""A finished PDF as pages: how many, their pictures for preview and printers, their text.

pypdfium2 may be used by one thread at a time: one lock holds the others back.
"""

import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Lock
from typing import Any

from rise_desk.errors import Damaged

_one_at_a_time = Lock()
POINTS_PER_INCH = 72
HYPHEN_AT_LINE_END = "\ufffe"


@dataclass(frozen=True, kw_only=True)
class PageImage:
    """A page as a picture: `rgb` holds three bytes for each pixel, row by row from the top, no padding."""

    width: int
    height: int
    rgb: bytes


def page_count(pdf: bytes) -> int:
    """How many pages the PDF has."""
    with _opened(pdf) as document:
        return len(document)


def page_image(pdf: bytes, index: int, dpi: int = 150) -> PageImage:
    """One page (the first is 0) as a picture at so many dots to the inch."""
    with _opened(pdf) as document:
        bitmap = document[index].render(scale=dpi / POINTS_PER_INCH, rev_byteorder=True)
        rows = bytes(bitmap.buffer)
        used = bitmap.width * bitmap.n_channels
        starts = range(0, bitmap.height * bitmap.stride, bitmap.stride)
        rgb = b"".join(rows[start : start + used] for start in starts)
        return PageImage(width=bitmap.width, height=bitmap.height, rgb=rgb)


def page_png(pdf: bytes, index: int, dpi: int = 150) -> bytes:
    """One page (the first is 0) as a PNG file."""
    image = page_image(pdf, index, dpi)
    stride = image.width * 3
    rows = (b"\x00" + image.rgb[start : start + stride] for start in range(0, len(image.rgb), stride))
    header = struct.pack(">IIBBBBB", image.width, image.height, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(b"".join(rows), 6)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, data) for name, data in chunks)


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def page_text(pdf: bytes, index: int) -> str:
    """The text of one page (the first is 0) as a reader copies it out, line by line."""
    with _opened(pdf) as document:
        text: str = document[index].get_textpage().get_text_range()
    return text.replace(HYPHEN_AT_LINE_END, "-").replace("\r\n", "\n")


@contextmanager
def _opened(pdf: bytes) -> Iterator[Any]:
    import pypdfium2

    with _one_at_a_time:
        try:
            document = pypdfium2.PdfDocument(pdf)
        except pypdfium2.PdfiumError:
            raise Damaged("These pages can't be shown: the PDF is damaged or is not a PDF.") from None
        try:
            yield document
        finally:
            document.close()
