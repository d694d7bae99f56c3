"""Pictures on paper: a photo goes into the PDF as it is kept, so that a large one takes no longer than a small one."""

import struct
from hashlib import sha256
from io import BytesIO
from typing import Any


def size(jpeg: bytes) -> tuple[int, int]:
    """How many dots wide and high a JPEG is; none at all where it can't be read."""
    from reportlab.pdfbase.pdfdoc import PDFError
    from reportlab.pdfbase.pdfutils import readJPEGInfo

    try:
        wide, tall, *_ = readJPEGInfo(BytesIO(jpeg))
    except (PDFError, struct.error):
        return 0, 0
    return wide, tall


def within(jpeg: bytes, wide: float, tall: float) -> tuple[float, float]:
    """How large a picture stands in a frame, its shape kept; none at all where it can't be read."""
    across, down = size(jpeg)
    if not (across and down):
        return 0.0, 0.0
    scale = min(wide / across, tall / down)
    return across * scale, down * scale


def draw(canvas: Any, jpeg: bytes, box: tuple[float, float, float, float]) -> None:
    """Draw a JPEG that can be read: from the left, from the foot of the sheet, how wide, how high."""
    left, low, wide, tall = box
    canvas.drawImage(_Kept(jpeg), left, low, wide, tall)


class _Kept:
    """A JPEG as reportlab asks for one that need not be unpacked, known by its content."""

    def __init__(self, jpeg: bytes) -> None:
        self._jpeg = jpeg

    def jpeg_fh(self) -> BytesIO:
        """The file as it is."""
        return BytesIO(self._jpeg)

    def __str__(self) -> str:
        return sha256(self._jpeg).hexdigest()
