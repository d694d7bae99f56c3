"""Places, vehicles, phones and names online: what they are called, recognised by, and what is wrong with them."""

from datetime import UTC, datetime

import pytest

from rise_desk.domain import life
from rise_desk.domain.handle import Handle
from rise_desk.domain.information import InformationReport, ReportAbout
from rise_desk.domain.person import Person
from rise_desk.domain.place import Place
from rise_desk.domain.thing import Thing
from rise_desk.domain.vehicle import Vehicle
from rise_desk.services.practice import general

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)


def wrong(thing: Thing) -> dict[str, str]:
    """What is wrong with it."""
    return thing.problems(general(), NOW)


@pytest.mark.parametrize(
    ("thing", "name", "sort", "detail"),
    [
        (Place(place_name=" Kebab Corner ", place_type="takeaway_or_restaurant", lines="4 High Street",
               postcode="NN1 4AB"),
         "Kebab Corner", "takeaway_or_restaurant", "4 High Street, NN1 4AB"),
        (Place(place_name="ChatRoom9", online_service="Discord", web_address="@room9"),
         "ChatRoom9", "", "Discord, @room9"),
        (Place(), "Place without a name", "", ""),
        (Vehicle(plate="ab12 cde", colour="silver", make="Ford", model="Focus", taxi_licence="Badge 41"),
         "AB12 CDE", "", "silver Ford Focus, Badge 41"),
        (Vehicle(colour="red", body="van"), "red van", "", ""),
        (Vehicle(), "Vehicle not described", "", ""),
        (Handle(value="07700 900123", service="EE"), "07700 900123", "phone", "EE"),
        (Handle(), "Number not known", "phone", ""),
    ],
)  # fmt: skip
def test_a_thing_is_called_by_what_is_known_of_it(thing: Thing, name: str, sort: str, detail: str) -> None:
    assert (thing.name, thing.sort, thing.detail) == (name, sort, detail)
    assert thing.sort_name == name.casefold().replace("@", "")


def test_a_thing_is_found_by_all_it_is_called() -> None:
    place = Place(
        place_name="The Bell", other_names=(life.Alias(name="Bell End"),), lines="1 Mill Road", postcode="NN1"
    )
    assert set(place.called()) >= {"The Bell", "Bell End", "1 Mill Road", "NN1"}
    assert ("name", "Bell End") in place.marks()
    assert ("address", "1 Mill Road NN1") in place.marks()
    assert set(Vehicle(plate="ab12 cde").called()) >= {"ab12 cde", "AB12CDE"}
    assert Vehicle(plate="ab12 cde").marks() == (("plate", "ab12 cde"),)
    assert "07700900123" in Handle(value="+44 7700 900123").called()
    assert "" in Handle(value="@dazza", handle_sort="handle").called()
    assert Handle(value="@dazza", handle_sort="handle").marks() == (("handle", "@dazza"),)


@pytest.mark.parametrize(
    ("thing", "field", "sentence"),
    [
        (Place(), "place_name", "Enter a name for the place, if only what people call it."),
        (Place(place_name="  "), "place_name", "Enter a name for the place, if only what people call it."),
        (Vehicle(plate=" "), "plate", "Enter the plate, a part of it, or what the vehicle looks like."),
        (Handle(value="12345"), "value", "A phone number must have at least six digits."),
        (Handle(value=" "), "value", "Enter number or name."),
    ],
)
def test_what_nobody_could_find_again_is_refused(thing: Thing, field: str, sentence: str) -> None:
    assert wrong(thing) == {field: sentence}


@pytest.mark.parametrize(
    "thing",
    [
        Place(place_name="Bell"),
        Vehicle(colour="red"),
        Vehicle(description="Dented door"),
        Handle(value="123456"),
        Handle(value="x", handle_sort="handle"),
    ],
)
def test_little_is_enough(thing: Thing) -> None:
    assert wrong(thing) == {}


def test_what_every_thing_has_says_so() -> None:
    with pytest.raises(NotImplementedError):
        _ = Thing().name
    assert (Thing().sort, Thing().detail, Thing().marks()) == ("", "", ())
    assert Thing.called(Vehicle(plate="AB12", colour="red")) == ("AB12", "red")


@pytest.mark.parametrize(
    "unseen", ["\u200b\u200b", "\u202e", "\x00", "\x07\x1b", "\ufeff ", "\u00ad", "\u3164", "\u2800"]
)
def test_a_name_that_nobody_can_see_is_none(unseen: str) -> None:
    assert wrong(Place(place_name=unseen)).keys() == {"place_name"}
    assert "other_names.1.name" in wrong(Place(place_name="Bell", other_names=(life.Alias(name=unseen),)))
    assert wrong(Vehicle(plate=unseen)) == wrong(Vehicle())
    assert wrong(Handle(value=unseen)).keys() == {"value"}
    nobody = Person(roles=(life.DatedRole(role="of_concern"),), given_name=unseen)
    assert nobody.problems(general(), NOW) == nobody.changed(given_name="").problems(general(), NOW) != {}
    report = InformationReport(about=(ReportAbout(called=unseen),), what="Seen.")
    assert report.problems(general(), NOW).keys() == {"about"}


@pytest.mark.parametrize("seen", ["\u202eBell", "👩\u200d👧", "-", "鈴", "\u0627\u200c"])
def test_one_of_which_anybody_sees_something_is_a_name(seen: str) -> None:
    assert wrong(Place(place_name=seen)) == {}
