"""The sheet of the program's keys: one A4 page, made in memory, that holds nothing of any file."""

from collections.abc import Sequence
from datetime import datetime

from rise_desk import __version__, places
from rise_desk.domain import moments
from rise_desk.reports import key_sheet
from rise_desk.reports.paper import fonts, pages, render


def pdf(groups: Sequence[tuple[str, Sequence[tuple[str, str]]]], now: datetime) -> bytes:
    """The sheet as PDF; each group is a title and its keys, with what they do."""
    document = key_sheet.build(groups, version=__version__, now=moments.minute(now))
    return render(document, fonts.choose((each.name, each.regular, each.bold) for each in places.font_files()))


def picture(pdf: bytes, dpi: int) -> bytes:
    """The sheet as a picture (PNG), for the screen and the printer."""
    return pages.page_png(pdf, 0, dpi)
