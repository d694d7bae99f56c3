"""Cross-hits are told at once, in the line that says what was saved, with their count; nothing of a restricted file."""

from PySide6.QtWidgets import QApplication

from rise_desk.domain import life
from rise_desk.domain.person import Person
from rise_desk.services import casework
from rise_desk.services.desk import Desk
from tests import build
from ui.cross_hit_line import LONGEST
from ui.main_window import MainWindow


def _numbers(*numbers: str) -> tuple[life.ContactNumber, ...]:
    return tuple(life.ContactNumber(number=each) for each in numbers)


def _line(window: MainWindow, qapp: QApplication) -> str:
    qapp.processEvents()
    return window.notice.text.text()


def test_a_number_that_stands_elsewhere_is_told_when_it_is_saved(
    window: MainWindow, desk: Desk, person: Person, qapp: QApplication
) -> None:
    build.adult(desk, contact_numbers=_numbers("07700 900123"))
    build.phone(desk)
    held = casework.save(desk, person.changed(contact_numbers=_numbers("07700900123")))
    assert _line(window, qapp) == "File changed. 07700900123: also in 2 records."
    casework.save(desk, held.changed(description="Tall."))
    assert _line(window, qapp) == "File changed."


def test_a_plate_is_told_too_and_so_many_at_most(
    window: MainWindow, desk: Desk, person: Person, qapp: QApplication
) -> None:
    build.vehicle(desk)
    build.vehicle(desk, "ab12cde")
    assert _line(window, qapp) == "Vehicle made. ab12cde: also in 1 record."
    for number in ("07700 900123", "07700 900124", "07700 900125"):
        build.phone(desk, number)
    numbers = _numbers("07700 900123", "07700 900124", "07700 900125")
    casework.save(desk, person.changed(contact_numbers=numbers))
    assert _line(window, qapp).endswith("900123: also in 1 record. 07700 900124: also in 1 record. And 1 more.")


def test_a_long_address_is_cut(window: MainWindow, desk: Desk, person: Person, qapp: QApplication) -> None:
    lived = (life.Address(lines="The third caravan behind the old brickworks", postcode="NN1 4AB"),)
    build.adult(desk, addresses=lived)
    casework.save(desk, person.changed(addresses=lived))
    assert _line(window, qapp) == f"File changed. {lived[0].lines[:LONGEST].rstrip()}…: also in 1 record."


def test_nothing_is_told_of_a_restricted_file(
    window: MainWindow, desk: Desk, person: Person, qapp: QApplication
) -> None:
    hidden = build.young_person(desk, "Secret", "Person", contact_numbers=_numbers("07700 900123"))
    with desk.writing() as work:
        work.put(hidden.changed(restricted=True), hidden)
    casework.save(desk, person.changed(contact_numbers=_numbers("07700 900123")))
    assert _line(window, qapp) == "File changed."
