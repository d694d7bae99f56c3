"""The heat-strip on paper: legible in grey, whole in the PDF, and nothing lost where there are too many to draw."""

from itertools import pairwise
from typing import Any

import pytest

from rise_desk.domain.heat import Lane, Mark, Strip
from rise_desk.domain.moments import Moment
from rise_desk.reports import blocks, paper
from rise_desk.reports.blocks import Heading, Heat, Note, Table
from rise_desk.reports.heat import ACROSS, heat
from rise_desk.reports.led import Led
from rise_desk.reports.paper import pages, sheet
from rise_desk.reports.paper.fonts import Fonts
from rise_desk.reports.paper.heat import LABELS, ground, heat_strips, ink
from rise_desk.reports.paper.text import Typesetter
from tests.domain.heat_sheets import SIXTY, SPRING, made, strip_from, strip_of, with_another_instrument
from tests.reports.reading import document, page_texts

LANES = (
    Lane(key="missing", label="Nights missing", marks=(Mark(at=Moment("2026-05-01")), Mark(at=Moment("2026-01-01")))),
    Lane(
        key="disruption",
        label="Disruption",
        marks=(
            Mark(at=Moment("2026-10-19"), text="notice served"),
            Mark(at=Moment("2026-10-19"), text="visited"),
            Mark(at=Moment("2026-11-19"), text="premises visited by the licensing officer again"),
        ),
    ),
)


def _page(strip: Strip, fonts: Fonts) -> str:
    return page_texts(paper.render(document(*heat(strip)), fonts))[0]


def test_days_bands_sums_and_every_score_are_on_the_page(computers_fonts: Fonts) -> None:
    text = _page(strip_of(SPRING), computers_fonts)
    assert "Ten indicators, April to November 2026" in text
    assert "5 is the highest risk; the score informs, people decide" in text
    assert "14 Apr 26 May 7 Jul 18 Aug 29 Sep 10 Nov Band Amber Red Red Red Amber Amber" in text
    assert "31 + 6 = 37 33 + 7 = 40 39 + 8 = 47" in text
    assert "Missing 4 4 5 5 4 3 School 3 3 4 4 3 3 Drugs, alcohol 2 3 3 3 2 2" in text
    assert "Exploitation 3 3 5 5 4 3" in text


def test_a_file_without_an_assessment_says_so() -> None:
    assert heat(Strip()) == [Heading(text="Ten indicators"), Note(text="There is no assessment yet.")]


def test_an_empty_strip_draws_nothing(setter: Typesetter) -> None:
    assert heat_strips(Strip(), setter) == []


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("score", range(6))
def test_numbers_are_legible_on_their_grey(score: int) -> None:
    dark, light = sorted((_luminance(ground(score)), _luminance(ink(score))))
    assert (light + 0.05) / (dark + 0.05) >= 4.5


def test_the_greys_grow_darker_with_the_risk() -> None:
    tones = [_luminance(ground(score)) for score in range(6)]
    steps = [(one + 0.05) / (next_ + 0.05) for one, next_ in pairwise(tones)]
    assert min(steps) > 1.2


def test_what_is_not_yet_known_has_a_frame_and_no_grey(setter: Typesetter) -> None:
    known, unknown = (
        heat_strips(strip_of([(levels, 5, "2026-04-14")]), setter) for levels in ("3" * 10, "0" + "3" * 9)
    )
    framed = [[box.framed for line in lines for box in line.boxes] for lines in (known, unknown)]
    assert framed == [[False] * 10, [True, *[False] * 9]]
    assert _said(unknown)[-1] == "? not yet known"


def _said(lines: list[Any]) -> list[str]:
    return [" ".join(run.text for words in line.words for run in words.line.runs) for line in lines]


def test_a_band_that_waits_says_which_and_why(setter: Typesetter, computers_fonts: Fonts) -> None:
    strip = strip_of(SPRING, band="green", band_reason="Steady.")
    assert "green waits" in _said(heat_strips(strip, setter))
    told = "10 November 2026: Green was chosen and waits for a manager; until then amber shows."
    assert told in _page(strip, computers_fonts)
    assert "waits" not in _page(strip_of(SPRING), computers_fonts)


def test_lanes_lie_on_the_same_axis(setter: Typesetter) -> None:
    lines = heat_strips(strip_of(SPRING, LANES), setter)
    missing, disruption, footnote = lines[-3:]
    assert [len(each.boxes) for each in (missing, disruption)] == [1, 3]
    first = next(line for line in lines if line.boxes)
    assert first.boxes[0].at < missing.boxes[0].at < first.boxes[1].at + first.boxes[1].wide
    told = _said([disruption])[0]
    assert told.startswith("Disruption")
    assert "visited" in told
    assert _said([footnote]) == ["Earlier than the first column: Nights missing 1"]


