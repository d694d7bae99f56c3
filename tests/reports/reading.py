"""Reads a PDF back as its reader would, and makes the smallest document around what a test is about."""

from typing import Any

from rise_desk.domain.moments import Moment
from rise_desk.reports.blocks import Block, Document
from rise_desk.reports.paper import pages

MARKING = "OFFICIAL-SENSITIVE"


def document(*found: Block, **values: Any) -> Document:
    """A document of these blocks."""
    known: dict[str, Any] = {
        "title": "Maisie Okafor",
        "footer": "Case summary, file 26-0147",
        "printed_by": "Priya Nair",
        "printed_at": Moment("2026-11-21T14:03+00:00"),
        "copy": "copy 2",
        **values,
    }
    return Document(blocks=found, **known)


def page_texts(pdf: bytes) -> list[str]:
    """The text of each page, white space made single."""
    return [" ".join(pages.page_text(pdf, index).split()) for index in range(pages.page_count(pdf))]


def bodies(pdf: bytes) -> str:
    """What stands between the markings of all pages, without any white space."""
    return "".join(squeezed(page.split(MARKING, 1)[1].rsplit(MARKING, 1)[0]) for page in page_texts(pdf))


def squeezed(text: str) -> str:
    """The text without white space, which lines and pages change."""
    return "".join(text.split())
