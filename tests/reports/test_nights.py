"""A year of nights, bars and a photo on paper: told apart in grey, told in words, within the margins, on one page."""

from datetime import UTC, date, datetime

import pypdfium2
import pytest

from rise_desk.domain.missing import MissingEpisode
from rise_desk.domain.moments import Moment
from rise_desk.domain.nights import nights, year
from rise_desk.domain.record import Id
from rise_desk.reports import blocks, paper
from rise_desk.reports.blocks import Fact, Heading, Paragraph, Portrait
from rise_desk.reports.night_blocks import Bars, Calendar, Tally
from rise_desk.reports.paper import calendar, compose, flow, pages, pictures, portrait, sheet
from rise_desk.reports.paper.fonts import Fonts
from rise_desk.reports.paper.text import Typesetter
from tests.reports.reading import document, page_texts
from tests.reports.seeking import photo

NOW = datetime(2026, 11, 21, 10, tzinfo=UTC)
DARK, BRIGHT = 90, 200


def _calendar() -> Calendar:
    """A night away on Tuesday 3 November, a day away for a time on the 10th, and a night in February."""
    spans = (
        ("2026-11-03T23:00+00:00", "2026-11-04T07:00+00:00"),
        ("2026-11-10T15:00+00:00", "2026-11-10T18:00+00:00"),
        ("2026-02-07T22:00+00:00", "2026-02-08T06:00+00:00"),
    )
    held = [
        MissingEpisode(id=Id(at), subject=Id(1), reported_at=Moment(went), returned_at=Moment(back))
        for at, (went, back) in enumerate(spans, 1)
    ]
    return Calendar(months=year(nights(held, NOW), date(2026, 11, 21)))


def _grey(pdf: bytes, left: float, top: float) -> int:
    """How bright a place of the first page is, from the left margin and the top of the sheet in points: 0 to 255."""
    image = pages.page_image(pdf, 0, 144)
    at = (round(top * 2) * image.width + round((sheet.LEFT + left) * 2)) * 3
    return sum(image.rgb[at : at + 3]) // 3


def test_a_calendar_reads_month_by_month_in_words() -> None:
    text = blocks.as_text(document(_calendar()))
    assert (
        "February 2026: away overnight Sat 7.\nNovember 2026: away overnight Tue 3; away for a time Tue 10.\n" in text
    )
    assert "October" not in text


def test_nights_are_filled_days_are_framed_and_others_are_neither(setter: Typesetter) -> None:
    strips = calendar.calendar_strips(_calendar(), setter)
    boxes = [box for strip in strips for box in strip.boxes]
    assert sorted(box.framed for box in boxes) == [False, False, True]
    assert all(strip.holds for strip in strips[:-1])
    assert not strips[-1].holds
    november = next(strip for strip in strips for box in strip.boxes if not box.framed and box.at > sheet.MEASURE / 2)
    numbers = {words.line.runs[0].text: words for words in november.words if words.column == 5}
    assert numbers["3"].line.style.ink == "#ffffff"
    assert numbers["4"].line.style.ink == sheet.SOFT


def test_a_calendar_is_seen_in_grey_and_stays_within_the_margins(computers_fonts: Fonts) -> None:
    pdf = paper.render(document(_calendar(), title=""), computers_fonts)
    (text,) = page_texts(pdf)
    assert "Dec 2025" in text
    assert "Nov 2026" in text
    strips = calendar.calendar_strips(_calendar(), Typesetter(computers_fonts))
    assert max(box.at + box.wide for strip in strips for box in strip.boxes) <= sheet.MEASURE
    assert max(words.at + words.line.width for strip in strips for words in strip.words) <= sheet.MEASURE


def test_bars_are_as_high_as_their_share_and_say_their_number(setter: Typesetter) -> None:
    weekdays = Tally(name="Went, by weekday", labels=("Mon", "Tue", "Wed"), counts=(4, 2, 0))
    hours = Tally(name="By hour", labels=("00", "01"), counts=(0, 0))
    _names, bars, _under = calendar.bars_strips(Bars(tallies=(weekdays, hours)), setter)
    tall = [box.tall for box in bars.boxes]
    assert tall == [calendar.HIGHEST, calendar.HIGHEST / 2, 0.5, 0.5, 0.5]
    assert [words.line.runs[0].text for words in bars.words] == ["4", "2"]
    assert bars.boxes[0].down + bars.boxes[0].tall == bars.boxes[2].down + bars.boxes[2].tall
    text = blocks.as_text(document(Bars(tallies=(weekdays, hours))))
    assert "Went, by weekday: Mon 4, Tue 2\nBy hour: none\n" in text


def test_a_calendar_and_bars_are_never_torn_apart(computers_fonts: Fonts, setter: Typesetter) -> None:
    bars = Bars(tallies=(Tally(name="Went", labels=("Mon", "Tue"), counts=(1, 2)),))
    for block in (_calendar(), bars):
        for lines in range(30, 60, 2):
            found = flow.pages(compose.document_strips(document(Paragraph(text="x\n" * lines), block), setter), 600)
            tops = [{id(placed.strip) for placed in page if placed.strip.boxes} for page in found]
            assert sum(bool(each) for each in tops) == 1


