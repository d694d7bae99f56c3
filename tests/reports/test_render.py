"""Whole papers: what every page carries, how each block is set, and how little it costs."""

import re
import time
from io import BytesIO
from typing import Any

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rise_desk.reports import blocks, paper
from rise_desk.reports.blocks import Entry, Fact, Facts, Heading, Note, Paragraph, Quote, Table, WarningBox
from rise_desk.reports.paper import compose, flow, pages, sheet
from rise_desk.reports.paper.fonts import Fonts
from rise_desk.reports.paper.text import Typesetter
from tests.reports.reading import MARKING, bodies, document, page_texts, squeezed

NOTE = "Seen at school. She talked about the weekend and said that she had felt safe at her aunt's. "
TEN_PAGES = Entry(when="Thu 19 Nov 23:30", kind="Contact note", by="Priya Nair", text=(NOTE * 5 + "\n") * 90)
HOSTILE = "<b>Smith & \x07 😀 Zażółć مرحبا ok שלום 中 \ud800 " + "W" * 400


def test_every_page_is_marked_numbered_and_signed(computers_fonts: Fonts) -> None:
    texts = page_texts(paper.render(document(TEN_PAGES), computers_fonts))
    assert len(texts) > 9
    foot = "Case summary, file 26-0147 · printed by Priya Nair, 21 November 2026 at 2:03pm · copy 2"
    for number, text in enumerate(texts, 1):
        assert text.startswith(MARKING)
        assert text.endswith(f"{MARKING} {foot} page {number} of {len(texts)}")
        assert text.count(MARKING) == 2


def test_a_marking_is_printed_in_capitals(computers_fonts: Fonts) -> None:
    (text,) = page_texts(paper.render(document(marking="Private: for Maisie"), computers_fonts))
    assert text.count("PRIVATE: FOR MAISIE") == 2


def test_a_long_foot_ends_in_an_ellipsis_and_leaves_room_for_the_page_number(computers_fonts: Fonts) -> None:
    (text,) = page_texts(paper.render(document(printed_by="Anastasia " * 60), computers_fonts))
    assert "Anastasia" in text
    assert "…" in text
    assert text.endswith("page 1 of 1")


def test_a_note_of_ten_pages_loses_nothing_and_says_on_each_page_what_it_is(computers_fonts: Fonts) -> None:
    pdf = paper.render(document(TEN_PAGES, title=""), computers_fonts)
    texts = page_texts(pdf)
    again = squeezed("Thu 19 Nov 23:30 Contact note continued")
    words = bodies(pdf).replace(squeezed("Thu 19 Nov 23:30 Contact note Priya Nair"), "")
    assert all("Thu 19 Nov 23:30 Contact note continued" in text for text in texts[1:])
    assert "continued" not in texts[0]
    body = words.replace("Thu19Nov23:30", "").replace("Contactnote", "").replace("continued", "")
    assert body.replace("PriyaNair", "") == squeezed(TEN_PAGES.text)
    assert again not in squeezed(texts[0])


def test_nothing_is_drawn_outside_the_margins(computers_fonts: Fonts) -> None:
    everything = (
        Quote(text=HOSTILE, attribution=HOSTILE),
        Heading(text=HOSTILE, aside=HOSTILE),
        Facts(facts=(Fact(label=HOSTILE, value=HOSTILE), Fact(label="School", value="Year 9"))),
        WarningBox(text=HOSTILE, detail=HOSTILE),
        Paragraph(text="W" * 5000),
        Table(columns=("A", HOSTILE, "C"), rows=((HOSTILE, "x" * 900, ""), ("", "", ""))),
        Entry(when=HOSTILE, kind=HOSTILE, text=HOSTILE, by=HOSTILE * 2, tags=(HOSTILE,), own_words=HOSTILE),
    )
    pdf = paper.render(
        document(*everything, title=HOSTILE, subject_line=HOSTILE, right_lines=(HOSTILE,), printed_by=HOSTILE),
        computers_fonts,
    )
    for index in range(pages.page_count(pdf)):
        left, lower, right, upper = _ink(pdf, index)
        assert left >= sheet.LEFT - 2
        assert right <= sheet.WIDTH - sheet.RIGHT + 2
        assert lower >= sheet.FOOT_EDGE - 4
        assert upper <= sheet.HEIGHT - sheet.MARKING_TOP + 4


