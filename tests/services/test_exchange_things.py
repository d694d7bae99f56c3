"""Things come in from files and are recognised by their marks; notices, breaches and actions say what is wrong."""

import pytest

from rise_desk.domain import life
from rise_desk.domain.handle import Handle
from rise_desk.domain.link import Link
from rise_desk.domain.moments import Moment
from rise_desk.domain.notice import Notice
from rise_desk.domain.place import Place
from rise_desk.domain.vehicle import Vehicle
from rise_desk.services import casework
from rise_desk.services.desk import Desk
from tests import build
from tests.services.rows import ADULTS, LINKS, PEOPLE, Said, Write, fates, held, imported, reasons


@pytest.fixture
def said(desk: Desk, write: Write) -> Said:
    """Import a text; a girl V1 and a man O1 are on file already."""
    for text in (PEOPLE, ADULTS):
        imported(desk, write(text))
    return lambda text: imported(desk, write(text))


def test_notices_breaches_and_actions_say_what_is_wrong_with_them(desk: Desk, said: Said) -> None:
    notices = "person_ref,young_person_ref,legislation,issued_on,served_at,signed_by_parent,ref\n"
    seen = said(
        f"{notices}O1,V1,s2 Child Abduction Act 1984,2025-08-05,,y,\n"
        "O1,V1,s2 Child Abduction Act 1984,2025-08-05,,,N7\n"
        ",V1,s2,2025-08-05,,,\n"
        "O1,,s2,2025-08-05,,,\n"
        "V1,O1,s2,2025-08-05,,,\n"
        "O1,V1,s3 Theft Act,2025-08-05,,,\n"
        "O1,V1,s2,2025-08-05,2025-08-01,,\n"
    )
    assert fates(seen) == ["created", "matched", "refused", "refused", "refused", "refused", "refused"]
    assert reasons(seen)[1] == ("Line 2 of this file has the same pair, law and day. It gains the reference mosaic/N7.")
    assert reasons(seen)[2:4] == ["Say which adult.", "Say which child."]
    assert "is not in the list" in reasons(seen)[5]
    assert "can't be served before it is issued" in reasons(seen)[6]
    (notice,) = held(desk, Notice)
    assert notice.signed_by_parent is True
    breaches = "person_ref,young_person_ref,happened_on,what\n"
    seen = said(f"{breaches}O1,V1,2025-08-04,met her\nO1,V1,2025-08-20,met her\nO1,V1,,met her\nO1,V2,2025-08-20,x\n")
    assert fates(seen) == ["refused", "created", "refused", "refused"]
    assert reasons(seen)[0].startswith("No notice was in force by then that warns Darren away from Jade Whitlock.")
    assert reasons(seen)[2:] == ["Enter when it happened.", "Nothing on file is called “V2”."]
    seen = said(
        "target_ref,protects_ref,tactic,status,outcome\nO1,V1,closure,not possible,\nO1,V1,,done,\n,V1,closure,,\n"
    )
    assert reasons(seen) == ["Say why it is not possible.", "Enter tactic.", "Enter against whom or what."]


def test_things_come_in_once_and_are_recognised_by_their_marks(desk: Desk, said: Said) -> None:
    places = "ref,name,aka,place type,address,postcode,out of county,notes\n"
    text = f"{places}P1,Kebab Corner,The Corner;KC,takeaway,1 High Street,NN1 4AB,n,open late\n"
    assert fates(said(text)) == ["created"]
    again = said(
        f"{places}P1,Kebab Corner,,,1 High Street,NN1 4AB,,\n,Kebab Corner,,,1 High Street,NN1 4AB,y,\n"
        ",Kebab Corner,,,2 High Street,NN1 4AB,,\n,,,,3 High Street,,,\n"
    )
    assert fates(again) == ["matched", "matched", "created", "refused"]
    assert reasons(again)[1].startswith("Place Kebab Corner has the same name and address.")
    assert reasons(again)[3] == "Enter a name for the place, if only what people call it."
    place = held(desk, Place)[0]
    assert [each.name for each in place.other_names] == ["The Corner", "KC"]
    assert (place.place_type, place.outside_county, place.description) == ("takeaway_or_restaurant", False, "open late")
    seen = said("reg,colour,make,notes\nAB12 CDE,blue,Ford,\nab12cde,,,tinted\nAB12,red,,\nAB12,green,,\n")
    assert fates(seen) == ["created", "matched", "created", "created"]
    assert reasons(seen)[1] == "Line 2 of this file has the same number plate. It gains description."
    assert fates(said("reg,colour\nAB12CDE,blue\n")) == ["matched"]
    seen = said("sort,number,network\nphone,07700 900123,giffgaff\nphone,+44 7700 900123,\nusername,KC_boy,Snapchat\n")
    assert fates(seen) == ["created", "matched", "created"]
    assert fates(said("sort,number,network\nusername,@kc_boy,\nphone,12,\n")) == ["matched", "refused"]
    assert (len(held(desk, Place)), len(held(desk, Vehicle)), len(held(desk, Handle))) == (2, 3, 2)


def test_a_thing_that_was_merged_leads_to_the_one_that_stands(desk: Desk, said: Said) -> None:
    first, second = build.vehicle(desk, "AB12 CDE"), build.vehicle(desk, "AB12 CDF")
    with desk.writing() as work:
        work.put(second.changed(merged_into=first.id), second)
    seen = said("reg,colour\nAB12 CDF,blue\n")
    assert fates(seen) == ["matched"]
    assert fates(said("ref,reg,colour\nK7,AB12 CDF,blue\n")) == ["matched"]


def test_a_number_of_somebody_s_is_no_phone_on_file_and_of_two_phones_the_older_is_meant(
    desk: Desk, said: Said
) -> None:
    build.young_person(desk, "Ines", contact_numbers=(life.ContactNumber(number="07700 900123"),))
    assert fates(said("sort,number,notes\nphone,07700 900123,pay as you go\n")) == ["created"]
    first, second = build.phone(desk, "07700 900456"), build.phone(desk, "07700 900456")
    assert fates(said("sort,number,notes\nphone,07700 900456,pay as you go\nphone,07700 900123,\n")) == ["matched"] * 2
    now = {each.id: each.description for each in held(desk, Handle)}
    assert (now[first.id], now[second.id]) == ("pay as you go", "")
    casework.withdraw(desk, desk.store.get(Handle, second.id), "A slip")
    assert fates(said("sort,number,network\nphone,07700 900456,EE\n")) == ["matched"]


def test_a_place_without_an_address_and_a_car_without_a_plate_are_each_a_thing_of_its_own(
    desk: Desk, said: Said
) -> None:
    places = "place,place type,notes\n"
    assert fates(said(f"{places}The Bell,pub,one\nThe Bell,pub,two\n")) == ["created", "created"]
    assert fates(said("reg,colour,notes\n,blue,one\n,blue,two\n")) == ["created", "created"]


def test_a_midnight_of_a_spreadsheet_is_no_time(desk: Desk, said: Said) -> None:
    said(f"{LINKS}O1,friend,V1,2025-08-05 00:00:00,\n")
    assert [each.since for each in held(desk, Link)] == [Moment("2025-08-05")]
