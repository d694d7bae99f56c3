"""Naming anybody and anything on file: people first, then things; nothing of a restricted file."""

from rise_desk.domain.access import NAMELESS
from rise_desk.domain.handle import Handle
from rise_desk.domain.person import Person
from rise_desk.domain.place import Place
from rise_desk.domain.record import Id
from rise_desk.domain.vehicle import Vehicle
from rise_desk.services import subjects
from rise_desk.services.desk import Desk
from tests import build


def test_people_come_before_things(desk: Desk) -> None:
    """By any part of a name; each with its kind and what tells it from others."""
    bell = build.young_person(desk, "Kim", "Bell")
    inn = build.place(desk, "The Bell Inn", lines="2 High Street")
    found = subjects.found(desk, "bell")
    assert [(each.subject, each.kind, each.name) for each in found] == [
        (bell.id, Person.KIND, "Kim Bell"),
        (inn.id, Place.KIND, "The Bell Inn"),
    ]
    assert found[0].aside == bell.file_number
    assert found[1].detail == "2 High Street"


def test_a_plate_and_a_number_are_found(desk: Desk) -> None:
    """As they are written."""
    car, phone = build.vehicle(desk, "KX12 ABC"), build.phone(desk, "07700 900123")
    assert [(each.subject, each.kind) for each in subjects.found(desk, "kx12")] == [(car.id, Vehicle.KIND)]
    assert [(each.subject, each.kind) for each in subjects.found(desk, "07700 900123")] == [(phone.id, Handle.KIND)]


def test_nothing_asked_finds_nothing(desk: Desk) -> None:
    """Though there is a place."""
    build.place(desk)
    assert subjects.found(desk, "  ") == ()


def test_who_and_what_they_are_is_told_by_number(desk: Desk) -> None:
    """An unknown number is left out."""
    bell, corner = build.young_person(desk, "Kim", "Bell"), build.place(desk)
    told = subjects.named(desk, (bell.id, corner.id, Id(1)))
    assert {each: named.name for each, named in told.items()} == {bell.id: "Kim Bell", corner.id: "Kebab Corner"}


def test_a_restricted_file_is_neither_found_nor_named(desk: Desk) -> None:
    """Though somebody holds its number."""
    bell = build.young_person(desk, "Kim", "Bell")
    with desk.writing() as work:
        work.put(bell.changed(restricted=True), bell)
    worker = build.colleague(desk, "Priya Nair")
    assert subjects.found(worker, "Kim Bell") == ()
    assert subjects.named(worker, (bell.id,))[bell.id].name == NAMELESS


def test_one_kind_alone_is_found_where_it_is_asked_for(desk: Desk) -> None:
    """However many of the other kinds bear the name."""
    bell = build.young_person(desk, "Kim", "Bell")
    inn = build.place(desk, "The Bell Inn")
    for number in range(subjects.THINGS):
        build.vehicle(desk, f"BE{number}1 LLL", make="Bell")
    assert [each.subject for each in subjects.found(desk, "bell", kind=Person.KIND)] == [bell.id]
    assert [each.subject for each in subjects.found(desk, "bell", kind=Place.KIND)] == [inn.id]
