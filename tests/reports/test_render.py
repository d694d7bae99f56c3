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
from rise_desk.reports.blocks import Block, Entry, Fact, Facts, Heading, Note, Paragraph, Quote, Table, WarningBox
from rise_desk.reports.paper import compose, flow, pages, sheet
from rise_desk.reports.paper.flow import Strip
from rise_desk.reports.paper.fonts import Fonts
from rise_desk.reports.paper.text import Typesetter
from tests.reports.reading import MARKING, bodies, document, page_texts, squeezed

NOTE = "Seen at school. She talked about the weekend and said that she had felt safe at her aunt's. "
TEN_PAGES = Entry(when="Thu 19 Nov 23:30", kind="Contact note", by="Priya Nair", text=(NOTE * 5 + "\n") * 90)
HOSTILE = "<b>Smith & \x07 😀 Zażółć مرحبا ok שלום 中 \ud800 " + "W" * 400


def said(strips: list[Strip]) -> list[list[str]]:
    """The words of each strip, from left to right."""
    return [
        ["".join(run.text for run in words.line.runs) for words in sorted(strip.words, key=lambda each: each.at)]
        for strip in strips
    ]


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


def test_table_columns_fill_the_sheet_and_never_more(setter: Typesetter) -> None:
    for rows in ((("a", "b"),), (("a" * 200, "b " * 200),)):
        strips = compose.block_strips(Table(columns=("A", "B"), rows=rows), setter)
        ends = [words.at + words.line.width for strip in strips for words in strip.words]
        assert max(ends) <= sheet.MEASURE


@pytest.mark.parametrize("table", [Table(columns=(), rows=()), Table(columns=("A",), rows=(), empty="None recorded.")])
def test_an_empty_table_says_so(table: Table, setter: Typesetter) -> None:
    assert said(compose.block_strips(table, setter)) == [["None recorded."]]


def test_a_row_with_too_few_cells_is_a_mistake_in_the_program(setter: Typesetter) -> None:
    with pytest.raises(ValueError, match="argument 2"):
        compose.block_strips(Table(columns=("A", "B"), rows=(("a",),)), setter)


SHORT, LONG = Fact(label="School", value="Year 9"), Fact(label="Background", value=NOTE * 4)


@pytest.mark.parametrize(
    ("facts", "labels"),
    [
        ((), []),
        ((SHORT,), [["School"]]),
        ((SHORT, SHORT), [["School", "School"]]),
        ((SHORT, LONG, SHORT), [["School"], ["Background"], ["School"]]),
        ((LONG, LONG), [["Background"], ["Background"]]),
        ((SHORT, SHORT, SHORT), [["School", "School"], ["School"]]),
    ],
)
def test_short_facts_stand_beside_each_other(
    facts: tuple[Fact, ...], labels: list[list[str]], setter: Typesetter
) -> None:
    rows = said(compose.block_strips(Facts(facts=facts), setter))
    names = [[text for text in row if text in ("School", "Background")] for row in rows]
    assert [row for row in names if row] == labels


def test_an_aside_stands_at_the_right_where_there_is_room_and_below_where_not(setter: Typesetter) -> None:
    assert said(compose.block_strips(Heading(text="Chronology", aside="newest first"), setter)) == [
        ["Chronology", "newest first"]
    ]
    below = said(compose.block_strips(Heading(text="Chronology", aside="newest first, " * 9), setter))
    assert below[0] == ["Chronology"]
    assert below[1][0].startswith("newest first")


def test_who_decided_a_warning_stands_at_the_right_or_below(setter: Typesetter) -> None:
    beside = compose.block_strips(WarningBox(text="Do not tell family", detail="L. Osei"), setter)
    assert said(beside) == [["Do not tell family", "L. Osei"]]
    below = compose.block_strips(WarningBox(text="Do not tell family " * 6, detail="L. Osei"), setter)
    assert said(below)[-1] == ["L. Osei"]
    assert all(strip.panel and strip.panel.framed for strip in (*beside, *below))


def test_a_quote_stands_on_one_soft_panel(setter: Typesetter) -> None:
    alone = compose.block_strips(Quote(text="No."), setter)
    whose = compose.block_strips(Quote(text="No.", attribution="Maisie"), setter)
    assert said(alone) == [["“No.”"]]
    assert said(whose) == [["“No.”"], ["Maisie"]]
    assert len({id(strip.panel) for strip in whose}) == 1
    assert whose[0].panel
    assert not whose[0].panel.framed


def test_an_entry_puts_own_words_first_behind_a_bar(setter: Typesetter) -> None:
    full = Entry(
        when="20 Nov",
        kind="Note",
        text="Met.",
        by="Priya",
        tags=("corrected", "reserved"),
        own_words="No",
        facts=(Fact(label="Where", value="School"), Fact(label="Told", value="yes")),
    )
    strips = compose.block_strips(full, setter)
    assert said(strips) == [
        ["20 Nov", "Note", "Priya"],
        ["corrected · reserved"],
        ["“No”"],
        ["Met."],
        ["Where: School · Told: yes"],
    ]
    assert [strip.bar is not None for strip in strips] == [False, False, True, False, False]


def test_an_author_with_a_long_name_stands_under_the_kind(setter: Typesetter) -> None:
    strips = compose.block_strips(Entry(when="", kind="Note", text="Met.", by="Konstantinopolitanische " * 4), setter)
    assert said(strips)[0] == ["", "Note"]
    assert said(strips)[1][0].startswith("Konstantinopolitanische")


def test_a_long_name_is_set_smaller(setter: Typesetter) -> None:
    def size(title: str) -> float:
        strips = compose.document_strips(document(title=title), setter)
        return strips[0].words[0].line.style.size

    assert size("Maisie Okafor") == sheet.TITLE.size
    assert size("Anastasia Konstantinopolitanische " * 4) == sheet.LONG_TITLE.size


def test_a_title_without_anything_beside_it_takes_the_whole_measure(setter: Typesetter) -> None:
    title = "Anastasia Konstantinopolitanische "
    alone = compose.document_strips(document(title=title), setter)
    beside = compose.document_strips(document(title=title, right_lines=("Case summary", "2026")), setter)
    assert len(alone) < len(beside)


@pytest.mark.parametrize("block", [Paragraph(text=NOTE), TEN_PAGES, Facts(facts=(SHORT,)), Quote(text="No.")])
@pytest.mark.parametrize("lines", range(40, 56))
def test_a_heading_is_never_the_last_thing_on_a_page(block: Block, lines: int, setter: Typesetter) -> None:
    story = document(Paragraph(text="line\n" * lines), Heading(text="Chronology"), block)
    filled = flow.pages(compose.document_strips(story, setter), 720)
    for page in filled:
        last = [placed.strip for placed in page if placed.strip.words][-1]
        assert ["Chronology"] not in said([last])


def test_two_boxes_do_not_touch(setter: Typesetter) -> None:
    warning = WarningBox(text="Do not tell family")
    strips = compose.document_strips(document(warning, warning, Heading(text="x"), warning), setter)
    gaps = [strip.height for strip in strips if not strip.words]
    assert gaps[1] > 2 * 6 + 4
    assert gaps[3] > gaps[0] / 2


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
