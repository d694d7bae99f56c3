"""Shapes before a text: each band has its own, boxes are ticked or not, and the words are read back as they are."""

import pytest

from rise_desk.reports import paper
from rise_desk.reports.blocks import Fact, Facts, Table, as_text
from rise_desk.reports.led import BOX, TICKED, Led, plain
from rise_desk.reports.paper import pages, shapes, sheet
from rise_desk.reports.paper.fonts import Fonts
from tests.reports.reading import document, page_texts

SHAPES = (BOX, TICKED, "green", "amber", "red")


def _picture(fonts: Fonts, text: str) -> bytes:
    pdf = paper.render(document(Table(columns=("Band",), rows=((text,),))), fonts)
    return pages.page_png(pdf, 0, 100)


def test_every_shape_is_another_and_none_is_nothing(vera: Fonts) -> None:
    drawn = {shape: _picture(vera, Led("Word", shape)) for shape in (*SHAPES, "of no band")}
    assert len(set(drawn.values())) == len(SHAPES) + 1


def test_the_words_are_read_back_without_a_letter_more(vera: Fonts) -> None:
    told = document(Facts(facts=(Fact(label="Band", value=Led("Amber", "amber")),)))
    assert "Band Amber" in page_texts(paper.render(told, vera))[0]


@pytest.mark.parametrize(
    ("text", "read"),
    [("yes", "yes"), (Led("yes", BOX), "[ ] yes"), (Led("yes", TICKED), "[x] yes"), (Led("Red", "red"), "Red")],
)
def test_read_out_a_tick_is_said_and_a_band_is_its_word(text: str, read: str) -> None:
    assert plain(text) == read
    assert f"Which: {read}\n" in as_text(document(Facts(facts=(Fact(label="Which", value=text),))))
    assert f"Which: {read}\n" in as_text(document(Table(columns=("Which",), rows=((text,),))))


def test_a_shape_takes_room_and_plain_text_none() -> None:
    assert shapes.before("Red", sheet.BODY) == 0
    assert 9 < shapes.before(Led("Red", "red"), sheet.BODY) < 13
