"""Lines of type: they fit their measure, lose nothing, and break where a reader would."""

from pathlib import Path

import pytest
import reportlab
from hypothesis import given
from hypothesis import strategies as st

from rise_desk import places
from rise_desk.reports.paper import fonts
from rise_desk.reports.paper.sheet import BODY, SMALL, STRONG, Style
from rise_desk.reports.paper.text import Line, Typesetter

VERA = Path(reportlab.__file__).parent / "fonts" / "Vera.ttf"


def shown(lines: list[Line]) -> list[str]:
    return ["".join(run.text for run in line.runs) for line in lines]


def test_words_stay_whole_and_lines_fit(setter: Typesetter) -> None:
    lines = setter.lines("She said that she had felt safe at her aunt's. " * 5, BODY, 200)
    assert len(lines) > 3
    assert all(line.width <= 200 for line in lines)
    assert " ".join(shown(lines)).split() == ("She said that she had felt safe at her aunt's. " * 5).split()


def test_a_text_takes_one_line_exactly_as_long_as_it_fits(setter: Typesetter) -> None:
    width = setter.width("felt safe", BODY)
    assert shown(setter.lines("felt safe", BODY, width + 0.01)) == ["felt safe"]
    assert shown(setter.lines("felt safe", BODY, width - 0.01)) == ["felt", "safe"]


def test_a_long_word_is_cut_where_the_line_ends(setter: Typesetter) -> None:
    lines = setter.lines("a " + "W" * 5000 + " b", BODY, 300)
    assert "".join(shown(lines)) == "a" + "W" * 5000 + " b"
    assert all(line.width <= 300 for line in lines)
    assert len({line.width for line in lines[1:-1]}) == 1


@pytest.mark.parametrize("sign", ["-", "/"])
def test_a_long_word_is_cut_after_a_hyphen_or_slash(setter: Typesetter, sign: str) -> None:
    word = "Featherstonehaugh" + sign + "Wolfeschlegel"
    first, second = shown(setter.lines(word, BODY, setter.width("Featherstonehaugh" + sign + "Wolf", BODY)))
    assert (first, second) == ("Featherstonehaugh" + sign, "Wolfeschlegel")


def test_a_letter_wider_than_its_column_still_stands(setter: Typesetter) -> None:
    assert shown(setter.lines("WW", BODY, 1)) == ["W", "W"]


def test_spaces_inside_a_line_are_kept_and_at_its_ends_dropped(setter: Typesetter) -> None:
    assert shown(setter.lines("  two   words  ", BODY, 400)) == ["  two   words"]
    width = setter.width("safe", BODY)
    assert shown(setter.lines("felt     safe", BODY, width + 1)) == ["felt", "safe"]


def test_typed_line_breaks_are_kept_and_nothing_takes_one_line(setter: Typesetter) -> None:
    assert shown(setter.lines("one\n\ntwo", BODY, 400)) == ["one", "", "two"]
    assert shown(setter.lines("", BODY, 400)) == [""]
    assert shown(setter.lines("   ", BODY, 400)) == [""]


def test_bold_is_measured_in_bold(setter: Typesetter) -> None:
    assert setter.width("Missing episode", STRONG) > setter.width("Missing episode", BODY)


@given(
    text=st.text(st.characters(codec="ascii", categories=["L", "N", "P", "Z"]), max_size=300),
    measure=st.floats(20, 400),
)
def test_no_line_is_wider_than_its_measure(text: str, measure: float, computers_fonts: fonts.Fonts) -> None:
    lines = Typesetter(computers_fonts).lines(text, BODY, measure)
    assert all(line.width <= measure + 1e-6 for line in lines)
    assert "".join("".join(shown(lines)).split()) == "".join(text.split())


def test_a_line_of_two_fonts_has_its_runs_one_after_the_other() -> None:
    wide = next(each for each in places.font_files() if each.name in ("DejaVu Sans", "Segoe UI", "Arial"))
    both = fonts.choose([("Plain", VERA, VERA), (wide.name, wide.regular, wide.bold)])
    (line,) = Typesetter(both).lines("Anna Жанна Anna", BODY, 400)
    assert [run.text for run in line.runs] == ["Anna ", "Жанна", " Anna"]
    assert [run.font.split(" /")[0] for run in line.runs] == ["Plain", wide.name, "Plain"]
    assert 0 == line.runs[0].at < line.runs[1].at < line.runs[2].at < line.width
    single = Typesetter(both).width("Anna ", BODY)
    assert line.runs[1].at == pytest.approx(single, abs=4)


def test_a_paragraph_that_starts_right_to_left_is_marked(setter: Typesetter) -> None:
    arabic, mixed, plain = setter.lines("مرحبا\nsaid مرحبا\nplain", BODY, 400)
    assert (arabic.right, mixed.right, plain.right) == (True, False, False)


def test_cutting_keeps_what_fits_and_ends_in_an_ellipsis(setter: Typesetter) -> None:
    text = "printed by somebody\nwith a very long name indeed"
    measure = setter.width("printed by somebody with", SMALL) + 1
    assert shown(setter.cut(text, SMALL, measure, 9)) == shown(setter.lines(" ".join(text.split()), SMALL, measure))
    kept = setter.cut(text, SMALL, measure, 1)
    assert shown(kept) == ["printed by somebody wi…"]
    assert kept[0].width <= measure


def test_a_files_properties_are_one_line_without_control_characters(setter: Typesetter) -> None:
    assert setter.plain("Case\nsummary \x07 😀 Siân") == "Case summary [character 0007] [grinning face] Siân"


def test_the_baseline_lies_inside_the_line() -> None:
    style = Style(size=10, leading=14)
    assert 0 < style.drop < style.leading
