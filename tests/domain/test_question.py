"""Questions: what is typed, taken apart; there is no text that is not one."""

import pytest

from rise_desk.domain import facts, spellings
from rise_desk.domain.question import LONGEST, MOST_WORDS, Question, asked


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("O’Brien zoë", ("obrien", "zoe")),
        ("nn1 4", ("nn1 4",)),
        ("siobhan nn1 4", ("siobhan", "nn1 4")),
        ("nn1 4a x", ("nn1 4a", "x")),
        ("NN1 4AB", ("nn14ab",)),
        ("nn1 42", ("nn1", "42")),
        ("+44 7700 900 123", ("07700900123",)),
        ("999 000 0018", ("9990000018",)),
        ("26-0147", ("26", "0147")),
        ("", ()),
        ("- \u201c", ()),
        ("-foo", ("foo",)),
        ('"', ()),
    ],
)
def test_the_words_of_a_question(text: str, words: tuple[str, ...]) -> None:
    assert asked(text).words == words
    assert bool(asked(text)) is bool(words)


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ('"bus station" maz', Question(words=("bus", "station", "maz"), parts=("bus station", "maz"))),
        ('maz "bus station"', Question(words=("maz", "bus", "station"), parts=("maz", "bus station"), whole=True)),
        ("\u201cbus station\u201d", Question(words=("bus", "station"), parts=("bus station",), whole=True)),
        ('maz "bus', Question(words=("maz", "bus"), parts=("maz", "bus"))),
        ("maz -bus -O'Brien", Question(words=("maz",), parts=("maz",), without=("bus", "obrien"))),
        ("smith-jones", Question(words=("smith", "jones"), parts=("smith", "jones"))),
        ('x ""', Question(words=("x",), parts=("x",), whole=True)),
        ('"-a"', Question(words=("a",), parts=("a",), whole=True)),
    ],
)
def test_phrases_and_what_must_not_be_there(text: str, question: Question) -> None:
    assert asked(text) == question


def test_no_more_is_looked_at_than_anybody_means() -> None:
    assert asked("x" * LONGEST + "y").words == ("x" * LONGEST,)
    assert len(asked(" ".join(f"ab{number}" for number in range(100))).words) == MOST_WORDS
    assert asked("ab cd ab").words == ("ab", "cd")


@pytest.mark.parametrize(
    ("word", "codes"),
    [
        ("nn1", ("NN1 ",)),
        ("nn14", ("NN14 ", "NN1 4")),
        ("nn1 4", ("NN1 4",)),
        ("nn14ab", ("NN1 4AB",)),
        ("nn149zz", ("NN14 9ZZ",)),
        ("ec1a1bb", ("EC1A 1BB",)),
        ("gir0aa", ("GIR 0AA",)),
        ("nn", ()),
        ("12", ()),
        ("obrien", ()),
    ],
)
def test_what_may_begin_a_postcode(word: str, codes: tuple[str, ...]) -> None:
    assert facts.postcodes(word) == codes


def test_no_name_is_on_two_lines_of_spellings() -> None:
    every = " ".join(spellings.TOGETHER).split()
    assert sorted(every) == sorted(set(every))
    assert spellings.family("neve") == spellings.family("niamh") == "niamh"
    assert spellings.family("maisie") == ""
