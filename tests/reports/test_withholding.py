"""Where a child lives, is placed and goes to school is taken out of a text, however it is written; nothing else is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rise_desk.domain import life
from rise_desk.domain.notice import Notice
from rise_desk.domain.person import Person
from rise_desk.reports import withholding
from rise_desk.reports.withholding import OUT

CHILD = Person(
    addresses=(
        life.Address(lines="Flat 2, 12a Mill Road\nWellingborough", postcode="NN8 1AB", provider="Oak House"),
        life.Address(lines="The Willows, Kettering"),
    ),
    carers=(life.Carer(name="Mum", address="3 Elm Close, NN16 9QT"),),
    schools=(life.SchoolSpell(name="St. John's (C of E)"), life.SchoolSpell(name="Sch")),
)
PLACES = withholding.whereabouts(CHILD)


@pytest.mark.parametrize(("text", "expected"), [
    ("Seen at 12a Mill Road.", f"Seen at {OUT}."),
    ("Seen in MILL  ROAD, late", f"Seen in {OUT}, late"),
    ("Flat 2, 12a Mill Road, Wellingborough it was", f"{OUT} it was"),
    ("nn81ab / NN8  1AB / NN8-1AB", f"{OUT} / {OUT} / {OUT}"),
    ("at oak house", f"at {OUT}"),
    ("the willows", OUT),
    ("3 Elm Close NN16 9QT", OUT),
    ("by st johns c of e, in Millroad", f"by {OUT}, in {OUT}"),
    ("by St. John's (C of E)", f"by {OUT})"),
    ("Wellingborough town, Kettering, Oak Houses, a mill", "Wellingborough town, Kettering, Oak Houses, a mill"),
])  # fmt: skip
def test_what_tells_where_the_child_is_goes_and_towns_stay(text: str, expected: str) -> None:
    assert withholding.without(text, PLACES) == expected


def test_short_pieces_and_nothing_at_all_take_nothing_out() -> None:
    assert "Sch" not in PLACES
    assert withholding.whereabouts(Person()) == ()
    assert withholding.without("Anything.", ()) == "Anything."
    assert withholding.without("Anything.", ("....",)) == "Anything."


def test_every_text_of_a_record_is_read_and_its_keys_stay() -> None:
    made = Notice(law="s2", grounds="Oak House", served_where="Mill Road", note="-", requested_by="police")
    told = withholding.record_without(made, PLACES)
    assert (told.grounds, told.served_where, told.note) == (OUT, OUT, "-")
    assert (told.law, told.requested_by) == ("s2", "police")


@given(st.text(min_size=4, max_size=30), st.text(max_size=20))
def test_any_place_whatever_is_in_it_is_read_as_text(place: str, around: str) -> None:
    child = Person(addresses=(life.Address(lines=place, provider=place),))
    assert isinstance(withholding.without(f"{around} {place} {around}", withholding.whereabouts(child)), str)


def test_one_place_inside_another_leaves_nothing_of_either() -> None:
    child = Person(addresses=(life.Address(provider="Oak House Lodge"), life.Address(provider="Oak House")))
    assert withholding.without("At Oak House Lodge.", withholding.whereabouts(child)) == f"At {OUT}."
