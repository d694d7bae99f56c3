"""The key sheet as a file and as a picture."""

from datetime import UTC, datetime

from rise_desk import __version__
from rise_desk.services import key_sheet
from tests.reports.reading import page_texts


def test_the_sheet_is_a_page_and_a_picture() -> None:
    pdf = key_sheet.pdf([("Go", [("Ctrl+1", "Today")])], datetime(2026, 11, 21, 10, tzinfo=UTC))
    (page,) = page_texts(pdf)
    assert "Go Ctrl+1 Today" in page
    assert f"RISE Desk {__version__}, keys" in page
    small, large = (key_sheet.picture(pdf, dpi) for dpi in (40, 80))
    assert small.startswith(b"\x89PNG")
    assert len(small) < len(large)
