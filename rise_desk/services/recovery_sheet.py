"""The recovery key on paper, made in memory and never kept: it exists nowhere but on the sheet."""

from datetime import datetime

from rise_desk import places
from rise_desk.domain import moments
from rise_desk.reports import recovery_sheet
from rise_desk.reports.paper import fonts, pages, render


def picture(key: str, *, records: str, printed_by: str, now: datetime, dpi: int) -> bytes:
    """The sheet with this key as a picture (PNG) for the printer; `records` is what its folder is called."""
    document = recovery_sheet.build(key, records=records, printed_by=printed_by, now=moments.minute(now))
    found = fonts.choose((each.name, each.regular, each.bold) for each in places.font_files())
    return pages.page_png(render(document, found), 0, dpi)
