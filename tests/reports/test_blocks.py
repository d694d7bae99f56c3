"""The same document as plain text: everything in the same order, for people who don't see the page."""

import pytest

from rise_desk.reports.blocks import (
    Entry,
    Fact,
    Facts,
    Heading,
    Note,
    Paragraph,
    Quote,
    Table,
    WarningBox,
    as_text,
    foot_line,
    quoted,
)
from tests.reports.reading import document

FACT = Fact(label="School", value="Year 9")


def _lines(*blocks: object) -> list[str]:
    return as_text(document(*blocks)).splitlines()[3:-3]  # type: ignore[arg-type]  # any block will do


def test_a_document_is_told_in_the_order_of_its_pages() -> None:
    told = as_text(
        document(Note(text="None."), subject_line="born 12 March 2013", right_lines=("Case summary", "the whole file"))
    )
    assert told == (
        "OFFICIAL-SENSITIVE\n\nMaisie Okafor\nborn 12 March 2013\nCase summary\nthe whole file\n\nNone.\n\n"
        "Case summary, file 26-0147 · printed by Priya Nair, 21 November 2026 at 2:03pm · copy 2\nOFFICIAL-SENSITIVE\n"
    )


@pytest.mark.parametrize(
    ("block", "lines"),
    [
        (Heading(text="Identity"), ["IDENTITY"]),
        (Heading(text="Chronology", aside="newest first"), ["CHRONOLOGY", "newest first"]),
        (Paragraph(text="As <b>typed</b>"), ["As <b>typed</b>"]),
        (Note(text="No records."), ["No records."]),
        (Facts(facts=(FACT, FACT)), ["School: Year 9", "School: Year 9"]),
        (Quote(text="No."), ["“No.”"]),
        (Quote(text="No.", attribution="Maisie"), ["“No.”", "Maisie"]),
        (WarningBox(text="Do not tell family"), ["WARNING: Do not tell family"]),
        (WarningBox(text="Do not tell family", detail="L. Osei"), ["WARNING: Do not tell family", "L. Osei"]),
        (Entry(when="20 Nov", kind="Note", text="Met."), ["20 Nov · Note", "Met."]),
        (
            Entry(when="20 Nov", kind="Note", text="Met.", by="P", tags=("corrected",), own_words="No", facts=(FACT,)),
            ["20 Nov · Note · corrected · P", "“No”", "Met.", "School: Year 9"],
        ),
        (Table(columns=("Name", "Role"), rows=(("Ann", "GP"), ("Bo", ""))), ["Name: Ann; Role: GP", "Name: Bo"]),
        (Table(columns=("Name",), rows=()), ["None recorded."]),
        (Table(columns=(), rows=(), empty="Nobody."), ["Nobody."]),
    ],
)
def test_every_block_says_in_text_what_it_says_on_paper(block: object, lines: list[str]) -> None:
    assert _lines(block)[1:] == lines


@pytest.mark.parametrize("words", ["“No.”", '"No."'])
def test_words_that_are_quoted_already_get_no_second_marks(words: str) -> None:
    assert quoted(words) == words
    assert quoted("No.") == "“No.”"


def test_the_foot_leaves_out_what_is_empty() -> None:
    assert foot_line(document(footer="")) == "printed by Priya Nair, 21 November 2026 at 2:03pm · copy 2"
