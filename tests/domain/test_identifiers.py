"""Numbers of other systems: what is refused, and what counts as the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rise_desk.domain import identifiers


@pytest.mark.parametrize("value", ["9990000018", "999 000 0018", "999-000-0018", "943 476 5919", "٩٩٩0000018"])
def test_a_real_nhs_number_passes(value: str) -> None:
    assert identifiers.nhs_problem(value) == ""


@pytest.mark.parametrize("value", ["", "999000001", "99900000180", "99900000l8", "nothing"])
def test_an_nhs_number_has_ten_digits(value: str) -> None:
    assert identifiers.nhs_problem(value) == "An NHS number must have 10 digits, such as 999 000 0018."


@pytest.mark.parametrize("value", ["9990000019", "9434765918", "0000000000", "1111111111"])
def test_an_nhs_number_must_agree_with_its_check_digit(value: str) -> None:
    assert identifiers.nhs_problem(value) == "This is not a real NHS number; check each digit."


@pytest.mark.parametrize("value", ["B801200005001", "b801200005001", " B80 1200005-001 "])
def test_a_real_pupil_number_passes(value: str) -> None:
    assert identifiers.upn_problem(value) == ""


@pytest.mark.parametrize(
    "value", ["", "B80120000500", "B8012000050011", "I801200005001", "8B01200005001", "B80120000500S"]
)
def test_a_pupil_number_is_a_letter_and_twelve_digits(value: str) -> None:
    assert identifiers.upn_problem(value).startswith("A pupil number must have a letter and 12 digits")


@pytest.mark.parametrize("value", ["A801200005001", "B801200005002", "B810200005001"])
def test_a_pupil_number_must_agree_with_its_check_letter(value: str) -> None:
    assert identifiers.upn_problem(value) == "This is not a real pupil number; check each character."


def test_a_temporary_pupil_number_ends_in_a_letter() -> None:
    # The letter counts by its place: A as 0, so this has the check letter of B80120000500 followed by 0.
    letters = [each for each in identifiers.UPN_LETTERS if not identifiers.upn_problem(f"{each}80120000500A")]
    digits = [each for each in identifiers.UPN_LETTERS if not identifiers.upn_problem(f"{each}801200005000")]
    assert letters == digits
    assert len(letters) == 1
    shifted = [each for each in identifiers.UPN_LETTERS if not identifiers.upn_problem(f"{each}80120000500B")]
    assert shifted == ["B"]


@given(st.text(alphabet="0123456789", min_size=12, max_size=12), st.integers(0, 11), st.integers(1, 9))
def test_every_single_slip_in_a_pupil_number_is_noticed(digits: str, place: int, slip: int) -> None:
    right = [each for each in identifiers.UPN_LETTERS if not identifiers.upn_problem(each + digits)]
    assert len(right) == 1
    wrong = digits[:place] + str((int(digits[place]) + slip) % 10) + digits[place + 1 :]
    assert identifiers.upn_problem(right[0] + wrong)


@pytest.mark.parametrize(
    ("system", "value", "normal"),
    [
        ("nhs", "NHS 999 000 0018", "9990000018"),
        ("nhs", "none", ""),
        ("upn", "b80 1200005001", "B801200005001"),
        ("police", " NP/12345-a ", "np12345a"),
        ("council", "Ć 77", "c77"),
        ("other", "", ""),
    ],
)
def test_equal_identifiers_are_equal_in_the_index(system: str, value: str, normal: str) -> None:
    assert identifiers.normal(system, value) == normal


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        ("07700 900123", "07700900123"),
        ("07700-900-123", "07700900123"),
        ("(01604) 555 123", "01604555123"),
        ("+44 7700 900123", "07700900123"),
        ("+44 (0)7700 900123", "07700900123"),
        ("0044 7700 900123", "07700900123"),
        ("447700900123", "07700900123"),
        ("+48 600 100 200", "48600100200"),
        ("0048 600 100 200", "48600100200"),
        ("07700 900123 (mum)", "07700900123"),
        ("mum's 2nd: 07700 900123 after 6", "07700900123"),
        ("07700 900123 2nd phone", "07700900123"),
        ("07700 900123 07700 900124", "07700900123"),
        ("07700 900123 / 07700 900124", "07700900123"),
        ("٠٧٧٠٠ 900123", "07700900123"),
        ("123456", "123456"),
        ("12345", ""),
        ("none", ""),
        ("", ""),
    ],
)
def test_a_phone_is_its_digits(text: str, digits: str) -> None:
    assert identifiers.phone(text) == digits


@pytest.mark.parametrize(
    ("text", "plate"),
    [
        ("ab12 cde", "AB12CDE"),
        ("AB-12", "AB12"),
        ("", ""),
        ("AB12CDEF", "AB12CDEF"),
        ("AB12CDEFG", ""),
        ("silver Astra AB12 CDE", "AB12CDE"),
        ("silver Astra (ab12cde), dented", "AB12CDE"),
        ("silver Astra AB12 CDEF", ""),
        ("the red NN14 van", ""),
        ("red Astra, plate ends 73J", ""),
    ],
)
def test_a_plate_is_capitals_and_digits(text: str, plate: str) -> None:
    assert identifiers.plate(text) == plate


def test_what_is_said_beside_a_plate_is_kept() -> None:
    assert identifiers.plate_and_rest("silver Astra, ab12cde, dented") == ("AB12 CDE", "silver Astra, dented")
    assert identifiers.plate_and_rest("silver Astra - AB12 CDE") == ("AB12 CDE", "silver Astra")
    assert identifiers.plate_and_rest(" AB12 CDE ") == ("AB12 CDE", "")
    assert identifiers.plate_and_rest(" grey hatchback ") == ("", "grey hatchback")
    assert identifiers.plate_and_rest("straße AB12 CDE") == ("AB12 CDE", "straße")


@pytest.mark.parametrize(
    ("text", "postcode"),
    [
        ("nn1 4ab", "NN1 4AB"),
        ("NN14AB", "NN1 4AB"),
        ("1 High Street, NN1  4AB.", "NN1 4AB"),
        ("SW1A 1AA", "SW1A 1AA"),
        ("M11AE", "M1 1AE"),
        ("gir0aa", "GIR 0AA"),
        ("NN1", ""),
        ("NNN1 4AB", ""),
        ("", ""),
    ],
)
def test_a_postcode_is_capitals_with_a_space(text: str, postcode: str) -> None:
    assert identifiers.postcode(text) == postcode


@pytest.mark.parametrize(("text", "handle"), [("@Jo_B.1", "jo_b.1"), (" Jo B ", "job"), ("@", ""), ("Ｊｏ", "jo")])
def test_a_handle_is_without_at_and_capitals(text: str, handle: str) -> None:
    assert identifiers.handle(text) == handle


@given(st.text(max_size=60))
def test_no_text_upsets_them(text: str) -> None:
    for read in (identifiers.plate, identifiers.postcode, identifiers.handle):
        assert read(read(text)) == read(text)
    digits = identifiers.phone(text)
    assert digits == "" or (len(digits) >= 6 and digits.isascii() and digits.isdecimal())
    assert identifiers.normal("nhs", text).isascii()
    assert isinstance(identifiers.nhs_problem(text) + identifiers.upn_problem(text), str)
