"""Folding, words for search, sounds and the ways a name is written."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rise_desk.domain import names


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("", ""),
        ("  Jo   ANN ", "jo ann"),
        ("O'Brien", "obrien"),
        ("O’Brien", "obrien"),
        ("OʼBrien", "obrien"),
        ("O´Brien", "obrien"),
        ("Łukasz Søren", "lukasz soren"),
        ("Đorđe Ðagur Þór", "dorde dagur thor"),
        ("Ægir Œuvre Straße", "aegir oeuvre strasse"),
        ("Ħal Iłı İpek", "hal ili ipek"),
        ("Zoë ŷ ŵ", "zoe y w"),
        ("Zoe\u0308", "zoe"),
        ("Nguyễn", "nguyen"),
        ("Smith-Jones", "smith jones"),
        ("a_b (c) & d, e.", "a b c d e"),
        ("Ｆｕｌｌ ①", "full 1"),
        ("ﬁ", "fi"),
        ("٠٧٧", "077"),
        ("أحمد", "احمد"),
        ("علی", "علي"),
        ("محـمد", "محمد"),
        ("Алёна", "алена"),
        ("zero\u200bwidth", "zerowidth"),
        ("line\nbreak\0", "line break"),
        ("🙂", ""),
    ],
)
def test_fold_leaves_only_what_matters(text: str, folded: str) -> None:
    assert names.fold(text) == folded


@given(st.text(max_size=60))
def test_folding_twice_changes_nothing(text: str) -> None:
    folded = names.fold(text)
    assert names.fold(folded) == folded
    assert folded == " ".join(folded.split())


@given(st.text(max_size=60))
def test_case_and_composition_never_matter(text: str) -> None:
    assert names.fold(unicodedata.normalize("NFD", text)) == names.fold(unicodedata.normalize("NFC", text))


@pytest.mark.parametrize(
    ("written", "search"),
    [
        ("rang 07700 900123 twice", "07700900123"),
        ("rang 07700900123", "07700 900 123"),
        ("rang 07700-900-123", "07700900123"),
        ("rang +44 (0)7700 900123", "07700 900123"),
        ("rang +447700900123", "07700900123"),
        ("rang 0044 7700 900123", "07700900123"),
        ("rang 07700 900123", "+44 7700 900 123"),
        ("rang 07700 900123", "900123"),
        ("rang 07700 900123 2 times", "07700900123 2"),
        ("of NN1 4AB", "nn14ab"),
        ("of NN14AB", "NN1 4AB"),
        ("of NN14AB", "nn1"),
        ("in AB12 CDE", "ab12cde"),
        ("in AB12CDE", "AB12 CDE"),
        ("NHS 999 000 0018", "9990000018"),
        ("NHS 9990000018", "9990000018"),
        ("on 01/02/2010", "01 02 2010"),
        ("O’Brien’s", "obriens"),
    ],
)
def test_what_was_written_is_found_as_it_is_sought(written: str, search: str) -> None:
    held = set(names.words(written).split())
    assert set(names.sought(search).split()) <= held


def test_words_keep_the_order_of_the_text_so_that_phrases_work() -> None:
    assert names.words("rang 07700 900123 at NN1 4AB") == "rang 07700 900123 at nn1 4ab 07700900123 nn14ab"
    assert names.words("nothing to join 12 34") == "nothing to join 12 34"
    assert names.words("") == names.sought("") == ""


def test_two_phones_in_a_row_stay_two() -> None:
    assert {"07700900123", "07700900124"} <= set(names.words("07700 900123 07700 900124").split())
    assert names.sought("07700 900123 07700 900124") == "07700900123 07700900124"


@pytest.mark.parametrize("text", ["27 3 2010", "01 02 2010", "aged 12 13", "0 1", "12 34 56"])
def test_numbers_that_do_not_belong_together_stay_apart(text: str) -> None:
    assert names.words(text) == names.sought(text) == text


def test_what_is_both_a_phone_and_grouped_like_an_nhs_number_is_joined_once() -> None:
    assert names.sought("020 794 6000 today") == "0207946000 today"


def test_a_phone_needs_six_digits_to_be_one() -> None:
    assert names.sought("012 34") == "012 34"
    assert names.sought("012 345") == "012345"


@given(st.text(alphabet="0123456789 +()-ABCnn14", max_size=60))
def test_a_text_is_always_found_by_itself(text: str) -> None:
    assert set(names.sought(text).split()) <= set(names.words(text).split())


@pytest.mark.parametrize(
    ("one", "other"),
    [("Siobhan", "Shivaun"), ("Mohammed", "Muhammad"), ("Catherine", "Kathryn"), ("O'Brien", "OBrian"),
     ("Łukasz", "Lukas"), ("Стас", "СТАС")],
)  # fmt: skip
def test_names_that_sound_alike_share_a_sound(one: str, other: str) -> None:
    assert set(names.sounds(one)) & set(names.sounds(other))


def test_names_that_sound_different_share_none() -> None:
    assert not set(names.sounds("Siobhan")) & set(names.sounds("Rachel"))


def test_what_the_rules_can_not_hear_stands_folded() -> None:
    assert names.sounds("محمد") == ("محمد",)
    assert names.sounds("V1 J") == ("v1", "j")
    assert names.sounds("Oo") == ("O000",)
    assert names.sounds("Wh") == ("W000", "W")
    assert names.sounds("") == ()


def test_people_stand_in_order_by_family_then_given_name() -> None:
    assert names.sort_key("O'Brien", "Zoë") == "obrien zoe"
    assert names.sort_key("", "Zoë") == "zoe"
    assert names.sort_key("O'Brien", "") == "obrien"
    assert names.sort_key("", "") == ""


def test_a_full_name_says_what_somebody_is_called() -> None:
    assert names.full_name("Siobhan", "O'Brien") == "Siobhan O'Brien"
    assert names.full_name("Siobhan", "O'Brien", "Shiv") == "Siobhan O'Brien (known as Shiv)"
    assert names.full_name("Siobhan", "O'Brien", " siobhan ") == "Siobhan O'Brien"
    assert names.full_name("Siobhan", "O'Brien", "Siobhan OBrien") == "Siobhan O'Brien"
    assert names.full_name("", "", "Biggie") == "Biggie"
    assert names.full_name("", "") == ""


def test_initials_are_the_first_letters() -> None:
    assert names.initials("Siobhan", "O'Brien") == "SO"
    assert names.initials(" (étienne)", "") == "É"
    assert names.initials("", "!") == ""
