"""A finished PDF as pages: pictures and text, whoever asks from whichever thread."""

import struct
import zlib
from concurrent.futures import ThreadPoolExecutor

import pytest

from rise_desk.errors import Damaged
from rise_desk.reports import paper
from rise_desk.reports.blocks import Paragraph
from rise_desk.reports.paper import pages
from rise_desk.reports.paper.fonts import Fonts
from tests.reports.reading import document


@pytest.fixture(scope="module")
def two_pages(computers_fonts: Fonts) -> bytes:
    return paper.render(document(Paragraph(text="line\n" * 70)), computers_fonts)


def test_pages_are_counted(two_pages: bytes) -> None:
    assert pages.page_count(two_pages) == 2


@pytest.mark.parametrize("dpi", [72, 150])
def test_a_picture_is_as_large_as_its_page(two_pages: bytes, dpi: int) -> None:
    image = pages.page_image(two_pages, 0, dpi)
    assert abs(image.width - 595.276 * dpi / 72) <= 1
    assert abs(image.height - 841.89 * dpi / 72) <= 1
    assert len(image.rgb) == image.width * image.height * 3


def test_a_picture_is_dark_ink_on_white(two_pages: bytes) -> None:
    image = pages.page_image(two_pages, 0, 72)
    pixels = {image.rgb[at : at + 3] for at in range(0, len(image.rgb), 3)}
    assert image.rgb[:3] == b"\xff\xff\xff"
    red, _green, blue = min(pixels, key=sum)
    assert red < blue < 128


def test_a_png_holds_the_same_picture(two_pages: bytes) -> None:
    png = pages.page_png(two_pages, 1, 72)
    image = pages.page_image(two_pages, 1, 72)
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    assert struct.unpack(">II", png[16:24]) == (image.width, image.height)
    start = png.index(b"IDAT")
    (length,) = struct.unpack(">I", png[start - 4 : start])
    rows = zlib.decompress(png[start + 4 : start + 4 + length])
    assert rows[: 1 + image.width * 3] == b"\x00" + image.rgb[: image.width * 3]
    assert len(rows) == image.height * (1 + image.width * 3)
    assert struct.unpack(">I", png[-4:])[0] == zlib.crc32(b"IEND")


def test_text_is_read_page_by_page(two_pages: bytes) -> None:
    assert "page 1 of 2" in pages.page_text(two_pages, 0)
    assert "page 2 of 2" in pages.page_text(two_pages, 1)


def test_a_hyphen_at_the_end_of_a_line_stays_a_hyphen(computers_fonts: Fonts) -> None:
    pdf = paper.render(document(Paragraph(text="well-\nknown")), computers_fonts)
    assert "".join(pages.page_text(pdf, 0).split()).count("well-known") == 1


@pytest.mark.parametrize("damaged", [b"", b"not a PDF", b"%PDF-1.4\n"])
def test_what_is_not_a_pdf_is_refused_in_one_sentence(damaged: bytes) -> None:
    with pytest.raises(Damaged, match="can't be shown"):
        pages.page_count(damaged)


def test_many_threads_may_ask_at_once(two_pages: bytes) -> None:
    expected = [pages.page_png(two_pages, index, 50) for index in (0, 1)]
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda index: pages.page_png(two_pages, index, 50), [0, 1] * 8))
    assert found == expected * 8
