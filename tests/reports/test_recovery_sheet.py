"""The recovery key on paper: every group under its number, on one page."""

from rise_desk.domain.moments import Moment
from rise_desk.reports import recovery_sheet
from rise_desk.reports.paper import render
from rise_desk.reports.paper.fonts import Fonts
from tests.reports.reading import page_texts

KEY = "GG1-ABV-GCE-QZN-RMG-TY8-SAF-26Q-DNF"


def test_the_sheet_holds_every_group_under_its_number_on_one_page(computers_fonts: Fonts) -> None:
    document = recovery_sheet.build(KEY, records="Team", printed_by="Lena Osei", now=Moment("2026-11-21T10:00+00:00"))
    (page,) = page_texts(render(document, computers_fonts))
    for place, group in enumerate(KEY.split("-"), start=1):
        assert f"{place} {group}" in page
    assert "“Team”" in page
    assert "OFFICIAL-SENSITIVE" in page