@pytest.mark.parametrize(("wide", "tall"), [(90, 120), (200, 100), (10, 400)])
def test_a_photo_keeps_its_shape_and_fills_its_frame(wide: int, tall: int) -> None:
    across, down = pictures.within(photo(wide, tall), portrait.WIDE, portrait.TALL)
    assert across / down == pytest.approx(wide / tall)
    assert max(across / portrait.WIDE, down / portrait.TALL) == pytest.approx(1)


@pytest.mark.parametrize("broken", [b"", b"no picture", photo()[:20], b"\xff\xc3" + bytes(20)])
def test_a_picture_that_can_not_be_read_has_no_size(broken: bytes) -> None:
    assert pictures.size(broken) == (0, 0)
    assert pictures.within(broken, 10, 10) == (0, 0)


def test_a_photo_is_drawn_as_it_is_kept_with_the_facts_beside_it(computers_fonts: Fonts) -> None:
    made = photo()
    facts = (Fact(label="Name", value="Maisie Okafor"), Fact(label="Eyes", value="not recorded"))
    block = Portrait(photo=made, caption="Photo taken 2 August 2026", facts=facts)
    pdf = paper.render(document(block, title=""), computers_fonts)
    assert made in pdf
    assert pdf == paper.render(document(block, title=""), computers_fonts)
    (text,) = page_texts(pdf)
    assert "Photo taken 2 August 2026 Name Maisie Okafor Eyes not recorded" in text
    top = sheet.TOP + portrait.CAPTION + 60
    assert DARK < _grey(pdf, portrait.WIDE / 2 - 10, top) < BRIGHT
    assert _grey(pdf, portrait.BESIDE + 200, top) > BRIGHT
    objects = list(pypdfium2.PdfDocument(pdf)[0].get_objects())
    assert sum(each.type == pypdfium2.raw.FPDF_PAGEOBJ_IMAGE for each in objects) == 1


def test_without_a_photo_its_place_stays_open(computers_fonts: Fonts) -> None:
    empty = Portrait(photo=b"", caption="No photo on file", facts=())
    pdf = paper.render(document(empty, title=""), computers_fonts)
    middle = sheet.TOP + portrait.CAPTION + portrait.TALL / 2
    assert _grey(pdf, portrait.WIDE / 2, middle) > BRIGHT
    edge = [_grey(pdf, at / 4, middle) for at in range(-8, 8)]
    assert min(edge) < BRIGHT
    assert "No photo on file" in page_texts(pdf)[0]


def test_long_facts_make_the_portrait_longer_and_leave_the_photo_where_it_is(setter: Typesetter) -> None:
    long = Portrait(photo=photo(), caption="Photo", facts=(Fact(label="Description", value="Tall. " * 200),))
    short = Portrait(photo=photo(), caption="Photo", facts=(Fact(label="Name", value="Maz"),))
    heights = [sum(each.height for each in portrait.portrait_strips(block, setter)) for block in (long, short)]
    assert heights[1] == pytest.approx(portrait.CAPTION + portrait.TALL)
    assert heights[0] > heights[1]
    for block in (long, short):
        strips = portrait.portrait_strips(block, setter)
        assert [bool(each.pictures) for each in strips] == [True] + [False] * (len(strips) - 1)


def test_a_dense_document_takes_less_room(computers_fonts: Fonts) -> None:
    many = [block for at in range(40) for block in (Heading(text=f"Part {at}"), Paragraph(text="Words."))]
    airy, dense = (paper.page_count(document(*many, dense=is_so), computers_fonts) for is_so in (False, True))
    assert dense < airy


def test_a_document_of_at_most_so_many_pages_says_that_there_is_more(computers_fonts: Fonts) -> None:
    long = Paragraph(text="Words and words.\n" * 200)
    for most, ends in ((0, False), (1, True), (2, True), (5, False)):
        texts = page_texts(paper.render(document(long, most_pages=most), computers_fonts))
        assert len(texts) == most or not ends
        assert (blocks.NO_ROOM in texts[-1]) is ends
        assert texts[0].count("page 1 of") == 1
        assert f"page 1 of {len(texts)}" in texts[0]


def test_what_is_as_high_as_a_page_gives_way_to_the_ending(setter: Typesetter) -> None:
    whole = [[flow.Placed(0.0, flow.Strip(height=100))]] * 2
    ending = [flow.Strip(height=10)]
    (page,) = flow.at_most(whole, 1, ending, 100)
    assert [each.strip for each in page] == ending
    assert flow.at_most(whole, 2, ending, 100) is whole


def test_a_bare_table_says_its_name_on_the_next_page(computers_fonts: Fonts) -> None:
    rows = tuple((f"Place {at}", "found there") for at in range(80))
    table = blocks.Table(columns=("Place", "How it is known"), rows=rows, bare="Likely places")
    first, *others = page_texts(paper.render(document(table), computers_fonts))
    assert "How it is known" not in first
    assert "Likely places, continued" not in first
    assert all("Likely places, continued" in each for each in others)
    assert others
    assert "Place: Place 3; How it is known: found there" in blocks.as_text(document(table))
