"""Paper: a document of blocks becomes a PDF, and a PDF becomes pictures and text for a preview.

reportlab and pypdfium2 are imported when something is printed or shown, so the program starts without them.
"""

from rise_desk.reports.blocks import Document
from rise_desk.reports.paper.fonts import Fonts


def render(document: Document, fonts: Fonts) -> bytes:
    """The document as a PDF file: A4, real text in embedded fonts, the same bytes for the same document."""
    from rise_desk.reports.paper.drawing import pdf

    return pdf(document, fonts)


def page_count(document: Document, fonts: Fonts) -> int:
    """How many pages the document takes; found by setting its type, without drawing."""
    from rise_desk.reports.paper.drawing import page_count

    return page_count(document, fonts)