def test_a_lane_whose_marks_all_came_long_before_has_its_place_and_none_of_them(setter: Typesetter) -> None:
    lane = Lane(key="missing", label="Nights missing", marks=(Mark(at=Moment("2020-01-01")),))
    empty, footnote = heat_strips(strip_of(SPRING, (lane,)), setter)[-2:]
    assert empty.boxes == ()
    assert _said([footnote]) == ["Earlier than the first column: Nights missing 1"]


def test_nothing_is_said_of_lanes_that_are_not_kept(setter: Typesetter) -> None:
    assert len(heat_strips(strip_of(SPRING), setter)) == 3 + 10


def test_another_instrument_is_marked(setter: Typesetter) -> None:
    practice, key = with_another_instrument()
    first, second = made("3" * 10, "2026-04-14", 2, instrument=key), made("3" * 10, "2026-05-26", 3)
    said = _said(heat_strips(strip_from(first, second, practice=practice), setter))
    assert said[0] == "14 Apr * 26 May"
    assert said[-1] == "* made with another instrument: Our own wording, 2024"


@pytest.mark.parametrize(("many", "told"), [(8, "1 earlier assessment is"), (60, "53 earlier assessments are")])
def test_earlier_assessments_are_listed_below(many: int, told: str, computers_fonts: Fonts) -> None:
    strip = strip_of(SIXTY[-many:])
    _heading, drawn, note, table = heat(strip)
    assert isinstance(drawn, Heat)
    assert len(drawn.strip.columns) == ACROSS
    assert note == Note(text=f"{told} in the list below.")
    assert isinstance(table, Table)
    assert len(table.rows) == many - ACROSS
    assert table.rows[-1][1:] == (
        strip.columns[0].band_label,
        strip.columns[0].sum_words,
        " ".join(row.cells[0].text for row in strip.rows),
    )
    assert pages.page_count(paper.render(document(*heat(strip)), computers_fonts)) <= 3


def test_as_many_as_fit_need_no_list() -> None:
    assert len(heat(strip_of(SIXTY[:ACROSS]))) == 2


def test_a_band_that_waits_is_told_in_the_list_too() -> None:
    strip = strip_of(SIXTY[:1], band="green", band_reason="Steady.")
    later = strip_of([*SIXTY[:ACROSS]])
    joined = Strip(
        columns=(*strip.columns, *later.columns),
        rows=tuple(
            type(row)(key=row.key, label=row.label, title=row.title, cells=(*row.cells, *other.cells))
            for row, other in zip(strip.rows, later.rows, strict=True)
        ),
    )
    table = heat(joined)[-1]
    assert isinstance(table, Table)
    band = table.rows[0][1]
    assert isinstance(band, Led)
    assert (band, band.shape) == ("Amber; green waits", "amber")


@pytest.mark.parametrize("many", [1, 2, ACROSS])
def test_no_number_stands_beside_the_sheet(many: int, setter: Typesetter) -> None:
    for line in heat_strips(strip_of(SIXTY[-many:]), setter):
        for words in line.words:
            assert words.at >= 0
            assert words.at + words.line.width <= sheet.MEASURE + 0.1
        for box in line.boxes:
            assert box.at >= LABELS
            assert box.at + box.wide <= sheet.MEASURE + 0.1


def test_the_strip_stays_on_one_page(setter: Typesetter) -> None:
    lines = heat_strips(strip_of(SPRING, LANES), setter)
    assert [line.holds for line in lines] == [True] * (len(lines) - 1) + [False]


def test_a_sum_too_long_for_its_column_is_the_total(setter: Typesetter) -> None:
    unknown = [("00" + levels[2:], judgement, day) for levels, judgement, day in SIXTY[:ACROSS]]
    said = _said(heat_strips(strip_of(unknown), setter))
    assert strip_of(unknown).columns[0].total in said[3]
    assert "=" not in said[3]


def test_years_stand_above_the_days(setter: Typesetter) -> None:
    days = [("3" * 10, 5, day) for day in ("2025-11-12", "2025-12-24", "2026-02-04")]
    assert _said(heat_strips(strip_of(days), setter))[:2] == ["2025 2026", "12 Nov 24 Dec 4 Feb"]


def test_as_text_the_strip_is_sentences() -> None:
    text = blocks.as_text(document(*heat(strip_of(SPRING[:2]))))
    assert "26 May 2026: red, 33 + 7 = 40." in text
    assert "Since 14 April 2026 the total went from 37 to 40." in text
