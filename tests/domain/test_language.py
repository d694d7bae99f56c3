"""The nudges: what is offered for words that lay blame, and that quotations stay as they were said."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rise_desk.domain.language import nudges

GROOMED = "may have been groomed; what makes her less safe"
ABUSED = "has been abused by; reports abuse"
ADULT = "if this is an adult: a person exploiting or controlling the child"
CHOICES = "has few choices; is being coerced"
EXPLOITED = "sexually exploited child"
MISSING = "went missing (n episodes)"
ENGAGE = "we have not yet found a way to work with"
GROUP = "victim of exploitation; being exploited by a group"
CARRY = "exploited to carry drugs or money"


@pytest.mark.parametrize(
    ("text", "words", "offer"),
    [
        ("She is putting herself at risk.", "putting herself at risk", GROOMED),
        ("He puts himself at further risk", "puts himself at further risk", GROOMED),
        ("They placed themselves in risk", "placed themselves in risk", GROOMED),
        ("is Sexually active with him", "Sexually active with", ABUSED),
        ("in a relationship with Mr A", "in a relationship with", ADULT),
        ("her boyfriend's car", "boyfriend", ADULT),
        ("two older boyfriends", "older boyfriends", ADULT),
        ("a lifestyle  choice", "lifestyle  choice", CHOICES),
        ("she is street-wise", "street-wise", CHOICES),
        ("streetwise", "streetwise", CHOICES),
        ("made some bad choices", "made some bad choices", CHOICES),
        ("makes poor lifestyle choices", "makes poor lifestyle choices", CHOICES),
        ("said to be promiscuous", "promiscuous", EXPLOITED),
        ("child prostitution", "child prostitution", EXPLOITED),
        ("runs away again", "runs away again", MISSING),
        ("has run-away", "run-away", MISSING),
        ("ran\naway", "ran\naway", MISSING),
        ("running away", "running away", MISSING),
        ("ABSCONDED twice", "ABSCONDED", MISSING),
        ("absconds", "absconds", MISSING),
        ("will not engage", "will not engage", ENGAGE),
        ("won’t engage", "won’t engage", ENGAGE),
        ("wouldn't engage", "wouldn't engage", ENGAGE),
        ("refused to engage", "refused to engage", ENGAGE),
        ("is not engaging", "is not engaging", ENGAGE),
        ("involved in CSE", "involved in CSE", GROUP),
        ("a gang member", "gang member", GROUP),
        ("a drug runner", "drug runner", CARRY),
        ("money mules", "money mules", CARRY),
    ],
)
def test_words_that_lay_blame_are_offered_others(text: str, words: str, offer: str) -> None:
    (nudge,) = nudges(text)
    assert nudge.words == words == text[nudge.start : nudge.end]
    assert nudge.offer == offer


@pytest.mark.parametrize(
    "text",
    [
        "",
        "She went missing from home.",
        "the school engages well with her",
        "ran a way past",
        "a streetwiser",
        "unabsconded",
        "the choice was poor",
        "putting the dog at risk",
        "drug runnersup",
        "refused to engage" + "d",
    ],
)
def test_other_words_are_left_alone(text: str) -> None:
    assert nudges(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        'He said "she runs away again".',
        "He said “she runs away again”.",
        "He said ‘she runs away again’.",
        "He said 'she runs away again'.",
        "('gang member')",
        "'I'm told he's a gang member'",
        "«gang member»",
        'He said "she runs away again and never closed it',
        "He said “she runs away again and never closed it",
    ],
)
def test_a_quotation_is_never_touched(text: str) -> None:
    assert nudges(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        '"Quoted" and then she absconded and "quoted".',
        "“Quoted” and then she absconded.",
        "‘Quoted’ and then she absconded ‘again’.",
        "'Quoted' and then she absconded.",
        'An open " ends with its line.\nThen she absconded.',
        "her mother's view: absconded, the boys' too",
        "don't say absconded, won't help",
        "6' tall, absconded, 5' tall",
        "an open 'quotation absconded",
    ],
)
def test_what_stands_outside_a_quotation_is_nudged(text: str) -> None:
    assert [nudge.words for nudge in nudges(text)] == ["absconded"]


def test_nudges_come_in_the_order_of_the_text() -> None:
    found = nudges("A gang member, 'not streetwise', absconded with her boyfriend.")
    assert [nudge.words for nudge in found] == ["gang member", "absconded", "boyfriend"]


@given(st.text(alphabet="runs away again'\"“”‘’\n gang member", max_size=200))
def test_any_text_is_read_and_every_nudge_stands_where_it_says(text: str) -> None:
    for nudge in nudges(text):
        assert text[nudge.start : nudge.end] == nudge.words


def test_a_very_long_text_is_read_at_once() -> None:
    assert len(nudges("absconded ' " * 10_000)) <= 10_000
