"""How each block is set: what stands beside what, what is held together, what an empty one says."""

import pytest

from rise_desk.reports.blocks import Block, Entry, Fact, Facts, Heading, Paragraph, Quote, Table, WarningBox
from rise_desk.reports.paper import compose, flow, sheet
from rise_desk.reports.paper.flow import Strip
from rise_desk.reports.paper.text import Typesetter
from tests.reports.reading import document

NOTE = "Seen at school. She talked about the weekend and said that she had felt safe at her aunt's. "


def said(strips: list[Strip]) -> list[list[str]]:
    """The words of each strip, from left to right."""
    return [
        ["".join(run.text for run in words.line.runs) for words in sorted(strip.words, key=lambda each: each.at)]
        for strip in strips
    ]


def test_table_columns_fill_the_sheet_and_never_more(setter: Typesetter) -> None:
    for rows in ((("a", "b"),), (("a" * 200, "b " * 200),)):
        strips = compose.block_strips(Table(columns=("A", "B"), rows=rows), setter)
        ends = [words.at + words.line.width for strip in strips for words in strip.words]
        assert max(ends) <= sheet.MEASURE


@pytest.mark.parametrize(("lines", "whole"), [(2, True), (6, True), (7, False)])
def test_a_row_of_few_lines_stands_on_one_page(setter: Typesetter, lines: int, whole: bool) -> None:
    row = ("\n".join(f"line {at}" for at in range(lines)),)
    strips = compose.block_strips(Table(columns=("A",), rows=(row,) * 12), setter)
    row_height = sum(each.height for each in strips) / 12
    filled = flow.pages(strips, 3.5 * row_height)
    assert len(filled) > 3
    assert all(page[-1].strip.rule for page in filled) is whole


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


@pytest.mark.parametrize(
    "block",
    [Paragraph(text=NOTE), Entry(when="20 Nov", kind="Note", text=NOTE * 90), Facts(facts=(SHORT,)), Quote(text="No.")],
)
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