def _ink(pdf: bytes, index: int) -> tuple[float, float, float, float]:
    """The box around everything that is not white on a page, in points from the lower left corner."""
    image = pages.page_image(pdf, index, 72)
    stride = image.width * 3
    rows = [image.rgb[start : start + stride] for start in range(0, len(image.rgb), stride)]
    inked = [at for at, row in enumerate(rows) if row.strip(b"\xff")]
    left = min((len(row) - len(row.lstrip(b"\xff"))) // 3 for row in rows if row.strip(b"\xff"))
    right = max(len(row.rstrip(b"\xff")) / 3 for row in rows)
    return left, image.height - inked[-1], right, image.height - inked[0]


@settings(max_examples=40)
@given(text=st.text(max_size=120))
def test_any_text_prints_anywhere(text: str, computers_fonts: Fonts) -> None:
    everything = document(
        Quote(text=text, attribution=text),
        Heading(text=text, aside=text),
        Facts(facts=(Fact(label=text, value=text),)),
        WarningBox(text=text, detail=text),
        Note(text=text),
        Table(columns=(text, text), rows=((text, text),)),
        Entry(
            when=text,
            kind=text,
            text=text,
            by=text,
            tags=(text,),
            own_words=text,
            facts=(Fact(label=text, value=text),),
        ),
        title=text,
        subject_line=text,
        right_lines=(text,),
        printed_by=text,
        copy=text,
    )
    assert paper.render(everything, computers_fonts).startswith(b"%PDF")
    assert blocks.as_text(everything)


def test_the_same_document_gives_the_same_bytes(computers_fonts: Fonts) -> None:
    story = document(TEN_PAGES, Quote(text="Żółć שלום"))
    assert paper.render(story, computers_fonts) == paper.render(story, computers_fonts)


def test_the_file_says_what_it_is_without_naming_the_child(computers_fonts: Fonts) -> None:
    pdf = paper.render(document(printed_by="Zoë 😀"), computers_fonts)
    told = pypdfium2.PdfDocument(pdf)
    found = told.get_metadata_dict()
    told.close()
    assert (found["Title"], found["Author"]) == ("Case summary, file 26-0147", "Zoë [grinning face]")
    assert (found["Subject"], found["Creator"]) == (MARKING, "RISE Desk")
    assert found["CreationDate"] == found["ModDate"] == "D:20261121140300Z"
    assert b"en-GB" in pdf
    assert b"/FontFile2" in pdf


def test_the_paper_is_a4(computers_fonts: Fonts) -> None:
    told = pypdfium2.PdfDocument(paper.render(document(), computers_fonts))
    assert told.get_page_size(0) == pytest.approx((595.28, 841.89), abs=0.01)
    told.close()


def test_headings_are_listed_in_the_viewer(computers_fonts: Fonts) -> None:
    pdf = paper.render(document(Heading(text="Identity"), TEN_PAGES, Heading(text="Żółć"), TEN_PAGES), computers_fonts)
    told = pypdfium2.PdfDocument(pdf)
    found = [(each.get_title(), each.get_dest().get_index()) for each in told.get_toc()]
    told.close()
    assert [title for title, _ in found] == ["Identity", "Żółć"]
    assert found[0][1] == 0
    assert found[1][1] > 9


def test_each_column_is_read_to_its_end_before_the_next(computers_fonts: Fonts) -> None:
    row = ("first cell that is long enough to take more than one line of its column " * 2, "second cell " * 20)
    text = squeezed(page_texts(paper.render(document(Table(columns=("A", "B"), rows=(row,))), computers_fonts))[0])
    assert squeezed("".join(row)) in text


def test_a_table_names_its_columns_on_every_page(computers_fonts: Fonts) -> None:
    rows = tuple((f"Person {number}", "Aunt") for number in range(80))
    texts = page_texts(paper.render(document(Table(columns=("Who is it", "Relationship"), rows=rows)), computers_fonts))
    assert len(texts) > 1
    assert all(text.count("Who is it Relationship") == 1 for text in texts)


def test_a_panel_that_goes_over_a_page_is_drawn_on_both(computers_fonts: Fonts) -> None:
    pdf = paper.render(document(Paragraph(text="line\n" * 45), Quote(text=NOTE * 30)), computers_fonts)
    ground = bytes.fromhex(sheet.PANEL[1:])
    for index in (0, 1):
        rgb = pages.page_image(pdf, index, 40).rgb
        assert any(rgb[at : at + 3] == ground for at in range(0, len(rgb), 3))


def test_everything_empty_prints(vera: Fonts) -> None:
    nothing: dict[str, Any] = {"title": "", "footer": "", "printed_by": "", "copy": "", "marking": ""}
    empty = document(
        Heading(text=""),
        Facts(facts=()),
        Quote(text=""),
        WarningBox(text=""),
        Note(text=""),
        Paragraph(text=""),
        Entry(when="", kind="", text=""),
        Table(columns=("",), rows=(("",),)),
        **nothing,
    )
    assert pages.page_count(paper.render(empty, vera)) == 1


def test_two_years_of_records_cost_at_most_a_few_times_a_bare_canvas(computers_fonts: Fonts) -> None:
    """Measured at 2.3 times; a busy computer gets some room."""
    entry = Entry(when="Thu 19 Nov 23:30", kind="Contact note", by="Priya Nair", text=NOTE * 6)
    story = document(*[entry] * 400)
    whole = min(_seconds(lambda: paper.render(story, computers_fonts)) for _ in range(3))
    filled = flow.pages(compose.document_strips(story, Typesetter(computers_fonts)), 720)
    bare = min(_seconds(lambda: _bare(filled)) for _ in range(3))
    assert whole < 5 * bare


def _seconds(work: Any) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def _bare(filled: list[flow.Page]) -> None:
    from reportlab.pdfgen.canvas import Canvas

    canvas = Canvas(BytesIO())
    for page in filled:
        for placed in page:
            for words in placed.strip.words:
                for run in words.line.runs:
                    canvas.setFont(run.font, words.line.style.size)
                    canvas.drawString(54 + words.at, 780 - placed.top, run.text)
        canvas.showPage()
    canvas.save()


def test_reportlab_is_not_loaded_by_the_door_alone() -> None:
    import subprocess
    import sys

    asked = "import sys, rise_desk.reports.paper, rise_desk.reports.paper.pages; print(sorted(sys.modules))"
    told = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True).stdout
    assert not re.search("'(reportlab|pypdfium2)'", told)
