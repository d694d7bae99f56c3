"""Excerpts: the right piece of a long text, and which of its words were asked for."""

import pytest

from rise_desk.domain import excerpt


def shown(text: str, *words: str) -> tuple[str, list[str]]:
    piece = excerpt.around(text, words)
    return piece.text, [piece.text[start:end] for start, end in piece.spans]


def test_an_excerpt_begins_at_the_first_word_that_answers_however_long_the_note_is() -> None:
    for before in (0, 4, 5, 63, 64, 65, 5_000):
        said = " ".join([*(f"word{'abcdefgh'[at % 8]}" for at in range(before)), "Lighthouse", *["after"] * 40])
        text, marked = shown(said, "lighth")
        assert marked == ["Lighthouse"], before
        assert text.startswith("…") == (before > 4), before
        assert text.endswith("…")


@pytest.mark.parametrize(
    ("text", "words", "marked"),
    [
        ("Call 07700 900123 after six", ("07700900123",), ["07700", "900123"]),
        ("Lives at NN1 4AB now", ("nn14ab",), ["NN1", "4AB"]),
        ("She wished the ship well", ("sh",), ["She", "ship"]),
        ("O’Brien, Zoë", ("obrien", "zoe"), ["O’Brien,", "Zoë"]),
        ("Nothing of it", ("zebra",), []),
        ("", ("zebra",), []),
        ("…", ("zebra",), []),
    ],
)
def test_the_words_that_answer_are_marked(text: str, words: tuple[str, ...], marked: list[str]) -> None:
    assert shown(text, *words) == (text, marked)


def test_an_excerpt_is_cut_at_a_whole_word_and_never_long() -> None:
    exact, longer = "a" * excerpt.LONGEST, "a" * (excerpt.LONGEST + 1)
    assert shown(exact)[0] == exact
    assert len(shown(longer)[0]) == excerpt.LONGEST + 2
    assert shown("ab " * 200)[0].endswith("ab …")
    assert excerpt.how_many("The river and the mill", ("river", "mil", "ill")) == 2
